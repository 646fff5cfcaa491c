import type { Instant } from '@/lib/base';
import { compareInSteps } from '@/lib/conflict';
import { type Grouping, type Kept, type Measure, placeClaims, questionOf, type RecordedClaim, type Settled, sorted } from '@/lib/measure';
import { writeChecks } from './checks';
import { likestClaims } from './claim-keys';
import { applyConflicts } from './conflicts';
import { conflictsOf, type Grouped, recordGrouping, UNCHANGED } from './grouped';
import { claimsAtHand, type Standing, standingAtHand } from './known-claims';
import { writeMeasures } from './measures';
import { IS_MEMBER } from './members';
import type { Tx } from './open';
import { owedNow, settleOwed, settleRegroup } from './owed';
import { judgedBeside, wordsToday } from './pair-words';
import { partMeasures } from './parted';
import { writeRelations } from './relations';
import { among, ask, NOTHING, type Words, words } from './statement';
import { addSuggestions } from './suggestions';
import { inTurns } from './turns';

/** New claims that are placed together, those of some articles as a rule: each measure they come to is compared once. */
const AT_ONCE = 200;
/** Articles whose claims are placed together at most. */
const ARTICLES = 40;
/** How many of the likest claims each new one is held against. */
const LIKEST = 16;

/** Somebody accepted the reading. */
export const IS_SEEN = words`claims.status = 'accepted'`;

/**
 * Places the next handful of claims that stand in no measure, and compares the measures they came to and those that a judgement or a later
 * reading touched. With `only`, claims of this kind, and nothing else that is owed. The record is read through the keys of the new claims alone.
 * What readers see is placed first, and held against what they see alone. `done` when nothing is left.
 */
export async function placeNext(tx: Tx, now: Instant, only?: Words): Promise<{ grouped: Grouped; done: boolean }> {
  const owed = only ? { measures: [], noted: false } : await owedNow(tx);
  const looked = await partMeasures(tx, owed.measures, now);
  const unplaced = seenFirst(await nextUnplaced(tx, only));
  const beside = unplaced.claims.some(({ id }) => unplaced.accepted.has(id)) ? IS_SEEN : undefined;
  const grouped = unplaced.claims.length + looked.length === 0 ? UNCHANGED : await place(tx, unplaced, looked, now, beside);
  const done = !unplaced.more && owed.measures.length === 0;
  if (!done) settleOwed(tx, owed.measures);
  else if (owed.noted) settleRegroup(tx);
  return { grouped, done };
}

async function place(tx: Tx, unplaced: Unplaced, owed: readonly string[], now: Instant, beside?: Words): Promise<Grouped> {
  const { claims: fresh, whole } = unplaced;
  const words = await wordsToday(tx);
  const likest = await likestOf(tx, fresh, beside);
  const known = [...likest, ...(await judgedBeside(tx, words, fresh, likest, beside))];
  const grouping = await inTurns(
    placeClaims([...partsAmong(fresh, known), ...known], idsOf(fresh), await keptAmong(tx, known), words.settled),
  );
  await addSuggestions(tx, grouping, [...fresh, ...known]);
  const touched = [...new Set([...measuresBeside(grouping, fresh, known), ...owed])];
  const standing = await membersOf(tx, touched);
  const members = [...fresh, ...standing.claims];
  const accepted = new Set([...unplaced.accepted, ...standing.accepted]);
  const placed = { ...grouping, measures: wholeMeasures(grouping, members, touched) };
  const left = await leftBehindIn(tx, owed);
  const reckoned = [...new Set([...whole, ...left.map(({ articleId }) => articleId)])];
  const { settled } = words;
  return writePlaced(tx, placed, { members, accepted, known, left: left.map(({ id }) => id), touched, reckoned, settled }, now);
}

/** A part of a total that is not among these is part of nothing. */
function partsAmong(fresh: readonly RecordedClaim[], known: readonly RecordedClaim[]): RecordedClaim[] {
  const there = idsOf([...fresh, ...known]);
  return fresh.map((claim) => (claim.partOf === null || there.has(claim.partOf) ? claim : { ...claim, partOf: null }));
}

/** What is known of the measures that are written. */
interface Placed {
  /** All claims of the measures, old and new. */
  members: readonly RecordedClaim[];
  /** Ids of those that somebody accepted. */
  accepted: ReadonlySet<string>;
  /** Others that they may be compared with. */
  known: readonly RecordedClaim[];
  /** Ids of claims that stood in one of the measures and left it. */
  left: readonly string[];
  /** The measures that the members stood in. */
  touched: readonly string[];
  /** Ids of articles whose claims are others than they were. */
  reckoned: readonly string[];
  settled: Settled;
}

/** Compares these measures, which are whole, and writes what differs from the record. */
export async function writePlaced(tx: Tx, placed: Grouping, given: Placed, now: Instant): Promise<Grouped> {
  const { members, accepted, known, left, touched, reckoned, settled } = given;
  const comparison = await inTurns(compareInSteps(placed, onceEach([...members, ...known]), settled));
  const written = await writeMeasures(tx, placed.measures, [...members], now, { measures: touched, accepted });
  const ids = [...members.map(({ id }) => id), ...left];
  const checks = await writeChecks(tx, comparison.checks, { members: ids, articles: reckoned });
  const differences = written.differences + (await writeRelations(tx, comparison.relations, ids)) + checks;
  if (written.made + differences > 0) await recordGrouping(tx, placed.measures, now);
  const applied = await applyConflicts(tx, conflictsOf(comparison, placed.measures, written.ids), now, [...touched, ...written.ids]);
  return { ...applied, measures: written.made, differences };
}

/** All claims of some measures. */
const membersOf = async (tx: Tx, measureIds: readonly string[]): Promise<Standing> =>
  measureIds.length === 0 ? { claims: [], accepted: new Set() } : standingAtHand(tx, words`claims.measure_id IN ${among(measureIds)}`);

const idsOf = (some: readonly RecordedClaim[]): Set<string> => new Set(some.map(({ id }) => id));
const onceEach = (some: readonly RecordedClaim[]): RecordedClaim[] => [...new Map(some.map((claim) => [claim.id, claim])).values()];

/** They left their measures by a judgement or a later reading, and what they had with others there goes. */
async function leftBehindIn(tx: Tx, measureIds: readonly string[]): Promise<{ id: string; articleId: string }[]> {
  if (measureIds.length === 0) return [];
  return ask(tx, words`SELECT id, article_id AS articleId FROM claims WHERE NOT ${IS_MEMBER} AND measure_id IN ${among(measureIds)}`);
}

interface Unplaced extends Standing {
  /** Ids of the articles that have no others to place. */
  whole: string[];
  more: boolean;
}

/** Claims of some articles that stand in no measure yet, or those of them that `only` names, an article whole where it is not too long; `more` when there may be others. */
async function nextUnplaced(tx: Tx, only?: Words): Promise<Unplaced> {
  const unplaced = words`claims.measure_id IS NULL AND ${IS_MEMBER} ${only ? words`AND ${only}` : NOTHING}`;
  const some = words`SELECT DISTINCT claims.article_id FROM claims WHERE ${unplaced} LIMIT ${ARTICLES}`;
  const next = words`SELECT claims.id FROM claims WHERE ${unplaced} AND claims.article_id IN (${some})
    ORDER BY claims.article_id, claims.ordinal LIMIT ${AT_ONCE + 1}`;
  const found = await standingAtHand(tx, words`claims.id IN (${next})`);
  const articles = new Set(found.claims.map(({ articleId }) => articleId));
  if (found.claims.length <= AT_ONCE) return { ...found, whole: [...articles], more: articles.size === ARTICLES };
  // Of the last there may be more than came.
  const last = [...articles].sort().at(-1) as string;
  articles.delete(last);
  const whole = found.claims.filter(({ articleId }) => articleId !== last);
  return { ...found, claims: whole.length > 0 ? whole : sorted(found.claims).slice(0, AT_ONCE), whole: [...articles], more: true };
}

/** Those that readers see, where there are any; the others come next. */
function seenFirst(next: Unplaced): Unplaced {
  const seen = next.claims.filter(({ id }) => next.accepted.has(id));
  if (seen.length === 0 || seen.length === next.claims.length) return next;
  const waiting = new Set(next.claims.flatMap(({ id, articleId }) => (next.accepted.has(id) ? [] : [articleId])));
  return { ...next, claims: seen, whole: next.whole.filter((articleId) => !waiting.has(articleId)), more: true };
}

/** The likest claims of the record that stand in a measure, and the totals that these are parts of. */
async function likestOf(tx: Tx, fresh: readonly RecordedClaim[], beside?: Words): Promise<RecordedClaim[]> {
  const ids = new Set<string>();
  const likest = await likestClaims(tx, fresh, LIKEST, beside);
  for (const { id, partOf } of fresh) {
    if (partOf !== null) ids.add(partOf);
    for (const other of likest.get(id) ?? []) ids.add(other);
  }
  for (const { id } of fresh) ids.delete(id);
  if (ids.size === 0) return [];
  const known = await claimsAtHand(tx, words`claims.id IN ${among(ids)} ${beside ? words`AND ${beside}` : NOTHING}`);
  return known.filter(({ measureId }) => measureId !== null);
}

/** Of a measure that readers see or that a ruling is published on, all that was loaded stays in it, whichever of its claims they have seen. */
async function keptAmong(tx: Tx, known: readonly RecordedClaim[]): Promise<Kept> {
  const of = new Map<string, string[]>();
  for (const { id, measureId } of known) of.set(measureId as string, [...(of.get(measureId as string) ?? []), id]);
  if (of.size === 0) return new Map();
  const kept = await ask<{ id: string }>(
    tx,
    words`SELECT value AS id FROM json_each(${JSON.stringify([...of.keys()])})
      WHERE EXISTS (SELECT 1 FROM claims WHERE measure_id = value AND status = 'accepted')
        OR EXISTS (SELECT 1 FROM cases JOIN publications ON case_id = cases.id WHERE measure_id = value)`,
  );
  return new Map(kept.map(({ id }) => [id, of.get(id) as string[]]));
}

/** The measures that the new claims came to. */
function measuresBeside({ measures }: Grouping, fresh: readonly RecordedClaim[], known: readonly RecordedClaim[]): string[] {
  const home = new Map(known.map(({ id, measureId }) => [id, measureId as string]));
  const own = idsOf(fresh);
  return measures
    .filter(({ claims: ids }) => ids.some((id) => own.has(id)))
    .flatMap(({ claims: ids }) => ids.flatMap((id) => home.get(id) ?? []));
}

/** The touched measures with all their claims: a placing sees the likest of them alone. */
function wholeMeasures(grouping: Grouping, members: readonly RecordedClaim[], touched: readonly string[]): Measure[] {
  const byId = new Map(members.map((claim) => [claim.id, claim]));
  const left = new Map(touched.map((id) => [id, members.filter(({ measureId }) => measureId === id)]));
  const whole: Measure[] = [];
  for (const { id: own, claims: ids } of grouping.measures) {
    const seen = ids.flatMap((id) => byId.get(id) ?? []);
    const fresh = seen.filter(({ measureId }) => measureId === null);
    if (fresh.length === 0) continue;
    const from = [...new Set(seen.flatMap(({ measureId }) => measureId ?? []))].filter((id) => left.has(id));
    const standing = from.flatMap((id) => left.get(id) ?? []);
    const largest = [...from].sort((a, b) => (left.get(b)?.length ?? 0) - (left.get(a)?.length ?? 0) || (a < b ? -1 : 1))[0] ?? null;
    for (const id of from) left.delete(id);
    whole.push(measureOf([...standing, ...fresh], own !== null && from.includes(own) ? own : largest));
  }
  for (const [id, standing] of left) if (standing.length > 0) whole.push(measureOf(standing, id));
  return whole;
}

function measureOf(members: readonly RecordedClaim[], id: string | null): Measure {
  const ordered = sorted(members);
  return { id, ...questionOf(ordered), claims: ordered.map((claim) => claim.id) };
}
