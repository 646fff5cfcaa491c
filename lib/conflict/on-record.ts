import { align, type RecordedClaim, SAME_QUESTION } from '@/lib/measure';
import { relate } from './relate';
import type { ClaimRelation, Kind } from './types';

/** What the record says to a figure: it has the same, it has another that cannot stand beside it, or neither can be told. */
export type RecordWord = 'agree' | 'differ' | 'unknown';

/** A figure of some text beside those on record that answer its question. */
export interface OnRecord {
  word: RecordWord;
  /** The measure it would stand in; null where nothing on record answers its question. */
  measureId: string | null;
  /** To each claim of that measure which it is worth comparing with, the likest first. */
  relations: ClaimRelation[];
}

/** Of one measure so many are compared, the likest. */
const MOST_COMPARED = 60;

const AGREEING: readonly Kind[] = ['same-value', 'rounding', 'unit-conversion', 'compatible-bounds', 'looser-bound'];

/** Whether a relation says that two figures can both stand for one answer. */
export const agrees = ({ kind }: ClaimRelation): boolean => AGREEING.includes(kind);

/**
 * Holds a claim that is in no record against public ones, as the record would: by the measure of its likest. What a source took back is
 * held against nothing. Where a ruling accepted some claims, these decide, and the others are told beside.
 * @param accepted ids of claims in a position that a ruling in force accepted.
 */
export function onRecord(claim: RecordedClaim, others: readonly RecordedClaim[], accepted: ReadonlySet<string>): OnRecord {
  const likely = others
    .filter((other) => !other.retracted && other.measureId !== null)
    .map((other) => ({ other, ...align(claim, other) }))
    .filter(({ veto, score }) => veto === null && score >= SAME_QUESTION)
    .sort((a, b) => b.score - a.score || (a.other.id < b.other.id ? -1 : 1));
  const home = likely[0]?.other.measureId ?? null;
  const members = likely.filter(({ other }) => other.measureId === home).slice(0, MOST_COMPARED);
  const relations = members.map(({ other }) => relate(claim, other)).filter(({ kind }) => kind !== 'no-common-measure');
  return { word: wordOf(relations, accepted), measureId: relations.length > 0 ? home : null, relations };
}

function wordOf(relations: readonly ClaimRelation[], accepted: ReadonlySet<string>): RecordWord {
  const ruled = relations.filter(({ a, b }) => accepted.has(a) || accepted.has(b));
  const deciding = ruled.some((one) => one.alert || agrees(one)) ? ruled : relations;
  if (deciding.some(({ alert }) => alert)) return 'differ';
  return deciding.some(agrees) ? 'agree' : 'unknown';
}
