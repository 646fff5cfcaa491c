import { createClient } from '@libsql/client';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { MACHINE } from '@/db/actor';
import { append } from '@/db/audit';
import type { Database } from '@/db/open';
import { auditLog } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { NOW, newRecord } from './world';

async function recordWith(entries: number): Promise<Database> {
  const db = await newRecord();
  await db.write(async (tx) => {
    for (let i = 1; i <= entries; i += 1) await append(tx, { at: NOW, actor: MACHINE, action: 'test.note', subject: `note:${i}` });
  });
  return db;
}

const NEXT = `INSERT INTO audit_log SELECT seq + 1, body, leaf, leaf FROM audit_log ORDER BY seq DESC LIMIT 1`;

describe('the log refuses to be rewritten', () => {
  it.each([
    ['UPDATE of a body', `UPDATE audit_log SET body = '{}' WHERE seq = 2`],
    ['UPDATE of a number', `UPDATE audit_log SET seq = 9 WHERE seq = 3`],
    ['UPDATE of a leaf', `UPDATE audit_log SET leaf = zeroblob(32)`],
    ['DELETE of one entry', `DELETE FROM audit_log WHERE seq = 3`],
    ['DELETE of all', `DELETE FROM audit_log`],
    ['INSERT OR REPLACE', `INSERT OR REPLACE INTO audit_log SELECT seq, '{}', prev, leaf FROM audit_log WHERE seq = 3`],
    ['REPLACE', `REPLACE INTO audit_log SELECT seq, '{}', prev, leaf FROM audit_log WHERE seq = 1`],
    [
      'upsert',
      `INSERT INTO audit_log SELECT seq, body, prev, leaf FROM audit_log WHERE seq = 2 ON CONFLICT (seq) DO UPDATE SET body = '{}'`,
    ],
    ['a gap', `INSERT INTO audit_log SELECT seq + 2, body, leaf, leaf FROM audit_log WHERE seq = 3`],
    ['a number left to the database', `INSERT INTO audit_log (body, prev, leaf) SELECT body, leaf, leaf FROM audit_log WHERE seq = 3`],
    ['an entry before the first', `INSERT INTO audit_log SELECT 0, body, zeroblob(32), leaf FROM audit_log WHERE seq = 1`],
    ['a wrong entry before it', `INSERT INTO audit_log SELECT 4, body, prev, leaf FROM audit_log WHERE seq = 3`],
    ['a short leaf', `INSERT INTO audit_log SELECT 4, body, leaf, x'00' FROM audit_log WHERE seq = 3`],
  ])('%s', async (_, statement) => {
    const db = await recordWith(3);
    const before = await db.read.select().from(auditLog);
    await expect(
      db.write(async (tx) => {
        for (const one of statement.split('; ')) await tx.run(sql.raw(one));
      }),
    ).rejects.toThrow();
    expect(await db.read.select().from(auditLog)).toEqual(before);
    expect(await verifyRecord(db)).toMatchObject({ ok: true, entries: 3 });
  });

  it('takes the right next row, so the refusals above are no accident', async () => {
    const db = await recordWith(3);
    await db.write((tx) => tx.run(sql.raw(NEXT)));
    expect(await db.read.select().from(auditLog)).toHaveLength(4);
  });

  /** Lets what people read by hand stand in a claim, and nothing else. */
  const BY_HAND = 'claims_read_by_hand';

  it.each(['rulings', 'publications', 'claim_judgements', 'case_events', 'articles', 'claims'])('guards %s as well', async (table) => {
    const db = await recordWith(1);
    const triggers = await db.read.all<{ name: string }>(
      sql`SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ${table}`,
    );
    // Those that keep the queue and the lists of the public write nothing here.
    const guards = triggers.filter(({ name }) => !/^(queue|public)_/.test(name));
    expect(guards.map(({ name }) => name).sort()).toEqual([
      `${table}_no_delete`,
      `${table}_no_update`,
      ...(table === 'claims' ? [BY_HAND] : []),
    ]);
  });
});

describe('tampering is found', () => {
  /** Somebody with the file in hand: no guard stands in their way. */
  async function tamper(db: Database, ...statements: string[]): Promise<void> {
    const client = createClient({ url: db.url });
    const guards = await client.execute(`SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'audit_log'`);
    for (const { name } of guards.rows) await client.execute(`DROP TRIGGER ${name}`);
    for (const statement of statements) await client.execute(statement);
    for (const guard of guards.rows) await client.execute(String(guard.sql));
    client.close();
  }

  it.each([
    ['an edited body', 3, [`UPDATE audit_log SET body = replace(body, 'note:3', 'note:9') WHERE seq = 3`]],
    ['an edited leaf', 4, [`UPDATE audit_log SET leaf = zeroblob(32) WHERE seq = 4`]],
    ['an edited link', 2, [`UPDATE audit_log SET prev = zeroblob(32) WHERE seq = 2`]],
    ['a deleted entry', 3, [`DELETE FROM audit_log WHERE seq = 3`]],
    ['a deleted first entry', 1, [`DELETE FROM audit_log WHERE seq = 1`]],
    ['a cut tail', 5, [`DELETE FROM audit_log WHERE seq >= 5`]],
    ['an emptied log', 1, [`DELETE FROM audit_log`]],
    ['a duplicate at the end', 7, [`INSERT INTO audit_log SELECT 7, body, prev, leaf FROM audit_log WHERE seq = 6`]],
    ['an entry before the first', 0, [`INSERT INTO audit_log SELECT 0, body, prev, leaf FROM audit_log WHERE seq = 1`]],
    [
      'two entries swapped',
      2,
      [
        `UPDATE audit_log SET seq = 99 WHERE seq = 2`,
        `UPDATE audit_log SET seq = 2 WHERE seq = 3`,
        `UPDATE audit_log SET seq = 3 WHERE seq = 99`,
      ],
    ],
  ])('%s', async (_, seq, statements) => {
    const db = await recordWith(6);
    await tamper(db, ...statements);
    expect(await verifyRecord(db)).toMatchObject({ ok: false, seq });
  });

  it.each([
    ['a dropped guard', `DROP TRIGGER audit_no_delete`],
    [
      'a guard made harmless',
      `DROP TRIGGER audit_no_update; CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit_log BEGIN SELECT 1; END`,
    ],
  ])('%s', async (_, statements) => {
    const db = await recordWith(2);
    const client = createClient({ url: db.url });
    await client.executeMultiple(statements);
    client.close();
    expect(await verifyRecord(db)).toMatchObject({ ok: false, reason: expect.stringContaining('guard') });
  });

  it('stops the writer too: nothing is appended after a last entry that was edited', async () => {
    const db = await recordWith(2);
    await tamper(db, `UPDATE audit_log SET body = replace(body, 'note:2', 'note:8') WHERE seq = 2`);
    const appending = db.write((tx) => append(tx, { at: NOW, actor: MACHINE, action: 'test.note', subject: 'note:3' }));
    await expect(appending).rejects.toMatchObject({ refusal: { code: 'AuditBroken', status: 503 } });
  });

  it('finds nothing in an honest log, however often it is opened', async () => {
    const db = await recordWith(40);
    expect(await verifyRecord(db)).toMatchObject({ ok: true, entries: 40 });
  });
});
