import { type PairWord, type RecordedClaim, type Seen, type Settled, type Spoken, settle, UNJUDGED } from '@/lib/measure';
import { throughOf } from './around-commit';
import { publishedClaims } from './kept';
import { claimsAtHand } from './known-claims';
import { IS_MEMBER } from './members';
import type { Reads, Tx } from './open';
import { type PairRow, pairOf } from './pair-record';
import { rowsOf } from './rows';
import { pairJudgements } from './schema';
import { among, ask, NOTHING, type Words, words } from './statement';

/** A word that counts today; its pair is that of today, whichever readings of the two claims it was said of. */
export type StandingWord = PairRow & { word: PairWord };

/** What people said of pairs of claims, settled beside what readers see today, and the claims that they said it of. */
export interface WordsToday extends Spoken {
  settled: Settled;
  judged: ReadonlySet<string>;
}

const SILENCE: WordsToday = { said: [], published: new Map(), settled: UNJUDGED, judged: new Set() };

/** What the words that count today come to. */
export const wordsToday = async (from: Reads): Promise<WordsToday> =>
  isWriting(from) ? comeTo(from, await standingWords(from)) : (await lastRead(from)).today;

async function comeTo(from: Reads, rows: readonly StandingWord[]): Promise<WordsToday> {
  if (rows.length === 0) return SILENCE;
  const judged = new Set(rows.flatMap(({ a, b }) => [a, b]));
  const said = rows.map(({ id, about, a, b, word, person, seq }) => ({ id, about, a, b, word, by: person, seq }));
  const published = await publishedClaims(from, await measuresOf(from, judged));
  return { said, published, settled: settle(said, published, await seenAmong(from, judged)), judged };
}

/** Those of some claims that readers see, each with its measure. */
async function seenAmong(from: Reads, ids: ReadonlySet<string>): Promise<Seen> {
  const rows = await ask<{ id: string; measureId: string | null }>(
    from,
    words`SELECT id, measure_id AS measureId FROM claims WHERE id IN ${among(ids)} AND status = 'accepted' ORDER BY id`,
  );
  return new Map(rows.map(({ id, measureId }) => [id, measureId]));
}

/**
 * The words that count today, in the order in which they were said: of each person the last on each pair of claims of today, unless it was
 * taken back. Where a later reading took the place of a claim, what was said of the one is said of the other, since it is the same place in the
 * text. A word on a claim that is rejected or gone does not count while it is, and neither does one on two claims that are one today.
 */
export const standingWords = async (from: Reads): Promise<readonly StandingWord[]> =>
  isWriting(from) ? readStanding(from) : (await lastRead(from)).standing;

/** A transaction sees words of its own that no entry of the log tells of yet. */
const isWriting = (from: Reads): boolean => throughOf(from) !== undefined;

interface WordsRead {
  standing: readonly StandingWord[];
  today: WordsToday;
}

/**
 * The last words read, by the record and the head of its log: every page of the desk asks for them, several times, and they are others only after
 * an act. Of two that read at once both may read.
 */
let lastWords: { key: string; read: WordsRead } | null = null;

async function lastRead(from: Reads): Promise<WordsRead> {
  const [row] = await ask<{ key: string }>(
    from,
    words`SELECT (SELECT value FROM meta WHERE key = 'id') || ' ' || coalesce((SELECT max(seq) FROM audit_log), 0) AS key`,
  );
  const key = (row as { key: string }).key;
  if (lastWords?.key === key) return lastWords.read;
  const standing = await readStanding(from);
  const read = { standing, today: await comeTo(from, standing) };
  lastWords = { key, read };
  return read;
}

async function readStanding(from: Reads): Promise<StandingWord[]> {
  const rows = await rowsOf(from, pairJudgements, words`ORDER BY seq, id`);
  if (rows.length === 0) return [];
  const today = await claimsToday(from, new Set(rows.flatMap(({ a, b }) => [a, b])));
  const said = rows.map((row) => ({ ...row, ...pairOf(today(row.a), today(row.b)) }));
  const members = await membersAmong(from, new Set(said.flatMap(({ a, b }) => [a, b])));
  const last = new Map<string, PairRow>();
  for (const row of said) {
    if (row.a === row.b || !members.has(row.a) || !members.has(row.b)) continue;
    const key = [row.a, row.b, row.person, row.about].join(' ');
    last.delete(key);
    last.set(key, row);
  }
  return [...last.values()].filter((row): row is StandingWord => row.word !== 'taken-back');
}

/** Finds the claim that stands in the place of another today: itself, where no later reading took its place. */
export async function claimsToday(from: Reads, ids: ReadonlySet<string>): Promise<(id: string) => string> {
  const next = new Map<string, string>();
  for (let asked = [...ids]; asked.length > 0; ) {
    const rows: { claim: string; by: string }[] = await ask(
      from,
      words`SELECT c.id AS claim, gone.value ->> '$.by' AS by FROM claims c JOIN readings r ON r.article_id = c.article_id, json_each(r.superseded) AS gone
        WHERE c.status = 'superseded' AND c.id IN ${among(asked)} AND gone.value ->> '$.claim' = c.id AND gone.value ->> '$.by' IS NOT NULL`,
    );
    for (const { claim, by } of rows) next.set(claim, by);
    asked = rows.map(({ by }) => by);
  }
  const today = (id: string): string => (next.has(id) ? today(next.get(id) as string) : id);
  return today;
}

async function membersAmong(from: Reads, ids: ReadonlySet<string>): Promise<Set<string>> {
  const rows = await ask<{ id: string }>(from, words`SELECT id FROM claims WHERE id IN ${among(ids)} AND ${IS_MEMBER}`);
  return new Set(rows.map(({ id }) => id));
}

async function measuresOf(from: Reads, ids: ReadonlySet<string>): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    from,
    words`SELECT DISTINCT measure_id AS id FROM claims WHERE id IN ${among(ids)} AND measure_id IS NOT NULL`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Judged claims that a placing must know of besides the likest: those that are held together with a new one, and those in the measures that
 * may be joined by it. With `beside`, those of this kind alone.
 */
export async function judgedBeside(
  tx: Tx,
  { settled, judged }: WordsToday,
  fresh: readonly RecordedClaim[],
  known: readonly RecordedClaim[],
  beside?: Words,
): Promise<RecordedClaim[]> {
  if (judged.size === 0) return [];
  const there = new Set([...fresh, ...known].map(({ id }) => id));
  const all = (await claimsAtHand(tx, words`claims.id IN ${among(judged)} ${beside ? words`AND ${beside}` : NOTHING}`)).filter(
    ({ id, measureId }) => measureId !== null && !there.has(id),
  );
  const mates = all.filter(({ id }) => fresh.some((one) => settled.bonds.areTogether(one.id, id)));
  const measures = new Set([...known, ...mates].map(({ measureId }) => measureId));
  return all.filter(({ measureId }) => measures.has(measureId));
}
