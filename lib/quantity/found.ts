import type { Exact, Span, Token } from '../base';
import type { Hedge, Interval, ReaderName, Trend } from './types';

/** A quantity while it is being read: places are indexes of tokens, `to` exclusive. Refiners fill it in, one after the other. */
export interface Found {
  /** The number alone, with its scale words; both ends of a range. */
  from: number;
  to: number;
  /** Number with currency sign, unit or noun. */
  spanFrom: number;
  spanTo: number;
  /** Span with its hedge. */
  mentionFrom: number;
  mentionTo: number;
  low: Exact | null;
  high: Exact | null;
  lowInclusive: boolean;
  highInclusive: boolean;
  hedge: Hedge;
  grain: Exact;
  unit: string | null;
  parts: readonly FoundPart[];
  /** Tokens of the counted thing. */
  nounFrom: number;
  nounTo: number;
  noun: string | null;
  head: string | null;
  trend: Trend;
  concept: string[];
  about: string | null;
  readers: ReaderName[];
  excluded: string | null;
  doubts: { kind: 'separator' | 'unit' | 'scale' | 'date' | 'scope'; readings: string[] }[];
}

/** One of the measures that a compound is told in. */
export interface FoundPart {
  from: number;
  to: number;
  value: Exact;
  unit: string;
}
const NO_PARTS: readonly FoundPart[] = [];

/** A reader tries to read one quantity that begins at token `i`. Bounded look-ahead keeps the whole pass linear. */
export type Reader = {
  name: ReaderName;
  /** The kind of token it can begin at, signs being words here; at the other kinds it is not even asked. */
  begins: 'number' | 'word' | 'any';
  /**
   * The words (lower case) and signs it can begin at: it is asked at these alone, which is what makes all the other words of a text cost
   * nothing. Without a list it is asked wherever another reader's list has the word. Numbers need no list.
   */
  words?: Iterable<string>;
  /** What stands behind "a" or "an", the commonest words of all, where it begins with them; a number may, too, and a hyphen before them. */
  behindArticle?: Listed;
  /** What stands beside a number that it can begin at; without it, it is asked at every number. */
  beside?: Beside;
  read: (tokens: readonly Token[], i: number) => Found | null;
};
type Listed = readonly string[] | ReadonlySet<string>;

/** One of these is enough: the figure itself, the word or mark before it ("of" is passed over), the one behind it, or a sign. */
export interface Beside {
  itself?: Listed;
  before?: Listed;
  behind?: Listed;
  signs?: readonly Sign[];
}
export type Sign =
  | ('letters glued before' | 'capitals before' | 'capitals before five digits' | 'article before' | 'odd digits' | 'year')
  | ('letters glued behind' | 'letters behind point' | 'name behind' | 'number behind' | 'hyphen ahead');

/** A refiner adds to quantities that were found: hedges, units, nouns, reasons for exclusion. */
export type Refiner = { name: ReaderName; refine: (tokens: readonly Token[], found: Found[], text: string) => void };

/** The one place where quantities are made, so that they all have one shape: copies with "..." have others, and all who read them pay for it. */
export function makeFound(reader: ReaderName, from: number, to: number, value: Exact, grain: Exact = '1'): Found {
  return {
    from,
    to,
    spanFrom: from,
    spanTo: to,
    mentionFrom: from,
    mentionTo: to,
    low: value,
    high: value,
    lowInclusive: true,
    highInclusive: true,
    hedge: 'exact',
    grain,
    unit: null,
    parts: NO_PARTS,
    nounFrom: to,
    nounTo: to,
    noun: null,
    head: null,
    trend: null,
    concept: [],
    about: null,
    readers: [reader],
    excluded: null,
    doubts: [],
  };
}

/** A changed copy, of the same shape. */
export const changed = (found: Found, changes: Partial<Found>): Found =>
  Object.assign(makeFound('amount', found.from, found.to, '0'), found, changes);

/** A number that is something else: a date, a name, a clock time. */
export function makeExcluded(reader: ReaderName, from: number, to: number, reason: string): Found {
  const found = makeFound(reader, from, to, '0');
  found.excluded = reason;
  return found;
}

/** From the first character of token `from` to the last of token `to - 1`. */
export const spanOf = (tokens: readonly Token[], from: number, to: number): Span => ({
  start: (tokens[from] as Token).start,
  end: (tokens[to - 1] as Token).end,
});

/** The words of tokens `from` to `to`, on one line with single blanks. */
export function saidAt(tokens: readonly Token[], from: number, to: number, text: string): string {
  const said = text.slice((tokens[from] as Token).start, (tokens[to - 1] as Token).end);
  return UNEVEN.test(said) ? said.replace(/\s+/g, ' ') : said;
}
const UNEVEN = /\s\s|[^\S ]/;

/** A part of a whole in words: what it is of stands behind "of", and is no noun of its own. */
export const isShare = ({ readers }: Found): boolean => readers[0] === 'fraction' || readers[0] === 'ratio';

/** The two ends of an interval stand apart. */
export const isRange = ({ low, high }: Ends): boolean => low !== null && high !== null && low !== high;
/** The figure as written; the lower end of a range. */
export const figureOf = ({ low, high }: Ends): Exact => (low ?? high) as Exact;
type Ends = Pick<Interval, 'low' | 'high'>;

/** Both count the same, as far as is said. */
export const countAlike = (a: Counted, b: Counted): boolean =>
  (a.unit === null || b.unit === null || a.unit === b.unit || a.unit.startsWith(`${b.unit} per `)) &&
  (a.head === null || b.head === null || a.head === b.head);
type Counted = Pick<Found, 'unit' | 'head'>;
