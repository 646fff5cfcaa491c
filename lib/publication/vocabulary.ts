import type { Certainty, ReasonCode, Role, Verdict } from '@/lib/adjudication';
import { groupedDigits } from '@/lib/base';
import type { Aggregation } from '@/lib/claim';
import type { Kind } from '@/lib/conflict';
import type { Actor, CaseStanding, PublicRuling } from './record';

/** One glyph and one word for each verdict, with what it means: never colour alone, never a drama scale. Glyphs that common fonts have. */
export const VERDICT_WORDS: Record<Verdict, { glyph: string; word: string; meaning: string; rating: 5 | 4 | 1 | null }> = {
  supported: { glyph: '✓', word: 'Supported', meaning: 'The evidence bears this figure out.', rating: 5 },
  consistent: { glyph: '≈', word: 'Consistent', meaning: 'It fits the evidence within the precision it was stated with.', rating: 4 },
  contradicted: { glyph: '✕', word: 'Contradicted', meaning: 'The evidence excludes this figure.', rating: 1 },
  outdated: { glyph: '◷', word: 'Outdated', meaning: 'It was right at its as-of date and no longer is.', rating: null },
  'different-measure': {
    glyph: '⇄',
    word: 'Different measure',
    meaning: 'It answers another question and is not comparable.',
    rating: null,
  },
  unverifiable: { glyph: '?', word: 'Unverifiable', meaning: 'Nothing public decides it.', rating: null },
  withdrawn: { glyph: '⊘', word: 'Withdrawn', meaning: 'The source took it back.', rating: null },
};

export const KIND_WORDS: Record<Kind, string> = {
  'no-claim': 'One side holds no number',
  'no-common-measure': 'Different questions',
  'reported-differently': 'One statement, reported differently',
  'unit-conversion': 'The same after converting units',
  'part-exceeds-whole': 'A part exceeds the whole',
  'different-scope': 'Different scope',
  'cumulative-decrease': 'A running count that falls',
  growth: 'Growth over time',
  'changed-over-time': 'A figure that moves',
  'time-may-explain': 'Different dates may explain it',
  'compatible-bounds': 'Bounds that can both hold',
  rounding: 'Rounding',
  'same-value': 'The same value',
  'looser-bound': 'One bound is looser',
  contradiction: 'They cannot both be right',
  'parts-do-not-sum': 'The parts do not add up',
};

export const REASON_WORDS: Record<ReasonCode, string> = {
  'reported-differently': KIND_WORDS['reported-differently'],
  'part-exceeds-whole': KIND_WORDS['part-exceeds-whole'],
  'parts-do-not-sum': KIND_WORDS['parts-do-not-sum'],
  'cumulative-decrease': KIND_WORDS['cumulative-decrease'],
  contradiction: KIND_WORDS.contradiction,
  'different-scope': KIND_WORDS['different-scope'],
  'different-definition': 'Different definitions',
  'different-counting-body': 'Different bodies did the counting',
  'pledged-against-delivered': 'Pledged against delivered',
  'attribution-error': 'Attributed to the wrong speaker',
  'source-error': 'An error of the source',
  outdated: 'One figure is out of date',
  'cannot-be-known': 'Cannot be known from public evidence',
};

/** How sure whoever decided is: for a list, and for readers. */
export const CERTAINTY_WORDS: Record<Certainty, { word: string; sentence: string }> = {
  certain: { word: 'Certain', sentence: 'Whoever ruled is certain of it.' },
  likely: { word: 'Likely', sentence: 'Whoever ruled holds it likely, not certain.' },
  uncertain: { word: 'Uncertain', sentence: 'Whoever ruled is not sure of it.' },
};

/** How a ruling came about. */
export const REACHED_WORDS: Record<PublicRuling['reached'], string> = {
  alone: 'One person ruled.',
  agreed: 'Two people ruled alike, neither seeing what the other thought.',
  settled: 'Two people had differed, neither seeing what the other thought; a third looked for themselves and ruled.',
};

export const AGGREGATION_WORDS: Record<Aggregation, { word: string; meaning: string }> = {
  fixed: { word: 'Fixed', meaning: 'Settled once it happened; a later, different figure is a competing report, not growth.' },
  running: { word: 'Running count', meaning: 'Adds up over time; a later figure may be higher, never lower.' },
  level: { word: 'Level', meaning: 'Goes up and down; figures compare only for the same date.' },
  flow: { word: 'Flow', meaning: 'Counted over a period; figures compare only for the same period.' },
  rate: { word: 'Rate', meaning: 'A share or ratio; figures compare only for the same date and base.' },
};

export type Status = CaseStanding['status'] | 'uncontested' | 'differs';

export const STATUS_WORDS: Record<Status, { glyph: string; word: string }> = {
  open: { glyph: '≠', word: 'Open' },
  settled: { glyph: '✓', word: 'Settled' },
  reopened: { glyph: '↻', word: 'Under review again' },
  dismissed: { glyph: '≈', word: 'Not a conflict' },
  withdrawn: { glyph: '⊘', word: 'Ruling withdrawn' },
  uncontested: { glyph: '·', word: 'Reported, uncontested' },
  differs: { glyph: '≠', word: 'Reports differ' },
};

/** What would bring another answer. */
export const WOULD_CHANGE_WORDS: Record<Status, string> = {
  open: 'a ruling by a reviewer, confirmed by a second one; a primary paper that says what was counted would help it most.',
  reopened: 'a new ruling by a reviewer, confirmed by a second one. It replaces the last one with a notice of correction.',
  settled: 'a new article whose accepted claim contradicts the ruling opens the case again by itself.',
  dismissed: 'a new article whose accepted claim contradicts these figures opens the case again by itself.',
  withdrawn: 'a new ruling by a reviewer, confirmed by a second one, once the case is open again.',
  uncontested: 'a new article whose accepted claim contradicts these opens a case by itself.',
  differs: 'a case opens once every claim in it is accepted; then a reviewer rules, and a second one confirms.',
};

/** What each role is called, beside a name and in a sentence, and what it is for. */
export const ROLE_WORDS: Record<Role, { word: string; one: string; meaning: string }> = {
  reader: { word: 'Reader', one: 'a reader', meaning: 'Sees all of the desk, the log included, and changes nothing in it.' },
  reviewer: {
    word: 'Reviewer',
    one: 'a reviewer',
    meaning: 'Accepts or rejects readings, says which claims belong together, and rules on cases.',
  },
  editor: {
    word: 'Editor',
    one: 'an editor',
    meaning:
      'Does what a reviewer does, and publishes rulings that somebody else made. Where there is no other editor than its author, a second reviewer publishes.',
  },
  admin: { word: 'Administrator', one: 'an administrator', meaning: 'Looks after people, log and settings; may also review.' },
};

/** "a reviewer", "an administrator (demonstration person)": roles are public, names are not. */
export function actorWords(actor: Actor | null): string {
  if (!actor) return 'a reviewer';
  return `${ROLE_WORDS[actor.role].one}${actor.demo ? ' (demonstration person)' : ''}`;
}

/** "1 claim", "4 claims": the plural is given where it is not the singular with an s. */
export const countWords = (n: number, one: string, many = `${one}s`): string => `${groupedDigits(String(n))} ${n === 1 ? one : many}`;

/** "a, b and c". */
export const listWords = (items: string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

/** What a reader reports: as the form asks it, and as it is told afterwards. */
export const REPORT_KIND_WORDS = {
  error: { ask: 'Something here is wrong', told: 'An error' },
  missing: { ask: 'A number is missing here', told: 'A missing number' },
  reply: { ask: 'This is about me or my organization: my side of it', told: 'A reply' },
  other: { ask: 'Something else', told: 'Something else' },
} as const;

/** What became of a report, to its sender. */
export const REPORT_OUTCOME_WORDS = {
  corrected: 'Something was corrected.',
  added: 'Something was added.',
  kept: 'It was looked at, and the page stays as it is.',
  'not-ours': 'It is nothing that these pages can settle.',
} as const;
