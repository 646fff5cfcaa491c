import { expect, test } from '@playwright/test';
import { type Answered, answeredBy, crawl } from '../app/crawl';
import { patternAt, publicRoutes } from '../app/public-routes';
import { faultsOfDataset, faultsOfReview, wordsOf } from '../claim-review';
import { faultsOf } from './accessible';

/** The public face of the demo record, as a stranger with a browser meets it. */
const SERVED = process.env.COUNTERCHECK_URL ?? '';
const STARTS = [
  ...['/', '/measures', '/cases', '/corrections', '/feeds', '/developers/data', '/sources', '/speakers', '/method', '/about', '/search'],
  ...['/definitions', '/trust', '/status', '/changes', '/licence', '/accessibility', '/contact', '/docs', '/report?about=%2Fmeasures'],
  ...['/search?q=83+countries', '/search?q=%22NEAR(', '/search?q=zzqzz', '/check?text=It+sent+aid+to+83+countries.', '/no/such/page', '/%'],
  ...['/robots.txt', '/llms.txt', '/sitemap.xml', '/developers/reference', '/docs/errors'],
  ...['/search?q=80-90+countries', '/search?min=80&max=90&unit=countries', '/claims', '/claims?from=2020-03-01&to=2020-03-20'],
  ...['/conflicts', '/topics', '/places', '/places/cn', '/measures?state=withdrawn&place=cn'],
];
const MOST = 6000;

/** Routes that the demo has nothing for: they are looked at where something is made for them. */
const NOT_IN_THE_DEMO = new Set([
  ...['articles/[id]/compare/[pair]', 'articles/[id]/snapshots/[number]'], // intake.spec.ts
  'receipts/[code]', // reports.spec.ts
  'data/[file]', // tests/bin/dump.test.ts; no page
  'topics/[slug]', // the same view as places/[slug]
]);

// Nothing writes to this record: one walk serves all tests of the file.
let walked = new Map<string, Answered>();

/** Everything that anything names: pages, data, pictures, frames, feeds. */
async function everything(): Promise<Map<string, Answered>> {
  if (walked.size === 0)
    walked = await crawl(async (path) => answeredBy(await fetch(`${SERVED}${path}`, { redirect: 'manual' })), {
      ...{ site: SERVED, starts: STARTS, most: MOST },
    });
  return walked;
}

/** Every page that links lead to, with its HTML. */
async function shownPages(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const [path, { type, text, status }] of await everything())
    if (type === 'text/html' && (status === 200 || path === '/no/such/page') && !path.startsWith('/embed/')) found.set(path, text);
  return found;
}

/** One address of each route of the tree, as it answers best. A route that nothing leads to is a fault: then it needs a link, or a start above. */
async function samples(): Promise<Map<string, { path: string; answer: Answered }>> {
  const found = new Map<string, { path: string; answer: Answered }>();
  for (const [path, answer] of await everything()) {
    const pattern = path === '/%' ? 'nowhere' : patternAt(path);
    const known = pattern === null ? undefined : found.get(pattern);
    if (pattern !== null && (!known || (known.answer.status !== 200 && answer.status === 200))) found.set(pattern, { path, answer });
  }
  return found;
}

test.describe('public pages', () => {
  test('hold no script, no inline style and nothing from elsewhere, and every link of theirs leads somewhere', async () => {
    const pages = await shownPages();
    expect(pages.size).toBeGreaterThan(STARTS.length + 20);
    for (const [path, html] of pages) {
      // A link of ours leads to something, or on to it.
      for (const [, href] of html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
        const to = walked.get(href!.replaceAll('&amp;', '&'));
        if (to) expect([200, 307, 308], `${path} → ${href}`).toContain(to.status);
      }
      const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].filter(([, attributes]) => !attributes!.includes('application/ld+json'));
      expect(scripts, path).toEqual([]);
      expect(html, path).not.toMatch(/<template id="B:|as="script"|\sstyle="|\son[a-z]+="/);
      expect([...html.matchAll(/<(?:link rel="(?:stylesheet|icon)"|img|iframe)[^>]*(?:href|src)="https?:/g)], path).toEqual([]);
    }
  });

  test('R2: each value leads to its quote, with source, as-of and published date', async () => {
    const pages = await shownPages();
    let values = 0;
    for (const [path, html] of pages) {
      const linked = [...html.matchAll(/<a class="figure" href="([^"]+)"><data /g)].map(([, href]) => href!);
      expect([...html.matchAll(/<data /g)].length, path).toBe(linked.length);
      for (const href of linked) {
        const claim = pages.get(href) ?? '';
        expect(claim, `${path} → ${href}`).toMatch(/<blockquote[^>]*>[\s\S]*<mark/);
        expect(claim, href).toMatch(/published [^<]*; figure as of /);
      }
      values += linked.length;
    }
    expect(values).toBeGreaterThan(20);
  });

  test('U7: carry one valid rating on each claim page with a published ruling, a dataset on each measure page, and nothing elsewhere', async () => {
    let rated = 0;
    for (const [path, html] of await shownPages()) {
      const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, data]) => JSON.parse(data!));
      const ruled = path.startsWith('/claims/') && html.includes('id="review"');
      const isMeasure = /^\/measures\/\w{12}\/(?!history$|v\/|compare\/)[^/?]+$/.test(path);
      expect(
        blocks.map((block) => block['@type']),
        path,
      ).toEqual(ruled ? ['ClaimReview'] : isMeasure ? ['Dataset'] : []);
      if (ruled) expect(faultsOfReview(blocks[0], wordsOf(html)), path).toEqual([]);
      if (isMeasure) expect(faultsOfDataset(blocks[0], wordsOf(html)), path).toEqual([]);
      rated += ruled ? 1 : 0;
    }
    expect(rated).toBeGreaterThan(1);
  });

  test('Q1: break no rule of accessibility on any route of the tree, at 320 and 1280 px, in light and dark', async ({ page }) => {
    test.setTimeout(900_000);
    const noise: string[] = [];
    page.on('console', (message) => noise.push(`${page.url()}: ${message.text()}`));
    page.on('request', (asked) => {
      if (!asked.url().startsWith(SERVED)) noise.push(`asked elsewhere: ${asked.url()}`);
    });
    const found = await samples();
    const missed = publicRoutes()
      .map(({ pattern }) => pattern.join('/'))
      .filter((pattern) => !found.has(pattern) && !NOT_IN_THE_DEMO.has(pattern));
    expect(missed, 'routes of the tree that nothing leads to').toEqual([]);
    const shown = [...found.values()].filter(({ answer }) => answer.type === 'text/html' && answer.status < 500).map(({ path }) => path);
    expect(shown.length).toBeGreaterThan(15);
    for (const path of new Set([
      ...shown,
      '/search?q=83+countries',
      '/search?q=zzqzz',
      '/no/such/page',
      '/check?text=It+sent+aid+to+83+countries.',
    ])) {
      await page.goto(`${SERVED}${path}`);
      expect(await faultsOf(page), path).toEqual([]);
    }
    expect(noise.filter((line) => !/status of 4\d\d/.test(line))).toEqual([]);
  });

  test('are read in order: one heading of the first level, none left out below it, and the landmarks of a page', async () => {
    for (const [path, html] of await shownPages()) {
      const levels = [...html.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) => Number(level));
      expect(
        levels.filter((level) => level === 1),
        path,
      ).toHaveLength(1);
      for (const [at, level] of levels.entries())
        expect(level, `${path}: heading ${at + 1} of ${levels}`).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1);
      for (const landmark of ['<header class="masthead"', '<nav aria-label="Main"', '<main ', '<footer '])
        expect(html.split(landmark), `${path}: ${landmark}`).toHaveLength(2);
      expect(html.indexOf('class="skip"'), path).toBeLessThan(html.indexOf('<header'));
      for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html, `${path}: #${id}`).toContain(`id="${id}"`);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, `${path}: one name, one place`).toBe(ids.length);
    }
  });

  test('Q3: every answer has the policy of the house, sets no cookie and names nothing to load from elsewhere', async () => {
    const own =
      "default-src 'none'; script-src 'none'; style-src 'self'; img-src 'self' data:; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    const framed = own.replace("form-action 'self'", "form-action 'none'").replace("frame-ancestors 'none'", 'frame-ancestors *');
    for (const [path, { headers, type, text }] of await everything()) {
      if (path.startsWith('/api/')) continue;
      expect(headers, path).toContain(`content-security-policy: ${path.startsWith('/embed/') ? framed : own}`);
      expect(headers, path).not.toMatch(/^set-cookie:/m);
      if (type === 'text/css') expect(text, path).not.toMatch(/@import|url\((?!["']?data:)/);
      if (type === 'text/html')
        expect(
          [
            ...text.matchAll(
              /<(?:link rel="(?:stylesheet|icon|preload|manifest)"|img|iframe|source|video|object)[^>]*(?:href|src)="(?!\/[^/])/g,
            ),
          ],
          path,
        ).toEqual([]);
    }
  });

  test('give the answer before anything is scrolled, on the smallest phone', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 568 } });
    const page = await context.newPage();
    for (const path of [...(await shownPages()).keys()].filter((one) => /^\/measures\/\w{12}\/(?!history$)[^/]+$/.test(one))) {
      await page.goto(`${SERVED}${path}`);
      const box = await page.locator('.answer .sentence').boundingBox();
      expect(box!.y, path).toBeLessThan(500);
    }
    await context.close();
  });

  test('lead by keyboard from the skip link to a claim, with the focus in sight', async ({ page }) => {
    await page.goto(`${SERVED}/`);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeInViewport();
    await page.keyboard.press('Enter');
    const figure = page.locator('.versus .figure').first();
    await figure.focus();
    await expect(figure).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.locator('blockquote mark').first()).toBeVisible();
  });

  test('light the row of a mark that was chosen in the chart', async ({ page }) => {
    const path = [...(await shownPages()).entries()].find(
      ([one, html]) => one.startsWith('/measures/') && html.includes('<svg class="wide"'),
    )![0];
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${SERVED}${path}`);
    const mark = page.locator('svg.wide a').first();
    const id = (await mark.getAttribute('href'))!.slice(1);
    await mark.click();
    await expect(page.locator(`tr[id="${id}"]`)).toBeInViewport();
    expect(await page.evaluate((row) => document.getElementById(row)!.matches(':target'), id)).toBe(true);
  });

  test('answer HEAD, 304 and 308 as the framework serves them', async ({ request }) => {
    const path = [...(await shownPages()).keys()].find((one) => /^\/measures\/\w{12}\/(?!history$)[^/]+$/.test(one))!;
    const head = await request.head(`${SERVED}${path}`);
    expect([head.status(), (await head.body()).length]).toEqual([200, 0]);
    const again = await request.get(`${SERVED}${path}`, { headers: { 'if-none-match': head.headers().etag! } });
    expect(again.status()).toBe(304);
    const moved = await request.get(`${SERVED}${path}-not`, { maxRedirects: 0 });
    expect([moved.status(), moved.headers().location]).toEqual([308, path]);
    for (const header of ['content-security-policy', 'x-content-type-options', 'referrer-policy'])
      expect(head.headers()[header], header).toBeTruthy();
  });
});
