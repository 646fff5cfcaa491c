import type { PairView } from '@/db/desk';
import type { SpeakerKind } from '@/db/speaker-form';
import type { CaseState } from '@/lib/adjudication';
import type { Instant } from '@/lib/base';
import { type Check, FITS_INTO } from '@/lib/conflict';
import { countWords } from '@/lib/publication';

export const STATE_WORDS: Record<CaseState, { glyph: string; word: string; status: string }> = {
  open: { glyph: '≠', word: 'Open', status: 'open' },
  'in-review': { glyph: '◔', word: 'In review', status: 'reopened' },
  ruled: { glyph: '◑', word: 'Ruled, to be confirmed', status: 'reopened' },
  published: { glyph: '✓', word: 'Published', status: 'settled' },
  reopened: { glyph: '↻', word: 'Reopened', status: 'open' },
  dismissed: { glyph: '≈', word: 'Dismissed', status: 'settled' },
  withdrawn: { glyph: '⊘', word: 'Withdrawn', status: 'settled' },
};

/** "3 days old": only for lists that are rendered for each request; what may be kept shows the date. */
export function ageWords(since: Instant, now: Instant): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000));
  if (minutes < 60) return minutes < 1 ? 'just now' : `${countWords(minutes, 'minute')} old`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${countWords(hours, 'hour')} old` : `${countWords(Math.floor(hours / 24), 'day')} old`;
}

/** A, B, C: positions are named by their place. */
export const letterOf = (index: number): string => String.fromCharCode(65 + index);

/** Rounded down: what is under a bar is never said to reach it. */
export const percent = (share: number): string => `${Math.floor(Number((share * 100).toFixed(6)))} %`;

/** Rounded to the nearest; what is not all is never said to be all, nor what is something to be nothing. */
export function rounded(share: number): string {
  const whole = Math.round(Number((share * 100).toFixed(6)));
  return `${share > 0 && share < 1 ? Math.min(99, Math.max(1, whole)) : whole} %`;
}

/** What binds a pair: a text that says so, else how alike they are. */
export function bindingWords({ parts, score }: Pick<PairView, 'parts' | 'score'>): string {
  if (parts === null) return `${percent(score)} alike`;
  return parts === 'part-and-total' ? 'a stated part and its total' : 'two stated parts of one total';
}

/** How a sum came out; a headline and its text do not add up, they fit or they do not. */
export function checkWords({ kind, verdict, expression }: Pick<Check, 'kind' | 'verdict' | 'expression'>): string {
  if (verdict === 'warn') return '! worth a look';
  if (kind === 'headline-body') return verdict === 'pass' ? '✓ they fit' : '✕ they do not fit';
  if (verdict === 'pass' && expression.includes(FITS_INTO)) return '✓ no contradiction';
  return verdict === 'pass' ? '✓ adds up' : '✕ does not add up';
}

/** What a speaker is. */
export const KIND_WORDS: Record<SpeakerKind, string> = { person: 'person', body: 'body', role: 'role without a name' };
