import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { addArticle, openFirstCase, POST, signIn, TIMES } from './desk/steps';
import { ADA, startWorld, type World } from './desk/world';

test.describe('everybody can work at the desk', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let page: Page;
  let paths: string[];

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
    const splits = ['conflicts', 'articles', 'to-publish', 'mine', 'settled'].map((split) => `/review?split=${split}`);
    paths = [
      ...splits,
      '/review/intake',
      `/review/articles/${article}`,
      `/review/cases/${id}`,
      refused,
      '/admin/people',
      '/review/account',
      '/admin/log?verify=1',
      '/review/cases/0000000000',
    ];
  });
  test.afterAll(() => world?.stop());

  test('no page breaks a rule of accessibility or scrolls sideways, at 320 and 1280 px, in light and dark', async () => {
    test.setTimeout(600_000);
    for (const path of paths) {
      await page.goto(`${world.url}${path}`);
      expect(await faultsOf(page), path).toEqual([]);
    }
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
