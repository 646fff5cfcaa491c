import { and, desc, gte, isNotNull, lt, or } from 'drizzle-orm';
import { canonicalAddress } from '@/lib/base';
import type { Reads } from './open';
import { articles } from './schema';

/** An article at an address, in this or another spelling. */
interface AtAddress {
  id: string;
  sourceId: string | null;
  isSpeltSo: boolean;
}

/** Stored articles of one address, the last stored first. Addresses of one host and path stand beside each other in the index, whatever their query and fragment. */
export async function articlesAt(from: Reads, url: string | null): Promise<AtAddress[]> {
  const canonical = url === null ? null : canonicalAddress(url);
  if (url === null || canonical === null) return [];
  const path = canonical.replace(/\?.*/s, '');
  const begins = ['https://', 'http://'].flatMap((scheme) => ['', 'www.', 'm.', 'amp.'].map((prefix) => `${scheme}${prefix}${path}`));
  const ranges = begins.map((begin) => and(gte(articles.url, begin), lt(articles.url, `${begin}\uffff`)));
  const rows = await from
    .select({ id: articles.id, url: articles.url, sourceId: articles.sourceId })
    .from(articles)
    .where(and(isNotNull(articles.url), or(...ranges)))
    .orderBy(desc(articles.createdAt), desc(articles.id))
    .limit(200);
  return rows.flatMap(({ id, url: stored, sourceId }) =>
    stored === null || canonicalAddress(stored) !== canonical ? [] : [{ id, sourceId, isSpeltSo: stored === url }],
  );
}
