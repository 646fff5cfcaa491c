import { expect, type Page, request as requests, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { addCast, CAST } from './desk/cast';
import { addCases } from './desk/many-cases';
import { signIn } from './desk/steps';
import { ADA, startWorld, type World } from './desk/world';

test.describe('D3: the jobs of the server', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ada: Page;

  test.beforeAll(async ({ browser }) => {
    test.setTimeout(300_000);
    world = await startWorld();
    ada = await browser.newPage({ javaScriptEnabled: false });
    await signIn(ada, world, ADA);
    await addCases(ada.request, world, 45);
    // As another engine read them.
    await world.whileStopped(async (client) => {
      const { rows } = await client.execute("SELECT sql FROM sqlite_master WHERE name = 'articles_no_update'");
      await client.execute('DROP TRIGGER articles_no_update');
      await client.execute("UPDATE articles SET engine = '1'");
      await client.execute(String(rows[0]!.sql));
    });
  });
  test.afterAll(() => world?.stop());

  test('one is begun, says how far it is, is stopped and tried again, without a script', async () => {
    test.setTimeout(120_000);
    await ada.goto(`${world.url}/admin/jobs`);
    await expect(ada.getByRole('heading', { name: 'No job since the server began' })).toBeVisible();
    await expect(ada.getByText('90 articles may be read otherwise')).toBeVisible();
    await ada.getByRole('button', { name: 'Read everything again' }).click();
    await expect(ada.getByRole('status')).toContainText('It has begun');
    await ada.getByRole('button', { name: 'Stop it: Reading again' }).click();
    await expect(ada.getByRole('status')).toContainText('It stops as soon as');
    await expect(async () => {
      await ada.getByRole('link', { name: 'Look again' }).click();
      await expect(ada.getByRole('region', { name: '1 job' })).toContainText(
        /Stopped Reading again: \d+ of 90 articles begun by Ada Admin/,
        { timeout: 500 },
      );
    }).toPass();
    expect(await faultsOf(ada)).toEqual([]);
    await ada.getByRole('button', { name: 'Try it again: Reading again' }).click();
    await expect(ada.getByRole('status')).toContainText('It has begun again');
    await expect(async () => {
      await ada.getByRole('link', { name: 'Look again' }).click();
      await expect(ada.getByRole('region', { name: '2 jobs' }).getByRole('listitem').first()).toContainText('Done', { timeout: 500 });
    }).toPass({ timeout: 60_000 });
    await expect(ada.getByText('The engine of today has read every article.')).toBeVisible();
  });

  test('with a script the page looks again by itself until the job has ended', async ({ browser }) => {
    const page = await browser.newPage();
    await signIn(page, world, ADA);
    await page.goto(`${world.url}/admin/jobs`);
    await page.getByRole('button', { name: 'Send the letters now' }).click();
    await expect(page.locator('[data-jobs="ended"]')).toBeVisible();
    await expect(page.getByRole('region', { name: '3 jobs' }).getByRole('listitem').first()).toContainText(
      'Done Letters with what people were told',
    );
    await page.close();
  });

  test('nobody else sees the list, or has a key or a link that leads there', async ({ browser }) => {
    await addCast(await requests.newContext(), world);
    const edda = await browser.newPage({ javaScriptEnabled: false });
    await signIn(edda, world, CAST.editor);
    await expect(edda.locator('a[href="/admin/jobs"]')).toHaveCount(0);
    expect((await edda.goto(`${world.url}/admin/jobs`))!.status()).toBe(404);
    await edda.close();
  });
});
