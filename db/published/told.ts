import { desc, lt } from 'drizzle-orm';
import { inWords, type ToldChange } from '../changes';
import type { Reads } from '../open';
import { publicChanges } from '../schema';
import type { Page } from './lists';

const SIZE = 50;

/** Everything that readers were told, the last first; from behind the one numbered `after` on. An act that was told of several measures is told once. */
export async function toldChanges(from: Reads, after: number | null): Promise<Page<ToldChange>> {
  const rows = await from
    .select()
    .from(publicChanges)
    .where(after === null ? undefined : lt(publicChanges.seq, after))
    .orderBy(desc(publicChanges.seq))
    .limit(SIZE + 1);
  const shown = rows.slice(0, SIZE);
  const told = await inWords(from, shown);
  return {
    items: [...new Map(told.map((one) => [one.urn, one])).values()],
    next: rows.length > SIZE ? String(shown.at(-1)?.seq) : null,
  };
}
