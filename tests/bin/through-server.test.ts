import { createServer } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { CONTROL_LIMIT, readBody } from '@/app/_shell/body';
import { OWNER } from '@/db/actor';
import { openDatabase } from '@/db/open';
import { runOperation } from '@/db/operations';
import { announceOwner } from '@/db/owner';
import { listPeople } from '@/db/people';
import { temporaryFolder } from '../db/world';
import { linesOf, run, writeFiles } from './command';

/** A server that owns a record and answers the command line as the real one does. */
async function owner(file: string, options: { announced: boolean }) {
  const db = await openDatabase(`file:${file}`, { owner: true });
  const asked: string[] = [];
  let secret = '';
  const server = createServer(async (request, response) => {
    const sent = { method: 'POST', headers: { 'content-type': request.headers['content-type']! }, body: await text(request) };
    const body = await readBody(new Request('http://owner.example/', sent), CONTROL_LIMIT);
    if (!body.ok || body.value.kind !== 'json') return void response.writeHead(413).end();
    const { operation, input } = body.value.value as { operation: string; input: unknown };
    const known = request.url === '/api/internal/control' && request.headers.authorization === `Bearer ${secret}`;
    asked.push(known ? operation : 'stranger');
    const result = await runOperation({ db, actor: OWNER, now: new Date().toISOString() }, operation, input);
    const answer = result.ok ? result.value : { code: result.refusal.code, detail: result.refusal.cause, next: result.refusal.next };
    response.writeHead(result.ok ? 200 : result.refusal.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  if (options.announced) secret = announceOwner(db.path!, `http://127.0.0.1:${(server.address() as { port: number }).port}`).secret;
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await db.close();
  });
  return { db, asked };
}

const FILES = {
  'in/one.txt': 'The storm closed 12 schools in the valley, officials said.',
  'in/one.json': { outlet: 'Valley Post', publishedAt: '2024-05-02' },
  'in/two.txt': 'The storm closed 19 schools in the valley, officials said.',
  'in/two.json': { outlet: 'Hill Courier', publishedAt: '2024-05-02' },
  'in/bad.txt': '',
};

describe('commands while a server owns the record', { timeout: 180_000 }, () => {
  it('write through the server, never beside it, and read without disturbing it', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, FILES);
    const { db, asked } = await owner(join(folder, 'record.db'), { announced: true });
    const at = { cwd: folder };
    const imported = await run(['import', 'in', '--db', 'file:record.db', '--json'], at);
    expect(imported).toMatchObject({ code: 3, err: expect.stringContaining('the import goes through it') });
    expect(linesOf(imported.out)[0]).toMatchObject({
      articles: { created: 2, unchanged: 0, failed: 1 },
      claims: 2,
      measures: 1,
      conflicts: 1,
    });
    const added = await run(['user', 'add', 'ada@example.org', '--role', 'admin', '--password-stdin', '--db', 'file:record.db'], {
      ...at,
      input: 'correct horse battery',
    });
    expect(added).toMatchObject({ code: 0, err: '' });
    expect((await listPeople(db)).map((person) => person.email)).toEqual(['ada@example.org']);
    const changed = await run(['user', 'password', 'ada@example.org', '--password-stdin', '--db', 'file:record.db'], {
      ...at,
      input: 'another long phrase',
    });
    expect(changed).toMatchObject({ code: 0, err: '' });
    expect(asked).toEqual(['articles.import-batch', 'people.add', 'people.set-password']);
    const exported = await run(['export', '--db', 'file:record.db'], at);
    expect(JSON.parse(exported.out).articles).toHaveLength(2);
    expect((await run(['backup', 'copy.db', '--db', 'file:record.db'], at)).code).toBe(0);
    expect((await run(['verify', '--db', 'file:record.db'], at)).code).toBe(0);
    expect(await run(['restore', 'copy.db', '--force', '--db', 'file:record.db'], at)).toMatchObject({
      code: 1,
      err: expect.stringContaining('[OwnerLocked]'),
    });
  });

  it('bring in hundreds of articles, and long ones, in batches that its doors take', async () => {
    const folder = await temporaryFolder();
    const many = Array.from({ length: 300 }, (_, i) => ({
      ...{ id: `a-${i}`, text: `On day ${i} the harbour of Lys counted ${100 + i} boats, officials said.`, outlet: `Outlet ${i % 7}` },
      ...{ publishedAt: '2024-05-02', title: `Boats, ${i}`, byline: 'A. Writer', url: `https://post.example/${i}`, language: 'en' },
    }));
    // Their quotes and commas are text, and count as nothing else.
    const long = [0, 1, 2].map((i) => ({ id: `b-${i}`, text: `${'", {[ "'.repeat(100_000)} ${i} ends.`, outlet: 'Outlet 1' }));
    await writeFiles(folder, { 'many.jsonl': [...many, ...long].map((one) => JSON.stringify(one)).join('\n') });
    const { db, asked } = await owner(join(folder, 'record.db'), { announced: true });
    const imported = await run(['import', 'many.jsonl', '--db', 'file:record.db', '--json'], { cwd: folder });
    expect(imported).toMatchObject({ code: 0 });
    expect(linesOf(imported.out)[0]).toMatchObject({ articles: { created: 303, unchanged: 0, failed: 0 } });
    expect(await db.read.$count(db.read._.fullSchema.articles)).toBe(303);
    expect(asked.length).toBeGreaterThan(3);
  });

  it('wait for another command rather than write beside it', async () => {
    const folder = await temporaryFolder();
    await writeFiles(folder, FILES);
    const { db } = await owner(join(folder, 'record.db'), { announced: false });
    const imported = await run(['import', 'in', '--db', 'file:record.db'], { cwd: folder });
    expect(imported).toMatchObject({ code: 1, out: '', err: expect.stringContaining('[OwnerLocked]') });
    expect(await db.read.$count(db.read._.fullSchema.articles)).toBe(0);
  });
});
