import { asc, sql } from 'drizzle-orm';
import type { Exact } from '@/lib/base';
import { thingOf } from '@/lib/measure';
import { isNoted } from './notice-record';
import type { Database } from './open';
import { articles, cases, checks, claims, handReadings, measures, pairJudgements, relations, sources } from './schema';
import { shownArticle } from './shown-article';

const figure = (value: Exact | null): number | null => (value === null ? null : Number(value));

/**
 * The whole record, public and not, as the operator's export shows it: names of sections, each with its rows in a fixed order. One
 * batch of reads sees one moment, whatever a server writes meanwhile; it needs no right to write.
 */
export async function exportState(db: Database): Promise<[section: string, rows: object[]][]> {
  const reader = db.read;
  const place = sql`${articles.publishedAt} NULLS LAST`;
  const [articleRows, measureRows, claimRows, relationRows, caseRows, checkRows, pairRows, handRows] = await reader.batch([
    reader
      .select({ article: articles, outlet: sources.name, withheld: isNoted('withheld', articles.id) })
      .from(articles)
      .leftJoin(sources, sql`${articles.sourceId} = ${sources.id}`)
      .orderBy(place, articles.externalId, articles.id),
    reader.select().from(measures).orderBy(asc(measures.title), asc(measures.id)),
    reader
      .select({ claim: claims })
      .from(claims)
      .innerJoin(articles, sql`${claims.articleId} = ${articles.id}`)
      .orderBy(place, articles.externalId, articles.id, claims.ordinal),
    reader.select().from(relations).orderBy(asc(relations.a), asc(relations.b)),
    reader.select().from(cases).orderBy(asc(cases.openedAt), asc(cases.id)),
    reader.select().from(checks).orderBy(asc(checks.expression), asc(checks.id)),
    reader.select().from(pairJudgements).orderBy(asc(pairJudgements.seq)),
    reader.select().from(handReadings).orderBy(asc(handReadings.seq)),
  ]);
  return [
    ['articles', articleRows.map(({ article, outlet, withheld }) => articleOut(article, outlet, Number(withheld) === 1))],
    ['measures', measureRows.map(({ id, title, unit, aggregation }) => ({ id, title, unit, aggregation }))],
    ['claims', claimRows.map(({ claim }) => claimOut(claim))],
    ['relations', relationRows.map(({ a, b, relation, kind, alert, explanation }) => ({ a, b, relation, kind, alert, explanation }))],
    ['cases', caseRows.map(caseOut)],
    ['checks', checkRows.map(({ kind, total, parts, expression, verdict }) => ({ kind, total, parts, expression, verdict }))],
    ['pairJudgements', pairRows.map(({ seq: _, byRole: __, ...row }) => row)],
    ['handReadings', handRows.map(({ seq: _, byRole: __, ...row }) => row)],
  ];
}

function articleOut(article: typeof articles.$inferSelect, outlet: string | null, withheld: boolean) {
  const { id, externalId, publishedAt, title, byline, url, language, state, sameTextAs } = shownArticle(article, withheld);
  return { id, externalId, outlet, publishedAt, title, byline, url, language, state, sameTextAs };
}

function claimOut(row: typeof claims.$inferSelect) {
  const { id, articleId, measureId, start, end, text, lowInclusive, highInclusive, hedge, unit, asOf, asOfBasis, partOf, status } = row;
  const speaker = row.speakerName === null ? null : { name: row.speakerName, role: row.speakerRole, inferred: row.speakerInferred };
  return {
    ...{ id, articleId, measureId, start, end, text, low: figure(row.low), lowInclusive, high: figure(row.high), highInclusive },
    // The exact figures beside the JSON numbers, which carry fifteen digits.
    ...{ exact: { low: row.low, high: row.high }, hedge, unit, noun: thingOf(row), measure: row.measureWords, speaker },
    ...{ asOf, asOfBasis, partOf, status },
  };
}

function caseOut({ id, measureId, state, severity, positions, explanation, possibleReasons }: typeof cases.$inferSelect) {
  const shown = positions.map(({ claims: ids, low, high, label }) => ({ claims: ids, low: figure(low), high: figure(high), label }));
  return { id, measureId, status: state, severity, positions: shown, explanation, possibleReasons };
}
