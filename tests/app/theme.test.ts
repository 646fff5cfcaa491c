import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '@/db/open';
import { restoreEnv } from '../db/world';
import { ask } from './public-routes';

/** Colours by choice: one small stylesheet looks at the cookie, and no page does. */
const SITE = 'https://check.example';
const kept = { DATABASE_URL: process.env.DATABASE_URL, PUBLIC_URL: process.env.PUBLIC_URL };
const folder = mkdtempSync(join(tmpdir(), 'countercheck-theme-'));
let db: Database;

beforeAll(async () => {
  process.env.DATABASE_URL = `file:${join(folder, 'record.db')}`;
  process.env.PUBLIC_URL = SITE;
  db = await openDatabase(process.env.DATABASE_URL, { owner: true });
});

afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
  restoreEnv(kept);
});

const choose = async (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  ask('/preferences', {
    method: 'POST',
    body,
    headers: { origin: SITE, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
const colours = async (cookie?: string) => (await ask('/theme.css', cookie ? { headers: { cookie } } : {})).text();

describe('R11: light and dark by choice', () => {
  it.each([
    ['theme=dark', ':root{color-scheme:dark}'],
    ['a=b; theme=light; c=d', ':root{color-scheme:light}'],
    ['theme=blue', ''],
    ['theme=dark}body{display:none', ''],
    ['mytheme=dark', ''],
    [undefined, ''],
  ])('answers the cookie %j with %j', async (cookie, css) => {
    expect(await colours(cookie)).toBe(css);
  });

  it('is asked for again with every page, and kept by nobody in between', async () => {
    const { headers } = await ask('/theme.css');
    expect([headers.get('content-type'), headers.get('cache-control'), headers.get('vary')]).toEqual([
      'text/css; charset=utf-8',
      'private, no-cache',
      'Cookie',
    ]);
  });

  it('keeps a choice in one cookie, takes it away again, and leads back to the page one was on', async () => {
    for (const [theme, cookie] of [
      ['dark', 'theme=dark; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure'],
      ['light', 'theme=light; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly; Secure'],
      ['system', 'theme=; Path=/; Max-Age=0; SameSite=Lax; HttpOnly; Secure'],
    ]) {
      const answer = await choose(`theme=${theme}`, { referer: `${SITE}/search?q=83%20countries` });
      expect([answer.status, answer.headers.get('location'), answer.headers.getSetCookie()]).toEqual([
        303,
        '/search?q=83%20countries',
        [cookie],
      ]);
    }
  });

  it.each([undefined, 'no address', 'https://elsewhere.example/trap', `${SITE}//elsewhere.example/`, 'javascript:alert(1)'])(
    'leads nowhere else when a request says that it comes from %j',
    async (referer) => {
      const to = (await choose('theme=dark', referer ? { referer } : {})).headers.get('location')!;
      expect(['/preferences', '/elsewhere.example/']).toContain(to);
      expect(new URL(to, SITE).origin).toBe(SITE);
    },
  );

  it.each([
    [403, 'theme=dark', { origin: 'https://elsewhere.example' }],
    [403, 'theme=dark', { origin: SITE, 'sec-fetch-site': 'cross-site' }],
    [422, 'theme=blue', {}],
    [422, '', {}],
    [415, 'theme=dark', { 'content-type': 'text/plain' }],
    [413, `theme=dark&x=${'x'.repeat(5000)}`, {}],
  ])('answers %i to %j with %j, sets nothing, and says what to do', async (status, body, headers) => {
    const answer = await choose(body, headers as Record<string, string>);
    expect([answer.status, answer.headers.getSetCookie(), answer.headers.get('cache-control')]).toEqual([status, [], 'no-store']);
    const { document } = parseHTML(await answer.text());
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelector('form[action="/preferences"]')).not.toBeNull();
  });

  it('changes no page: whatever was chosen, all get the same bytes and no cookie', async () => {
    for (const path of ['/', '/preferences', '/search?q=boats', '/method']) {
      const [bare, chosen] = [await ask(path), await ask(path, { headers: { cookie: 'theme=dark' } })];
      expect(await chosen.text(), path).toBe(await bare.text());
      expect([chosen.headers.get('etag'), chosen.headers.getSetCookie()], path).toEqual([bare.headers.get('etag'), []]);
      expect(chosen.headers.get('vary'), path).toBeNull();
    }
  });

  it('has the form on every page but that which was made of what somebody sent, where going back would lose it', async () => {
    const forms = async (path: string) =>
      parseHTML(await (await ask(path)).text()).document.querySelectorAll('form[action="/preferences"]').length;
    expect(await Promise.all(['/', '/preferences', '/no/such/page', '/check'].map(forms))).toEqual([1, 1, 1, 1]);
    expect(await forms('/check?text=Twelve+boats')).toBe(0);
  });
});
