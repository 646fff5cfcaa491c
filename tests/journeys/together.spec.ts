import { type Browser, expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { addCast, EDDA } from './desk/cast';
import { addCases } from './desk/many-cases';
import { fillRuling, signIn } from './desk/steps';
import { ADA, ANA, BEN, startWorld, type World } from './desk/world';

const SECOND = { verdicts: { A: 'outdated', B: 'supported' }, accept: 'B', why: 'outdated' };
const ready = (page: Page) => expect(page.locator('html[data-desk=ready]')).toBeAttached();
const presence = (page: Page) => page.locator('[data-presence]');
/** The page asks who is there at once, as it does when somebody comes back to it. */
const look = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

test.describe('V10: people at one thing at the same time', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;
  let ben: Page;
  let ada: Page;
  let edda: Page;
  let address: string;
  let article: string;
  const as = async (browser: Browser, email: string, script = true) => {
    const page = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
    await signIn(page, world, email);
    return page;
  };
  const open = async (page: Page, at = address) => {
    await page.goto(at);
    await ready(page);
  };

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    ada = await as(browser, ADA, false);
    await addCast(ada.request, world);
    [ana, ben, edda] = [await as(browser, ANA), await as(browser, BEN), await as(browser, EDDA)];
    await addCases(ana.request, world, 3);
    await ana.goto(`${world.url}/review?split=conflicts`);
    const id = (await ana.locator('.lines > li').first().getAttribute('id'))!.slice(2);
    address = `${world.url}/review/cases/${id}`;
    await ana.goto(`${world.url}/review?split=articles`);
    article = `${world.url}/review/articles/${(await ana.locator('.lines > li').first().getAttribute('id'))!.slice(2)}`;
  });
  test.afterAll(() => world?.stop());

  test('whoever opens something is seen there by name, with the time of the lock, in its row of the queue too', async () => {
    await open(ana);
    await expect(presence(ana)).toContainText(/your lock [45]:\d\d/);
    await open(ben);
    await expect(presence(ben)).toContainText(/Ana Reviewer is looking at this · lock [45]:\d\d/);
    await look(ana);
    await expect(presence(ana)).toContainText('Ben Reviewer is looking at this');
    expect(await faultsOf(ben)).toEqual([]);
    // It blocks nobody, and whoever has no script is told as well.
    await ada.goto(address);
    await expect(presence(ada)).toContainText('Ana Reviewer is looking at this');
    await expect(ada.getByRole('button', { name: 'Save the ruling' })).toBeVisible();
    await ada.goto(`${world.url}/review?split=conflicts`);
    await expect(ada.locator('.at-it')).toHaveText(/Ana Reviewer, Ben Reviewer are looking at this/);
    await ben.goto(`${world.url}/review?split=conflicts`);
    await expect(ben.locator('.at-it')).toHaveText(/Ana Reviewer is looking at this/);
    expect(await faultsOf(ben)).toEqual([]);
  });

  test('it goes when they leave, and when their session ends; the log says nothing of it', async () => {
    await open(ben);
    await expect(presence(ben)).toContainText('your lock');
    await open(ben, article);
    await expect(presence(ben)).toContainText('your lock');
    await expect(async () => {
      await ada.goto(address);
      await expect(presence(ada)).not.toContainText('Ben', { timeout: 500 });
    }).toPass();
    await ada.goto(article);
    await expect(presence(ada)).toContainText('Ben Reviewer is looking at this');
    await ada.goto(`${world.url}/admin/people`);
    await ada.getByRole('button', { name: 'End sessions: Ben Reviewer' }).click();
    await ada.goto(article);
    await expect(presence(ada)).not.toContainText('Ben');
    await ada.goto(`${world.url}/admin/log`);
    await expect(ada.getByRole('main')).not.toContainText(/presence|looking/);
    await signIn(ben, world, BEN);
  });

  test('a definition that two change at once: the second chooses field by field, and nothing is typed again', async () => {
    await edda.goto(`${world.url}/review/measures?q=died`);
    await edda.getByRole('main').getByRole('table').getByRole('link').first().click();
    const page = edda.url();
    await ready(edda);
    await ada.goto(page);
    await ada.getByLabel('What counts', { exact: true }).fill('Deaths that the health officials confirmed.');
    await ada.getByLabel('Unit').fill('people');
    await ada.getByRole('button', { name: 'Keep the definition' }).click();
    await expect(ada.getByRole('status')).toContainText('The definition is kept');
    await edda.getByLabel('What counts', { exact: true }).fill('Everybody who died.');
    await edda.getByLabel('What does not count').fill('The missing.\nThe injured.');
    await edda.getByRole('button', { name: 'Keep the definition' }).click();
    await expect(edda.getByRole('main').getByRole('alert')).toContainText('Somebody else changed this definition');
    const merge = edda.getByRole('region', { name: 'The definition was changed while you wrote' });
    await expect(merge).toContainText('Ada Admin was faster');
    await expect(merge.getByRole('row', { name: /“What counts”/ })).toContainText('Everybody who died.');
    await expect(merge.getByRole('row', { name: /The question/ })).toHaveCount(0);
    expect(await faultsOf(edda)).toEqual([]);
    await merge.getByRole('radio', { name: 'Deaths that the health officials confirmed.' }).check();
    await merge
      .getByRole('row', { name: /The unit/ })
      .getByRole('radio', { name: 'people' })
      .check();
    await merge.getByRole('button', { name: 'Put what is chosen into the form' }).click();
    await expect(edda.getByLabel('What counts', { exact: true })).toHaveValue('Deaths that the health officials confirmed.');
    await expect(edda.getByLabel('What does not count')).toHaveValue('The missing.\nThe injured.');
    await expect(edda.getByLabel('Unit')).toHaveValue('people');
    await edda.getByRole('button', { name: 'Keep the definition' }).click();
    await expect(edda.getByRole('status')).toContainText('The definition is kept');
    const id = new URL(page).pathname.split('/')[3]!;
    const stale = await ada.request.post(`${world.url}/api/v1/measures/${id}/definition`, {
      headers: { origin: world.url },
      data: { revision: 0, counts: 'All of them.' },
    });
    expect([stale.status(), stale.headers()['content-type']]).toEqual([409, 'application/problem+json']);
    expect(await stale.json()).toMatchObject({
      code: 'VersionConflict',
      details: { yours: { revision: 0, counts: 'All of them.' }, current: { counts: 'Deaths that the health officials confirmed.' } },
    });
  });

  test('a case that somebody else took meanwhile: the ruling stands in the form, and is saved by pressing again', async () => {
    await open(ben);
    await ada.goto(address);
    await ada.getByRole('button', { name: 'Take this case' }).click();
    await fillRuling(ben, {
      verdicts: { A: 'outdated', B: 'supported' },
      accept: 'B',
      why: 'outdated',
      reason: 'The second bulletin counts them anew.',
    });
    await ben.getByRole('button', { name: 'Save the ruling' }).click();
    const moved = ben.getByRole('region', { name: 'The case moved on while you wrote' });
    await expect(moved).toContainText('Ada Admin was faster');
    await expect(moved).toContainText('No other ruling stands against it');
    await expect(ben.getByLabel('Reason, public')).toHaveValue('The second bulletin counts them anew.');
    await ready(ben);
    await ben.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ben.getByRole('status')).toContainText('Your ruling is saved');
  });

  test('two windows of one person: the one that sends is told what the other kept, and chooses field by field', async ({ browser }) => {
    const [one, two] = [await ana.context().newPage(), await ana.context().newPage()];
    const next = async (page: Page) => {
      await page.goto(`${world.url}/review?split=conflicts`);
      await page.locator('.lines .line-title').first().click();
      await ready(page);
    };
    await next(one);
    await next(two);
    await one.getByLabel('Verdict on A').selectOption('unverifiable');
    await one.getByLabel('Reason, public').fill('The words of the first window, and they are better.');
    await expect(one.locator('[data-draft-state^="cases.rule:"] .draft-state')).toHaveText(/^Draft saved/);
    // Sent at once, before its own draft could be kept.
    await fillRuling(two, {
      verdicts: { A: 'outdated', B: 'supported' },
      accept: 'B',
      why: 'outdated',
      reason: 'The words of the second.',
    });
    await two.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(two.getByRole('main').getByRole('alert')).toContainText('Another window of yours kept a later draft');
    const merge = two.getByRole('region', { name: 'Two windows of yours hold different texts' });
    await expect(merge.getByRole('row', { name: /The verdict on A/ })).toContainText('Unverifiable');
    expect(await faultsOf(two)).toEqual([]);
    await merge.getByRole('radio', { name: 'The words of the first window, and they are better.' }).check();
    await merge.getByRole('button', { name: 'Put what is chosen into the form' }).click();
    await expect(two.getByLabel('Verdict on A')).toHaveValue('outdated');
    await expect(two.getByLabel('Reason, public')).toHaveValue('The words of the first window, and they are better.');
    await ready(two);
    await two.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(two.getByRole('status')).toContainText('Your ruling is saved');

    // The first window is behind now, and neither the ruling nor what stands in it goes unseen. It works without a script, too.
    const plain = await (
      await browser.newContext({ storageState: await ana.context().storageState(), javaScriptEnabled: false })
    ).newPage();
    await fillRuling(one, { ...SECOND, reason: 'The first window goes on and on and on.' });
    await one.getByRole('button', { name: 'Save the ruling' }).click();
    const behind = one.getByRole('region', { name: 'The case moved on while you wrote' });
    await expect(behind.getByRole('row', { name: /The reason/ })).toContainText('and they are better');
    await plain.goto(one.url());
    await plain.getByRole('radio', { name: 'The words of the first window, and they are better.' }).check();
    await plain.getByRole('button', { name: 'Put what is chosen into the form' }).click();
    await expect(plain.getByLabel('Reason, public')).toHaveValue('The words of the first window, and they are better.');
  });
});
