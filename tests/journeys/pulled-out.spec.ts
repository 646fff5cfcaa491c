import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { acceptAll, addArticle, fillRuling, openFirstCase, POST, RADIO, signIn, TIMES } from './desk/steps';
import { ADA, ANA, startWorld, type World } from './desk/world';

const ready = (page: Page) => expect(page.locator('html[data-desk=ready]')).toBeAttached();

test.describe('a claim leaves where it stood, and its address stays', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ada: Page;
  let ana: Page;
  let caseId: string;
  let claim: string;

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    [ada, ana] = [await browser.newPage(), await browser.newPage()];
    await signIn(ada, world, ADA);
    await signIn(ana, world, ANA);
    for (const paste of [POST, TIMES, RADIO]) await addArticle(ana, world, paste);
  });
  test.afterAll(() => world?.stop());

  test('“b” leads a reviewer to the pairs of the claim, to say which are one question', async () => {
    caseId = await openFirstCase(ana, world);
    await ready(ana);
    await ana.keyboard.press('ArrowRight');
    await ana.keyboard.press('b');
    await expect(ana).toHaveURL(/\/review\/claims\/\w{12}#same$/);
    await expect(ana.getByRole('button', { name: /^Different questions/ }).first()).toBeVisible();
  });

  test('“b” shows whoever may split the measure what would come of it, and pulls the claim out of its position', async () => {
    await ada.goto(`${world.url}/review/cases/${caseId}`);
    await ready(ada);
    await expect(ada.locator('.sides > li')).toHaveCount(3);
    const last = ada.locator('.sides > li').last();
    const figure = await last.locator('mark').first().textContent();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'b']) await ada.keyboard.press(key);
    await expect(ada).toHaveURL(/\/split\?claim=\w{12}$/);
    await expect(ada.getByRole('group', { name: 'Claims that leave' }).getByRole('checkbox', { checked: true })).toHaveCount(1);
    await expect(ada.getByRole('region', { name: 'What would come of it' })).toContainText(
      `Case ${caseId} (open) looks again without them`,
    );
    expect(await faultsOf(ada)).toEqual([]);
    await ada.getByRole('button', { name: 'Split 1 claim off' }).press('Enter');
    await expect(ada.getByRole('status').first()).toContainText('Split off');
    await ada.goto(`${world.url}/review/cases/${caseId}`);
    await expect(ada.locator('.sides > li')).toHaveCount(2);
    await expect(ada.locator('.sides')).not.toContainText(figure!);
  });

  test('of a ruling by which a position answers another question, that position is split off', async () => {
    const reason = 'The second figure counts the injured too, which is another question.';
    await ana.goto(`${world.url}/review/cases/${caseId}`);
    await fillRuling(ana, { verdicts: { A: 'supported', B: 'different-measure' }, accept: 'A', why: 'different-definition', reason });
    await ana.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ana.getByRole('status').first()).toContainText('Your ruling is saved');
    // Who made it is no editor, and is shown no way that is closed to them.
    await ana.goto(`${world.url}/review/cases/${caseId}`);
    await expect(ana.getByRole('region', { name: 'The ruling to confirm' }).getByRole('link', { name: /^Split it off/ })).toHaveCount(0);
    await ada.goto(`${world.url}/review/cases/${caseId}`);
    await ada
      .getByRole('region', { name: 'The ruling to confirm' })
      .getByRole('link', { name: /^Split it off/ })
      .click();
    await expect(ada.getByRole('group', { name: 'Claims that leave' }).getByRole('checkbox', { checked: true })).toHaveCount(1);
    await expect(ada.getByRole('button', { name: 'Split 1 claim off' })).toBeVisible();
  });

  test('the address of a rejected claim says so, at the desk and to readers who saw it, and leads back', async ({ request }) => {
    const article = await addArticle(ana, world, {
      text: 'The ferry office of Marsh End said on Monday that 14 ferries ran that day.',
      ...{ outlet: 'Marsh Courier', publishedAt: '2026-02-02', title: 'Ferries run again' },
    });
    claim = (await ana.locator('a[href*="/review/claims/"]').first().getAttribute('href'))!
      .split('/')
      .at(-1)!
      .replace(/[?#].*/, '');
    expect((await request.get(`${world.url}/claims/${claim}`)).status()).toBe(404);
    await acceptAll(ana);
    expect((await request.get(`${world.url}/claims/${claim}`)).status()).toBe(200);
    await ana.goto(`${world.url}/review/articles/${article}`);
    await ana.getByLabel(/^Reject reading 1/).click();
    await ana.getByLabel('Why reading 1 is wrong').fill('It counts crossings, no ferries.');
    await ana.getByRole('button', { name: 'Reject reading 1' }).click();
    await expect(ana.getByRole('status').first()).toContainText('The reading is rejected');

    const answer = await ana.goto(`${world.url}/review/claims/${claim}`);
    expect(answer!.status()).toBe(200);
    await expect(ana.getByRole('heading', { level: 1 })).toHaveText('“14 ferries” is rejected');
    await expect(ana.getByRole('main')).toContainText('Rejected by Ana Reviewer');
    await expect(ana.getByRole('main')).toContainText('It counts crossings, no ferries.');
    expect(await faultsOf(ana)).toEqual([]);
    const told = await request.get(`${world.url}/claims/${claim}`);
    expect(told.status()).toBe(410);
    const words = await told.text();
    expect(words).toContain('Its reading was rejected by a person.');
    // Nothing of what was taken down is told again, nor what colleagues wrote of it.
    for (const hidden of ['14 ferries', 'crossings', 'Ana']) expect(words).not.toContain(hidden);

    await ana.getByRole('button', { name: 'Accept it all the same' }).click();
    await expect(ana.getByRole('heading', { level: 1 })).toContainText('Which claims answer the question');
    expect((await request.get(`${world.url}/claims/${claim}`)).status()).toBe(200);
    expect((await ana.goto(`${world.url}/review/claims/000000000000`))!.status()).toBe(404);
  });
});
