import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { freePort } from './desk/world';

/** The first command, as a person at a terminal meets it: started, killed, started again, stopped, stopped in a hurry. */
test.describe('npm start', () => {
  test.describe.configure({ mode: 'serial' });
  let folder: string;
  let env: NodeJS.ProcessEnv;
  let url: string;
  let program: ChildProcess | undefined;
  let said = '';

  test.beforeAll(async () => {
    folder = mkdtempSync(join(process.env.COUNTERCHECK_TEST_DIR ?? tmpdir(), 'countercheck-start-'));
    const port = String(await freePort());
    url = `http://localhost:${port}`;
    const told = { PORT: port, PUBLIC_URL: '', NEXTAUTH_URL: '', COUNTERCHECK_MODE: 'demo', COUNTERCHECK_DIST: '.next-test' };
    const secret = 'a secret for the journeys, of no use elsewhere';
    env = { ...process.env, ...told, DATABASE_URL: `file:${folder}/record.db`, AUTH_SECRET: secret, NODE_ENV: 'production' };
  });
  test.afterEach(async () => {
    if (test.info().status !== 'passed' && program?.exitCode === null) program.kill('SIGTERM');
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Starts it and waits for the line that ends what it has to say. */
  async function begin(): Promise<ChildProcess> {
    said = '';
    program = spawn(process.execPath, ['scripts/start.mjs'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    program.stdout!.setEncoding('utf8').on('data', (piece: string) => {
      said += piece;
    });
    await expect.poll(() => said, { timeout: 60_000 }).toContain('Stop with Ctrl+C');
    return program;
  }

  const ended = async (child: ChildProcess): Promise<number | null> =>
    child.exitCode ?? ((await once(child, 'exit')) as [number | null])[0];

  const signIn = async (email: string, password: string): Promise<number> => {
    const headers = { origin: url, 'content-type': 'application/json' };
    return (await fetch(`${url}/sign-in`, { method: 'POST', headers, body: JSON.stringify({ email, password }) })).status;
  };

  const files = () => readdirSync(folder).sort();

  test('shows the passwords of the demo at the first start, and they sign in', async () => {
    const child = await begin();
    const [, email, password] = /^ {2}(reviewer\S*)\s+(\S+)\s+reviewer$/m.exec(said)!;
    expect(await signIn(email!, password!)).toBe(200);
    // Killed hard: the program that started the server says so, and leaves.
    process.kill(JSON.parse(readFileSync(join(folder, 'record.db.owner.json'), 'utf8')).pid, 'SIGKILL');
    expect(await ended(child)).toBe(1);
  });

  test('starts again after a kill, and says how to come by a password that was lost', async () => {
    const child = await begin();
    expect(said).toContain('user password');
    const email = /user password (\S+)/.exec(said)![1]!;
    const countercheck = (words: string[], input = '') =>
      execFileSync(process.execPath, ['bin/countercheck.mjs', ...words], { env, input, encoding: 'utf8' });
    expect(countercheck(['user', 'list'])).toContain(email);
    expect(countercheck(['user', 'password', email, '--password-stdin'], 'a phrase that is new here\n')).toContain('has a new password');
    expect(await signIn(email, 'a phrase that is new here')).toBe(200);
    child.kill('SIGINT');
    expect(await ended(child)).toBe(0);
    expect(said).toContain('Stopped.');
    // At rest the record is one file that nobody else may read, and the lock that the next owner takes.
    expect(files()).toEqual(['record.db', 'record.db.owner.lock']);
    expect((statSync(join(folder, 'record.db')).mode & 0o077).toString(8)).toBe('0');
  });

  test('is ended at once by a second Ctrl+C while somebody holds it up, and starts again after that', async () => {
    const child = await begin();
    const slow = request(`${url}/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': '100' } });
    slow.on('error', () => undefined).write('{');
    await new Promise((resolve) => setTimeout(resolve, 300));
    child.kill('SIGINT');
    await expect.poll(() => said).toContain('Ctrl+C again ends it at once');
    // Once more in the same breath: npm passes on what the terminal has sent already.
    child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(child.exitCode).toBeNull();
    child.kill('SIGINT');
    expect(await ended(child)).toBe(130);
    const again = await begin();
    again.kill('SIGTERM');
    expect(await ended(again)).toBe(0);
    expect(files()).toEqual(['record.db', 'record.db.owner.lock']);
  });
});
