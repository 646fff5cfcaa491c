import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { acceptArticle } from '@/db/claims';
import type { Database } from '@/db/open';
import { rereadArticles } from '@/db/reread';
import { auditLog } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { STORM } from './intake-world';
import { addOlder, otherNoun } from './older-world';
import { rewriteBehind } from './rewrite';
import { seedPerson } from './seeds';
import { minutesLater, newRecord } from './world';

let db: Database;

/** Three articles read again: one before, two after somebody accepted one of them. */
beforeEach(async () => {
  db = await newRecord({ owner: true }, { tampered: true });
  const [post] = await addOlder(db, STORM.slice(0, 2), otherNoun);
  await rereadArticles(db, OWNER, minutesLater(1));
  await addOlder(db, STORM.slice(2, 3), otherNoun, minutesLater(2));
  await acceptArticle(db, { id: post! }, await seedPerson(db, 'Anna'), minutesLater(3));
  await rereadArticles(db, OWNER, minutesLater(4));
});

describe('the guards refuse to rewrite a later reading', () => {
  it.each([`UPDATE readings SET engine = '9'`, `DELETE FROM readings`, `INSERT OR REPLACE INTO readings SELECT * FROM readings`])(
    '%s',
    async (statement) => {
      await expect(db.write((tx) => tx.run(sql.raw(statement)))).rejects.toMatchObject({
        cause: { message: expect.stringContaining('append only') },
      });
    },
  );
});

describe('verify finds a later reading that was rewritten behind the log, and names the entry', () => {
  it.each<[string, string, string | null]>([
    ['the engine of a reading', `UPDATE readings SET engine = '9'`, 'articles.reread'],
    ['the time of a reading', `UPDATE readings SET read_at = '2020-01-01'`, 'articles.reread'],
    ['what a reading doubted', `UPDATE readings SET doubts = '[1]'`, 'articles.reread'],
    ['a reading under another entry', `UPDATE readings SET seq = seq + 1`, 'articles.reread'],
    ['a reading taken away', `DELETE FROM readings WHERE rowid = 1`, 'articles.add'],
    ['a reading of nothing taken away with its claims', `DELETE FROM claims WHERE noun = 'schools'; DELETE FROM readings`, 'articles.add'],
    [
      'a reading nobody made',
      `INSERT INTO readings SELECT article_id, 2, seq, engine, state, doubts, '[]', '[]', read_at FROM readings`,
      null,
    ],
    ['a claim that came with a reading', `UPDATE claims SET low = '11' WHERE low = '12' AND noun = 'schools'`, 'articles.reread'],
    [
      'a claim that came with a reading, taken away',
      `DELETE FROM claims WHERE text = '19 schools' AND noun = 'schools'`,
      'articles.reread',
    ],
    [
      'a claim nobody read',
      `CREATE TEMP TABLE c AS SELECT * FROM claims LIMIT 1; UPDATE c SET id = 'x', ordinal = 99; INSERT INTO claims SELECT * FROM c`,
      'articles.add',
    ],
    ['a superseded claim that stands again', `UPDATE claims SET status = 'read' WHERE status = 'superseded'`, 'articles.reread'],
    [
      'a superseded claim that somebody accepted',
      `UPDATE claims SET status = 'accepted', accepted_at = '2026-03-02' WHERE status = 'superseded'`,
      'articles.reread',
    ],
    ['a claim that nothing superseded', `UPDATE claims SET status = 'superseded' WHERE status = 'read' AND text = '19 schools'`, null],
    [
      'an accepted claim that nothing superseded',
      `UPDATE claims SET status = 'superseded', accepted_at = NULL WHERE status = 'accepted'`,
      null,
    ],
    ['what a reading superseded', `UPDATE readings SET superseded = '[]'`, 'articles.reread'],
    [
      'a later claim that was accepted by nobody',
      `UPDATE claims SET status = 'accepted' WHERE text = '19 schools' AND noun = 'schools'`,
      'articles.reread',
    ],
  ])('%s', async (_, statements, action) => {
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    expect(await rewriteBehind(db, statements)).toBeGreaterThan(0);
    const verdict = await verifyRecord(db);
    expect(verdict).toMatchObject({ ok: false, reason: expect.not.stringContaining('guard') });
    if (verdict.ok) return;
    const row = await db.read.select().from(auditLog).where(eq(auditLog.seq, verdict.seq)).get();
    expect(row ? JSON.parse(row.body).action : null).toBe(action);
  });
});
