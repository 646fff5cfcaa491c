import type { Verdict } from '@/lib/adjudication';
import { type Day, dayWords, lastDayOf } from '@/lib/base';
import { BASIS_WORDS } from './days';
import { figureWithNoun, figureWords } from './figures';
import type { MeasureRecord, PublicClaim, PublicPublication } from './record';

/** One claim as a reader meets it in a table, a list or a chart: every value with its quote, source and dates. */
export interface ClaimRow {
  id: string;
  path: string;
  claim: PublicClaim;
  /** "over 80" */
  figure: string;
  /** "over 80 countries and organizations" */
  figureNoun: string;
  /** Name of the speaker, or null where the words name nobody. */
  speaker: string | null;
  speakerInferred: boolean;
  source: string;
  asOf: string;
  basis: string;
  published: string;
  /** What the last publication says about the position it stands in. */
  verdict: Verdict | null;
  /** Its source took the article back: it counts for nothing any more. */
  retracted: boolean;
  /** It stands in a position of a case that is open or open again. */
  contested: boolean;
}

export const sourceName = (claim: PublicClaim): string => claim.article.source?.name ?? 'Source not named';

/** The publication that holds: the last one, also while its case is under review again. */
export const lastPublication = (record: MeasureRecord): PublicPublication | null => record.case?.publications.at(-1) ?? null;

function verdictOf(record: MeasureRecord, claimId: string): Verdict | null {
  const ruling = lastPublication(record)?.ruling;
  const position = ruling?.positions.findIndex((claims) => claims.includes(claimId)) ?? -1;
  return position < 0 ? null : (ruling!.verdicts[position] ?? null);
}

export function claimRows(record: MeasureRecord): ClaimRow[] {
  const contested = new Set(
    record.case?.standing.status === 'open' || record.case?.standing.status === 'reopened'
      ? (record.case.current?.positions.flatMap((position) => position.claims) ?? [])
      : [],
  );
  return record.claims.map((claim) => ({
    id: claim.id,
    path: `/claims/${claim.id}`,
    claim,
    figure: figureWords(claim),
    figureNoun: figureWithNoun(claim),
    speaker: claim.speaker?.name ?? null,
    speakerInferred: claim.speaker?.inferred ?? false,
    source: sourceName(claim),
    asOf: claim.asOf ? dayWords(claim.asOf) : 'no date given',
    basis: claim.asOf ? BASIS_WORDS[claim.asOfBasis] : 'neither text nor publication tells',
    published: claim.article.publishedAt ? dayWords(claim.article.publishedAt) : 'no date given',
    verdict: verdictOf(record, claim.id),
    retracted: claim.article.retracted != null,
    contested: contested.has(claim.id) && claim.article.retracted == null,
  }));
}

/** By as-of date (undated last), then publication, then id: the order of every list of claims and of colours in the chart. */
export function byTime(a: PublicClaim, b: PublicClaim): number {
  const key = (claim: PublicClaim): Day => (claim.asOf ? lastDayOf(claim.asOf) : '9999');
  return (
    key(a).localeCompare(key(b)) ||
    (a.article.publishedAt ?? '9999').localeCompare(b.article.publishedAt ?? '9999') ||
    a.article.addedAt.localeCompare(b.article.addedAt) ||
    a.article.id.localeCompare(b.article.id) ||
    a.ordinal - b.ordinal ||
    a.id.localeCompare(b.id)
  );
}

export const unique = <T>(items: T[]): T[] => [...new Set(items)];
