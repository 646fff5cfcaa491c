import { generateSync } from 'otplib';
import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { must as taken } from '@/db/demo/must';
import { stepOfCode } from '@/db/one-time-codes';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import { type Person, revokeAllSessions, signInSteps, startSession, storedSession } from '@/db/people';
import { hashOf } from '@/db/person-fields';
import { auditLog, people, recoveryCodes, signIns } from '@/db/schema';
import { beginSecondFactor, confirmSecondFactor, removeSecondFactor, renewRecoveryCodes, secondFactorOf } from '@/db/second-factor';
import { verifyRecord } from '@/db/verify';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const PASSWORD = 'long enough to remember';
const HOME = { network: '203.0.113.0/24', agent: 'a browser' };
const passwordHash = hashOf(PASSWORD).then((hashed) => taken(hashed));

describe('a code of RFC 6238', () => {
  const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  // Appendix B, SHA-1: the last six of its eight digits.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ])('at second %i is %s', (second, code) => {
    const at = (seconds: number) => new Date(seconds * 1000).toISOString();
    const step = Math.floor(second / 30);
    expect(stepOfCode(SECRET, code, 0, at(second))).toBe(step);
    expect(stepOfCode(SECRET, code, 0, at(second + 30)), 'one half minute late').toBe(step);
    expect(stepOfCode(SECRET, code, 0, at(second + 90)), 'three half minutes late').toBeNull();
    expect(stepOfCode(SECRET, code, step, at(second)), 'a second time').toBeNull();
    expect(stepOfCode(SECRET, code, step + 1000, at(second)), 'after the clock was set back').toBeNull();
    for (const wrong of [String(Number(code) + 1).padStart(6, '0'), '', `${code}0`, 'abcdef', `-${code.slice(1)}`, '１２３４５６'])
      expect(stepOfCode(SECRET, wrong, 0, at(second)), wrong).toBeNull();
  });
});

describe('a second factor', () => {
  let db: Database;
  let ana: Person;
  let email: string;
  beforeEach(async () => {
    db = await newRecord();
    const hash = await passwordHash;
    ana = await seedPerson(db, 'Ana');
    await db.write((tx) => tx.update(people).set({ passwordHash: hash }));
    email = (await db.read.select({ email: people.email }).from(people).get())!.email;
  });

  const secret = async () => {
    const factor = await secondFactorOf(db.read, ana);
    if (factor.state !== 'begun') throw new Error('it was not begun');
    return factor.secret;
  };
  const codeAt = (key: string, now: string) => generateSync({ secret: key, epoch: Date.parse(now) / 1000 });
  const switchOn = async () => {
    taken(await beginSecondFactor(db, ana, NOW));
    const key = await secret();
    const { codes } = taken(await confirmSecondFactor(db, codeAt(key, NOW), ana, NOW));
    return { key, codes };
  };
  const enter = (given: object, now: string) => signInSteps(db, given, HOME, now);
  const firstStep = async (now: string): Promise<string> => {
    const first = await enter({ email, password: PASSWORD }, now);
    if (first.ok) throw new Error('no code was asked for');
    expect(first.refusal).toMatchObject({ code: 'CodeNeeded', status: 401 });
    return first.refusal.details!.step as string;
  };

  it('asks for nothing before its first code proved that an app has the key', async () => {
    taken(await beginSecondFactor(db, ana, NOW));
    expect(await secondFactorOf(db.read, ana)).toMatchObject({
      state: 'begun',
      uri: expect.stringMatching(/^otpauth:\/\/totp\/.*secret=/),
    });
    expect(await enter({ email, password: PASSWORD }, NOW)).toMatchObject({ ok: true, value: { way: 'password' } });
    expect(await confirmSecondFactor(db, '000000', ana, NOW)).toMatchObject({ refusal: { code: 'CodeWrong', status: 422, field: 'code' } });
    const key = await secret();
    const { codes } = taken(await confirmSecondFactor(db, codeAt(key, NOW).replace(/(?=...$)/, ' '), ana, NOW));
    expect(new Set(codes).size).toBe(10);
    expect(JSON.stringify(await db.read.select().from(recoveryCodes))).not.toContain(codes[0]!.replaceAll('-', ''));
    expect(await confirmSecondFactor(db, codeAt(key, NOW), ana, NOW)).toMatchObject({ refusal: { code: 'SecondFactorNotBegun' } });
    expect(await beginSecondFactor(db, ana, NOW)).toMatchObject({ refusal: { code: 'SecondFactorOn', status: 409 } });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    expect(JSON.stringify(await db.read.select({ body: auditLog.body }).from(auditLog))).not.toContain(key);
  });

  it('is switched on by whoever knows the password, not by whoever found the session open', async () => {
    const run = (id: string, input: object) => runOperation({ db, actor: ana, now: NOW, network: 'home', session: 'open' }, id, input);
    expect(await run('account.begin-second-factor', {})).toMatchObject({ ok: true });
    const code = codeAt(await secret(), NOW);
    const confirm = (given: object) => run('account.confirm-second-factor', { code, ...given });
    expect(await confirm({})).toMatchObject({ refusal: { status: 422, field: 'old', cause: 'Your password is empty.' } });
    expect(await confirm({ old: 'not the password' })).toMatchObject({ refusal: { code: 'PasswordWrong', status: 422, field: 'old' } });
    expect(await secondFactorOf(db.read, ana)).toMatchObject({ state: 'begun' });
    expect(await confirm({ old: PASSWORD })).toMatchObject({ ok: true });
  });

  it('is switched on and off by a sign-in of the last minutes where its person has no password here', async () => {
    const [bob, cleo] = [await seedPerson(db, 'Bob'), await seedPerson(db, 'Cleo')];
    const enters = async ({ id }: Person) => storedSession(taken(await startSession(db, id, NOW, { ...HOME, way: 'provider' })));
    const [own, other] = [await enters(bob), await enters(cleo)];
    const run = (id: string, input: object, minutes: number, session: string | null = own) =>
      runOperation({ db, actor: bob, now: minutesLater(minutes), network: 'home', session }, id, input);
    expect(await run('account.begin-second-factor', {}, 0)).toMatchObject({ ok: true });
    const factor = await secondFactorOf(db.read, bob);
    const key = factor.state === 'begun' ? factor.secret : '';
    const confirm = (minutes: number, session?: string | null) =>
      run('account.confirm-second-factor', { code: codeAt(key, minutesLater(minutes)) }, minutes, session);
    const old = { refusal: { status: 403, code: 'SignInOld' } };
    expect(await confirm(11)).toMatchObject(old);
    for (const session of [other, null]) expect(await confirm(1, session)).toMatchObject(old);
    expect(await confirm(9)).toMatchObject({ ok: true });
    expect(await run('account.drop-second-factor', {}, 11)).toMatchObject(old);
    expect(await run('account.drop-second-factor', {}, 10)).toMatchObject({ ok: true });
  });

  it('lets in by password and code, in two steps or in one, and takes no code twice', async () => {
    const { key } = await switchOn();
    // The code that switched it on was taken then.
    const replayed = await enter({ step: await firstStep(NOW), code: codeAt(key, NOW) }, NOW);
    expect(replayed).toMatchObject({ ok: false, refusal: { code: 'CodeFailed', status: 401 } });
    const later = minutesLater(2);
    const step = await firstStep(later);
    const code = codeAt(key, later);
    expect(await enter({ step, code }, later)).toMatchObject({ ok: true, value: { way: 'code', person: { id: ana.id } } });
    expect(await enter({ step, code }, later), 'a step is used up').toMatchObject({ refusal: { code: 'LinkOver', status: 410 } });
    expect(await enter({ step: await firstStep(later), code }, later), 'and so is the code').toMatchObject({
      refusal: { code: 'CodeFailed' },
    });
    const last = minutesLater(4);
    expect(await enter({ email, password: PASSWORD, code: codeAt(key, last) }, last)).toMatchObject({ ok: true });
    expect(await enter({ email, password: 'wrong password', code: codeAt(key, last) }, last)).toMatchObject({
      refusal: { code: 'SignInFailed' },
    });
  });

  it('lets one of two in who come with one code at once', async () => {
    const { key } = await switchOn();
    const now = minutesLater(2);
    const steps = [await firstStep(now), await firstStep(now)];
    const both = await Promise.all(steps.map((step) => enter({ step, code: codeAt(key, now) }, now)));
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('keeps the second step open for five minutes', async () => {
    const { key } = await switchOn();
    const step = await firstStep(minutesLater(2));
    expect(await enter({ step, code: codeAt(key, minutesLater(7)) }, minutesLater(7))).toMatchObject({ refusal: { code: 'LinkOver' } });
    expect(await enter({ step: 'made up', code: codeAt(key, NOW) }, NOW)).toMatchObject({ refusal: { code: 'LinkOver' } });
  });

  it('ends a sign-in that waits for its code with the sessions of its person', async () => {
    const { key } = await switchOn();
    const later = minutesLater(2);
    const step = await firstStep(later);
    taken(await revokeAllSessions(db, { id: ana.id }, OWNER, later));
    expect(await enter({ step, code: codeAt(key, later) }, later)).toMatchObject({ refusal: { code: 'LinkOver' } });
  });

  it('takes each recovery code once, however it is written, and new ones replace the old', async () => {
    const { codes } = await switchOn();
    const [first, second, third] = codes as [string, string, string];
    expect(await enter({ email, password: PASSWORD, code: first.toUpperCase().replaceAll('-', ' ') }, NOW)).toMatchObject({
      ok: true,
      value: { way: 'recovery-code' },
    });
    expect(await enter({ email, password: PASSWORD, code: first }, NOW)).toMatchObject({ refusal: { code: 'CodeFailed' } });
    expect(await secondFactorOf(db.read, ana)).toMatchObject({ state: 'on', codesLeft: 9 });
    expect(await enter({ email, password: PASSWORD, code: second }, NOW)).toMatchObject({ ok: true });
    const renewed = taken(await renewRecoveryCodes(db, ana, NOW)).codes;
    expect(await enter({ email, password: PASSWORD, code: third }, NOW)).toMatchObject({ refusal: { code: 'CodeFailed' } });
    expect(await enter({ email, password: PASSWORD, code: renewed[0] }, NOW)).toMatchObject({ ok: true });
  });

  it('is refused after ten wrong codes, from wherever they come, until a quarter of an hour has passed', async () => {
    const { key } = await switchOn();
    const from = (network: string, code: string, now: string) =>
      signInSteps(db, { email, password: PASSWORD, code }, { network, agent: null }, now);
    for (let i = 0; i < 10; i += 1)
      expect(await from(`network ${i}`, '000000', minutesLater(2))).toMatchObject({ refusal: { code: 'CodeFailed' } });
    const right = await from('another', codeAt(key, minutesLater(3)), minutesLater(3));
    expect(right).toMatchObject({ refusal: { code: 'TooManyAttempts', status: 429, details: { retryAfter: 14 * 60 } } });
    expect(await from('another', codeAt(key, minutesLater(18)), minutesLater(18))).toMatchObject({ ok: true });
    expect((await db.read.select().from(signIns)).filter(({ way, outcome }) => way === 'code' && outcome === 'failed')).toHaveLength(10);
  }, 60_000);

  it('is taken away by an administrator with its codes, as a fact, and then the password is enough again', async () => {
    const { codes } = await switchOn();
    const ada = await seedPerson(db, 'Ada', 'admin');
    const remove = () => removeSecondFactor(db, ana.id, 'people.remove-second-factor', ada, NOW);
    expect(await remove()).toMatchObject({ ok: true });
    expect(await remove()).toMatchObject({ refusal: { code: 'SecondFactorOff', status: 409 } });
    expect(await enter({ email, password: PASSWORD }, NOW)).toMatchObject({ ok: true, value: { way: 'password' } });
    expect(await renewRecoveryCodes(db, ana, NOW)).toMatchObject({ refusal: { code: 'SecondFactorOff' } });
    taken(await beginSecondFactor(db, ana, minutesLater(5)));
    taken(await confirmSecondFactor(db, codeAt(await secret(), minutesLater(5)), ana, minutesLater(5)));
    expect(await enter({ email, password: PASSWORD, code: codes[0] }, NOW), 'codes of the one before').toMatchObject({ ok: false });
    const own = await runOperation({ db, actor: ada, now: NOW }, 'people.remove-second-factor', { id: ada.id });
    expect(own, 'one’s own goes by one’s password').toMatchObject({ refusal: { code: 'OwnFactor', status: 403 } });
    const log = (await db.read.select({ body: auditLog.body }).from(auditLog)).map(({ body }) => JSON.parse(body));
    expect(log.find(({ action }) => action === 'people.remove-second-factor')).toMatchObject({
      actor: ada.id,
      subject: `person:${ana.id}`,
    });
  });
});
