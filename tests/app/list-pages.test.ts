import { parseAtomFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { json, type Machine, openMachine } from './machine';
import { ask } from './public-routes';

let machine: Machine;
beforeAll(async () => {
  machine = await openMachine();
});
afterAll(() => machine.close());

const page = async (path: string) => parseHTML(await (await ask(path)).text()).document;
const said = async (path: string, selector = 'main') =>
  ((await page(path)).querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
const LISTS = ['/measures', '/cases', '/claims', '/conflicts', '/topics', '/places', '/sources', '/speakers'];

describe('the lists of the public', () => {
  it.each(LISTS)('%s tells a page number and a forged cursor what is wrong and what to do', async (path) => {
    for (const asked of ['page=2', 'after=2', 'after=bm9uZS4xMjM', 'after=%00', `after=${'x'.repeat(5000)}`]) {
      const answer = await ask(`${path}?${asked}`);
      expect(answer.status, asked).toBe(422);
      expect(await answer.text()).toContain(`Begin at ${path}`);
    }
    expect(await said(`${path}?page=2`)).toContain('Lists have no page numbers.');
  });

  it('take the cursor of one list in no other, nor where it is narrowed otherwise', async () => {
    const next = (await page('/claims')).querySelector('a[rel=next]')?.getAttribute('href');
    expect(next).toMatch(/^\/claims\?after=/);
    expect((await ask(next as string)).status).toBe(200);
    const after = next?.split('after=')[1];
    for (const path of [`/measures?after=${after}`, `/claims?sort=as-of&after=${after}`]) expect((await ask(path)).status, path).toBe(422);
  });

  it('say which values a filter can have', async () => {
    for (const path of [
      '/measures?state=closed',
      '/cases?kind=odd',
      '/claims?from=yesterday',
      '/measures?sort=size',
      '/claims?verdict=true',
    ])
      expect((await ask(path)).status, path).toBe(422);
    expect(await said('/measures?state=closed')).toContain('It is one of: open, settled,');
  });

  it('are sorted by links in their heads, and say how', async () => {
    const heads = [...(await page('/measures')).querySelectorAll('th[scope=col]')];
    expect(heads.map((head) => head.getAttribute('aria-sort'))).toEqual(['ascending', null, null, null]);
    const links = heads.flatMap((head) => head.querySelector('a')?.getAttribute('href') ?? []);
    expect(links).toEqual(['/measures?sort=change', '/measures?sort=claims']);
    const counts = [...(await page('/measures?sort=claims')).querySelectorAll('td[data-label=Claims]')].map((cell) =>
      Number.parseInt(cell.textContent ?? '', 10),
    );
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(await said('/measures?sort=claims', 'caption')).toMatch(/^\d+ measures, the one with most claims first$/);
  });

  it('are narrowed by chips that take themselves away', async () => {
    const document = await page('/cases?state=settled&kind=contradiction');
    const chips = [...document.querySelectorAll('.chips a')];
    expect(chips.map((chip) => chip.getAttribute('href'))).toEqual(['/cases?kind=contradiction', '/cases?state=settled']);
    expect(chips[0]?.textContent).toContain('Standing: Settled');
    const all = await json('cases');
    const settled = all.data.filter((one) => (one as unknown as { status: string }).status === 'settled').map(({ id }) => id);
    expect((await json('cases?state=settled')).data.map(({ id }) => id).sort()).toEqual(settled.sort());
  });

  it('narrow claims by verdict, source, speaker and day as the claims themselves say', async () => {
    interface Line {
      id: string;
      asOf: string | null;
      source: { id: string } | null;
    }
    const claims = async (query: string) => (await json(`claims?${query}`)).data as unknown as Line[];
    const everything: Line[] = [];
    for (let after = ''; ; ) {
      const { data, next } = await json(`claims${after}`);
      everything.push(...(data as unknown as Line[]));
      if (next === null) break;
      after = `?after=${next}`;
    }
    const source = everything.find((one) => one.source)?.source?.id;
    const idsOf = (lines: Line[]) => lines.map(({ id }) => id).sort();
    expect(idsOf(await claims(`source=${source}`))).toEqual(idsOf(everything.filter((one) => one.source?.id === source)));
    const march = everything.filter(({ asOf }) => asOf !== null && asOf >= '2020-03-10' && asOf <= '2020-03-20');
    expect(idsOf(await claims('from=2020-03-10&to=2020-03-20'))).toEqual(idsOf(march));
    const [ruled] = await claims('verdict=contradicted');
    expect(await json(`claims/${ruled?.id}`)).toMatchObject({ verdict: 'contradicted' });
    expect(idsOf(await claims(`source=${source}&from=2020-03-10&to=2020-03-20`))).toEqual(
      idsOf(march.filter((one) => one.source?.id === source)),
    );
  });

  it('Q6: say what each filter finds by itself where nothing meets them all', async () => {
    const words = await said('/measures?state=withdrawn&place=cn', '.empty');
    expect(words).toContain('Nothing on record meets all of what this list is narrowed by.');
    expect(words).toContain('By itself, “Place: China” finds 2 measures.');
    expect((await page('/measures?state=withdrawn&place=cn')).querySelector('.empty a')?.getAttribute('href')).toBe('/measures');
  });
});

describe('conflicts', () => {
  it('stand on the page of their case, and each address leads there for now', async () => {
    const [link] = (await page('/conflicts')).querySelectorAll('a[href^="/conflicts/"]');
    const answer = await ask(link?.getAttribute('href') as string);
    expect(answer.status).toBe(307);
    const [path, anchor] = (answer.headers.get('location') as string).split('#') as [string, string];
    expect((await page(path)).getElementById(anchor)).not.toBeNull();
    expect((await ask('/conflicts/3skcm703z8fm-3skcm703z8fn')).status).toBe(404);
    expect((await ask('/conflicts/2')).status).toBe(404);
  });
});

describe('topics and places', () => {
  it('a place goes by the two letters of its country, else by its name, and its twins honour it', async () => {
    const lines = (await json('places')).data as unknown as { id: string; name: string; url: string; measures: number }[];
    expect(lines.find(({ name }) => name === 'China')).toMatchObject({ id: 'cn', url: 'https://check.example/places/cn' });
    for (const { id, name, measures } of lines) {
      const document = await page(`/places/${id}`);
      expect(document.querySelector('h1')?.textContent).toBe(name);
      expect((await json(`measures?place=${id}`)).data).toHaveLength(measures);
      expect(parseAtomFeed(await (await ask(`/places/${id}.atom`)).text()).entries?.length).toBeGreaterThan(0);
      expect(await (await ask(`/places/${id}.json`)).json()).toMatchObject({ id, measures });
      expect((await (await ask(`/places/${id}.csv`)).text()).split('\r\n').length).toBeGreaterThan(2);
    }
  });

  it('what is no topic or place is told so', async () => {
    for (const path of ['/places/zz', '/topics/none', '/places/cn.zip', '/places/%E0%A4', '/topics/%00'])
      expect((await ask(path).catch(() => new Response(null, { status: 404 }))).status, path).toBe(404);
    expect(await said('/topics', '.empty')).toContain('A topic appears here');
  });
});
