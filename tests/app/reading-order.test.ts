import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BODY_LIMIT } from '@/app/_shell/body';
import { beginExchange } from '@/app/_shell/exchange';
import { answerOperation } from '@/app/_shell/operation-route';
import { signIn, signInByProvider } from '@/app/_shell/sign-in';
import type { Person } from '@/db/people';

/** Who asks, at the first and at each later question; and whether the browser holds a cookie of ours. */
const world = vi.hoisted(() => ({ actors: [] as unknown[], cookie: null as string | null, asked: 0 }));
vi.mock('@/app/_shell/actor', () => ({
  currentActor: async () => world.actors[Math.min(world.asked++, world.actors.length - 1)] ?? null,
  sessionId: async () => world.cookie,
}));
const callNextAuth = vi.hoisted(() => vi.fn(async () => ({ setCookies: [], location: null, body: null })));
vi.mock('@/app/_shell/next-auth-call', () => ({ callNextAuth }));

const ORIGIN = 'https://desk.example';
const FORM = 'application/x-www-form-urlencoded';
const PERSON = { id: 'b0b0b0b0b0', kind: 'person', role: 'reviewer', name: 'Ana' } as unknown as Person;

/** A body that says how much of it was asked for. */
function sending(type: string, text: string, headers: Record<string, string> = {}, path = '/api/v1/articles') {
  const bytes = new TextEncoder().encode(text);
  const told = { read: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (told.read >= bytes.length) return controller.close();
        const next = bytes.slice(told.read, told.read + 16_384);
        told.read += next.length;
        controller.enqueue(next);
      },
    },
    { highWaterMark: 0 },
  );
  const init = { method: 'POST', body, duplex: 'half', headers: { origin: ORIGIN, 'content-type': type, ...headers } };
  return { request: new Request(`${ORIGIN}${path}`, init as RequestInit), told };
}

const form = (characters: number): string =>
  new URLSearchParams({ _form: '/review/intake', text: 'ä'.repeat(characters / 6), title: 'T “1”' }).toString();

beforeEach(() => {
  Object.assign(world, { actors: [null], cookie: null, asked: 0 });
  callNextAuth.mockClear();
  vi.stubEnv('PUBLIC_URL', ORIGIN);
  vi.stubEnv('LOG_LEVEL', 'silent');
});
afterEach(() => vi.unstubAllEnvs());

describe('nothing is read', () => {
  it.each([
    ['of a stranger’s JSON', 401, {}, ['articles'], [null]],
    ['for an operation there is not', 404, {}, ['nothing'], [PERSON]],
    ['for an operation of the operator alone', 404, {}, ['articles', 'import-batch'], [PERSON]],
    ['of what comes from elsewhere', 403, { origin: 'https://elsewhere.example' }, ['articles'], [PERSON]],
    ['of what a role may not send', 403, {}, ['people'], [PERSON]],
  ])('%s', async (_, status, headers, path, actors) => {
    world.actors = actors;
    for (const type of ['application/json', ...(status === 401 ? [] : [FORM])]) {
      world.asked = 0;
      const { request, told } = sending(type, '{"text":"x"}', headers);
      expect((await answerOperation(request, path)).status).toBe(status);
      expect(told.read).toBe(0);
    }
  });
});

describe('the form of a writer whose session ended', () => {
  const kept = async (characters: number) => {
    const { request, told } = sending(FORM, form(characters));
    const answer = await answerOperation(request, ['articles']);
    return { status: answer.status, html: await answer.text(), read: told.read };
  };

  it('is kept in the page that asks for the password, up to the length of a long article', async () => {
    const { status, html } = await kept(200_000);
    expect(status).toBe(401);
    expect(html).toContain('Your session had ended.');
    expect(html).toContain('T “1”');
    expect(html).toContain('action="/sign-in?kept"');
  });

  it('is not read further than that, and its writer is told what to do', async () => {
    const { status, html, read } = await kept(3_000_000);
    expect(status).toBe(401);
    expect(read).toBeLessThan(300_000);
    expect(html).toContain('could not be kept in this page');
    expect(html).toContain('Sign in in another window');
    expect(html).not.toContain('name="resume"');
  });

  it('is kept whole where a cookie of ours tells a writer from a stranger', async () => {
    world.cookie = 'a-session-that-ended';
    const { html } = await kept(3_000_000);
    expect(html).toContain('ä'.repeat(500_000));
  });

  it('is kept as well when the session ends while it is on its way', async () => {
    world.actors = [PERSON, null];
    const { status, html } = await kept(1000);
    expect([status, html.includes('Your session had ended.')]).toEqual([401, true]);
  });
});

describe('signing in', () => {
  const json = 'application/json';
  const attempt = async (type: string, text: string, path = '/sign-in') => {
    const { request, told } = sending(type, text, {}, path);
    const answer = await signIn(request, beginExchange(request));
    return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text(), read: told.read };
  };

  it.each(['null', '[]', '[{"email":"a@b.example"}]', '"x"', '5', 'true'])('%s is no form', async (body) => {
    expect(await attempt(json, body)).toMatchObject({ status: 400, type: 'application/problem+json' });
    expect(callNextAuth).not.toHaveBeenCalled();
  });

  it.each([
    '{"email":{"$ne":1},"password":"x"}',
    '{"email":["a@b.example"],"password":"x"}',
    '{"email":"a@b.example","password":{"toString":1}}',
    '{"email":"a@b.example","password":"x","next":{"toString":null}}',
    '{"__proto__":{"email":"a"}}',
  ])('%s holds something that is no text', async (body) => {
    const answer = await attempt(json, body);
    expect(answer).toMatchObject({ status: 422, type: 'application/problem+json' });
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'InvalidField', next: 'Send each field as text.' });
    expect(callNextAuth).not.toHaveBeenCalled();
  });

  it('takes 16 KiB, and no more is read', async () => {
    expect(await attempt(FORM, `email=a&password=${'x'.repeat(10_000)}`)).toMatchObject({ status: 401 });
    for (const path of ['/sign-in', '/sign-in?next=/review']) {
      const answer = await attempt(FORM, `email=a&password=${'x'.repeat(2_000_000)}`, path);
      expect(answer).toMatchObject({ status: 413 });
      expect(answer.text).toContain('larger than 16 KiB');
      expect(answer.read).toBeLessThan(50_000);
    }
    const { request } = sending(FORM, `next=${'x'.repeat(20_000)}`, {}, '/sign-in/oidc');
    expect((await signInByProvider(request, beginExchange(request))).status).toBe(413);
  });

  it('takes the kept form back as well, whole, and what is longer than could have been kept is not read', async () => {
    const { request } = sending(FORM, form(200_000));
    const page = await (await answerOperation(request, ['articles'])).text();
    const resume = page
      .match(/name="resume" value="([^"]*)"/)![1]!
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    const wrong = await attempt(FORM, new URLSearchParams({ email: 'a', password: 'b', resume }).toString(), '/sign-in?kept');
    expect(wrong.status).toBe(401);
    expect(wrong.text).toContain('ä'.repeat(33_000));
    const flood = await attempt(FORM, `resume=${'x'.repeat(BODY_LIMIT)}`, '/sign-in?kept');
    expect(flood.status).toBe(413);
    expect(flood.read).toBeLessThan(BODY_LIMIT / 4);
  });
});
