import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { signIn } from './desk/steps';
import { ANA, startWorld, type World } from './desk/world';

const WORDS = 'The second figure is that of the year before: see page four of the list.';

test.describe('a reader reports an error', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  /** A reader whose browser runs nothing, and a reviewer. */
  let reader: Page;
  let ana: Page;
  let receipt: string;

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    [reader, ana] = [await browser.newPage({ javaScriptEnabled: false }), await browser.newPage()];
    await signIn(ana, world, ANA);
  });
  test.afterAll(() => world?.stop());

  test('without a script, from the foot of a page, and keeps what was typed until it is taken', async () => {
    await reader.goto(`${world.url}/report?about=%2Fmeasures`);
    await expect(reader.getByLabel('Page')).toHaveValue('/measures');
    await reader.getByLabel('Something here is wrong').check();
    await reader.getByLabel('What should we know').fill('wrong');
    await reader.getByRole('button', { name: 'Send it' }).click();
    await expect(reader.getByRole('alert')).toContainText('This says too little to look into.');
    await expect(reader.getByLabel('What should we know')).toHaveValue('wrong');
    await expect(reader.getByLabel('Something here is wrong')).toBeChecked();
    await reader.getByLabel('What should we know').fill(WORDS);
    await reader.getByLabel('How to reach you').fill('rosa@reader.example');
    await reader.getByRole('button', { name: 'Send it' }).click();
    await expect(reader.getByRole('heading', { level: 1, name: 'Your report' })).toBeVisible();
    await expect(reader.getByRole('main')).toContainText('It arrived and waits');
    receipt = reader.url();
    expect(receipt).toMatch(/\/receipts\/[\w-]{22}$/);
  });

  test('and is answered at the desk, with what became of it on the receipt', async ({ page }) => {
    await ana.goto(`${world.url}/review/reports`);
    expect(await faultsOf(ana)).toEqual([]);
    await expect(ana.getByRole('main')).toContainText(WORDS);
    await expect(ana.getByRole('main')).toContainText('to be reached at rosa@reader.example');
    await ana.getByLabel('What became of it').selectOption('corrected');
    await ana.getByLabel('Answer, for its sender').fill('The figure was read anew: it is that of last year.');
    await ana.getByRole('button', { name: 'Answer' }).click();
    await expect(ana.getByRole('status')).toContainText('The report is answered');
    await reader.goto(receipt);
    await expect(reader.getByRole('main')).toContainText('Something was corrected.');
    await expect(reader.getByRole('main')).toContainText('it is that of last year');
    await expect(reader.getByRole('main')).not.toContainText('rosa@reader.example');
    await page.goto(receipt);
    expect(await faultsOf(page)).toEqual([]);
    // The code stands in no line of the log.
    expect(JSON.stringify(world.log())).not.toContain(receipt.split('/').at(-1));
  });
});
