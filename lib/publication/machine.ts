import { phraseText } from './answer';
import type { ArticlePage } from './article-page';
import type { Site } from './claim-review';
import { figureWithNoun } from './figures';
import type { MeasurePage } from './measure-page';
import type { PublicArticle, PublicClaim, PublicSource } from './record';
import { quoteText } from './twin/columns';
import { claimJson, measureJson, noticeJson, value } from './twins';

/** A measure in a list: its question, its answer line and where it stands, without its claims. */
export const measureLine = (page: MeasurePage, site: Site) => ({
  id: page.record.id,
  url: `${site.url}${page.path}`,
  title: page.title,
  unit: page.record.unit,
  aggregation: page.record.aggregation,
  status: page.answer.status,
  answer: phraseText(page.answer.sentence),
  reason: page.reason,
  counts: { claims: page.counts.claims, articles: page.counts.articles, sources: page.counts.sources, origins: page.counts.origins },
  case: page.record.case?.id ?? null,
  latest: page.changes[0]?.at ?? null,
});

/** A claim by itself, as it stands in a list that is of no one measure. Its quote is what the article says, never ours. */
export const claimLine = (claim: PublicClaim, site: Site) => ({
  id: claim.id,
  url: `${site.url}/claims/${claim.id}`,
  measure: claim.measureId,
  figure: value(claim),
  words: figureWithNoun(claim),
  quote: claim.article.withheld ? null : quoteText(claim),
  speaker: claim.speaker,
  source: claim.article.source,
  article: claim.article.id,
  asOf: claim.asOf,
  asOfBasis: claim.asOfBasis,
  published: claim.article.publishedAt,
  acceptedAt: claim.acceptedAt,
});

/** One claim with what the page of its measure says about it. Null where the measure does not hold it. */
export function claimFull(page: MeasurePage, id: string, site: Site) {
  const row = page.rows.find((one) => one.id === id);
  return row ? { ...claimJson(row, site), measure: measureLine(page, site) } : null;
}

/** The claims of a measure from one on, in the order of its page. */
export const claimsOf = (page: MeasurePage, site: Site) => page.rows.map((row) => claimJson(row, site));

/** The dated figures of a measure, the earliest first: what its chart is drawn from. */
export const seriesOf = ({ rows, positions }: MeasurePage) =>
  rows
    .filter(({ claim, retracted }) => claim.asOf !== null && !retracted)
    .map(({ claim, source, verdict }) => ({
      asOf: claim.asOf,
      asOfBasis: claim.asOfBasis,
      ...value(claim),
      claim: claim.id,
      source,
      verdict,
      accepted: positions.some((position) => position.accepted && position.rows.some(({ id }) => id === claim.id)),
    }));

/** The claims of a measure by who published them, and how those of different sources stand to each other. */
export function comparedSources(page: MeasurePage, site: Site) {
  const sources = [...new Set(page.rows.map(({ source }) => source))];
  return {
    measure: measureLine(page, site),
    sources: sources.map((source) => ({
      source,
      claims: page.rows.filter((row) => row.source === source).map((row) => claimJson(row, site)),
    })),
    relations: page.relations
      .filter(({ a, b }) => a.source !== b.source)
      .map(({ a, b, kind, explanation, alert }) => ({ a: a.id, b: b.id, kind, explanation, conflict: alert })),
  };
}

/** A case in a list; null for a measure without one. */
export function caseLine(page: MeasurePage, site: Site) {
  const held = page.record.case;
  if (!held) return null;
  return {
    id: held.id,
    url: `${site.url}/cases/${held.id}`,
    status: held.standing.status,
    openedAt: held.openedAt,
    measure: { id: page.record.id, url: `${site.url}${page.path}`, title: page.title },
    answer: phraseText(page.answer.sentence),
    positions: page.positions.map(({ label, verdict, accepted, rows }) => ({ label, verdict, accepted, claims: rows.map(({ id }) => id) })),
    why: page.why && { kind: page.why.kind, explanation: page.why.explanation, possibleReasons: page.why.possibleReasons },
  };
}

/** A case with its ruling, what was corrected, what came in evidence, and the claims it is about. */
export function caseFull(page: MeasurePage, site: Site) {
  const line = caseLine(page, site);
  if (!line) return null;
  const { case: held, ruling, corrections, checks, claims } = measureJson(page, site);
  const contested = new Set(line.positions.flatMap((position) => position.claims));
  return {
    ...line,
    withdrawal: held?.withdrawal ?? null,
    dismissal: held?.dismissal ?? null,
    ruling,
    corrections,
    checks,
    claims: claims.filter(({ id }) => contested.has(id)),
  };
}

export const articleLine = (article: PublicArticle, site: Site) => ({
  id: article.id,
  url: `${site.url}/articles/${article.id}`,
  title: article.title,
  source: article.source,
  published: article.publishedAt,
});

/** An article as far as its words may be shown: stretches of its text, in which pieces with a claim are the marked ones. */
export const articleFull = ({ article, stretches, policy, cutBefore, cutAfter, claims }: ArticlePage, site: Site) => ({
  ...articleLine(article, site),
  agency: article.agency ?? null,
  byline: article.byline,
  original: article.url,
  language: article.language,
  demonstration: article.demoNote !== null,
  addedAt: article.addedAt,
  textHash: article.textHash,
  engine: article.engine,
  origin: article.originId,
  retracted: noticeJson(article.retracted),
  withheld: noticeJson(article.withheld),
  shown: policy,
  text: { cutBefore, cutAfter, stretches: stretches.map((pieces) => pieces.map(({ text, claim }) => ({ text, claim }))) },
  claims: claims.map((claim) => claimLine(claim, site)),
});

/** One text of an article in a list. */
export const snapshotLine = ({ number, article }: { number: number; article: PublicArticle }, site: Site) => ({
  number,
  url: `${site.url}/articles/${article.id}/snapshots/${number}`,
  article: article.id,
  addedAt: article.addedAt,
  textHash: article.textHash,
});

/** A source or a speaker in a list. */
export const namedLine = (kind: 'sources' | 'speakers', { id, name }: PublicSource, site: Site) => ({
  id,
  url: `${site.url}/${kind}/${id}`,
  name,
});
