import { type SQL, sql } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import type { PairSubject, PairWord } from '@/lib/measure';
import type { Reads } from '../open';
import { standingWords, wordsToday } from '../pair-words';
import { claims, measures } from '../schema';
import { isAmong } from '../statement';
import { namesOf } from './names';
import { type PairOfIds, type PairView, type SaidWord, saidOf, viewPairs } from './pair';

/** Pairs on one page of the list. */
export const PAIRS_A_PAGE = 20;
/** The list is made from so many of the likest pairs, however large the record is: nobody works through more before it changes, and each page of the queue counts them. */
const MOST_LOOKED_AT = 500;

/**
 * Of each two measures the likest pair that waits: what is said of it is said of their two questions. Those on which somebody decided are done,
 * and so are those of which their reader was unsure. Pairs are gone through by their likeness ("CROSS" keeps the planner to that order): of the claims there are far more.
 */
async function waitingFor(from: Reads, personId: string): Promise<SQL> {
  const isDone = ({ word, person }: SaidWord) => word !== 'unsure' || person === personId;
  const done = [...(await saidOf(from))].filter(([, words]) => words.some(isDone)).map(([key]) => key.split(' '));
  return sql`
    WITH decided AS (
      SELECT min(x.measure_id, y.measure_id) AS m, max(x.measure_id, y.measure_id) AS n FROM json_each(${JSON.stringify(done)}) AS pair
      CROSS JOIN claims x ON x.id = pair.value ->> 0 CROSS JOIN claims y ON y.id = pair.value ->> 1),
    waiting AS (
      SELECT s.a, s.b, s.score, min(x.measure_id, y.measure_id) AS m, max(x.measure_id, y.measure_id) AS n FROM suggestions s
      CROSS JOIN claims x ON x.id = s.a AND x.status IN ('read', 'accepted') CROSS JOIN claims y ON y.id = s.b AND y.status IN ('read', 'accepted')
      WHERE x.measure_id <> y.measure_id
        AND (min(x.measure_id, y.measure_id), max(x.measure_id, y.measure_id)) NOT IN (SELECT m, n FROM decided)
      ORDER BY s.score DESC LIMIT ${MOST_LOOKED_AT}),
    likest AS (
      SELECT *, row_number() OVER (PARTITION BY m, n ORDER BY score DESC, a, b) AS place, count(*) OVER (PARTITION BY m, n) AS pairs FROM waiting)`;
}

/** How many pairs wait for somebody to look. */
export async function countSuggestions(from: Reads, personId: string): Promise<number> {
  const [row] = await from.all<{ n: number }>(sql`${await waitingFor(from, personId)} SELECT count(*) AS n FROM likest WHERE place = 1`);
  return row?.n ?? 0;
}

/** A pair that waits, and how many others there are of its two measures. */
export interface WaitingPair extends PairView {
  more: number;
}

/** A page of the pairs that wait, the likest first. @param page from 1 on. */
export async function openSuggestions(from: Reads, personId: string, page: number): Promise<WaitingPair[]> {
  const rows = await from.all<{ a: string; b: string; pairs: number }>(sql`${await waitingFor(from, personId)}
    SELECT a, b, pairs FROM likest WHERE place = 1 ORDER BY score DESC, a, b LIMIT ${PAIRS_A_PAGE} OFFSET ${(page - 1) * PAIRS_A_PAGE}`);
  const views = await viewPairs(
    from,
    rows.map(({ a, b }): PairOfIds => [a, b]),
  );
  return views.map((view) => ({ ...view, more: (rows.find(({ a, b }) => a === view.a.id && b === view.b.id)?.pairs ?? 1) - 1 }));
}

/** One step of a clash: who said what of which two. */
export interface ClashStep {
  id: string;
  person: string;
  name: string;
  about: PairSubject;
  word: PairWord;
  reason: string | null;
  at: Instant;
  pair: PairOfIds;
  texts: [string, string];
}

/** Words that cannot all hold. */
export interface ClashView {
  yields: ClashStep;
  against: ClashStep[];
  published: { id: string; title: string }[];
  /** Claims that nobody accepted: the word waits for that. Empty where it stands against other words or a ruling. */
  waits: { id: string; text: string }[];
}

/** Every clash of words in the record. */
export async function readClashes(from: Reads): Promise<ClashView[]> {
  const { settled } = await wordsToday(from);
  if (settled.clashes.length === 0) return [];
  const steps = await stepsById(from);
  const ruled = isAmong(
    measures.id,
    settled.clashes.flatMap(({ published }) => published),
  );
  const titles = new Map((await from.select().from(measures).where(ruled)).map(({ id, title }) => [id, title]));
  return settled.clashes.map(({ yields, against, published, waits }) => {
    const step = steps.get(yields.id) as ClashStep;
    return {
      yields: step,
      against: against.map(({ id }) => steps.get(id) as ClashStep),
      published: published.map((id) => ({ id, title: titles.get(id) ?? 'a measure' })),
      waits: waits.map((id) => ({ id, text: step.texts[step.pair.indexOf(id)] ?? '' })),
    };
  });
}

/** The words that one person said last and that count today, the latest first. */
export async function lastWordsOf(from: Reads, personId: string, most: number): Promise<ClashStep[]> {
  const steps = [...(await stepsById(from, personId)).values()];
  return steps.reverse().slice(0, most);
}

async function stepsById(from: Reads, personId?: string): Promise<Map<string, ClashStep>> {
  const rows = (await standingWords(from)).filter(({ person }) => personId === undefined || person === personId);
  const ids = JSON.stringify(rows.flatMap(({ a, b }) => [a, b]));
  const some = sql`${claims.id} IN (SELECT value FROM json_each(${ids}))`;
  const texts = new Map(
    (await from.select({ id: claims.id, text: claims.text }).from(claims).where(some)).map(({ id, text }) => [id, text]),
  );
  const names = await namesOf(
    from,
    rows.map(({ person }) => person),
  );
  return new Map(
    rows.map(({ id, person, about, word, reason, at, a, b }) => {
      const pair = [a, b] as const;
      const said = pair.map((one) => texts.get(one) ?? '') as [string, string];
      return [id, { id, person, name: names.get(person) ?? 'somebody', about, word, reason, at, pair, texts: said }];
    }),
  );
}
