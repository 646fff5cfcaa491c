import { createHash } from 'node:crypto';
import { and, asc, eq, gt } from 'drizzle-orm';
import { type Instant, ok } from '@/lib/base';
import { CHANGE_WORDS, type Change, changesOf, type MeasureRecord, measureJson, measurePage } from '@/lib/publication';
import type { Database, Reads } from './open';
import { movePublicHead } from './public-head';
import { measureRecords } from './published/records';
import { publicChanges, publicDue, publicKnown } from './schema';
import { unlogged } from './verb';

/** "updated": something else that readers see; "gone": nothing of the measure is public any more. */
export type ChangeKind = Change['kind'] | 'updated' | 'gone';

/** A public change in the words of today. `path` leads to its page. */
export interface ToldChange extends ChangeRow {
  title: string;
  summary: string;
  path: string;
}

export type ChangeRow = typeof publicChanges.$inferSelect;

/** So many measures are looked through together. */
const TOGETHER = 20;
/** So many changes are given at a time. */
const PART = 50;

/**
 * Looks through the measures that a write touched, and tells what changed for readers since it was told last: nothing where they see what
 * they saw, whatever reviewers did. Gives how many changes were told; called again while there are measures to look through.
 */
export async function tellChanges(db: Database, now: Instant): Promise<{ told: number; left: boolean }> {
  const due = await db.read.select().from(publicDue).orderBy(asc(publicDue.measureId)).limit(TOGETHER);
  if (due.length === 0) return { told: 0, left: false };
  const ids = due.map(({ measureId }) => measureId);
  const records = await db.snapshot((read) => measureRecords(read, ids));
  const told = await unlogged(db, async (tx) => {
    let count = 0;
    for (const { measureId, times } of due) {
      const record = records.find(({ id }) => id === measureId) ?? null;
      count += await tell(tx, measureId, record, now);
      // Touched again since it was read: it is looked through once more.
      await tx.delete(publicDue).where(and(eq(publicDue.measureId, measureId), eq(publicDue.times, times)));
    }
    // Readers along are told of it where they ask.
    if (count > 0) movePublicHead(tx, { measures: [], anywhere: false });
    return ok(count);
  });
  if (!told.ok) return { told: 0, left: true };
  return { told: told.value, left: due.length === TOGETHER };
}

type Writes = Parameters<Parameters<Database['write']>[0]>[0];

async function tell(tx: Writes, measureId: string, record: MeasureRecord | null, now: Instant): Promise<number> {
  const known = await tx.select().from(publicKnown).where(eq(publicKnown.measureId, measureId)).get();
  const digest = record && digestOf(record);
  if ((known?.digest ?? null) === digest) return 0;
  const before = await tx.select({ urn: publicChanges.urn }).from(publicChanges).where(eq(publicChanges.measureId, measureId));
  const seen = new Set(before.map(({ urn }) => urn));
  const fresh = record ? changesOf(record).filter(({ urn }) => !seen.has(urn)) : [];
  const otherwise = { urn: `urn:countercheck:measure:${measureId}:${record ? 'updated' : 'gone'}:${now}`, at: now };
  const changes = fresh.length > 0 ? fresh.reverse() : [{ ...otherwise, kind: record ? ('updated' as const) : ('gone' as const) }];
  // Two within a millisecond are one to whoever reads along.
  const rows = changes.filter(({ urn }) => !seen.has(urn)).map(({ urn, at, kind }) => ({ measureId, urn, at, kind }));
  if (rows.length > 0) await tx.insert(publicChanges).values(rows);
  await tx.delete(publicKnown).where(eq(publicKnown.measureId, measureId));
  if (digest !== null) await tx.insert(publicKnown).values({ measureId, digest });
  return rows.length;
}

/** All that readers see of it, whatever the site is called. */
const digestOf = (record: MeasureRecord): string =>
  createHash('sha256')
    .update(JSON.stringify(measureJson(measurePage(record), { url: 'https://record.invalid', name: '' })))
    .digest('hex');

/** What was told behind this change, in the order in which it was told. */
export const changesSince = (from: Reads, seq: number): Promise<ChangeRow[]> =>
  from.select().from(publicChanges).where(gt(publicChanges.seq, seq)).orderBy(asc(publicChanges.seq)).limit(PART);

/** Changes in the words that the record has for them today: what was taken back or is withheld since says no more than that it was. */
export async function inWords(from: Reads, rows: readonly ChangeRow[]): Promise<ToldChange[]> {
  const records = await measureRecords(from, [...new Set(rows.map(({ measureId }) => measureId))]);
  const known = new Map(records.map((record) => [record.id, { record, changes: new Map(changesOf(record).map((one) => [one.urn, one])) }]));
  return rows.map((row) => {
    const held = known.get(row.measureId);
    const { title, summary, path } = held?.changes.get(row.urn) ?? wordless(row, held?.record ?? null);
    return { ...row, title, summary, path };
  });
}

function wordless({ kind, measureId }: ChangeRow, record: MeasureRecord | null): Pick<ToldChange, 'title' | 'summary' | 'path'> {
  const word = kind === 'updated' ? 'Updated' : kind === 'gone' ? 'No longer public' : CHANGE_WORDS[kind];
  const summary = kind === 'updated' ? 'Something else that readers see of it changed.' : 'What it said is not shown any more.';
  return { title: record ? `${word}: ${record.title}` : word, summary, path: `/measures/${measureId}` };
}
