import { expect, type Page, test } from '@playwright/test';
import { SPLITS } from '@/db/desk';
import { faultsOf } from './accessible';
import { compressedSize, deskRoutes, routeOf } from './desk/routes';
import { addArticle, openFirstCase, POST, signIn, TIMES } from './desk/steps';
import { ADA, startWorld, type World } from './desk/world';

test.describe('everybody can work at the desk', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let page: Page;
  let paths: string[];

  const idIn = async (path: string, pattern: RegExp): Promise<string | undefined> =>
    pattern.exec(await (await page.request.get(`${world.url}${path}`)).text())?.[1];

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    page = await (await browser.newContext()).newPage();
    await signIn(page, world, ADA);
    const article = await addArticle(page, world, POST);
    await addArticle(page, world, TIMES);
    const id = await openFirstCase(page, world);
    // A refused form, so that its page is looked at too.
    await page.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
    const refused = page.url().slice(world.url.length);
    const measure = (await idIn('/review/measures', /\/review\/measures\/(\w{12})\/edit/))!;
    const [speaker, source] = [
      await idIn('/review/speakers', /\/review\/speakers\/(\w{12})/),
      await idIn('/review/sources', /\/review\/sources\/(\w{12})/),
    ];
    const own = await idIn(`/review/articles/${article}`, /\/review\/claims\/(\w{12})/);
    paths = [
      ...SPLITS.map((split) => `/review?split=${split}`),
      ...['/review/intake', '/review/end?split=conflicts', `/review/batch?act=flag&item=${id}&from=%2Freview`],
      ...[`/review/articles/${article}`, `/review/cases/${id}`, refused, `/review/claims/${own}?correct=1`],
      ...['edit', 'merge', 'split?look=1'].map((act) => `/review/measures/${measure}/${act}`),
      ...['measures', 'speakers', 'sources'].map((list) => `/review/${list}`),
      ...[`/review/speakers/${speaker}`, `/review/sources/${source}`],
      ...['account', 'activity?who=everybody', 'mentions', 'notifications', 'reports', 'settings', 'stats'].map(
        (name) => `/review/${name}`,
      ),
      ...['people', 'queue', 'settings', 'jobs', 'keys', 'webhooks', 'log?verify=1'].map((name) => `/admin/${name}`),
      // Nothing is there: its page, too, is one of the desk.
      '/review/cases/0000000000',
    ];
  });
  test.afterAll(() => world?.stop());

  test('every page of the desk and of its administration is among those looked at here', () => {
    expect([...new Set(paths.flatMap((path) => routeOf(path) ?? []))].sort()).toEqual(deskRoutes());
  });

  test('no page breaks a rule of accessibility or scrolls sideways, at 320 and 1280 px, in light and dark', async () => {
    test.setTimeout(600_000);
    for (const path of paths) {
      const answer = await page.goto(`${world.url}${path}`);
      expect(answer!.status(), path).toBe(path.endsWith('/0000000000') ? 404 : 200);
      expect(await faultsOf(page), path).toEqual([]);
    }
  });

  test('no page of it loads more than 250 kB of script, compressed, the first time', async ({ browser }) => {
    test.setTimeout(600_000);
    const storageState = await page.context().storageState();
    const sizes = new Map<string, number>();
    const seen = new Map<string, Promise<number>>();
    for (const path of new Map(paths.map((one) => [routeOf(one), one])).values()) {
      const context = await browser.newContext({ storageState });
      const fresh = await context.newPage();
      const scripts = new Set<string>();
      fresh.on('request', (request) => request.resourceType() === 'script' && scripts.add(request.url()));
      await fresh.goto(`${world.url}${path}`);
      await expect(fresh.locator('html[data-desk=ready]')).toBeAttached();
      for (const url of scripts) if (!seen.has(url)) seen.set(url, compressedSize(url));
      const parts = await Promise.all([...scripts].map((url) => seen.get(url)!));
      sizes.set(
        path,
        parts.reduce((sum, size) => sum + size, 0),
      );
      await context.close();
    }
    const largest = [...sizes].sort(([, a], [, b]) => b - a)[0]!;
    process.stdout.write(
      `JavaScript of a desk page, compressed, first load: at most ${(largest[1] / 1000).toFixed(1)} kB, ${largest[0]}\n`,
    );
    for (const [path, size] of sizes) {
      expect(size, path).toBeGreaterThan(50_000);
      expect(size, path).toBeLessThanOrEqual(250_000);
    }
  });

  test('the pages that a link in a letter opens break no rule either, nor does that to ask for one', async ({ browser }) => {
    const stranger = await (await browser.newContext()).newPage();
    for (const path of ['/sign-in/forgot', '/sign-in/reset?token=none', '/sign-in/invited?token=none']) {
      await stranger.goto(`${world.url}${path}`);
      await expect(stranger.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await faultsOf(stranger), path).toEqual([]);
    }
    await stranger.close();
  });

  test('the page to sign in breaks none either, with a refusal on it', async ({ browser }) => {
    const stranger = await (await browser.newContext()).newPage();
    await stranger.goto(`${world.url}/sign-in`);
    await stranger.getByLabel('E-mail address').fill('nobody@desk.example');
    await stranger.getByLabel('Password').fill('not the password');
    await stranger.getByRole('button', { name: 'Sign in' }).click();
    await expect(stranger.getByRole('main').getByRole('alert')).toBeVisible();
    expect(await faultsOf(stranger)).toEqual([]);
    await stranger.close();
  });

  test('the browser refuses nothing of our own and nothing comes from elsewhere', async () => {
    const complaints: string[] = [];
    const foreign: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('request', (request) => !request.url().startsWith(world.url) && foreign.push(request.url()));
    for (const path of paths.slice(0, -1)) {
      const answer = await page.goto(`${world.url}${path}`);
      expect(answer!.headers()['content-security-policy'], path).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic'/);
      expect(answer!.headers()['cache-control'], path).toContain('no-store');
      expect(answer!.headers()['x-robots-tag'], path).toBe('noindex');
    }
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
  });
});
