import type { Instant } from '@/lib/base';

/** Roles of the desk. A case keeps the role its authors had, since it is public and may change later. */
export const ROLES = ['reader', 'reviewer', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const CASE_STATES = ['open', 'in-review', 'ruled', 'published', 'reopened', 'dismissed', 'withdrawn'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Verdict on one position. One glyph and word for each; never colour alone, never a drama scale. */
export const VERDICTS = ['supported', 'consistent', 'contradicted', 'outdated', 'different-measure', 'unverifiable', 'withdrawn'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** A person's reason code: the machine's kinds, or what only a person can know. */
export const REASON_CODES = [
  'reported-differently',
  'part-exceeds-whole',
  'parts-do-not-sum',
  'cumulative-decrease',
  'contradiction',
  'different-scope',
  'different-definition',
  'different-counting-body',
  'pledged-against-delivered',
  'attribution-error',
  'source-error',
  'outdated',
  'cannot-be-known',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** How sure whoever decided is, in a word of their own; null where they did not say. */
export const CERTAINTIES = ['certain', 'likely', 'uncertain'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export interface Evidence {
  url: string;
  note: string;
}

/** A person's decision on a case: a verdict for each position, at most one accepted position, a public reason, evidence. */
export interface Ruling {
  id: string;
  caseId: string;
  by: string;
  at: Instant;
  /** One for each position, in the order the positions had when the ruling was made. */
  verdicts: Verdict[];
  accepted: number | null;
  reasonCode: ReasonCode;
  certainty: Certainty | null;
  /** Public, required. Its first sentence is the one-sentence reason. */
  rationale: string;
  /** Public: what speaks against it, where its author wants that to be read. */
  dissent: string | null;
  /** Links, or the words "none found" given by an empty list and `noEvidence`. */
  evidence: Evidence[];
  noEvidence: boolean;
  /** The claims of each position as ruled on: a new contradicting claim reopens the case. */
  positions: string[][];
}

/**
 * What the engine found, kept with the event that says so: each position in the words it was shown with and the claims in it, and the
 * claims beside them. Told from today's positions instead, a history would change with every new article.
 */
export interface Found {
  positions: { label: string; claims: string[] }[];
  others: string[];
}

/** What can happen to a case. Status follows from these alone. */
export type CaseEvent =
  | { type: 'opened'; at: Instant; by: null; found: Found }
  /**
   * `saysOtherwise`: what a position says is another thing than before, also where the same claims stand in it, as after a correction by
   * hand. Kept with the event, so that what happened to older cases replays as it was.
   */
  | { type: 'changed'; at: Instant; by: null; found: Found; saysOtherwise?: true }
  | { type: 'taken'; at: Instant; by: string }
  | { type: 'released'; at: Instant; by: string }
  /**
   * An opinion in a blind review. The view tells what came of it: it waits for another, differs from one, or takes the place of one.
   * `voids`: the opinion of somebody who read one of the figures by hand since, which counts no more.
   */
  | { type: 'submitted'; at: Instant; by: string; rulingId: string; voids?: string }
  /**
   * `agreesWith`: the opinion of somebody else that says the same, and `audit` whether that was drawn to be looked at by a third person.
   * `settles`: the two that a third person decided between.
   */
  | { type: 'ruled'; at: Instant; by: string; rulingId: string; agreesWith?: string; settles?: [string, string]; audit?: AuditDraw }
  /** A third person looked at what two had agreed on, and lets it stand. */
  | { type: 'audited'; at: Instant; by: string }
  | { type: 'returned'; at: Instant; by: string; reason: string }
  | { type: 'published'; at: Instant; by: string; rulingId: string; publicationId: string }
  /** A person reopens what the case holds already; only the engine brings something new. */
  | { type: 'reopened'; at: Instant; by: string; reason: string; found: null }
  /** `retracted`: claims of its ruling that left it, since their source took their article back. */
  | { type: 'reopened'; at: Instant; by: null; reason: string; found: Found; retracted?: string[] }
  /** Public, so it keeps the role its author had then. */
  | { type: 'dismissed'; at: Instant; by: string | null; byRole: Role | null; reason: string }
  /** What was published is taken back, with a public reason: nothing of it is shown any more, but that it was there. */
  | { type: 'withdrawn'; at: Instant; by: string; byRole: Role; reason: string };

/** How it was drawn whether a ruling is audited: by the head of the log before its entry, and this share of such rulings, in percent. */
export interface AuditDraw {
  head: string;
  share: number;
  drawn: boolean;
}

export type CaseEventType = CaseEvent['type'];

/** A decision in a blind review, hidden from whoever opinions besides until both are in. Its words are kept as those of a ruling are. */
export interface Opinion {
  by: string;
  rulingId: string;
}

/** How the cases of a measure are decided: by one person, or by two who do not see each other's opinion. */
export type ReviewMode = 'single' | 'blind';

/** A case as the machine of states sees it. */
export interface CaseView {
  state: CaseState;
  /** Where the case goes back to when nobody reviews it any more. */
  resting: 'open' | 'reopened';
  /** Number of events so far: every command carries the revision its author saw. */
  revision: number;
  /** The last revision that changed what everybody is shown who decides: the first opinion of a blind review changes nothing of that. */
  shownRevision: number;
  /** What the engine found last. */
  found: Found | null;
  takenBy: string | null;
  /** In review: one waits for another, two differ and wait for a third person. Ruled: the two that were held against each other. */
  opinions: Opinion[];
  ruledBy: string | null;
  /** Of the ruling that waits: not drawn, drawn and not looked at yet, or looked at. */
  audit: 'none' | 'owed' | 'done';
  rulingId: string | null;
  publishedRulingId: string | null;
  /** Who made the ruling that is public, and who reopened the case since; null for the machine and for nobody. */
  publishedRulingBy: string | null;
  reopenedBy: string | null;
  /** Publications so far: the second and later ones are corrections and carry a notice. */
  publications: number;
  /** Whose dismissal stands: the machine takes its own back when the conflict returns, never a person's. */
  dismissedBy: 'nobody' | 'person' | 'machine';
}
