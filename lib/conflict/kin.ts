import { align, contrariesOf, countedOf, dimensionOf, isCurrency, type RecordedClaim } from '@/lib/measure';
import { narrowedAlone, pairOf, planned, settled } from './pair';

/** Claims that differ in figure, day, voice and wording alone: whatever else the decision table looks at is the same for all of them. */
export interface Kin {
  at: number;
  /** The first of them, which stands for all where kins are compared; whether it is part of a total is told of the pair. */
  one: RecordedClaim;
}

/** How two kins stand, whatever their figures. */
export interface Kinship {
  /** None of one contradicts any of the other. */
  apart: boolean;
  /** Which side tells of less: its figure may be lower without contradiction. */
  part: 'a' | 'b' | null;
  /** Both tell of the same as far as they say, so that figures that meet agree. */
  alike: boolean;
}

/** Units that are converted into each other share a name here. */
export const laneOf = (unit: string | null): string => (unit === null ? '' : isCurrency(unit) ? unit : (dimensionOf(unit) ?? unit));

function sense(claim: RecordedClaim): string {
  const { heads, acts } = countedOf(claim);
  const { direction, scope, aggregation, modality, edge, step, trend, single, overall, dated } = claim.frame;
  const places = scope.map((place) => place.toLowerCase()).sort();
  return JSON.stringify([
    ...[laneOf(claim.unit), heads, acts, contrariesOf(claim), direction, places],
    ...[aggregation, modality, edge, step, trend, single, overall, dated],
  ]);
}

/** Finds the kin of a face; kins are numbered in the order in which they are asked for. What is worded in one way is read once. */
export function kinFinder(): (face: RecordedClaim, wording: number) => Kin {
  const written = new Map<string, Kin>();
  const meant = new Map<string, Kin>();
  return (face, wording) => {
    const words = face.unit === null ? String(wording) : `${wording} ${face.unit}`;
    const known = written.get(words);
    if (known) return known;
    const own = sense(face);
    const kin = meant.get(own) ?? { at: meant.size, one: { ...face, partOf: null } };
    meant.set(own, kin);
    written.set(words, kin);
    return kin;
  };
}

function kinshipOf(a: RecordedClaim, b: RecordedClaim): Kinship {
  const alignment = align(a, b);
  const { containment, units } = pairOf(a, b, alignment, true);
  const other = alignment.veto !== null && alignment.veto !== 'text';
  const hoped = (planned(a) && settled(b)) || (settled(a) && planned(b));
  // A part that exceeds its whole is one whatever places are told beside it.
  const places = alignment.scope === 'apart' && (containment === null || containment.by === 'occasion');
  const apart = other || hoped || places || units === 'not-convertible';
  const alike = !apart && alignment.scope !== 'apart' && containment === null;
  return { apart, part: containment?.part ?? narrowedAlone(a, b, alignment), alike };
}

/** Looks two kins up, and compares them the first time. */
export function kinships(): (a: Kin, b: Kin) => Kinship {
  const known: Kinship[][] = [];
  return (a, b) => {
    if (a === b) return SAME;
    known[a.at] ??= [];
    const row = known[a.at] as Kinship[];
    row[b.at] ??= kinshipOf(a.one, b.one);
    return row[b.at] as Kinship;
  };
}

const SAME: Kinship = { apart: false, part: null, alike: true };
