import { phraseText } from './answer';
import type { Site } from './claim-review';
import type { MeasurePage } from './measure-page';
import type { ArticleNotice, PublicClaim, PublicWithdrawal } from './record';
import type { ClaimRow } from './rows';
import { CLAIM_COLUMNS, quoteText } from './twin/columns';
import { csvTable } from './twin/table';
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

/** One row for each claim, header first. */
export const measureCsv = (page: MeasurePage, site: Site): string[][] => claimsCsv([page], site);

/** The same for claims of several measures, those that are meant. */
export const claimsCsv = (pages: readonly MeasurePage[], site: Site, isMeant: (claim: PublicClaim) => boolean = () => true): string[][] =>
  csvTable(
    CLAIM_COLUMNS,
    pages.flatMap(({ rows }) => rows.filter(({ claim }) => isMeant(claim))),
    site,
  );
