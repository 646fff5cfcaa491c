import type { RecordedClaim } from '@/lib/measure';
import { Numbering } from './numbering';
import type { Conflict } from './types';

/** Up to this many members every pair is compared; above it, claims that say exactly the same are compared once. */
export const EVERY_PAIR = 64;

/** The claims that say exactly the same. The first of them is the face that is compared for all. */
export interface Said {
  claims: RecordedClaim[];
  /** The same for all that give one figure in the same way. */
  figure: number;
  /** The same for all that differ in figure, day and voice alone. */
  wording: number;
}

export interface Folded {
  /** One claim for each thing said, in the order given. */
  faces: RecordedClaim[];
  said: Said[];
  /** The face that says what a claim says. */
  faceOf: (claim: RecordedClaim) => RecordedClaim;
  /** Puts the folded claims back beside their faces. */
  restore: (conflict: Conflict) => Conflict;
}

/**
 * Everything a claim says as three numbers. It is asked for every claim of a large measure, so nothing is put together for it, and what is
 * seldom told comes in only where it is.
 */
class Sayings {
  private readonly figures = new Numbering();
  private readonly wordings = new Numbering();
  private readonly sayings = new Numbering();

  figureOf({ hedge, grain, unit, low, high, text }: RecordedClaim): number {
    if (unit === null && hedge !== 'vague') return this.figures.numberOf([hedge, grain, low, high]);
    // A vague figure has its ends from its words.
    return this.figures.numberOf([hedge, grain, low, high, unit, hedge === 'vague' ? text : null]);
  }

  wordingOf({ noun, frame }: RecordedClaim): number {
    const { head, act, direction, aggregation, modality, edge, step, trend, single, overall, dated, scope, modifiers } = frame;
    const flags = (single ? 1 : 0) + (overall ? 2 : 0) + (dated ? 4 : 0);
    const usual = flags === 0 && edge === null && step === null && direction === null && scope.length + modifiers.length === 0;
    if (usual) return this.wordings.numberOf([aggregation, modality, act, head, noun]);
    return this.wordings.numberOf([
      ...[aggregation, modality, act, head, noun, flags, edge, step, trend ?? null, direction],
      ...[scope.length, ...scope, ...modifiers],
    ]);
  }

  of({ asOf, asOfBasis, partOf, speaker, occasion }: RecordedClaim, figure: number, wording: number): number {
    const told = wording * MOST + figure;
    const voice = speaker?.name ?? null;
    if (partOf === null && occasion === null) return this.sayings.numberOf([told, asOf, asOfBasis, voice]);
    return this.sayings.numberOf([told, asOf, asOfBasis, voice, partOf, occasion?.name ?? null, occasion?.day ?? null]);
  }
}
/** More figures than any measure has claims. */
const MOST = 2 ** 26;

export function fold(members: readonly RecordedClaim[]): Folded {
  if (members.length <= EVERY_PAIR) return unfolded(members);
  const sayings = new Sayings();
  const said: Said[] = [];
  for (const claim of members) {
    const [figure, wording] = [sayings.figureOf(claim), sayings.wordingOf(claim)];
    const known = said[sayings.of(claim, figure, wording)];
    if (known) known.claims.push(claim);
    else said.push({ claims: [claim], figure, wording });
  }
  const faces = said.map(({ claims }) => claims[0] as RecordedClaim);
  const faceOf = (claim: RecordedClaim) => faces[sayings.of(claim, sayings.figureOf(claim), sayings.wordingOf(claim))] ?? claim;
  return { faces, said, faceOf, restore: restoring(said) };
}

const unfolded = (members: readonly RecordedClaim[]): Folded => ({
  faces: [...members],
  said: members.map((claim, at) => ({ claims: [claim], figure: at, wording: at })),
  faceOf: (claim) => claim,
  restore: (conflict) => conflict,
});

/** Ids of the claims behind each face, by the id of the face. */
export const behindFaces = (said: readonly Said[]): Map<string, string[]> =>
  new Map(said.map(({ claims }) => [claims[0]?.id ?? '', claims.map(({ id }) => id)]));

function restoring(said: readonly Said[]): Folded['restore'] {
  return (conflict) => {
    const behind = behindFaces(said);
    const expand = (ids: string[]) => ids.flatMap((id) => behind.get(id) ?? [id]);
    const positions = conflict.positions.map((position) => ({ ...position, claims: expand(position.claims) }));
    return { ...conflict, positions, others: expand(conflict.others) };
  };
}
