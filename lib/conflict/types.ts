import type { Exact } from '@/lib/base';

export const RELATIONS = ['conflict', 'compatible', 'growth', 'scope-difference', 'different-measure'] as const;
export type Relation = (typeof RELATIONS)[number];

/** The row of the decision table that decided. */
export const KINDS = [
  'no-claim',
  'no-common-measure',
  'reported-differently',
  'unit-conversion',
  'part-exceeds-whole',
  'different-scope',
  'cumulative-decrease',
  'growth',
  'changed-over-time',
  'time-may-explain',
  'compatible-bounds',
  'rounding',
  'same-value',
  'looser-bound',
  'contradiction',
  'parts-do-not-sum',
] as const;
export type Kind = (typeof KINDS)[number];

/** How two claims stand to each other, and why. `explanation` is one plain sentence with the figures in it. */
export interface ClaimRelation {
  a: string;
  b: string;
  relation: Relation;
  kind: Kind;
  alert: boolean;
  severity: 'high' | 'normal';
  explanation: string;
  /** Possible reasons to show beside it; they never silence an alert by themselves. */
  possibleReasons: string[];
  /** 0 to 1; falls a step for an assumed as-of, an inferred speaker or scope, a weak match. */
  confidence: number;
}

/** Claims of one case that agree with each other. A claim that fits several positions stands in none. */
export interface Position {
  claims: string[];
  low: Exact | null;
  high: Exact | null;
  lowInclusive: boolean;
  highInclusive: boolean;
  /** "31 villages and outlying farms": what a reader is told this position says. */
  label: string;
}

/** Kinds of checks that found a case when they fail: parts that cannot stand beside their total. */
export const SUM_KINDS = ['parts-sum', 'included-parts'] as const;
/** What the claims of one measure make of each other. */
export const MEASURE_KINDS = [...SUM_KINDS, 'headline-body'] as const;
/**
 * What the claims of one article make of each other, whatever measures they stand in. "change" and "share" hold a figure against what others
 * make it; "impossible-share" is more than all of a whole, and has no parts; "kinds-sum" holds passengers and crew against
 * all aboard, "shares-together" the shares of one vote against all of it, "rate" so many per 100,000 against count and population.
 */
export const RECKONED_KINDS = ['change', 'share', 'impossible-share', 'kinds-sum', 'shares-together', 'rate'] as const;
export const CHECK_KINDS = [...MEASURE_KINDS, ...RECKONED_KINDS] as const;

export interface Check {
  kind: (typeof CHECK_KINDS)[number];
  /** The claim that is held against others: the total of parts, the text of a headline, the change, the share. */
  total: string;
  parts: string[];
  /** "12 + 14 + 5 = 31" */
  expression: string;
  verdict: 'pass' | 'fail' | 'warn';
}

/** Whether a check by itself makes its measure contested; others are told beside it. */
export const foundsCase = ({ kind, verdict }: Pick<Check, 'kind' | 'verdict'>): boolean =>
  verdict === 'fail' && SUM_KINDS.some((sum) => sum === kind);

/** The conflict of one measure in one window: what the record keeps as a case. */
export interface Conflict {
  /** Index into the measures given. */
  measure: number;
  severity: 'high' | 'normal';
  positions: Position[];
  /** Compatible members that stand in no position. */
  others: string[];
  explanation: string;
  possibleReasons: string[];
  confidence: number;
}

export interface Comparison {
  relations: ClaimRelation[];
  conflicts: Conflict[];
  checks: Check[];
}
