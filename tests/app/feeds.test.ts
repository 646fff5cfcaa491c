import { extractFromJson, extractFromXml } from '@extractus/feed-extractor';
import { XMLParser } from 'fast-xml-parser';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { twinsOf } from '@/lib/publication';
import { ask } from './public-routes';
import { MARKUP, SECRET, type TwinWorld, twinWorld } from './twin-world';

let w: TwinWorld;
beforeAll(async () => {
  w = await twinWorld();
});
afterAll(() => w.end());

interface Told {
  title?: string;
  link?: string;
  entries?: { id: string; title?: string; link?: string; description?: string; published?: string }[];
}

/** Read by a library that has nothing to do with the one that wrote it. */
async function read(path: string): Promise<Told & { type: string }> {
  const response = await ask(path);
  expect(response.status, path).toBe(200);
  expect(response.headers.get('access-control-allow-origin'), path).toBe('*');
  const body = await response.text();
  for (const word of SECRET) expect(body, path).not.toContain(word);
  const type = response.headers.get('content-type')!;
  // The library knows a feed by its entries.
  if (type.includes('xml') && !/<(?:entry|item)>/.test(body)) {
    const root = new XMLParser().parse(body) as { feed?: object; rss?: object };
    expect(root.feed ?? root.rss, path).toBeDefined();
    return { type, entries: [] };
  }
  const whole = { descriptionMaxLen: 0, normalization: true };
  return { type, ...((type.includes('json') ? extractFromJson(JSON.parse(body), whole) : extractFromXml(body, whole)) as Told) };
}

const bases = (): Record<string, string> => ({
  everything: '',
  cases: '/cases',
  corrections: '/corrections',
  measure: `/measures/${w.boats}`,
  case: `/cases/${w.case}`,
  source: `/sources/${w.source}`,
  speaker: `/speakers/${w.speaker}`,
  'a search': '/search',
});
const feedsOf = (name: string): string[] =>
  twinsOf(name === 'a search' ? 'search' : 'lists', bases()[name]!, name === 'a search' ? 'q=boats' : '').flatMap(({ href, use }) =>
    use === 'feed' ? [href] : [],
  );

describe('U6: feeds, read by an independent library', () => {
  it.each(['everything', 'cases', 'corrections', 'measure', 'case', 'source', 'speaker', 'a search'])(
    'of %s say the same in Atom, JSON Feed and RSS',
    async (name) => {
      const [atom, json, rss] = await Promise.all(feedsOf(name).map(read));
      expect([atom!.type, json!.type, rss!.type]).toEqual([
        'application/atom+xml; charset=utf-8',
        'application/feed+json; charset=utf-8',
        'application/rss+xml; charset=utf-8',
      ]);
      const told = (feed: Told) => (feed.entries ?? []).map(({ id, title, link, published }) => ({ id, title, link, published }));
      expect(told(json!)).toEqual(told(atom!));
      expect(told(rss!).map(({ id }) => id)).toEqual(told(atom!).map(({ id }) => id));
      expect(told(rss!).map(({ link }) => link)).toEqual(told(atom!).map(({ link }) => link));
      expect(told(atom!).length > 0).toBe(name !== 'corrections');
      for (const { id, link } of told(atom!)) {
        expect(id).toMatch(/^urn:countercheck:\w+:/);
        expect((await ask(link!.replace('https://check.example', ''))).status).toBe(200);
      }
    },
  );

  it('state the figures in their titles, one entry for each event', async () => {
    const titles = (await read(`/measures/${w.boats}.atom`)).entries!.map(({ title }) => title);
    expect(titles).toEqual([
      expect.stringMatching(/^Ruling: −12 boats/),
      'New disagreement: -12 boats / nearly 15 boats',
      expect.stringContaining('boats'),
      expect.stringContaining('boats'),
    ]);
    const ofAll = (await read('/feed.json')).entries!.map(({ id }) => id);
    expect(new Set(ofAll).size).toBe(ofAll.length);
  });

  it('tell of a source what it reported, and of everybody what became of the case', async () => {
    const told = (await read(`/sources/${w.source}.atom`)).entries!.map(({ title }) => title!);
    expect(told.some((title) => title.startsWith('Evening Echo: '))).toBe(true);
    expect(told.some((title) => title.includes('HYPERLINK'))).toBe(false);
    expect(told.some((title) => title.startsWith('Ruling: '))).toBe(true);
  });

  it('keep words words: signs of markup in a title and in a summary arrive as they were', async () => {
    const body = await (await ask(`/measures/${w.boats}.rss`)).text();
    const { rss } = new XMLParser().parse(body) as { rss: { channel: { title: string; item: { description: string }[] } } };
    expect(rss.channel.title).toContain(MARKUP);
    // What readers of RSS take for HTML holds no tag.
    const { document } = parseHTML(`<p>${rss.channel.item[0]!.description}</p>`);
    expect(document.querySelectorAll('p *')).toHaveLength(0);
    expect(document.querySelector('p')!.textContent).toContain(MARKUP);
  });

  it('are listed on a page in words and as OPML, and each that is listed is there', async () => {
    const page = parseHTML(await (await ask('/feeds')).text()).document;
    const links = [...page.querySelectorAll('main a')].map((link) => link.getAttribute('href')!);
    for (const name of ['everything', 'cases', 'corrections', 'measure', 'source', 'speaker'])
      expect(links).toEqual(expect.arrayContaining(feedsOf(name)));
    const body = await (await ask('/feeds.opml')).text();
    for (const word of SECRET) expect(body).not.toContain(word);
    const outlines = [...body.matchAll(/xmlUrl="https:\/\/check\.example([^"]+)"/g)].map((match) => match[1]!);
    expect(outlines).toEqual(links.filter((link) => link.endsWith('.atom')));
    for (const path of outlines) expect((await read(path)).entries!.length >= 0, path).toBe(true);
  });

  it('are not there under other names', async () => {
    for (const path of ['/nothing.atom', '/cases.csv', '/feed.feed.json', '/feed.xml', `/claims/${w.placed.a.id}.atom`])
      expect((await ask(path)).status, path).toBe(404);
  });
});
