import { compare, words } from '@/lib/base';
import { BEFORE_LEVEL, changeOf, countAlike, DETERMINERS, figureOf, isRange, type Quantity } from '@/lib/quantity';

/** "from 20 tons in 2008 to 29 tons in 2020": two levels with two days to a reader, and one range to annotators of news. */
export function withLevels(text: string, quantities: readonly Quantity[]): Quantity[] {
  const out: Quantity[] = [];
  for (let k = 0; k < quantities.length; k += 1) {
    const one = quantities[k] as Quantity;
    const next = nextCounted(quantities, k);
    const two = quantities[next];
    const joined = two ? joinedLevels(text, one, two) : null;
    out.push(joined ?? one);
    if (joined) k = next;
  }
  return out;
}

const MOST_SKIPPED = 3;
/** The next quantity but for dates and the like. */
function nextCounted(quantities: readonly Quantity[], from: number): number {
  let next = from + 1;
  while (next <= from + MOST_SKIPPED && quantities[next]?.excluded) next += 1;
  return next;
}

function joinedLevels(text: string, one: Quantity, two: Quantity): Quantity | null {
  const [a, b] = [figureOf(one), figureOf(two)];
  if (one.excluded !== null || two.excluded !== null || isRange(one) || isRange(two) || compare(a, b) === 0 || !countAlike(one, two))
    return null;
  const change = changeBefore(text, one);
  if (change === null || !leads(text.slice(one.mention.end, two.mention.start), change !== 'none')) return null;
  const falls = compare(a, b) > 0;
  return {
    ...one,
    low: falls ? b : a,
    high: falls ? a : b,
    unit: one.unit ?? two.unit,
    hedge: 'between',
    trend: change === 'up' || change === 'down' ? change : null,
    span: { start: one.span.start, end: two.span.end },
    readers: falls ? [...one.readers, 'falling'] : one.readers,
  };
}

/** Behind one of these begins another statement, unless a verb of change holds both levels together. */
const BREAKS = words('who which that with by as when where than');
const HARD_BREAKS = words('and but or while whereas');
const FEW_WORDS = 7;
const MANY_WORDS = 16;
const MOST_LETTERS = 110;

/** Marks behind which another statement begins; "3.30pm" and "3:30" have none. */
const LEAVES = /[.:](?!\d)|[;!?()]/;

/** What stands between the two levels ends in "to" and does not leave the statement. */
function leads(between: string, changes: boolean): boolean {
  if (between.length > MOST_LETTERS || LEAVES.test(between)) return false;
  const said = between.trim().toLowerCase().split(/\s+/);
  if (said.at(-1) !== 'to' || said.length > (changes ? MANY_WORDS : FEW_WORDS)) return false;
  return !said.some((word) => HARD_BREAKS.has(word) || (!changes && BREAKS.has(word)));
}

const BEFORE_FIGURE = 80;
const FARTHEST_VERB = 7;

/** The verb of change before "from" and the figure: its direction, or that it may be either, or that none stands there; null without "from". */
function changeBefore(text: string, { mention, span }: Quantity): 'up' | 'down' | 'either' | 'none' | null {
  const said = text
    .slice(Math.max(0, mention.start - BEFORE_FIGURE), span.start)
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean);
  let k = said.length - 1;
  while (k > said.length - 5 && BEFORE_LEVEL.has(said[k] as string)) k -= 1;
  if (said[k] !== 'from') return null;
  for (let step = 1; step <= FARTHEST_VERB; step += 1) {
    const word = said[k - step] ?? '';
    if (!/^[a-z-]+$/.test(word)) break;
    const change = changeOf(word);
    // "a rise from 20 to 30": the word is a noun, which tells no trend.
    if (change !== undefined) return DETERMINERS.has(said[k - step - 1] ?? '') ? 'either' : (change ?? 'either');
  }
  return 'none';
}
