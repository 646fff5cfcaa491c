import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { measureOfCase } from './desk/public';
import { acceptAll, addArticle, fillRuling, POST, signIn, TIMES } from './desk/steps';
import { ADA, ANA, BEN, startWorld, type World } from './desk/world';

const YES = { verdicts: { A: 'outdated', B: 'supported' }, accept: 'B', why: 'outdated' };
const NO = { verdicts: { A: 'supported', B: 'contradicted' }, accept: 'A', why: 'source-error' };
const ANAS = 'The later bulletin of the same day counts 437 of them.';
const BENS = 'The register of the district holds 412 names and no more.';
const ADAS = 'Both were asked: the register was closed before the bulletin came.';

test.describe('two people decide, and neither sees what the other thinks', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;
  let ben: Page;
  let ada: Page;
  let caseId: string;
  const deskCase = () => `${world.url}/review/cases/${caseId}`;

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    const as = async (email: string) => {
      // Two of them work without a script in the browser.
      const page = await browser.newPage({ javaScriptEnabled: email === ADA });
      await signIn(page, world, email);
      return page;
    };
    [ana, ben, ada] = [await as(ANA), await as(BEN), await as(ADA)];
  });
  test.afterAll(() => world?.stop());

  test('an administrator chooses it for the desk', async () => {
    await ada.goto(`${world.url}/admin/settings`);
    await ada.getByLabel('Two people, neither seeing').check();
    await ada.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(ada.getByRole('status')).toContainText('That is how the desk decides');
    await expect(ada.getByLabel('Two people, neither seeing')).toBeChecked();
    expect((await ana.request.get(`${world.url}/admin/settings`)).status()).toBe(404);
    expect(await faultsOf(ada)).toEqual([]);
  });

  test('what differs is shown and what the engine thinks is not', async () => {
    await addArticle(ana, world, POST);
    await acceptAll(ana);
    await addArticle(ana, world, TIMES);
    await acceptAll(ana);
    await ana.goto(`${world.url}/review?split=conflicts`);
    await ana.getByRole('region', { name: 'Conflicts' }).getByRole('list').getByRole('link').first().click();
    caseId = new URL(ana.url()).pathname.split('/').at(-1)!;
    // By its own address: whoever comes from the queue is led on to its next case.
    await ana.goto(deskCase());
    await expect(ana.getByRole('region', { name: 'A blind review' })).toContainText('until both opinions are in');
    await expect(ana.getByRole('row', { name: /Figure 412 437/ })).toBeVisible();
    await expect(ana.getByRole('region', { name: /The machine’s proposal/ })).toHaveCount(0);
  });

  test('the first opinion is seen by its author alone', async () => {
    await fillRuling(ana, { ...YES, reason: ANAS });
    await ana.getByLabel('How sure you are').selectOption('likely');
    await ana.getByLabel('What speaks against it, public').fill('It was signed late.');
    await ana.getByRole('button', { name: 'Save the opinion' }).click();
    await expect(ana.getByRole('status')).toContainText('Your opinion is saved');
    // The queue leads on; the case itself shows its author what they said.
    await ana.goto(deskCase());
    await expect(ana.getByRole('region', { name: 'Your opinion is in' })).toContainText(ANAS);
    for (const page of [ben, ada]) {
      await page.goto(deskCase());
      await expect(page.getByRole('main')).toContainText('waits for a second opinion');
      await expect(page.getByRole('main')).not.toContainText(ANAS);
      await expect(page.getByRole('main')).not.toContainText('signed late');
      expect(await page.content()).not.toContain(ANAS);
    }
  });

  test('its author may change it, and finds it as it was', async () => {
    await ana.getByRole('link', { name: 'Change it' }).click();
    await expect(ana.getByLabel('Reason, public')).toHaveValue(ANAS);
    await expect(ana.getByLabel('How sure you are')).toHaveValue('likely');
    await ana.getByRole('button', { name: 'Save the opinion' }).click();
    await expect(ana.getByRole('region', { name: 'Your opinion is in' })).toContainText(ANAS);
  });

  test('a second that differs shows both, and a third person decides', async ({ request }) => {
    await ben.goto(deskCase());
    await fillRuling(ben, { ...NO, reason: BENS });
    await ben.getByRole('button', { name: 'Save the opinion' }).click();
    await expect(ben.getByRole('status')).toContainText('It differs from the other one');
    await ada.goto(deskCase());
    expect(await faultsOf(ada)).toEqual([]);
    const both = ada.getByRole('region', { name: 'Two opinions that differ' });
    await expect(both.getByRole('region', { name: 'First opinion' })).toContainText(ANAS);
    await expect(both.getByRole('region', { name: 'Second opinion' })).toContainText(BENS);
    await expect(both).not.toContainText('Ana');
    await expect(ada.getByRole('region', { name: /The machine’s proposal/ })).toBeVisible();
    await fillRuling(ada, { ...YES, reason: ADAS });
    await ada.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ada.getByRole('status')).toContainText('a second person has to confirm it');
    expect((await measureOfCase(request, world, caseId))?.ruling ?? null).toBeNull();
  });

  test('how far the two agree is counted for them and for the measure', async () => {
    await ada.goto(`${world.url}/review/stats`);
    await expect(ada.getByRole('main')).toContainText('The same decision in 0 of 1 round');
    await expect(ada.getByRole('row', { name: /Ana Reviewer and Ben Reviewer/ })).toContainText('0 %');
    expect(await faultsOf(ada)).toEqual([]);
  });

  test('somebody else publishes it, and readers are told how it came about and nothing of the two', async ({ request }) => {
    await ben.goto(deskCase());
    await ben.getByRole('button', { name: 'Confirm and publish' }).click();
    await expect(ben.getByRole('status')).toContainText('The ruling is published');
    const shown = await (await request.get(`${world.url}/cases/${caseId}`)).text();
    expect(shown).toContain(ADAS);
    expect(shown).toContain('Two people had differed');
    for (const hidden of [ANAS, BENS, 'Ana Reviewer']) expect(shown).not.toContain(hidden);
  });
});
