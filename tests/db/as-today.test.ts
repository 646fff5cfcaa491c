import { beforeEach, describe, expect, it } from 'vitest';
import { ANONYMOUS, OWNER } from '@/db/actor';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import { disablePerson, type Person, setRole } from '@/db/people';
import { articleNotices, auditLog, people } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import type { Result } from '@/lib/base';
import { seedCase, seedClaims, seedPerson } from './seeds';
import { NOW, newRecord } from './world';

let db: Database;
let who: Person;
let meanwhile: (() => Promise<Result<unknown>>) | null;
/** What an operation writes waits for its turn, and meanwhile something else is done. */
let busy: Database;
beforeEach(async () => {
  db = await newRecord();
  meanwhile = null;
  busy = {
    ...db,
    write: async (work) => {
      const first = meanwhile;
      meanwhile = null;
      if (first) expect(await first()).toMatchObject({ ok: true });
      return db.write(work);
    },
  };
});

const run = (id: string, input: object, actor = who) => runOperation({ db: busy, actor, now: NOW, network: 'home' }, id, input);

/** One operation of each part of the desk, with what it is given. */
const ACTS: [operation: string, role: 'reviewer' | 'admin', input: () => Promise<object>][] = [
  [
    'articles.add',
    'reviewer',
    async () => ({ text: 'Officials in Marsh End said on Monday that 12 boats sank.', outlet: 'Courier', newOutlet: true }),
  ],
  ['articles.accept', 'reviewer', async () => ({ id: (await seedClaims(db, ['7'], 'read')).articleId })],
  ['claims.accept', 'reviewer', async () => ({ id: (await seedClaims(db, ['7'], 'read')).claimIds[0] })],
  [
    'articles.retract',
    'reviewer',
    async () => ({ id: (await seedClaims(db, ['7'])).articleId, reason: 'They took it back on Monday.', day: '2026-03-01' }),
  ],
  ['cases.take', 'reviewer', async () => ({ id: (await seedCase(db)).id, revision: 1 })],
  ['queue.flag', 'reviewer', async () => ({ id: (await seedCase(db)).id, flag: 'harbour' })],
  ['queue.batch', 'reviewer', async () => ({ act: 'flag', item: [(await seedCase(db)).id], flag: 'harbour' })],
  ['notes.add', 'reviewer', async () => ({ id: (await seedCase(db)).id, text: 'Ask the harbour.', on: 'case' })],
  ['measures.set-review', 'reviewer', async () => ({ id: (await seedCase(db)).measureId, review: 'blind' })],
  // The hash of the password comes before the write.
  ['people.add', 'admin', async () => ({ email: 'new@desk.example', name: 'New', role: 'admin', password: 'long enough to remember' })],
  ['desk.set-review', 'admin', async () => ({ review: 'blind' })],
];

describe('whoever asked for an operation and may not any more when it writes', () => {
  it.each(ACTS)('%s', async (operation, role, input) => {
    await seedPerson(db, 'Another', 'admin');
    who = await seedPerson(db, 'Anna', role);
    const given = await input();
    const entries = () => db.read.$count(auditLog);
    const before = await entries();
    meanwhile = () => setRole(db, { id: who.id, role: 'reader' }, OWNER, NOW);
    expect(await run(operation, given)).toMatchObject({
      refusal: { status: 403, code: 'Forbidden', cause: 'Your role does not allow this.' },
    });
    expect(await setRole(db, { id: who.id, role }, OWNER, NOW)).toMatchObject({ ok: true });
    meanwhile = () => disablePerson(db, { id: who.id }, OWNER, NOW);
    expect(await run(operation, given)).toMatchObject({ refusal: { status: 401, code: 'SignInNeeded' } });
    expect(await entries()).toBe(before + 3);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('takes nothing back either', async () => {
    who = await seedPerson(db, 'Anna');
    const { id } = await seedCase(db);
    expect(await run('queue.flag', { id, flag: 'harbour' })).toMatchObject({ ok: true });
    const seq = await db.read.$count(auditLog);
    meanwhile = () => setRole(db, { id: who.id, role: 'reader' }, OWNER, NOW);
    expect(await run('acts.undo', { seq })).toMatchObject({ refusal: { status: 403 } });
  });
});

it('what is kept of a person is the role they have when it is written', async () => {
  who = await seedPerson(db, 'Edda', 'editor');
  const { articleId } = await seedClaims(db, ['7'], 'read');
  meanwhile = () => setRole(db, { id: who.id, role: 'admin' }, OWNER, NOW);
  expect(await run('articles.withhold', { id: articleId, reason: 'A court says so for now.' })).toMatchObject({ ok: true });
  expect(await db.read.select().from(articleNotices).get()).toMatchObject({ byRole: 'admin' });
  // Who asked is as they were: only this run knows of the change.
  expect(who.role).toBe('editor');
});

it('the operator, and whoever is signed out, are asked nothing of the kind', async () => {
  const add = { email: 'new@desk.example', name: 'New', role: 'reader', password: 'long enough to remember' };
  expect(await run('people.add', add, OWNER as never)).toMatchObject({ ok: true });
  expect(await run('people.ask-reset', { email: 'new@desk.example' }, ANONYMOUS as never)).toMatchObject({ ok: true });
  expect(await db.read.$count(people)).toBe(1);
});
