import { actOf } from '@/lib/claim';
import { plural } from '@/lib/quantity';
import type { RecordedClaim } from './types';

const and = (words: readonly string[]): string => words.join(' and ').replaceAll('_', ' ') || 'nothing named';

/** Counted things as a reviewer reads them: "countries and organizations". */
export const spokenThings = (heads: readonly string[]): string => and(heads.map(plural));

/**
 * Acts in the words of the claim that tells of them: they are named by their families, and an act of no family by what is left of its word when its
 * ending is cut off, which is no word at all ("cancell").
 */
export const spokenActs = ({ measure, text, noun }: RecordedClaim, acts: readonly string[]): string => {
  const words = [...new Set(`${measure} ${text} ${noun ?? ''}`.toLowerCase().match(/\p{L}+/gu))];
  return and(acts.map((act) => words.find((word) => actOf(word) === act) ?? words.find((word) => word.startsWith(act)) ?? act));
};
