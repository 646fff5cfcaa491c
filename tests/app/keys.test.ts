import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { listKeys } from '@/db/api-keys';
import { OPERATIONS, runOperation, SCOPE_NAMES, scopeOf } from '@/db/operations';
import { type Person, setRole, startSession, storedSession } from '@/db/people';
import { apiKeys, auditLog, notes, people, sentOnce } from '@/db/schema';
import { api, type Machine, openMachine } from './machine';

let machine: Machine;
let ada: Person;
let rhea: Person;
let session: string;

const personOf = async (role: string): Promise<Person> => {
  const { email } = machine.cast.find((one) => one.role === role)!;
  const row = (await machine.db.read.select().from(people)).find((one) => one.email === email)!;
  return { kind: 'person', id: row.id, name: row.name, role: row.role };
};

const now = () => new Date().toISOString();

beforeAll(async () => {
  machine = await openMachine();
  [ada, rhea] = [await personOf('admin'), await personOf('reviewer')];
  await machine.db.write((tx) => tx.update(people).set({ passwordHash: null }));
  const started = await startSession(machine.db, ada.id, now());
  session = storedSession(started.ok ? started.value : '');
});
afterAll(() => machine.close());

const context = (actor: Person) => ({ db: machine.db, actor, now: now(), network: 'a network', session });
const make = async (scopes: string[], person = rhea): Promise<{ id: string; key: string }> => {
  const made = await runOperation(context(ada), 'keys.create', { name: 'An archive', person: person.id, scopes });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value as { id: string; key: string };
};
const send = (path: string, key: string, body: object, headers: Record<string, string> = {}) =>
  api(path, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const article = (n: number) => ({ text: `Officials counted ${n} lanterns on the quay.`, outlet: 'The Lantern', newOutlet: true });

describe('A4: keys of programs', () => {
  it('act as their person, without an origin, and tell what is left of the minute', async () => {
    const { key } = await make(['articles']);
    const added = await send('articles', key, article(41));
    expect([added.status, (await added.json()).created]).toEqual([200, true]);
    expect(added.headers.get('ratelimit-policy')).toBe('"writes";q=600;w=60');
    const entries = (await machine.db.read.select().from(auditLog)).map(({ body }) => JSON.parse(body));
    expect(entries.findLast(({ action }) => action === 'articles.add')).toMatchObject({ actor: rhea.id });
  });

  it('are shown once: what is kept is a digest, and the answer is kept nowhere', async () => {
    const { key } = await make(['notes']);
    const rows = JSON.stringify(await machine.db.read.select().from(apiKeys));
    expect(rows).not.toContain(key);
    expect(JSON.stringify(await machine.db.read.select().from(auditLog))).not.toContain(key.slice(10));
    expect(key).toMatch(/^cck_[\w-]{43}$/);
    expect(rows).toContain(key.slice(0, 10));
  });

  it('do only what they were made for, and never what is for people alone', async () => {
    const { key } = await make([...SCOPE_NAMES], ada);
    const refused = async (path: string, body: object, sent = key) => {
      const response = await send(path, sent, body);
      return [response.status, (await response.json()).code];
    };
    for (const { id, path, who } of OPERATIONS) {
      if (who === 'owner' || scopeOf(id) !== null) continue;
      expect([id, ...(await refused(path.replace(/\{\w+\}/g, '000000000000'), {}))]).toEqual([id, 403, 'KeyScope']);
    }
    for (const begin of ['people.', 'keys.', 'webhooks.', 'settings.', 'account.', 'desk.', 'jobs.'])
      expect(OPERATIONS.filter(({ id }) => id.startsWith(begin) && scopeOf(id) !== null)).toEqual([]);
    const { key: narrow } = await make(['articles']);
    expect(await refused('queue/000000000000/flag', { flag: 'x' }, narrow)).toEqual([403, 'KeyScope']);
  });

  it('give at most the rights that their person has at that moment', async () => {
    const { key } = await make(['articles']);
    expect((await setRole(machine.db, { id: rhea.id, role: 'reader' }, OWNER, now())).ok).toBe(true);
    expect((await send('articles', key, article(42))).status).toBe(403);
    await setRole(machine.db, { id: rhea.id, role: 'reviewer' }, OWNER, now());
    expect((await send('articles', key, article(42))).status).toBe(200);
  });

  it('say when they were used last, and open nothing once they are revoked', async () => {
    const { id, key } = await make(['articles']);
    const line = async () => (await listKeys(machine.db.read)).find((one) => one.id === id)!;
    expect((await line()).usedAt).toBeNull();
    await send('articles', key, article(43));
    expect((await line()).usedAt).not.toBeNull();
    expect((await runOperation(context(ada), 'keys.revoke', { id })).ok).toBe(true);
    const refused = await send('articles', key, article(44));
    expect([refused.status, (await refused.json()).code]).toEqual([401, 'KeyUnknown']);
    expect((await send('articles', 'cck_made-up', article(44))).status).toBe(401);
  });

  it('are made by an administrator who just signed in, or types the password', async () => {
    const asked = { name: 'x', person: rhea.id, scopes: ['articles'] };
    expect(await runOperation(context(rhea), 'keys.create', asked)).toMatchObject({ ok: false, refusal: { code: 'Forbidden' } });
    const late = { ...context(ada), now: new Date(Date.now() + 11 * 60_000).toISOString() };
    expect(await runOperation(late, 'keys.create', asked)).toMatchObject({ ok: false, refusal: { code: 'SignInOld' } });
  });
});

describe('A6: what is sent twice under one key is done once', () => {
  const once = (name: string) => ({ 'idempotency-key': name });
  let key: string;
  let note: (text: string, headers?: Record<string, string>) => Promise<Response>;
  beforeAll(async () => {
    ({ key } = await make(['notes', 'cases']));
    const held = (await machine.db.read.query.cases.findMany())[0]!;
    note = (text, headers) => send(`cases/${held.id}/notes`, key, { text }, headers);
  });
  const written = async () => (await machine.db.read.select().from(notes)).length;

  it('answers the second time what it answered the first, and writes nothing', async () => {
    const before = await written();
    const first = await note('Ask the harbour.', once('note-number-1'));
    const again = await note('Ask the harbour.', once('note-number-1'));
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(await again.json()).toEqual(await first.json());
    expect(await written()).toBe(before + 1);
    await note('Ask the harbour.');
    expect(await written()).toBe(before + 2);
  });

  it('does one of several that come at once', async () => {
    const before = await written();
    const all = await Promise.all(Array.from({ length: 6 }, () => note('All at once.', once('note-number-2'))));
    expect(await written()).toBe(before + 1);
    for (const { status } of all) expect([200, 409]).toContain(status);
  });

  it('refuses the same key for something else, and a key that is none', async () => {
    const other = await note('Something else.', once('note-number-1'));
    expect([other.status, (await other.json()).code]).toEqual([422, 'SentOtherwise']);
    expect((await note('x', once('short'))).status).toBe(422);
  });

  it('lets what was refused be sent again', async () => {
    expect((await note('', once('note-number-3'))).status).toBe(422);
    expect((await machine.db.read.select().from(sentOnce)).filter((row) => row.key === 'note-number-3')).toEqual([]);
    expect((await note('Now with words.', once('note-number-4'))).status).toBe(200);
  });

  it('holds for a form by its hidden field', async () => {
    const before = await written();
    const held = (await machine.db.read.query.cases.findMany())[0]!;
    const form = () =>
      api(`cases/${held.id}/notes`, {
        method: 'POST',
        headers: { authorization: `Bearer ${key}` },
        body: new URLSearchParams({ text: 'Pressed twice.', _once: 'a-form-that-was-sent', _form: '/review' }),
      });
    expect([(await form()).status, (await form()).status]).toEqual([303, 303]);
    expect(await written()).toBe(before + 1);
  });
});
