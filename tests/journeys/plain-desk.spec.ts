import { type Browser, expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { addCast, RHEA } from './desk/cast';
import { addCases } from './desk/many-cases';
import { signIn } from './desk/steps';
import { ADA, ANA, BEN, startWorld, type World } from './desk/world';

const ready = (page: Page) => expect(page.locator('html[data-desk=ready]')).toBeAttached();
const main = (page: Page) => page.getByRole('main');
/** What the record calls things by, and nobody says. */
const RAW_ID = /\b(?=[a-z]*\d)[0-9bcdfghjkmnpqrstvwxyz]{10,12}\b/;

test.describe('the desk in plain words', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;
  let ada: Page;
  const as = async (browser: Browser, email: string, options = {}) => {
    const page = await (await browser.newContext(options)).newPage();
    await signIn(page, world, email);
    return page;
  };

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    ada = await as(browser, ADA, { permissions: ['clipboard-read', 'clipboard-write'] });
    await addCast(ada.request, world);
    ana = await as(browser, ANA);
    await addCases(ana.request, world, 3);
  });
  test.afterAll(() => world?.stop());

  test('lists of acts and the log say names and words in the place of ids and addresses', async () => {
    await ana.goto(`${world.url}/review?split=conflicts&severity=normal&who=nobody`);
    await ana.getByLabel('Keep these filters as').fill('Quiet mornings');
    await ana.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(ana.getByRole('status')).toContainText('The view is kept');
    await ana.getByRole('button', { name: 'Undo' }).click();
    await expect(ana.getByRole('status')).toContainText('It is taken back');
    await ada.goto(`${world.url}/admin/people`);
    await ada.getByRole('form', { name: 'Invitation' }).getByLabel('E-mail address').fill('nora@desk.example');
    await ada.getByRole('button', { name: 'Invite' }).click();
    await expect(ada.getByRole('heading', { name: 'Invited' })).toBeVisible();
    await ana.goto(`${world.url}/review/activity?who=everybody`);
    await expect(main(ana)).toContainText('shows Conflicts; normal severity, with nobody');
    await expect(main(ana)).toContainText('“Kept filters of the queue”');
    for (const page of ['/review/activity?who=everybody', '/admin/log']) {
      await ana.goto(`${world.url}${page}`);
      const about = await main(ana).locator('td[data-label="About"], td[data-label^="Before"], td[data-label="What"]').allTextContents();
      expect(about.length).toBeGreaterThan(5);
      expect(
        about.filter((words) => RAW_ID.test(words) || /split=/.test(words)),
        page,
      ).toEqual([]);
    }
  });

  test('an invitation is copied by a button; whoever joins finds their address, and no warning', async ({ browser }) => {
    await ada.goto(`${world.url}/admin/people`);
    await ada.getByRole('form', { name: 'Invitation' }).getByLabel('E-mail address').fill('nora@desk.example');
    await ada.getByRole('button', { name: 'Invite' }).click();
    const link = (await ada.locator('.once code').textContent())!;
    await ada.getByRole('button', { name: 'Copy the link' }).click();
    await expect(ada.getByRole('status')).toHaveText('Copied.');
    expect(await ada.evaluate(() => navigator.clipboard.readText())).toBe(link);
    const nora = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
    await nora.goto(link);
    await nora.getByLabel('Your name').fill('Nora New');
    await nora.getByLabel('Password').fill('a phrase that only Nora knows');
    await nora.getByRole('button', { name: 'Join the desk' }).click();
    await expect(nora.getByRole('status')).toHaveClass('done');
    await expect(nora.getByLabel('E-mail address')).toHaveValue('nora@desk.example');
    await nora.getByLabel('Password').fill('a phrase that only Nora knows');
    await nora.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(nora.getByRole('navigation', { name: 'Desk' })).toBeVisible();
  });

  test('whose sessions were ended is named, and whoever it was is told on the page to sign in', async ({ browser }) => {
    const ben = await as(browser, BEN);
    await ada.goto(`${world.url}/admin/people`);
    await ada.getByRole('button', { name: 'End sessions: Ben Reviewer' }).click();
    await expect(ada.getByRole('status')).toContainText('All sessions of Ben Reviewer have ended');
    await ben.goto(`${world.url}/review`);
    await expect(ben.getByRole('status')).toContainText('Your session was ended: your password was changed, or');
    const never = await (await browser.newContext()).newPage();
    await never.goto(`${world.url}/review`);
    await expect(never.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await expect(never.getByText('Your session was ended')).toHaveCount(0);
  });

  test('a page for another role says which, and whom to ask; what an id names is told to nobody', async ({ browser }) => {
    const rhea = await as(browser, RHEA);
    for (const [path, role] of [
      ['/review/intake', 'a reviewer'],
      ['/admin/people', 'an administrator'],
    ]) {
      const answer = await rhea.goto(`${world.url}${path}`);
      expect(answer!.status()).toBe(404);
      await expect(rhea.getByRole('heading', { level: 1 })).toHaveText(`This page needs the role of ${role}`);
      await expect(main(rhea)).toContainText('You are signed in as a reader. If your work needs it, ask an administrator');
    }
    for (const path of ['/review/cases/k3v9m2qd4x', '/review/measures/k3v9m2qd4x/edit']) {
      await rhea.goto(`${world.url}${path}`);
      await expect(rhea.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
    }
  });

  test('a measure lists its claims, and its choices are not cut', async () => {
    await ana.goto(`${world.url}/review/measures?q=died`);
    await main(ana).getByRole('table').getByRole('link').first().click();
    const claims = ana.getByRole('region', { name: /^Its claims/ });
    await expect(claims.getByRole('listitem')).toHaveCount(2);
    await expect(claims).toContainText('Norland Post');
    await ada.goto(ana.url());
    const select = ada.getByLabel('How it behaves');
    const [words, wide] = await select.evaluate((one: HTMLSelectElement) => {
      const context = document.createElement('canvas').getContext('2d')!;
      context.font = getComputedStyle(one).font;
      return [Math.max(...[...one.options].map(({ text }) => context.measureText(text).width)), one.clientWidth];
    });
    expect(words! + 30).toBeLessThan(wide!);
    await claims.getByRole('link').first().click();
    await expect(ana.getByRole('heading', { level: 1 })).toContainText('Which claims answer the question of');
  });

  test('whoever corrects is told so, and sees the figure selected in its text', async () => {
    await ana.getByText('Correct it …').click();
    await ana.goto(`${ana.url().split('?')[0]}?correct=1`);
    await ready(ana);
    await expect(ana.getByRole('heading', { level: 1 })).toContainText('Correct the reading of');
    const claim = (await ana.getByRole('heading', { level: 1 }).locator('bdi').textContent())!;
    const text = ana.getByLabel('Text of the article');
    await expect(text).toBeFocused();
    expect(await text.evaluate((one: HTMLTextAreaElement) => one.value.slice(one.selectionStart, one.selectionEnd))).toBe(claim);
    await expect(ana.getByLabel('Selected words')).toHaveValue('');
  });

  test('at 320 px the places of the desk are folded, and the part of the queue in view is in sight', async ({ browser }) => {
    const small = await as(browser, ADA, { viewport: { width: 320, height: 640 } });
    await small.goto(`${world.url}/review?split=settled`);
    const bar = (await small.getByRole('banner').boundingBox())!;
    expect(bar.height).toBeLessThan(170);
    const part = (await small.getByRole('navigation', { name: 'Parts of the queue' }).locator('[aria-current]').boundingBox())!;
    expect(part.x).toBeGreaterThanOrEqual(0);
    expect(part.x + part.width).toBeLessThanOrEqual(320);
    await small.getByRole('navigation', { name: 'Desk' }).locator('summary').click();
    await small.getByRole('link', { name: /^People/ }).click();
    await expect(small.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
    const button = (await small.getByRole('button', { name: 'Add the person' }).boundingBox())!;
    const next = (await small.getByRole('heading', { name: 'Sign-ins of the last 90 days' }).boundingBox())!;
    expect(next.y - (button.y + button.height)).toBeGreaterThan(15);
    expect(await faultsOf(small)).toEqual([]);
    await small.setViewportSize({ width: 1280, height: 800 });
    await expect(small.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: /^Jobs/ })).toBeVisible();
    await expect(small.getByRole('navigation', { name: 'Desk' }).locator('summary')).toBeHidden();
  });
});
