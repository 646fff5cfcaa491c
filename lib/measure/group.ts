import { type Steps, toTheEnd } from '@/lib/base';
import { type Alignment, align, countApart, SAME_QUESTION, WORTH_A_LOOK } from './align';
import { keptBeside } from './beside';
import { candidatePairs } from './candidates';
import { joinClaims, type Link } from './joining';
import { type Gathered, gatherKept, type Kept } from './kept';
import { likestInText } from './likest';
import { lastOf, ofPairs } from './once';
import { sorted } from './order';
import { type Settled, UNJUDGED } from './settle';
import { titleOf } from './title';
import type { Grouping, Measure, RecordedClaim, Suggestion } from './types';

/** Average likeness that two groups need to become one: below the likeness of a pair, since papers word things apart. */
const CHAIN = 0.3;

/** The measure that most members stood in before; null when none did. Ties go to the one that sorts first. */
function keptId(claims: readonly RecordedClaim[]): string | null {
  const votes = new Map<string, number>();
  for (const { measureId } of claims) if (measureId) votes.set(measureId, (votes.get(measureId) ?? 0) + 1);
  return [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** A measure id goes to one group alone: the one that keeps it, else the one with most of its members. */
function withIds(groups: readonly Gathered[]): (string | null)[] {
  const wanted = groups.map(({ id: own, claims }) => {
    const id = own ?? keptId(claims);
    return { id, votes: own === null ? claims.filter((claim) => claim.measureId === id).length : Number.POSITIVE_INFINITY };
  });
  return wanted.map(({ id, votes }, index) => {
    if (id === null) return null;
    const rival = wanted.findIndex((other, at) => other.id === id && (other.votes > votes || (other.votes === votes && at < index)));
    return rival === -1 ? id : null;
  });
}

/** Known claims of one measure stay together. */
function standing(ordered: readonly RecordedClaim[], fresh: ReadonlySet<string>): Link[] {
  const first = new Map<string, number>();
  return ordered.flatMap(({ id, measureId }, index): Link[] => {
    if (measureId === null || fresh.has(id)) return [];
    const a = first.get(measureId);
    if (a !== undefined) return [{ a, b: index, score: 1 }];
    first.set(measureId, index);
    return [];
  });
}

/** The question some claims answer, and how it adds up: in their words alone, whatever others of their measure say. */
export const questionOf = lastOf((claims): Pick<Measure, 'title' | 'unit' | 'aggregation'> => {
  const count = new Map<string, number>();
  for (const { frame } of claims) count.set(frame.aggregation, (count.get(frame.aggregation) ?? 0) + 1);
  const aggregation = [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] as Measure['aggregation'];
  return { title: titleOf(claims), unit: claims.find((claim) => claim.unit)?.unit ?? null, aggregation };
});

/** Put as a question when somebody reads it: a placing looks at many groups that stay as they are. */
function measureOf(claims: readonly RecordedClaim[], id: string | null): Measure {
  let asked: ReturnType<typeof questionOf> | null = null;
  const question = () => {
    asked ??= questionOf(claims);
    return asked;
  };
  return {
    id,
    get title() {
      return question().title;
    },
    get unit() {
      return question().unit;
    },
    get aggregation() {
      return question().aggregation;
    },
    claims: claims.map((claim) => claim.id),
  };
}

/**
 * Places new claims among known ones, and leaves those where they stand: only pairs with a new claim are looked at, and two known measures
 * become one where a new claim bridges them. The known ones are the likest of each new claim; others of their measures play no part.
 */
export const placeClaims = (
  claims: RecordedClaim[],
  fresh: ReadonlySet<string>,
  kept: Kept = new Map(),
  settled: Settled = UNJUDGED,
): Steps<Grouping> => grouping(claims, kept, fresh, settled);

/**
 * Groups claims that answer the same question. The result depends on what the claims say, not on their ids or order; existing
 * measure ids are kept by majority of members, and `kept` claims stay where they stand. What people hold together or keep apart wins over
 * every score, and over what is kept but for published rulings.
 */
export const groupClaims = (claims: RecordedClaim[], kept: Kept = new Map(), settled: Settled = UNJUDGED): Grouping =>
  toTheEnd(groupInSteps(claims, kept, settled));

/** The same in steps, for whoever has other work to do between them. */
export const groupInSteps = (claims: RecordedClaim[], kept: Kept, settled: Settled): Steps<Grouping> =>
  grouping(claims, kept, null, settled);

/** So many pairs of claims are aligned in a step. */
const PAIRS = 256;

/** What grouping asks of a pair. Its reasons are put in words when somebody reads them. */
type Weighed = Pick<Alignment, 'score' | 'veto' | 'scope'>;
type Weigh = (a: RecordedClaim, b: RecordedClaim) => Weighed;

/** Weighs a pair once, whichever comes first: the members of a group are asked about with each claim that would join it. */
function weighedOf(claims: readonly RecordedClaim[]): Weigh {
  const places = new Map(claims.map((claim, at) => [claim, at]));
  const known = new Map<number, Weighed>();
  return (a, b) => {
    const [x, y] = [places.get(a) as number, places.get(b) as number];
    const pair = Math.min(x, y) * claims.length + Math.max(x, y);
    const found = known.get(pair);
    if (found) return found;
    const weighed = align(a, b);
    known.set(pair, weighed);
    return weighed;
  };
}

const KEPT = ofPairs<Weighed>();

/** The same, kept with the claims: what is grouped as a whole is grouped so again, after every word and every reading that is judged. */
const weighedAgain: Weigh = (a, b) => {
  const found = KEPT.get(a, b) ?? KEPT.get(b, a);
  if (found) return found;
  const { score, veto, scope } = align(a, b);
  const weighed = { score, veto, scope };
  KEPT.set(a, b, weighed);
  return weighed;
};

const suggestionOf = (a: RecordedClaim, b: RecordedClaim, score: number): Suggestion => ({
  a: a.id,
  b: b.id,
  score: Math.min(1, score),
  get reasons() {
    return align(a, b).reasons;
  },
});

function* grouping(claims: RecordedClaim[], kept: Kept, fresh: ReadonlySet<string> | null, settled: Settled): Steps<Grouping> {
  const { bonds } = settled;
  const ordered = sorted(claims);
  const indexOf = new Map(ordered.map((claim, index) => [claim.id, index]));
  const links: Link[] = [];
  const suggestions: Suggestion[] = [];
  const weighed = fresh === null ? weighedAgain : weighedOf(ordered);
  for (const [at, [i, j]] of (yield* candidatePairs(ordered, fresh)).entries()) {
    if (at % PAIRS === 0) yield;
    const [a, b] = [ordered[i] as RecordedClaim, ordered[j] as RecordedClaim];
    if (countApart(a, b)) continue;
    const { score, veto } = weighed(a, b);
    if (veto || score < WORTH_A_LOOK) continue;
    suggestions.push(suggestionOf(a, b, score));
    if (score >= SAME_QUESTION) links.push({ a: i, b: j, score });
  }
  const separate = (a: RecordedClaim, b: RecordedClaim): boolean => {
    const { veto, scope } = weighed(a, b);
    return veto !== null || (scope === 'apart' && a.partOf === null && b.partOf === null);
  };
  const must = ordered.flatMap((claim, index): Link[] => {
    const total = claim.partOf === null ? undefined : indexOf.get(claim.partOf);
    return total === undefined ? [] : [{ a: total, b: index, score: 1 }];
  });
  const likeness = (a: RecordedClaim, b: RecordedClaim): number => weighed(a, b).score;
  const known = fresh === null ? [] : standing(ordered, fresh);
  // A measure that people put together is no group of like claims: a new one need be like some of them alone.
  const held = new Set(ordered.filter(({ id }) => bonds.isHeld(id)).map(({ measureId }) => measureId));
  const isHeld = ({ a }: Link): boolean => held.has((ordered[a] as RecordedClaim).measureId);
  const first = [...known.filter((link) => !isHeld(link)), ...must];
  const joined = yield* joinClaims(ordered, first, likestInText(ordered, links), separate, likeness, CHAIN, bonds, known.filter(isHeld));
  const groups = gatherKept(
    joined.map((group) => group.map((index) => ordered[index] as RecordedClaim)),
    keptBeside(kept, settled),
    likeness,
    bonds,
  );
  const ids = withIds(groups);
  return { measures: groups.map((group, index) => measureOf(group.claims, ids[index] ?? null)), suggestions };
}
