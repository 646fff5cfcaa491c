import type { Instant } from '@/lib/base';
import { newId } from './ids';
import { nameKey } from './name-key';
import type { Reads, Tx } from './open';
import { insertRows, rowsOf } from './rows';
import { places, topics } from './schema';
import { among, words } from './statement';

type Kind = 'topics' | 'places';
type Row = typeof topics.$inferSelect;

const TABLES = { topics, places };

/** The ids of topics or places by their paths from the widest on, made where there are none. One that is known stays part of what it was part of. */
export async function ensureTopics(tx: Tx, kind: Kind, paths: readonly string[][], now: Instant): Promise<string[]> {
  const table = TABLES[kind];
  const rows = await rowsOf(tx, table, words`WHERE name_key IN ${among(paths.flat().map(nameKey))}`);
  const known = new Map(rows.map((row) => [row.nameKey, row]));
  const made: Row[] = [];
  for (const path of paths) {
    let parentId: string | null = null;
    for (const name of path) {
      const key = nameKey(name);
      const found: Row = known.get(key) ?? { id: newId(), name, nameKey: key, parentId, createdAt: now };
      if (!known.has(key)) made.push(found);
      known.set(key, found);
      parentId = found.id;
    }
  }
  await insertRows(tx, table, made);
  return [...new Set(paths.map((path) => (known.get(nameKey(path.at(-1) as string)) as Row).id))];
}

/** How they are written in a form: each behind what it is part of. */
export async function topicNames(from: Reads, kind: Kind, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows: Row[] = [];
  // Step by step to the widest; they are few, and no way is longer than its steps.
  for (let asked = [...ids]; asked.length > 0; ) {
    const found: Row[] = await rowsOf(from, TABLES[kind], words`WHERE id IN ${among(asked)}`);
    rows.push(...found);
    asked = found.flatMap(({ parentId }) => (parentId !== null && !rows.some(({ id }) => id === parentId) ? [parentId] : []));
  }
  const byId = new Map(rows.map((row) => [row.id, row]));
  const pathOf = (row: Row): string => {
    const wider = row.parentId === null ? undefined : byId.get(row.parentId);
    return wider ? `${pathOf(wider)} > ${row.name}` : row.name;
  };
  return ids.flatMap((id) => (byId.has(id) ? [pathOf(byId.get(id) as Row)] : []));
}
