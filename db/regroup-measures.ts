import { and, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import { type Grouping, groupSeenFirstAtOnce, type Measure, questionOf, type RecordedClaim, SAME_QUESTION, sorted } from '@/lib/measure';
import { added, type Grouped, UNCHANGED } from './grouped';
import { keptClaims } from './kept';
import { standingAtHand } from './known-claims';
import type { Tx } from './open';
import { type WordsToday, wordsToday } from './pair-words';
import { MOST_LOOSE, unplace } from './parted';
import { placeNext, writePlaced } from './placing';
import { claims } from './schema';
import { among, words } from './statement';
import { addSuggestions } from './suggestions';

/** A measure with more members is not grouped anew: the two claims alone leave it, and are placed again. */
const MOST_MEMBERS = 2000;
/** Other measures that are grouped anew with those of the two claims. */
const MOST_ALIKE = 10;

/**
 * Groups anew the measures that two claims of a large record stand in, and those nearest to them. What stays together keeps its measure; a handful that is parted from
 * it is placed again among its likest in all of the record.
 */
export async function regroupMeasuresOf(tx: Tx, pair: readonly [string, string], now: Instant): Promise<Grouped> {
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
  const { grouping, settled } =
    members.length > MOST_MEMBERS
      ? { grouping: withoutPair(members, pair, asTheyStand ? accepted : ruledIn(said)), settled: said.settled }
      : groupSeenFirstAtOnce(members, { seen: accepted, asTheyStand }, await keptClaims(tx, touched), said);
  await addSuggestions(tx, grouping, members);
  const isLoose = ({ id, claims: ids }: Measure) => id === null && ids.length <= MOST_LOOSE && !ids.some((one) => accepted.has(one));
  const loose = grouping.measures.filter(isLoose).flatMap(({ claims: ids }) => ids);
  const measures = grouping.measures.filter((measure) => !isLoose(measure));
  await unplace(tx, loose);
  const left = new Set(loose);
  const staying = members.filter(({ id }) => !left.has(id));
  const placed = { measures, suggestions: grouping.suggestions };
  let sum = await writePlaced(tx, placed, { members: staying, accepted, known: [], left: loose, touched, reckoned: [], settled }, now);
  for (let done = loose.length === 0; !done; ) {
    const step = await placeNext(tx, now, words`claims.id IN ${among(loose)}`);
    sum = added(sum, step.grouped);
    done = step.done;
  }
  return sum;
}

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

/** The measures as they are, without those of the two claims that may leave. */
function withoutPair(members: readonly RecordedClaim[], pair: readonly string[], staying: ReadonlySet<string>): Grouping {
  const homes = new Map<string | null, RecordedClaim[]>();
  for (const claim of members) {
    const home = pair.includes(claim.id) && !staying.has(claim.id) ? null : claim.measureId;
    const own = homes.get(home);
    if (own) own.push(claim);
    else homes.set(home, [claim]);
  }
  const measures = [...homes].map(([id, own]): Measure => ({ id, ...questionOf(own), claims: sorted(own).map((claim) => claim.id) }));
  return { measures, suggestions: [] };
}
