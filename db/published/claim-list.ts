import { sql } from 'drizzle-orm';
import type { PublicClaim } from '@/lib/publication';
import type { Reads } from '../open';
import { among, words } from '../statement';
import { publicClaims } from './claims';
import type { Page } from './lists';
import { isPublicClaim } from './visible';

const SIZE = 50;

/** Claims article by article, the youngest first, each article in its own order; from behind the one named by `after` on. It begins with the articles that have some. */
export async function listedClaims(from: Reads, after: string | null): Promise<Page<PublicClaim>> {
  const place =
    after === null ? undefined : (await from.all<Place>(sql`SELECT article_id AS article, ordinal FROM claims WHERE id = ${after}`))[0];
  const behind = place ? sql`p.id <= ${place.article} AND (p.id < ${place.article} OR claims.ordinal > ${place.ordinal})` : sql`true`;
  const rows = await from.all<{ id: string }>(sql`
    SELECT claims.id FROM public_articles p CROSS JOIN claims ON claims.article_id = p.id
    WHERE ${behind} AND ${isPublicClaim} ORDER BY p.id DESC, claims.ordinal LIMIT ${SIZE + 1}`);
  const ids = rows.slice(0, SIZE).map(({ id }) => id);
  const { claims } = await publicClaims(from, words`claims.id IN ${among(ids)}`);
  const items = ids.flatMap((id) => claims.find((claim) => claim.id === id) ?? []);
  return { items, next: rows.length > SIZE ? (ids.at(-1) ?? null) : null };
}

interface Place {
  article: string;
  ordinal: number;
}
