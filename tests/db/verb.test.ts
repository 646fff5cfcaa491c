import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { afterCommit } from '@/db/around-commit';
import { append } from '@/db/audit';
import type { Database, Tx } from '@/db/open';
import { auditLog, meta } from '@/db/schema';
import { send, words } from '@/db/statement';
import { unlogged, verb } from '@/db/verb';
import { verifyRecord } from '@/db/verify';
import { within } from '@/db/within';
import { ok, type Result, refuse } from '@/lib/base';
import { filesIn } from '../laws/house';
import { NOW, newRecord } from './world';

const note = { key: 'note', value: 'x' };

it('a verb without a fact throws and writes nothing; with one, both stand; refused, neither', async () => {
  const db = await newRecord();
  const noted = () => db.read.select().from(meta).where(eq(meta.key, 'note'));
  const silent = verb(db, async (tx) => ok(await tx.insert(meta).values(note)));
  await expect(silent).rejects.toThrow('no fact');
  expect(await noted()).toEqual([]);
  const refused = await verb(db, async (tx) => {
    await tx.insert(meta).values(note);
    await append(tx, { at: NOW, actor: OWNER, action: 'test.note', subject: 'note:1' });
    return refuse(409, 'No', 'It may not be.', 'Leave it.');
  });
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'No' } });
  expect(await noted()).toEqual([]);
  const logged = await verb(db, async (tx) => {
    await tx.insert(meta).values(note);
    return ok(await append(tx, { at: NOW, actor: OWNER, action: 'test.note', subject: 'note:1' }));
  });
  expect(logged).toEqual({ ok: true, value: 1 });
  expect(await noted()).toEqual([note]);
  expect(await unlogged(db, async () => ok(1))).toEqual({ ok: true, value: 1 });
});

it('a part that is refused leaves nothing of its own, wherever it began, and the rest stands', async () => {
  const db = await newRecord();
  const remembered: string[] = [];
  const part = (inside: Database, key: string, then: (tx: Tx) => Promise<Result<unknown>> = async () => ok(key)) =>
    verb(inside, async (tx) => {
      await append(tx, { at: NOW, actor: OWNER, action: 'test.note', subject: `note:${key}` });
      await tx.insert(meta).values({ key, value: 'x' });
      send(tx, words`INSERT INTO meta (key, value) VALUES (${`${key}, sent`}, 'x')`);
      afterCommit(tx, () => remembered.push(key));
      return then(tx);
    });
  const no = refuse(409, 'No', 'It may not be.', 'Leave it.');
  const done = await verb(db, async (tx) => {
    const inside = within(db, tx);
    expect(await part(inside, 'begun by one that is refused', async () => no)).toEqual(no);
    expect(await part(inside, 'first')).toMatchObject({ ok: true });
    const both = part(inside, 'refused', async (deeper) => {
      expect(await part(within(inside, deeper), 'under it')).toMatchObject({ ok: true });
      return no;
    });
    expect(await both).toEqual(no);
    return part(inside, 'second', async (deeper) => {
      expect(await part(within(inside, deeper), 'refused under it', async () => no)).toEqual(no);
      return ok(1);
    });
  });
  expect(done).toEqual({ ok: true, value: 1 });
  const keys = (await db.read.select().from(meta)).map(({ key }) => key).filter((key) => /first|second|refused|under/.test(key));
  expect(keys.sort()).toEqual(['first', 'first, sent', 'second', 'second, sent']);
  expect(remembered).toEqual(['first', 'second']);
  const log = (await db.read.select().from(auditLog)).map(({ seq, body }) => [seq, JSON.parse(body).subject]);
  expect(log).toEqual([
    [1, 'note:first'],
    [2, 'note:second'],
  ]);
  expect(await verifyRecord(db)).toMatchObject({ ok: true });
  // Where all of it is refused, not even the head of the log is written.
  expect(await verb(db, async (tx) => part(within(db, tx), 'alone', async () => no))).toEqual(no);
  expect(await db.read.$count(auditLog)).toBe(2);
});

it('only what is private goes without a fact, and only few places open a transaction of their own', () => {
  const using = (pattern: RegExp) =>
    filesIn('db', 'app', 'bin')
      .filter((file) => pattern.test(file.bare))
      .map((file) => file.path);
  expect(using(/\bunlogged\(/).sort()).toEqual([
    ...[
      'db/api-keys.ts',
      'db/changes.ts',
      'db/digest.ts',
      'db/drafts.ts',
      'db/editions.ts',
      'db/following.ts',
      'db/mentions.ts',
      'db/notification-settings.ts',
      'db/own-password.ts',
      'db/reading-notifications.ts',
    ],
    ...['db/second-factor.ts', 'db/sent-once.ts', 'db/sessions.ts', 'db/settings.ts', 'db/sign-in-steps.ts'],
    ...['db/sign-in.ts', 'db/throttle.ts', 'db/verb.ts', 'db/webhook-sending.ts'],
  ]);
  // Articles that come in or are read again go to the disk some at a time, each with its fact, and a grouping that changes nothing leaves
  // none; db/open.ts gives a new record its id, and origins, keys, speakers and suggestions are worked out from the articles alone. What an
  // operation writes goes through the look whether its person still may.
  expect(using(/\b(db|database|writer|own\(\)\))\.write\(/).sort()).toEqual([
    'db/articles.ts',
    'db/grouping.ts',
    'db/open.ts',
    'db/operations/as-today.ts',
    'db/rebuild-origins.ts',
    'db/refile-claims.ts',
    'db/refile-speakers.ts',
    'db/refill-suggestions.ts',
    'db/reread.ts',
    'db/sent-once.ts',
    'db/verb.ts',
  ]);
});
