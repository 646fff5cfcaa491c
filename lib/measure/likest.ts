import type { Link } from './joining';
import type { RecordedClaim } from './types';

/** So much likelier the other figure of a text must be. */
const LIKELIER = 0.2;

/**
 * One voice in one text gives one answer to a question. Where it gives two figures, a claim of another text is linked with the one that is
 * likelier by far, and not with what stands beside it.
 */
export function likestInText(claims: readonly RecordedClaim[], links: readonly Link[]): Link[] {
  const best = new Map<string, { score: number; figure: string }>();
  const note = (one: number, other: number, score: number): void => {
    const key = keyOf(one, claims[other] as RecordedClaim);
    const known = best.get(key);
    if (known === undefined || score > known.score) best.set(key, { score, figure: figureOf(claims[other] as RecordedClaim) });
  };
  for (const { a, b, score } of links) {
    note(a, b, score);
    note(b, a, score);
  }
  const answers = (one: number, other: number, score: number): boolean => {
    const claim = claims[other] as RecordedClaim;
    const { score: most, figure } = best.get(keyOf(one, claim)) as { score: number; figure: string };
    return score >= most - LIKELIER || figure === figureOf(claim);
  };
  return links.filter(({ a, b, score }) => answers(a, b, score) && answers(b, a, score));
}

const keyOf = (one: number, { articleId, speaker }: RecordedClaim): string => `${one} ${articleId} ${speaker?.name ?? ''}`;
const figureOf = ({ low, high }: RecordedClaim): string => `${low} ${high}`;
