import type { Instant } from '@/lib/base';
import {
  type Grouping,
  groupSeenFirst,
  type Measure,
  questionOf,
  type RecordedClaim,
  SAME_QUESTION,
  sorted,
  standByThemselves,
} from '@/lib/measure';
import { added, type Grouped, UNCHANGED } from './grouped';
import { keptClaims, publishedClaims } from './kept';
import { claimsAtHand, standingAtHand } from './known-claims';
import { leadOnFrom } from './measures';
import type { Tx } from './open';
import { type WordsToday, wordsToday } from './pair-words';
import { MOST_LOOSE, MOST_MEMBERS, unplace } from './parted';
import { IS_SEEN, placeNext, writePlaced } from './placing';
import { among, ask, askJson, NOTHING, type Words, words } from './statement';
import { addSuggestions } from './suggestions';
import { inTurns } from './turns';

/** Other measures that are grouped anew with those of the two claims. */
const MOST_ALIKE = 10;

/** How claims are grouped anew. */
interface Anew {
  /** What readers see is grouped, too, and not left as it stands; as a rule where readers see all of the claims. */
  seen?: boolean;
  most?: number;
  /** Measures that lost all their claims by the act: their cases are looked at as well. */
  also?: readonly string[];
}

/**
 * Groups anew the measures that some claims of a large record stand in, and those nearest to them. What stays together keeps its measure; a handful that is parted from
 * it is placed again among its likest in all of the record. Where the measures have more than `most` members, these claims alone leave them, each by
 * itself, and are placed again.
 */
export async function regroupMeasuresOf(
  tx: Tx,
  claimIds: readonly string[],
  now: Instant,
  { seen, most = MOST_MEMBERS, also = [] }: Anew = {},
): Promise<Grouped> {
  const own = await measuresOf(tx, claimIds);
  // Claims that nothing was placed of yet come to what is said of them when they are.
  if (own.length === 0) return UNCHANGED;
  const touched = [...new Set([...own, ...(await alikeTo(tx, own, seen ? IS_SEEN : undefined)), ...also])];
  const { claims: members, accepted } = await standingAtHand(tx, words`claims.measure_id IN ${among(touched)}`);
  const said = await wordsToday(tx);
  // A word on a claim that nobody accepted is no reason to group what readers see.
  const asTheyStand = !(seen ?? claimIds.every((id) => accepted.has(id)));
  const large = members.length > most;
  const { grouping, settled } = large
    ? { grouping: parted(members, await leaving(tx, members, claimIds, { accepted, asTheyStand }, said)), settled: said.settled }
    : await inTurns(groupSeenFirst(members, { seen: accepted, asTheyStand }, await keptClaims(tx, touched), said));
  await addSuggestions(tx, grouping, members);
  const isLoose = ({ id, claims: ids }: Measure) =>
    id === null && ids.length <= MOST_LOOSE && (large || !ids.some((one) => accepted.has(one)));
  const loose = grouping.measures.filter(isLoose).flatMap(({ claims: ids }) => ids);
  const measures = grouping.measures.filter((measure) => !isLoose(measure));
  const left = new Set(loose);
  const staying = members.filter(({ id }) => !left.has(id));
  const before = homesOf(members.filter(({ id }) => left.has(id)));
  const placed = { measures, suggestions: grouping.suggestions };
  let sum = await writePlaced(tx, placed, { members: staying, accepted, known: [], left: loose, touched, reckoned: [], settled }, now);
  await unplace(tx, loose);
  for (let done = loose.length === 0; !done; ) {
    const step = await placeNext(tx, now, words`claims.id IN ${among(loose)}`);
    sum = added(sum, step.grouped);
    done = step.done;
  }
  leadOnFrom(tx, before);
  return sum;
}

async function measuresOf(tx: Tx, claimIds: readonly string[]): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    tx,
    words`SELECT DISTINCT measure_id AS id FROM claims WHERE id IN ${among(claimIds)} AND measure_id IS NOT NULL`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Groups anew what readers see around claims whose readings they see from now on, or no more: where that stands as it would by itself, it is left
 * as it is, and so is what nobody sees.
 */
export async function regroupJudged(tx: Tx, claimIds: readonly string[], now: Instant): Promise<void> {
  for (const ids of await withOthersSeen(tx, claimIds)) {
    const { said } = await wordsToday(tx);
    const own = new Set(ids);
    const named = said.flatMap(({ a, b }) => (own.has(a) || own.has(b) ? [a, b] : []));
    if (named.length > 0 || !(await standsAsSeen(tx, ids)))
      await regroupMeasuresOf(tx, [...new Set([...ids, ...named])], now, { seen: true });
  }
}

async function standsAsSeen(tx: Tx, claimIds: readonly string[]): Promise<boolean> {
  const own = await measuresOf(tx, claimIds);
  const touched = [...own, ...(await alikeTo(tx, own, IS_SEEN))];
  const members = await claimsAtHand(tx, words`claims.measure_id IN ${among(touched)} AND ${IS_SEEN}`);
  // A larger one is not grouped anew, whoever leaves it.
  if (members.length > MOST_MEMBERS) return false;
  return inTurns(standByThemselves(members, await keptClaims(tx, touched), await wordsToday(tx)));
}

/**
 * Those of some claims that stand in a measure and that readers see others beside, there or as alike as claims of one question are, and those that
 * somebody spoke of; the claims of each measure together.
 */
async function withOthersSeen(tx: Tx, claimIds: readonly string[]): Promise<string[][]> {
  const { judged } = await wordsToday(tx);
  const isSeen = words`other.status = 'accepted'`;
  const isAlike = words`score >= ${SAME_QUESTION} AND ${isSeen}`;
  return askJson(
    tx,
    words`SELECT json_group_array(json(ids)) AS json FROM (SELECT json_group_array(own.id) AS ids FROM claims own
      WHERE own.id IN ${among(claimIds)} AND own.measure_id IS NOT NULL AND (own.id IN ${among(judged)}
        OR EXISTS (SELECT 1 FROM claims other WHERE other.measure_id = own.measure_id AND other.id <> own.id AND ${isSeen})
        OR EXISTS (SELECT 1 FROM claims other WHERE other.article_id = own.article_id AND (other.id = own.part_of OR other.part_of = own.id) AND ${isSeen})
        OR EXISTS (SELECT 1 FROM suggestions JOIN claims other ON other.id = b WHERE a = own.id AND ${isAlike})
        OR EXISTS (SELECT 1 FROM suggestions JOIN claims other ON other.id = a WHERE b = own.id AND ${isAlike}))
      GROUP BY own.measure_id ORDER BY min(own.ordinal), own.measure_id)`,
  );
}

/**
 * Measures that hold a part or a total of these, or a claim as alike to one as claims of one question are: what kept them apart may have been the word that is taken
 * back now, or another that rested on it. With `only`, claims of this kind count alone.
 */
async function alikeTo(tx: Tx, measureIds: readonly string[], only?: Words): Promise<string[]> {
  const ids = among(measureIds);
  const some = only ? words`AND ${only}` : NOTHING;
  const rows = await ask<{ id: string }>(
    tx,
    words`WITH own AS (SELECT id, part_of, article_id FROM claims WHERE measure_id IN ${ids} ${some}),
      near AS (
        SELECT b AS id, score FROM suggestions JOIN own ON own.id = a UNION SELECT a, score FROM suggestions JOIN own ON own.id = b
        UNION SELECT part_of, 2 FROM own UNION SELECT claims.id, 2 FROM claims JOIN own ON claims.article_id = own.article_id AND claims.part_of = own.id)
      SELECT measure_id AS id FROM near JOIN claims USING (id)
      WHERE score >= ${SAME_QUESTION} AND measure_id NOT IN ${ids} ${some}
      GROUP BY measure_id ORDER BY max(score) DESC, measure_id LIMIT ${MOST_ALIKE}`,
  );
  return rows.map(({ id }) => id);
}

/** Those of the claims that may leave, and what nobody sees that people hold together with them. */
async function leaving(
  tx: Tx,
  members: readonly RecordedClaim[],
  claimIds: readonly string[],
  { accepted, asTheyStand }: { accepted: ReadonlySet<string>; asTheyStand: boolean },
  { settled }: WordsToday,
): Promise<Set<string>> {
  const ruled = await publishedClaims(tx, await measuresOf(tx, claimIds));
  const staying = asTheyStand ? accepted : new Set([...ruled.values()].flat());
  const first = claimIds.filter((id) => !staying.has(id));
  const isWith = (claim: string): boolean => first.some((id) => settled.bonds.areTogether(id, claim));
  const others = members.filter(({ id }) => !accepted.has(id) && !staying.has(id) && isWith(id));
  return new Set([...first, ...others.map(({ id }) => id)]);
}

/** The measures as they are, without the claims that leave them, each of which is by itself. */
function parted(members: readonly RecordedClaim[], left: ReadonlySet<string>): Grouping {
  const byId = new Map(members.map((claim) => [claim.id, claim]));
  const staying = [...homesOf(members.filter(({ id }) => !left.has(id)))];
  const groups = [...staying, ...[...left].filter((id) => byId.has(id)).map((id) => [null, [id]] as const)];
  const measures = groups.map(([id, ids]): Measure => {
    const own = sorted(ids.map((one) => byId.get(one) as RecordedClaim));
    return { id, ...questionOf(own), claims: own.map((claim) => claim.id) };
  });
  return { measures, suggestions: [] };
}

/** Ids of claims by the measure that they stand in. */
function homesOf(members: readonly RecordedClaim[]): Map<string, string[]> {
  const homes = new Map<string, string[]>();
  for (const { id, measureId } of members) {
    const own = homes.get(measureId as string);
    if (own) own.push(id);
    else homes.set(measureId as string, [id]);
  }
  return homes;
}
