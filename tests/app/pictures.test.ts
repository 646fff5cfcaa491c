import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { parseAtomFeed } from 'feedsmith';
import { DOMParser, parseHTML } from 'linkedom';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { pngOf } from '@/app/_shell/png';
import type { Actor } from '@/db/actor';
import { type Database, openDatabase } from '@/db/open';
import { cases } from '@/db/schema';
import * as world from '../db/public-world';
import { minutesLater, NOW, restoreEnv } from '../db/world';
import { ask } from './public-routes';

/** A harbour with two counts, one of them from an outlet with a hostile name, and a measure that nobody accepted a claim of. */
const HOSTILE = '"><script>alert(1)</script>';
const SITE = 'https://check.example';
const kept = { DATABASE_URL: process.env.DATABASE_URL, PUBLIC_URL: process.env.PUBLIC_URL, FONTCONFIG_FILE: process.env.FONTCONFIG_FILE };
const folder = mkdtempSync(join(tmpdir(), 'countercheck-pictures-'));
let db: Database;
let people: { anna: Actor; bela: Actor };
let boats: string;
let unseen: string;
let a: world.Placed;
let b: world.Placed;
let caseId: string;

beforeAll(async () => {
  process.env.DATABASE_URL = `file:${join(folder, 'record.db')}`;
  process.env.PUBLIC_URL = SITE;
  db = await openDatabase(process.env.DATABASE_URL, { owner: true });
  people = { anna: await world.person(db, 'Anna', NOW), bela: await world.person(db, 'Bela', NOW) };
  boats = await world.measure(db, 'How many boats did the harbour count?', NOW, 'fixed');
  unseen = await world.measure(db, 'How many secrets?', NOW, 'fixed');
  const tell = async (outlet: string, text: string, value: string, measure: string) =>
    (await world.tell(db, { outlet, publishedAt: '2026-03-01', title: 'Boats', text }, { x: { measure, value, noun: 'boats' } }, NOW)).x!;
  a = await tell('Daily Post', 'The harbour counted {12 boats|x} on Sunday.', '12', boats);
  b = await tell(`Echo ${HOSTILE}`, 'The harbour counted {15 boats|x} there.', '15', boats);
  await tell('Daily Post', 'Nobody read of {99 boats|x} yet.', '99', unseen);
  for (const { articleId } of [a, b]) await world.accept(db, articleId, people.anna, minutesLater(1));
  await world.relate(db, a.id, b.id, { explanation: '12 boats and 15 boats cannot both stand.' });
  const apart = world.conflict(
    [world.position('12 boats', a.id), world.position('15 boats', b.id)],
    '12 boats and 15 boats cannot both stand.',
  );
  await world.conflicts(db, { [boats]: apart }, minutesLater(2));
  caseId = (await db.read.select().from(cases).where(eq(cases.measureId, boats)).get())!.id;
});

afterEach(() => void vi.useRealTimers());

afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
  restoreEnv(kept);
});

const page = async (path: string) => parseHTML(await (await ask(path)).text()).document;
const slugged = async () => (await ask(`/measures/${boats}`)).headers.get('location')!;
const xmlOf = (text: string) => new DOMParser().parseFromString(text, 'image/svg+xml');
/** Read as late as the program reads it: which fonts there are is settled when it is first read. */
const sharp = async (bytes: Uint8Array, options = {}) => (await import('sharp')).default(bytes, options);
/** How much of a picture is not its ground: words and marks are. */
const drawnPart = async (bytes: Uint8Array): Promise<number> => {
  const { data, info } = await (await sharp(bytes)).greyscale().raw().toBuffer({ resolveWithObject: true });
  const ground = data[data.length - 1]!;
  return data.filter((value) => Math.abs(value - ground) > 60).length / (info.width * info.height);
};

describe('U2: the chart as a picture', () => {
  it('is SVG and PNG with source line and address in it, light and dark, wide and narrow', async () => {
    for (const query of ['', '?theme=dark', '?width=narrow', '?theme=dark&width=narrow']) {
      const svg = await ask(`/measures/${boats}.svg${query}`);
      expect([svg.status, svg.headers.get('content-type'), svg.headers.get('access-control-allow-origin')]).toEqual([
        200,
        'image/svg+xml; charset=utf-8',
        '*',
      ]);
      const written = await svg.text();
      const document = xmlOf(written);
      expect(document.querySelectorAll('script')).toHaveLength(0);
      // Words of one line are one element: what was broken is put together again.
      const words = document.documentElement!.textContent!.replace(/\s/g, '');
      const source = /Source:(.*?);gatheredbyCountercheck/.exec(words)![1]!;
      for (const name of ['DailyPost', `Echo${HOSTILE}`]) expect(source).toContain(name);
      expect(words).toContain(`${SITE}/measures/${boats}`);
      const png = await ask(`/measures/${boats}.png${query}`);
      const bytes = new Uint8Array(await png.arrayBuffer());
      const { format, width } = await (await sharp(bytes)).metadata();
      expect([png.headers.get('content-type'), format, width]).toEqual(['image/png', 'png', query.includes('narrow') ? 640 : 1520]);
      expect(await drawnPart(bytes)).toBeGreaterThan(0.01);
    }
  });

  it('needs no font of the machine: letters are those of the one that lies with the program, not a box for each', async () => {
    const room = async (letters: string, style = '') => {
      const words = `<text x="5" y="30" font-size="24" font-family="DejaVu Sans Condensed, sans-serif"${style}>${letters}</text>`;
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40"><rect width="400" height="40" fill="#fff"/>${words}</svg>`;
      return (await (await sharp(await pngOf(svg, 'card'))).trim().toBuffer({ resolveWithObject: true })).info.width;
    };
    expect(await room('WWWWWWWW')).toBeGreaterThan(2 * (await room('iiiiiiii')));
    expect(await room('boats', ' font-weight="bold"')).toBeGreaterThan(await room('boats'));
    expect(process.env.FONTCONFIG_FILE).toMatch(/app\/_ui\/fonts\/fonts\.conf$/);
  });

  it('is revalidated like a page, answers HEAD, and of what nobody offers leads to the plain one', async () => {
    const first = await ask(`/measures/${boats}.png`);
    const again = await ask(`/measures/${boats}.png`, { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect([again.status, first.headers.get('x-content-type-options')]).toEqual([304, 'nosniff']);
    for (const query of ['?theme=pink', '?width=9999']) {
      const other = await ask(`/measures/${boats}.png${query}`);
      expect([other.status, other.headers.get('location')]).toEqual([307, `/measures/${boats}.png`]);
    }
  });

  it.each(['.svg', '.png', '/card.svg', '/card.png', '/spark.svg'])('shows nothing that is not public as %s', async (end) => {
    for (const id of [unseen, 'zzzzzzzzzzzz', '..']) expect([id, (await ask(`/measures/${id}${end}`)).status]).toEqual([id, 404]);
  });
});

describe('U5: the card of a measure', () => {
  it('shows value, unit, as-of and status, and stands in the head of its pages', async () => {
    const svg = xmlOf(await (await ask(`/measures/${boats}/card.svg`)).text());
    expect(svg.documentElement!.textContent).toContain('12 boats ≠ 15 boats');
    expect(svg.documentElement!.textContent).toContain('as of 1 March 2026');
    expect(svg.documentElement!.textContent).toContain('≠ Open');
    for (const path of [await slugged(), `/claims/${a.id}`, `/cases/${caseId}`]) {
      const document = await page(path);
      const told = (name: string) => document.querySelector(`meta[property="${name}"]`)?.getAttribute('content');
      expect(told('og:image'), path).toBe(`${SITE}/measures/${boats}/card.png`);
      expect(told('og:image:alt')).toBe('How many boats did the harbour count? 12 boats ≠ 15 boats, as of 1 March 2026. Open.');
      expect(document.querySelector('meta[name="twitter:card"]')!.getAttribute('content')).toBe('summary_large_image');
      const bytes = new Uint8Array(await (await ask(new URL(told('og:image')!).pathname)).arrayBuffer());
      const { width, height } = await (await sharp(bytes)).metadata();
      expect([String(width), String(height)]).toEqual([told('og:image:width'), told('og:image:height')]);
      expect(await drawnPart(bytes)).toBeGreaterThan(0.02);
    }
  });

  it('is small enough to stand in a list, and feeds lead to it', async () => {
    const spark = xmlOf(await (await ask(`/measures/${boats}/spark.svg`)).text());
    expect([spark.documentElement!.getAttribute('width'), spark.querySelectorAll('circle').length]).toEqual(['160', 2]);
    expect((await page('/measures')).querySelectorAll('svg.spark[aria-hidden="true"] circle.clash')).toHaveLength(2);
    const feed = parseAtomFeed(await (await ask(`/measures/${boats}.atom`)).text());
    const picture = feed.entries![0]!.links!.find(({ rel }) => rel === 'enclosure')!;
    expect([picture.href, picture.type]).toEqual([`${SITE}/measures/${boats}/spark.svg`, 'image/svg+xml']);
  });
});

describe('U4: a frame on another site', () => {
  const frames = () => [`/embed/measures/${boats}`, `/embed/claims/${a.id}`, `/embed/claims/${b.id}`, `/embed/cases/${caseId}`];

  it('may stand anywhere, alone of all pages, and holds no script, no form, no cookie and nothing from elsewhere', async () => {
    for (const path of frames()) {
      const response = await ask(path);
      const html = await response.text();
      const policy = response.headers.get('content-security-policy')!;
      expect([response.status, response.headers.get('set-cookie')]).toEqual([200, null]);
      expect(policy).toContain('frame-ancestors *');
      expect(policy).toContain("script-src 'none'");
      const { document } = parseHTML(html);
      expect(document.querySelectorAll('script, [style], form, iframe, [onload], img[src^="http"]')).toHaveLength(0);
      expect(document.querySelectorAll('h1')).toHaveLength(1);
      expect(html).not.toContain('<script>alert');
      expect(document.querySelector('base')!.getAttribute('target')).toBe('_blank');
      expect(gzipSync(html).length).toBeLessThanOrEqual(10_240);
      const style = await ask(document.querySelector('link[rel="stylesheet"]')!.getAttribute('href')!);
      expect([style.status, style.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
      expect(gzipSync(await style.text()).length).toBeLessThanOrEqual(4096);
    }
    for (const path of [await slugged(), `/measures/${boats}.svg`, '/oembed', '/embed.css'])
      expect((await ask(path)).headers.get('content-security-policy') ?? '', path).not.toContain('frame-ancestors *');
  });

  it('always says as of when, and greys and says so once that is older than its measure allows', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    for (const [today, old] of [
      ['2026-06-01T09:00:00Z', false],
      ['2027-03-02T09:00:00Z', true],
    ] as const) {
      vi.setSystemTime(new Date(today));
      for (const path of frames()) {
        const document = await page(path);
        expect(document.querySelector('.standing')!.textContent, path).toContain('as of 1 March 2026');
        expect([path, document.querySelector('[data-old]') !== null]).toEqual([path, old]);
        // On which day it is asked for, nobody else says.
        const told = await page(`${path}?day=${old ? '2026-06-01' : '2027-03-02'}`);
        expect([path, told.querySelector('[data-old]') !== null]).toEqual([path, old]);
        expect(document.querySelector('main')!.textContent).toContain(old ? 'Older than a year' : 'To be looked at again by 1 March 2027.');
      }
    }
  });

  it('takes the theme it is asked for, and links back', async () => {
    for (const [query, theme] of [
      ['?theme=dark', 'dark'],
      ['?theme=light', 'light'],
      ['?theme=auto', null],
      ['?theme=<b>&day=1999-01-01', null],
      ['', null],
    ]) {
      const document = await page(`/embed/measures/${boats}${query}`);
      expect(document.documentElement.getAttribute('data-theme')).toBe(theme);
      expect(document.querySelector('footer a')!.getAttribute('href')).toBe(await slugged());
    }
    for (const mark of (await page(`/embed/measures/${boats}`)).querySelectorAll('svg.narrow > a'))
      expect((await ask(mark.getAttribute('href')!)).status).toBe(200);
  });

  it('says in the frame what is not there', async () => {
    for (const path of [`/embed/measures/${unseen}`, '/embed/claims/zzzzzzzzzzzz', '/embed/cases/x']) {
      const response = await ask(path);
      expect([response.status, response.headers.get('cache-control')], path).toEqual([404, 'no-store']);
      expect(response.headers.get('content-security-policy')).toContain('frame-ancestors *');
      expect(await response.text()).toContain('Nothing is published here');
    }
  });

  it('is offered by its page, as markup to copy and to programs', async () => {
    const document = await page(await slugged());
    const snippets = [...document.querySelectorAll('details#embed textarea[rows]')].map(
      (field) => parseHTML(`<!doctype html><html><body>${field.textContent}</body></html>`).document.body.textContent!,
    );
    const frames = snippets.map((snippet) => parseHTML(`<body>${snippet}</body>`).document.querySelector('iframe')!);
    expect(frames.map((frame) => [frame.getAttribute('width'), frame.getAttribute('height')])).toEqual([
      ['640', '400'],
      ['320', '180'],
    ]);
    expect((await ask(new URL(frames[0]!.getAttribute('src')!).pathname)).status).toBe(200);
    for (const path of [await slugged(), `/claims/${a.id}`, `/cases/${caseId}`]) {
      const link = (await page(path)).querySelector('link[type="application/json+oembed"]')!.getAttribute('href')!;
      const told = await (await ask(link.slice(SITE.length))).json();
      expect([told.version, told.type, told.width, told.provider_name], path).toEqual(['1.0', 'rich', 640, 'Countercheck']);
      expect(parseHTML(told.html).document.querySelector('iframe')!.getAttribute('src'), path).toMatch(
        /^https:\/\/check\.example\/embed\//,
      );
    }
  });
});

describe('U4: oEmbed', () => {
  const asked = (query: string) => ask(`/oembed?${query}`);
  const url = () => `url=${encodeURIComponent(`${SITE}/measures/${boats}`)}`;

  it('answers in both forms, no larger than there is room', async () => {
    const json = await (await asked(`${url()}&maxwidth=300&maxheight=200`)).json();
    expect([json.width, json.height, json.title]).toEqual([300, 200, 'How many boats did the harbour count?']);
    const xml = await asked(`${url()}&format=xml`);
    expect(xml.headers.get('content-type')).toBe('text/xml; charset=utf-8');
    const document = new DOMParser().parseFromString(await xml.text(), 'text/xml');
    expect(document.querySelector('oembed > type')!.textContent).toBe('rich');
    expect(document.querySelector('oembed > html')!.textContent).toContain(`/embed/measures/${boats}`);
  });

  it.each([
    ['', 400, 'Say which page is meant'],
    ['url=https%3A%2F%2Felsewhere.example%2Fmeasures%2Fx', 404, 'Nothing of ours'],
    ['url=https%3A%2F%2Fcheck.example%2Fmeasures%2Fzzzzzzzzzzzz', 404, 'Nothing of ours'],
    ['url=x&format=yaml', 501, 'json and xml'],
    ['url=x&maxwidth=-1', 400, 'maxwidth'],
    ['url=x&maxheight=wide', 400, 'maxheight'],
  ])('tells what is wrong with %j', async (query, status, words) => {
    const response = await asked(query);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([status, '*']);
    expect(await response.text()).toContain(words);
  });

  it('knows nothing of what is not public', async () => {
    expect((await asked(`url=${encodeURIComponent(`${SITE}/measures/${unseen}`)}`)).status).toBe(404);
  });
});
