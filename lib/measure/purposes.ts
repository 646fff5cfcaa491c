import { once } from './once';
import type { RecordedClaim } from './types';
import { isCurrency } from './units';

/** What money is spent on or lost by: words for one purpose in each row. What a rescue cost is not what the repairs will. */
const PURPOSES: readonly (readonly string[])[] = [
  ['repair', 'rebuilding', 'reconstruction', 'restoration', 'refurbishment', 'renovation'],
  ['rescue', 'search', 'salvage', 'evacuation'],
  ['cleanup', 'clean-up', 'cleaning'],
  ['damage', 'loss'],
  ['fine', 'penalty'],
  ['ticket', 'fare', 'toll'],
  ['aid', 'relief', 'donation'],
  ['rent'],
  ['wage', 'pay', 'salary', 'payroll'],
  ['construction', 'building'],
  ['fuel'],
];

/** Acts of which the words before or behind a sum tell what it went on. */
const PAID = /^(?:cost|spend|repair|rescue|aid|damage|build)$/;

const purposesOf = once(({ unit, frame }) => {
  if (!isCurrency(unit?.split(' ')[0] ?? null) || !PAID.test(frame.act ?? '')) return [];
  const told = namedIn(frame.modifiers);
  return told.length > 0 ? told : namedIn([...frame.near, ...(frame.subject ?? '').toLowerCase().split(' ')]);
});

const namedIn = (words: readonly string[]): string[] =>
  PURPOSES.flatMap((row) => (row.some((word) => words.includes(word) || words.includes(`${word}s`)) ? [row[0] as string] : []));

/** The words for what two sums went on, where that is not the same; null where either does not say. */
export function otherPurposes(a: RecordedClaim, b: RecordedClaim): [string, string] | null {
  const [x, y] = [purposesOf(a), purposesOf(b)];
  const [first, second] = [x[0], y[0]];
  return first !== undefined && second !== undefined && !x.some((word) => y.includes(word)) ? [first, second] : null;
}
