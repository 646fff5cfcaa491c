import { eq } from 'drizzle-orm';
import type { Span } from '@/lib/base';
import type { Reads } from '../open';
import { claims } from '../schema';
import { textOf } from './articles';
import { isPublicClaim } from './visible';

/** Where a public claim stands in the text of its article, counted in characters, as those count who mark up texts of others. Null while that is withheld. */
export async function claimPlace(from: Reads, id: string): Promise<Span | null> {
  const row = await from
    .select({ articleId: claims.articleId, start: claims.start, end: claims.end, isPublic: isPublicClaim })
    .from(claims)
    .where(eq(claims.id, id))
    .get();
  const text = row && Number(row.isPublic) === 1 ? await textOf(from, row.articleId) : null;
  if (!row || text === null) return null;
  // One sign beyond the first plane is two units of a string.
  const characters = (end: number) => [...text.slice(0, end)].length;
  return { start: characters(row.start), end: characters(row.end) };
}
