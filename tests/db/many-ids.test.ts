import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publishedClaims } from '@/db/kept';
import type { Database, Reads } from '@/db/open';
import { unplace } from '@/db/parted';
import { publicArticles } from '@/db/published/articles';
import { publicOrigins } from '@/db/published/origins';
import { loggedEvents } from '@/db/published/publications';
import { measureRecords } from '@/db/published/records';
import { enginesOfLater } from '@/db/readings';
import { dropSuggestions } from '@/db/suggestions';
import { harbour } from './harbour';
import * as world from './public-world';
import { minutesLater, newRecord } from './world';

/** More than the 32,766 values that a statement of SQLite has room for. */
const MANY = Array.from({ length: 40_000 }, (_, at) => `none ${at}`);

const reading: [string, (from: Reads, ids: string[]) => Promise<unknown>][] = [
  ['measures', measureRecords],
  ['articles', publicArticles],
  ['origins', publicOrigins],
  ['engines', enginesOfLater],
  ['events', loggedEvents],
  ['published rulings', publishedClaims],
];

async function openHarbour(): Promise<{ db: Database; ids: string[]; boats: string }> {
  const db = await newRecord();
  const { anna, boats, a } = await harbour(db);
  await world.accept(db, a.articleId, anna, minutesLater(1));
  return { db, ids: [...MANY, boats, a.articleId, a.id], boats };
}

it.each(reading)('%s of 40,000 ids are read', async (_, read) => {
  const { db, ids } = await openHarbour();
  await expect(read(db.read, ids)).resolves.toBeDefined();
});

it('what is known of one is found among 40,000', async () => {
  const { db, ids, boats } = await openHarbour();
  expect((await measureRecords(db.read, ids)).map(({ id }) => id)).toEqual([boats]);
});

it('so many claims are taken out of their measures at once', async () => {
  const { db, ids, boats } = await openHarbour();
  await db.write(async (tx) => {
    await unplace(tx, ids);
    await dropSuggestions(tx, ids);
  });
  expect(await measureRecords(db.read, [boats])).toEqual([]);
});

it('a list of drizzle, which binds a value for each, is of what the code itself names, or of another query', () => {
  const files = readdirSync('db', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const lists = files.flatMap((name) => [...readFileSync(join('db', name), 'utf8').matchAll(/\binArray\((.*?)\)/g)].map(([, of]) => of));
  expect([...new Set(lists)].sort()).toEqual([
    'ROW, rows',
    // Those of one page.
    'acts.under, seqs',
    'cases.state, OPEN',
    `cases.state, ['ruled', 'published']`,
    'claims.id, [id, other]',
    'measures.id, touched',
    'originId, groups',
    'signInFailures.bucket, buckets',
  ]);
});
