import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Database, openDatabase } from '@/db/open';
import { isRegroupOwed } from '@/db/owed';
import { auditLog, claims, readings } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { article } from '../db/intake-world';
import { addOlder, otherNoun } from '../db/older-world';
import { temporaryFolder } from '../db/world';
import { begin, run } from './command';

const ARTICLES = 320;
/** Lines after which each run is killed; the last, once nothing is left but the grouping. */
const KILLS = [1, 10, 20, 30, Number.POSITIVE_INFINITY];

const COUNTED = ['boats', 'tents', 'schools', 'bridges', 'nurses', 'trucks', 'sheep', 'barrels'];

const texts = Array.from({ length: ARTICLES }, (_, i) =>
  article({
    ...{ externalId: `a-${i}`, outlet: `Outlet ${i % 7}`, publishedAt: `2024-05-${String(1 + (i % 28)).padStart(2, '0')}` },
    text: `On day ${i} the harbour of Lys counted ${100 + i} ${COUNTED[i % COUNTED.length]}, officials said.`,
  }),
);

/** Runs the command and kills it some moment after so many lines. Gives the articles of the whole lines it printed. */
function killedAfter(url: string, lines: number, left: number): Promise<{ told: string[]; signal: string | null }> {
  const child = begin(['reread', '--db', url, '--json']);
  let out = '';
  let planned = false;
  child.stdout.setEncoding('utf8').on('data', (piece) => {
    out += piece;
    if (planned || out.split('\n').length - 1 < Math.min(lines, left)) return;
    planned = true;
    setTimeout(() => child.kill('SIGKILL'), Number.isFinite(lines) ? Math.random() * 25 : 0);
  });
  return new Promise((resolve) => {
    child.on('close', (_, signal) => {
      // The last line may have been cut off by the kill, and the summary is of no article.
      const whole = out.split('\n').slice(0, -1);
      resolve({ signal, told: whole.flatMap((line) => JSON.parse(line).articleId ?? []) });
    });
  });
}

async function looked<T>(url: string, look: (db: Database) => Promise<T>): Promise<T> {
  const db = await openDatabase(url);
  try {
    return await look(db);
  } finally {
    await db.close();
  }
}

it('a reading of the record that is killed goes on where it was: nothing told is lost, nothing is done twice', {
  timeout: 300_000,
}, async () => {
  const url = `file:${join(await temporaryFolder(), 'record.db')}`;
  await looked(url, (db) => addOlder(db, texts, otherNoun));
  const told = new Set<string>();
  let kills = 0;
  for (const lines of KILLS) {
    const before = told.size;
    const ended = await killedAfter(url, lines, ARTICLES - (await looked(url, (db) => db.read.$count(readings))));
    kills += Number(ended.signal === 'SIGKILL');
    for (const id of ended.told) {
      expect(told).not.toContain(id);
      told.add(id);
    }
    expect(told.size).toBeGreaterThan(before);
    await looked(url, async (db) => {
      expect(await verifyRecord(db)).toMatchObject({ ok: true });
      const kept = new Set((await db.read.select().from(readings)).map(({ articleId }) => articleId));
      expect([...told].filter((id) => !kept.has(id))).toEqual([]);
      // What was on the disk when it was killed, and not told yet, is not read again either: it counts as told from here on.
      for (const id of kept) told.add(id);
    });
  }
  expect(kills).toBeGreaterThanOrEqual(KILLS.length - 1);
  expect(await run(['reread', '--db', url])).toMatchObject({ code: 0, err: '' });
  await looked(url, async (db) => {
    const facts = (await db.read.select().from(auditLog)).filter(({ body }) => JSON.parse(body).action === 'articles.reread');
    expect(facts).toHaveLength(ARTICLES);
    expect((await db.read.select().from(readings)).map(({ revision }) => revision)).toEqual(Array(ARTICLES).fill(1));
    const rows = await db.read.select().from(claims);
    const of = (status: string) => rows.filter((row) => row.status === status);
    expect(of('superseded')).toHaveLength(of('read').length);
    expect(of('read').every(({ noun, measureId }) => noun !== 'things' && measureId !== null)).toBe(true);
    expect(await isRegroupOwed(db.read)).toBe(false);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });
});
