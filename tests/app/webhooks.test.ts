import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boot } from '@/app/_shell/boot';
import { tellChanges } from '@/db/changes';
import { runOperation } from '@/db/operations';
import { isOpen, reach } from '@/db/outbound';
import { type Person, startSession, storedSession } from '@/db/people';
import { people, publicChanges } from '@/db/schema';
import { sendWebhooks } from '@/db/webhook-sending';
import { listWebhooks } from '@/db/webhooks';
import { restoreEnv } from '../db/world';
import { json, type Machine, openMachine, SITE } from './machine';

let machine: Machine;
let ada: Person;
let session: string;
let server: Server;
let host: string;
let answer = 204;
const got: { headers: IncomingHttpHeaders; body: string }[] = [];

const START = Date.now();
const later = (seconds: number): string => new Date(START + seconds * 1000).toISOString();
const send = (seconds: number) => sendWebhooks(machine.db, { url: SITE, name: 'Countercheck' }, later(seconds));
const act = async (id: string, input: object): Promise<Record<string, string>> => {
  const done = await runOperation({ db: machine.db, actor: ada, now: later(0), network: 'a network', session }, id, input);
  if (!done.ok) throw new Error(`${done.refusal.code}: ${done.refusal.cause}`);
  return done.value as Record<string, string>;
};

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      got.push({ headers: request.headers, body });
      response.writeHead(answer, answer === 302 ? { location: `http://${host}/elsewhere` } : {}).end();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((ready) => server.once('listening', ready));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  machine = await openMachine({ COUNTERCHECK_WEBHOOK_HOSTS: host });
  const { email } = machine.cast.find(({ role }) => role === 'admin')!;
  const row = (await machine.db.read.select().from(people)).find((one) => one.email === email)!;
  ada = { kind: 'person', id: row.id, name: row.name, role: row.role };
  await machine.db.write((tx) => tx.update(people).set({ passwordHash: null }));
  const started = await startSession(machine.db, ada.id, later(0));
  session = storedSession(started.ok ? started.value : '');
});
afterAll(async () => {
  server.close();
  await machine.close();
});

const tellAll = async () => {
  while ((await tellChanges(machine.db, later(0))).left);
};

describe('A5: webhooks', () => {
  let hook: Record<string, string>;

  it('send each change once, as the list has it, signed with the moment', async () => {
    hook = await act('webhooks.create', { url: `http://${host}/changes` });
    await tellAll();
    const { data } = await json('changes');
    while ((await send(1)).arrived > 0);
    expect(got.length).toBe((await machine.db.read.select().from(publicChanges)).length);
    expect(got.slice(0, data.length).map(({ body }) => JSON.parse(body))).toEqual(data);
    for (const { headers, body } of got) {
      const [, second, mac] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers['countercheck-signature'] as string)!;
      expect(mac).toBe(
        createHmac('sha256', hook.secret as string)
          .update(`${second}.${body}`)
          .digest('hex'),
      );
    }
    expect(new Set(got.map(({ headers }) => headers['countercheck-delivery'])).size).toBe(got.length);
    expect(await send(2)).toEqual({ arrived: 0, failed: 0 });
  });

  it('try again, each time later, and are sent again by hand', async () => {
    const [line] = (await listWebhooks(machine.db.read))[0]!.deliveries;
    answer = 500;
    await act('webhooks.resend', { id: line!.id });
    const fate = async () => (await listWebhooks(machine.db.read))[0]!.deliveries.find(({ id }) => id === line!.id)!;
    expect(await send(10)).toEqual({ arrived: 0, failed: 1 });
    expect(await fate()).toMatchObject({ tries: 1, status: 500, dueAt: later(20), doneAt: null, fault: 'It answered 500.' });
    expect(await send(19)).toEqual({ arrived: 0, failed: 0 });
    expect(await send(20)).toEqual({ arrived: 0, failed: 1 });
    expect((await fate()).dueAt).toBe(later(80));
    answer = 302;
    expect(await send(80)).toEqual({ arrived: 0, failed: 1 });
    expect((await fate()).fault).toMatch(/no redirect/);
    let seconds = 80;
    for (let n = 0; n < 10; n += 1) {
      seconds += 100_000;
      await send(seconds);
    }
    expect(await fate()).toMatchObject({ tries: 8, dueAt: null });
    answer = 204;
    await act('webhooks.resend', { id: line!.id });
    expect(await send(seconds + 1)).toEqual({ arrived: 1, failed: 0 });
    expect(await fate()).toMatchObject({ tries: 1, status: 204, dueAt: null, doneAt: later(seconds + 1) });
  });

  it('send nothing once they are revoked', async () => {
    const [line] = (await listWebhooks(machine.db.read))[0]!.deliveries;
    await act('webhooks.resend', { id: line!.id });
    await act('webhooks.revoke', { id: hook.id });
    expect(await send(2_000_000)).toEqual({ arrived: 0, failed: 0 });
    await expect(act('webhooks.resend', { id: line!.id })).rejects.toThrow('DeliveryUnknown');
  });

  it('keep their secret out of the list and the log', async () => {
    expect(JSON.stringify(await listWebhooks(machine.db.read))).not.toContain(hook.secret);
    expect(JSON.stringify(await machine.db.read.query.auditLog.findMany())).not.toContain(hook.secret);
  });
});

describe('addresses that somebody is sent to', () => {
  const CLOSED = [
    ...['127.0.0.1', '127.1.2.3', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['224.0.0.1', '255.255.255.255', '198.18.0.1', '203.0.113.9', '::1', '::', 'fe80::1', 'fc00::1', 'fd12::1', '::ffff:127.0.0.1'],
    ...['::7f00:1', '64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', 'ff02::1', '2001::1', 'not an address'],
  ];
  it.each(CLOSED)('%s is closed', (address) => expect(isOpen(address)).toBe(false));
  it.each(['1.1.1.1', '198.41.0.4', '172.32.0.1', '2606:4700::1111', '2a00:1450::1'])('%s is open', (address) =>
    expect(isOpen(address)).toBe(true),
  );

  const leads =
    (...addresses: string[]) =>
    async () =>
      addresses.map((address) => ({ address }));
  const REFUSED: [url: string, ...to: string[]][] = [
    ['http://hook.example/', '1.1.1.1'],
    ['https://me:secret@hook.example/', '1.1.1.1'],
    ['https://hook.example/', '127.0.0.1'],
    // One of several is enough: whoever sends may be led to any of them.
    ['https://hook.example/', '1.1.1.1', '10.0.0.1'],
    ['https://hook.example/'],
    ['https://2130706433/', '1.1.1.1'],
    ['https://0x7f.1/', '1.1.1.1'],
    ['https://[::ffff:127.0.0.1]/', '1.1.1.1'],
    ['https://localhost./', '127.0.0.1'],
    ['file:///etc/passwd', '1.1.1.1'],
    ['nonsense', '1.1.1.1'],
  ];
  it.each(REFUSED)('%s is refused where it leads to %s %s', async (url, ...to) => {
    expect(await reach(url, [], leads(...to))).toMatchObject({ ok: false, refusal: { code: 'AddressRefused', field: 'url' } });
  });

  it('are pinned to where their name led when they were looked at', async () => {
    expect(await reach('https://hook.example/x', [], leads('1.1.1.1', '1.0.0.1'))).toMatchObject({
      ok: true,
      value: { address: '1.1.1.1' },
    });
  });

  it('leave no way for tests into production', async () => {
    const kept = { COUNTERCHECK_MODE: process.env.COUNTERCHECK_MODE, AUTH_SECRET: process.env.AUTH_SECRET };
    process.env.COUNTERCHECK_MODE = 'production';
    process.env.AUTH_SECRET = 'x'.repeat(40);
    await expect(boot()).rejects.toThrow(/COUNTERCHECK_WEBHOOK_HOSTS is for tests alone/);
    await expect(act('webhooks.create', { url: `http://${host}/changes` })).rejects.toThrow('AddressRefused');
    restoreEnv(kept);
  });
});
