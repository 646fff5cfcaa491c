import { request as send } from 'node:http';
import { expect, test } from '@playwright/test';

/** Every kind of answer there is, asked of the demo as it is served. Nothing here writes. */
const SERVED = process.env.COUNTERCHECK_URL ?? '';
const { port } = new URL(SERVED);

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** As it is written: a browser would mend the address first. */
const ask = (method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = send({ host: 'localhost', port, method, path, headers: { ...headers, 'content-length': Buffer.byteLength(body) } });
    asked.on('error', reject).on('response', (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => resolve({ status: answer.statusCode!, headers: answer.headers, body: text }));
    });
    asked.end(body);
  });

const FORM = { origin: SERVED, 'content-type': 'application/x-www-form-urlencoded' };
const JSON_TYPE = { origin: SERVED, 'content-type': 'application/json' };
const PUBLIC = /^default-src 'none'; script-src 'none'; style-src 'self'; .*form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/;
const DOOR = /^default-src 'none'; script-src 'none';.*frame-ancestors 'none'/;
const DESK = /^default-src 'none'; script-src 'nonce-[^']+' 'strict-dynamic';.*frame-ancestors 'none'$/;

const rows: [policy: RegExp, expected: number, method: string, path: string, headers?: Record<string, string>, body?: string][] = [
  [PUBLIC, 200, 'GET', '/'],
  [PUBLIC, 200, 'HEAD', '/'],
  [PUBLIC, 200, 'GET', '/feed.atom'],
  [PUBLIC, 200, 'GET', '/robots.txt'],
  [PUBLIC, 200, 'GET', '/style.css'],
  [PUBLIC, 200, 'GET', '/desk.css'],
  [PUBLIC, 200, 'GET', '/icon.svg'],
  [PUBLIC, 404, 'GET', '/no/such/page'],
  [PUBLIC, 404, 'HEAD', '/no/such/page'],
  [PUBLIC, 404, 'GET', '/measures/0000000000'],
  [PUBLIC, 404, 'GET', '/_next/static/chunks/none.js'],
  [PUBLIC, 404, 'GET', '/_next/image?url=%2Ficon.svg&w=64&q=75'],
  [PUBLIC, 404, 'GET', '/_next/data/none.json'],
  [PUBLIC, 405, 'POST', '/'],
  [PUBLIC, 405, 'DELETE', '/measures'],
  [DOOR, 405, 'GET', '/sign-out'],
  [PUBLIC, 204, 'OPTIONS', '/'],
  [DOOR, 200, 'GET', '/sign-in'],
  [DOOR, 401, 'GET', '/sign-in?error=x'],
  [DOOR, 405, 'PUT', '/sign-in'],
  [DOOR, 413, 'POST', '/sign-in', FORM, `password=${'x'.repeat(20_000)}`],
  [DOOR, 400, 'POST', '/sign-in', JSON_TYPE, 'null'],
  [DOOR, 422, 'POST', '/sign-in', JSON_TYPE, '{"email":{},"password":[]}'],
  [DOOR, 403, 'POST', '/sign-out', { origin: 'https://elsewhere.example' }],
  [DOOR, 401, 'POST', '/api/v1/articles', FORM, 'text=x'],
  [DOOR, 401, 'POST', '/api/v1/articles', JSON_TYPE, '{}'],
  [DOOR, 404, 'POST', '/api/v1/nothing', JSON_TYPE, '{}'],
  [DOOR, 405, 'GET', '/api/v1/articles'],
  [DOOR, 404, 'POST', '/api/internal/control', JSON_TYPE, '{}'],
  [DOOR, 404, 'GET', '/api/auth/session'],
  [DOOR, 404, 'GET', '/api/nothing'],
  [DOOR, 200, 'GET', '/api/health'],
  [DOOR, 200, 'GET', '/api/ready'],
  [DESK, 307, 'GET', '/review'],
  [DESK, 307, 'GET', '/admin/people'],
  [DESK, 404, 'GET', '/review/none/such'],
];

for (const [policy, expected, method, path, headers, body] of rows) {
  const kind = headers?.['content-type']?.split('/')[1] ?? '';
  test(`${method} ${path} ${kind} ${body?.slice(0, 30) ?? ''} is ${expected} and guarded as all answers are`, async () => {
    const answer = await ask(method, path, headers, body);
    expect(answer.status).toBe(expected);
    expect(String(answer.headers['content-security-policy'])).toMatch(policy);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['referrer-policy']).toMatch(/^(same-origin|strict-origin-when-cross-origin)$/);
    expect(answer.headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(answer.headers['x-powered-by']).toBeUndefined();
  });
}

test('a policy that a caller sends never becomes one of ours', async () => {
  for (const path of ['/', '/sign-in', '/review']) {
    const answer = await ask('GET', path, { 'content-security-policy': "script-src 'unsafe-inline'" });
    expect(String(answer.headers['content-security-policy'])).not.toContain('unsafe-inline');
  }
});

for (const path of [
  ...['/%', '/measures/%', '/measures/0000000000/%', '/cases/%E0%A4%A', '/sources/%ff', '/%c0%ae', '/claims/%zz', '/articles/%00'],
  ...['/review/%', '/review/cases/%E0', '/admin/%', '/style.css/%', '/_next/%', '/_next/static/%', '/api/auth/%', '/..%5c..%5cx'],
  ...[`/${'%41'.repeat(3000)}`, `/${'a'.repeat(8000)}`],
]) {
  test(`an address that cannot be read is one of nothing: ${path.slice(0, 40)}`, async () => {
    const answer = await ask('GET', path);
    expect(answer.status).toBe(404);
    expect(answer.body).toContain('Nothing has this address');
    expect(answer.body).not.toMatch(/<script/);
    expect(String(answer.headers['content-security-policy'])).toContain("script-src 'none'");
  });
}

test('writing to an address that cannot be read changes nothing and says so', async () => {
  const answer = await ask('POST', '/api/v1/cases/%/take', JSON_TYPE, '{}');
  expect(answer.status).toBe(404);
  expect(JSON.parse(answer.body)).toMatchObject({ code: 'NotFound', next: expect.stringContaining('%') });
});

for (const words of ['%00', '%', '%ED%A0%80', '%F0%9F', 'a'.repeat(12_000), '%22'.repeat(400), '%E2%80%AE83', '(%20'.repeat(300)]) {
  test(`a search for ${words.slice(0, 20)} is answered with words`, async () => {
    const answer = await ask('GET', `/search?q=${words}`);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatch(/<h1/);
  });
}
