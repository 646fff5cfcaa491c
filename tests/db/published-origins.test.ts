import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle } from '@/db/claims';
import { readArticleSheet, readCaseSheet } from '@/db/desk';
import type { Database } from '@/db/open';
import { articles, cases, measures } from '@/db/schema';
import { reportedIn, reportedWords } from '@/lib/publication';
import { ask } from '../app/public-routes';
import { CUTS, textOf, WIRE, WITNESS } from '../corpora/wire';
import { article } from './intake-world';
import { taken } from './public-world';
import { type ServedRecord, servedRecord } from './served-record';
import { minutesLater } from './world';

let record: ServedRecord;
let db: Database;
let anna: Actor;

beforeEach(async () => {
  record = await servedRecord();
  ({ db, anna } = record);
});

afterEach(() => record.end());

let day = 0;
const bring = (texts: Record<string, string>, minute: number) =>
  addArticles(
    db,
    Object.entries(texts).map(([name, text]) =>
      article({ externalId: name, text, outlet: `The ${name}`, publishedAt: `2024-05-${String((day++ % 28) + 1).padStart(2, '0')}` }),
    ),
    OWNER,
    minutesLater(minute),
  );

async function acceptAll(names: string[], minute: number): Promise<void> {
  for (const { id, externalId } of await db.read.select().from(articles))
    if (names.includes(externalId!)) taken(await acceptArticle(db, { id }, anna, minutesLater(minute)));
}

const barges = async () => (await db.read.select().from(measures)).find(({ title }) => /barges/i.test(title))!;
const page = async (path: string) => {
  const answer = await ask(path);
  const to = answer.headers.get('location');
  return to ? (await ask(to)).text() : answer.text();
};
const wordsOf = (html: string, where: string) => parseHTML(html).document.querySelector(where)!.textContent!.replace(/\s+/g, ' ').trim();

describe('fourteen articles that came from two', () => {
  it('are shown as such, wherever their number is, and to reviewers', async () => {
    await bring({ ...CUTS, witness: textOf(WITNESS) }, 1);
    await acceptAll([...Object.keys(CUTS).filter((name) => name !== 'the last half'), 'witness'], 2);
    const { id } = await barges();
    const html = await page(`/measures/${id}`);
    expect(wordsOf(html, '.answer .quiet')).toContain('14 claims in 14 articles, 2 origins, from 14 sources');
    expect(wordsOf(html, '.answer .sentence')).toMatch(
      /10 other sources \(11 articles, 1 origin\).*14 claims in 14 articles, 2 origins\.$/,
    );
    expect(wordsOf(html, '.positions')).toMatch(/12 barges ?11 articles, 1 origin/);
    expect(wordsOf(await page('/measures'), 'table')).toContain('14 in 14 articles, 2 origins');
    expect(await (await ask(`/measures/${id}.json`)).json()).toMatchObject({ counts: { articles: 14, sources: 14, origins: 2 } });

    const sheet = (await readCaseSheet(db.read, (await db.read.select().from(cases).get())!.id, 'anna'))!;
    const said = sheet.row.positions.map(({ claims }) => reportedWords(reportedIn(claims.map((claim) => sheet.claims.get(claim)!))));
    expect(said).toContain('1 article');
    expect(said.some((words) => words.endsWith('articles, 1 origin'))).toBe(true);
    const stored = new Map((await db.read.select().from(articles)).map((row) => [row.externalId, row.id]));
    const original = async (name: string) => (await readArticleSheet(db.read, stored.get(name)!))!.original;
    expect(await original('the first two paragraphs')).toMatchObject({ id: stored.get('as it came'), whole: false });
    expect(await original('witness')).toBeNull();
  });
});

describe('an article that nobody accepted', () => {
  const own = 'The tide sank 12 barges in Lisby harbour on Monday night, and nobody was hurt, a skipper said.';
  const HALVES = { head: textOf(WIRE.slice(0, 3)), tail: textOf([own, ...WIRE.slice(4)]) };

  it('joins no two for readers, until somebody does', async () => {
    await bring(HALVES, 1);
    await acceptAll(['head', 'tail'], 2);
    const { id } = await barges();
    const before = await page(`/measures/${id}`);
    expect(wordsOf(before, '.answer .sentence')).toContain('2 claims from 2 sources');
    await bring({ whole: textOf(WIRE) }, 3);
    expect(await page(`/measures/${id}`)).toBe(before);
    await acceptAll(['whole'], 4);
    expect(wordsOf(await page(`/measures/${id}`), '.answer .quiet')).toContain('3 claims in 3 articles, 1 origin, from 3 sources');
  });

  it('is nobody’s origin: its two reprints are one, and say nothing of it', async () => {
    await bring({ whole: textOf(WIRE), first: CUTS['the first five paragraphs']!, second: CUTS['under a headline of its own']! }, 1);
    await acceptAll(['first', 'second'], 2);
    const { id } = await barges();
    expect(wordsOf(await page(`/measures/${id}`), '.answer .quiet')).toContain('2 claims in 2 articles, 1 origin, from 2 sources');
    const hidden = (await db.read.select().from(articles)).find(({ externalId }) => externalId === 'whole')!.id;
    expect(await page(`/measures/${id}`)).not.toContain(hidden);
    expect(await page(`/measures/${id}.json`)).not.toContain(hidden);
  });
});
