import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, type Page, test } from '@playwright/test';
import { parseAtomFeed } from 'feedsmith';
import { faultsOf } from './accessible';
import { letters } from './desk/outbox';
import { acceptAll, addArticle, fillRuling, openFirstCase, POST, signIn, TIMES } from './desk/steps';
import { ADA, ANA, BEN, startWorld, type World } from './desk/world';

const REASON = 'The later bulletin of the same day counts 437. The earlier figure was superseded within hours.';
const ready = (page: Page) => expect(page.locator('html[data-desk=ready]')).toBeAttached();

test.describe('people are told what concerns them', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;
  let ben: Page;
  let ada: Page;
  let caseId: string;

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    ana = await browser.newPage();
    ada = await browser.newPage();
    ben = await browser.newPage({ javaScriptEnabled: false });
    await signIn(ana, world, ANA);
    await signIn(ada, world, ADA);
    await signIn(ben, world, BEN);
    await addArticle(ana, world, POST);
    await acceptAll(ana);
    await addArticle(ana, world, TIMES);
    await acceptAll(ana);
  });
  test.afterAll(() => world?.stop());

  const unread = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Notifications/ });

  test('V8: a measure is followed by key and by button, and what is followed is a list', async () => {
    await ada.goto(`${world.url}/review/measures`);
    await ada
      .getByRole('main')
      .getByRole('link', { name: /people/ })
      .first()
      .click();
    await ready(ada);
    await ada.keyboard.press('f');
    await expect(ada.getByRole('status').first()).toContainText('What you follow is saved');
    await expect(ada.getByRole('button', { name: 'Follow no more' })).toBeVisible();
    await ben.goto(`${world.url}/review/sources`);
    await ben.getByRole('main').getByRole('link', { name: TIMES.outlet }).click();
    await ben.getByRole('button', { name: 'Follow' }).click();
    await expect(ben.getByRole('status')).toContainText('What you follow is saved');
    await ben.goto(`${world.url}/review/notifications`);
    await expect(ben.getByRole('region', { name: 'You follow 1 thing' })).toContainText(TIMES.outlet);
    await expect(ana.getByRole('button', { name: 'Follow no more' })).toHaveCount(0);
  });

  test('V8: a ruling that is sent back and one that is published are told, counted in the frame, and marked as read', async () => {
    test.setTimeout(120_000);
    caseId = await openFirstCase(ana, world);
    await fillRuling(ana, { verdicts: { A: 'outdated', B: 'supported' }, accept: 'B', why: 'outdated', reason: REASON });
    await ana.getByRole('button', { name: 'Save the ruling' }).click();
    await ben.goto(`${world.url}/review/cases/${caseId}`);
    await ben.getByText('Send it back …').click();
    await ben.getByLabel('What is missing').fill('the second link is dead');
    await ben.getByRole('button', { name: 'Return the ruling' }).click();
    await expect(ben.getByRole('status')).toContainText('The ruling went back');
    await ana.goto(`${world.url}/review`);
    await expect(unread(ana)).toContainText('1 unread');
    await ready(ana);
    await ana.keyboard.press('g');
    await ana.keyboard.press('i');
    await expect(ana.getByRole('heading', { level: 1 })).toHaveText('Notifications');
    await expect(ana.getByRole('main')).toContainText('Your ruling was sent back');
    await expect(ana.getByRole('main')).not.toContainText('second link is dead');
    expect(await faultsOf(ana)).toEqual([]);
    await ana.getByRole('button', { name: /^Mark as read\s*: Your ruling/ }).click();
    await expect(ana.getByRole('status').first()).toContainText('Marked as read');
    await expect(unread(ana)).not.toContainText('unread');

    await ana.goto(`${world.url}/review/cases/${caseId}`);
    await ana.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ana.getByRole('status').first()).toContainText('Your ruling is saved');
    await ben.goto(`${world.url}/review/cases/${caseId}`);
    await ben.getByRole('button', { name: 'Confirm and publish' }).click();
    await expect(ben.getByRole('status')).toContainText('The ruling is published');
    await ada.goto(`${world.url}/review/notifications`);
    await expect(ada.getByRole('main')).toContainText('A ruling was published');
    await ada.getByRole('button', { name: 'Mark all as read' }).click();
    await expect(ada.getByRole('heading', { name: 'Nothing unread' })).toBeVisible();
  });

  test('V8: a digest goes by mail to whoever has not read it, by the command and through the server', async () => {
    const asked = { env: { ...process.env, DATABASE_URL: `file:${world.record}` } };
    const before = letters(world).length;
    // Ben published it himself, and Ada and Ana have read what they were told: somebody opens it again.
    await ben.goto(`${world.url}/review/cases/${caseId}`);
    await ben.getByText('Open it again …').click();
    await ben.getByLabel('Why it has to be looked at again').fill('A later bulletin was found.');
    await ben.getByRole('button', { name: 'Reopen the case' }).click();
    await expect(ben.getByRole('status')).toContainText('The case is open again');
    const { stdout } = await promisify(execFile)(process.execPath, ['bin/countercheck.mjs', 'digest'], asked);
    expect(stdout).toBe('2 letters sent.\n');
    await expect.poll(() => letters(world).length).toBe(before + 2);
    const [toAda, toAna] = [ADA, ANA].map((to) => letters(world).find((letter) => letter.to === to)!.text);
    expect(toAna).toContain('A case you decided on was opened again');
    expect(toAda).toContain('A case was opened again');
    expect(toAda).toContain(`${world.url}/review/cases/${caseId}`);
    expect(toAda).not.toContain('A later bulletin was found');
  });

  test('V8: what happens to one measure is a feed of its own, which nobody has to take', async ({ request }) => {
    await ada.goto(`${world.url}/review/notifications`);
    const feed = ada.getByRole('region', { name: /^You follow/ }).getByRole('link', { name: /^feed of .*people/ });
    const path = (await feed.getAttribute('href'))!;
    const answer = await request.get(`${world.url}${path}`);
    expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8']);
    const told = parseAtomFeed(await answer.text());
    expect(told.id).toBe(`${world.url}${path}`);
    const terms = told.entries!.flatMap(({ categories }) => categories!.map(({ term }) => term));
    expect([...new Set(terms)].sort()).toEqual(['opened', 'published', 'reopened', 'reported']);
    const page = await request.get(`${world.url}${path.replace('.atom', '')}`);
    expect(page.headers().link).toContain(`<${path}>; rel="alternate"; type="application/atom+xml"`);
    expect((await request.get(`${world.url}/measures/000000000000.atom`)).status()).toBe(404);
  });

  test('V8: each kind can be switched off, in the app and by mail apart', async () => {
    await ada.goto(`${world.url}/review/notifications`);
    await ada.getByRole('button', { name: 'Mark all as read' }).click();
    await ada.goto(`${world.url}/review/settings#notifications`);
    const followed = ada.getByRole('group', { name: 'Something I follow changed or was published' });
    await followed.getByLabel('In the app').uncheck();
    await followed.getByLabel('By mail').uncheck();
    await ada.getByRole('button', { name: 'Save what I am told' }).click();
    await expect(ada.getByRole('status').first()).toContainText('What you are told is saved');
    await expect(followed.getByLabel('By mail')).not.toBeChecked();
    expect(await faultsOf(ada)).toEqual([]);
    await ben.goto(`${world.url}/review/cases/${caseId}`);
    await ben.getByText('Withdraw what is published …').click();
    await ben.getByLabel('Why it is withdrawn').fill('The bulletin was forged.');
    await ben.getByRole('button', { name: 'Withdraw the ruling' }).click();
    await expect(ben.getByRole('status')).toContainText('The ruling is withdrawn');
    await ana.goto(`${world.url}/review`);
    await expect(unread(ana)).toContainText('unread');
    await ada.goto(`${world.url}/review`);
    await expect(unread(ada)).not.toContainText('unread');
  });
});
