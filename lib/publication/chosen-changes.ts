import { type Change, joinedChanges } from './changes';
import type { MeasureRecord, PublicClaim } from './record';

/** What happens to a case, and nothing of the texts. */
export const casesOnly = (changes: readonly Change[]): Change[] =>
  changes.filter(({ kind }) => kind !== 'reported' && kind !== 'reread' && kind !== 'retracted');

/** What changed or took back something that had been published. */
export const correctionsOnly = (changes: readonly Change[]): Change[] =>
  changes.filter(({ kind }) => kind === 'corrected' || kind === 'withdrawn' || kind === 'anew');

/** What concerns somebody whose claims stand in these measures: what they themselves said, and what becomes of the cases on it. */
export function changesAbout(records: MeasureRecord[], isTheirs: (claim: PublicClaim) => boolean): Change[] {
  const own = records.map((record) => ({ ...record, claims: record.claims.filter(isTheirs), case: null }));
  return [...casesOnly(joinedChanges(records)), ...joinedChanges(own)].sort((a, b) => b.at.localeCompare(a.at));
}
