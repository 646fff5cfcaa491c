import { type Browser, expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { addCast, EDDA } from './desk/cast';
import { addCases } from './desk/many-cases';
import { fillRuling, signIn } from './desk/steps';
import { ADA, ANA, BEN, startWorld, type World } from './desk/world';

const ready = (page: Page) => expect(page.locator('html[data-desk=ready]')).toBeAttached();
const saved = (page: Page) => expect(page.locator('.draft-state').filter({ hasText: 'Draft saved' })).toBeVisible();

test.describe('V10: a draft goes over nothing that its writer did not see', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;
  let ben: Page;
  let ada: Page;
  let edda: Page;
  const as = async (browser: Browser, email: string, script = true) => {
    const page = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
    await signIn(page, world, email);
    return page;
  };

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    ada = await as(browser, ADA);
    await addCast(ada.request, world);
    [ana, ben, edda] = [await as(browser, ANA), await as(browser, BEN, false), await as(browser, EDDA, false)];
    await addCases(ana.request, world, 3);
  });
  test.afterAll(() => world?.stop());

  test('a definition: opened again after somebody else changed it, the draft is compared before it is kept', async () => {
    await ada.goto(`${world.url}/review/measures?q=died`);
    await ada.getByRole('main').getByRole('table').getByRole('link').first().click();
    const address = ada.url();
    await ready(ada);
    await ada.getByLabel('What counts', { exact: true }).fill('Everybody who died.');
    await ada.getByLabel('How it adds up').fill('The later holds the earlier.');
    await saved(ada);
    await edda.goto(address);
    await edda.getByLabel('What counts', { exact: true }).fill('Deaths that the health officials confirmed.');
    await edda.getByLabel('Topics').fill('Floods');
    await edda.getByRole('button', { name: 'Keep the definition' }).click();
    await expect(edda.getByRole('status')).toContainText('The definition is kept');

    const merge = ada.getByRole('region', { name: 'The definition was changed while you wrote' });
    for (const way of ['opened again', 'left, and opened again']) {
      await ada.goto(address);
      await expect(ada.getByLabel('What counts', { exact: true }), way).toHaveValue('Everybody who died.');
      await ada.getByRole('button', { name: 'Keep the definition' }).click();
      await expect(ada.getByRole('main').getByRole('alert'), way).toContainText('Somebody else changed this definition');
    }
    // What one side left as it was is chosen from the other; what both changed is asked.
    const row = (words: RegExp) => merge.getByRole('row', { name: words });
    await expect(row(/topics/i)).toContainText('You left it as it was');
    await expect(row(/topics/i).getByRole('radio', { name: 'Floods' })).toBeChecked();
    await expect(row(/How it adds up/).getByRole('radio', { name: 'The later holds the earlier.' })).toBeChecked();
    await expect(row(/“What counts”/)).toContainText('You both changed it');
    await expect(row(/“What counts”/).getByRole('radio', { checked: true })).toHaveCount(0);
    expect(await faultsOf(ada)).toEqual([]);
    await row(/“What counts”/)
      .getByRole('radio', { name: 'Everybody who died.' })
      .check();
    await merge.getByRole('button', { name: 'Put what is chosen into the form' }).click();
    await expect(ada.getByLabel('Topics')).toHaveValue('Floods');
    await ada.getByRole('button', { name: 'Keep the definition' }).click();
    await expect(ada.getByRole('status').first()).toContainText('The definition is kept');
    await edda.goto(address);
    await expect(edda.getByLabel('Topics')).toHaveValue('Floods');
    await expect(edda.getByLabel('What counts', { exact: true })).toHaveValue('Everybody who died.');
  });

  test('a name: the draft of another is compared with what was given meanwhile', async () => {
    await ada.goto(`${world.url}/review/sources`);
    await ada.getByRole('link', { name: 'Norland Post' }).first().click();
    const address = ada.url();
    await ready(ada);
    await ada.getByLabel('Name on its pages').last().fill('The Norland Post');
    await saved(ada);
    await edda.goto(address);
    await edda.getByLabel('Name on its pages').last().fill('Norland Post & Mail');
    await edda.getByRole('button', { name: 'Keep the name' }).click();
    await expect(edda.getByRole('status')).toContainText('The name is kept');
    await ada.goto(address);
    await ada.getByRole('button', { name: 'Keep the name' }).click();
    const merge = ada.getByRole('region', { name: 'It was changed while you wrote' });
    await expect(merge.getByRole('row', { name: /You both changed it/ })).toContainText('Norland Post & Mail');
  });

  test('a ruling: another was saved and sent back meanwhile; that somebody only took the case asks nothing', async () => {
    await ana.goto(`${world.url}/review?split=conflicts`);
    const ids = await ana.locator('.lines > li').evaluateAll((rows) => rows.map((row) => row.id.slice(2)));
    const decision = { verdicts: { A: 'outdated', B: 'supported' }, accept: 'B', why: 'outdated' };
    await ana.goto(`${world.url}/review/cases/${ids[0]}`);
    await ready(ana);
    await fillRuling(ana, { ...decision, reason: 'The words that Ana wrote at first.' });
    await saved(ana);
    await ben.goto(`${world.url}/review/cases/${ids[0]}`);
    await ben.getByRole('button', { name: 'Take this case' }).click();
    await fillRuling(ben, { ...decision, verdicts: { A: 'unverifiable', B: 'supported' }, reason: 'The words that Ben wrote in between.' });
    await ben.getByRole('button', { name: 'Save the ruling' }).click();
    await edda.goto(`${world.url}/review/cases/${ids[0]}`);
    await edda.getByText('Send it back …').click();
    await edda.getByLabel('What is missing').fill('The link is dead.');
    await edda.getByRole('button', { name: 'Return the ruling' }).click();
    await ana.goto(`${world.url}/review/cases/${ids[0]}`);
    await ready(ana);
    await ana.getByRole('button', { name: 'Save the ruling' }).click();
    const moved = ana.getByRole('region', { name: 'The case moved on while you wrote' });
    await expect(moved).toBeVisible();
    await expect(ana.getByLabel('Reason, public')).toHaveValue('The words that Ana wrote at first.');
    await moved.getByRole('button', { name: 'Go on with what you typed' }).click();
    await ready(ana);
    await ana.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ana.getByRole('status').first()).toContainText('Your ruling is saved');

    await ana.goto(`${world.url}/review/cases/${ids[1]}`);
    await ready(ana);
    await fillRuling(ana, { ...decision, reason: 'The words that Ana wrote of the second.' });
    await saved(ana);
    await ben.goto(`${world.url}/review/cases/${ids[1]}`);
    await ben.getByRole('button', { name: 'Take this case' }).click();
    await ana.reload();
    await ready(ana);
    await ana.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ana.getByRole('status').first()).toContainText('Your ruling is saved');
  });
});
