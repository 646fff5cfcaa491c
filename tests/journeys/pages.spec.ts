import { type APIRequestContext, expect, test } from '@playwright/test';
import { faultsOf } from './accessible';

/** The public face of the demo record, as a stranger with a browser meets it. */
const SERVED = process.env.COUNTERCHECK_URL ?? '';
const STARTS = [
  '/',
  '/measures',
  '/cases',
  '/corrections',
  '/sources',
  '/speakers',
  '/method',
  '/about',
  '/search',
  '/search?q=83+countries',
  '/search?q=%22NEAR(',
  '/search?q=80-90+countries',
  '/search?min=80&max=90&unit=countries',
  '/claims',
  '/claims?from=2020-03-01&to=2020-03-20',
  '/conflicts',
  '/topics',
  '/places',
  '/places/cn',
  '/measures?state=withdrawn&place=cn',
  '/no/such/page',
];
const MOST = 600;

// Nothing writes to this record: one walk serves all tests of the file.
let crawled = new Map<string, string>();

/** Every public page that links lead to, with its HTML. Twins, the feed and the desk are left out. */
async function crawl(request: APIRequestContext): Promise<Map<string, string>> {
  if (crawled.size > 0) return crawled;
  const found = new Map<string, string>();
  const waiting = [...STARTS];
  for (let path = waiting.shift(); path !== undefined && found.size < MOST; path = waiting.shift()) {
    if (found.has(path)) continue;
    const response = await request.get(`${SERVED}${path}`);
    expect(response.status(), path).toBe(path === '/no/such/page' ? 404 : 200);
    const html = await response.text();
    found.set(path, html);
    for (const [, href] of html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      if (!/\.(json|csv|atom|svg|png)(\?|$)|^\/(review|sign-in|admin)/.test(href!) && !found.has(href!))
        waiting.push(href!.replace(/&amp;/g, '&'));
    }
  }
  crawled = found;
  return found;
}

/** One page of each kind: all of them would say the same again. */
const kinds = (paths: Iterable<string>): string[] => [
  ...new Map([...paths].map((path) => [path.replace(/[0-9a-z]{12}.*$|(?<=^\/docs\/errors\/)\w+$/, '…'), path])).values(),
];

test.describe('public pages', () => {
  test('hold no script, no inline style and nothing from elsewhere, and every link of theirs leads somewhere', async ({ request }) => {
    const pages = await crawl(request);
    expect(pages.size).toBeGreaterThan(STARTS.length + 20);
    for (const [path, html] of pages) {
      const scripts = [...html.matchAll(/<script\b([^>]*)>/g)].filter(([, attributes]) => !attributes!.includes('application/ld+json'));
      expect(scripts, path).toEqual([]);
      expect(html, path).not.toMatch(/<template id="B:|as="script"|\sstyle="|\son[a-z]+="/);
      expect([...html.matchAll(/<(?:link rel="(?:stylesheet|icon)"|img|iframe)[^>]*(?:href|src)="https?:/g)], path).toEqual([]);
    }
  });

  test('carry one rating on each claim page with a published ruling, and none elsewhere', async ({ request }) => {
    let rated = 0;
    for (const [path, html] of await crawl(request)) {
      const blocks = [...html.matchAll(/<script type="application\/ld\+json">/g)].length;
      const ruled = path.startsWith('/claims/') && html.includes('id="review"');
      expect(blocks, path).toBe(ruled ? 1 : 0);
      rated += blocks;
    }
    expect(rated).toBeGreaterThan(1);
  });

  test('have no axe violations and do not scroll sideways, at 320 and 1280 px, in light and dark', async ({ page, request }) => {
    test.setTimeout(600_000);
    const noise: string[] = [];
    page.on('console', (message) => noise.push(`${page.url()}: ${message.text()}`));
    page.on('request', (asked) => {
      if (!asked.url().startsWith(SERVED)) noise.push(`asked elsewhere: ${asked.url()}`);
    });
    for (const path of kinds((await crawl(request)).keys())) {
      await page.goto(`${SERVED}${path}`);
      expect(await faultsOf(page), path).toEqual([]);
    }
    expect(noise.filter((line) => !line.includes('/no/such/page'))).toEqual([]);
  });

  test('give the answer before anything is scrolled, on the smallest phone', async ({ browser, request }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 320, height: 568 } });
    const page = await context.newPage();
    for (const path of [...(await crawl(request)).keys()].filter((one) => /^\/measures\/\w{12}\/(?!history$)[^/]+$/.test(one))) {
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

  test('light the row of a mark that was chosen in the chart', async ({ page, request }) => {
    const path = [...(await crawl(request)).entries()].find(
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
    const path = [...(await crawl(request)).keys()].find((one) => one.startsWith('/measures/'))!;
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
