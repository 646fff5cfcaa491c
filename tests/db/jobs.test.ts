import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OWNER } from '@/db/actor';
import { type Job, jobsOf } from '@/db/jobs';
import type { Mail } from '@/db/mail';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import { isRegroupOwed } from '@/db/owed';
import { type Person, setRole } from '@/db/people';
import { countNotReadBy } from '@/db/readings';
import { acts, notifications } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { ENGINE_VERSION } from '@/lib/claim';
import { article } from './intake-world';
import { addOlder, otherNoun } from './older-world';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const PLACES = ['Bram', 'Cold', 'Dun', 'Fern', 'Gris', 'Hart', 'Kil', 'Lar', 'Mor', 'Pen'].flatMap((one) =>
  ['wick', 'bury', 'stow', 'combe', 'thorpe', 'ham', 'ford'].map((end) => one + end),
);

let db: Database;
let ada: Person;
let letters: Mail[];
const post = { site: 'https://desk.example', send: (letter: Mail) => letters.push(letter) };
beforeEach(async () => {
  db = await newRecord();
  ada = await seedPerson(db, 'Ada', 'admin');
  letters = [];
});

const run = (who: Person, operation: string, input: object) =>
  runOperation({ db, actor: who, now: minutesLater(1), post }, operation, input);
async function begun(operation: string, input: object): Promise<Job> {
  const done = await run(ada, operation, input);
  expect([operation, done]).toMatchObject([operation, { ok: true }]);
  return (done as { value: Job }).value;
}
const jobs = () => jobsOf(db);
const until = (state: Job['state'], id: string) =>
  vi.waitFor(() => expect(jobs().find((job) => job.id === id)).toMatchObject({ state }), { timeout: 60_000, interval: 2 });
const left = () => countNotReadBy(db.read, ENGINE_VERSION);
const older = (count: number) =>
  addOlder(
    db,
    PLACES.slice(0, count).map((place, at) =>
      article({
        externalId: place,
        outlet: 'Quay Radio',
        text: `The ferry office of ${place} said on Monday that ${at + 12} ferries ran there.`,
      }),
    ),
    otherNoun,
  );

describe('D3: the list of jobs', () => {
  it('says how far a job is; it is stopped, what it did stands, and tried again it goes on with what is left', async () => {
    await older(PLACES.length);
    const { id } = await begun('jobs.start', { work: 'reread' });
    await vi.waitFor(() => expect(jobs()[0]!.done).toBeGreaterThan(0), { timeout: 60_000, interval: 1 });
    expect(jobs()).toMatchObject([{ id, kind: 'reread', state: 'running', by: ada.id, total: PLACES.length, failed: 0, refusal: null }]);
    await begun('jobs.cancel', { id });
    await until('stopped', id);
    const rest = await left();
    expect(rest).toBeGreaterThan(0);
    expect(jobs()).toMatchObject([{ done: PLACES.length - rest }]);
    // Stopped, it leaves nothing that has to be put right by somebody.
    expect(await isRegroupOwed(db.read)).toBe(false);
    const again = await begun('jobs.retry', { id });
    await until('done', again.id);
    expect(await left()).toBe(0);
    expect(jobs()).toMatchObject([
      { id: again.id, state: 'done', done: rest, total: rest },
      { id, state: 'stopped' },
    ]);
    const told = (await db.read.select().from(acts)).filter(({ action }) => action.startsWith('jobs.'));
    expect(told.map(({ action, by }) => [action, by])).toEqual([
      ['jobs.start', ada.id],
      ['jobs.cancel', ada.id],
      ['jobs.retry', ada.id],
    ]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('holds one of a kind at a time, and refuses what cannot be done with what is to do instead', async () => {
    await older(30);
    const { id } = await begun('jobs.start', { work: 'reread' });
    expect(await run(ada, 'jobs.start', { work: 'reread' })).toMatchObject({ refusal: { status: 409, code: 'JobRunning' } });
    expect(await run(ada, 'jobs.retry', { id })).toMatchObject({ refusal: { status: 409, code: 'IllegalTransition' } });
    await until('done', id);
    for (const act of ['cancel', 'retry'])
      expect(await run(ada, `jobs.${act}`, { id })).toMatchObject({ refusal: { status: 409, code: 'IllegalTransition' } });
    for (const act of ['cancel', 'retry'])
      expect(await run(ada, `jobs.${act}`, { id: '000000000000' })).toMatchObject({ refusal: { status: 404, code: 'JobUnknown' } });
    expect(await run(ada, 'jobs.start', { work: 'nothing' })).toMatchObject({ refusal: { status: 422, field: 'work' } });
    const edda = await seedPerson(db, 'Edda', 'editor');
    for (const [act, input] of Object.entries({ start: { work: 'digest' }, cancel: { id }, retry: { id } }))
      expect(await run(edda, `jobs.${act}`, input)).toMatchObject({ refusal: { status: 403 } });
    expect(await runOperation({ db, actor: ada, now: NOW }, 'jobs.start', { work: 'digest' })).toMatchObject({
      refusal: { status: 503, code: 'NoPost' },
    });
    expect(jobs()).toHaveLength(1);
  });

  it('a job ends where whoever began it may not any more, and says so', async () => {
    await seedPerson(db, 'Another', 'admin');
    await older(30);
    const { id } = await begun('jobs.start', { work: 'reread' });
    expect(await setRole(db, { id: ada.id, role: 'reviewer' }, OWNER, NOW)).toMatchObject({ ok: true });
    await until('failed', id);
    expect(jobs()).toMatchObject([{ refusal: { status: 403, code: 'Forbidden' } }]);
    expect(await left()).toBeGreaterThan(0);
  });

  it('letters are counted, and those that could not be sent, too', async () => {
    const bela = await seedPerson(db, 'Bela');
    const row = { what: 'published', subject: 'case:k3v9m2qd4x', at: NOW, inApp: true, byMail: true, readAt: null, sentAt: null } as const;
    await db.write((tx) =>
      tx.insert(notifications).values([ada, bela].map(({ id }) => ({ ...row, id: `n${id}`.slice(0, 12), personId: id }))),
    );
    const failing = { ...post, send: (letter: Mail) => letters.push(letter) <= 1 };
    const begunBy = await runOperation({ db, actor: ada, now: minutesLater(1), post: failing }, 'jobs.start', { work: 'digest' });
    expect(begunBy).toMatchObject({ ok: true });
    await until('done', jobs()[0]!.id);
    expect(jobs()).toMatchObject([{ kind: 'digest', done: 1, failed: 1, total: null }]);
  });
});
