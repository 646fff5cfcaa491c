import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { sql } from 'drizzle-orm';
import { ok, type Result } from '@/lib/base';
import { ARTICLE_TABLE, MEASURE_TABLES, measurePage, type Site, SOURCE_TABLE, SPEAKER_TABLE, TABLES, type Table } from '@/lib/publication';
import { synced } from './checked-copy';
import { DumpFile } from './dump-file';
import { CsvFolder, zipped } from './dump-zip';
import type { Database, Reads } from './open';
import { lastPublic, listedSources, listedSpeakers, measureRecords, publicArticlesBehind } from './published';
import { ask, words } from './statement';
import { refusals } from './verb';

/** The files of a dump, in its folder. */
export const DUMP_FILES = { zip: 'countercheck-data.zip', sqlite: 'countercheck-data.sqlite' } as const;

/** So many things are read together. */
const TOGETHER = 20;

/** As the database says it. */
const NO_LIMIT = -1;

export interface Dumped {
  /** Rows of each table. */
  rows: Record<string, number>;
  /** When something public last happened; null in an empty record. */
  latest: string | null;
}

/** Takes the rows of a table, in order. */
export interface Sink {
  put(table: Table<never, never>, rows: readonly unknown[]): Promise<void>;
}

/**
 * Writes all that is public, and nothing else, into a folder: as CSV in a zip, and as a file of SQLite. All of it is of one moment; it is read in parts, so that it
 * costs as much memory for a large record as for a small one, and each file gets its name when it is whole. The same record gives the same bytes.
 */
export function dump(db: Database, folder: string, site: Site): Promise<Result<Dumped>> {
  return refusals(async () => {
    await mkdir(folder, { recursive: true });
    const draft = await mkdtemp(join(resolve(folder), '.part-'));
    const csv = new CsvFolder(join(draft, 'csv'), site);
    const file = new DumpFile(join(draft, DUMP_FILES.sqlite), site);
    try {
      const rows: Record<string, number> = Object.fromEntries(TABLES.map(({ name }) => [name, 0]));
      const latest = await db.snapshot(async (read) => {
        for await (const [table, part] of parts(read)) {
          rows[table.name] = (rows[table.name] ?? 0) + part.length;
          await csv.put(table, part);
          await file.put(table, part);
        }
        return lastPublic(read);
      });
      file.end(latest);
      await zipped(await csv.end(), createWriteStream(join(draft, DUMP_FILES.zip)));
      for (const name of Object.values(DUMP_FILES)) {
        await chmod(join(draft, name), 0o644);
        await synced(join(draft, name));
        await rename(join(draft, name), join(folder, name));
      }
      await synced(resolve(folder));
      return ok({ rows, latest });
    } finally {
      file.close();
      await csv.close();
      await rm(draft, { recursive: true, force: true });
    }
  });
}

type Part = [table: Table<never, never>, rows: unknown[]];

/** Everything public by tables, in the order of ids. */
async function* parts(from: Reads): AsyncGenerator<Part> {
  for await (const ids of measuresInOrder(from)) {
    const pages = (await measureRecords(from, ids)).map(measurePage);
    for (const table of MEASURE_TABLES) yield [table as Table<never, never>, pages.flatMap((page) => table.rows(page))];
  }
  for (let after = ''; ; ) {
    const found = await publicArticlesBehind(from, after, TOGETHER * 10);
    if (found.length === 0) break;
    yield [ARTICLE_TABLE as Table<never, never>, found];
    after = found.at(-1)!.id;
  }
  yield [SOURCE_TABLE as Table<never, never>, byId(await listedSources(from, NO_LIMIT))];
  for (let after: string | null = null; ; ) {
    const { items, next } = await listedSpeakers(from, after);
    yield [SPEAKER_TABLE as Table<never, never>, items];
    if (next === null) break;
    after = next;
  }
}

async function* measuresInOrder(from: Reads): AsyncGenerator<string[]> {
  for (let after = ''; ; ) {
    const rows = await from.all<{ id: string }>(sql`SELECT id FROM public_measures WHERE id > ${after} ORDER BY id LIMIT ${TOGETHER}`);
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
    after = rows.at(-1)!.id;
  }
}

const byId = <T extends { id: string }>(rows: T[]): T[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Where a server offers the last dump from: beside its record. Null where that lies on another server. */
const dumpFolder = (db: Pick<Database, 'path'>): string | null => (db.path === null ? null : join(dirname(db.path), 'public'));

/** A file of the last dump that was made there; null where there is none of that name. */
export async function dumpedFile(
  db: Pick<Database, 'path' | 'read'>,
  name: string,
): Promise<{ path: string; size: number; at: Date } | null> {
  const folder = dumpFolder(db);
  if (folder === null || !(Object.values(DUMP_FILES) as string[]).includes(name)) return null;
  const path = join(folder, name);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile() || (await withheldLast(db.read)) >= found.mtime.toISOString()) return null;
  return { path, size: found.size, at: found.mtime };
}

/** When the text of an article was last withheld: what was written before that may hold its words. */
async function withheldLast(from: Reads): Promise<string> {
  const [row] = await ask<{ at: string | null }>(from, words`SELECT max(at) AS at FROM article_notices WHERE kind = 'withheld'`);
  return row?.at ?? '';
}
