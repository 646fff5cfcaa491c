import { gzipSync } from 'node:zlib';
import { parseAtomFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '@/db/open';
import * as world from '../db/public-world';
import { type ServedRecord, servedRecord } from '../db/served-record';
import { minutesLater, NOW } from '../db/world';
import { ask, publicRoutes } from './public-routes';

/** Measures that are hard to show, in one record that is only added to: far too many claims, none, without dates, of every size, in every script. */
let record: ServedRecord;
let db: Database;

beforeAll(async () => {
  record = await servedRecord();
  db = record.db;
});
afterAll(() => record.end());

const text = async (path: string): Promise<string> => (await ask(path)).text();
const page = async (path: string) => parseHTML(await text(path)).document;
const packed = (body: string): number => gzipSync(body).length;
const placeOf = async (id: string): Promise<string> => (await ask(`/measures/${id}`)).headers.get('location')!;

/** A measure of so many claims, a hundred to an article and an article to an outlet, all of them accepted. */
async function measureOf(count: number, title: string): Promise<string> {
  const id = await world.measure(db, title, NOW, 'running');
  for (let first = 0; first < count; first += 100) {
    const at = Array.from({ length: Math.min(100, count - first) }, (_, index) => first + index);
    const placed = await world.tell(
      db,
      {
        ...{
          outlet: `Paper ${first / 100}`,
          publishedAt: `20${String(10 + ((first / 100) % 90)).padStart(2, '0')}-03-01`,
          title: `Part ${first}`,
        },
        text: at.map((value) => `The harbour counted {${1000 + value} boats|c${value}} that day.`).join(' '),
      },
      Object.fromEntries(at.map((value) => [`c${value}`, { measure: id, value: String(1000 + value), noun: 'boats' }])),
      NOW,
    );
    await world.accept(db, placed[`c${first}`]!.articleId, record.anna, minutesLater(1));
  }
  return id;
}

describe('Q6: an empty record', () => {
  it('answers every page of the tree with what will appear there, and leads on', async () => {
    const still = publicRoutes().filter(({ pattern, file }) => file.endsWith('.tsx') && pattern.every((part) => !part.startsWith('[')));
    expect(still.length).toBeGreaterThan(10);
    for (const { pattern } of still) {
      const path = `/${pattern.join('/')}`;
      const answer = await ask(path);
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
      expect(answer.status, path).toBe(200);
      const { document } = parseHTML(await answer.text());
      expect(document.querySelectorAll('h1'), path).toHaveLength(1);
      expect(document.querySelector('main')!.textContent!.length, path).toBeGreaterThan(40);
      expect(document.querySelectorAll('main a[href], main form'), path).not.toHaveLength(0);
    }
  });
});

describe('Q2: the budgets', () => {
  it('hold for a measure of 60 claims and for the stylesheets', async () => {
    const html = await text(await placeOf(await measureOf(60, 'How many boats did sixty reports count?')));
    expect(parseHTML(html).document.querySelectorAll('.claims tbody tr')).toHaveLength(60);
    expect(packed(html)).toBeLessThanOrEqual(30_000);
    expect(packed(await text('/style.css'))).toBeLessThanOrEqual(15_000);
    expect(packed(await text('/embed.css'))).toBeLessThanOrEqual(4_000);
    expect(packed(await (await ask('/theme.css', { headers: { cookie: 'theme=dark' } })).text())).toBeLessThanOrEqual(200);
  });

  it('hold for a chart of 200 marks, on a page and as a file', async () => {
    const id = await measureOf(200, 'How many boats did two hundred reports count?');
    const { document } = parseHTML(await text(await placeOf(id)));
    for (const size of ['wide', 'narrow'])
      expect(document.querySelector(`svg.${size}`)!.outerHTML.length, size).toBeLessThanOrEqual(40_000 * 3);
    expect(packed(document.querySelector('svg.wide')!.outerHTML)).toBeLessThanOrEqual(40_000);
    expect(packed(await text(`/measures/${id}.svg`))).toBeLessThanOrEqual(40_000);
  });
});

describe('bad input: ten thousand claims on one measure', () => {
  let id: string;
  beforeAll(async () => {
    id = await measureOf(10_000, 'How many boats did ten thousand reports count?');
  }, 600_000);

  it('have a page that can be read, which says what it leaves out and where all of it is', async () => {
    const html = await text(await placeOf(id));
    expect(html.length).toBeLessThan(2_000_000);
    const { document } = parseHTML(html);
    const rows = new Set([...document.querySelectorAll('.claims tbody tr')].map((row) => row.id));
    expect(rows.size).toBeLessThanOrEqual(300);
    expect(document.querySelector('.claims caption')!.textContent).toContain('of 10,000');
    expect(document.querySelector('.sentence')!.textContent).toContain('10,000 claims');
    const marks = [...document.querySelectorAll('svg.wide a')].map((mark) => mark.getAttribute('href')!.slice(1));
    expect(marks).toHaveLength(200);
    for (const mark of marks) expect(rows).toContain(mark);
  });

  it('are whole as data, and bounded as a chart, a card, a frame and a feed', async () => {
    expect(JSON.parse(await text(`/measures/${id}.json`)).claims).toHaveLength(10_000);
    expect((await text(`/measures/${id}.csv`)).trimEnd().split('\r\n')).toHaveLength(10_001);
    for (const path of [`/measures/${id}.svg`, `/measures/${id}/card.svg`, `/measures/${id}/spark.svg`, `/embed/measures/${id}`])
      expect((await text(path)).length, path).toBeLessThan(200_000);
    const feed = await text(`/measures/${id}.atom`);
    expect(feed.length).toBeLessThan(1_000_000);
    expect(parseAtomFeed(feed).entries!.length).toBeGreaterThan(0);
  });
});

describe('bad input: values and dates', () => {
  it('a measure without a claim is none', async () => {
    const id = await world.measure(db, 'How many boats did nobody count?', NOW);
    for (const path of [`/measures/${id}`, `/measures/${id}.json`, `/measures/${id}.svg`, `/embed/measures/${id}`])
      expect((await ask(path)).status, path).toBe(404);
  });

  it('claims without a date stand at the side of the chart, and every place says that none was given', async () => {
    const id = await world.measure(db, 'How many boats did somebody count?', NOW);
    const told = await world.tell(
      db,
      { outlet: 'Daily Post', publishedAt: null, title: 'Boats', text: 'There were {12 boats|a} and {13 boats|b}.' },
      { a: { measure: id, value: '12', noun: 'boats' }, b: { measure: id, value: '13', noun: 'boats' } },
      NOW,
    );
    await world.accept(db, told.a!.articleId, record.anna, minutesLater(1));
    const document = await page(await placeOf(id));
    expect(document.querySelector('.sentence')!.textContent).toContain('no date given');
    expect(document.querySelectorAll('svg.wide a')).toHaveLength(2);
    expect(document.querySelector('svg.wide')!.textContent).toContain('undated');
    expect(document.body.innerHTML).not.toMatch(/NaN|Invalid|undefined/);
    expect((await text(`/measures/${id}.csv`)).split('\r\n')[1]).not.toMatch(/NaN|null|undefined/);
    expect((await text(`/embed/measures/${id}`)).toString()).toContain('no date');
  });

  it('0.0001 and 10¹⁵ stand on one chart, in digits that the source gave', async () => {
    const id = await world.measure(db, 'How much salt is in the harbour?', NOW);
    const values = ['0.0001', '0.3', '7', '41000', '1000000000000000'];
    const told = await world.tell(
      db,
      {
        outlet: 'Daily Post',
        publishedAt: '2026-03-01',
        title: 'Salt',
        text: values.map((value, at) => `It was {${value} g|v${at}} there.`).join(' '),
      },
      Object.fromEntries(values.map((value, at) => [`v${at}`, { measure: id, value, noun: 'grams' }])),
      NOW,
    );
    await world.accept(db, told.v0!.articleId, record.anna, minutesLater(1));
    const document = await page(await placeOf(id));
    const chart = document.querySelector('svg.wide')!;
    expect(chart.querySelectorAll('a')).toHaveLength(5);
    expect(chart.outerHTML).not.toMatch(/NaN|Infinity|e[+-]\d/);
    const places = [...chart.outerHTML.matchAll(/translate\([\d.]+[ ,]([\d.]+)\)|<use[^>]* y="([\d.]+)"/g)].map(([, a, b]) =>
      Number(a ?? b),
    );
    expect(places.every((place) => place >= 0 && place <= 400)).toBe(true);
    expect(document.querySelector('.claims')!.textContent).toContain('0.0001');
    expect(document.querySelector('.claims')!.textContent).toContain('1,000 trillion');
    const claims = JSON.parse(await text(`/measures/${id}.json`)).claims as { figure: { value: string } }[];
    expect(claims.map(({ figure }) => figure.value).sort()).toEqual([...values].sort());
  });
});

describe('words for the ear', () => {
  it('a sign of a bound is read as words, wherever it is not a quote', async () => {
    const id = await world.measure(db, 'How many people came?', NOW);
    const told = await world.tell(
      db,
      {
        outlet: 'Daily Post',
        publishedAt: '2026-03-01',
        title: 'People',
        text: 'There came {≥ 41,000 people|a}, and later {~ 42,000 people|b}.',
      },
      {
        a: { measure: id, value: '41000', hedge: 'at-least', high: null, noun: 'people' },
        b: { measure: id, value: '42000', hedge: 'about', noun: 'people' },
      },
      NOW,
    );
    await world.accept(db, told.a!.articleId, record.anna, minutesLater(1));
    for (const path of [await placeOf(id), `/claims/${told.a!.id}`, `/articles/${told.a!.articleId}`, '/measures', '/search?q=41000']) {
      const document = await page(path);
      // "Words" of a reading are those of the article, letter for letter.
      for (const quote of document.querySelectorAll('blockquote, .quote, .article-text, .fact:first-child, #cite')) quote.remove();
      expect(document.querySelector('main')!.textContent, path).not.toMatch(/[≥≤~]/);
      // A list has room for the latest figure.
      const figure = path === '/measures' ? 'about 42,000' : 'at least 41,000';
      if (path !== '/search?q=41000') expect(document.querySelector('main')!.textContent, path).toContain(figure);
    }
    for (const path of [`/measures/${id}.svg`, `/measures/${id}/card.svg`]) expect(await text(path), path).not.toMatch(/[≥≤]/);
  });

  it.each([
    ['ar', 'rtl', 'وصل {83|a} قارباً إلى الميناء.'],
    ['he', 'rtl', '{83 סירות|a} הגיעו לנמל.'],
    ['zh-Hans', 'ltr', '港口来了{83艘船|a}。'],
    ['az-Arab', 'rtl', '{83|a} قاییق گلدی.'],
    ['en', 'ltr', 'There were {83 boats|a}.'],
    [null, 'auto', 'There were {83 boats|a}.'],
    ['not a language', 'auto', 'There were {83 boats|a}.'],
  ])('a quote in %s is said to be that, and written from its side: %s', async (language, dir, words) => {
    const id = await world.measure(db, `How many boats came in ${language}?`, NOW);
    const told = await world.tell(
      db,
      { outlet: 'Daily Post', publishedAt: '2026-03-01', title: `${words.slice(0, 6)} …`, text: words, language },
      { a: { measure: id, value: '83', noun: 'boats' } },
      NOW,
    );
    await world.accept(db, told.a!.articleId, record.anna, minutesLater(1));
    const lang = language === 'not a language' ? null : language;
    for (const [path, quotes] of [
      [await placeOf(id), '.claims .quote'],
      [`/claims/${told.a!.id}`, 'blockquote'],
      [`/articles/${told.a!.articleId}`, '.article-text, h1'],
      [`/embed/claims/${told.a!.id}`, 'blockquote'],
    ] as const) {
      const found = [...(await page(path)).querySelectorAll(quotes)];
      expect(found.length, path).toBeGreaterThan(0);
      for (const quote of found) expect([quote.getAttribute('lang'), quote.getAttribute('dir')], path).toEqual([lang, dir]);
    }
  });
});
