import type { Passages } from '@/lib/article';
import type { Tx } from './open';
import { among, ask, words } from './statement';

/** The passages of an article as they are kept. They are copied: bytes that were read may begin anywhere. */
export const keptPassages = (bytes: Uint8Array): Passages => new Uint32Array(new Uint8Array(bytes).buffer);

/** Passages of articles that were looked at lately: they never change, and reprints come within days. A kilobyte each. */
const lately = new Map<string, Passages>();
const MOST_LATELY = 4000;

/** For whoever comes soon. */
export function remember(id: string, found: Passages): void {
  lately.delete(id);
  lately.set(id, found);
}

/** The passages of all these, others beside them. */
export async function recall(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Passages>> {
  for (const id of lately.keys()) {
    if (lately.size <= MOST_LATELY) break;
    if (!ids.includes(id)) lately.delete(id);
  }
  const missing = ids.filter((id) => !lately.has(id));
  for (const id of ids) if (lately.has(id)) remember(id, lately.get(id) as Passages);
  if (missing.length === 0) return lately;
  const rows = await ask<{ id: string; kept: ArrayBuffer }>(
    tx,
    words`SELECT article_id AS id, passages AS kept FROM article_origins WHERE article_id IN ${among(missing)}`,
  );
  for (const { id, kept } of rows) remember(id, keptPassages(new Uint8Array(kept)));
  return lately;
}
