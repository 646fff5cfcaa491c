import { and, eq, or, sql } from 'drizzle-orm';
import { type Check, type ClaimRelation, everyRelation } from '@/lib/conflict';
import { type Settled, UNJUDGED } from '@/lib/measure';
import { byTime, type MeasureRecord, type PublicCheck, type PublicClaim } from '@/lib/publication';
import { recordedClaim } from '../codec';
import { isMember } from '../members';
import type { Reads } from '../open';
import { wordsToday } from '../pair-words';
import { articles, checks, claims, measures, relations, sources } from '../schema';
import { among, isAmong, sqlOf, words } from '../statement';
import { publicCases } from './cases';
import { publicClaims } from './claims';
import { definitionsOf } from './definitions';
import { EVERY_PAIR_STORED, PUBLIC_MEASURES } from './visible';

/** The public records of these measures, in the order of the ids. A measure without a public claim is left out: it has no page. */
export async function measureRecords(from: Reads, ids: string[]): Promise<MeasureRecord[]> {
  if (ids.length === 0) return [];
  const rows = await from.select().from(measures).where(isAmong(measures.id, ids));
  const found = await publicClaims(from, words`claims.measure_id IN ${among(ids)}`);
  const accepted = new Map<string, PublicClaim>(found.claims.map((claim) => [claim.id, claim]));
  const large = await largeAmong(from, ids);
  // Where every pair is stored, it is stored as people see it.
  const { settled } = large.length > 0 ? await wordsToday(from) : { settled: UNJUDGED };
  const related = await relationsAmong(from, { large, settled }, accepted);
  const sums = await checksOn(from, [...accepted.keys()]);
  const shown = await publicSums(from, sums, accepted);
  const defined = await definitionsOf(from, ids);
  const held = await publicCases(from, ids, { found, relations: related, checks: sums, large, settled });
  return ids.flatMap((id) => {
    const measure = rows.find((row) => row.id === id);
    const own = found.claims.filter((claim) => claim.measureId === id).sort(byTime);
    if (!measure || own.length === 0) return [];
    const within = new Set(own.map((claim) => claim.id));
    return {
      id,
      title: measure.title,
      unit: measure.unit,
      aggregation: measure.aggregation,
      claims: own,
      relations: related.filter((relation) => within.has(relation.a) && within.has(relation.b)),
      checks: shown.filter((check) => [check.total, ...check.parts].some((claim) => within.has(claim.id))),
      case: held.get(id) ?? null,
      definition: defined.get(id),
    };
  });
}

/** The id under which a measure answers today: where a grouping merged it into another, that one's. Null where nothing public is left. */
export async function measureToday(from: Reads, id: string): Promise<string | null> {
  const rows = await from.all<{ id: string }>(sql`
    WITH RECURSIVE path (id, steps) AS (
      SELECT ${id}, 0 UNION SELECT m.successor_id, p.steps + 1 FROM path p JOIN measures m ON m.id = p.id
      WHERE m.successor_id IS NOT NULL AND p.steps < 20)
    SELECT m.id FROM path p JOIN ${PUBLIC_MEASURES} m ON m.id = p.id ORDER BY p.steps LIMIT 1`);
  return rows[0]?.id ?? null;
}

export async function measureRecord(from: Reads, id: string): Promise<MeasureRecord | null> {
  return (await measureRecords(from, [id]))[0] ?? null;
}

/** So many others are named on the page of a measure. */
const MOST_ALIKE = 5;

/** Other public measures that are asked in the same words. */
export async function askedAlike(from: Reads, { id, title }: Pick<MeasureRecord, 'id' | 'title'>): Promise<MeasureRecord[]> {
  const rows = await from.all<{ id: string }>(sql`
    SELECT m.id FROM ${PUBLIC_MEASURES} m WHERE m.title = ${title} AND m.id <> ${id} ORDER BY m.id LIMIT ${MOST_ALIKE}`);
  return measureRecords(
    from,
    rows.map((row) => row.id),
  );
}

/** Those in which not every pair is stored. */
async function largeAmong(from: Reads, measureIds: string[]): Promise<string[]> {
  const sizes = await from
    .select({ id: claims.measureId, members: sql<number>`count(*)` })
    .from(claims)
    .where(and(isAmong(claims.measureId, measureIds), isMember))
    .groupBy(claims.measureId);
  return sizes.flatMap(({ id, members }) => (id !== null && Number(members) > EVERY_PAIR_STORED ? [id] : []));
}

/** Large measures, and what people said of pairs of claims. */
interface Large {
  large: readonly string[];
  settled: Settled;
}

/** Between public claims alone, alerts first. */
async function relationsAmong(from: Reads, { large, settled }: Large, accepted: Map<string, PublicClaim>): Promise<ClaimRelation[]> {
  if (accepted.size === 0) return [];
  const plain = await from.select().from(relations).where(isAmong(relations.a, accepted.keys()));
  const spread = (await Promise.all(large.map((id) => spreadRelations(from, id, settled, accepted)))).flat();
  const stands = (id: string) => accepted.has(id) && accepted.get(id)?.article.retracted == null;
  const both = [...plain, ...spread].filter(({ a, b }) => stands(a) && stands(b));
  const once = new Map(both.map((relation) => [`${relation.a} ${relation.b}`, relation]));
  return [...once.values()].sort((x, y) => Number(y.alert) - Number(x.alert) || x.a.localeCompare(y.a) || x.b.localeCompare(y.b));
}

/** In a large measure one claim is compared for all that say the same; if it is not public, the others still are. */
async function spreadRelations(
  from: Reads,
  measureId: string,
  settled: Settled,
  accepted: ReadonlyMap<string, PublicClaim>,
): Promise<ClaimRelation[]> {
  const rows = await from
    .select({ claim: claims, outlet: sources.name, publishedAt: articles.publishedAt, textHash: articles.textHash })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .leftJoin(sources, eq(sources.id, articles.sourceId))
    .where(and(eq(claims.measureId, measureId), isMember));
  const members = rows.map(({ claim, ...origin }) =>
    recordedClaim(claim, { ...origin, originId: accepted.get(claim.id)?.article.originId }),
  );
  const stored = await from.select().from(relations).where(sql`${relations.a} IN (SELECT id FROM claims WHERE measure_id = ${measureId})`);
  return everyRelation(members, stored, new Set(accepted.keys()), settled);
}

/** Sums in which one of these claims is a term, in the order in which they were found: what adds up to a part comes before what it is part of. */
async function checksOn(from: Reads, ids: string[]): Promise<Check[]> {
  if (ids.length === 0) return [];
  const part = sql`${checks.id} IN (SELECT check_id FROM check_terms WHERE claim_id IN ${sqlOf(among(ids))})`;
  return from
    .select()
    .from(checks)
    .where(or(isAmong(checks.total, ids), part))
    .orderBy(sql`rowid`);
}

/** Those whose every term is public; terms may belong to other measures. */
async function publicSums(from: Reads, sums: Check[], accepted: Map<string, PublicClaim>): Promise<PublicCheck[]> {
  const strangers = [...new Set(sums.flatMap((row) => [row.total, ...row.parts]))].filter((id) => !accepted.has(id));
  const others = strangers.length === 0 ? [] : (await publicClaims(from, words`claims.id IN ${among(strangers)}`)).claims;
  const all = new Map([...accepted, ...others.map((claim): [string, PublicClaim] => [claim.id, claim])]);
  return sums.flatMap(({ kind, verdict, expression, total, parts }) => {
    const terms = parts.flatMap((part) => all.get(part) ?? []);
    const whole = all.get(total);
    return whole && terms.length === parts.length ? [{ kind, verdict, expression, total: whole, parts: terms }] : [];
  });
}
