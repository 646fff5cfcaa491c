import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import type { Reads } from '@/db/open';
import { editionRecord, editionsOf, measureRecord } from '@/db/published';
import { type MeasureRecord, partsOf } from '@/lib/publication';

/** What an act need not touch to change: names, which other texts an article is a reprint of, and which engine read it last. */
const likened = (record: MeasureRecord | null) =>
  Object.fromEntries(
    [...partsOf(record)]
      .map(([part, body]): [string, string] => [part, body.replace(/"(originId|engine|name|speakerId)":("[^"]*"|null)/g, '"$1":""')])
      .sort(([one], [other]) => one.localeCompare(other)),
  );

/** Holds the last edition of every measure against what readers see of it at this moment. */
export async function holdEditions(from: Reads): Promise<void> {
  const measures = await from.all<{ id: string }>(sql`SELECT id FROM public_measures UNION SELECT measure_id FROM editions ORDER BY id`);
  const owed = new Set((await from.all<{ id: string }>(sql`SELECT measure_id AS id FROM editions_owed`)).map(({ id }) => id));
  for (const { id } of measures) {
    if (owed.has(id)) continue;
    const [last] = await editionsOf(from, id);
    const edition = last ? await editionRecord(from, id, last.number) : null;
    expect(likened(edition?.record ?? null), `the last edition of ${id}`).toEqual(likened(await measureRecord(from, id)));
  }
}
