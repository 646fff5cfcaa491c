import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { MACHINE } from '@/db/actor';
import { append } from '@/db/audit';
import { openDatabase, Refused } from '@/db/open';
import { queueSetting } from '@/db/queue/setting';
import { auditLog, meta } from '@/db/schema';
import { verb } from '@/db/verb';
import { verifyChain } from '@/lib/audit';
import { ok, refuse } from '@/lib/base';
import { NOW, newRecord, temporaryFolder } from './world';

const fact = (subject: string) => ({ at: NOW, actor: MACHINE, action: 'test.note', subject });

describe('opening the record', () => {
  it('copies what was committed into the file while nobody writes, and all of it is there afterwards', async () => {
    const db = await openDatabase(`file:${join(await temporaryFolder(), 'record.db')}`, { owner: true });
    const size = () => statSync(db.path as string).size;
    const empty = size();
    const notes = Array.from({ length: 2000 }, (_, at) => ({ key: `note ${at}`, value: 'x'.repeat(500) }));
    await db.write((tx) => tx.insert(meta).values(notes));
    await vi.waitFor(() => expect(size()).toBeGreaterThan(empty + 1_000_000), { timeout: 20_000, interval: 50 });
    await db.close();
    const again = await openDatabase(db.url);
    onTestFinished(() => again.close());
    expect(await again.read.$count(meta)).toBeGreaterThan(2000);
  }, 30_000);

  it('makes the file and its folder, and gives it an id of its own that stays', async () => {
    const url = `file:${await temporaryFolder()}/new/folder/record.db`;
    const first = await openDatabase(url);
    expect(first.id).toMatch(/^[0-9a-f-]{36}$/);
    await first.close();
    const again = await openDatabase(url);
    onTestFinished(() => again.close());
    expect(again.id).toBe(first.id);
  });

  it('lets nobody else on the machine read it, nor what SQLite keeps beside it, and leaves the mode of a file that is there', async () => {
    const db = await newRecord();
    await db.write((tx) => append(tx, fact('note:1')));
    for (const part of ['', '-wal', '-shm']) expect([part, statSync(db.path + part).mode & 0o777]).toEqual([part, 0o600]);
    const shared = `${await temporaryFolder()}/shared.db`;
    writeFileSync(shared, '', { mode: 0o640 });
    const again = await openDatabase(`file:${shared}`);
    onTestFinished(() => again.close());
    expect(statSync(shared).mode & 0o777).toBe(0o640);
  });

  it('is one instance in a process, however it is spelled', async () => {
    const db = await newRecord();
    expect(await openDatabase(db.url)).toBe(db);
    expect(await openDatabase(db.url.replace('file:', 'file://'))).toBe(db);
  });

  it('is one instance for every bundle of the process, and its refusals are known in each', async () => {
    const db = await newRecord({ owner: true, timeout: 5 });
    vi.resetModules();
    const bundle = await import('@/db/open');
    expect(bundle.openDatabase).not.toBe(openDatabase);
    expect(await bundle.openDatabase(db.url)).toBe(db);
    const { verb: theirs } = await import('@/db/verb');
    const stranger = createClient({ url: db.url });
    onTestFinished(() => stranger.close());
    const lock = await stranger.transaction('write');
    expect(await theirs(db, async () => ok(1))).toMatchObject({ ok: false, refusal: { code: 'Busy' } });
    await lock.rollback();
    // What a bundle leaves for the end of its transaction, the writer of another one does.
    const audit = await import('@/db/audit');
    expect(audit.append).not.toBe(append);
    expect(await theirs(db, async (tx) => ok(await audit.append(tx, fact('note:theirs'))))).toEqual({ ok: true, value: 1 });
    expect(await db.read.select().from(auditLog)).toHaveLength(1);
  });

  it.each(['', 'file:', 'file::memory:', 'data.db', 'postgres://here'])('refuses "%s" as an address', async (url) => {
    await expect(openDatabase(url)).rejects.toMatchObject({ refusal: { code: 'DatabaseUrl' } });
  });

  it('reads with a client that cannot write', async () => {
    const db = await newRecord();
    await expect(db.read.run(sql`INSERT INTO meta VALUES ('x', 'y')`)).rejects.toThrow();
  });

  it('sets what a new connection lacks', async () => {
    const db = await newRecord();
    const settings = await db.write((tx) =>
      tx.get<Record<string, number>>(
        sql`SELECT (SELECT foreign_keys FROM pragma_foreign_keys) AS keys, (SELECT recursive_triggers FROM pragma_recursive_triggers) AS triggers, (SELECT synchronous FROM pragma_synchronous) AS sync`,
      ),
    );
    expect(settings).toMatchObject({ keys: 1, triggers: 1, sync: 2 });
  });

  it('keeps how an older record gives out its work', async () => {
    const db = await newRecord();
    await db.write(async (tx) => {
      // What later migrations made is not there yet.
      for (const file of ['0023_search_and_filters', '0022_reports', '0021_versions', '0020_machines', '0019_editions'])
        for (const [, kind, name] of readFileSync(`db/migrations/${file}.sql`, 'utf8').matchAll(/^CREATE (TRIGGER|TABLE|INDEX) (\w+)/gm))
          await tx.run(sql.raw(`DROP ${kind} IF EXISTS ${name}`));
      await tx.run(sql`ALTER TABLE public_measures DROP claims`);
      await tx.run(sql`DELETE FROM __drizzle_migrations WHERE created_at >= 1764807800000`);
      await tx.insert(meta).values({ key: 'queue_setting', value: '{"order":"random","band":7}' });
    });
    await db.close();
    const now = await openDatabase(db.url, { owner: true });
    onTestFinished(() => now.close());
    expect(await queueSetting(now.read)).toEqual({ order: 'random', band: 7, staleDays: 90 });
    expect(await now.read.$count(meta, eq(meta.key, 'queue_setting'))).toBe(0);
  });

  it('refuses a record made by a newer version', async () => {
    const db = await newRecord();
    await db.write((tx) => tx.run(sql`INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 99999999999999)`));
    await db.close();
    await expect(openDatabase(db.url)).rejects.toMatchObject({ refusal: { code: 'SchemaNewer' } });
  });
});

describe('writing', () => {
  it('lets 50 writers that start at once through one after the other', async () => {
    const db = await newRecord();
    await Promise.all(Array.from({ length: 50 }, (_, i) => db.write((tx) => append(tx, fact(`note:${i}`)))));
    const rows = await db.read.select().from(auditLog).orderBy(auditLog.seq);
    expect(verifyChain(rows)).toMatchObject({ ok: true, entries: 50 });
  });

  it('lets everybody else have a turn between two writes', async () => {
    const db = await newRecord();
    let turns = 0;
    let counting = true;
    const count = () => {
      turns += 1;
      if (counting) setImmediate(count);
    };
    setImmediate(count);
    for (let write = 0; write < 20; write += 1) await db.write((tx) => append(tx, fact(`note:${write}`)));
    counting = false;
    expect(turns).toBeGreaterThanOrEqual(19);
  });

  it('rolls back everything when the work throws, and goes on', async () => {
    const db = await newRecord();
    const broken = db.write(async (tx) => {
      await append(tx, fact('note:1'));
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(await db.write((tx) => append(tx, fact('note:2')))).toBe(1);
  });

  it('rolls back a verb that is refused after it wrote', async () => {
    const db = await newRecord();
    const refused = await verb(db, async (tx) => {
      await append(tx, fact('note:1'));
      return refuse(409, 'TooLate', 'It was too late.', 'Be earlier.');
    });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'TooLate' } });
    expect(await db.read.select().from(auditLog)).toHaveLength(0);
  });

  it('refuses a write inside a write instead of waiting for itself', async () => {
    const db = await newRecord();
    await expect(db.write(() => db.write(async () => 1))).rejects.toThrow('inside a write');
  });

  it('is not poisoned by a foreign lock: refused with Busy while it lasts, well at once after it', async () => {
    const db = await newRecord({ owner: true, timeout: 5 });
    const stranger = createClient({ url: db.url });
    onTestFinished(() => stranger.close());
    for (let round = 0; round < 3; round += 1) {
      const lock = await stranger.transaction('write');
      await expect(db.write((tx) => append(tx, fact('note:busy')))).rejects.toMatchObject({ refusal: { code: 'Busy', status: 503 } });
      await lock.rollback();
      expect(await db.write((tx) => append(tx, fact('note:well')))).toBe(round + 1);
    }
    // What no new connection has by itself shows that the pragmas were set anew.
    const triggers = await db.write((tx) => tx.get<{ recursive_triggers: number }>(sql`PRAGMA recursive_triggers`));
    expect(triggers.recursive_triggers).toBe(1);
  });

  it('waits out a short foreign lock', async () => {
    const db = await newRecord({ owner: true, timeout: 5 });
    const stranger = createClient({ url: db.url });
    onTestFinished(() => stranger.close());
    const lock = await stranger.transaction('write');
    setTimeout(() => void lock.rollback(), 30);
    expect(await db.write((tx) => append(tx, fact('note:patient')))).toBe(1);
  });

  it('says StorageFull when the disk is full, keeps what was stored readable, and recovers', async () => {
    const db = await newRecord();
    await db.write((tx) => append(tx, fact('note:before')));
    const pages = await db.write((tx) => tx.get<{ page_count: number }>(sql`PRAGMA page_count`));
    await db.write((tx) => tx.run(sql.raw(`PRAGMA max_page_count = ${pages.page_count + 2}`)));
    const big = db.write((tx) => tx.insert(meta).values({ key: 'big', value: 'x'.repeat(100_000) }));
    await expect(big).rejects.toMatchObject({ refusal: { code: 'StorageFull', status: 507 } });
    expect(await db.read.select().from(auditLog)).toHaveLength(1);
    await db.write((tx) => tx.run(sql`PRAGMA max_page_count = 1000000`));
    await db.write((tx) => tx.insert(meta).values({ key: 'big', value: 'x'.repeat(100_000) }));
    expect(await db.write((tx) => append(tx, fact('note:after')))).toBe(2);
  });

  it('is an error of kind Refused', async () => {
    const db = await newRecord({ owner: true, timeout: 5 });
    const stranger = createClient({ url: db.url });
    onTestFinished(() => stranger.close());
    const lock = await stranger.transaction('write');
    await expect(db.write(async () => 1)).rejects.toBeInstanceOf(Refused);
    await lock.rollback();
  });
});
