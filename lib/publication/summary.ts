import { nominal } from '@/lib/quantity';
import { asideClaims } from './asides';
import { byFigure } from './figures';
import { claimedWords, reportedIn } from './origins';
import type { PositionView } from './positions';
import { type ClaimRow, unique } from './rows';

/** What the chart shows, in words: the visible summary and the text alternative in one. */
export function chartSummary(rows: ClaimRow[], positions: PositionView[]): string {
  const aside = asideClaims(rows);
  const figured = rows.filter((row) => nominal(row.claim) !== null && !aside.has(row.id)).sort((a, b) => byFigure(a.claim, b.claim));
  const dates = unique(rows.filter((row) => row.claim.asOf).map((row) => row.asOf));
  const [low, high] = [figured[0], figured.at(-1)];
  const parts = [
    claimedWords(rows.length, unique(rows.map((row) => row.source)).length, reportedIn(rows.map((row) => row.claim))),
    dates.length === 0 ? 'none dated' : dates.length === 1 ? `all as of ${dates[0]}` : `as of ${dates[0]} to ${dates.at(-1)}`,
  ];
  const accepted = positions.find((position) => position.accepted);
  const range =
    low && high && low.figure !== high.figure
      ? ` Lowest: ${low.figureNoun}, in ${low.source}. Highest: ${high.figureNoun}, in ${high.source}.`
      : low
        ? ` The figure: ${low.figureNoun}.`
        : '';
  const contested =
    positions.length > 1 && rows.some((row) => row.contested) ? ` Open: ${positions.map((position) => position.label).join(' / ')}.` : '';
  return `${parts.join(', ')}.${accepted ? ` Accepted: ${accepted.label}.` : ''}${range}${contested}`;
}
