import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { MACHINE } from '@/db/actor';
import { append } from '@/db/audit';
import { openDatabase } from '@/db/open';
import { acquireOwner, announceOwner, readOwner, releaseOwner } from '@/db/owner';
import { auditLog } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { NOW, newRecord, temporaryFolder } from './world';

const PROGRAM = fileURLToPath(new URL('owner-program.ts', import.meta.url));

/** Another process that owns the record and writes without end, telling the number of each entry after its commit. */
function startOwner(url: string, task: 'write' | 'lock' = 'write') {
  const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, url, task], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const told: number[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => told.push(Number(line)));
  const written = async (entries: number) => {
    while (told.length < entries) await once(lines, 'line');
  };
  const kill = async () => {
    child.kill('SIGKILL');
    await Promise.all([once(child, 'exit'), once(lines, 'close')]);
  };
  return { told, written, kill };
}

const note = { at: NOW, actor: MACHINE, action: 'test.note', subject: 'note:here' };

describe('one process owns the writes of a file', () => {
  it('a second process may read, is refused to write, and gets the lock at once after kill -9; nothing acknowledged is lost', async () => {
    const url = `file:${await temporaryFolder()}/record.db`;
    for (let round = 0; round < 3; round += 1) {
      const owner = startOwner(url);
      await owner.written(20);
      const db = await openDatabase(url);
      await expect(db.write((tx) => append(tx, note))).rejects.toMatchObject({ refusal: { code: 'OwnerLocked', status: 503 } });
      await expect(openDatabase(url, { owner: true })).rejects.toMatchObject({ refusal: { code: 'OwnerLocked' } });
      expect((await db.read.select().from(auditLog)).length).toBeGreaterThanOrEqual(20);
      await owner.kill();
      const seq = await db.write((tx) => append(tx, note));
      expect(seq).toBeGreaterThan(Math.max(...owner.told));
      expect(await verifyRecord(db)).toMatchObject({ ok: true });
      await db.close();
    }
  }, 120_000);

  it('makes and migrates nothing that another process owns', async () => {
    const url = `file:${await temporaryFolder()}/record.db`;
    const owner = startOwner(url, 'lock');
    await owner.written(1);
    await expect(openDatabase(url)).rejects.toMatchObject({ refusal: { code: 'OwnerLocked' } });
    await owner.kill();
    const db = await openDatabase(url);
    onTestFinished(() => db.close());
    expect(await db.write((tx) => append(tx, note))).toBe(1);
  }, 60_000);

  it('takes the lock again in the process that has it', async () => {
    const db = await newRecord();
    await acquireOwner(db.path!);
    expect(await db.write((tx) => append(tx, note))).toBe(1);
  });

  it('reading takes no lock: the next process finds it free', async () => {
    const db = await newRecord();
    const { url, path } = db;
    await db.close();
    const reader = await openDatabase(url);
    onTestFinished(() => reader.close());
    await reader.read.select().from(auditLog);
    const owner = startOwner(url);
    await owner.written(1);
    await owner.kill();
    expect(existsSync(`${path}.owner.lock`)).toBe(true);
  }, 60_000);
});

describe("the owner's card", () => {
  it('tells address and secret to this user alone, and goes with the owner', async () => {
    const db = await newRecord();
    expect(readOwner(db.path!)).toBeNull();
    const card = announceOwner(db.path!, 'http://localhost:3000');
    expect(readOwner(db.path!)).toEqual(card);
    expect(card).toMatchObject({ pid: process.pid, url: 'http://localhost:3000' });
    expect(card.secret).toMatch(/^[\w-]{43}$/);
    expect(statSync(`${db.path}.owner.json`).mode & 0o777).toBe(0o600);
    await releaseOwner(db.path!);
    expect(readOwner(db.path!)).toBeNull();
  });

  it('of a killed owner is taken away by the next', async () => {
    const db = await newRecord();
    announceOwner(db.path!, 'http://localhost:3000');
    const stale = readFileSync(`${db.path}.owner.json`, 'utf8');
    await db.close();
    writeFileSync(`${db.path}.owner.json`, stale);
    const next = await openDatabase(db.url, { owner: true });
    onTestFinished(() => next.close());
    expect(readOwner(db.path!)).toBeNull();
  });

  it('is not written by somebody who owns nothing', () => {
    expect(() => announceOwner('/nowhere/record.db', 'http://localhost:1')).toThrow();
  });
});
