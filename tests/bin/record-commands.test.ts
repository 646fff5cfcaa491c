import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, readdir, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../db/world';
import { call, linesOf, run, writeFiles } from './command';

const STORY = 'The storm closed 12 schools in the valley, officials said.';

async function world() {
  const folder = await temporaryFolder();
  await writeFiles(folder, { 'in/one.txt': STORY, 'in/one.json': { outlet: 'Valley Post', publishedAt: '2024-05-02' } });
  const path = join(folder, 'record.db');
  const db = ['--db', `file:${path}`];
  expect((await call(['import', join(folder, 'in'), ...db])).code).toBe(0);
  return { folder, path, db, exported: async () => (await call(['export', ...db])).out };
}

/** What an operator with the file in his hands could do; the guards must be dropped first. */
async function tamper(path: string, ...statements: string[]) {
  const client = createClient({ url: `file:${path}` });
  for (const statement of statements) await client.execute(statement);
  client.close();
}

/** Somebody who has the whole file to himself, until two seconds after he is told to leave. */
async function holder(path: string) {
  const script = `
    import { createClient } from '@libsql/client';
    const client = createClient({ url: ${JSON.stringify(`file:${path}`)}, concurrency: 1 });
    await client.execute('PRAGMA locking_mode=EXCLUSIVE');
    await client.execute('SELECT count(*) FROM meta');
    process.stdin.once('data', () => setTimeout(() => process.exit(), 2000, client));
    process.stdout.write('held');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

describe('commands on a record', { timeout: 180_000 }, () => {
  it('each runs as a process of its own', async () => {
    const { folder, db } = await world();
    const exported = await run(['export', ...db]);
    expect(exported).toMatchObject({ code: 0, err: '' });
    expect(Object.keys(JSON.parse(exported.out))).toEqual([
      'articles',
      'measures',
      'claims',
      'relations',
      'cases',
      'checks',
      'pairJudgements',
      'handReadings',
    ]);
    expect(await run(['verify', ...db])).toMatchObject({ code: 0, out: expect.stringMatching(/^ok \d+ [0-9a-f]{64}\n$/), err: '' });
    const backedUp = await run(['backup', 'b.db', ...db], { cwd: folder });
    expect(backedUp).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/integrity ok · references ok · audit log ok .* · 1 article · 1 claim · /),
    });
    const restored = await run(['restore', 'b.db', '--db', 'file:again.db'], { cwd: folder });
    expect(restored).toMatchObject({ code: 0, err: '' });
    const added = await run(['user', 'add', 'ada@example.org', '--role', 'reviewer', '--password-stdin', '--db', 'file:again.db'], {
      cwd: folder,
      input: 'correct horse battery\n',
    });
    expect(added).toMatchObject({ code: 0, err: '', out: 'ada@example.org may sign in as reviewer.\n' });
    const examined = await run(['doctor', ...db], { env: { PORT: '0' } });
    expect(examined).toMatchObject({ code: 1, out: expect.stringContaining('"0" is no port') });
    // A record at rest is one file: a copy of it alone is whole.
    expect((await readdir(folder)).filter((name) => name.startsWith('again.db')).sort()).toEqual(['again.db', 'again.db.owner.lock']);
  });

  it('says how it is used', async () => {
    for (const name of [
      'extract',
      'compare',
      'import',
      'reread',
      'dump',
      'export',
      'verify',
      'backup',
      'restore',
      'doctor',
      'user add',
      'user password',
      'user list',
    ]) {
      const { code, out } = await call([...name.split(' '), '--help']);
      expect({ name, code }).toEqual({ name, code: 0 });
      expect(out).toContain(`countercheck ${name}`);
      expect(out).toContain('\nExample\n');
    }
    expect(await call([])).toMatchObject({ code: 2, out: expect.stringContaining('countercheck COMMAND') });
    expect(await call(['--help'])).toMatchObject({ code: 0 });
    expect(await call(['user', '--help'])).toMatchObject({ code: 0, err: '', out: expect.stringMatching(/user add .*\n.*user password /) });
    expect(await call(['user'])).toMatchObject({ code: 2, err: '', out: expect.stringContaining('user list') });
    expect(await call(['user', 'frob'])).toMatchObject({ code: 2, out: '', err: expect.stringContaining('"user frob" is no command') });
    for (const [words, missing] of [
      ['import', 'PATH'],
      ['backup', 'FILE'],
      ['dump', 'FOLDER'],
      ['restore', 'FILE'],
      ['user add', 'EMAIL'],
      ['user password', 'EMAIL'],
    ] as const)
      expect(await call(words.split(' '))).toMatchObject({ code: 2, out: '', err: expect.stringMatching(`^${missing} is missing: .*\n`) });
    expect(await call(['toString'])).toMatchObject({ code: 2, out: '' });
    expect(await call(['export', '--format', 'xml'])).toMatchObject({ code: 2 });
    expect(await call(['verify', 'a', 'b'])).toMatchObject({ code: 2 });
  });

  it('makes no record where none is', async () => {
    const folder = await temporaryFolder();
    const nowhere = ['--db', `file:${folder}/none.db`];
    for (const words of [
      ['export'],
      ['dump', `${folder}/public`],
      ['verify'],
      ['backup', `${folder}/b.db`],
      ['import', `${folder}/x.txt`, '--dry-run'],
    ]) {
      expect((await call([...words, ...nowhere])).code).toBeGreaterThan(0);
    }
    expect(await readdir(folder)).toEqual([]);
  });

  it('each says what is wrong with a place that is no record, and what to do', async () => {
    const { folder } = await world();
    await writeFiles(folder, { 'note.db': 'a file of another kind, long enough to be taken for a record' });
    const at = (place: string, ...words: string[]) => call([...words, '--db', place]);
    for (const words of [['export'], ['verify'], ['backup', join(folder, 'c.db')], ['user', 'list'], ['import', join(folder, 'in')]])
      expect(await at(`file:${folder}/note.db`, ...words)).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringMatching(/DATABASE_URL.* \[NotARecord\]\n$/),
      });
    expect((await at(`file:${folder}/note.db/x.db`, 'import', join(folder, 'in'))).err).toContain('[PlaceUnusable]');
    expect((await at(`file:${folder}/record.db`, 'backup', join(folder, 'no/such/c.db'))).err).toContain('[PlaceUnusable]');
    expect((await at('http://127.0.0.1:9', 'export')).err).toContain('[ServerUnreachable]');
  });

  it('verify exits 1 and names the first bad entry', async () => {
    const { path, db } = await world();
    await tamper(path, 'DROP TRIGGER audit_no_update', "UPDATE audit_log SET body = replace(body, 'owner', 'nobody') WHERE seq = 1");
    const { code, out } = await call(['verify', ...db]);
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(/^bad 1: /) });
  });

  it('backup keeps everything, refuses to replace a file, and gives a damaged copy no name', async () => {
    const { folder, path, db, exported } = await world();
    const file = join(folder, 'b.db');
    expect((await call(['backup', file, ...db])).code).toBe(0);
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect((await call(['export', '--db', `file:${file}`])).out).toBe(await exported());
    expect(await call(['backup', file, ...db])).toMatchObject({ code: 1, err: expect.stringContaining('[FileExists]') });
    expect((await call(['backup', file, '--force', ...db])).code).toBe(0);
    expect((await call(['verify', file])).code).toBe(0);
    expect((await call(['verify', join(folder, 'in/one.txt')])).err).toContain('[NotARecord]');
    await tamper(path, 'DROP TRIGGER audit_no_update', "UPDATE audit_log SET body = replace(body, 'owner', 'nobody') WHERE seq = 1");
    expect(await call(['backup', join(folder, 'c.db'), ...db])).toMatchObject({ code: 1, err: expect.stringContaining('[CopyDamaged]') });
    expect((await readdir(folder)).filter((name) => name.startsWith('c.db'))).toEqual([]);
  });

  it('restore brings the record back as it was, keeps the one before, and refuses what is none', async () => {
    const { folder, db, exported } = await world();
    const file = join(folder, 'b.db');
    const before = await exported();
    await call(['backup', file, ...db]);
    await writeFiles(folder, { 'in/two.txt': 'The storm closed 40 roads.' });
    await call(['import', join(folder, 'in'), ...db]);
    expect(await exported()).not.toBe(before);
    expect(await call(['restore', file, ...db])).toMatchObject({ code: 1, err: expect.stringContaining('[RecordExists]') });
    const restored = await call(['restore', file, '--force', ...db]);
    expect(restored).toMatchObject({ code: 0, out: expect.stringContaining('the record before: ') });
    expect(await exported()).toBe(before);
    expect((await call(['verify', ...db])).code).toBe(0);
    const aside = restored.out.match(/the record before: (.*)\n/)![1]!;
    expect(JSON.parse((await call(['export', '--db', `file:${aside}`])).out).articles).toHaveLength(2);
    await writeFile(join(folder, 'none.db'), 'no record');
    for (const other of ['none.db', 'missing.db']) expect((await call(['restore', join(folder, other), '--force', ...db])).code).toBe(1);
    expect(await exported()).toBe(before);
  });

  it('user add refuses a short password, a taken address, a name that somebody has and an unknown role', async () => {
    const { db } = await world();
    const add = (role: string, input: string) =>
      call(['user', 'add', 'ada@example.org', '--role', role, '--password-stdin', ...db], { input });
    expect(await add('reviewer', 'short')).toMatchObject({ code: 1, err: expect.stringContaining('[PasswordTooShort]') });
    expect((await add('admin', 'correct horse battery')).code).toBe(0);
    expect(await add('admin', 'correct horse battery')).toMatchObject({ code: 1, err: expect.stringContaining('[EmailTaken]') });
    const namesake = await call(['user', 'add', 'ada@example.net', '--role', 'reader', '--password-stdin', ...db], {
      input: 'correct horse battery',
    });
    expect(namesake).toMatchObject({ code: 1, err: expect.stringMatching(/called “ada” already.*\n.*--name NAME/s) });
    expect((await add('king', 'correct horse battery')).code).toBe(2);
    expect((await call(['user', 'add', 'bo@example.org', '--role', 'admin', ...db])).code).toBe(2);
  });

  it('doctor waits for whoever is about to leave the file', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'record.db');
    const db = ['--db', `file:${path}`];
    await writeFiles(folder, { 'one.txt': STORY, 'one.json': { outlet: 'Valley Post', publishedAt: '2024-05-02' } });
    expect((await run(['import', folder, ...db])).code).toBe(0);
    // Here and loaded, it comes to the file as soon as it is called: as a process of its own it might come when the file is free.
    const doctor = async (file: string) => linesOf((await call(['doctor', '--json', '--db', `file:${file}`])).out);
    expect(await doctor(join(folder, 'none.db'))).toContainEqual(expect.objectContaining({ about: 'record', state: 'note' }));
    const leaving = await holder(path);
    await expect(tamper(path, 'SELECT count(*) FROM meta')).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    leaving.stdin.write('leave');
    expect(await doctor(path)).toContainEqual(expect.objectContaining({ about: 'schema', state: 'ok' }));
  });

  it('doctor explains each wrong setting with its mend', async () => {
    const { path, db } = await world();
    const taken = createServer().listen(0);
    const port = String((taken.address() as { port: number }).port);
    const wrongs = async (env: Record<string, string>) => {
      const { code, out } = await run(['doctor', '--json', ...db], { env });
      const wrong = linesOf(out).filter((finding) => finding.state === 'wrong');
      expect(code).toBe(wrong.length > 0 ? 1 : 0);
      for (const finding of wrong) expect(finding.mend).toMatch(/\w/);
      return wrong.map((finding) => finding.about).sort();
    };
    await chmod(path, 0o644);
    expect(await wrongs({ COUNTERCHECK_MODE: 'production', PORT: port, OIDC_ISSUER: 'https://id.example.org' })).toEqual([
      'AUTH_SECRET',
      'OIDC',
      'PORT',
      'PUBLIC_URL',
      'permissions',
    ]);
    taken.close();
    await chmod(path, 0o600);
    await tamper(
      path,
      'DROP TRIGGER audit_no_update',
      "UPDATE audit_log SET body = body || ' ' WHERE seq = (SELECT max(seq) FROM audit_log)",
    );
    const oidc = { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b', OIDC_EMAIL_UNSAID: 'yes' };
    expect(await wrongs({ COUNTERCHECK_MODE: 'staging', PUBLIC_URL: 'nowhere', PORT: '70000', ...oidc })).toEqual([
      'COUNTERCHECK_MODE',
      'OIDC',
      'PORT',
      'PUBLIC_URL',
      'audit',
    ]);
  });
});
