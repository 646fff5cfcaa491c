import { Validator } from '@seriousme/openapi-schema-validator';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spend } from '@/app/_shell/rate-limit';
import { LOOKUPS } from '@/db/lookups';
import { openApi } from '@/db/openapi';
import { OPERATIONS, runOperation } from '@/db/operations';
import { CODES } from '@/lib/publication';
import { minutesLater } from '../db/world';
import { filesIn } from '../laws/house';
import { api, json, type Machine, openMachine, SITE, type Told } from './machine';
import { ask } from './public-routes';

let machine: Machine;
const site = { url: SITE, name: 'Countercheck' };

beforeAll(async () => {
  machine = await openMachine();
});
afterAll(() => machine.close());

/** Every part of a list, by following `next`. */
async function whole(path: string): Promise<Told[]> {
  const found: Told[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const part: Told = await json(`${path}${after === '' ? '' : `?after=${after}`}`);
    found.push(...part.data);
    after = part.next;
  }
  return found;
}

const problem = async (path: string, init?: RequestInit) => {
  const response = await api(path, init);
  expect(response.headers.get('content-type'), path).toBe('application/problem+json');
  return { ...((await response.json()) as Told & { next: string }), status: response.status, response };
};

describe('what can be read', () => {
  it('answers as it is declared to, for whatever the demo holds', async () => {
    const [held] = (await json('cases')).data as (Told & { measure: Told })[];
    const ids: Record<string, string> = {
      measures: held!.measure.id,
      claims: (await json('claims')).data[0]!.id,
      cases: held!.id,
      sources: (await json('sources')).data[0]!.id,
      speakers: (await json('speakers')).data[0]!.id,
    };
    const claim = (await json(`claims/${ids.claims}`)) as Told & { article: Told };
    ids.articles = claim.article.id;
    for (const { id, path, output, sample } of LOOKUPS.filter(({ by }) => by === 'GET')) {
      const query = new URLSearchParams(sample).toString();
      const asked = `${path.replace('{id}', ids[path.split('/')[0]!] ?? '')}${query && `?${query}`}`;
      const response = await api(asked);
      expect([id, response.status]).toEqual([id, 200]);
      const told = await response.json();
      expect([id, output.safeParse(told)]).toEqual([id, { success: true, data: told }]);
      if (Array.isArray(told.data) && !['topics.list', 'places.list', 'changes'].includes(id))
        expect(told.data.length, id).toBeGreaterThan(0);
    }
  });

  it('A2: lists go on by an opaque cursor and a Link, each thing once', async () => {
    const claims = await whole('claims');
    const { claims: many } = (await json('status')) as unknown as { claims: number };
    expect([claims.length, new Set(claims.map(({ id }) => id)).size]).toEqual([many, many]);
    expect(claims.length).toBeGreaterThan(50);
    const first = await api('claims');
    const { next } = (await first.json()) as Told;
    expect(first.headers.get('link')).toBe(`<${SITE}/api/v1/claims?after=${next}>; rel="next"`);
    expect(next).not.toContain(claims[0]!.id);
    const measures = await whole('measures');
    const titles = measures.map((one) => (one as unknown as { title: string }).title);
    expect(titles).toEqual([...titles].sort());
  });

  it('gives the claims of a measure as its page has them, and its figures by day', async () => {
    const { data } = await json('measures');
    for (const { id } of data.slice(0, 5)) {
      const measure = await json(`measures/${id}`);
      expect(await whole(`measures/${id}/claims`)).toEqual(measure.claims);
      const days = ((await json(`measures/${id}/series`)).data as unknown as { asOf: string }[]).map(({ asOf }) => asOf);
      expect(days).toEqual([...days].sort());
    }
  });

  it('N6: as it is known now, a measure is what it is today, to the order of its sums', async () => {
    const known = '2030-01-01';
    for (const { id } of await whole('measures')) {
      const [today, then] = [await json(`measures/${id}`), await json(`measures/${id}?known=${known}`)];
      expect({ ...then, asked: null }).toEqual({ ...today, asked: null });
    }
  });

  it('shows nothing that nobody accepted', async () => {
    const anna = machine.cast.find(({ role }) => role === 'reviewer')!;
    const person = (await machine.db.read.query.people.findFirst({ where: (one, { eq }) => eq(one.email, anna.email) }))!;
    const text = 'Rosa Lind said that 4117 lanterns hung over the square.';
    const article = { text, outlet: 'The Lantern', newOutlet: true, title: 'Lanterns' };
    const context = { db: machine.db, actor: { ...person, kind: 'person' as const }, now: minutesLater(60) };
    expect((await runOperation(context, 'articles.add', article)).ok).toBe(true);
    const rows = await machine.db.read.query.claims.findMany();
    const hidden = rows.filter(({ status }) => status !== 'accepted').map(({ id }) => id);
    expect(hidden.length).toBeGreaterThan(0);
    for (const id of hidden) expect([404, 410]).toContain((await api(`claims/${id}`)).status);
    const shown = new Set((await whole('claims')).map(({ id }) => id));
    expect(hidden.filter((id) => shown.has(id))).toEqual([]);
    expect(await json('search?q=lanterns')).toEqual({
      ...{ names: [], measures: [], cases: [], claims: [], articles: [] },
      mended: [{ typed: 'lanterns', meant: null }],
    });
  });
});

describe('A2: manners', () => {
  it('is revalidated by ETag, dated, and open to every site', async () => {
    const first = await api('measures');
    const etag = first.headers.get('etag')!;
    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    expect(Date.parse(first.headers.get('last-modified')!)).toBeGreaterThan(0);
    const again = await api('measures', { headers: { 'if-none-match': etag } });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    expect(await (await api('measures')).text()).toBe(await first.text());
    const options = await api('measures', { method: 'OPTIONS' });
    expect([options.status, options.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });

  it('A4: tells what is left of the minute, and refuses what is above it', async () => {
    const { headers } = await api('status');
    expect(headers.get('ratelimit-policy')).toBe('"reads";q=3000;w=60');
    expect(headers.get('ratelimit')).toMatch(/^"reads";r=\d+;t=\d+$/);
    const asked = Array.from({ length: 61 }, () => spend('checks', 'somebody', 1000));
    expect(asked.map(({ refusal }) => refusal?.code ?? null).slice(-2)).toEqual([null, 'RateLimited']);
    expect(asked.at(-1)!.refusal!.details).toEqual({ retryAfter: 60 });
    expect(spend('checks', 'somebody else', 1000).refusal).toBeNull();
    expect(spend('checks', 'somebody', 1060).refusal).toBeNull();
  });

  const REFUSED: [path: string, init: RequestInit, status: number, code: string, next: RegExp][] = [
    ['nothing', {}, 404, 'NotFound', /developers\/reference/],
    ['measures/0000000000', {}, 404, 'MeasureUnknown', /measures/],
    ['measures/x', {}, 404, 'NotFound', /lists/],
    ['measures?page=2', {}, 422, 'UnknownField', /sent as "after"/],
    ['measures?after=2', {}, 422, 'CursorUnknown', /Begin without "after"/],
    ['measures?after=Zm9yZ2VkLnNlYWw', {}, 422, 'CursorUnknown', /follow "next"/],
    ['search', {}, 422, 'InvalidField', /"q"/],
    ['measures', { headers: { accept: 'text/html' } }, 406, 'NotAcceptable', /application\/json/],
    [`search?q=${'x'.repeat(1_000_000)}`, {}, 414, 'AddressTooLong', /POST/],
    ['articles', {}, 405, 'MethodNotAllowed', /POST/],
    ['measures', { method: 'POST' }, 405, 'MethodNotAllowed', /GET/],
    ['measures', { method: 'DELETE' }, 405, 'MethodNotAllowed', /GET/],
  ];
  it.each(REFUSED)('refuses %.40s with cause and next step', async (path, init, status, code, next) => {
    const told = await problem(path, init);
    expect([told.status, told.code]).toEqual([status, code]);
    expect(told.next).toMatch(next);
    expect(told.detail.length).toBeGreaterThan(10);
    expect(told.requestId).toMatch(/^[0-9a-f-]{36}$/);
    if (status === 405) expect(told.response.headers.get('allow')).toBeTruthy();
  });

  it('takes the cursor of one list for no other', async () => {
    const { next } = await json('claims');
    expect((await problem(`measures?after=${next}`)).code).toBe('CursorUnknown');
  });
});

describe('A3: the codes of refusals', () => {
  it('each type leads to a page with a cause and a next step (Q10)', async () => {
    const { type, code } = await problem('nothing');
    expect(type).toBe(`${SITE}/docs/errors/${code}`);
    for (const one of CODES) {
      expect(one.cause, one.code).toMatch(/^.{10,}[.]$/);
      expect(one.next, one.code).toMatch(/^.{5,}[.]$/);
      const response = await ask(`/docs/errors/${one.code}`);
      expect([one.code, response.status]).toEqual([one.code, 200]);
      const { document } = parseHTML(await response.text());
      expect(document.querySelector('.lede')!.textContent).toBe(one.cause);
    }
    expect((await ask('/docs/errors/Nonsense')).status).toBe(404);
  });

  it('are all of those that the code gives, and no other', () => {
    const given = new Set(
      filesIn('app', 'db', 'lib').flatMap(({ path, code }) =>
        path.startsWith('lib/publication/codes')
          ? []
          : [
              ...code.matchAll(/\b(?:refuse|refusal)\(\s*\d{3},\s*'(\w+)'/g),
              ...code.matchAll(/\bcode: '([A-Z][a-z]+\w*)'/g),
              ...code.matchAll(/\b(?:fault|at|wrong)\(\s*'([A-Z][a-z]+[A-Z]\w*)'/g),
            ].map((match) => match[1]!),
      ),
    );
    const known = CODES.map(({ code }) => code);
    // A letter that could not be sent, and a step of signing in, are words for the log and the door alone.
    expect([...given].filter((code) => !known.includes(code) && !['MailNotSent', 'SignInRefused'].includes(code))).toEqual([]);
    const everything = filesIn('app', 'db', 'lib').filter(({ path }) => !path.startsWith('lib/publication/codes'));
    expect(known.filter((code) => !everything.some((file) => file.code.includes(`'${code}'`)))).toEqual([]);
  });
});

describe('A1: the document', () => {
  it('is OpenAPI 3.1 for everything that can be read and done, and an independent reader takes it', async () => {
    const api = openApi(site);
    const result = await new Validator().validate(JSON.parse(JSON.stringify(api)));
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(api.openapi).toBe('3.1.0');
    const described = Object.values(api.paths).flatMap(({ get, post }) => [get, post].flatMap((one) => one?.operationId ?? []));
    const declared = [...LOOKUPS, ...OPERATIONS.filter(({ who }) => who !== 'owner')].map(({ id }) => id);
    expect(described.sort()).toEqual(declared.sort());
    expect(new Set(described).size).toBe(described.length);
  });

  it('names each part of an address, and says what every answer holds', () => {
    for (const [path, { get, post }] of Object.entries(openApi(site).paths)) {
      for (const one of [get, post]) {
        if (!one) continue;
        const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
        expect([path, one.parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)]).toEqual([path, named]);
        expect(JSON.stringify(one.responses), path).toContain('"type":"object"');
        expect(one.summary).toMatch(/^[A-Z].*[^.]$/);
      }
    }
  });

  it('is served, and the reference page is made from it, with samples and no script', async () => {
    const { GET } = await import('@/app/api/openapi.json/route');
    const served = await GET(new Request('http://localhost:3000/api/openapi.json'), { params: Promise.resolve({}) });
    expect([served.status, served.headers.get('content-type'), served.headers.get('access-control-allow-origin')]).toEqual([
      ...[200, 'application/json', '*'],
    ]);
    const { document } = parseHTML(await (await ask('/developers/reference')).text());
    for (const { id } of LOOKUPS) {
      const samples = [...document.getElementById(id)!.querySelectorAll('.sample')].map((one) => one.getAttribute('aria-label')!);
      expect(samples.map((label) => label.split(':')[0])).toEqual(['curl', 'JavaScript', 'Python']);
    }
    expect(document.querySelectorAll('script')).toHaveLength(0);
  });
});
