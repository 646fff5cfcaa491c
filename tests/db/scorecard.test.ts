import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Actor, OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle } from '@/db/claims';
import { readArticleSheet, readCaseSheet } from '@/db/desk';
import { exportState } from '@/db/export';
import type { Database } from '@/db/open';
import { articles, cases } from '@/db/schema';
import { ask } from '../app/public-routes';
import { CUTS } from '../corpora/wire';
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

/** Articles by outlet, read, grouped and compared as an import does it, and then accepted, so that readers see them. */
async function bring(texts: Record<string, string>, on = '2024-05-04'): Promise<void> {
  const given = Object.entries(texts).map(([outlet, text]) => article({ externalId: outlet, outlet, text, publishedAt: on }));
  await addArticles(db, given, OWNER, minutesLater(1));
  for (const { id, externalId } of await db.read.select().from(articles))
    if (externalId !== null && externalId in texts) taken(await acceptArticle(db, { id }, anna, minutesLater(2)));
}

const RELIEF = {
  'Harbour Post':
    'Norland aids over 60 towns and harbours\n\nNorland has provided assistance to 63 towns and harbours, Mayor Rosa Lind said on Sunday.',
  'Bay Herald':
    'Norland has provided assistance to 66 towns and four harbours, Deputy Minister Jon Aske said on Sunday. He named 20 northern towns, 30 southern towns and 16 western towns.',
};

// The shape of the export is that of the contract, checked elsewhere.
// biome-ignore lint/suspicious/noExplicitAny: rows of five kinds
const state = async (): Promise<any> => Object.fromEntries(await exportState(db));

async function page(path: string): Promise<string> {
  const answer = await ask(path);
  const to = answer.headers.get('location');
  return to ? page(to) : answer.text();
}
const wordsOn = async (path: string, where = 'body'): Promise<string> =>
  parseHTML(await page(path))
    .document.querySelector(where)!
    .textContent!.replace(/\s+/g, ' ');
const disputed = async (): Promise<string> => (await db.read.select().from(cases).get())!.measureId;

describe('the scorecard of the design', () => {
  it('N1: every conflict has a kind and a sentence, on the page and in its twin, and parts of a sum sit in one case', async () => {
    await bring(RELIEF);
    const { relations, cases: open, claims } = await state();
    const alert = relations.find(({ alert }: { alert: boolean }) => alert);
    expect(alert).toMatchObject({ kind: 'part-exceeds-whole', relation: 'conflict' });
    expect(open).toHaveLength(1);
    const told = open[0].positions.map((one: { claims: string[] }) =>
      one.claims.map((id) => claims.find((claim: { id: string }) => claim.id === id).text).sort(),
    );
    expect(told).toContainEqual(['66 towns', 'four harbours']);
    const sentence = 'the part (66) cannot be larger than the whole (63)';
    expect(alert.explanation).toContain(sentence);
    const id = await disputed();
    expect(await wordsOn(`/measures/${id}`)).toContain(sentence);
    expect(JSON.stringify(await (await ask(`/measures/${id}.json`)).json())).toContain(sentence);
  });

  it('N2: a count that falls across sources and a share above all are flagged, aid the other way is not', async () => {
    await bring({ 'Harbour Post': 'Norland has provided assistance to 63 towns so far, Mayor Rosa Lind said.' }, '2024-05-04');
    await bring({ 'Bay Herald': 'Norland has provided assistance to 58 towns so far, the relief office said.' }, '2024-05-08');
    await bring({ 'Evening Mail': 'So far 41 towns have provided assistance to Norland, the relief office said.' }, '2024-05-10');
    await bring({ 'Morning Ledger': 'Turnout in the vote in Lind was 104 percent, the clerk said.' }, '2024-05-10');
    const { relations, checks, cases: open } = await state();
    expect(relations.filter(({ alert }: { alert: boolean }) => alert)).toMatchObject([{ kind: 'cumulative-decrease' }]);
    expect(open).toHaveLength(1);
    expect(await wordsOn(`/measures/${await disputed()}`)).toContain('a running count cannot fall');
    expect(checks).toMatchObject([{ kind: 'impossible-share', verdict: 'fail' }]);
  });

  it('N4: readers are told origins, not articles alone', async () => {
    const [whole, cut, other] = [CUTS['as it came']!, CUTS['the first five paragraphs']!, CUTS['under a headline of its own']!];
    await bring({ 'Harbour Post': whole, 'Bay Herald': cut, 'Evening Mail': other });
    const words = await wordsOn('/measures');
    expect(words).toMatch(/3 in 3 articles, 1 origin/);
  });

  it('N5: hedges are intervals: two that cannot meet, two that do, and one that holds both figures', async () => {
    const held = (number: string) => `The harbour office held ${number} meetings with captains in Lisby.`;
    const aided = (number: string) => `Norland has sent pumps to ${number} towns, the mayor said.`;
    await bring({ 'Harbour Post': `${held('nearly 20')} ${aided('over 80')}`, 'Bay Herald': `${held('nearly 30')} ${aided('83')}` });
    await bring({ 'Evening Mail': aided('89'), 'Morning Ledger': 'Fishers from more than 100 ports met in Lisby, the mayor said.' });
    await bring({ 'Night Post': 'Fishers from over 100 ports met in Lisby, the clerk said.' });
    const { relations, claims } = await state();
    const text = (id: string): string => claims.find((claim: { id: string }) => claim.id === id).text;
    const alerts = relations.filter(({ alert }: { alert: boolean }) => alert);
    const pairs = alerts.map(({ a, b }: { a: string; b: string }) => [text(a), text(b)].sort());
    expect(pairs.sort()).toEqual([
      ['83 towns', '89 towns'],
      ['nearly 20 meetings', 'nearly 30 meetings'],
    ]);
    const inOne = (a: string, b: string): boolean =>
      claims.find((claim: { text: string }) => claim.text === a).measureId ===
      claims.find((claim: { text: string }) => claim.text === b).measureId;
    expect(inOne('more than 100 ports', 'over 100 ports')).toBe(true);
    expect(inOne('over 80 towns', '83 towns')).toBe(true);
  });

  it('N9: the arithmetic of an article and of a case stands line by line on their pages', async () => {
    await bring(RELIEF);
    const lines = [
      ['20 + 30 + 16 = 66', 'pass'],
      ['66 + 4 = 70, not 63', 'fail'],
      ['headline over 60, text 63', 'pass'],
    ];
    const told = (checks: { expression: string; verdict: string }[]) => checks.map(({ expression, verdict }) => [expression, verdict]);
    const one = (await db.read.select().from(cases).get())!;
    expect(told((await readCaseSheet(db.read, one.id, 'anna'))!.checks).filter(([sum]) => lines.some(([line]) => line === sum))).toEqual(
      lines,
    );
    const herald = (await db.read.select().from(articles)).find(({ externalId }) => externalId === 'Bay Herald')!;
    expect(told((await readArticleSheet(db.read, herald.id))!.checks)).toContainEqual(lines[0]);
    const words = await wordsOn(`/measures/${one.measureId}`, '.checks');
    const places = lines.map(([expression]) => words.indexOf(expression!));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((x, y) => x - y));
  });
});
