import NextAuth from 'next-auth';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { authOptions, reportFor } from '@/app/_shell/auth';
import { callNextAuth } from '@/app/_shell/next-auth-call';
import { people } from '@/db/schema';
import { lastSignIns } from '@/db/sign-in-history';
import { seedPerson } from '../db/seeds';
import { type ServedRecord, servedRecord } from '../db/served-record';
import { type Provider, startProvider } from '../journeys/desk/provider';

vi.mock('next/headers', () => ({ cookies: async () => ({ getAll: () => [], get: () => undefined }), headers: async () => new Headers() }));

const SITE = 'https://check.example';
let record: ServedRecord;
let provider: Provider;
beforeEach(async () => {
  vi.stubEnv('LOG_LEVEL', 'silent');
  vi.stubEnv('AUTH_SECRET', 'a secret for this test, of no use elsewhere');
  for (const say of ['info', 'warn'] as const) vi.spyOn(console, say).mockImplementation(() => {});
  record = await servedRecord();
  provider = await startProvider();
  provider.serve(SITE);
  vi.stubEnv('OIDC_ISSUER', provider.issuer);
  vi.stubEnv('OIDC_CLIENT_ID', 'countercheck');
  vi.stubEnv('OIDC_CLIENT_SECRET', provider.secret);
});
afterEach(async () => {
  await record.end();
  await provider.stop();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const pairOf = (line: string) => line.split(';')[0]!.split(/=(.*)/s).slice(0, 2) as [string, string];

/** What a browser does between the desk and the provider: follows, keeps cookies, presses the one button. Ends at the way back. */
async function throughProvider(start: string): Promise<URL> {
  const jar = new Map<string, string>();
  let [url, method] = [new URL(start), 'GET'];
  for (let steps = 0; steps < 10 && url.origin === provider.issuer; steps += 1) {
    const headers = { cookie: [...jar].map((pair) => pair.join('=')).join('; ') };
    const answer = await fetch(url, { method, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) jar.set(...pairOf(line));
    method = answer.status === 200 ? 'POST' : 'GET';
    url = new URL(answer.headers.get('location') ?? url, url);
  }
  return url;
}

/** The whole way, up to what the desk answers to the browser that comes back. */
async function signIn(change: (query: Record<string, string>) => object = (query) => query) {
  const asked = await callNextAuth(['signin', 'oidc'], { callbackUrl: '/review' });
  const back = await throughProvider(asked.location!);
  const answer: { cookies: string[]; location: string } = { cookies: [], location: '' };
  const res = {
    status: () => res,
    getHeader: () => answer.cookies,
    setHeader: (name: string, value: string | string[]) => {
      if (name.toLowerCase() === 'set-cookie') answer.cookies = [value].flat();
      if (name.toLowerCase() === 'location') answer.location = String(value);
      return res;
    },
    ...{ json: () => res, send: () => res, end: () => res },
  };
  const cookies = Object.fromEntries(asked.setCookies.map((line) => pairOf(line).map(decodeURIComponent)));
  const query = { ...change(Object.fromEntries(back.searchParams)), nextauth: ['callback', 'oidc'] };
  const req = { method: 'GET', query, cookies, headers: {}, body: {} };
  await NextAuth(req as never, res as never, authOptions(reportFor({ network: 'home', agent: null })));
  return { signedIn: answer.cookies.some((line) => line.includes('countercheck.session=')), location: answer.location };
}

it('lets in whom a real provider vouches for and the record knows, and nobody else', async () => {
  const ana = await seedPerson(record.db, 'Ana', 'editor');
  const { email } = (await record.db.read.select().from(people)).find(({ id }) => id === ana.id)!;
  provider.vouchFor({ email: email.toUpperCase() });
  expect(await signIn()).toMatchObject({ signedIn: true, location: expect.stringMatching(/\/review$/) });
  expect(await lastSignIns(record.db.read, ana.id)).toMatchObject([{ way: 'provider', outcome: 'in', network: 'home' }]);
  for (const who of [{ email: 'stranger@desk.example' }, { email, email_verified: false }, { email, email_verified: undefined }]) {
    provider.vouchFor(who);
    expect(await signIn()).toMatchObject({ signedIn: false });
  }
});

it('believes an address of which nothing is said where it was told that the provider verifies all, and never one it denies', async () => {
  const ana = await seedPerson(record.db, 'Ana', 'editor');
  const { email } = (await record.db.read.select().from(people)).find(({ id }) => id === ana.id)!;
  for (const [told, email_verified, signedIn] of [
    ['verified', undefined, true],
    ['verified', false, false],
    ['yes', undefined, false],
  ] as const) {
    vi.stubEnv('OIDC_EMAIL_UNSAID', told);
    provider.vouchFor({ email, email_verified });
    expect([told, email_verified, await signIn()]).toMatchObject([told, email_verified, { signedIn }]);
  }
});

it.each([
  ['a state of somebody else', { state: 'forged' }],
  ['a code of somebody else', { code: 'stolen' }],
  ['an answer in the name of another provider', { iss: 'https://elsewhere.example' }],
])('refuses %s', async (_, forged) => {
  const ana = await seedPerson(record.db, 'Ana');
  const { email } = (await record.db.read.select().from(people)).find(({ id }) => id === ana.id)!;
  provider.vouchFor({ email });
  expect(await signIn((query) => ({ ...query, ...forged }))).toMatchObject({ signedIn: false });
});
