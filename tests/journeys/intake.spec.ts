import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { addArticle, fillIntake, type Paste, signIn } from './desk/steps';
import { ANA, startWorld, type World } from './desk/world';

const FLOOD: Paste = {
  text: 'The flood closed 12 schools and 3 roads on 4 May 2024, the mayor said. Shops lost 1.2 million euros. In 2019 there was none.',
  outlet: 'Valley Post',
  publishedAt: '2024-05-04',
  title: 'Schools closed',
  link: 'https://post.example/flood?utm_source=feed',
};
const SCRIPT = `"><script>window.ran = 1</script>`;

test.describe('what comes in is looked at before it is stored', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    ana = await (await browser.newContext()).newPage();
    await signIn(ana, world, ANA);
  });
  test.afterAll(() => world?.stop());

  const stored = async () => (await ana.request.get(`${world.url}/review?split=articles`)).text();

  test('V15: bookmarklet and share target open the form filled in, and store nothing', async () => {
    await ana.goto(`${world.url}/review/intake`);
    await ana.getByText('Add the page you are reading with one click').click();
    const bookmark = await ana.getByLabel('Address of the bookmark').inputValue();
    const manifest = await (await ana.request.get(`${world.url}/manifest.webmanifest`)).json();
    expect(manifest.share_target).toEqual({
      action: '/review/intake',
      method: 'GET',
      params: { title: 'title', text: 'text', url: 'url' },
    });
    expect(await ana.locator('link[rel=manifest]').getAttribute('href')).toBe('/manifest.webmanifest');
    // The bookmark is run on a page of somebody else, as a browser runs it.
    const elsewhere = await ana.context().newPage();
    await elsewhere.route('https://paper.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>A flood & more</title><p id=q>The flood closed 12 schools.</p>' }),
    );
    await elsewhere.goto('https://paper.example/flood?id=7#top');
    const [opened] = await Promise.all([
      ana.context().waitForEvent('page'),
      elsewhere.evaluate((code) => {
        getSelection()!.selectAllChildren(document.getElementById('q')!);
        const script = document.createElement('script');
        script.textContent = decodeURI(code).replace(/^javascript:/, '');
        document.body.append(script);
      }, bookmark),
    ]);
    await expect(opened.getByLabel('Link', { exact: true })).toHaveValue('https://paper.example/flood?id=7#top');
    await expect(opened.getByLabel('Title')).toHaveValue('A flood & more');
    await expect(opened.getByLabel('Text', { exact: true })).toHaveValue('The flood closed 12 schools.');
    await expect(opened.getByRole('status')).toContainText('Nothing is stored yet');
    await opened.close();
    await elsewhere.close();
    // A phone shares the address of a page as its text.
    await ana.goto(`${world.url}/review/intake?title=Flood&text=${encodeURIComponent('https://paper.example/flood')}`);
    await expect(ana.getByLabel('Link', { exact: true })).toHaveValue('https://paper.example/flood');
    expect(await faultsOf(ana)).toEqual([]);
    for (const [url, quote] of [
      ['javascript:alert(1)', SCRIPT],
      ['https://paper.example/\u202e', `\u202e${SCRIPT}`],
    ] as const) {
      await ana.goto(`${world.url}/review/intake?url=${encodeURIComponent(url)}&quote=${encodeURIComponent(quote)}`);
      await expect(ana.getByLabel('Link', { exact: true })).toHaveValue(url);
      await expect(ana.getByRole('status')).toContainText(SCRIPT);
      expect(await ana.evaluate(() => 'ran' in window)).toBe(false);
    }
    expect(await stored()).not.toMatch(/flood/i);
  });

  test('the preview names each number, and why one makes no claim; what is said there holds when it is stored', async () => {
    await fillIntake(ana, world, FLOOD);
    await ana.getByRole('button', { name: 'Preview' }).click();
    const found = ana.getByRole('complementary');
    await expect(found).toContainText('3 claims found');
    await expect(found.locator('.no-claims')).toContainText('“4 May 2024”: it is a date');
    await expect(found.locator('.no-claims')).toContainText('“2019”: it is a year');
    expect(await faultsOf(ana)).toEqual([]);
    await found.getByLabel('Reject reading 2').focus();
    await ana.keyboard.press('Space');
    await found.getByLabel(/^Why reading 2 is wrong/).selectOption('It counts something else than is read.');
    await found.getByLabel('Accept all of these that I say nothing of').check();
    await ana.getByLabel('This is a new outlet').check();
    await ana.getByRole('button', { name: 'Store and read' }).click();
    await expect(ana.getByRole('heading', { level: 1, name: FLOOD.title })).toBeVisible();
    await expect(ana.getByRole('status')).toContainText('What you said of 3 readings stands');
    await expect(ana.locator('.readings > li[data-state=accepted]')).toHaveCount(2);
    await expect(ana.locator('.readings > li[data-state=rejected]')).toContainText('It counts something else than is read.');
  });

  test('an article that looks like a stored one is shown beside it before it is stored', async () => {
    const again = { ...FLOOD, outlet: 'Hill Courier', title: 'Schools shut', link: 'http://www.post.example/flood#top' };
    await fillIntake(ana, world, again);
    await ana.getByLabel('This is a new outlet').check();
    await ana.getByRole('button', { name: 'Store and read' }).click();
    const asked = ana.getByRole('region', { name: 'A stored article looks like this one' });
    await expect(asked).toContainText('the same text');
    await expect(asked).toContainText('the same address, spelt otherwise');
    await expect(asked).toContainText('known by its outlet and its address');
    expect(await faultsOf(ana)).toEqual([]);
    await asked.getByLabel(/^A copy/).check();
    await ana.getByLabel('This is a new outlet').check();
    await ana.getByRole('button', { name: 'Store and read' }).click();
    await expect(ana.getByRole('heading', { level: 1, name: again.title })).toBeVisible();
    await expect(ana.getByText('The same text as')).toBeVisible();
    const edited = { ...again, text: again.text.replace('12 schools', '14 schools'), outlet: 'Coast Radio', title: 'Fourteen', link: '' };
    expect(await addArticle(ana, world, edited)).toMatch(/^[0-9a-z]+$/);
  });

  test('T2: a later text of an address is kept beside the first, and readers compare the two', async () => {
    const later = { ...FLOOD, text: FLOOD.text.replace('12 schools', '14 schools') };
    await fillIntake(ana, world, later);
    await ana.getByRole('button', { name: 'Store and read' }).click();
    await ana.getByLabel(/^A later text of the same article/).check();
    await ana.getByRole('button', { name: 'Store and read' }).click();
    await expect(ana.getByText('Text 2 of this article')).toBeVisible();
    const id = /articles\/(\w+)/.exec(ana.url())![1];
    const headers = { origin: world.url };
    const accepted = await ana.request.post(`${world.url}/api/v1/articles/${id}/accept`, { headers, data: {} });
    expect(accepted.status()).toBe(200);
    await ana.goto(`${world.url}/articles/${id}`);
    await expect(ana.getByRole('note', { name: 'Changed after publication' })).toContainText('1 number from text 1 to text 2');
    expect(await faultsOf(ana)).toEqual([]);
    await ana.getByRole('link', { name: '1 number from text 1 to text 2' }).click();
    await expect(ana.getByRole('rowheader', { name: '12 → 14' })).toBeVisible();
    expect(await faultsOf(ana)).toEqual([]);
    await ana.getByRole('link', { name: 'All text' }).click();
    await expect(ana.locator('.compared-text del')).toHaveText('12');
    await expect(ana.locator('.compared-text ins')).toHaveText('14');
    expect(await faultsOf(ana)).toEqual([]);
    await ana.getByRole('link', { name: /^text 1/ }).click();
    await expect(ana.getByRole('note', { name: 'One text of the article' })).toBeVisible();
    expect(await faultsOf(ana)).toEqual([]);
  });
});
