import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';

/** Charts of the demo record, and what of them stands on other sites, as a stranger with a browser meets them. */
const SERVED = process.env.COUNTERCHECK_URL ?? '';

/** The measure of the demo whose chart has most marks, of those with a case. */
async function measureOf(request: APIRequestContext): Promise<{ id: string; path: string; claim: string; held: string }> {
  const list = await (await request.get(`${SERVED}/cases`)).text();
  const paths = [...new Set([...list.matchAll(/href="\/cases\/([0-9a-z]+)"/g)].map(([, id]) => id!))];
  const found = await Promise.all(
    paths.map(async (held) => {
      const { measure } = await (await request.get(`${SERVED}/cases/${held}.json`)).json();
      const { id, url } = measure as { id: string; url: string };
      const { claims } = await (await request.get(`${SERVED}/measures/${id}.json`)).json();
      return { id, path: new URL(url).pathname, claim: claims[0].id as string, held, size: claims.length as number };
    }),
  );
  return found.sort((a, b) => b.size - a.size)[0]!;
}

const opacity = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((marks) => marks.map((mark) => Number(getComputedStyle(mark).opacity)));

test.describe('charts', () => {
  test('light the mark whose row was gone to, dim other sources while one is pointed at, and need no script for it', async ({
    browser,
    request,
  }) => {
    const { path } = await measureOf(request);
    const context = await browser.newContext({ javaScriptEnabled: true, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${SERVED}${path}`);
    const marks = page.locator('svg.wide > a');
    const id = (await marks.first().getAttribute('href'))!;
    const lit = () =>
      page
        .locator('svg.wide > a')
        .evaluateAll((all) =>
          all.filter((mark) => getComputedStyle(mark).getPropertyValue('--lit') !== '').map((m) => m.getAttribute('href')),
        );
    expect(await lit()).toEqual([]);
    await page.goto(`${SERVED}${path}${id}`);
    expect(await lit()).toEqual([id]);
    const own = await marks.first().evaluate((mark) => mark.classList[0]!);
    expect(new Set(await opacity(page, 'svg.wide > a'))).toEqual(new Set([1]));
    await marks.first().hover();
    expect(new Set(await opacity(page, `svg.wide > a.${own}`))).toEqual(new Set([1]));
    expect(new Set(await opacity(page, `svg.wide > a:not(.${own})`))).toEqual(new Set([0.35]));
    await context.close();
  });

  test('are reached by keyboard at the contested marks and the newest of each source, with the focus in sight', async ({
    page,
    request,
  }) => {
    const { path } = await measureOf(request);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${SERVED}${path}`);
    const stops = await page.locator('svg.wide > a:not([tabindex="-1"])').count();
    expect(stops).toBeGreaterThan(1);
    await page.locator('figure.chart a[href="#claims"]').first().focus();
    const reached = new Set<string>();
    for (let step = 0; step < stops; step++) {
      await page.keyboard.press('Tab');
      const { href, lit } = await page.evaluate(() => {
        const on = document.activeElement!;
        return { href: on.getAttribute('href'), lit: getComputedStyle(on).getPropertyValue('--lit') };
      });
      expect(lit, `the ${step}. stop`).not.toBe('');
      reached.add(href!);
    }
    expect(reached.size).toBe(stops);
  });

  test('R13: are drawn narrow at 320 px with words of ten pixels at least, and once', async ({ page, request }) => {
    const { path } = await measureOf(request);
    for (const [width, shown] of [
      [320, 'narrow'],
      [1280, 'wide'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${SERVED}${path}`);
      for (const size of ['wide', 'narrow'])
        expect(await page.locator(`svg.${size}`).isVisible(), `${width} px: ${size}`).toBe(size === shown);
      const letters = await page
        .locator(`svg.${shown} text`)
        .first()
        .evaluate((text) => {
          const svg = (text as SVGTextElement).ownerSVGElement!;
          return Number.parseFloat(getComputedStyle(text).fontSize) * (svg.getBoundingClientRect().width / svg.viewBox.baseVal.width);
        });
      expect(letters).toBeGreaterThan(10);
    }
  });
});

test.describe('frames on other sites', () => {
  test('U4, Q1: break no rule of accessibility, at 320 and 1280 px, in light and dark, asked for or by system', async ({
    page,
    request,
  }) => {
    test.setTimeout(600_000);
    const { id, claim, held } = await measureOf(request);
    const asked: string[] = [];
    page.on('request', (one) => asked.push(one.url()));
    for (const path of [`/embed/measures/${id}`, `/embed/claims/${claim}`, `/embed/cases/${held}`, '/embed/measures/zzzzzzzzzzzz']) {
      await page.goto(`${SERVED}${path}`);
      expect(await faultsOf(page), path).toEqual([]);
    }
    await page.goto(`${SERVED}/embed/measures/${id}?theme=dark`);
    expect(await faultsOf(page)).toEqual([]);
    expect(asked.filter((url) => !url.startsWith(SERVED) || /\.js\b/.test(url))).toEqual([]);
  });

  test('U4: show in a page of somebody else, with nothing cut off in the small size, and open their links outside of it', async ({
    browser,
    request,
  }) => {
    const { id, path } = await measureOf(request);
    const context = await browser.newContext({ viewport: { width: 1000, height: 900 } });
    const page = await context.newPage();
    await page.route('http://elsewhere.example/**', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: [
          [640, 400],
          [320, 180],
        ]
          .map(
            ([width, height]) =>
              `<iframe src="${SERVED}/embed/measures/${id}" width="${width}" height="${height}" frameborder="0"></iframe>`,
          )
          .join(''),
      }),
    );
    await page.goto('http://elsewhere.example/story');
    const [large, small] = [page.frameLocator('iframe').nth(0), page.frameLocator('iframe').nth(1)];
    await expect(large.locator('svg.narrow')).toBeVisible();
    await expect(small.locator('.standing')).toContainText('as of');
    await expect(small.locator('figure.chart')).toBeHidden();
    const beyond = await small.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(beyond).toBe(0);
    const [opened] = await Promise.all([context.waitForEvent('page'), small.locator('footer a').click()]);
    await opened.waitForURL(`${SERVED}${path}`);
    await context.close();
  });

  test('are refused in a frame where they are no frames', async ({ page, request }) => {
    const { id, path } = await measureOf(request);
    expect((await request.get(`${SERVED}${path}`)).headers()['content-security-policy']).toContain("frame-ancestors 'none'");
    const embed = await request.get(`${SERVED}/embed/measures/${id}`);
    const policy = embed.headers()['content-security-policy']!;
    expect(policy.split('frame-ancestors')).toHaveLength(2);
    expect(policy).toContain('frame-ancestors *');
    expect((await request.get(`${SERVED}/measures/${id}.png`)).headers()['content-type']).toBe('image/png');
    await page.goto(`${SERVED}/measures/${id}.svg?theme=dark`);
    await expect(page.locator('svg text').first()).toBeVisible();
  });
});
