import { changedParts, type Parts, partsOf } from '@/lib/publication';
import { logHead } from './audit';
import type { Database, Reads, Tx } from './open';
import { facetsNow, fileFacets } from './public-facets';
import { movePublicHead } from './public-head';
import { measureRecords } from './published';
import { insertRows } from './rows';
import { editionParts, editions } from './schema';
import { among, ask, send, turnOf, words } from './statement';
import { unlogged } from './verb';

/** With more public claims than this the record of a measure takes longer to make than an act may take: its edition follows the act. */
const LARGE = 200;
/** So many records are made at once. */
const TOGETHER = 50;

/**
 * In the transaction that touched them: the next edition of each of these measures of which readers see something else from now on. Gives whether
 * there is one, or may be one of a large measure.
 */
export async function fileEditions(tx: Tx, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const sized = await ask<{ id: string; isLarge: number }>(
    tx,
    words`SELECT s.value AS id, EXISTS (SELECT 1 FROM claims c WHERE c.measure_id = s.value AND +c.status = 'accepted' LIMIT 1 OFFSET ${LARGE}) AS isLarge
      FROM json_each(${JSON.stringify(ids)}) s
      WHERE EXISTS (SELECT 1 FROM public_measures p WHERE p.id = s.value) OR EXISTS (SELECT 1 FROM editions e WHERE e.measure_id = s.value)`,
  );
  if (sized.length === 0) return false;
  const seq = await logHead(tx);
  const large = sized.flatMap(({ id, isLarge }) => (isLarge ? [id] : []));
  if (large.length > 0)
    send(
      tx,
      words`INSERT INTO editions_owed (measure_id, seq) SELECT value, ${seq} FROM json_each(${JSON.stringify(large)}) WHERE true
        ON CONFLICT (measure_id) DO UPDATE SET seq = excluded.seq`,
    );
  const small = sized.flatMap(({ id, isLarge }) => (isLarge ? [] : [id]));
  let filed = 0;
  for (let at = 0; at < small.length; at += TOGETHER) {
    await turnOf(tx);
    const some = small.slice(at, at + TOGETHER);
    const { parts, facets } = await shownNow(tx, some);
    fileFacets(tx, facets);
    filed += await keepEditions(tx, parts, seq);
  }
  return filed > 0 || large.length > 0;
}

/** Files the editions that are owed, one measure after another; gives how many were. What is touched meanwhile stays owed. */
export async function fileOwed(db: Database): Promise<number> {
  let filed = 0;
  for (;;) {
    const [owed] = await ask<{ id: string }>(db.read, words`SELECT measure_id AS id FROM editions_owed LIMIT 1`);
    if (!owed) return filed;
    const { parts, facets, seq } = await db.snapshot(async (from) => ({ ...(await shownNow(from, [owed.id])), seq: await logHead(from) }));
    await unlogged(db, async (tx) => {
      fileFacets(tx, facets);
      await keepEditions(tx, parts, seq);
      // A page says which edition it is.
      movePublicHead(tx, { measures: [owed.id], anywhere: false });
      send(tx, words`DELETE FROM editions_owed WHERE measure_id = ${owed.id} AND seq <= ${seq}`);
      return { ok: true, value: null };
    });
    filed += 1;
  }
}

/** What readers see of these measures at this moment, part by part, and what they are found by. */
async function shownNow(
  from: Reads,
  ids: readonly string[],
): Promise<{ parts: Map<string, Parts>; facets: Awaited<ReturnType<typeof facetsNow>> }> {
  const records = await measureRecords(from, [...ids]);
  const byId = new Map(records.map((record) => [record.id, record]));
  return { parts: new Map(ids.map((id) => [id, partsOf(byId.get(id) ?? null)])), facets: await facetsNow(from, ids, records) };
}

/** Gives how many were filed. */
async function keepEditions(tx: Tx, now: ReadonlyMap<string, Parts>, seq: number): Promise<number> {
  const ids = [...now.keys()];
  const before = await lastParts(tx, ids);
  const numbers = await lastNumbers(tx, ids);
  const at = await instantOf(tx, seq);
  const [marks, parts]: [(typeof editions.$inferSelect)[], (typeof editionParts.$inferSelect)[]] = [[], []];
  for (const [measureId, after] of now) {
    const changed = changedParts(before.get(measureId) ?? new Map(), after);
    if (changed.size === 0) continue;
    const number = (numbers.get(measureId) ?? 0) + 1;
    marks.push({ measureId, number, at, seq });
    for (const [part, body] of changed) parts.push({ measureId, part, number, body });
  }
  await insertRows(tx, editions, marks);
  await insertRows(tx, editionParts, parts);
  return marks.length;
}

/** The last of each part that is not gone, by measure. */
async function lastParts(from: Reads, ids: readonly string[]): Promise<Map<string, Map<string, string>>> {
  const rows = await ask<{ id: string; part: string; body: string | null; number: number }>(
    from,
    words`SELECT measure_id AS id, part, body, max(number) AS number FROM edition_parts WHERE measure_id IN ${among(ids)} GROUP BY measure_id, part`,
  );
  const found = new Map<string, Map<string, string>>(ids.map((id) => [id, new Map()]));
  for (const { id, part, body } of rows) if (body !== null) found.get(id)?.set(part, body);
  return found;
}

async function lastNumbers(from: Reads, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await ask<{ id: string; number: number }>(
    from,
    words`SELECT measure_id AS id, max(number) AS number FROM editions WHERE measure_id IN ${among(ids)} GROUP BY measure_id`,
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** When an entry of the log was made: an edition is as old as what it was worked out from. */
async function instantOf(from: Reads, seq: number): Promise<string> {
  const [row] = await ask<{ at: string }>(from, words`SELECT body ->> '$.at' AS at FROM audit_log WHERE seq = ${seq}`);
  return row?.at ?? new Date(0).toISOString();
}
