import type { Day, Exact, Span } from '@/lib/base';
import type { Doubt, Hedge, Interval, Quantity } from '@/lib/quantity';

/**
 * Who makes the claim. Unnamed speakers are names too ("police"). What is written speaks for those whose it is: of a police report it is the
 * police, and of a survey without an owner nobody. `inferred`: named nearby, not with the claim.
 */
export interface Speaker {
  name: string;
  role: string | null;
  inferred: boolean;
}

/** One occasion of speaking: a press conference of one day. Two speakers at it share an origin. */
export interface Occasion {
  name: string;
  /** The day the text gives, else that of publication; null when neither is known. */
  day: Day | null;
}

/** True when both were said on one occasion; never of two that no text tells. */
export const sameOccasion = (a: Occasion | null, b: Occasion | null): boolean =>
  a !== null && b !== null && a.name === b.name && a.day === b.day;

/** How we know the as-of date: the words said it, the event's date, the publication date, or our assumption. */
export const AS_OF_BASES = ['stated', 'event', 'publication', 'assumed'] as const;
export type AsOfBasis = (typeof AS_OF_BASES)[number];

/** How a figure behaves: fixed once it happened, a running count, a level, a flow, a rate. */
export const AGGREGATIONS = ['fixed', 'running', 'level', 'flow', 'rate'] as const;
export type Aggregation = (typeof AGGREGATIONS)[number];

/** Who acts on whom: aid *by* a town and aid *to* it never meet. */
export type Direction = 'out' | 'in' | null;

/**
 * What a claim's words say about the question its number answers. Everything here was read from the text, nothing supplied;
 * an empty list or null means that the words did not say.
 */
export interface Frame {
  /** Head of the counted thing, singular, lower case ("country", "death"); the unit for measured things. */
  head: string | null;
  /** Content words beside the head that narrow it ("confirmed", "expert", "video"). */
  modifiers: string[];
  /** Predicate family of the sentence ("aid", "share", "attend", "confirm"), see lib/claim/acts.ts; null if none was read. */
  act: string | null;
  direction: Direction;
  /** Who the act or count belongs to ("Norway"). */
  subject: string | null;
  /** Places the words name as the scope of the count ("Norway", "Bergen", "outside Norway", "Europe"), or where it happened ("near Bergen"). */
  scope: string[];
  /** Content words beside the figure, the nearest first: they tell what it is of where the sentence tells several things. */
  near: string[];
  /** The names its article speaks of most, sorted: which story it is of. */
  story: string[];
  /** Sorted content words of the sentence, numbers masked: the text similarity of candidates is taken over these. */
  terms: string[];
  /** One event, meeting or batch, rather than all of them ("a meeting … attended by 12 mayors"). */
  single: boolean;
  /** A sum over several occasions: "in five raids so far". */
  overall: boolean;
  aggregation: Aggregation;
  /** Forecast, target, plan or estimate rather than a report of what is. */
  modality: 'fact' | 'estimate' | 'forecast' | 'target';
  /** The as-of day is that of the thing counted, and not that of somebody's speaking about it or of publication. */
  dated: boolean;
  /** The figure holds some time before or after a day or a stage that the words tell, and not on it; null where they do not say so. */
  edge: 'before' | 'after' | null;
  /** What a figure changed by, came to, or came from ("rose 12 percent to 340 from 304"); null where the words tell no change. */
  step: 'by' | 'to' | 'from' | null;
  /** Which way it changed by that much; null for what is no such step, and where the words do not say. */
  trend: 'up' | 'down' | null;
  /** A share that says the figure before it once more ("8,000 jobs, or 10 percent of its staff"). */
  again: boolean;
  /** Parts of this total are stated to exhaust it; "including" parts do not. Set on the total. */
  exhaustiveParts: boolean | null;
  /** Stands in the headline: the first line of the text, where that ends as no sentence does, or is the title. False, too, where the title is told apart. */
  headline: boolean;
  /** The question that the figure answers, in the words of its own text ("How many people were aboard the ferry"); null where they make no plain one. */
  question: string | null;
}

/** A checkable quantitative assertion at a span of one article. */
export interface Claim extends Interval {
  /** Hedge, number, unit or counted noun. `text` is always `article.slice(start, end)`. */
  span: Span;
  text: string;
  sentence: Span;
  figure: Span;
  grain: Exact;
  hedge: Hedge;
  unit: string | null;
  noun: string | null;
  /** Neutral words for what is counted ("patients recovered"). */
  measure: string;
  speaker: Speaker | null;
  /** Where its speaker said it; null when not told. */
  occasion: Occasion | null;
  asOf: Day | null;
  asOfBasis: AsOfBasis;
  /** Index in the article's list of the claim whose total this one is a stated component of. */
  partOf: number | null;
  frame: Frame;
}

/** What reading one text gives. Reading never throws: it returns what it found and what it doubts. */
export interface ArticleReading {
  quantities: Quantity[];
  claims: Claim[];
  doubts: Doubt[];
  /** "not-read" marks a language the engine does not read: stored, marked, no claims. */
  state: 'read' | 'not-read';
}

/** What reading a statement gives that is put beside another: every figure in it makes a claim, and so do its marks. */
export interface StatementReading extends ArticleReading {
  /** Dates, times, results, places in an order and labels, each with a value of its own kind. */
  marks: Claim[];
}

/** What the reader is told about a text besides its words. */
export interface ArticleContext {
  publishedAt: Day | null;
  outlet: string | null;
  title: string | null;
  /** BCP 47; null when unknown, then it is detected. */
  language: string | null;
}
