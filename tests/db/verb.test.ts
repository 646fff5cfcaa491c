import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { append } from '@/db/audit';
import { meta } from '@/db/schema';
import { unlogged, verb } from '@/db/verb';
import { ok, refuse } from '@/lib/base';
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

it('only what is private goes without a fact, and only few places open a transaction of their own', () => {
  const using = (pattern: RegExp) =>
    filesIn('db', 'app', 'bin')
      .filter((file) => pattern.test(file.bare))
      .map((file) => file.path);
  expect(using(/\bunlogged\(/).sort()).toEqual([
    ...[
      'db/digest.ts',
      'db/drafts.ts',
      'db/following.ts',
      'db/mentions.ts',
      'db/notification-settings.ts',
      'db/own-password.ts',
      'db/reading-notifications.ts',
    ],
    ...['db/second-factor.ts', 'db/sessions.ts', 'db/settings.ts', 'db/sign-in-steps.ts'],
    ...['db/sign-in.ts', 'db/throttle.ts', 'db/verb.ts'],
  ]);
  // Articles that come in or are read again go to the disk some at a time, each with its fact, and a grouping that changes nothing leaves
  // none; db/open.ts gives a new record its id, and origins, keys, speakers and suggestions are worked out from the articles alone.
  expect(using(/\b(db|database|writer|own\(\)\))\.write\(/).sort()).toEqual([
    'db/articles.ts',
    'db/grouping.ts',
    'db/open.ts',
    'db/rebuild-origins.ts',
    'db/refile-claims.ts',
    'db/refile-speakers.ts',
    'db/refill-suggestions.ts',
    'db/reread.ts',
    'db/verb.ts',
  ]);
});
