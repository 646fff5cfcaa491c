import { type Steps, toNumber } from '@/lib/base';
import { inUnit, type RecordedClaim } from '@/lib/measure';
import type { Folded } from './fold';
import { meaningOf } from './intervals';
import { type Kin, kinFinder, laneOf } from './kin';

/** The hard interval of a figure as two floating-point ends, in one unit for all that can be converted into it. */
export interface Reach {
  low: number;
  high: number;
  lowInclusive: boolean;
  highInclusive: boolean;
}

/** A face with what a large measure is searched by. */
export interface Weighed {
  face: RecordedClaim;
  /** Its place in the order of the measure. */
  at: number;
  /** How many different texts say so: reprints, however they were cut, never count as agreement. */
  texts: number;
  kin: Kin;
  /** The same for faces that give one figure in the same way. */
  figure: number;
  reach: Reach;
}

const end = (value: string | null, open: number): number => (value === null ? open : toNumber(value));

function reachOf(claim: RecordedClaim, unit: string | null): Reach {
  const { hard } = meaningOf(inUnit(claim, unit) ?? claim);
  return { ...hard, low: end(hard.low, Number.NEGATIVE_INFINITY), high: end(hard.high, Number.POSITIVE_INFINITY) };
}

/** Figures told in one way are reckoned once, in the first unit of those that can be converted into each other. */
function reachFinder(): (face: RecordedClaim, figure: number) => Reach {
  const known: Reach[] = [];
  const units = new Map<string, string | null>();
  return (face, figure) => {
    const found = known[figure];
    if (found) return found;
    const { unit } = face;
    const lane = laneOf(unit);
    if (!units.has(lane)) units.set(lane, unit);
    const reach = reachOf(face, units.get(lane) ?? null);
    known[figure] = reach;
    return reach;
  };
}

/** Every face of a large measure with its weight, its kin and its reach, in the order of the measure. Yields now and then. */
export function* weigh({ said }: Folded): Steps<Weighed[]> {
  const [kinOf, reachOfFigure] = [kinFinder(), reachFinder()];
  const weighed: Weighed[] = [];
  for (const { claims, figure, wording } of said) {
    const face = claims[0] as RecordedClaim;
    const texts = textsOf(claims);
    weighed.push({ face, at: weighed.length, texts, kin: kinOf(face, wording), figure, reach: reachOfFigure(face, figure) });
    if (weighed.length % AT_ONCE === 0) yield;
  }
  return weighed;
}
/** So many faces are weighed in a step. */
const AT_ONCE = 2000;

const textsOf = (claims: readonly RecordedClaim[]): number => (claims.length < 2 ? 1 : new Set(claims.map(textTold)).size);

/** What is the same for reprints of one text. */
export const textTold = ({ originId, textHash }: RecordedClaim): string => originId ?? textHash;

/** Every number of `a` is below every number of `b`. */
export const below = (a: Reach, b: Reach): boolean => a.high < b.low || (a.high === b.low && !(a.highInclusive && b.lowInclusive));

/** What two reaches have in common; null where nothing. */
export function shared(a: Reach, b: Reach): Reach | null {
  if (below(a, b) || below(b, a)) return null;
  const low = a.low > b.low || (a.low === b.low && !a.lowInclusive) ? a : b;
  const high = a.high < b.high || (a.high === b.high && !a.highInclusive) ? a : b;
  return { low: low.low, lowInclusive: low.lowInclusive, high: high.high, highInclusive: high.highInclusive };
}

/** Heavier first, and those of one weight in the order of the measure. */
export const byWeight = (a: Pick<Weighed, 'texts' | 'at'>, b: Pick<Weighed, 'texts' | 'at'>): number => b.texts - a.texts || a.at - b.at;
