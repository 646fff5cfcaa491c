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

describe('the page of a search', () => {
  it('groups what it finds and marks the words in it', async () => {
    const document = await page('/search?q=countries+aid');
    const headings = [...document.querySelectorAll('h2')].map(({ textContent }) => textContent);
    expect(headings).toEqual(expect.arrayContaining(['Questions', 'Cases', 'Claims']));
    expect([...document.querySelectorAll('mark')].some(({ textContent }) => textContent?.includes('countries'))).toBe(true);
  });

  it('says what a mistyped word was taken for', async () => {
    const status = (await page('/search?q=countreis')).querySelector('[role=status]')?.textContent;
    expect(status).toContain('Nothing holds “countreis”: it was taken for “countries”.');
  });

  it('reads a range in its fields as in words', async () => {
    const idsAt = async (path: string) =>
      ((await (await ask(path)).json()) as { claims: { id: string }[] }).claims.map(({ id }) => id).sort();
    const told = await idsAt('/search.json?q=82-84+countries');
    expect(told.length).toBeGreaterThan(0);
    expect(await idsAt('/search.json?min=82&max=84&unit=countries')).toEqual(told);
  });

  it.each(['"', 'NEAR(', '*', 'a AND', '-', 'x:y', '%00', '<script>', 'DROP TABLE'])('takes %j as words', async (typed) => {
    expect((await ask(`/search?q=${encodeURIComponent(typed)}`)).status).toBe(200);
  });
});

describe('a search that is narrowed', () => {
  it('finds what meets the filters alone, on the page, in its twins and in its feed', async () => {
    interface Lines {
      measures: { id: string; status: string }[];
      claims: { id: string; source: { id: string } | null }[];
    }
    const found = async (query: string) => (await (await ask(`/search.json?${query}`)).json()) as Lines;
    const all = await found('q=people');
    const source = all.claims.find((claim) => claim.source)?.source?.id;
    const ofSource = await found(`q=people&source=${source}`);
    expect(ofSource.claims.length).toBeGreaterThan(0);
    expect(new Set(ofSource.claims.map((claim) => claim.source?.id))).toEqual(new Set([source]));
    const open = await found('q=people&state=open');
    expect(open.measures.length).toBeGreaterThan(0);
    expect(new Set(open.measures.map(({ status }) => status))).toEqual(new Set(['open']));
    expect(await json(`search?q=people&state=open`)).toEqual(open);
    expect((await found('q=people&from=1990&to=1991')).claims).toEqual([]);
    const chips = [...(await page(`/search?q=people&state=open`)).querySelectorAll('.chips a')];
    expect(chips.map((chip) => chip.getAttribute('href'))).toEqual(['/search?q=people']);
  });

  it.each(['/search?q=x&state=odd', '/search.json?q=x&from=soon', '/search.atom?q=x&verdict=true', '/search.csv?q=x&reason=none'])(
    'tells %s which values there are',
    async (path) => expect((await ask(path)).status).toBe(422),
  );
});

describe('the twins of a search', () => {
  it('find what the page and the API find', async () => {
    const [twin, told] = [await (await ask('/search.json?q=83+countries')).json(), await json('search?q=83+countries')];
    expect(twin).toEqual(told);
    const document = await page('/search?q=83+countries');
    for (const { id } of (twin as { claims: { id: string }[] }).claims)
      expect(document.querySelector(`a[href="/claims/${id}"]`), id).not.toBeNull();
    expect([...document.querySelectorAll('link[rel=alternate]')].map((link) => link.getAttribute('href'))).toEqual(
      expect.arrayContaining(['/search.atom?q=83+countries', '/search.json?q=83+countries', '/search.csv?q=83+countries']),
    );
  });

  it('U6: every search is a feed of what happened to that which it finds', async () => {
    const feed = parseAtomFeed(await (await ask('/search.atom?q=83+countries')).text());
    expect(feed.entries?.length).toBeGreaterThan(0);
    expect(new Set(feed.entries?.map(({ id }) => id)).size).toBe(feed.entries?.length);
    const nothing = parseAtomFeed(await (await ask('/search.atom?q=zirconium')).text());
    expect(nothing.entries ?? []).toEqual([]);
  });

  it('give its claims as rows in the columns of a measure', async () => {
    const lines = (await (await ask('/search.csv?q=83+countries')).text()).split('\r\n');
    const { claims } = await json('search?q=83+countries');
    expect(lines[0]).toMatch(/^claim,measure,figure,/);
    for (const { id } of claims)
      expect(
        lines.some((line) => line.startsWith(`${id},`)),
        id,
      ).toBe(true);
  });
});
