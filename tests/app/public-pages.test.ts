import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { parseAtomFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/db/actor';
import { type Database, openDatabase } from '@/db/open';
import { cases } from '@/db/schema';
import * as world from '../db/public-world';
import { minutesLater, NOW, restoreEnv } from '../db/world';
import { ask } from './public-routes';

/** One record for the whole file, built once and only added to: a harbour with two counts, settled half way through. */
const HOSTILE = '<script>alert(1)</script>" onload="x';
const kept = { DATABASE_URL: process.env.DATABASE_URL, PUBLIC_URL: process.env.PUBLIC_URL };
const folder = mkdtempSync(join(tmpdir(), 'countercheck-pages-'));
let db: Database;
let anna: Actor;
let bela: Actor;
let boats: string;
let a: world.Placed;
let b: world.Placed;

beforeAll(async () => {
  process.env.DATABASE_URL = `file:${join(folder, 'record.db')}`;
  process.env.PUBLIC_URL = 'https://check.example';
  db = await openDatabase(process.env.DATABASE_URL, { owner: true });
});

afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
  restoreEnv(kept);
});

const page = async (path: string) => parseHTML(await (await ask(path)).text()).document;
const slugged = async (): Promise<string> => (await ask(`/measures/${boats}`)).headers.get('location')!;
const LISTS = ['/measures', '/cases', '/claims', '/conflicts', '/topics', '/places', '/sources', '/speakers'];
const STATIC = ['/', ...LISTS, '/corrections', '/method', '/about', '/search', '/search?q=boats'];

describe('an empty record', () => {
  it.each(STATIC)('answers %s with what will appear and one next step', async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(parseHTML(await response.text()).document.querySelectorAll('h1')).toHaveLength(1);
  });

  it.each(LISTS)('Q6: %s says what will appear there, and leads to one thing to do next', async (path) => {
    const empty = (await page(path)).querySelectorAll('.empty');
    expect(empty).toHaveLength(1);
    expect(empty[0]?.querySelectorAll('a')).toHaveLength(1);
    expect(empty[0]?.textContent).toMatch(/appears? here/);
  });

  it('has a valid, empty feed', async () => {
    expect(parseAtomFeed(await (await ask('/feed.atom')).text()).entries ?? []).toEqual([]);
  });
});

describe('a record with an open case', () => {
  beforeAll(async () => {
    anna = await world.person(db, 'Anna', NOW);
    bela = await world.person(db, 'Bela', NOW);
    boats = await world.measure(db, 'How many boats did the harbour count?', NOW, 'fixed');
    const one = await world.tell(
      db,
      {
        outlet: 'Daily Post',
        publishedAt: '2026-03-01',
        title: `Boats ${HOSTILE}`,
        byline: HOSTILE,
        url: 'https://post.example/boats?x=1',
        text: `So ${HOSTILE} it was. The harbour counted {12 boats|a} ${HOSTILE} on Sunday.`,
      },
      { a: { measure: boats, value: '12', noun: 'boats' } },
      NOW,
    );
    const two = await world.tell(
      db,
      { outlet: `=Evil ${HOSTILE}`, publishedAt: '2026-03-01', title: 'Fifteen', text: 'Mara Lund saw {nearly 15 boats|b} there.' },
      {
        b: {
          measure: boats,
          value: '15',
          low: null,
          hedge: 'nearly',
          noun: 'boats',
          speaker: { name: 'Mara Lund', role: HOSTILE, inferred: false },
        },
      },
      NOW,
    );
    [a, b] = [one.a!, two.b!];
    await world.accept(db, a.articleId, anna, minutesLater(1));
    await world.accept(db, b.articleId, anna, minutesLater(1));
    await world.relate(db, a.id, b.id, { explanation: '12 boats and nearly 15 boats cannot both stand.' });
    const apart = world.conflict(
      [world.position('12 boats', a.id), world.position('nearly 15 boats', b.id)],
      '12 boats and nearly 15 boats cannot both stand.',
    );
    await world.conflicts(db, { [boats]: apart }, minutesLater(2));
  });

  const addresses = async () => [
    ...STATIC,
    '/nope',
    await slugged(),
    `/claims/${a.id}`,
    `/claims/${b.id}`,
    `/articles/${a.articleId}`,
    `/articles/${b.articleId}`,
  ];

  it('sends every page without a script, an inline style or anything from elsewhere, under the policy', async () => {
    for (const path of await addresses()) {
      const response = await ask(path);
      const html = await response.text();
      expect(response.headers.get('content-security-policy'), path).toContain("script-src 'none'");
      expect(response.headers.get('x-content-type-options'), path).toBe('nosniff');
      const { document } = parseHTML(html);
      expect(
        [...document.querySelectorAll('script')].filter((script) => script.getAttribute('type') !== 'application/ld+json'),
        path,
      ).toEqual([]);
      expect(document.querySelectorAll('[style], [onload], [onclick], iframe, img[src^="http"]'), path).toHaveLength(0);
      expect(
        [...document.querySelectorAll('link[rel=stylesheet], link[rel=icon]')].every((link) => link.getAttribute('href')!.startsWith('/')),
        path,
      ).toBe(true);
      expect(html, path).not.toContain('<script>alert');
      expect(document.querySelectorAll('h1'), path).toHaveLength(1);
      expect(document.querySelector('html')!.getAttribute('lang'), path).toBe('en');
    }
  });

  it('shows hostile words as words', async () => {
    const document = await page(`/articles/${a.articleId}`);
    expect(document.querySelector('h1')!.textContent).toBe(`Boats ${HOSTILE}`);
    expect(document.querySelector('.article-text')!.textContent).toContain(HOSTILE);
  });

  it('answers first: no accepted value, both figures with their hedges, each leading to its quote', async () => {
    const document = await page(await slugged());
    const sentence = document.querySelector('.sentence')!;
    expect(sentence.textContent).toMatch(
      /^No accepted value: .*12 boats.*nearly 15 boats.*as of 1 March 2026\. Case open since 2 March 2026; 2 claims from 2 sources\.$/,
    );
    for (const link of sentence.querySelectorAll('a')) expect((await ask(link.getAttribute('href')!)).status).toBe(200);
    for (const data of document.querySelectorAll('data')) expect(data.closest('a')).not.toBeNull();
    const main = document.querySelector('main')!.innerHTML;
    expect(main.indexOf('class="sentence"')).toBeLessThan(main.indexOf('<svg'));
  });

  it('draws as many marks as the table has rows, and both have the same claims', async () => {
    const document = await page(await slugged());
    const rows = [...document.querySelectorAll('.claims tbody tr')].map((row) => row.id);
    for (const size of ['wide', 'narrow']) {
      const marks = [...document.querySelectorAll(`svg.${size} a`)];
      expect(marks.map((mark) => mark.getAttribute('href')!.slice(1)).sort()).toEqual([...rows].sort());
      expect(marks.every((mark) => mark.querySelector('title')!.textContent!.includes('boats'))).toBe(true);
      expect(document.querySelector(`svg.${size}`)!.getAttribute('role')).toBe('group');
    }
  });

  it('marks the quote in its context and links to the very words of the original', async () => {
    const document = await page(`/claims/${a.id}`);
    expect([...document.querySelectorAll('blockquote mark')].map((mark) => mark.textContent)).toEqual(['12 boats']);
    const live = document.querySelector('a.original')!.getAttribute('href')!;
    expect(live.startsWith('https://post.example/boats?x=1#:~:text=')).toBe(true);
    expect(live.endsWith(encodeURIComponent('12 boats'))).toBe(true);
    expect(document.querySelector('h1')!.textContent).toBe('According to Daily Post: 12 boats');
    expect(document.querySelector('script')).toBeNull();
  });

  it('leads a wrong or missing slug to the right one, and unknown ids to a real 404 that nobody keeps', async () => {
    const to = await slugged();
    expect(to).toBe(`/measures/${boats}/how-many-boats-did-the-harbour-count`);
    const wrong = await ask(`/measures/${boats}/something-else`);
    expect([wrong.status, wrong.headers.get('location')]).toEqual([308, to]);
    for (const path of [
      '/measures/zzzzzzzzzz',
      '/claims/zzzzzzzzzz',
      '/cases/x',
      '/articles/1234567890',
      '/sources/0',
      '/a/b/c',
      `/measures/${boats}.docx`,
      `/measures/${boats}.json.csv`,
    ]) {
      const missing = await ask(path);
      expect([missing.status, missing.headers.get('cache-control')], path).toEqual([404, 'no-store']);
    }
    expect((await page('/measures/harbour-boats')).querySelector(`a[href="${to}"]`)).not.toBeNull();
  });

  it('answers 304 to those who have the page, and a new page after the next act', async () => {
    const path = await slugged();
    const first = await ask(path);
    const etag = first.headers.get('etag')!;
    const again = await ask(path, { headers: { 'if-none-match': `"other", ${etag}` } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    expect((await ask(`${path}?utm_source=x`)).headers.get('etag')).toBe(etag);
    expect(first.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=1, must-revalidate');
    expect(first.headers.get('link')).toContain(`</measures/${boats}.json>; rel="alternate"; type="application/json"`);
  });

  it('gives the same figures in page, JSON, CSV and feed', async () => {
    const json = await (await ask(`/measures/${boats}.json`)).json();
    const csv = await ask(`/measures/${boats}.csv`);
    const lines = (await csv.text()).trimEnd().split('\r\n');
    const document = await page(await slugged());
    expect(json.answer.sentence).toBe(document.querySelector('.sentence')!.textContent);
    expect(json.claims.map((claim: { id: string }) => `c-${claim.id}`)).toEqual(
      [...document.querySelectorAll('.claims tbody tr')].map((row) => row.id),
    );
    expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(json.claims.map((claim: { id: string }) => claim.id));
    expect(csv.headers.get('content-disposition')).toBe(`attachment; filename="countercheck-${boats}.csv"`);
    expect(lines.some((line) => line.includes(`"'=Evil`))).toBe(true);
    const feed = parseAtomFeed(await (await ask('/feed.atom')).text());
    const opened = feed.entries!.find((entry) => entry.id!.includes(':case:'))!;
    expect(opened.title?.value).toBe('New disagreement: 12 boats / nearly 15 boats');
    expect(opened.links![0]!.href).toBe(json.case.url);
  });

  it.each(['"', '*', 'NEAR(', '<script>', '\u0000', 'x'.repeat(5000), '%'])(
    'never answers the search for %j with an error',
    async (typed) => {
      const response = await ask(`/search?q=${encodeURIComponent(typed)}`);
      expect(response.status).toBe(200);
    },
  );

  it('carries a ClaimReview on both claims once a ruling is published, and nowhere else, agreeing with the page', async () => {
    const ofCase = (await db.read.select().from(cases).where(eq(cases.measureId, boats)).get())!;
    const ruling = {
      verdicts: ['supported', 'outdated'] as ('supported' | 'outdated')[],
      accepted: 0,
      rationale: 'The harbour log lists twelve </script><b>boats</b>. It names each one.',
    };
    const before = (await ask(await slugged())).headers.get('etag');
    await world.settle(db, ofCase, ruling, { rules: anna, publishes: bela, at: minutesLater(9) });
    expect((await ask(await slugged())).headers.get('etag')).not.toBe(before);
    for (const [id, word] of [
      [a.id, 'Supported'],
      [b.id, 'Outdated'],
    ] as const) {
      const document = await page(`/claims/${id}`);
      const blocks = document.querySelectorAll('script[type="application/ld+json"]');
      expect(blocks).toHaveLength(1);
      const review = JSON.parse(blocks[0]!.textContent!);
      expect(review.reviewRating.alternateName).toBe(word);
      const visible = document.querySelector('main')!.textContent!;
      const told = [
        review.claimReviewed,
        review.itemReviewed.appearance.url,
        review.reviewRating.ratingExplanation,
        review.author.name,
        review.url,
        review.itemReviewed.author?.name,
      ];
      for (const value of told.filter(Boolean)) expect(visible).toContain(value);
      if (review.reviewRating.ratingValue) expect(visible).toContain(`(${review.reviewRating.ratingValue} on a scale of 1 to 5)`);
    }
    for (const path of [...STATIC, `/cases/${ofCase.id}`, `/articles/${a.articleId}`])
      expect((await page(path)).querySelector('script'), path).toBeNull();
    expect(JSON.parse((await page(await slugged())).querySelector('script')!.textContent!)['@type']).toBe('Dataset');
    const json = await (await ask(`/measures/${boats}.json`)).json();
    const document = await page(await slugged());
    expect([json.status, json.answer.form]).toEqual(['settled', 'accepted']);
    expect(json.answer.sentence).toBe(document.querySelector('.sentence')!.textContent);
    expect(document.querySelector('#decision')!.textContent).toContain('The harbour log lists twelve </script><b>boats</b>.');
    const entry = parseAtomFeed(await (await ask('/feed.atom')).text()).entries![0]!;
    expect(entry.title?.value).toBe('Ruling: 12 boats — How many boats did the harbour count?');
  });
});
