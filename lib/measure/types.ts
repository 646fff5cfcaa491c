import type { Day } from '@/lib/base';
import type { Aggregation, Claim } from '@/lib/claim';

/** A claim with the identity it has in the record. The engine of measures and conflicts works on these. */
export interface RecordedClaim extends Omit<Claim, 'partOf'> {
  id: string;
  articleId: string;
  outlet: string | null;
  publishedAt: Day | null;
  /** Hash of the article's normal text. */
  textHash: string;
  /** The same for all reprints of one text, however they were cut: they never count as agreement. Without a record, the text tells. */
  originId?: string;
  /** The measure it stands in today; null for a new claim. Kept wherever the new grouping allows it. */
  measureId: string | null;
  partOf: string | null;
  /** Its source took the article back: it stays in its measure, and is held against nothing. */
  retracted?: boolean;
}

/** One reason for or against two claims answering the same question, with its share of the score. */
export interface Reason {
  /** "noun", "act", "direction", "scope", "subject", "place", "words", "unit", "time". */
  feature: string;
  weight: number;
  /** Plain words a reviewer reads ("both count towns", "by Norway / to Norway"). */
  words: string;
}

/** A machine's ranked guess that two claims answer the same question. */
export interface Suggestion {
  a: string;
  b: string;
  score: number;
  reasons: Reason[];
}

/** The question a number answers: what is counted × of whom × where × how it adds up. */
export interface Measure {
  /** Kept from `measureId` of the members where most of them had one; null when new: the record gives it an id. */
  id: string | null;
  /** Reads as a question: "How many towns and harbours has Norway given assistance to?" */
  title: string;
  unit: string | null;
  aggregation: Aggregation;
  /** Claim ids, sorted by publication date, article and place in it. */
  claims: string[];
}

export interface Grouping {
  measures: Measure[];
  /** Pairs above the threshold of "worth a look", whether or not they ended in one measure. */
  suggestions: Suggestion[];
}

/** What people say of two claims: they are the same in what was asked, they are not, or it cannot be told. */
export const PAIR_WORDS = ['same', 'different', 'unsure'] as const;
export type PairWord = (typeof PAIR_WORDS)[number];

/** What is asked of two claims: one question, one utterance of a speaker that two outlets report, one occasion. */
export const PAIR_SUBJECTS = ['question', 'utterance', 'occasion'] as const;
export type PairSubject = (typeof PAIR_SUBJECTS)[number];

/** One person's word on two claims. */
export interface PairJudgement {
  id: string;
  about: PairSubject;
  a: string;
  b: string;
  word: PairWord;
  by: string;
  /** Grows with every word: what was said earlier is lower. */
  seq: number;
}

/** People's words that cannot all hold. The grouping does without one of them, until somebody takes a word back. */
export interface Clash {
  yields: PairJudgement;
  /** What it cannot stand beside, as a chain from one of its claims to the other. */
  against: PairJudgement[];
  /** Measures whose published ruling is part of the chain. */
  published: string[];
  /** Claims that nobody accepted, where the word waits for that: it would move what readers see. */
  waits: string[];
}
