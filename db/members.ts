import { and, eq, notInArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { RecordedClaim } from '@/lib/measure';
import { recordedClaim } from './codec';
import type { Reads } from './open';
import { articles, claims, sources } from './schema';

/** A claim that may stand in a measure: nobody rejected it, and no later reading took its place. */
export const isMember = notInArray(claims.status, ['rejected', 'superseded']);
export const NO_MEMBER: ReadonlySet<string> = new Set(['rejected', 'superseded']);

const totals = alias(claims, 'totals');

/** Every claim that may stand in a measure, or those of them that `where` names, in an order that does not depend on when it was imported. */
export async function claimsToGroup(from: Reads, where?: SQL): Promise<RecordedClaim[]> {
  const { publishedAt, textHash } = articles;
  const rows = await from
    .select({ claim: claims, publishedAt, textHash, outlet: sources.name, totalStatus: totals.status })
    .from(claims)
    .innerJoin(articles, eq(claims.articleId, articles.id))
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
    // A part of a total that is no member is part of nothing.
    return totalStatus !== null && NO_MEMBER.has(totalStatus) ? { ...recorded, partOf: null } : recorded;
  });
}
