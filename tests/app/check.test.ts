import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookupAt } from '@/db/lookups';
import { auditLog } from '@/db/schema';
import { call } from '../bin/command';
import { api, type Machine, openMachine } from './machine';

let machine: Machine;
beforeAll(async () => {
  machine = await openMachine();
});
afterAll(() => machine.close());

interface Checked {
  figures: {
    text: string;
    start: number;
    end: number;
    sentence: string;
    word: string;
    onRecord: string;
    explanation: string | null;
    measure: { id: string } | null;
    case: string | null;
    asOf: string[];
    agreeing: { url: string; quote: string }[];
    differing: { url: string; quote: string }[];
  }[];
  passedOver: { text: string; why: string }[];
}

const TYPE = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Record<string, string> = TYPE) =>
  api('check', { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) });
const check = async (body: object): Promise<Checked> => {
  const response = await post(body);
  expect(response.status).toBe(200);
  const told = await response.json();
  const { output } = lookupAt('check')!.lookup;
  expect(output.safeParse(told)).toEqual({ success: true, data: told });
  return told as Checked;
};
const page = async (init: RequestInit | string) => {
  const route = await import('@/app/(public)/check/route');
  const url = `http://localhost:3000/check${typeof init === 'string' ? init : ''}`;
  return (typeof init === 'string' ? route.GET : route.POST)(new Request(url, typeof init === 'string' ? {} : init));
};
const form = (fields: Record<string, string>) => page({ method: 'POST', body: new URLSearchParams(fields) });

const AID = 'China has sent emergency assistance to 83 countries and international organizations.';

describe('A8, N11: a text that is checked', () => {
  it('tells of each number what is on record, with quotes, days and the case', async () => {
    const { figures, passedOver } = await check({ text: `In 2019 nobody counted. ${AID} A man saw 4117 lanterns.` });
    expect(figures.map(({ text }) => text)).toEqual(['83 countries and international organizations', '4117 lanterns']);
    const [aid, lanterns] = figures as [Checked['figures'][0], Checked['figures'][0]];
    expect(aid.sentence).toBe(AID);
    expect(aid.measure).not.toBeNull();
    expect(aid.agreeing.map(({ quote }) => quote).join()).toContain('83');
    expect(aid.agreeing.length).toBeGreaterThan(0);
    expect(aid.asOf).toContain('2020-03-26');
    expect(aid.case).toMatch(/\/cases\//);
    for (const { url } of [...aid.agreeing, ...aid.differing]) expect(url).toMatch(/\/claims\/[0-9a-z]{12}$/);
    expect(lanterns).toMatchObject({ word: 'unknown', measure: null, agreeing: [], differing: [], case: null });
    expect(passedOver).toContainEqual(expect.objectContaining({ text: '2019', why: 'it is a year' }));
  });

  it('says that it differs where the figures cannot both stand, and lets a ruling decide', async () => {
    const { figures } = await check({
      text: 'China has sent emergency assistance to 70 countries and international organizations.',
      publishedAt: '2020-03-26',
    });
    expect(figures[0]).toMatchObject({ word: 'differ' });
    expect(figures[0]!.explanation).toMatch(/70/);
    const all = await (await api('cases')).json();
    const settled = all.data.find(
      ({ status, positions }: { status: string; positions: { accepted: boolean }[] }) =>
        status === 'settled' && positions.some(({ accepted }) => accepted),
    );
    const whole = await (await api(`cases/${settled.id}`)).json();
    const position = (accepted: boolean) => whole.positions.find((one: { accepted: boolean }) => one.accepted === accepted);
    const claimOf = (one: { claims: string[] }) => whole.claims.find(({ id }: { id: string }) => one.claims.includes(id));
    for (const [accepted, word] of [
      [true, 'agree'],
      [false, 'differ'],
    ] as const) {
      const claim = claimOf(position(accepted));
      const told = await check({ text: claim.quote, publishedAt: claim.published });
      expect([accepted, told.figures.find(({ text }) => text === claim.figure.text)?.word]).toEqual([accepted, word]);
    }
  });

  it('checks a public article by its public claims, beside those of others', async () => {
    const { data } = await (await api('claims')).json();
    const { figures } = await check({ article: data[0].article });
    expect(figures.length).toBeGreaterThan(0);
    const own = new Set(
      data.filter(({ article }: { article: string }) => article === data[0].article).map(({ url }: { url: string }) => url),
    );
    expect(figures.flatMap(({ agreeing, differing }) => [...agreeing, ...differing]).filter(({ url }) => own.has(url))).toEqual([]);
    expect((await post({ article: '000000000000' })).status).toBe(404);
  });

  it('stores nothing and keeps no cache of it', async () => {
    const facts = async () => (await machine.db.read.select().from(auditLog)).length;
    const before = await facts();
    const response = await post({ text: AID });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('ratelimit-policy')).toContain('"checks"');
    expect(await facts()).toBe(before);
  });

  it.each([
    [{}, 422, 'InvalidField'],
    [{ text: ' ' }, 422, 'EmptyText'],
    [{ text: 'x'.repeat(20_001) }, 422, 'TextTooLong'],
    [{ text: AID, article: '000000000000' }, 422, 'InvalidField'],
    [{ text: AID, more: '1' }, 422, 'UnknownField'],
    ['[]', 400, 'InvalidInput'],
    ['{', 400, 'InvalidJson'],
  ])('refuses %.40j', async (body, status, code) => {
    const response = await post(body);
    expect([response.status, (await response.json()).code]).toEqual([status, code]);
  });

  it('answers one thing through the address, the form, the page and the command (A9)', async () => {
    const told = await check({ text: AID });
    const command = await call(['check', AID, '--db', process.env.DATABASE_URL as string]);
    expect([command.code, JSON.parse(command.out)]).toEqual([0, told]);
    const byForm = parseHTML(await (await form({ text: AID })).text()).document;
    const byAddress = parseHTML(await (await page(`?${new URLSearchParams({ text: AID })}`)).text()).document;
    for (const document of [byForm, byAddress]) {
      const [figure] = [...document.querySelectorAll('.checked > li')];
      expect(figure!.querySelector('.verdict')!.getAttribute('data-word')).toBe(told.figures[0]!.word);
      const links = [...figure!.querySelectorAll('a[href^="/claims/"]')].map((a) => a.getAttribute('href'));
      expect(links).toEqual([...told.figures[0]!.agreeing, ...told.figures[0]!.differing].map(({ url }) => new URL(url).pathname));
    }
  });

  it('shows hostile words as words, keeps what was too long, and sends no script', async () => {
    const hostile = '<script>alert(1)</script> said 83 countries.';
    const response = await form({ text: hostile });
    const html = await response.text();
    expect(html).not.toContain('<script>');
    expect(html).toContain(hostile.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    const long = await form({ text: `${'word '.repeat(4100)}` });
    expect(long.status).toBe(422);
    const { document } = parseHTML(await long.text());
    expect(document.querySelector('[role=alert]')!.textContent).toContain('part by part');
    expect(document.querySelector('textarea')!.textContent.length).toBe(20_500);
    expect((await page(`?text=${'x'.repeat(2001)}`)).status).toBe(414);
    expect((await page('')).status).toBe(200);
  });
});

describe('A9: what is public through the command', () => {
  it.each(['measures', 'claims', 'cases', 'sources', 'speakers', 'topics', 'places', 'status', 'search'])(
    'shows %s as the address does',
    async (path) => {
      const query = path === 'search' ? ['q=83 countries'] : [];
      const response = await api(`${path}${query.length > 0 ? `?${new URLSearchParams({ q: '83 countries' })}` : ''}`);
      const command = await call(['show', path, ...query, '--db', process.env.DATABASE_URL as string]);
      expect([command.code, JSON.parse(command.out)]).toEqual([0, await response.json()]);
    },
  );

  it('refuses in words what it does not know', async () => {
    const db = ['--db', process.env.DATABASE_URL as string];
    expect(await call(['show', 'nothing', ...db])).toMatchObject({ code: 2 });
    expect(await call(['show', 'measures/000000000000', ...db])).toMatchObject({
      code: 1,
      err: expect.stringContaining('[MeasureUnknown]'),
    });
  });
});
