import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { shownOnce } from '@/app/_shell/shown-once';
import * as forgot from '@/app/(desk)/sign-in/forgot/route';
import * as invited from '@/app/(desk)/sign-in/invited/route';
import * as reset from '@/app/(desk)/sign-in/reset/route';
import { OWNER } from '@/db/actor';
import { must } from '@/db/demo/must';
import { invite } from '@/db/invitations';
import { askReset } from '@/db/own-password';
import { addPerson, authenticate } from '@/db/people';
import { type ServedRecord, servedRecord } from '../db/served-record';

const SITE = 'https://check.example';
const [NORA, PASSWORD] = ['nora@desk.example', 'long enough to remember'];

let record: ServedRecord;
const now = () => new Date().toISOString();
beforeEach(async () => {
  vi.stubEnv('LOG_LEVEL', 'silent');
  record = await servedRecord();
});
afterEach(async () => {
  await record.end();
  vi.unstubAllEnvs();
});

const get = (route: { GET(request: Request): Promise<Response> }, path: string) => route.GET(new Request(`${SITE}${path}`));
const post = (route: { POST(request: Request): Promise<Response> }, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  route.POST(new Request(`${SITE}/x`, { method: 'POST', body: new URLSearchParams(fields), headers: { origin: SITE, ...headers } }));
const seen = async (answer: Response) => {
  const { document } = parseHTML(await answer.text());
  return { status: answer.status, title: document.querySelector('h1')?.textContent, document };
};

describe('the page of an invitation', () => {
  const token = async () => must(await invite(record.db, { email: NORA, role: 'editor' }, OWNER, now())).token;

  it('says whom it is for and as what, and leads on to signing in', async () => {
    const link = await token();
    const { document, title } = await seen(await get(invited, `/sign-in/invited?token=${link}`));
    expect([title, document.querySelector('strong')?.textContent]).toEqual(['You are invited', 'an editor']);
    expect(document.querySelector('#address')?.getAttribute('value')).toBe(NORA);
    const refused = await seen(await post(invited, { token: link, name: 'Nora “N”', password: 'short' }));
    expect([refused.status, refused.document.querySelector('#name')?.getAttribute('value')]).toEqual([422, 'Nora “N”']);
    const done = await post(invited, { token: link, name: 'Nora', password: PASSWORD });
    expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('You have joined the desk')]);
    expect(await authenticate(record.db, NORA, PASSWORD, now(), 'home')).toMatchObject({ ok: true, value: { role: 'editor' } });
    expect((await seen(await get(invited, `/sign-in/invited?token=${link}`))).status).toBe(410);
  });

  it.each(['', '?token=', '?token=made-up', `?token=${'x'.repeat(5000)}`])('%s opens nothing', async (query) => {
    expect(await seen(await get(invited, `/sign-in/invited${query}`))).toMatchObject({ status: 410, title: 'This link works no more' });
  });

  it('takes no form from another site, and no field of its sender’s choice', async () => {
    const fields = { token: await token(), name: 'Nora', password: PASSWORD };
    expect((await post(invited, fields, { origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await post(invited, { ...fields, role: 'admin' })).status).toBe(422);
    expect((await post(invited, fields)).status).toBe(200);
  });
});

describe('the pages of a forgotten password', () => {
  it('answer every address alike, and say when there were too many', async () => {
    must(await addPerson(record.db, { email: NORA, name: 'Nora', role: 'reader', password: PASSWORD }, OWNER, now()));
    const [known, unknown] = [await post(forgot, { email: NORA }), await post(forgot, { email: 'nobody@desk.example' })];
    expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
    for (let i = 0; i < 8; i += 1) await post(forgot, { email: `guess${i}@desk.example` });
    const refused = await post(forgot, { email: NORA });
    expect([refused.status, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await seen(refused)).document.querySelector('input[name=email]')?.getAttribute('value')).toBe(NORA);
  });

  it('keep a new password once', async () => {
    must(await addPerson(record.db, { email: NORA, name: 'Nora', role: 'reader', password: PASSWORD }, OWNER, now()));
    const { token } = must(await askReset(record.db, NORA, 'home', now()));
    expect((await seen(await get(reset, `/sign-in/reset?token=${token}`))).title).toBe('Choose another password');
    const done = await post(reset, { token: token!, password: 'another long phrase' });
    expect([done.status, done.headers.get('location')]).toEqual([303, '/sign-in?done=reset']);
    expect((await seen(await post(reset, { token: token!, password: 'a third long phrase' }))).status).toBe(410);
    expect((await get(reset, `/sign-in/reset?token=${token}`)).status).toBe(410);
  });
});

describe('what is shown once', () => {
  it('stands in a page of its own, which nobody keeps', async () => {
    const answer = (await shownOnce('account.confirm-second-factor', { codes: ['abcd-efgh', 'jkmn-pqrs'] }))!;
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect([...(await seen(answer)).document.querySelectorAll('code')].map((code) => code.textContent)).toEqual(['abcd-efgh', 'jkmn-pqrs']);
    expect(shownOnce('cases.take', { id: 'x', link: 'y', email: 'z' })).toBeNull();
  });
});
