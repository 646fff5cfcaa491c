import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { acceptAll, addArticle, type Paste, signIn } from './desk/steps';
import { ANA, BEN, startWorld, type World } from './desk/world';

const TEXT =
  'Storm in the valley\n\nThe storm closed about 40 schools in the valley on Friday, mayor Rosa Lind said. Then the two boats at the quay sank, and so did the two boats at sea. 🚢 <b>No bridge</b> was lost.';
const STORM: Paste = { text: TEXT, outlet: 'Radio Otter', publishedAt: '2024-05-03', title: 'Storm in the valley' };

/** Selects words of the shown text by keyboard alone: the caret is set before them, and Shift and an arrow do the rest. */
async function selectWords(page: Page, words: string): Promise<void> {
  const text = page.getByLabel('Text of the article: select the words');
  // The caret comes with the script.
  await expect(text).not.toHaveAttribute('readonly');
  const shown = await text.inputValue();
  const at = shown.indexOf(words);
  expect(at, words).toBeGreaterThanOrEqual(0);
  await text.focus();
  await text.evaluate((field: HTMLTextAreaElement, place) => field.setSelectionRange(place, place), at);
  await page.keyboard.type('7');
  for (let typed = 0; typed < words.length; typed += 1) await page.keyboard.press('Shift+ArrowRight');
  // Nothing can be typed into the text.
  expect(await text.inputValue()).toBe(shown);
}

const row = (page: Page, name: string) => page.locator('.picker-live').getByRole('row', { name: new RegExp(`^${name}`) });

test.describe('people read by hand', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;
  let ben: Page;
  let article: string;
  let claim: string;

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    [ana, ben] = [await browser.newPage(), await browser.newPage({ javaScriptEnabled: false })];
    await signIn(ana, world, ANA);
    await signIn(ben, world, BEN);
    article = await addArticle(ana, world, STORM);
    claim = (await ana.locator('.readings > li').filter({ hasText: '40' }).getAttribute('id'))!.slice(2);
    await acceptAll(ana);
  });
  test.afterAll(() => world?.stop());

  test('V13: a reading is corrected by selecting text, and number and hedge are read again live', async ({ page }) => {
    await ana.goto(`${world.url}/review/articles/${article}`);
    await ana
      .locator(`#r-${claim}`)
      .getByRole('link', { name: /^Correct it/ })
      .click();
    await selectWords(ana, '40 schools');
    await expect(ana.getByLabel('Selected words')).toHaveValue('40 schools');
    await expect(row(ana, 'Figure')).toContainText('about 40 schools');
    await expect(row(ana, 'Figure')).toContainText('≠ differs');
    await expect(row(ana, 'Hedge')).toContainText('none');
    await selectWords(ana, 'about 40 schools in the valley');
    await expect(row(ana, 'Hedge')).not.toContainText('differs');
    await selectWords(ana, 'schools in the');
    await expect(ana.locator('.picker-refused')).toContainText('hold no number');
    await selectWords(ana, 'Rosa Lind');
    await ana.getByRole('button', { name: 'who says it' }).click();
    await expect(ana.getByLabel('Said by')).toHaveValue('Rosa Lind');
    await selectWords(ana, '40 schools');
    await expect(row(ana, 'Hedge')).toContainText('none');
    await ana.getByLabel('Why', { exact: true }).fill('The mayor gave the number itself.');
    expect(await faultsOf(ana)).toEqual([]);
    await ana.getByRole('button', { name: 'Save the correction' }).click();
    await expect(ana.getByRole('status').first()).toContainText('Your reading is kept beside the machine’s');
    await expect(ana.locator('.hand-reading')).toContainText('Ana Reviewer corrected the figure');
    await expect(ana.locator('.hand-reading')).toContainText('The machine read: about 40 schools');
    expect(await faultsOf(ana)).toEqual([]);
    await page.goto(`${world.url}/claims/${claim}`);
    const told = page.getByRole('note', { name: 'Read by hand' });
    await expect(told).toContainText('Corrected by a reviewer');
    await expect(told).toContainText('The mayor gave the number itself.');
    await expect(told).toContainText('about 40 schools');
    await expect(page.getByRole('heading', { level: 1 })).toContainText('40 schools');
    await expect(page.locator('body')).not.toContainText('Ana');
    expect(await faultsOf(page)).toEqual([]);
    const csv = await page.request.get(
      `${world.url}${new URL((await page.locator('.kicker a').getAttribute('href'))!, world.url).pathname.split('/').slice(0, 3).join('/')}.csv`,
    );
    expect(await csv.text()).toContain('corrected,about 40 schools');
  });

  test('without script the words are pasted, read by the page, and the place is chosen where they stand twice', async () => {
    await ben.goto(`${world.url}/review/articles/${article}?add=1`);
    const form = ben.getByRole('form', { name: 'Add a claim' });
    await form.getByLabel('Selected words').fill('two boats');
    await form.getByRole('button', { name: 'Add the claim' }).click();
    await expect(ben.getByRole('main').getByRole('alert')).toContainText('stand in the text 2 times');
    await expect(form.getByLabel('Selected words')).toHaveValue('two boats');
    await form.getByRole('radio').first().check();
    await form.getByRole('button', { name: 'Add the claim' }).click();
    await expect(ben.getByRole('status')).toContainText('added by your hand');
    await expect(ben.locator('.readings')).toContainText('added by hand by Ben Reviewer');
    await ben.goto(`${world.url}/review/articles/${article}?add=1`);
    await form.getByLabel('Selected words').fill('No bridge');
    await form.getByRole('button', { name: 'Read the words' }).click();
    await expect(ben.locator('.picker-live')).toHaveText(/\S/);
    await form.getByLabel('Selected words').fill('forty schools');
    await form.getByRole('button', { name: 'Add the claim' }).click();
    await expect(ben.getByRole('main').getByRole('alert')).toContainText('do not stand in the stored text');
  });

  test('whoever judges what was corrected meanwhile publishes nothing unseen: the page shows what it says now', async ({ browser }) => {
    const paste = { ...STORM, text: STORM.text.replace('about 40', 'about 60'), outlet: 'Quay Radio', title: 'Storm at the quay' };
    const quay = await addArticle(ana, world, paste);
    const first = (await ana.locator('.readings > li').first().getAttribute('id'))!.slice(2);
    const correct = async (places: string) => {
      await ben.goto(`${world.url}/review/claims/${first}?correct=1`);
      await ben.getByLabel('Places').fill(places);
      await ben.getByLabel('Why', { exact: true }).fill('The valley is that of Bergen.');
      await ben.getByRole('button', { name: 'Save the correction' }).click();
      await expect(ben.getByRole('status').first()).toContainText('Your reading is kept');
    };
    await correct('Bergen');
    await ana.getByRole('button', { name: /^Accept (all \d+|the one that waits)$/ }).click();
    await expect(ana.getByRole('main').getByRole('alert')).toContainText('Readings of this article were changed meanwhile');
    await expect(ana.locator(`#r-${first}`)).toContainText('Bergen');
    expect(await faultsOf(ana)).toEqual([]);
    await correct('Oslo');
    await ana.getByLabel('Reject reading 1 …').click();
    await ana.getByLabel('Why reading 1 is wrong').fill('That is another valley.');
    await ana.getByRole('button', { name: 'Reject reading 1', exact: true }).click();
    await expect(ana.getByRole('main').getByRole('alert')).toContainText('Somebody else changed this reading meanwhile');
    await expect(ana.getByLabel('Why reading 1 is wrong')).toHaveValue('That is another valley.');
    const stranger = await browser.newPage();
    expect((await stranger.goto(`${world.url}/articles/${quay}`))!.status()).toBe(404);
    await stranger.close();
    await acceptAll(ana);
  });

  test('whoever comes second is told, and keeps what was typed; a correction is taken back', async () => {
    await ben.goto(`${world.url}/review/claims/${claim}?correct=1`);
    await ana.goto(`${world.url}/review/claims/${claim}`);
    await ana.getByRole('button', { name: 'Take your correction back' }).click();
    await expect(ana.getByRole('status').first()).toContainText('what was read before it stands again');
    await expect(ana.locator('.hand-reading')).toContainText('about 40 schools');
    await ben.getByLabel('Places').fill('Bergen');
    await ben.getByLabel('Why', { exact: true }).fill('The valley is that of Bergen.');
    await ben.getByRole('button', { name: 'Save the correction' }).click();
    await expect(ben.getByRole('main').getByRole('alert')).toContainText('Somebody else changed this reading meanwhile');
    await expect(ben.getByLabel('Places')).toHaveValue('Bergen');
    const merge = ben.getByRole('region', { name: 'The reading was changed while you wrote' });
    await merge.getByRole('radio', { name: 'Bergen', exact: true }).check();
    await merge.getByRole('button', { name: 'Put what is chosen into the form' }).click();
    await expect(ben.getByLabel('Places')).toHaveValue('Bergen');
    await ben.getByRole('button', { name: 'Save the correction' }).click();
    await expect(ben.getByRole('status').first()).toContainText('Your reading is kept');
  });
});
