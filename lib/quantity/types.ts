import type { Exact, Span } from '../base';

/** What the words did to the number. One list for code, pages, exports and the method page. */
export const HEDGES = ['exact', 'about', 'nearly', 'at-least', 'more-than', 'at-most', 'less-than', 'up-to', 'between', 'vague'] as const;
export type Hedge = (typeof HEDGES)[number];

export type Trend = 'up' | 'down' | null;

/** The figure **as written**, never a widened interval. A null end is open. `inclusive` flags mean nothing at an open end. */
export interface Interval {
  low: Exact | null;
  high: Exact | null;
  lowInclusive: boolean;
  highInclusive: boolean;
}

/** A place that can be read two ways: never a silent guess. "length": from here on a text of very many figures was not read for claims. */
export interface Doubt extends Span {
  kind: 'separator' | 'unit' | 'scale' | 'date' | 'scope' | 'length';
  readings: string[];
}

/** One of the measures that a compound is told in: the 6 ft of "6 ft 4 in". */
export interface Part {
  span: Span;
  value: Exact;
  unit: string;
}

/** Who made a reading, and what it did: readers, then what some of them say more exactly, then refiners. */
export type ReaderName =
  | ('date' | 'clock' | 'score' | 'rating' | 'power' | 'name' | 'identifier' | 'multiple' | 'age' | 'idiom' | 'none' | 'vague' | 'article')
  | ('ordinal' | 'fraction' | 'year' | 'amount')
  | ('few' | 'numeral' | 'number word' | 'unit' | 'range' | 'either' | 'falling' | 'ratio' | 'age-group')
  | ('hedge' | 'late hedge' | 'rough' | 'noun' | 'join' | 'measured' | 'elided' | 'trend' | 'exclude' | 'concept');

/** An interval with its unit and hedge at a span of a text. */
export interface Quantity extends Interval {
  /** Number and unit or counted noun, without hedge and determiner. */
  span: Span;
  /** Hedge, number, unit or counted noun: what a reader would underline. */
  mention: Span;
  /** The number alone. */
  figure: Span;
  hedge: Hedge;
  trend: Trend;
  /** Symbol or singular as written; money as ISO 4217; null for counted things and bare numbers. */
  unit: string | null;
  /** Of a compound measure, what it is told in ("6 ft 4 in" is 76 inches and has two parts); else empty. */
  parts: readonly Part[];
  /** The counted thing as a full phrase without determiner ("confirmed cases"); null for units and bare numbers. */
  noun: string | null;
  /** Head word of the counted thing in the singular, lower case ("country"); null without noun. */
  head: string | null;
  /** Words of what the quantity is about. */
  concept: string[];
  /** The phrase those words begin with, as written ("average price of a home"); null where there is none. */
  about: string | null;
  /** Unit of the last significant digit as written: "1" for 47, "100000" for 1.2 million. */
  grain: Exact;
  /** Names of the readers and refiners that made this reading, in order. */
  readers: ReaderName[];
  /** Why this number asserts nothing checkable ("date", "ordinal", "name", "clock", "identifier", "idiom" …); null when it may be a claim. */
  excluded: string | null;
}

export interface Reading {
  quantities: Quantity[];
  doubts: Doubt[];
}
