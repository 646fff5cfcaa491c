import { add, compare } from '@/lib/base';
import { actsApart, isPerson } from '@/lib/claim';
import { countedOf, type RecordedClaim } from '@/lib/measure';
import { gather } from './gather';

/** Of more figures in a sentence than these some add up to anything: only all of them together do. */
const FEW = 4;

/** What one statement tells as a sum and the other in parts, by its parts; each of them beside the total. */
export interface Added {
  total: RecordedClaim;
  parts: readonly RecordedClaim[];
}

const figure = ({ low, high, hedge }: RecordedClaim): string | null => (hedge === 'exact' || hedge === 'at-least' ? (low ?? high) : null);

/**
 * Totals among `totals` that figures in a row of one sentence of `parts` add up to: "five guests and two cooks were hurt" beside "seven
 * people were hurt". Figures without hedges alone are added, and such as are told as the least.
 */
export function addedUp(totals: readonly RecordedClaim[], parts: readonly RecordedClaim[]): Added[] {
  const runs = [
    ...gather(
      parts.filter(({ partOf }) => partOf === null),
      ({ sentence }) => sentence.start,
    ).values(),
  ].flatMap(runsOf);
  return totals.flatMap((total): Added[] => {
    const wanted = figure(total);
    const run = wanted === null ? undefined : runs.find((one) => one[0]?.unit === total.unit && mayBe(total, one) && addsTo(one, wanted));
    return run ? [{ total, parts: run }] : [];
  });
}

/** Two or more figures of one unit that stand next to each other. */
function runsOf(sentence: readonly RecordedClaim[]): RecordedClaim[][] {
  const runs = sentence.length > FEW ? [[...sentence]] : sentence.flatMap((_, from) => endings(sentence.slice(from)));
  return runs.filter((run) => run.every(({ unit }) => unit === run[0]?.unit));
}

const endings = (list: readonly RecordedClaim[]): RecordedClaim[][] => list.slice(1).map((_, more) => list.slice(0, more + 2));

/** What is added up is the same as the sum, or people, or of several kinds; and nothing else is done to it. */
function mayBe(total: RecordedClaim, run: readonly RecordedClaim[]): boolean {
  const { heads: whole, acts } = countedOf(total);
  const other = (theirs: readonly string[]): boolean => !theirs.some((act) => acts.includes(act)) && actsApart(acts, theirs);
  if (run.some((part) => other(countedOf(part).acts))) return false;
  const kinds = new Set(run.map((part) => countedOf(part).heads.join()));
  if (total.unit !== null || kinds.size > 1) return true;
  return run.every((part) => countedOf(part).heads.some((head) => whole.includes(head) || (isPerson(head) && whole.every(isPerson))));
}

function addsTo(run: readonly RecordedClaim[], wanted: string): boolean {
  const figures = run.map(figure);
  return figures.every((one) => one !== null && compare(one, '0') > 0) && compare(add(...(figures as string[])), wanted) === 0;
}
