import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { must as taken } from '@/db/demo/must';
import type { Database } from '@/db/open';
import { askReset, changePassword, resetPassword } from '@/db/own-password';
import {
  addPerson,
  authenticate,
  checkSession,
  disablePerson,
  openSessions,
  type Person,
  setPassword,
  startSession,
  storedSession,
} from '@/db/people';
import { auditLog, links, people, signInFailures, signIns } from '@/db/schema';
import { endSession } from '@/db/sessions';
import { lastSignIns } from '@/db/sign-in-history';
import { verifyRecord } from '@/db/verify';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const [EMAIL, OLD, NEW] = ['cora@desk.example', 'long enough to remember', 'even longer than the first'];
const HOME = '203.0.113.0/24';

let db: Database;
let cora: Person;
beforeEach(async () => {
  db = await newRecord();
  const { id } = taken(await addPerson(db, { email: EMAIL, name: 'Cora', role: 'reader', password: OLD }, OWNER, NOW));
  cora = { kind: 'person', id, name: 'Cora', role: 'reader' };
});

const session = async (now = NOW) => taken(await startSession(db, cora.id, now, { way: 'password', network: HOME, agent: 'one' }));
const enters = async (password: string) => (await authenticate(db, EMAIL, password, NOW, 'elsewhere')).ok;

describe('one’s own password', () => {
  const change = (old: string, password: string, sid: string, now = NOW) =>
    changePassword(db, { old, password }, cora, { network: HOME, session: storedSession(sid) }, now);

  it('is changed by whoever knows the old one, and every other session ends', async () => {
    const [mine, other] = [await session(), await session()];
    expect(await change('not the old one', NEW, mine)).toMatchObject({ refusal: { code: 'PasswordWrong', status: 422, field: 'old' } });
    expect(await change(OLD, 'short', mine)).toMatchObject({ refusal: { code: 'PasswordTooShort', field: 'password' } });
    expect(await change(OLD, NEW, mine)).toMatchObject({ ok: true });
    expect(await checkSession(db, mine, NOW)).toEqual(cora);
    expect(await checkSession(db, other, NOW)).toBeNull();
    expect([await enters(OLD), await enters(NEW)]).toEqual([false, true]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    expect(JSON.stringify(await db.read.select({ body: auditLog.body }).from(auditLog))).not.toMatch(/cora|longer|remember/i);
  });

  it('is no way to guess it from a session somebody left open', async () => {
    const mine = await session();
    for (let i = 0; i < 10; i += 1) expect(await change(`guess ${i}`, NEW, mine)).toMatchObject({ refusal: { code: 'PasswordWrong' } });
    expect(await change(OLD, NEW, mine)).toMatchObject({ refusal: { code: 'TooManyAttempts', status: 429 } });
    expect(await change(OLD, NEW, mine, minutesLater(16))).toMatchObject({ ok: true });
  }, 30_000);
});

describe('a forgotten password', () => {
  const ask = async (email = EMAIL, now = NOW, network = HOME) => askReset(db, email, network, now);
  const token = async (now = NOW) => taken(await ask(EMAIL, now)).token!;
  const over = { ok: false, refusal: { code: 'LinkOver', status: 410 } };

  it('is replaced by a link that works once, within an hour, and all sessions end', async () => {
    const open = await session();
    const link = await token();
    expect(await resetPassword(db, { token: link, password: 'short' }, NOW)).toMatchObject({ refusal: { code: 'PasswordTooShort' } });
    expect(await resetPassword(db, { token: link, password: NEW }, minutesLater(60))).toMatchObject(over);
    expect(await resetPassword(db, { token: link, password: NEW }, minutesLater(59))).toEqual({ ok: true, value: null });
    expect(await resetPassword(db, { token: link, password: OLD }, NOW)).toMatchObject(over);
    expect(await checkSession(db, open, NOW)).toBeNull();
    expect([await enters(OLD), await enters(NEW)]).toEqual([false, true]);
    expect(JSON.stringify(await db.read.select().from(links))).not.toContain(link);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('makes one answer and the same work of every address: known, unknown, disabled', async () => {
    const known = taken(await ask());
    expect(known.token).toMatch(/^[\w-]{43}$/);
    for (const email of ['nobody@desk.example', 'cora']) expect(taken(await ask(email))).toEqual({ email, token: null });
    expect(await db.read.select().from(links)).toHaveLength(3);
    await disablePerson(db, { id: cora.id }, OWNER, NOW);
    expect(taken(await ask())).toEqual({ email: EMAIL, token: null });
    expect(await resetPassword(db, { token: known.token!, password: NEW }, NOW)).toMatchObject(over);
  });

  it('a later link replaces the one before, and a password that was changed meanwhile ends it', async () => {
    const [first, second] = [await token(), await token()];
    expect(await resetPassword(db, { token: first, password: NEW }, NOW)).toMatchObject(over);
    taken(await changePassword(db, { old: OLD, password: NEW }, cora, { network: HOME, session: null }, NOW));
    expect(await resetPassword(db, { token: second, password: OLD }, NOW)).toMatchObject(over);
  });

  it('a password that the operator sets ends a link, too', async () => {
    const link = await token();
    taken(await setPassword(db, { email: EMAIL, password: NEW }, OWNER, NOW));
    expect(await resetPassword(db, { token: link, password: OLD }, NOW)).toMatchObject(over);
  });

  it('whoever holds no link keeps nobody from signing in: no password of theirs is hashed, and only few are at once', async () => {
    const made = { token: 'made up', password: NEW };
    for (const refused of await Promise.all(Array.from({ length: 12 }, () => resetPassword(db, made, NOW))))
      expect(refused).toMatchObject(over);
  });

  it('is asked for ten times in a quarter of an hour at most, for an address or from a network', async () => {
    for (let i = 0; i < 10; i += 1) expect(await ask(EMAIL, NOW, `network ${i}`)).toMatchObject({ ok: true });
    expect(await ask(EMAIL, NOW, 'another')).toMatchObject({ refusal: { code: 'TooManyAttempts', status: 429 } });
    for (let i = 0; i < 10; i += 1) expect(await ask(`nobody${i}@desk.example`)).toMatchObject({ ok: true });
    expect(await ask('one.more@desk.example')).toMatchObject({ refusal: { code: 'TooManyAttempts' } });
    expect(await enters(OLD), 'and signing in is not held up by it').toBe(true);
    expect(JSON.stringify(await db.read.select().from(signInFailures))).not.toContain('desk.example');
  });
});

describe('sessions and history', () => {
  it('one sees where one is signed in, and ends one’s own alone', async () => {
    const [first, second] = [await session(), await session(minutesLater(1))];
    const dora = await seedPerson(db, 'Dora');
    const open = await openSessions(db.read, cora.id, minutesLater(2));
    expect(open.map(({ id }) => id)).toEqual([second, first].map(storedSession));
    expect(open[0]).toMatchObject({ network: HOME, agent: 'one' });
    expect(await endSession(db, storedSession(first), dora, NOW)).toMatchObject({ refusal: { code: 'SessionUnknown', status: 404 } });
    expect(await endSession(db, storedSession(first), cora, NOW)).toMatchObject({ ok: true });
    expect(await endSession(db, storedSession(first), cora, NOW)).toMatchObject({ refusal: { code: 'SessionUnknown' } });
    expect([await checkSession(db, first, NOW), await checkSession(db, second, NOW)]).toEqual([null, cora]);
    expect(await openSessions(db.read, cora.id, minutesLater(13 * 60))).toEqual([]);
  });

  it('the history has who came in and what failed, of known people alone, for ninety days', async () => {
    await enters('wrong password');
    await authenticate(db, 'nobody@desk.example', 'wrong password', NOW, HOME);
    await session(minutesLater(1));
    const lines = await lastSignIns(db.read, cora.id);
    expect(lines.map(({ way, outcome, network }) => [way, outcome, network])).toEqual([
      ['password', 'in', HOME],
      ['password', 'failed', 'elsewhere'],
    ]);
    expect(await lastSignIns(db.read, null)).toEqual(lines);
    expect(await lastSignIns(db.read, (await seedPerson(db, 'Dora')).id)).toEqual([]);
    await session(minutesLater(91 * 24 * 60));
    expect(await db.read.select().from(signIns)).toHaveLength(1);
    expect(await db.read.select().from(people)).toHaveLength(2);
  });
});
