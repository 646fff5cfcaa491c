import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { answerOperation } from '@/app/_shell/operation-route';
import { loadDraft } from '@/db/drafts';
import type { Person } from '@/db/people';
import { articles } from '@/db/schema';
import { seedPerson } from '../db/seeds';
import { type ServedRecord, servedRecord } from '../db/served-record';

/** Who asks, at the first look and at each later one. */
const world = vi.hoisted(() => ({ actors: [] as unknown[], asked: 0 }));
vi.mock('@/app/_shell/actor', () => ({
  currentActor: async () => world.actors[Math.min(world.asked++, world.actors.length - 1)],
  sessionId: async () => 'a-session',
}));

const SITE = 'https://check.example';
let record: ServedRecord;
let reviewer: Person;
let reader: Person;
beforeEach(async () => {
  vi.stubEnv('LOG_LEVEL', 'silent');
  record = await servedRecord();
  reviewer = await seedPerson(record.db, 'Rita');
  reader = { ...reviewer, role: 'reader' };
});
afterEach(async () => {
  await record.end();
  vi.unstubAllEnvs();
});

async function send(actors: Person[], path: string[], fields: Record<string, string>) {
  Object.assign(world, { actors, asked: 0 });
  const body = new URLSearchParams({ _form: '/review/intake', ...fields });
  const request = new Request(`${SITE}/api/v1/${path.join('/')}`, { method: 'POST', headers: { origin: SITE }, body });
  const answer = await answerOperation(request, path);
  return { status: answer.status, html: await answer.text() };
}

it.each([
  ['before the form was sent', () => [reader]],
  ['while it was on its way', () => [reviewer, reader]],
])('a role changed while working, %s: 403 in plain words, nothing is written, and what was typed is kept', async (_, actors) => {
  const text = 'Twelve boats sank off Marsh End on Monday, the harbour office said.';
  const { status, html } = await send(actors(), ['articles'], { text, outlet: 'Marsh Courier', newOutlet: 'on' });
  expect(status).toBe(403);
  expect(html).toContain('Your role does not allow this');
  expect(html).toContain('Ask an administrator for another role');
  expect(html).toContain('What you typed is kept as your draft');
  expect(await record.db.read.select().from(articles)).toEqual([]);
  expect(await loadDraft(record.db, reviewer.id, 'articles.add')).toMatchObject({
    fields: { text, outlet: 'Marsh Courier' },
    refusal: { code: 'Forbidden' },
  });
});

it('keeps nothing of a form without words, and no password of one with them', async () => {
  const { status, html } = await send([reader], ['people'], { email: 'x@desk.example', password: 'long enough now' });
  expect([status, html.includes('is kept')]).toEqual([403, false]);
  expect(await loadDraft(record.db, reviewer.id, 'people.add')).toBeNull();
});

it('what is open to everybody is answered to whoever is not signed in, too', async () => {
  Object.assign(world, { actors: [null], asked: 0 });
  const headers = { origin: SITE, 'content-type': 'application/json' };
  const ask = (body: object) =>
    answerOperation(new Request(`${SITE}/x`, { method: 'POST', headers, body: JSON.stringify(body) }), ['people', 'forgotten']);
  const answer = await ask({ email: 'nobody@desk.example' });
  expect([answer.status, await answer.json()]).toEqual([200, { asked: true }]);
  expect((await ask({ email: 'nobody@desk.example', role: 'admin' })).status).toBe(422);
});

it('and no more of it is read than such a form holds', async () => {
  Object.assign(world, { actors: [null], asked: 0 });
  const headers = { origin: SITE, 'content-type': 'application/json' };
  const body = JSON.stringify({ email: 'a'.repeat(20_000) });
  const answer = await answerOperation(new Request(`${SITE}/x`, { method: 'POST', headers, body }), ['people', 'forgotten']);
  expect([answer.status, (await answer.json()).code]).toEqual([413, 'BodyTooLarge']);
});
