import { expect, type Page, request as requests, test } from '@playwright/test';
import { COMMANDS, type Command, isFor } from '@/lib/keys';
import { faultsOf } from './accessible';
import { addCast, CAST } from './desk/cast';
import { addCases } from './desk/many-cases';
import { deskRoutes } from './desk/routes';
import { signIn } from './desk/steps';
import { ADA, ANA, BEN, startWorld, type World } from './desk/world';

const CASES = 50;
const REASON = 'The later bulletin of the same day counts more. The earlier figure was superseded within hours.';
const all: readonly Command[] = COMMANDS;

/** Once the script of the frame listens: before that a key is nobody's. */
const ready = (page: Page) => expect(page.locator('html[data-desk=ready]')).toBeAttached();

test.describe('the desk by keyboard alone', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let page: Page;
  /** Presses of keys, those of the typed reason apart. */
  let presses = 0;

  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      presses += 1;
    }
  };
  const go = async (path: string) => {
    await page.goto(`${world.url}${path}`);
    await ready(page);
  };

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    page = await browser.newPage();
    await signIn(page, world, ANA);
    await addCases(page.request, world, CASES);
  });
  test.afterAll(() => world?.stop());

  test('V1: a whole queue of 50 cases is cleared by keyboard alone, with at most 8 keys a case beside the reason', async () => {
    test.setTimeout(600_000);
    await go('/review');
    await expect(page.getByRole('navigation', { name: 'Parts of the queue' })).toContainText(`Conflicts ${CASES}`);
    // There is no mouse in this test: whatever is pressed is pressed by key.
    await page.keyboard.press('Enter');
    for (let at = 0; at < CASES; at += 1) {
      await expect(page.getByRole('heading', { name: 'Your ruling' })).toBeVisible();
      await ready(page);
      if (at > 0) await expect(page.getByRole('main').getByRole('status').first()).toContainText('Your ruling is saved');
      const before = presses;
      const address = page.url();
      await press('p', '1', '4', 'w', '9', 'Shift+V', 'r');
      await page.keyboard.insertText(REASON);
      await press('Control+Enter');
      expect(presses - before).toBeLessThanOrEqual(8);
      await expect(page).not.toHaveURL(address);
    }
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing more waits for you in “Conflicts”');
    await expect(page.getByRole('region', { name: 'Your sitting' })).toContainText(`${CASES} cases ruled`);
    expect(await faultsOf(page)).toEqual([]);
  });

  test('V5: sending a ruling back leads on to the next, without a script', async ({ browser }) => {
    const ben = await browser.newPage({ javaScriptEnabled: false });
    await signIn(ben, world, BEN);
    await ben.goto(`${world.url}/review?split=to-publish`);
    await expect(ben.getByRole('navigation', { name: 'Parts of the queue' })).toContainText(`To confirm ${CASES}`);
    await ben.locator('.lines .line-title').first().click();
    const first = ben.url();
    await ben.getByText('Send it back …').click();
    await ben.getByLabel('What is missing').fill('The second link is dead.');
    await ben.getByRole('button', { name: 'Return the ruling' }).click();
    await expect(ben.getByRole('status')).toContainText('went back to the person who made it');
    expect(ben.url()).not.toBe(first);
    await expect(ben.getByRole('heading', { name: 'Confirm and publish' })).toBeVisible();
  });

  test('V5: a reading that is accepted leads on to the next, and the two that follow are fetched ahead', async () => {
    await go('/review?split=articles');
    await page.keyboard.press('Enter');
    for (let at = 0; at < 3; at += 1) {
      await expect(page.getByRole('heading', { name: '1 reading' })).toBeVisible();
      await ready(page);
      const rules = await page.locator('script[type=speculationrules]').textContent();
      const { urls } = JSON.parse(rules!).prefetch[0];
      expect(urls).toHaveLength(2);
      const here = page.url();
      await page.keyboard.press('a');
      await expect(page).not.toHaveURL(here);
      await expect(page.getByText('The reading is accepted')).toBeVisible();
      expect(page.url().startsWith(`${world.url}${urls[0]}`)).toBe(true);
    }
  });

  test('nothing is meant by a key in a field, with Alt, while a word is composed, or when single keys are off', async () => {
    await go('/review/intake');
    await page.getByLabel('Text').focus();
    await page.keyboard.type('g q ? jj /');
    await expect(page.getByLabel('Text')).toHaveValue('g q ? jj /');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+?');
    await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true, isComposing: true, shiftKey: true })),
    );
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await page.keyboard.press('q');
    await expect(page).toHaveURL(/\/review$/);
  });

  test('V2: the sheet, the palette and the buttons say what the list of commands says, and nothing else', async ({ browser }) => {
    const ada = await browser.newPage();
    await signIn(ada, world, ADA);
    await ada.goto(`${world.url}/review`);
    await ready(ada);
    await ada.keyboard.press('?');
    const sheet = ada.getByRole('dialog', { name: 'All keys' });
    const listed = await sheet.locator('[data-sheet]').evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset.sheet));
    expect(listed.sort()).toEqual(all.map(({ id }) => id).sort());
    for (const { id, keys } of all) expect(await sheet.locator(`[data-sheet="${id}"] kbd`).count(), id).toBe(keys.length);
    expect(await faultsOf(ada)).toEqual([]);
    await ada.keyboard.press('Escape');
  });

  test('V2: keys are changed and switched off for one person, and two commands with one key are refused', async () => {
    await go('/review/settings');
    await page.getByLabel('Accept this position, or take that back').fill('w');
    await page.getByRole('button', { name: 'Save the keys' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('“w” cannot be the key of “Accept this position');
    await expect(page.getByLabel('Accept this position, or take that back')).toHaveValue('w');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByLabel('Accept this position, or take that back').fill('z');
    await page.getByLabel('Show all keys').fill('Ctrl H');
    await page.getByLabel(/^Single keys/).uncheck();
    await page.getByRole('button', { name: 'Save the keys' }).click();
    await expect(page.getByRole('status').first()).toContainText('Your keys are saved');
    await ready(page);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('Control+h');
    await expect(page.getByRole('dialog', { name: 'All keys' })).toContainText('Single keys are switched off');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'As delivered again' }).click();
    await expect(page.getByRole('status').first()).toContainText('Your keys are saved');
    await ready(page);
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'All keys' })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  test('V3: the palette reaches each page and each command, shows its keys and is worked by keyboard', async () => {
    await go('/review');
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Find a page or a command' });
    const options = await palette.getByRole('option').evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset.palette));
    expect(options.sort()).toEqual(
      all
        .filter((command) => isFor(command, 'reviewer'))
        .map(({ id }) => id)
        .sort(),
    );
    for (const id of ['go-log', 'go-stats']) expect(options).toContain(id);
    const box = palette.getByRole('combobox');
    await expect(box).toBeFocused();
    expect(await faultsOf(page)).toEqual([]);
    await page.keyboard.type('settled');
    await expect(palette.locator('[data-palette]')).toHaveCount(1);
    await expect(palette.locator('[data-palette] kbd')).toHaveText('g e');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/split=settled/);
    for (const { id, go: path } of all.filter((command) => command.go && isFor(command, 'reviewer'))) {
      // From another page than it leads to: there nobody sees that it was gone to.
      await go(path === '/review/intake' ? '/review/activity' : '/review/intake');
      await page.keyboard.press('Control+k');
      await palette.getByRole('combobox').fill(all.find((command) => command.id === id)!.words);
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(`${world.url}${path}`);
      // A page that is still coming in would stand in the way of the next.
      await page.waitForLoadState();
    }
    // What the header shows to somebody who is no administrator is no empty promise.
    for (const link of await page.getByRole('navigation', { name: 'Desk' }).locator('a[data-command]').all()) {
      const [keys, to] = [await link.locator('kbd').textContent(), await link.getAttribute('href')];
      await go(to === '/review/intake' ? '/review/activity' : '/review/intake');
      for (const key of keys!.split(' ')) await page.keyboard.press(key);
      await expect(page).toHaveURL(`${world.url}${to}`);
      await page.waitForLoadState();
    }
  });

  test('V3: every page of the desk that is of no one thing has a command that leads there', () => {
    // These two belong to what somebody is doing: the end of a walk, and what one act would do to the ticked rows.
    const ofAnAct = ['/review/end', '/review/batch'];
    const fixed = deskRoutes().filter((route) => !route.includes('[') && !ofAnAct.includes(route));
    const led = new Set(all.flatMap(({ go: path }) => (path ? [path.split('?')[0]!] : [])));
    expect(fixed.filter((route) => !led.has(route))).toEqual([]);
  });

  test('V3: the keys of a reader lead nowhere that is closed to them, and no list of theirs has such a key', async ({ browser }) => {
    await addCast(await requests.newContext(), world);
    const rhea = await browser.newPage();
    await signIn(rhea, world, CAST.reader);
    const shown = all.filter((command) => isFor(command, 'reader'));
    expect(shown.map(({ id }) => id)).not.toContain('go-add');
    await rhea.goto(`${world.url}/review/settings`);
    await ready(rhea);
    await expect(rhea.getByLabel('Go to “Add an article”')).toHaveCount(0);
    await rhea.keyboard.press('Control+k');
    const palette = rhea.getByRole('dialog', { name: 'Find a page or a command' });
    const options = await palette.getByRole('option').evaluateAll((lines) => lines.map((line) => (line as HTMLElement).dataset.palette));
    expect(options.sort()).toEqual(shown.map(({ id }) => id).sort());
    await rhea.keyboard.press('Escape');
    for (const key of ['g', 'n']) await rhea.keyboard.press(key);
    await expect(rhea).toHaveURL(`${world.url}/review/settings`);
    for (const { go: path } of shown)
      if (path) expect([path, (await rhea.request.get(`${world.url}${path}`)).status()]).toEqual([path, 200]);
  });

  test('rows are ticked on and back by key, and what is ticked is what the next page shows', async () => {
    await go('/review?split=articles');
    await page.keyboard.press('j');
    await page.keyboard.press('Shift+J');
    await page.keyboard.press('Shift+J');
    const ticked = page.locator('.lines input[name="item"]:checked');
    await expect(ticked).toHaveCount(3);
    await page.keyboard.press('k');
    await page.keyboard.press('Shift+K');
    await expect(ticked).toHaveCount(3);
    await page.getByRole('button', { name: 'Mark with a word …' }).click();
    await expect(page.getByRole('main')).toContainText('3 rows would change');
  });
});
