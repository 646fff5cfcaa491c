import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { acceptAll, addArticle, openFirstCase, type Paste, POST, signIn, TIMES } from './desk/steps';
import { ANA, BEN, startWorld, type World } from './desk/world';

const REASON = 'One toll is that of the town alone, says the annex.';
const REPAIRED: Paste = {
  text: 'Crews repaired 40 bridges on Friday.',
  outlet: 'Road Weekly',
  publishedAt: '2024-05-03',
  title: 'Bridges open again',
};
const SWEPT: Paste = {
  text: 'The flood took away 7 bridges before dawn, the fire chief told reporters.',
  outlet: 'Night Courier',
  publishedAt: '2024-08-20',
  title: 'Bridges gone',
};

/** Walks by Tab alone until a button with these words has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab');
    const words = await page.evaluate(() => document.activeElement?.textContent ?? '');
    // Its key is printed behind its words.
    if (words.trim().startsWith(name)) return;
  }
  throw new Error(`no way to “${name}” by keyboard`);
}

/** The one claim of an article. */
async function claimOf(page: Page, world: World, article: string): Promise<string> {
  await page.goto(`${world.url}/review/articles/${article}`);
  return (await page.locator('.readings > li').first().getAttribute('id'))!.slice(2);
}

test.describe('people say which claims answer one question', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;
  let ben: Page;
  let caseId: string;

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    // What looks for faults in a page needs scripts; the other does without any.
    [ana, ben] = [await browser.newPage(), await browser.newPage({ javaScriptEnabled: false })];
    await signIn(ana, world, ANA);
    await signIn(ben, world, BEN);
    for (const paste of [POST, TIMES]) {
      await addArticle(ana, world, paste);
      await acceptAll(ana);
    }
    caseId = await openFirstCase(ana, world);
  });
  test.afterAll(() => world?.stop());

  test('a case tells what it rests on, and a word for “different” takes its conflict away', async ({ page }) => {
    const section = ana.getByRole('region', { name: /One question\?/ });
    await expect(section).toContainText(/suggested, \d+ % alike/);
    // Nothing is in doubt, so the pairs are folded.
    await section.getByText('The pair it rests on').click();
    await section.getByRole('link', { name: /look and judge/ }).click();
    const card = ana.getByRole('listitem').filter({ hasText: 'Suggested: one question' });
    await expect(card).toContainText('both are about the act');
    await card.getByText('With a reason …').click();
    await card.getByLabel('Reason, if you like').fill(REASON);
    await card.getByRole('button', { name: 'Different questions' }).click();
    await expect(ana.getByRole('status')).toContainText('Your word is kept');
    await expect(ana.getByRole('listitem').filter({ hasText: 'Confirmed: two questions' })).toContainText(REASON);
    await ana.goto(`${world.url}/review/cases/${caseId}`);
    await expect(ana.locator('.case-facts')).toContainText('Dismissed');
    for (const path of ['/', '/measures', `/cases/${caseId}`]) {
      await page.goto(`${world.url}${path}`);
      await expect(page.locator('body')).not.toContainText('the annex');
    }
  });

  test('another says the opposite: both words are kept, the clash is told to both with names', async () => {
    await ana.goto(`${world.url}/review?split=suggestions`);
    await ben.goto(`${world.url}/review?split=suggestions`);
    await ana.getByRole('region', { name: 'What you said last' }).getByRole('link').click();
    await ben.goto(ana.url());
    await ben.getByRole('button', { name: 'Same question' }).click();
    await expect(ben.getByRole('status')).toContainText('kept, but not followed');
    await ana.goto(`${world.url}/review?split=suggestions`);
    const clash = ana.getByRole('region', { name: 'Words that cannot all hold' });
    await expect(clash).toContainText('Ana Reviewer');
    await expect(clash).toContainText('Ben Reviewer');
    expect(await faultsOf(ana)).toEqual([]);
  });

  test('a word is taken back, and what it moved is as it was', async () => {
    await expect(ben.getByRole('button', { name: /^Take back/ })).toHaveAccessibleName('Take back your word');
    await ana
      .getByRole('region', { name: 'What you said last' })
      .getByRole('button', { name: /Take back/ })
      .click();
    await expect(ana.getByRole('status')).toContainText('The word is taken back');
    await expect(ana.getByRole('region', { name: 'Words that cannot all hold' })).toHaveCount(0);
    await ana.goto(`${world.url}/review/cases/${caseId}`);
    await expect(ana.locator('.case-facts')).toContainText('Reopened');
    await expect(ana.getByRole('region', { name: /One question\?/ })).toContainText('confirmed by Ben Reviewer');
  });

  test('the list is worked through by keyboard, down to its empty end', async () => {
    await ana.goto(`${world.url}/review?split=suggestions`);
    await expect(ana.getByText('No pair waits')).toBeVisible();
    for (const paste of [REPAIRED, SWEPT]) await addArticle(ana, world, paste);
    await ana.goto(`${world.url}/review?split=suggestions`);
    await expect(ana.getByRole('navigation', { name: 'Parts of the queue' })).toContainText('Suggestions 1');
    expect(await faultsOf(ana)).toEqual([]);
    await tabTo(ana, 'Same question');
    await ana.keyboard.press('Enter');
    await expect(ana.getByText('No pair waits')).toBeVisible();
    await ana
      .getByRole('region', { name: 'What you said last' })
      .getByRole('link', { name: '“40 bridges” and “7 bridges”' })
      .or(ana.getByRole('link', { name: '“7 bridges” and “40 bridges”' }))
      .click();
    await expect(ana.getByRole('listitem').filter({ hasText: 'Confirmed: one question' })).toBeVisible();
    expect(await faultsOf(ana)).toEqual([]);
  });

  test('a word on a reading that nobody accepted moves no public page, and says what it waits for', async ({ page }) => {
    const open = await addArticle(ana, world, {
      ...REPAIRED,
      outlet: 'Linden Weekly',
      text: 'The town planted 640 lindens.',
      title: 'Lindens',
    });
    await acceptAll(ana);
    const lindens = await claimOf(ana, world, open);
    const barges = await claimOf(
      ana,
      world,
      await addArticle(ana, world, { ...SWEPT, outlet: 'Port Gazette', text: 'The port counted 47 barges.', title: 'Barges' }),
    );
    await acceptAll(ana);
    const unread = await addArticle(ana, world, {
      ...REPAIRED,
      outlet: 'Radio Otter',
      text: 'The gale felled 85 pylons.',
      title: 'Pylons down',
    });
    const pylons = await claimOf(ana, world, unread);
    const paths = ['/', '/measures', '/cases', `/claims/${lindens}`, `/claims/${barges}`, `/claims/${pylons}`, '/feed.atom'];
    const seen = async () => Promise.all(paths.map(async (path) => (await page.request.get(`${world.url}${path}`)).text()));
    const before = await seen();
    for (const [other, waits] of [
      [lindens, false],
      [barges, true],
    ] as const) {
      const said = await ana.request.post(`${world.url}/api/v1/claims/${pylons}/pairs`, {
        data: { other, word: 'same' },
        headers: { origin: world.url },
      });
      expect(await said.json()).toMatchObject({ followed: !waits, waits });
    }
    expect(await seen()).toEqual(before);
    await ana.goto(`${world.url}/review?split=suggestions`);
    const waiting = ana.getByRole('region', { name: 'A word that waits' });
    await expect(waiting).toContainText('what is public follows from accepted readings alone');
    expect(await faultsOf(ana)).toEqual([]);
    await waiting.getByRole('link', { name: '“85 pylons”', exact: true }).click();
    await expect(ana.getByText('waits until the reading is accepted')).toBeVisible();

    await ana.goto(`${world.url}/review/articles/${unread}`);
    await acceptAll(ana);
    await ana.goto(`${world.url}/review?split=suggestions`);
    await expect(waiting).toHaveCount(0);
    expect(await seen()).not.toEqual(before);
  });

  test('nobody else reaches it', async ({ page }) => {
    await page.goto(ana.url());
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    const sent = await page.request.post(`${world.url}/api/v1/claims/0000000000/pairs`, {
      data: { other: '0000000001', word: 'same' },
      headers: { origin: world.url },
    });
    expect(sent.status()).toBe(401);
  });
});
