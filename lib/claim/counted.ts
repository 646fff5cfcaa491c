import { readQuantities, singular } from '@/lib/quantity';
import type { Claim } from './types';

/**
 * The claim with other words for what it counts, read as they would be behind a number: "international organizations" has the head
 * "organization". Null empties it.
 */
export function withNoun(claim: Claim, noun: string | null): Claim {
  if (noun === null) return { ...claim, noun: null, frame: { ...claim.frame, head: claim.unit, modifiers: [] } };
  const read = readQuantities(`12 ${noun}`).quantities.find(({ excluded }) => excluded === null);
  const words = noun.toLowerCase().split(/[\s-]+/);
  const head = read?.head ?? singular(words.at(-1) as string);
  const modifiers = [...new Set(words.map((word) => singular(word)).filter((word) => word !== head))];
  const measure = claim.noun !== null && claim.measure.includes(claim.noun) ? claim.measure.replace(claim.noun, () => noun) : noun;
  return { ...claim, noun, measure, frame: { ...claim.frame, head, modifiers } };
}
