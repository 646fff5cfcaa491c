import { and, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { RecordedClaim } from '@/lib/measure';
import { type ClaimRow, recordedClaim } from './codec';
import type { Reads } from './open';
import { articleOrigins, articles, claims, sources } from './schema';
import { among, sqlOf, words } from './statement';

const totals = alias(claims, 'totals');

/** Where a claim stands that no measure holds: somebody rejected it, or a later reading took its place. */
const OUTSIDE: ClaimRow['status'][] = ['rejected', 'superseded'];

/** A claim that may stand in a measure; the same for a query of drizzle. */
export const IS_MEMBER = words`claims.status NOT IN ${among(OUTSIDE)}`;
export const isMember = sqlOf(IS_MEMBER);

/** A part of a total that is no member is part of nothing. */
export const partOfMember = (partOf: string | null, totalStatus: ClaimRow['status'] | null): string | null =>
  totalStatus !== null && OUTSIDE.includes(totalStatus) ? null : partOf;

/** Every claim that may stand in a measure, or those of them that `where` names, in an order that does not depend on when it was imported. */
export async function claimsToGroup(from: Reads, where?: SQL): Promise<RecordedClaim[]> {
  const { publishedAt, textHash } = articles;
  const originId = sql<string>`coalesce(${articleOrigins.originId}, ${articles.id})`;
  const rows = await from
    .select({ claim: claims, publishedAt, textHash, originId, outlet: sources.name, totalStatus: totals.status })
    .from(claims)
    .innerJoin(articles, eq(claims.articleId, articles.id))
    .leftJoin(articleOrigins, eq(articleOrigins.articleId, articles.id))
    .leftJoin(sources, eq(articles.sourceId, sources.id))
    .leftJoin(totals, eq(claims.partOf, totals.id))
    .where(and(isMember, where))
    .orderBy(
      sql`${articles.publishedAt} NULLS LAST`,
      articles.textHash,
      sources.nameKey,
      articles.externalId,
      claims.start,
      claims.ordinal,
      claims.id,
    );
  return rows.map(({ claim, totalStatus, ...origin }) => {
    const recorded = recordedClaim(claim, origin);
    return { ...recorded, partOf: partOfMember(recorded.partOf, totalStatus) };
  });
}
