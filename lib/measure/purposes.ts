import { singular } from '@/lib/quantity';
import { once } from './once';
import type { RecordedClaim } from './types';
import { isCurrency } from './units';

/** What money is spent on or lost by: words for one purpose in each row. What a rescue cost is not what the repairs will. */
const PURPOSES: readonly (readonly string[])[] = [
  ['repair', 'rebuilding', 'reconstruction', 'restoration', 'refurbishment', 'renovation'],
  ['rescue', 'search', 'salvage', 'evacuation'],
  ['cleanup', 'clean-up', 'cleaning'],
  ['damage', 'loss'],
  // What a court awards is not what a storm did.
  ['damages', 'compensation'],
  ['fine', 'fined', 'penalty'],
  ['ticket', 'fare', 'toll'],
  ['aid', 'relief', 'donation'],
  ['rent'],
  ['wage', 'pay', 'salary', 'payroll'],
  ['construction', 'building'],
  ['fuel'],
];

/** Acts of which the words before or behind a sum tell what it went on. */
const PAID = /^(?:cost|spend|repair|rescue|aid|damage|build|paid|fined|award)$/;

const purposesOf = once(({ unit, frame: { act, modifiers, near, subject, terms } }) => {
  if (!isCurrency(unit?.split(' ')[0] ?? null) || !(act === null || PAID.test(act))) return [];
  const told = namedIn(modifiers, terms);
  // "pays 40 million euros in rent": of a sum without an act the words that name it alone tell that.
  if (told.length > 0 || act === null) return told;
  return namedIn([...near, ...(subject ?? '').toLowerCase().split(' ').map(singular)], terms);
});

const COURTS =
  /^(?:court|tribunal|judge|jury|juror|verdict|lawsuit|suit|sue[ds]?|suing|plaintiff|defendant|settlement|settled?|award|awarded|paid|pay)$/;

/** "damages" is what a court awards where the sentence tells of that, and else another word for damage. */
function namedIn(words: readonly string[], terms: readonly string[]): string[] {
  const said = words.map((word) => (word === 'damages' && !terms.some((term) => COURTS.test(term)) ? 'damage' : word));
  return PURPOSES.flatMap((row) => (row.some((word) => said.includes(word)) ? [row[0] as string] : []));
}

/** The words for what two sums went on, where that is not the same; null where either does not say. */
export function otherPurposes(a: RecordedClaim, b: RecordedClaim): [string, string] | null {
  const [x, y] = [purposesOf(a), purposesOf(b)];
  const [first, second] = [x[0], y[0]];
  return first !== undefined && second !== undefined && !x.some((word) => y.includes(word)) ? [first, second] : null;
}
