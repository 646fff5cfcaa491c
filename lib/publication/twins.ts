import { phraseText } from './answer';
import type { Site } from './claim-review';
import type { MeasurePage } from './measure-page';
import type { ArticleNotice, PublicClaim, PublicWithdrawal } from './record';
import type { ClaimRow } from './rows';
import { actorWords } from './vocabulary';

export const value = (claim: PublicClaim) => ({
  text: claim.text,
  value: claim.low === claim.high ? claim.low : null,
  low: claim.low,
  high: claim.high,
  lowInclusive: claim.lowInclusive,
  highInclusive: claim.highInclusive,
  hedge: claim.hedge,
  unit: claim.unit,
  noun: claim.noun,
  precision: claim.grain,
});

export const quoteText = (claim: PublicClaim): string => claim.quote.pieces.map((piece) => piece.text).join('');

/** The same measure as data: same ids, same order, same words as the page. Keys are stable; clients ignore those they do not know. */
export function measureJson(page: MeasurePage, site: Site) {
  const { record, answer, decision } = page;
  const ruling = decision.ruling;
  return {
    id: record.id,
    url: `${site.url}${page.path}`,
    title: page.title,
    unit: record.unit,
    aggregation: record.aggregation,
    definition: record.definition ?? null,
    status: answer.status,
    answer: {
      form: answer.form,
      sentence: phraseText(answer.sentence),
      figures: answer.figures.map((figure) => ({ label: figure.label, claim: figure.claim, accepted: figure.accepted })),
    },
    reason: page.reason,
    counts: { claims: page.counts.claims, articles: page.counts.articles, sources: page.counts.sources, origins: page.counts.origins },
    positions: page.positions.map((position) => ({
      label: position.label,
      verdict: position.verdict,
      accepted: position.accepted,
      claims: position.rows.map((row) => row.id),
    })),
    why: page.why && { kind: page.why.kind, explanation: page.why.explanation, possibleReasons: page.why.possibleReasons },
    pairs: page.relations.map(({ a, b, kind, alert, explanation }) => ({ a: a.id, b: b.id, kind, alert, explanation })),
    checks: page.checks.map((check) => ({
      kind: check.kind,
      expression: check.expression,
      verdict: check.verdict,
      total: check.total.id,
      parts: check.parts.map((part) => part.id),
    })),
    case: record.case && {
      id: record.case.id,
      url: `${site.url}/cases/${record.case.id}`,
      status: record.case.standing.status,
      openedAt: record.case.openedAt,
      withdrawal: record.case.withdrawal && withdrawalJson(record.case.withdrawal),
      reopening: decision.reopening,
      dismissal: decision.dismissal && { at: decision.dismissal.at, reason: decision.dismissal.reason, by: decision.dismissal.by },
    },
    corrections: decision.corrections,
    ruling: ruling && {
      kind: ruling.kind,
      notice: ruling.notice,
      reason: ruling.reason,
      rationale: ruling.rationale,
      dissent: ruling.dissent,
      certainty: ruling.certainty,
      reached: ruling.reached,
      verdicts: ruling.verdicts,
      evidence: ruling.evidence,
      noEvidence: ruling.noEvidence,
      ruledBy: ruling.ruledBy,
      ruledAt: ruling.ruledAt,
      publishedBy: ruling.publishedBy,
      publishedAt: ruling.publishedAt,
    },
    claims: page.rows.map((row) => claimJson(row, site)),
    changes: page.changes.map(({ urn, at, kind, title, reason = null }) => ({ urn, at, kind, title, reason })),
  };
}

/** A tombstone as data. */
export const withdrawalJson = ({ at, reason, by, entry, of }: PublicWithdrawal) => ({
  at,
  reason,
  by: actorWords(by),
  logEntry: entry,
  withdrew: of,
});

export const noticeJson = (notice: ArticleNotice | null | undefined) =>
  notice
    ? { day: notice.day, url: notice.url, reason: notice.reason, at: notice.at, by: actorWords(notice.by), logEntry: notice.entry }
    : null;

export function claimJson(row: ClaimRow, site: Site) {
  const { claim } = row;
  return {
    id: claim.id,
    url: `${site.url}${row.path}`,
    figure: value(claim),
    quote: claim.article.withheld ? null : quoteText(claim),
    speaker: claim.speaker,
    source: row.source,
    article: {
      id: claim.article.id,
      url: `${site.url}/articles/${claim.article.id}`,
      original: claim.article.url,
      title: claim.article.title,
      demonstration: claim.article.demoNote !== null,
      retracted: noticeJson(claim.article.retracted),
      withheld: noticeJson(claim.article.withheld),
    },
    asOf: claim.asOf,
    asOfBasis: claim.asOfBasis,
    published: claim.article.publishedAt,
    partOf: claim.partOf,
    verdict: row.verdict,
    acceptedAt: claim.acceptedAt,
    byHand: claim.byHand,
  };
}

const CSV_COLUMNS = [
  'claim',
  'measure',
  'figure',
  'value',
  'low',
  'high',
  'low_inclusive',
  'high_inclusive',
  'hedge',
  'unit',
  'noun',
  'quote',
  'speaker',
  'speaker_inferred',
  'source',
  'article',
  'original',
  'as_of',
  'as_of_basis',
  'published',
  'verdict',
  'url',
  'by_hand',
  'machine_figure',
  'retracted',
  'withheld',
] as const;

/** One row for each claim, header first; every cell is guarded against spreadsheet formulas. */
export const measureCsv = (page: MeasurePage, site: Site): string[][] => claimsCsv([page], site);

/** The same for claims of several measures, those that are meant. */
export function claimsCsv(pages: readonly MeasurePage[], site: Site, isMeant: (claim: PublicClaim) => boolean = () => true): string[][] {
  const meant = pages.flatMap((page) => page.rows.filter(({ claim }) => isMeant(claim)));
  const rows = meant.map((row): Record<(typeof CSV_COLUMNS)[number], string | null> => {
    const { claim } = row;
    return {
      claim: claim.id,
      measure: claim.measureId,
      figure: row.figure,
      value: claim.low === claim.high ? claim.low : null,
      low: claim.low,
      high: claim.high,
      low_inclusive: String(claim.lowInclusive),
      high_inclusive: String(claim.highInclusive),
      hedge: claim.hedge,
      unit: claim.unit,
      noun: claim.noun,
      quote: claim.article.withheld ? null : quoteText(claim),
      speaker: row.speaker,
      speaker_inferred: String(row.speakerInferred),
      source: row.source,
      article: claim.article.id,
      original: claim.article.url,
      as_of: claim.asOf,
      as_of_basis: claim.asOfBasis,
      published: claim.article.publishedAt,
      verdict: row.verdict,
      url: `${site.url}${row.path}`,
      by_hand: claim.byHand?.act ?? null,
      machine_figure: claim.byHand?.machine?.text ?? null,
      retracted: claim.article.retracted?.day ?? null,
      withheld: claim.article.withheld?.at ?? null,
    };
  });
  return [[...CSV_COLUMNS], ...rows.map((row) => CSV_COLUMNS.map((column) => guardedCell(row[column] ?? '')))];
}

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front: = + - @, their full-width forms, tab and CR.
 * Plain negative numbers stay numbers.
 */
export function guardedCell(cell: string): string {
  if (/^-\d+(\.\d+)?$/.test(cell)) return cell;
  return /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell;
}
