import { and, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import { type Grouping, groupSeenFirstAtOnce, type Measure, questionOf, type RecordedClaim, SAME_QUESTION, sorted } from '@/lib/measure';
import { added, type Grouped, UNCHANGED } from './grouped';
import { keptClaims } from './kept';
import { standingAtHand } from './known-claims';
import { leadOnFrom } from './measures';
import type { Tx } from './open';
import { type WordsToday, wordsToday } from './pair-words';
import { MOST_LOOSE, MOST_MEMBERS, unplace } from './parted';
import { placeNext, writePlaced } from './placing';
import { claims } from './schema';
import { among, words } from './statement';
import { addSuggestions } from './suggestions';

/** Other measures that are grouped anew with those of the two claims. */
const MOST_ALIKE = 10;

/**
 * Groups anew the measures that two claims of a large record stand in, and those nearest to them. What stays together keeps its measure; a handful that is parted from
 * it is placed again among its likest in all of the record. Where the measures have more than `most` members, the two claims alone leave them, each by
 * itself, and are placed again.
 */
export async function regroupMeasuresOf(tx: Tx, pair: readonly [string, string], now: Instant, most = MOST_MEMBERS): Promise<Grouped> {
  const rows = await tx
    .selectDistinct({ id: claims.measureId })
    .from(claims)
    .where(and(inArray(claims.id, [...pair]), isNotNull(claims.measureId)));
  const own = rows.map(({ id }) => id as string);
  // Claims that nothing was placed of yet come to what is said of them when they are.
  if (own.length === 0) return UNCHANGED;
  const touched = [...own, ...(await alikeTo(tx, own))];
  const { claims: members, accepted } = await standingAtHand(tx, words`claims.measure_id IN ${among(touched)}`);
  const said = await wordsToday(tx);
  // A word on a claim that nobody accepted is no reason to group what readers see.
  const asTheyStand = !pair.every((id) => accepted.has(id));
  const large = members.length > most;
  const { grouping, settled } = large
    ? { grouping: parted(members, leaving(members, pair, { accepted, asTheyStand }, said)), settled: said.settled }
    : groupSeenFirstAtOnce(members, { seen: accepted, asTheyStand }, await keptClaims(tx, touched), said);
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
  // What readers see is placed first, and among what they see alone.
  for (const [ids, beside] of [
    [loose.filter((id) => accepted.has(id)), IS_SEEN],
    [loose.filter((id) => !accepted.has(id)), undefined],
  ] as const)
    for (let done = ids.length === 0; !done; ) {
      const step = await placeNext(tx, now, words`claims.id IN ${among(ids)}`, beside);
      sum = added(sum, step.grouped);
      done = step.done;
    }
  leadOnFrom(tx, before);
  return sum;
}

const IS_SEEN = words`claims.status = 'accepted'`;

/**
 * Measures that hold a part or a total of these, or a claim as alike to one as claims of one question are: what kept them apart may have been the word that is taken
 * back now, or another that rested on it.
 */
async function alikeTo(tx: Tx, measureIds: readonly string[]): Promise<string[]> {
  const ids = JSON.stringify(measureIds);
  const rows = await tx.all<{ id: string }>(sql`
    WITH own AS (SELECT id, part_of, article_id FROM claims WHERE measure_id IN (SELECT value FROM json_each(${ids}))),
    near AS (
      SELECT b AS id, score FROM suggestions JOIN own ON own.id = a UNION SELECT a, score FROM suggestions JOIN own ON own.id = b
      UNION SELECT part_of, 2 FROM own UNION SELECT claims.id, 2 FROM claims JOIN own ON claims.article_id = own.article_id AND claims.part_of = own.id)
    SELECT measure_id AS id FROM near JOIN claims USING (id)
    WHERE score >= ${SAME_QUESTION} AND measure_id NOT IN (SELECT value FROM json_each(${ids}))
    GROUP BY measure_id ORDER BY max(score) DESC, measure_id LIMIT ${MOST_ALIKE}`);
  return rows.map(({ id }) => id);
}

const ruledIn = ({ published }: WordsToday): Set<string> => new Set([...published.values()].flat());

/** Those of the two claims that may leave, and what nobody sees that people hold together with them. */
function leaving(
  members: readonly RecordedClaim[],
  pair: readonly string[],
  { accepted, asTheyStand }: { accepted: ReadonlySet<string>; asTheyStand: boolean },
  said: WordsToday,
): Set<string> {
  const staying = asTheyStand ? accepted : ruledIn(said);
  const first = pair.filter((id) => !staying.has(id));
  const isWith = (claim: string): boolean => first.some((id) => said.settled.bonds.areTogether(id, claim));
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
