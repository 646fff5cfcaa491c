import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { acceptAll, addArticle, type Paste, POST, signIn, TIMES } from './desk/steps';
import { ADA, ANA, startWorld, type World } from './desk/world';

const FULL: Paste = {
  text: 'Vice Foreign Minister Luo Zhaohui said on Monday that 83 harbours had been given aid.',
  outlet: 'Harbour Herald',
  publishedAt: '2024-05-02',
  title: 'Aid for harbours',
};
const SHORT: Paste = {
  text: 'Vice foreign minister Luo said on Tuesday that 40 lamps were out in the port.',
  outlet: 'Lamp Weekly (AP)',
  publishedAt: '2024-05-03',
  title: 'Lamps out',
};
const COUNTS = 'People whom the flood of the Verra killed, by the lists of the health office.';

/** The one link of a list to somebody with this name. */
const openNamed = async (page: Page, world: World, list: string, search: string, name: string) => {
  await page.goto(`${world.url}/review/${list}`);
  await page.getByRole('searchbox').fill(search);
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('main').getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name.split(',')[0]!);
};

test.describe('speakers, outlets and measures are records', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;
  /** Whoever may define and merge, with a script and without. */
  let ada: Page;
  let ben: Page;
  let measure: string;

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    // What looks for faults in a page needs scripts; the other does without any.
    [ana, ada, ben] = [await browser.newPage(), await browser.newPage(), await browser.newPage({ javaScriptEnabled: false })];
    await signIn(ana, world, ANA);
    await signIn(ada, world, ADA);
    await signIn(ben, world, ADA);
    for (const paste of [POST, TIMES, FULL]) {
      await addArticle(ana, world, paste);
      await acceptAll(ana);
    }
    await ana.goto(`${world.url}/review/intake`);
    await addShort(ana, world);
  });
  test.afterAll(() => world?.stop());

  /** The agency in the brackets is no part of the outlet. */
  async function addShort(page: Page, at: World): Promise<void> {
    await page.goto(`${at.url}/review/intake`);
    await page.getByLabel('Text').fill(SHORT.text);
    await page.getByLabel('Outlet', { exact: true }).fill(SHORT.outlet);
    await page.getByLabel('Published on').fill(SHORT.publishedAt);
    await page.getByLabel('Title').fill(SHORT.title);
    await page.getByLabel('This is a new outlet').check();
    await page.getByRole('button', { name: 'Store and read' }).click();
    await acceptAll(page);
  }

  test('two names of one speaker are merged and split without a script, and readers are led on', async ({ page, request }) => {
    await openNamed(ben, world, 'speakers', 'luo', 'Luo, Vice foreign minister');
    const own = new URL(ben.url()).pathname.split('/').at(-1)!;
    await expect(ben.getByRole('region', { name: 'Merge into another' })).toContainText('both are called “vice foreign minister”');
    await ben.getByRole('button', { name: 'Merge into it Luo Zhaohui' }).click();
    await expect(ben.getByRole('status')).toContainText('Merged: the other stands for it');
    await ben.getByRole('main').getByRole('link', { name: 'Luo Zhaohui' }).first().click();
    const standing = new URL(ben.url()).pathname.split('/').at(-1)!;
    const led = await request.get(`${world.url}/speakers/${own}`, { maxRedirects: 0 });
    expect([led.status(), led.headers().location]).toEqual([308, `/speakers/${standing}`]);
    await page.goto(`${world.url}/speakers/${own}`);
    await expect(page.getByRole('heading', { level: 1, name: 'Luo Zhaohui' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('40 lamps');
    expect(await faultsOf(page)).toEqual([]);
    await ben.getByRole('button', { name: 'Split off Luo' }).click();
    await expect(ben.getByRole('status')).toContainText('Split off: it stands by itself again');
    expect((await request.get(`${world.url}/speakers/${own}`, { maxRedirects: 0 })).status()).toBe(200);
    await expect(ben.getByRole('region', { name: 'What people did' })).toBeVisible();
  });

  test('what somebody typed is kept when another was faster', async () => {
    await openNamed(ana, world, 'speakers', 'zhaohui', 'Luo Zhaohui');
    await openNamed(ben, world, 'speakers', 'zhaohui', 'Luo Zhaohui');
    await ben.getByLabel('Name on its pages').last().fill('Luo Zhao-hui');
    await ben.getByRole('button', { name: 'Keep the name' }).click();
    await expect(ben.getByRole('status')).toContainText('The name is kept');
    await ana.getByLabel('Name on its pages').last().fill('Zhaohui Luo');
    await ana.getByRole('button', { name: 'Keep the name' }).click();
    const both = ana.getByRole('region', { name: 'It was changed while you wrote' });
    await expect(both.getByRole('row', { name: /The name/ })).toContainText('Luo Zhao-hui');
    await expect(ana.getByLabel('Name on its pages').last()).toHaveValue('Zhaohui Luo');
    expect(await faultsOf(ana)).toEqual([]);
  });

  test('an agency is an outlet by itself', async ({ page }) => {
    await openNamed(ben, world, 'sources', 'AP', 'AP');
    await expect(ben.getByRole('region', { name: 'Articles' })).toContainText('Lamps out');
    await ben.getByRole('link', { name: 'Public page' }).click();
    await expect(ben.getByRole('main')).toContainText('in Lamp Weekly');
    await page.goto(`${world.url}/speakers`);
    expect(await faultsOf(page)).toEqual([]);
  });

  test('R8: what a measure counts, and what it does not, is on its page as an editor says it', async ({ page }) => {
    await ada.goto(`${world.url}/review/measures?q=died`);
    await ada.getByRole('main').getByRole('table').getByRole('link').first().click();
    measure = new URL(ada.url()).pathname.split('/')[3]!;
    await ada.getByLabel('The question').fill('How many people did the flood of the Verra kill');
    await ada.getByLabel('What counts', { exact: true }).fill(COUNTS);
    await ada.getByLabel('What does not count').fill('The missing.');
    await ada.getByLabel('Topics').fill('Weather > Floods');
    await ada.getByLabel('Places').fill('Norland');
    await ada.getByRole('button', { name: 'Keep the definition' }).click();
    await expect(ada.getByRole('main').getByRole('alert')).toContainText('The title is no question');
    await expect(ada.getByLabel('What counts', { exact: true })).toHaveValue(COUNTS);
    await ada.getByLabel('The question').fill('How many people did the flood of the Verra kill?');
    await ada.getByRole('button', { name: 'Keep the definition' }).click();
    await expect(ada.getByRole('status')).toContainText('The definition is kept');
    expect(await faultsOf(ada)).toEqual([]);
    await page.goto(`${world.url}/measures/${measure}`);
    await expect(page.getByRole('heading', { level: 1, name: 'How many people did the flood of the Verra kill?' })).toBeVisible();
    const counted = page.locator('#counted');
    for (const words of [COUNTS, 'The missing.', 'Weather > Floods', 'Norland']) await expect(counted).toContainText(words);
    expect(await faultsOf(page)).toEqual([]);
  });

  test('a merge of measures shows what would come of it, holds, and is taken back', async ({ request }) => {
    await ben.goto(`${world.url}/review/measures?q=lamps`);
    await ben.getByRole('main').getByRole('table').getByRole('link').first().click();
    const lamps = new URL(ben.url()).pathname.split('/')[3]!;
    await ben.getByRole('link', { name: 'Merge into another measure' }).click();
    await ben.getByRole('searchbox').fill('flood verra');
    await ben.getByRole('button', { name: 'Search' }).click();
    await ben.getByRole('link', { name: /See what it would do/ }).click();
    await expect(ben.getByRole('region', { name: 'What would come of it' })).toContainText(
      '1 claim moves to “How many people did the flood of the Verra kill?”',
    );
    await ben.getByRole('button', { name: /^Merge into/ }).click();
    await expect(ben.getByRole('status')).toContainText('Merged: its claims stand here now');
    const led = await request.get(`${world.url}/measures/${lamps}`);
    expect(new URL(led.url()).pathname).toContain(`/measures/${measure}/`);
    await ada.goto(`${world.url}/review/measures/${lamps}/edit`);
    await expect(ada.getByRole('main')).toContainText('Its claims stand in another measure');
    expect(await faultsOf(ada)).toEqual([]);
    await ben.getByRole('button', { name: /Split off again/ }).click();
    await expect(ben.getByRole('status')).toContainText('Taken back');
    expect(new URL((await request.get(`${world.url}/measures/${lamps}`)).url()).pathname).toContain(`/measures/${lamps}/`);
  });

  test('splitting off nothing is refused with what to do, and what is chosen goes and comes back', async () => {
    const page = `${world.url}/review/measures/${measure}/split`;
    await ben.goto(page);
    await ben.getByRole('button', { name: 'See what it would do' }).click();
    await expect(ben.getByRole('main').getByRole('alert')).toContainText('No claim is chosen to leave');
    await ben.getByRole('checkbox').first().check();
    await ben.getByRole('button', { name: 'See what it would do' }).click();
    await expect(ben.getByRole('region', { name: 'What would come of it' })).toContainText('1 claim moves to a measure of its own');
    await ada.goto(ben.url());
    expect(await faultsOf(ada)).toEqual([]);
    await ben.getByRole('button', { name: 'Split 1 claim off' }).click();
    await expect(ben.getByRole('status')).toContainText('Split off: these claims stand in a measure of their own now');
    await ben.goto(`${world.url}/review/measures/${measure}/edit`);
    await ben.getByRole('button', { name: /Bring them back/ }).click();
    await expect(ben.getByRole('status')).toContainText('Taken back');
  });

  test('each list and each sheet is without faults', async () => {
    for (const path of ['speakers', 'sources', 'measures', 'measures?q=nothing+like+it', 'speakers?q=zzz', `measures/${measure}/merge`]) {
      await ada.goto(`${world.url}/review/${path}`);
      expect([path, await faultsOf(ada)]).toEqual([path, []]);
    }
  });
});
