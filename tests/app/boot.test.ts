import { sql } from 'drizzle-orm';
import { expect, it, onTestFinished } from 'vitest';
import { boot } from '@/app/_shell/boot';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { isRegroupOwed } from '@/db/owed';
import { STORM } from '../db/intake-world';
import { NOW, newRecord, restoreEnv } from '../db/world';

it('starts where what is owed cannot be grouped, and groups it at the next start', async () => {
  const { DATABASE_URL, AUTH_SECRET, LOG_LEVEL } = process.env;
  onTestFinished(() => restoreEnv({ DATABASE_URL, AUTH_SECRET, LOG_LEVEL }));
  const db = await newRecord();
  Object.assign(process.env, { DATABASE_URL: db.url, AUTH_SECRET: 'x'.repeat(32), LOG_LEVEL: 'silent' });
  await addArticles(db, STORM, OWNER, NOW, { groupLater: true });
  await db.write((tx) => tx.run(sql`CREATE TRIGGER no_more BEFORE INSERT ON relations BEGIN SELECT RAISE(ABORT, 'no more'); END`));
  await boot();
  expect(await isRegroupOwed(db.read)).toBe(true);
  await db.write((tx) => tx.run(sql`DROP TRIGGER no_more`));
  await boot();
  expect(await isRegroupOwed(db.read)).toBe(false);
});
