import type { CaseSheet, MemberClaim } from '@/db/desk';
import {
  AGGREGATION_WORDS,
  BASIS_WORDS,
  dayWords,
  figureWords,
  gapWords,
  HEDGE_WORDS,
  listWords,
  nominal,
  unique,
} from '@/lib/publication';

/** One field, and what the claims of each position say in it. */
export interface Difference {
  field: string;
  values: string[];
  same: boolean;
}

const DIRECTIONS = { out: 'given', in: 'received' } as const;

type Say = (claim: MemberClaim) => string | null;

const FIELDS: [name: string, say: Say][] = [
  ['Figure', figureWords],
  ['Hedge', ({ hedge }) => HEDGE_WORDS[hedge] || (hedge === 'vague' ? 'vague' : 'exact')],
  ['What is counted', (claim) => claim.noun ?? claim.unit ?? claim.measureWords],
  ['Whose', ({ frame }) => frame.subject],
  ['Act', ({ frame }) => frame.act],
  ['Direction', ({ frame }) => (frame.direction ? DIRECTIONS[frame.direction] : null)],
  ['Scope', ({ frame }) => listWords(frame.scope) || null],
  ['Adds up as', ({ frame }) => AGGREGATION_WORDS[frame.aggregation].word.toLowerCase()],
  ['Kind of statement', ({ frame }) => frame.modality],
  ['Said by', (claim) => (claim.speakerName ? `${claim.speakerName}${claim.speakerInferred ? ' (inferred)' : ''}` : null)],
  ['Said at', ({ occasion }) => occasion?.split('|')[0] ?? null],
  ['Reported by', ({ source }) => source],
  ['As of', (claim) => (claim.asOf ? `${dayWords(claim.asOf)} (${BASIS_WORDS[claim.asOfBasis]})` : null)],
  ['Published', ({ article }) => (article.publishedAt ? dayWords(article.publishedAt) : null)],
];

export const membersOf = (sheet: CaseSheet, ids: string[]): MemberClaim[] =>
  ids.flatMap((id) => sheet.claims.get(id) ?? []).sort((a, b) => (a.article.publishedAt ?? '').localeCompare(b.article.publishedAt ?? ''));

/** What differs between the positions and what does not, computed before anybody is asked. Fields nobody said anything in are left out. */
export function differencesOf(sheet: CaseSheet): Difference[] {
  const positions = sheet.row.positions.map((position) => membersOf(sheet, position.claims));
  return FIELDS.flatMap(([field, say]) => {
    const said = positions.map((claims) => unique(claims.map(say).filter((word) => word !== null)));
    if (said.every((words) => words.length === 0)) return [];
    const values = said.map((words) => words.join('; ') || 'not said');
    return { field, values, same: values.every((value) => value === values[0]) };
  });
}

/** The distance between the outermost positions: "6 (+7 %)". Null where a figure is open. */
export function gapOf(sheet: CaseSheet): string | null {
  const figures = sheet.row.positions.filter((position) => nominal(position) !== null);
  const sorted = figures.sort((a, b) => Number(nominal(a)) - Number(nominal(b)));
  const [low, high] = [sorted[0], sorted.at(-1)];
  const gap = low && high && low !== high ? gapWords(low, high) : null;
  return gap && `${gap.absolute} apart${gap.percent ? ` (${gap.percent})` : ''}`;
}
