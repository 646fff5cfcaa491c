import type { Instant } from '@/lib/base';
import { compareInSteps, reckonInSteps } from '@/lib/conflict';
import { groupSeenFirst, sorted } from '@/lib/measure';
import { writeChecks } from './checks';
import { applyConflicts } from './conflicts';
import { added, conflictsOf, type Grouped, recordGrouping, UNCHANGED } from './grouped';
import { keptClaims } from './kept';
import { standingAtHand } from './known-claims';
import { writeMeasures } from './measures';
import type { Database, Reads, Tx } from './open';
import { oweRegroup, settleRegroup } from './owed';
import { wordsToday } from './pair-words';
import { placeNext } from './placing';
import { areOriginsOwed, ORIGINS_OWED, rebuildOrigins } from './rebuild-origins';
import { areKeysOwed, KEYS_OWED, refileClaims } from './refile-claims';
import { areSpeakersOwed, refileSpeakers, SPEAKERS_OWED } from './refile-speakers';
import { areSuggestionsOwed, refillSuggestions, settleSuggestions } from './refill-suggestions';
import { regroupJudged, regroupMeasuresOf } from './regroup-measures';
import { writeRelations } from './relations';
import { among, ask, words } from './statement';
import { writeSuggestions } from './suggestions';
import { inTurns, nextTurn } from './turns';

export type { Grouped } from './grouped';

/**
 * Up to this many claims the whole record is grouped anew: that takes a moment, and the order of import plays no part at all. A larger
 * record keeps its measures and places what is new among the likest of what it has, so that an article costs the same in a record of
 * ten thousand claims and in one of a million; `regroupAll` goes over everything.
 */
export const SMALL_RECORD = 2000;

/** Groups what is new since the last time, and compares what it touches. Run twice it writes nothing. */
export async function regroup(db: Database, now: Instant, small = SMALL_RECORD): Promise<Grouped> {
  if (await isFilingOwed(db.read)) await fileOwed(db);
  if (await isSmall(db.read, small)) return regroupAll(db, now);
  if (await areSuggestionsOwed(db.read)) await refillSuggestions(db);
  let sum = UNCHANGED;
  for (let done = false; !done; ) {
    // A transaction for some handfuls of claims: others write in between, and what is done stays done if the process ends.
    const step = await db.write((tx) => placeSome(tx, now));
    sum = added(sum, step.grouped);
    done = step.done;
  }
  return sum;
}

/** What claims are placed by is still to be filed for articles of an older record. */
async function isFilingOwed(from: Reads): Promise<boolean> {
  const [found] = await ask<{ owed: 0 | 1 }>(
    from,
    words`SELECT EXISTS (SELECT 1 FROM meta WHERE key IN (${ORIGINS_OWED}, ${KEYS_OWED}, ${SPEAKERS_OWED})) AS owed`,
  );
  return found?.owed === 1;
}

async function fileOwed(db: Database): Promise<void> {
  if (await areOriginsOwed(db.read)) await rebuildOrigins(db);
  if (await areKeysOwed(db.read)) await refileClaims(db);
  if (await areSpeakersOwed(db.read)) await refileSpeakers(db);
}

async function isSmall(from: Reads, small: number): Promise<boolean> {
  const [found] = await ask<{ large: 0 | 1 }>(from, words`SELECT EXISTS (SELECT 1 FROM claims LIMIT 1 OFFSET ${small}) AS large`);
  return found?.large !== 1;
}

/**
 * Places what the same transaction stored, so that an addition goes to the disk once and is whole there. What is left, all of it in a small
 * record, is owed; `done` where nothing is.
 */
export async function placeStored(tx: Tx, now: Instant, small: number): Promise<{ grouped: Grouped; done: boolean }> {
  const waits = (await isSmall(tx, small)) || (await isFilingOwed(tx));
  const placed = waits ? { grouped: UNCHANGED, done: false } : await placeSome(tx, now);
  if (!placed.done) oweRegroup(tx, now);
  return placed;
}

/** A transaction costs the disk a moment, whatever is in it; longer ones would keep other writers waiting. */
const TRANSACTION_MS = 150;

async function placeSome(tx: Tx, now: Instant): Promise<{ grouped: Grouped; done: boolean }> {
  const end = performance.now() + TRANSACTION_MS;
  let grouped = UNCHANGED;
  for (;;) {
    const step = await placeNext(tx, now);
    grouped = added(grouped, step.grouped);
    if (step.done || performance.now() > end) return { grouped, done: step.done };
    await nextTurn();
  }
}

/**
 * Groups all claims that nobody rejected, compares them, and writes what differs from the record: measures, relations, checks and
 * cases, in one transaction. Run twice it writes nothing; the order of import plays no part, but for what readers have seen already:
 * claims of a public case stay where they stand, and what is public is grouped first, by itself.
 */
export const regroupAll = (db: Database, now: Instant): Promise<Grouped> => db.write((tx) => regroupIn(tx, now));

async function regroupIn(tx: Tx, now: Instant): Promise<Grouped> {
  const { claims, accepted: seen } = await standingAtHand(tx, words`true`);
  const members = sorted(claims);
  const { grouping, settled } = await inTurns(groupSeenFirst(members, { seen }, await keptClaims(tx), await wordsToday(tx)));
  await writeSuggestions(tx, grouping, members);
  await settleSuggestions(tx);
  const comparison = await inTurns(compareInSteps(grouping, members, settled));
  const written = await writeMeasures(tx, grouping.measures, members, now);
  const checks = [...comparison.checks, ...(await inTurns(reckonInSteps(members)))];
  const differences = written.differences + (await writeRelations(tx, comparison.relations)) + (await writeChecks(tx, checks));
  if (written.made + differences > 0) await recordGrouping(tx, grouping.measures, now);
  const applied = await applyConflicts(tx, conflictsOf(comparison, grouping.measures, written.ids), now);
  settleRegroup(tx);
  return { ...applied, measures: written.made, differences };
}

/** Groups anew what two claims stand in, after somebody judged them: a small record as a whole, and of a larger one their measures alone. */
export async function regroupPair(tx: Tx, pair: readonly [string, string], now: Instant, small = SMALL_RECORD): Promise<Grouped> {
  return (await isSmall(tx, small)) ? regroupIn(tx, now) : regroupMeasuresOf(tx, pair, now);
}

/** Groups anew what some claims stand in, and those measures besides that a person's act left empty. */
export async function regroupActed(
  tx: Tx,
  ids: readonly string[],
  left: readonly string[],
  now: Instant,
  small = SMALL_RECORD,
): Promise<void> {
  if (await isSmall(tx, small)) await regroupIn(tx, now);
  else await regroupMeasuresOf(tx, ids, now, { seen: false, also: left });
}

/**
 * Groups anew after somebody corrected the reading of a claim: where readers see it, in the same act; else it is owed, and a small record
 * is grouped by the next grouping.
 */
export async function groupCorrected(
  tx: Tx,
  { id, status }: { id: string; status: string },
  now: Instant,
  small = SMALL_RECORD,
): Promise<void> {
  if (status !== 'accepted') return;
  // The measure that it stood in is owed, and held against what it says now.
  if (!(await isSmall(tx, small)) && !(await isFilingOwed(tx))) await placeNext(tx, now);
  await groupJudged(tx, [id], now, small);
}

/** Compares the measures anew that are owed since a notice on an article stands or ended: a small record as a whole. */
export async function groupNoted(tx: Tx, now: Instant, small = SMALL_RECORD): Promise<void> {
  if (await isSmall(tx, small)) await regroupIn(tx, now);
  else if (!(await isFilingOwed(tx))) await placeNext(tx, now);
}

/**
 * Does in the same act what follows for readers from readings that were accepted, or are no more, so that no page is ever shaped by those that nobody
 * accepted: what is public is grouped by itself, and what people said of these claims counts for readers or does not. A small record is grouped as a
 * whole, of a larger one the measures of claims that have others beside them.
 */
export async function groupJudged(tx: Tx, claimIds: readonly string[], now: Instant, small = SMALL_RECORD): Promise<void> {
  if (await isSmall(tx, small)) return void (await regroupIn(tx, now));
  // What stands in no measure yet is placed among what readers see.
  const isJudged = words`claims.id IN ${among(claimIds)}`;
  for (let done = await isFilingOwed(tx); !done; ) done = (await placeNext(tx, now, isJudged)).done;
  await regroupJudged(tx, claimIds, now);
}
