import { verify } from '@node-rs/argon2';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OWNER } from '@/db/actor';
import type { Database } from '@/db/open';
import {
  addPerson,
  authenticate,
  checkSession,
  disablePerson,
  enablePerson,
  listPeople,
  type Person,
  personForOidc,
  revokeAllSessions,
  revokeSession,
  setRole,
  startSession,
} from '@/db/people';
import { auditLog, people, sessions, signInFailures } from '@/db/schema';
import { beginTry } from '@/db/throttle';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const PASSWORD = 'long enough to remember';
const ELSEWHERE = '198.51.100.0/24';
const HOME = '203.0.113.0/24';

// The real one, with its calls counted: what costs the time of a guess is this and nothing else.
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  return { ...real, verify: vi.fn(real.verify) };
});

let db: Database;
beforeEach(async () => {
  vi.mocked(verify).mockClear();
  db = await newRecord();
});

async function cora(): Promise<string> {
  const added = await addPerson(db, { email: 'Cora@Desk.example ', name: 'Cora', role: 'reviewer', password: PASSWORD }, OWNER, NOW);
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value.id;
}

const signIn = (password: string, now = NOW, prefix = HOME, email = 'cora@desk.example') => authenticate(db, email, password, now, prefix);
const code = (result: Awaited<ReturnType<typeof signIn>>) => (result.ok ? 'ok' : result.refusal.code);

describe('adding a person', () => {
  it('keeps a hash, never the password, and says nothing of it in the list or the log', async () => {
    const id = await cora();
    const row = (await db.read.select().from(people).where(eq(people.id, id)).get())!;
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(row.email).toBe('cora@desk.example');
    const shown = JSON.stringify([await listPeople(db), await db.read.select({ body: auditLog.body }).from(auditLog)]);
    expect(shown).not.toContain('argon2');
    expect(shown).not.toContain(PASSWORD);
    const log = await db.read.select({ body: auditLog.body }).from(auditLog);
    expect(JSON.stringify(log)).not.toMatch(/cora/i);
  });

  it.each([
    ['EmailInvalid', { email: 'nobody' }],
    ['EmailInvalid', { email: 'a b@desk.example' }],
    ['EmailInvalid', { email: '<script>@desk.example' }],
    ...['one,two', 'one;two', 'team:one', 'one(two)', 'one\u200b', 'one\u0001', 'one\u202e', '[one]'].map((name): [string, object] => [
      'EmailInvalid',
      { email: `${name}@desk.example` },
    ]),
    ['NameMissing', { name: ' ' }],
    ...['\u200b', '\u3164', '\u202e\u2066'].map((name): [string, object] => ['NameMissing', { name }]),
    ['PasswordTooShort', { password: 'ninechars' }],
    ['PasswordTooLong', { password: 'x'.repeat(201) }],
  ])('refuses with %s', async (expected, fault) => {
    const person = { email: 'd@desk.example', name: 'Dora', role: 'reviewer' as const, password: PASSWORD, ...fault };
    expect(await addPerson(db, person, OWNER, NOW)).toMatchObject({ ok: false, refusal: { code: expected, status: 422 } });
    expect(await db.read.select().from(auditLog)).toHaveLength(0);
  });

  it('refuses a name that somebody who may sign in has, in whatever letters, and gives it once they left', async () => {
    const id = await cora();
    const other = (name: string) => addPerson(db, { email: 'second@desk.example', name, role: 'reader', password: null }, OWNER, NOW);
    expect(await other(' CÓRA ')).toMatchObject({ ok: false, refusal: { code: 'NameTaken', status: 409, field: 'name' } });
    // What nobody sees tells nobody apart.
    for (const name of ['Cora\u200b', '\u202eCora', 'Cora\u3164', 'Co\u200dra', 'Cora\u{e0041}', 'Cora\0'])
      expect(await other(name), JSON.stringify(name)).toMatchObject({ refusal: { code: 'NameTaken' } });
    await disablePerson(db, { id }, OWNER, NOW);
    const second = await other('Cora');
    expect(second).toMatchObject({ ok: true });
    expect(await enablePerson(db, { id }, OWNER, NOW)).toMatchObject({ ok: false, refusal: { code: 'NameTaken' } });
  });

  it('refuses an address in use, whatever its capitals', async () => {
    await cora();
    const again = await addPerson(db, { email: 'CORA@desk.example', name: 'C', role: 'admin', password: null }, OWNER, NOW);
    expect(again).toMatchObject({ ok: false, refusal: { code: 'EmailTaken', status: 409 } });
  });
});

describe('signing in', () => {
  it('takes the right password only', async () => {
    const id = await cora();
    expect(await signIn(PASSWORD)).toEqual({ ok: true, value: { kind: 'person', id, name: 'Cora', role: 'reviewer' } });
    expect(await signIn(`${PASSWORD} `)).toMatchObject({ ok: false, refusal: { code: 'SignInFailed', status: 401 } });
  });

  it('answers an unknown address, a disabled person and one without a password exactly as a wrong password', async () => {
    const id = await cora();
    await addPerson(db, { email: 'oidc@desk.example', name: 'Olga', role: 'admin', password: null }, OWNER, NOW);
    const wrong = await signIn('wrong password');
    expect(await signIn(PASSWORD, NOW, HOME, 'nobody@desk.example')).toEqual(wrong);
    expect(await signIn('', NOW, HOME, 'oidc@desk.example')).toEqual(wrong);
    await disablePerson(db, { id }, OWNER, NOW);
    expect(await signIn(PASSWORD)).toEqual(wrong);
  });

  it('does the same work for an unknown address: one hash of the same cost', async () => {
    await cora();
    for (const email of ['cora@desk.example', 'nobody@desk.example']) {
      vi.mocked(verify).mockClear();
      await signIn('wrong password', NOW, HOME, email);
      expect(vi.mocked(verify).mock.calls).toEqual([[expect.stringMatching(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/), 'wrong password']]);
    }
  });

  it('turns the fifth away while four are being checked, and does not count it', async () => {
    await cora();
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    for (let i = 0; i < 4; i += 1) vi.mocked(verify).mockImplementationOnce(() => gate.then(() => false));
    const four = Array.from({ length: 4 }, (_, i) => signIn(PASSWORD, NOW, HOME, `nobody${i}@desk.example`));
    await vi.waitFor(() => expect(vi.mocked(verify)).toHaveBeenCalledTimes(4), { timeout: 10_000 });
    expect(await signIn(PASSWORD)).toMatchObject({ ok: false, refusal: { code: 'Busy', status: 503, details: { retryAfter: 2 } } });
    open();
    expect((await Promise.all(four)).map(code)).toEqual(Array(4).fill('SignInFailed'));
    expect(await db.read.select().from(signInFailures)).toHaveLength(8);
    expect(code(await signIn(PASSWORD))).toBe('ok');
  });

  it('is refused after ten failures from one network, until a quarter of an hour has passed', async () => {
    await cora();
    for (let i = 0; i < 10; i += 1) expect(code(await signIn('wrong password', minutesLater(i / 10)))).toBe('SignInFailed');
    const refused = await signIn(PASSWORD, minutesLater(2));
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'TooManyAttempts', status: 429, details: { retryAfter: 13 * 60 } } });
    expect(code(await signIn(PASSWORD, minutesLater(14.9)))).toBe('TooManyAttempts');
    expect(code(await signIn(PASSWORD, minutesLater(15.1)))).toBe('ok');
  }, 30_000);

  it('is slowed for an account that is guessed at from everywhere, known or not, and never refused to its person', async () => {
    await cora();
    const pauses: number[] = [];
    const paused = (password: string, prefix: string, email?: string) =>
      authenticate(db, email ?? 'cora@desk.example', password, NOW, prefix, async (milliseconds) => pauses.push(milliseconds));
    for (let i = 0; i < 17; i += 1) expect(code(await paused('wrong password', `prefix-${i}`))).toBe('SignInFailed');
    expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000]);
    expect(code(await paused(PASSWORD, ELSEWHERE))).toBe('ok');
    expect(pauses.splice(0)).toHaveLength(8);
    for (let i = 0; i < 11; i += 1) await paused('wrong password', `prefix-${i}`, 'nobody@desk.example');
    expect(pauses).toEqual([250]);
  }, 30_000);

  it('is refused after a hundred failures from one network in a day, and says for how many hours', async () => {
    await cora();
    for (let i = 0; i < 100; i += 1) await beginTry(db, `guess${i}@desk.example`, HOME, minutesLater(2 * i));
    const refused = await signIn(PASSWORD, minutesLater(240));
    expect(refused).toMatchObject({ refusal: { code: 'TooManyAttempts', next: 'Wait 20 hours and try again.' } });
    expect(code(await signIn(PASSWORD, minutesLater(240), ELSEWHERE))).toBe('ok');
    expect(code(await signIn(PASSWORD, minutesLater(24 * 60 + 1)))).toBe('ok');
  }, 30_000);

  it('is refused after ten failures of an address, whatever accounts were tried, known or not', async () => {
    await cora();
    for (let i = 0; i < 10; i += 1) await signIn('wrong password', NOW, HOME, `guess${i}@desk.example`);
    expect(code(await signIn(PASSWORD, NOW, HOME))).toBe('TooManyAttempts');
    expect(code(await signIn(PASSWORD, NOW, ELSEWHERE))).toBe('ok');
  }, 30_000);

  it('counts tries that come all at once', async () => {
    await cora();
    const results: string[] = [];
    for (let burst = 0; burst < 8; burst += 1) {
      results.push(...(await Promise.all(Array.from({ length: 4 }, () => signIn('wrong password')))).map(code));
    }
    expect(results.filter((result) => result === 'SignInFailed')).toHaveLength(10);
    expect(results.filter((result) => result === 'TooManyAttempts')).toHaveLength(22);
  }, 30_000);

  it('starts an account afresh after a success, and gives its address back only what that try took', async () => {
    await cora();
    for (let i = 0; i < 5; i += 1) await signIn('wrong password');
    expect(code(await signIn(PASSWORD))).toBe('ok');
    const left = await db.read.select({ bucket: signInFailures.bucket }).from(signInFailures);
    expect(left.map(({ bucket }) => bucket)).toEqual(Array(5).fill(`prefix:${HOME}`));
  }, 30_000);

  it('keeps no address in clear among the failures', async () => {
    await signIn('wrong password');
    expect(JSON.stringify(await db.read.select().from(signInFailures))).not.toContain('cora');
  });

  it('through a provider, for people of the record only', async () => {
    const id = await cora();
    expect(await personForOidc(db, 'CORA@desk.example')).toMatchObject({ id });
    expect(await personForOidc(db, 'stranger@desk.example')).toBeNull();
    await disablePerson(db, { id }, OWNER, NOW);
    expect(await personForOidc(db, 'cora@desk.example')).toBeNull();
    expect(await db.read.select().from(people)).toHaveLength(1);
  });
});

describe('sessions', () => {
  let person: Person;
  let sid: string;
  beforeEach(async () => {
    person = await seedPerson(db, 'Dora');
    const started = await startSession(db, person.id, NOW);
    sid = started.ok ? started.value : '';
  });

  it('know their person for twelve hours, and are stored as a digest', async () => {
    expect(await checkSession(db, sid, NOW)).toEqual(person);
    expect(await checkSession(db, sid, minutesLater(12 * 60 - 1))).toEqual(person);
    expect(await checkSession(db, sid, minutesLater(12 * 60))).toBeNull();
    expect(JSON.stringify(await db.read.select().from(sessions))).not.toContain(sid);
    expect(sid).toMatch(/^[\w-]{43}$/);
  });

  it('end at the very next check: one, all of a person, all of a disabled person', async () => {
    const other = await startSession(db, person.id, NOW);
    await revokeSession(db, sid, NOW);
    expect(await checkSession(db, sid, NOW)).toBeNull();
    expect(other.ok && (await checkSession(db, other.value, NOW))).toEqual(person);
    await revokeAllSessions(db, { id: person.id }, OWNER, NOW);
    expect(other.ok && (await checkSession(db, other.value, NOW))).toBeNull();
    const third = await startSession(db, person.id, NOW);
    await disablePerson(db, { id: person.id }, OWNER, NOW);
    expect(third.ok && (await checkSession(db, third.value, NOW))).toBeNull();
    await enablePerson(db, { id: person.id }, OWNER, NOW);
    // Enabled again, but the old log-ins stay ended.
    expect(third.ok && (await checkSession(db, third.value, NOW))).toBeNull();
  });

  it('carry the role of this moment, not the one of the log-in', async () => {
    await db.write((tx) => tx.update(people).set({ role: 'admin' }).where(eq(people.id, person.id)));
    expect(await checkSession(db, sid, NOW)).toMatchObject({ role: 'admin' });
  });

  it('do not exist for made-up ids', async () => expect(await checkSession(db, 'made-up', NOW)).toBeNull());
});

describe('a role', () => {
  it('is another from the next look at a session on, and the log says which', async () => {
    const [eva, finn] = [await seedPerson(db, 'Eva', 'admin'), await seedPerson(db, 'Finn')];
    const started = await startSession(db, finn.id, NOW);
    const sid = started.ok ? started.value : '';
    expect(await setRole(db, { id: finn.id, role: 'editor' }, eva, NOW)).toMatchObject({ ok: true });
    expect(await checkSession(db, sid, NOW)).toMatchObject({ id: finn.id, role: 'editor' });
    expect(await setRole(db, { id: finn.id, role: 'editor' }, eva, NOW)).toMatchObject({ refusal: { code: 'IllegalTransition' } });
    const last = (await db.read.select({ body: auditLog.body }).from(auditLog)).map(({ body }) => JSON.parse(body)).at(-1);
    expect(last).toMatchObject({ action: 'people.set-role', subject: `person:${finn.id}`, reason: 'editor', actor: eva.id });
  });

  it('of administrator stays with the last one, whoever asks, and a disabled one does not count', async () => {
    const [eva, finn] = [await seedPerson(db, 'Eva', 'admin'), await seedPerson(db, 'Finn', 'admin')];
    expect(await disablePerson(db, { id: finn.id }, eva, NOW)).toMatchObject({ ok: true });
    const demote = (id: string) => setRole(db, { id, role: 'reader' }, OWNER, NOW);
    expect(await demote(eva.id)).toMatchObject({ ok: false, refusal: { code: 'LastAdmin', status: 409 } });
    expect(await demote(finn.id), 'who is disabled is not the last').toMatchObject({ ok: true });
    const gita = await seedPerson(db, 'Gita', 'admin');
    const both = await Promise.all([demote(eva.id), demote(gita.id)]);
    expect(
      both.filter(({ ok }) => ok),
      'of two at once, one',
    ).toHaveLength(1);
  });
});

describe('the last administrator', () => {
  it('cannot be disabled; the last but one can', async () => {
    const [eva, finn] = [await seedPerson(db, 'Eva', 'admin'), await seedPerson(db, 'Finn', 'admin')];
    expect(await disablePerson(db, { id: eva.id }, finn, NOW)).toMatchObject({ ok: true });
    expect(await disablePerson(db, { id: eva.id }, finn, NOW)).toMatchObject({ refusal: { code: 'IllegalTransition' } });
    expect(await disablePerson(db, { id: finn.id }, finn, NOW)).toMatchObject({ ok: false, refusal: { code: 'LastAdmin', status: 409 } });
    expect(await enablePerson(db, { id: eva.id }, finn, NOW)).toMatchObject({ ok: true });
    expect(await disablePerson(db, { id: finn.id }, eva, NOW)).toMatchObject({ ok: true });
  });

  it('is 404 for somebody unknown', async () => {
    expect(await disablePerson(db, { id: '0000000000' }, OWNER, NOW)).toMatchObject({ refusal: { code: 'PersonUnknown', status: 404 } });
  });
});
