import type { Checked } from '@/db/checked-copy';
import { counted } from './command';

/** One of each kind of row, in the order in which they are told. */
const ONE: Record<keyof Checked['counts'], string> = {
  articles: 'article',
  claims: 'claim',
  measures: 'measure',
  cases: 'case',
  rulings: 'ruling',
  publications: 'publication',
  people: 'person',
};

/** One line that says what was checked in a copy, and what it holds. */
export function checkedWords({ counts, entries, head }: Checked): string {
  const rows = Object.entries(ONE).map(([many, one]) => counted(counts[many as keyof Checked['counts']], one, many));
  const log = `audit log ok (${counted(entries, 'entry', 'entries')}, ${head.slice(0, 16)}…)`;
  return ['integrity ok', 'references ok', log, ...rows].join(' · ');
}
