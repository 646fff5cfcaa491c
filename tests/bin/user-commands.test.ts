import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '@/db/open';
import { authenticate, checkSession, startSession } from '@/db/people';
import { auditLog } from '@/db/schema';
import { NOW, temporaryFolder } from '../db/world';
import { call, linesOf } from './command';

const OLD = 'correct horse battery';
const NEW = 'another long phrase';

async function world() {
  const folder = await temporaryFolder();
  const url = `file:${join(folder, 'record.db')}`;
  const db = ['--db', url];
  const add = (email: string, role: string, ...more: string[]) =>
    call(['user', 'add', email, '--role', role, '--password-stdin', ...more, ...db], { input: OLD });
  const password = (email: string, input: string) => call(['user', 'password', email, '--password-stdin', ...db], { input });
  return { folder, url, db, add, password };
}

describe('the commands on people', () => {
  it('password: the new one signs in, the old one and every session do not, and the log has the fact alone', async () => {
    const { url, add, password } = await world();
    await add('ada@example.org', 'admin');
    const before = await openDatabase(url, { owner: true });
    const who = await authenticate(before, 'ada@example.org', OLD, NOW, 'here');
    const session = await startSession(before, who.ok ? who.value.id : '', NOW);
    await before.close();
    expect(await password('Ada@Example.org', `${NEW}\n`)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('has a new password'),
    });
    const db = await openDatabase(url, { owner: true });
    expect(await authenticate(db, 'ada@example.org', NEW, NOW, 'here')).toMatchObject({ ok: true });
    expect(await authenticate(db, 'ada@example.org', OLD, NOW, 'here')).toMatchObject({ ok: false, refusal: { code: 'SignInFailed' } });
    expect(await checkSession(db, session.ok ? session.value : '', NOW)).toBeNull();
    const log = JSON.stringify(await db.read.select({ body: auditLog.body }).from(auditLog));
    expect(log).toContain('people.set-password');
    expect(log).not.toMatch(/argon2|another long|ada@/);
    await db.close();
  });

  it('password refuses a stranger, a short one, and a record that is not there, and makes none', async () => {
    const { folder, add, password, db } = await world();
    expect(await password('ada@example.org', NEW)).toMatchObject({ code: 1, err: expect.stringContaining('[NoRecord]') });
    expect(await readdir(folder)).toEqual([]);
    await add('ada@example.org', 'admin');
    expect(await password('bo@example.org', NEW)).toMatchObject({ code: 1, err: expect.stringContaining('[PersonUnknown]') });
    expect(await password('ada@example.org', 'short')).toMatchObject({ code: 1, err: expect.stringContaining('[PasswordTooShort]') });
    expect(await call(['user', 'password', 'ada@example.org', ...db], { input: NEW })).toMatchObject({ code: 2 });
  });

  it('list shows address, role and name, and never a hash', async () => {
    const { add, db } = await world();
    await add('bo@example.org', 'reviewer', '--name', 'Bo');
    await add('ada@example.org', 'admin');
    expect((await call(['user', 'list', ...db])).out).toBe('ada@example.org   admin      ada\nbo@example.org    reviewer   Bo\n');
    const { out } = await call(['user', 'list', '--json', ...db]);
    expect(linesOf(out).map(({ email, role }) => [email, role])).toEqual([
      ['ada@example.org', 'admin'],
      ['bo@example.org', 'reviewer'],
    ]);
    expect(out).not.toContain('argon2');
  });

  it('their help says that readers never see a name', async () => {
    const { out } = await call(['user', 'add', '--help']);
    expect(out).toContain('never to readers');
  });
});
