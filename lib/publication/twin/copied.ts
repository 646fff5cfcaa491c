import { phraseText } from '../answer';
import type { ClaimPage } from '../claim-page';
import type { MeasurePage } from '../measure-page';
import type { ClaimRow } from '../rows';
import type { Cited } from './cite';
import { quoteText } from './columns';

/** A figure to take along: value with its hedge, who says it and where, as of when, its words, and an address that keeps showing it. */
export const copiedClaim = ({ row }: ClaimPage, { url }: Cited): string =>
  `${row.figureNoun} (${saidBy(row)}, as of ${row.asOf})${row.claim.article.withheld ? '' : `: “${quoteText(row.claim).replace(/\s+/g, ' ').trim()}”`} ${url}`;

const saidBy = ({ speaker, speakerInferred, source }: ClaimRow): string =>
  speaker && !speakerInferred ? `${speaker}, in ${source}` : source;

/** The answer of a measure to take along: its sentence has the figures with their hedges, their day and how many sources; they follow by name. */
export function copiedMeasure({ title, answer, rows }: MeasurePage, { url }: Cited): string {
  const told = answer.figures.map(({ claim, label }) => {
    const row = rows.find(({ id }) => id === claim);
    return row ? `${label} (${saidBy(row)})` : label;
  });
  return `${title} ${phraseText(answer.sentence)}${told.length > 0 ? ` ${told.join('; ')}.` : ''} ${url}`;
}
