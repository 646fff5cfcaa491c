import { toNumber } from '@/lib/base';
import { type Interval, type Quantity, readQuantities } from '@/lib/quantity';

/** A figure or a range that is looked for, and what it counts: its unit, or the head of what is counted ("country"). */
export interface AskedFigure extends Interval {
  of: string | null;
}

/** A word that is looked for, or several that stand in quotes and have to follow each other. */
export interface AskedWord {
  text: string;
  /** It belongs to a figure that is looked for by its value. */
  isFigure: boolean;
}

/** What somebody looks for, read. */
export interface AskedSearch {
  words: AskedWord[];
  figures: AskedFigure[];
}

/** More of what is typed is not read. */
export const LONGEST_SEARCH = 400;
const MOST_WORDS = 12;

/** A figure between two others, as the fields of a form give it. What is no figure is left out. */
export interface AskedRange {
  min?: string | null;
  max?: string | null;
  unit?: string | null;
}

/**
 * Reads what somebody typed: everything is words. Words in quotes have to follow each other; a figure is read as articles are read, so that "1.2 million",
 * "1.2m" and "1,200,000" are one, and so are ">= 80 and < 90" and "80-90". The words of a range are found in no text, and are left out.
 */
export function askedSearch(typed: string, { min, max, unit }: AskedRange = {}): AskedSearch {
  const text = typed.normalize('NFC').slice(0, LONGEST_SEARCH);
  const quantities = readFigures(text);
  const words: AskedWord[] = [];
  const alone: Quantity[] = [];
  for (const { index, 0: run } of text.matchAll(/["“”][^"“”]*["“”]|[^\s"“”]+/gu)) {
    const plain = run.replace(/[\p{Cc}"“”]+/gu, ' ').trim();
    if (!/[\p{L}\p{N}]/u.test(plain)) continue;
    const within = quantities.find(({ mention }) => index < mention.end && index + run.length > mention.start);
    // A figure in quotes is meant as it is written.
    const isFigure = within !== undefined && !/\s/.test(plain);
    if (isFigure && !isOne(within)) continue;
    // "Courier 83" may be the name of something, and may not.
    if (within === undefined) alone.push(...readFigures(plain).filter(isOne));
    words.push({ text: plain, isFigure: isFigure && /\p{N}/u.test(plain) });
  }
  const between = rangeOf({ min, max, unit });
  return {
    words: words.slice(0, MOST_WORDS),
    figures: [...(between ? [between] : []), ...[...quantities, ...alone].flatMap(meanings)],
  };
}

const isOne = ({ low, high }: Interval): boolean => low !== null && low === high;

/** Figures that assert something; a number that is taken for a name or a year by itself is looked for as a word alone. */
const readFigures = (text: string): Quantity[] =>
  readQuantities(text).quantities.filter(
    ({ excluded, hedge, low, high }) => excluded === null && hedge !== 'vague' && (low !== null || high !== null),
  );

/** "1.2m" by itself may be metres as well as millions. */
function meanings({ low, high, lowInclusive, highInclusive, unit, head }: Quantity): AskedFigure[] {
  const figure = { low, high, lowInclusive, highInclusive, of: unit ?? head };
  if (unit !== 'm') return [figure];
  const millions = (value: string | null) => (value === null ? null : String(toNumber(value) * 1_000_000));
  return [figure, { ...figure, low: millions(low), high: millions(high), of: null }];
}

function rangeOf({ min, max, unit }: AskedRange): AskedFigure | null {
  const [low, high] = [valueIn(min), valueIn(max)];
  if (low === null && high === null) return null;
  const [of] = unit ? readFigures(`1 ${unit}`) : [];
  return { low, high, lowInclusive: true, highInclusive: true, of: of?.unit ?? of?.head ?? null };
}

const valueIn = (typed: string | null | undefined): string | null =>
  typed ? (readFigures(typed.slice(0, 60)).find(isOne)?.low ?? null) : null;

/** Whether a claim says a figure of the range, in numbers: both of its ends lie in it. What is "more than 80" is more than 80. */
export function isWithin(claim: Interval, { low, high, lowInclusive, highInclusive }: AskedFigure): boolean {
  const ends: [end: string | null, isPart: boolean][] = [
    [claim.low, claim.lowInclusive],
    [claim.high, claim.highInclusive],
  ];
  const told = ends.flatMap(([end, isPart]) => (end === null ? [] : [{ end: toNumber(end), isPart }]));
  const above = ({ end, isPart }: { end: number; isPart: boolean }) =>
    low === null || end > toNumber(low) || (end === toNumber(low) && (lowInclusive || !isPart));
  const below = ({ end, isPart }: { end: number; isPart: boolean }) =>
    high === null || end < toNumber(high) || (end === toNumber(high) && (highInclusive || !isPart));
  return told.length > 0 && told.every((one) => above(one) && below(one));
}
