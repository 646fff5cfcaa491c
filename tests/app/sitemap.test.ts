import { XMLParser } from 'fast-xml-parser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SITEMAP_PART, sitemap } from '@/lib/publication';
import { ask } from './public-routes';
import { SECRET, type TwinWorld, twinWorld } from './twin-world';

let w: TwinWorld;
beforeAll(async () => {
  w = await twinWorld();
});
afterAll(() => w.end());

const read = async (path: string) =>
  new XMLParser({ isArray: (name) => name === 'url' || name === 'sitemap' }).parse(await (await ask(path)).text()) as {
    sitemapindex?: { sitemap: { loc: string; lastmod?: string }[] };
    urlset?: { url: { loc: string; lastmod?: string }[] };
  };
const own = (address: string) => address.replace('https://check.example', '');

describe('the sitemap', () => {
  it('is named to robots and leads to its parts, whose addresses are all there and may be listed', async () => {
    expect(await (await ask('/robots.txt')).text()).toContain('Sitemap: https://check.example/sitemap.xml\n');
    const told: string[] = [];
    for (const { loc } of (await read('/sitemap.xml')).sitemapindex!.sitemap) {
      const { url } = (await read(own(loc))).urlset!;
      expect(url.length).toBeLessThanOrEqual(SITEMAP_PART);
      told.push(...url.map((line) => own(line.loc)));
    }
    expect(new Set(told).size).toBe(told.length);
    for (const path of told) {
      const response = await ask(path);
      expect(response.status, path).toBe(200);
      const html = await response.text();
      expect(html, path).not.toContain('<meta name="robots" content="noindex"');
      expect(html, path).toContain(`<link rel="canonical" href="https://check.example${path}"`);
    }
    for (const path of [
      `/claims/${w.placed.a.id}`,
      `/cases/${w.case}`,
      `/articles/${w.placed.b.articleId}`,
      `/sources/${w.source}`,
      `/speakers/${w.speaker}`,
    ])
      expect(told).toContain(path);
    expect(told.filter((path) => path.startsWith('/measures/'))).toHaveLength(2);
    expect(told.filter((path) => path.startsWith('/cases/'))).toHaveLength(1);
    for (const word of SECRET) expect(told.join(' ')).not.toContain(word);
  });

  it('says of a measure when something public last happened to it', async () => {
    const { url } = (await read('/sitemaps/measures-1.xml')).urlset!;
    const { changes } = await (await ask(`/measures/${w.boats}.json`)).json();
    expect(url.find(({ loc }) => loc.includes(w.boats))!.lastmod).toBe(changes[0].at);
  });

  it('has no other parts', async () => {
    for (const part of ['measures-2', 'measures-0', 'people-1', 'pages-1', 'claims'])
      expect((await ask(`/sitemaps/${part}.xml`)).status, part).toBe(404);
  });

  it('stays XML whatever an address holds', () => {
    const body = sitemap([{ path: '/measures/a/<&>', at: null }], { url: 'https://check.example', name: '' });
    expect((new XMLParser().parse(body) as { urlset: { url: { loc: string } } }).urlset.url.loc).toBe(
      'https://check.example/measures/a/<&>',
    );
  });
});
