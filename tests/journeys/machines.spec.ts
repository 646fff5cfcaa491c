import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, request as requests, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { acceptAll, addArticle, POST, signIn } from './desk/steps';
import { ADA, ANA, PASSWORD, startWorld, type World } from './desk/world';

/** Programs that write and are written to, over a real server; and the page on which a text is checked. */
test.describe('A4, A5, A6, N11: programs, and a text that is checked', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ada: Page;
  /** Rules of accessibility are looked at with a script. */
  let looking: Page;
  let listener: Server;
  const got: string[] = [];

  test.beforeAll(async ({ browser }) => {
    listener = createServer((request, response) => {
      let body = '';
      request.on('data', (piece) => {
        body += piece;
      });
      request.on('end', () => {
        got.push(body);
        response.writeHead(204).end();
      });
    }).listen(0, '127.0.0.1');
    await new Promise((ready) => listener.once('listening', ready));
    world = await startWorld({ COUNTERCHECK_WEBHOOK_HOSTS: `127.0.0.1:${(listener.address() as AddressInfo).port}` });
    ada = await browser.newPage({ javaScriptEnabled: false });
    await signIn(ada, world, ADA);
    looking = await browser.newPage();
    await signIn(looking, world, ADA);
  });
  test.afterAll(async () => {
    listener?.close();
    await world?.stop();
  });

  test('an administrator makes a key, sees it once, and a program writes by it until it is revoked', async () => {
    await ada.goto(`${world.url}/admin/keys`);
    await expect(ada.getByRole('heading', { name: 'No keys yet' })).toBeVisible();
    await ada.getByLabel('What it is for').fill('The archive');
    const holder = ada.getByLabel('In whose name');
    await holder.selectOption(await holder.locator('option', { hasText: 'Ana' }).getAttribute('value'));
    await ada.getByLabel('Add articles; note what became of them').check();
    await ada.getByLabel('Your password').fill('a wrong one');
    await ada.getByRole('button', { name: 'Make the key' }).click();
    await expect(ada.getByText('This is not your password.').first()).toBeVisible();
    await holder.selectOption(await holder.locator('option', { hasText: 'Ana' }).getAttribute('value'));
    await ada.getByLabel('Add articles; note what became of them').check();
    await ada.getByLabel('Your password').fill(PASSWORD);
    await ada.getByRole('button', { name: 'Make the key' }).click();
    const key = (await ada.locator('.once code').textContent())!;
    await ada.getByRole('link', { name: 'Go on' }).click();
    await expect(ada.getByText(key)).toHaveCount(0);
    await expect(ada.getByRole('row', { name: /The archive/ })).toContainText('never');

    const program = await requests.newContext({
      extraHTTPHeaders: { authorization: `Bearer ${key}`, 'idempotency-key': 'the-first-of-them' },
    });
    const data = { text: 'Officials counted 41 lanterns on the quay.', outlet: 'The Lantern', newOutlet: true };
    const [first, again] = [
      await program.post(`${world.url}/api/v1/articles`, { data }),
      await program.post(`${world.url}/api/v1/articles`, { data }),
    ];
    expect([first.status(), again.status(), await again.text()]).toEqual([200, 200, await first.text()]);
    expect((await program.post(`${world.url}/api/v1/people`, { data: {} })).status()).toBe(403);
    await ada.reload();
    await expect(ada.getByRole('row', { name: /The archive/ })).not.toContainText('never');
    await looking.goto(`${world.url}/admin/keys`);
    expect(await faultsOf(looking)).toEqual([]);
    await ada.getByRole('button', { name: /^Revoke/ }).click();
    await expect(ada.getByRole('status')).toContainText('opens nothing any more');
    expect((await program.post(`${world.url}/api/v1/articles`, { data: { ...data, text: 'Nine boats sank.' } })).status()).toBe(401);
  });

  test('an address is told what readers see, and the page says what became of it', async ({ browser }) => {
    await ada.goto(`${world.url}/admin/webhooks`);
    await ada.getByRole('textbox', { name: 'Address' }).fill('https://127.0.0.1/inside');
    await ada.getByLabel('Your password').fill(PASSWORD);
    await ada.getByRole('button', { name: 'Add the address' }).click();
    await expect(ada.getByText('leads to this machine').first()).toBeVisible();
    await ada.getByRole('textbox', { name: 'Address' }).fill(`http://127.0.0.1:${(listener.address() as AddressInfo).port}/changes`);
    await ada.getByLabel('Your password').fill(PASSWORD);
    await ada.getByRole('button', { name: 'Add the address' }).click();
    await expect(ada.locator('.once code')).toContainText('ccw_');
    await ada.getByRole('link', { name: 'Go on' }).click();
    await expect(ada.getByText('Nothing was sent yet.')).toBeVisible();

    const ana = await browser.newPage();
    await signIn(ana, world, ANA);
    await addArticle(ana, world, POST);
    expect(got).toEqual([]);
    await acceptAll(ana);
    await expect.poll(() => got.length).toBeGreaterThan(0);
    const change = JSON.parse(got[0]!);
    const listed = await (await ana.request.get(`${world.url}/api/v1/changes`)).json();
    expect(listed.data).toContainEqual(change);
    await ada.reload();
    await expect(ada.getByRole('row').nth(1)).toContainText('Arrived on');
    await looking.goto(`${world.url}/admin/webhooks`);
    expect(await faultsOf(looking)).toEqual([]);
  });

  test('a reader checks a text without a script, and sees of each number what is on record', async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${world.url}/check`);
    await page.getByLabel('Text to check').fill(POST.text);
    await page.getByRole('button', { name: 'Check it' }).click();
    await expect(page.getByRole('status')).toContainText(/agree/);
    await expect(page.locator('.checked .verdict').first()).toContainText('Agrees');
    await context.close();
    await looking.goto(`${world.url}/check?${new URLSearchParams({ text: POST.text })}`);
    expect(await faultsOf(looking)).toEqual([]);
    await looking.goto(`${world.url}/developers/reference`);
    await looking.locator('#check summary').click();
    expect(await faultsOf(looking)).toEqual([]);
    await looking.goto(`${world.url}/docs/errors`);
    expect(await faultsOf(looking)).toEqual([]);
  });
});
