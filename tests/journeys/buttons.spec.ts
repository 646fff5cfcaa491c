import { expect, type Page, test } from '@playwright/test';
import { COMMANDS, type Command, keyWords } from '@/lib/keys';
import { addCases } from './desk/many-cases';
import { addArticle, fillRuling, type Paste, signIn } from './desk/steps';
import { ADA, BEN, startWorld, type World } from './desk/world';

const all: readonly Command[] = COMMANDS;
const PAIR: Paste[] = [
  { text: 'Crews repaired 40 bridges on Friday.', outlet: 'Road Weekly', publishedAt: '2024-05-03', title: 'Bridges open again' },
  {
    text: 'The flood took away 7 bridges before dawn, the fire chief told reporters.',
    outlet: 'Night Courier',
    publishedAt: '2024-08-20',
    title: 'Bridges gone',
    link: 'https://courier.example/bridges',
  },
];

/** What bears the mark of a command on the page in view, with the key that is printed there. */
const marked = (page: Page): Promise<[id: string, key: string | null][]> =>
  page.locator('[data-command]').evaluateAll((found) =>
    found.map((one): [string, string | null] => {
      const place = one.matches('input, select, textarea') ? (one.closest('label') ?? one.closest('.field')) : one;
      const key = one instanceof HTMLOptionElement ? one.text.split(' ')[0] : place?.querySelector('kbd')?.textContent;
      return [(one as HTMLElement).dataset.command!, key ?? null];
    }),
  );

test.describe('every key has its button', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ada: Page;
  let ben: Page;
  const seen = new Map<string, Set<string | null>>();

  const look = async (page: Page, path?: string) => {
    if (path) await page.goto(`${world.url}${path}`);
    for (const [id, key] of await marked(page)) seen.set(id, (seen.get(id) ?? new Set()).add(key));
  };

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    [ada, ben] = [await browser.newPage(), await browser.newPage({ javaScriptEnabled: false })];
    await signIn(ada, world, ADA);
    await signIn(ben, world, BEN);
    await addCases(ada.request, world, 4);
    for (const paste of PAIR) await addArticle(ada, world, paste);
  });
  test.afterAll(() => world?.stop());

  /** What is published can be withdrawn. */
  const publishAnother = async () => {
    await ada.goto(`${world.url}/review?split=conflicts`);
    await ada.locator('.lines .line-title').first().click();
    const path = new URL(ada.url()).pathname;
    const reason = 'The later count of the two holds.';
    await fillRuling(ada, { verdicts: { A: 'outdated', B: 'supported' }, accept: 'B', why: 'outdated', reason });
    await ada.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ada.getByText('It is not public yet')).toBeVisible();
    await ben.goto(`${world.url}${path}`);
    const waiting = await ben
      .locator('a[href*="/review/articles/"]')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).pathname));
    for (const article of new Set(waiting)) {
      const headers = { origin: world.url };
      await ben.request.post(`${world.url}/api/v1/articles/${article.split('/').at(-1)}/accept`, { headers, data: {} });
    }
    await ben.goto(`${world.url}${path}`);
    await ben.getByRole('button', { name: 'Confirm and publish' }).click();
    await expect(ben.getByRole('status')).toContainText('The ruling is published');
    await look(ben, path);
  };

  test('V2: what the pages carry is what the list of commands says, each with its key', async () => {
    for (const split of ['conflicts', 'articles', 'suggestions', 'settled']) await look(ada, `/review?split=${split}`);
    for (const path of ['/review/intake', '/review/settings', '/review/end?split=conflicts']) await look(ada, path);

    await ada.goto(`${world.url}/review?split=articles`);
    await ada.locator('.lines .line-title').nth(1).click();
    await look(ada);

    await ada.goto(`${world.url}/review?split=suggestions`);
    await ada.getByRole('button', { name: 'Same question' }).first().click();
    await look(ada);

    await ada.goto(`${world.url}/review?split=conflicts`);
    await ada.locator('.lines .line-title').nth(1).click();
    await look(ada);
    const id = new URL(ada.url()).pathname.split('/').at(-1);
    await ada.getByRole('button', { name: 'Take this case' }).click();
    await expect(ada.getByText('The case is yours')).toBeVisible();
    await look(ada);
    expect(
      (await ada.request.post(`${world.url}/api/v1/queue/${id}/snooze`, { headers: { origin: world.url }, data: { lasting: 'day' } })).ok(),
    ).toBe(true);
    await look(ada, '/review?split=snoozed');
    await ada.getByRole('button', { name: /^Bring back/ }).click();
    await ada.goto(`${world.url}/review/cases/${id}`);
    await fillRuling(ada, {
      verdicts: { A: 'outdated', B: 'supported' },
      accept: 'B',
      why: 'outdated',
      reason: 'The later count of the two holds.',
    });
    await ada.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ada.getByText('It is not public yet')).toBeVisible();
    await look(ben, `/review/cases/${id}`);
    await ben.getByText('Dismiss it …').click();
    await ben.getByLabel('Not a conflict because').fill('They count two different floods.');
    await ben.getByRole('button', { name: 'Dismiss the case' }).click();
    await look(ben, `/review/cases/${id}`);
    await publishAnother();
    await ada.goto(`${world.url}/review/measures`);
    await ada.getByRole('main').locator('a[href$="/edit"]').first().click();
    await expect(ada.getByRole('button', { name: 'Follow' })).toBeVisible();
    await look(ada);

    await ada.goto(`${world.url}/review?split=articles`);
    await ada
      .getByRole('button', { name: /^Assign to me/ })
      .first()
      .click();
    await expect(ada.getByText('The assignment is saved')).toBeVisible();
    await ada.getByRole('button', { name: 'Undo' }).click();
    await expect(ada.getByText('It is taken back')).toBeVisible();
    await look(ada);

    expect([...seen.keys()].sort()).toEqual(all.map((command) => command.id).sort());
    for (const { id: command, keys } of all)
      expect([command, ...(seen.get(command) ?? [])]).toEqual([command, keys[0] === undefined ? null : keyWords(keys[0], false)]);
  });
});
