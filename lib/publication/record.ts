import type { Certainty, Evidence, ReasonCode, Role, Verdict } from '@/lib/adjudication';
import type { Day, Instant } from '@/lib/base';
import type { Aggregation, AsOfBasis, Occasion, Speaker } from '@/lib/claim';
import type { Check, ClaimRelation, Position } from '@/lib/conflict';
import type { Hedge, Interval } from '@/lib/quantity';
import type { Passage } from './passage';

/** Who acted, as far as the public learns it: a role, never a name. Demonstration people are labelled as such. */
export interface Actor {
  role: Role;
  demo: boolean;
}

export interface PublicSource {
  id: string;
  name: string;
}

/** What an editor noted on an article after it was read, with its entry in the log. `day` and `url`: when and where a source took it back. */
export interface ArticleNotice {
  day: Day | null;
  url: string | null;
  reason: string;
  at: Instant;
  by: Actor;
  entry: number;
}

/** An article without its text: texts are shown only where the excerpt policy allows. */
export interface PublicArticle {
  id: string;
  title: string | null;
  source: PublicSource | null;
  /** Whose text it is, where the outlet printed that of an agency. */
  agency?: PublicSource | null;
  publishedAt: Day | null;
  byline: string | null;
  /** Only http and https addresses come this far. */
  url: string | null;
  language: string | null;
  /** Set on texts written for the demonstration: says so, in words. */
  demoNote: string | null;
  addedAt: Instant;
  textHash: string;
  /** The first of the public articles that are reprints of one text; its own id where it is none. */
  originId: string;
  /** Of a later text of an article: the article whose text was the first. */
  firstId?: string;
  /** Name and version of the reader that read it. */
  engine: string;
  /** Its source took it back: its claims are shown, marked, and stand in no position. */
  retracted?: ArticleNotice | null;
  /** Its words may not be shown: title, author, address and quotes are left out, figures and hashes stay. */
  withheld?: ArticleNotice | null;
}

/** What a person read in the words of a claim, or added, instead of the machine. */
export interface ByHand {
  act: 'added' | 'corrected';
  by: Actor;
  at: Instant;
  /** Why, in their words; null where a claim was added without any. */
  reason: string | null;
  /** What they read otherwise: "figure" is the number with its hedge, unit and noun. */
  changed: ('figure' | 'speaker' | 'asOf' | 'scope' | 'noun')[];
  /** What the machine had read; null where it read no claim. */
  machine:
    | (Interval & Pick<PublicClaim, 'text' | 'hedge' | 'unit' | 'noun' | 'speaker' | 'asOf' | 'asOfBasis'> & { scope: string[] })
    | null;
}

/** A claim a person accepted, with its quote. */
export interface PublicClaim extends Interval {
  id: string;
  measureId: string;
  article: PublicArticle;
  /** Place among the claims of its article. */
  ordinal: number;
  /** The mention, letter for letter: hedge, number, unit or counted noun. */
  text: string;
  /** The sentence with the mention marked. */
  quote: Passage;
  hedge: Hedge;
  grain: string;
  unit: string | null;
  noun: string | null;
  measureWords: string;
  speaker: Speaker | null;
  /** The page of its speaker. */
  speakerId?: string | null;
  occasion: Occasion | null;
  asOf: Day | null;
  asOfBasis: AsOfBasis;
  partOf: string | null;
  acceptedAt: Instant;
  acceptedBy: Actor | null;
  /** Null where it stands as the machine read it. */
  byHand: ByHand | null;
}

export interface PublicRuling {
  verdicts: Verdict[];
  accepted: number | null;
  reasonCode: ReasonCode;
  certainty: Certainty | null;
  rationale: string;
  dissent: string | null;
  evidence: Evidence[];
  noEvidence: boolean;
  positions: string[][];
  /** By one person, by two who held the same opinion unseen by each other, or by a third after two who differed. */
  reached: 'alone' | 'agreed' | 'settled';
  at: Instant;
  by: Actor;
}

export interface PublicPublication {
  id: string;
  /** The first of all, one that took the place of another, or the first after what was published had been withdrawn. */
  kind: 'publication' | 'correction' | 'anew';
  notice: string | null;
  at: Instant;
  by: Actor;
  ruling: PublicRuling;
}

/** A case as far as it is public. What reviewers do between opening and publication is not. */
export type CaseStanding =
  | { status: 'open' }
  | { status: 'settled' }
  | { status: 'reopened'; at: Instant }
  | { status: 'dismissed'; at: Instant; reason: string; by: Actor }
  | { status: 'withdrawn'; at: Instant; reason: string; by: Actor };

/** A position as readers saw it at some moment; `label` null where its words were not all public, and are made from its claims. */
export interface SeenPosition {
  label: string | null;
  claims: string[];
}

/** What readers saw happen to a case beside its publications. */
export type CaseAct =
  | { type: 'opened' | 'changed'; at: Instant; positions: SeenPosition[] }
  | { type: 'reopened'; at: Instant; reason: string }
  | { type: 'dismissed'; at: Instant; reason: string }
  | { type: 'withdrawn'; at: Instant; reason: string; by: Actor };

/** What is left of rulings that were published and taken back: entries of the log and hashes, and never their words. */
export interface PublicWithdrawal {
  at: Instant;
  reason: string;
  by: Actor;
  /** Its entry in the log. */
  entry: number;
  /** What was withdrawn: when it was published, in which entry, and the digest that this entry has of it. */
  of: (Pick<PublicPublication, 'at' | 'kind'> & { entry: number; hash: string })[];
}

export interface PublicCase {
  id: string;
  measureId: string;
  standing: CaseStanding;
  /** When the public could first see it. */
  openedAt: Instant;
  /** The positions of today among accepted claims alone; null where these do not conflict. */
  current: { positions: Position[]; others: string[]; explanation: string; possibleReasons: string[] } | null;
  /** Oldest first; the last one holds. Those that were withdrawn are not among them. */
  publications: PublicPublication[];
  /** The last withdrawal, also where something was published since. */
  withdrawal: PublicWithdrawal | null;
  /** Oldest first, as it was seen then. */
  acts: CaseAct[];
}

/** A sum whose every term is public; terms may stand in other measures ("12 northern villages" beside "31 villages"). */
export interface PublicCheck {
  kind: Check['kind'];
  verdict: Check['verdict'];
  expression: string;
  total: PublicClaim;
  parts: PublicClaim[];
}

/** What people say a measure is; null is what nobody said. Topics and places are told from the widest on: "Health > Vaccination". */
export interface PublicDefinition {
  counts: string | null;
  countsNot: string | null;
  addsUp: string | null;
  /** Days after which its answer is due to be looked at again. */
  reviewDays: number | null;
  topics: string[];
  places: string[];
  changedAt: Instant;
}

/** All that is public about one measure: the one thing every page, twin, feed and rating is made from. */
export interface MeasureRecord {
  id: string;
  title: string;
  unit: string | null;
  aggregation: Aggregation;
  /** Accepted claims by as-of date, publication and place in the article. */
  claims: PublicClaim[];
  /** Between accepted claims alone. */
  relations: ClaimRelation[];
  checks: PublicCheck[];
  case: PublicCase | null;
  /** Left out where nobody said anything. */
  definition?: PublicDefinition;
}
