import { eq, sql } from 'drizzle-orm';
import type { MeasureRecord } from '@/lib/publication';
import type { Reads } from '../open';
import { cases } from '../schema';
import { measureRecords, measureToday } from './records';

export interface Page<T> {
  items: T[];
  /** What `after` must be to go on; null at the end. */
  next: string | null;
}

/** Each measure of a page is read whole. */
const SIZE = 25;

/** The measure of a public case, under which it is found today; null for a case the public may not know. */
export async function caseMeasure(from: Reads, id: string): Promise<MeasureRecord | null> {
  const row = await from.select({ measureId: cases.measureId }).from(cases).where(eq(cases.id, id)).get();
  if (!row) return null;
  const today = await measureToday(from, row.measureId);
  const record = today === null ? undefined : (await measureRecords(from, [today]))[0];
  // The case of a measure that went on to another leads there, as its measure does.
  return record?.case?.id === id || (record && today !== row.measureId) ? record : null;
}

/** Measures by title, from the one named by `after` on. A cursor that names nothing starts at the beginning. */
export async function listedMeasures(from: Reads, after: string | null): Promise<Page<MeasureRecord>> {
  const rows = await from.all<{ id: string }>(sql`
    SELECT id FROM public_measures
    WHERE (title, id) > (coalesce((SELECT title FROM public_measures WHERE id = ${after}), ''), coalesce(${after}, ''))
    ORDER BY title, id LIMIT ${SIZE + 1}`);
  return pageOf(from, rows);
}

/** Cases, the youngest first. */
export async function listedCases(from: Reads, after: string | null): Promise<Page<MeasureRecord>> {
  const rows = await from.all<{ id: string }>(sql`
    SELECT id FROM public_measures
    WHERE case_id IS NOT NULL AND (opened_at, id) < (coalesce((SELECT opened_at FROM public_measures WHERE id = ${after}), '9'), coalesce(${after}, ''))
    ORDER BY opened_at DESC, id DESC LIMIT ${SIZE + 1}`);
  const page = await pageOf(from, rows);
  return { ...page, items: page.items.filter((record) => record.case) };
}

/** For the front page: cases of one kind, the latest change first. */
export async function settledAndOpen(from: Reads, most: number): Promise<{ open: MeasureRecord[]; settled: MeasureRecord[] }> {
  const rows = await from.all<{ id: string }>(sql`
    SELECT id FROM public_measures WHERE case_id IS NOT NULL ORDER BY latest DESC, id LIMIT ${most * 6}`);
  const records = (
    await measureRecords(
      from,
      rows.map((row) => row.id),
    )
  ).filter((record) => record.case);
  const status = (record: MeasureRecord) => record.case?.standing.status;
  return {
    // Where what stood against it was taken back, a case is under review again and no disagreement.
    open: records.filter((record) => (status(record) === 'open' || status(record) === 'reopened') && record.case?.current).slice(0, most),
    settled: records.filter((record) => status(record) === 'settled').slice(0, most),
  };
}

/**
 * The measures something public happened to last.
 * @param known records read at the same moment: they are taken as they are.
 */
export async function changedMeasures(from: Reads, most: number, known: readonly MeasureRecord[] = []): Promise<MeasureRecord[]> {
  const rows = await from.all<{ id: string }>(sql`
    SELECT id FROM public_measures ORDER BY latest DESC, id LIMIT ${most}`);
  const records = new Map(known.map((record) => [record.id, record]));
  const others = rows.flatMap(({ id }) => (records.has(id) ? [] : [id]));
  for (const record of await measureRecords(from, others)) records.set(record.id, record);
  return rows.flatMap(({ id }) => records.get(id) ?? []);
}

/** The measures of which something published was corrected or withdrawn, the latest first. */
export async function correctedMeasures(from: Reads, most: number): Promise<MeasureRecord[]> {
  const rows = await from.all<{ id: string }>(sql`
    SELECT k.measure_id AS id FROM case_events e JOIN cases k ON k.id = e.case_id
    LEFT JOIN publications p ON p.id = e.body ->> '$.publicationId'
    WHERE e.body ->> '$.type' = 'withdrawn' OR p.kind = 'correction'
    GROUP BY k.measure_id ORDER BY max(e.seq) DESC LIMIT ${most}`);
  return measureRecords(
    from,
    rows.map(({ id }) => id),
  );
}

async function pageOf(from: Reads, rows: { id: string }[]): Promise<Page<MeasureRecord>> {
  const shown = rows.slice(0, SIZE).map((row) => row.id);
  return { items: await measureRecords(from, shown), next: rows.length > SIZE ? (shown.at(-1) ?? null) : null };
}
