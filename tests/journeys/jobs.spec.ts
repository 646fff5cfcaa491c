import { expect, type Page, request as requests, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { addCast, CAST, send } from './desk/cast';
import { signIn } from './desk/steps';
import { ADA, startWorld, type World } from './desk/world';

const ARTICLES = 16;

test.describe('D3: the jobs of the server', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ada: Page;

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    ada = await browser.newPage({ javaScriptEnabled: false });
    await signIn(ada, world, ADA);
    // Long ones: reading them again takes as long as somebody takes to stop it.
    const line = 'The ferries of the quay went out in the morning and came back late in the evening, as they do. ';
    for (let at = 1; at <= ARTICLES; at += 1) {
      const text = `Quay number ${at}\n\n${line.repeat(4000)}The office of that quay said on Monday that ${at + 10} ferries ran.`;
      const data = { text, outlet: 'Quay Radio', newOutlet: at === 1, publishedAt: '2026-03-03', title: `Quay ${at}` };
      expect((await send(ada.request, world, '/api/v1/articles', data)).status()).toBe(200);
    }
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
    await ada.goto(`${world.url}/admin/jobs`);
    await expect(ada.getByRole('heading', { name: 'No job since the server began' })).toBeVisible();
    await expect(ada.getByText(`${ARTICLES} articles may be read otherwise`)).toBeVisible();
    await ada.getByRole('button', { name: 'Read everything again' }).click();
    await expect(ada.getByRole('status')).toContainText('It has begun');
    await ada.getByRole('button', { name: /^Stop it/ }).click();
    await expect(ada.getByRole('status')).toContainText('It stops as soon as');
    await expect(async () => {
      await ada.getByRole('link', { name: 'Look again' }).click();
      await expect(ada.getByRole('region', { name: '1 job' })).toContainText(
        /Stopped Reading again: \d+ of 16 articles begun by Ada Admin/,
        { timeout: 500 },
      );
    }).toPass();
    await ada.getByRole('button', { name: /^Try it again/ }).click();
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
    expect(await faultsOf(page)).toEqual([]);
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
