import { generateSync } from 'otplib';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { beginExchange } from '@/app/_shell/exchange';
import { signIn } from '@/app/_shell/sign-in';
import { OWNER } from '@/db/actor';
import { must } from '@/db/demo/must';
import { addPerson, type Person } from '@/db/people';
import { beginSecondFactor, confirmSecondFactor, secondFactorOf } from '@/db/second-factor';
import { lastSignIns } from '@/db/sign-in-history';
import { type ServedRecord, servedRecord } from '../db/served-record';

vi.mock('next/headers', () => ({ cookies: async () => ({ getAll: () => [], get: () => undefined }), headers: async () => new Headers() }));

const [SITE, EMAIL, PASSWORD] = ['https://check.example', 'nora@desk.example', 'long enough to remember'];

let record: ServedRecord;
let codes: string[];
let nora: Person;
let key: string;
beforeEach(async () => {
  vi.stubEnv('LOG_LEVEL', 'silent');
  vi.stubEnv('AUTH_SECRET', 'a secret for this test, of no use elsewhere');
  record = await servedRecord();
  const { db } = record;
  const now = new Date(Date.now() - 300_000).toISOString();
  const { id } = must(await addPerson(db, { email: EMAIL, name: 'Nora', role: 'reader', password: PASSWORD }, OWNER, now));
  nora = { kind: 'person', id, name: 'Nora', role: 'reader' };
  must(await beginSecondFactor(db, nora, now));
  const factor = await secondFactorOf(db.read, nora);
  key = factor.state === 'begun' ? factor.secret : '';
  ({ codes } = must(await confirmSecondFactor(db, generateSync({ secret: key, epoch: Date.parse(now) / 1000 }), nora, now)));
});
afterEach(async () => {
  await record.end();
  vi.unstubAllEnvs();
});

async function send(fields: Record<string, string>) {
  const headers = { origin: SITE, 'user-agent': 'a browser of the test' };
  const request = new Request(`${SITE}/sign-in`, { method: 'POST', headers, body: new URLSearchParams(fields) });
  const answer = await signIn(request, beginExchange(request));
  const html = await answer.text();
  const cookie = answer.headers.getSetCookie().find((line) => line.includes('countercheck.session='));
  return { status: answer.status, html, signedIn: cookie !== undefined, step: /name="step" value="([^"]+)"/.exec(html)?.[1] };
}

it('goes by a page for the code, whose token lets nobody in alone, and is told apart in the history', async () => {
  const first = await send({ email: EMAIL, password: PASSWORD });
  expect(first).toMatchObject({ status: 401, signedIn: false, step: expect.stringMatching(/^[\w-]{43}$/) });
  expect(first.html).not.toMatch(/role="alert"|name="password"/);
  const wrong = await send({ step: first.step!, code: '000000' });
  expect(wrong).toMatchObject({ status: 401, signedIn: false, step: first.step });
  expect(wrong.html).toMatch(/role="alert"/);
  const right = await send({ step: first.step!, code: generateSync({ secret: key }) });
  expect(right).toMatchObject({ status: 303, signedIn: true });
  expect(await send({ step: first.step!, code: codes[0]! })).toMatchObject({ status: 410, signedIn: false });
  expect(await send({ email: EMAIL, password: PASSWORD, code: codes[0]! })).toMatchObject({ status: 303, signedIn: true });
  const history = (await lastSignIns(record.db.read, nora.id)).map(({ way, outcome, agent }) => [way, outcome, agent]);
  expect(history).toEqual([
    ['recovery-code', 'in', 'a browser of the test'],
    ['code', 'in', 'a browser of the test'],
    ['code', 'failed', 'a browser of the test'],
  ]);
});
