import { expect, type Page, test } from '@playwright/test';
import { addCases } from './desk/many-cases';
import { signIn } from './desk/steps';
import { ANA, startWorld, type World } from './desk/world';

const ready = (page: Page) => expect(page.locator('html[data-desk=ready]')).toBeAttached();
const THREE = [
  'Crews repaired 40 bridges in Fernbury on Friday.',
  'The storm killed 12 people in Fernbury, the police said.',
  'Engineers counted 300 damaged houses in Fernbury, the mayor said.',
];

test.describe('V1: whoever works by key goes on from where they are', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let page: Page;
  const go = async (path: string) => {
    await page.goto(`${world.url}${path}`);
    await ready(page);
  };
  const rows = () => page.locator('.lines > li');
  const inRow = (at: number) => rows().nth(at).locator('.line-title');
  const done = async (words: string) => {
    await expect(page.getByRole('status').first()).toContainText(words);
    await ready(page);
  };

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    page = await browser.newPage();
    await signIn(page, world, ANA);
    await addCases(page.request, world, 4);
  });
  test.afterAll(() => world?.stop());

  test('after an act on a row the focus is on that row, and where it is gone on the next', async () => {
    await go('/review?split=conflicts');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await expect(inRow(1)).toBeFocused();
    await page.keyboard.press('a');
    await done('The assignment is saved');
    await expect(inRow(1)).toBeFocused();
    await page.keyboard.press('j');
    await expect(inRow(2)).toBeFocused();
    await page.keyboard.press('f');
    await expect(page.getByLabel('The mark')).toBeFocused();
    await page.keyboard.type('urgent');
    await page.keyboard.press('Control+Enter');
    await done('Done, as it was shown');
    await expect(inRow(2)).toBeFocused();
    // Put aside, the row leaves the list: the one behind it has its place.
    await page.keyboard.press('k');
    const behind = await rows().nth(2).getAttribute('id');
    await page.keyboard.press('s');
    await expect(page.getByRole('heading', { name: 'Put aside' })).toBeVisible();
    await ready(page);
    await page.keyboard.press('Control+Enter');
    await done('Done, as it was shown');
    await expect(rows()).toHaveCount(3);
    await expect(page.locator(`#${behind} .line-title`)).toBeFocused();
  });

  test('Esc leads back from the page that asks, to the row it was about', async () => {
    await page.keyboard.press('s');
    await expect(page.getByRole('heading', { name: 'Put aside' })).toBeVisible();
    await ready(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\/review\?split=conflicts/);
    await ready(page);
    await expect(inRow(1)).toBeFocused();
  });

  test('with rows ticked, assigning, putting aside and marking are for all of them', async () => {
    await go('/review?split=conflicts');
    for (const [key, title] of [
      ['s', 'Put aside'],
      ['a', 'Assign'],
      ['f', 'Mark with a word'],
    ] as const) {
      await go('/review?split=conflicts');
      // The list opens where it was left.
      for (let times = 0; times < 3; times += 1) await page.keyboard.press('k');
      await page.keyboard.press('Shift+J');
      await page.keyboard.press('j');
      await page.keyboard.press(key);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(page.getByRole('main').getByRole('table').locator('tbody tr')).toHaveCount(2);
    }
    await ready(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'All keys' })).toContainText('Where rows are ticked');
  });

  test('after a reading is accepted, accepting, rejecting and correcting are of the next that waits', async () => {
    const data = { text: THREE.join(' '), outlet: 'Norland Post', publishedAt: '2026-03-03', title: 'Fernbury after the storm' };
    const added = await page.request.post(`${world.url}/api/v1/articles`, { data, headers: { origin: world.url } });
    const { articleId: id } = (await added.json()) as { articleId: string };
    await go(`/review/articles/${id}`);
    await expect(page.locator('.readings > li')).toHaveCount(3);
    await page.keyboard.press('a');
    await done('The reading is accepted');
    await expect(page.locator('.readings > li').nth(1)).toBeFocused();
    await page.keyboard.press('x');
    await expect(page.getByLabel('Why reading 2 is wrong')).toBeFocused();
    await page.keyboard.press('Escape');
    const second = (await page.locator('.readings > li').nth(1).getAttribute('id'))!.slice(2);
    await page.keyboard.press('e');
    await expect(page).toHaveURL(new RegExp(`/review/claims/${second}`));
    await page.goBack();
    await ready(page);
    await page.keyboard.press('a');
    await done('The reading is accepted');
    await expect(page.locator('.readings > li').nth(2)).toBeFocused();
  });

  test('V3: the palette finds commands by other words, and what has a name by a search', async () => {
    for (const [typed, id] of [
      ['undo', 'undo'],
      ['help', 'help'],
      ['password', 'go-account'],
      ['snooze', 'snooze'],
      ['flag', 'flag'],
      ['save view', 'save-view'],
      ['sign out', 'sign-out'],
    ] as const) {
      await go('/review?split=conflicts');
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').getByRole('combobox').fill(typed);
      await expect(page.locator(`[data-palette="${id}"]`), typed).toHaveCount(1);
    }
    await page.getByRole('dialog').getByRole('combobox').fill('Norland');
    await page.getByRole('option', { name: 'Search the outlets for “Norland”' }).click();
    await expect(page).toHaveURL(/\/review\/sources\?q=Norland/);
    await expect(page.getByRole('main').getByRole('link', { name: 'Norland Post' })).toBeVisible();
  });

  test('V8: where no filter is on, the queue says that a view can be kept; the palette opens the way', async () => {
    await go('/review?split=conflicts');
    await expect(page.getByRole('main')).toContainText('To save a view');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('save view');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Severity')).toBeFocused();
    await page.keyboard.press('h');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page.getByLabel('Keep these filters as')).toBeVisible();
  });
});
