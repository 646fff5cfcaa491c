import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { addCases } from './desk/many-cases';
import { signIn } from './desk/steps';
import { ADA, ANA, PASSWORD, startWorld, type World } from './desk/world';

const WORDS = 'The later bulletin “of the same day” counts more & says so.\n\nThe earlier <b>figure</b> was superseded.';
const ready = (page: Page) => expect(page.locator('html[data-desk=ready]')).toBeAttached();

test.describe('what is typed is kept', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let context: BrowserContext;
  let page: Page;
  let address: string;
  const reason = (at: Page = page) => at.getByLabel('Reason, public');
  const state = (at: Page = page) => at.locator('[data-draft-state^="cases.rule:"] .draft-state');
  const open = async (at: Page = page) => {
    await at.goto(address);
    await ready(at);
  };

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    context = await browser.newContext();
    page = await context.newPage();
    await signIn(page, world, ANA);
    await addCases(page.request, world, 2);
    await page.goto(`${world.url}/review?split=conflicts`);
    await page.locator('.lines .line-title').first().click();
    address = page.url();
    await ready(page);
  });
  test.afterAll(() => world?.stop());

  test('V9: a draft is saved at the keystroke, says so in words, and survives a reload and a browser that is gone', async ({ browser }) => {
    await page.getByLabel('Verdict on A').selectOption('outdated');
    await reason().fill(WORDS);
    await expect(state()).toHaveText(/^Draft saved \d\d:\d\d$/);
    await page.reload();
    await expect(reason()).toHaveValue(WORDS);
    await expect(page.getByLabel('Verdict on A')).toHaveValue('outdated');
    // A key that leads to a text that was begun leads to its end; and rows that were left empty are no reason for more of them.
    await ready(page);
    await page.keyboard.press('r');
    await page.keyboard.type(' And more.');
    await expect(reason()).toHaveValue(`${WORDS} And more.`);
    await reason().fill(WORDS);
    await page.getByLabel('Link 1', { exact: true }).fill('https://relief.example/bulletin-7');
    await expect(state()).toHaveText(/^Draft saved/);
    for (let times = 0; times < 2; times += 1) {
      await page.reload();
      await ready(page);
      await page.getByLabel('What link 1 shows').fill(`Bulletin 7, looked at ${times + 2} times`);
      await expect(state()).toHaveText(/^Draft saved/);
    }
    await page.reload();
    await expect(page.getByLabel(/^Link \d+$/)).toHaveCount(3);
    await page.getByLabel('Link 1', { exact: true }).fill('');
    await page.getByLabel('What link 1 shows').fill('');
    await expect(state()).toHaveText(/^Draft saved/);
    const other = await (await browser.newContext({ storageState: await context.storageState() })).newPage();
    await open(other);
    await expect(reason(other)).toHaveValue(WORDS);
  });

  test('V9: what was typed last goes along when the page is left at once, whatever leads away', async () => {
    await open();
    await reason().fill(`${WORDS} Left by a link.`);
    await page.getByRole('link', { name: 'Queue' }).first().click();
    await open();
    await expect(reason()).toHaveValue(`${WORDS} Left by a link.`);
    await reason().fill(`${WORDS} Left by signing out.`);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signIn(page, world, ANA);
    await open();
    await expect(reason()).toHaveValue(`${WORDS} Left by signing out.`);
    await reason().fill(`${WORDS} Left by closing.`);
    await page.close({ runBeforeUnload: false });
    page = await context.newPage();
    await open();
    await expect(reason()).toHaveValue(/Left by (closing|signing out)\.$/);
  });

  test('V9: the session ends while somebody types: they sign in on the page, and nothing is typed again', async ({ browser }) => {
    const ada = await browser.newPage();
    await signIn(ada, world, ADA);
    await ada.goto(`${world.url}/admin/people`);
    await open();
    await ada.getByRole('button', { name: 'End sessions: Ana Reviewer' }).click();
    await expect(ada.getByRole('status')).toContainText('have ended');
    // Whoever is typing goes on: the next words do not land in the field of an address.
    await reason().fill('Typed after the session');
    await expect(page.getByRole('alert').filter({ hasText: 'Your session has ended' })).toContainText('press Tab to sign in');
    const dialog = page.getByRole('dialog', { name: 'Sign in again' });
    await expect(dialog).toHaveCount(0);
    await page.keyboard.type(' had ended, and never again.');
    await expect(reason()).toHaveValue('Typed after the session had ended, and never again.');
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await expect(dialog).toContainText('What you wrote is still here');
    await expect(dialog.getByLabel('E-mail address')).toBeFocused();
    await expect(state()).toContainText('your session has ended — kept in this browser');
    await dialog.getByLabel('E-mail address').fill(ANA);
    await dialog.getByLabel('Password').fill('not the password');
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText('Address or password is not right');
    await dialog.getByLabel('E-mail address').fill(ADA);
    await dialog.getByLabel('Password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(dialog.getByRole('alert')).toContainText('belongs to somebody else');
    await dialog.getByLabel('E-mail address').fill(ANA);
    await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(state()).toHaveText(/^Draft saved/);
    await page.reload();
    await expect(reason()).toHaveValue('Typed after the session had ended, and never again.');
  });

  test('two windows of one person: the later is told, sees both texts, and chooses', async () => {
    const [one, two] = [page, await context.newPage()];
    await open(one);
    await open(two);
    await reason(one).fill('The text of the first window.');
    await expect(state(one)).toHaveText(/^Draft saved/);
    await reason(two).fill('The text of the second window.');
    const both = two.getByRole('region', { name: 'Two drafts of this form' });
    await expect(both).toContainText('In this window: The text of the second window.');
    await expect(both).toContainText('Kept by the other: The text of the first window.');
    await one.reload();
    await expect(reason(one)).toHaveValue('The text of the first window.');
    await ready(one);
    await both.getByRole('button', { name: 'Go on with the text of this window' }).click();
    await expect(state(two)).toHaveText(/^Draft saved/);
    await reason(one).fill('The first goes on.');
    const again = one.getByRole('region', { name: 'Two drafts of this form' });
    await again.getByRole('button', { name: 'Take the text of the other' }).click();
    await expect(reason(one)).toHaveValue('The text of the second window.');
  });

  test('a draft whose answer was lost is no other window’s, nor is the same text kept anew', async () => {
    await open();
    const answers: number[] = [];
    await page.route('**/api/v1/drafts', async (route) => {
      const headers = { ...(await route.request().allHeaders()), origin: world.url };
      answers.push((await route.fetch({ headers })).status());
      await route.abort();
    });
    await reason().fill('Sent, and nobody heard the answer.');
    await expect(state()).toHaveText('Draft not saved: offline — kept in this browser');
    await page.unroute('**/api/v1/drafts');
    expect(answers).toEqual([200]);
    await reason().fill('Sent, and nobody heard the answer. Then more was typed.');
    await expect(state()).toHaveText(/^Draft saved/);
    await page.reload();
    await expect(reason()).toHaveValue('Sent, and nobody heard the answer. Then more was typed.');
  });

  test('offline nothing is sent and nothing is lost: the page says so, and goes on by itself', async () => {
    await open();
    await context.setOffline(true);
    await expect(page.locator('.offline')).toContainText('You are offline');
    await reason().fill('Typed without a line to the server.');
    await expect(state()).toHaveText('Draft not saved: offline — kept in this browser');
    await page.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(page.locator('.offline')).toContainText('Nothing was sent');
    await expect(reason()).toHaveValue('Typed without a line to the server.');
    await context.setOffline(false);
    await expect(state()).toHaveText(/^Draft saved/);
    await expect(page.locator('.offline')).toHaveCount(0);
    await context.setOffline(true);
    await reason().fill('Typed offline, in a window that was closed then.');
    await expect(state()).toHaveText(/kept in this browser$/);
    await page.close();
    await context.setOffline(false);
    page = await context.newPage();
    await open();
    await expect(reason()).toHaveValue('Typed offline, in a window that was closed then.');
    await expect(state()).toHaveText(/^Draft saved/);
  });

  test('a text of 200,000 signs is kept whole, and markup that is pasted comes as the words it is', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: world.url });
    await page.goto(`${world.url}/review/intake`);
    await ready(page);
    const words = `412 people died. ${'x'.repeat(200_000)}`;
    await page.evaluate(async (text) => {
      const html = new Blob([`<p onclick="alert(1)"><b>${text}</b></p>`], { type: 'text/html' });
      await navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': new Blob([text], { type: 'text/plain' }) })]);
    }, words);
    await page.getByLabel('Text').focus();
    await page.keyboard.press('Control+v');
    await expect(page.getByLabel('Text')).toHaveValue(words);
    await expect(page.locator('.draft-state')).toHaveText(/^Draft saved/);
    await page.reload();
    await expect(page.getByLabel('Text')).toHaveValue(words);
    await ready(page);
    await page.getByLabel('Title').fill('Left at once, too long to go along');
    await page.getByRole('link', { name: 'Queue' }).first().click();
    await page.goto(`${world.url}/review/intake`);
    await expect(page.getByLabel('Title')).toHaveValue('Left at once, too long to go along');
    await expect(page.locator('.draft-state')).toHaveText(/^Draft saved/);
  });

  test('without a script, too, a window that is behind is told, with both texts on its page', async ({ browser }) => {
    const plain = await browser.newContext({ storageState: await context.storageState(), javaScriptEnabled: false });
    const [one, two] = [await plain.newPage(), await plain.newPage()];
    for (const at of [one, two]) await at.goto(address);
    await reason(one).fill('The plain text of the first window.');
    await one.getByRole('button', { name: /^Keep (as a|the) draft/ }).click();
    await expect(one.getByText('Your draft is kept')).toBeVisible();
    await reason(two).fill('The plain text of the second window.');
    await two.getByRole('button', { name: /^Keep (as a|the) draft/ }).click();
    await expect(two.getByRole('main').getByRole('alert')).toContainText('Another window of yours kept a later draft');
    const both = two.getByRole('region', { name: 'Two windows of yours hold different texts' });
    await expect(both).toContainText('The plain text of the first window.');
    await expect(reason(two)).toHaveValue('The plain text of the second window.');
  });

  test('what was sent leaves no draft behind, and an old window brings none back', async () => {
    await open();
    await page.getByLabel('Verdict on A').selectOption('outdated');
    await page.getByLabel('Verdict on B').selectOption('unverifiable');
    await page.getByLabel('Why they differ').selectOption('outdated');
    await page.getByLabel('I looked, and found none').check();
    await reason().fill('The later bulletin of the same day counts more.');
    await page.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(page.getByText('Your ruling is saved')).toBeVisible();
    await page.goto(`${world.url}/review?split=mine`);
    await expect(page.locator('.lines')).not.toContainText('your draft');
  });
});
