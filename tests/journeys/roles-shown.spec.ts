import { type Browser, expect, type Page, request as requests, test } from '@playwright/test';
import { operationAt } from '@/db/operations';
import { whoMay } from '@/db/operations/who-may';
import { ROLES, type Role } from '@/lib/adjudication';
import { addCast, CAST, send } from './desk/cast';
import { acceptAll, addArticle, fillRuling, openFirstCase, POST, signIn, TIMES } from './desk/steps';
import { ANA, BEN, startWorld, type World } from './desk/world';

test.describe('what each role is shown', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let paths: string[];
  const as = async (browser: Browser, email: string): Promise<Page> => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await signIn(page, world, email);
    return page;
  };
  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    await addCast(await requests.newContext(), world);
    const page = await as(browser, ANA);
    const article = await addArticle(page, world, POST);
    const other = await addArticle(page, world, TIMES);
    const html = await page.content();
    const claim = /\/review\/claims\/(\w+)/.exec(html)![1]!;
    const splits = ['conflicts', 'articles', 'suggestions', 'rereadings', 'to-publish', 'mine', 'settled'];
    const open = await openFirstCase(page, world);
    paths = [
      ...splits.map((split) => `/review?split=${split}`),
      ...['/review/intake', `/review/articles/${article}`, `/review/articles/${other}`, `/review/claims/${claim}`, `/review/cases/${open}`],
      ...['/admin/people', '/admin/log', '/review/account'],
    ];
  });
  test.afterAll(() => world?.stop());

  /** Operations that the page in view offers, by form or by button. */
  const offered = (page: Page): Promise<string[]> =>
    page
      .locator('form[method="post"], button[formaction]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('formaction') ?? one.getAttribute('action') ?? ''));

  for (const role of ROLES) {
    test(`${role}: no button that may not be pressed, no link that leads nowhere`, async ({ browser }) => {
      const page = await as(browser, CAST[role as Role]);
      const mine = new Set(whoMay().flatMap(({ id, may }) => (may[role] ? [id] : [])));
      const closed: string[] = [];
      for (const path of paths) {
        const answer = await page.goto(`${world.url}${path}`);
        if (answer!.status() === 404) closed.push(path);
        for (const address of await offered(page)) {
          if (address === '/sign-out') continue;
          const operation = operationAt(address.replace('/api/v1/', ''))?.operation.id ?? address;
          expect(mine.has(operation), `${path} offers ${operation}`).toBe(true);
        }
        const links = await page
          .locator('a[href^="/review/intake"], a[href^="/admin/"]')
          .evaluateAll((all) => all.map((a) => a.getAttribute('href')!));
        for (const link of new Set(links.map((href) => href.split(/[?#]/)[0]!)))
          expect((await page.request.get(`${world.url}${link}`)).status(), `${path} leads to ${link}`).toBe(200);
      }
      const closedTo: Record<Role, string[]> = {
        ...{ reader: ['/review/intake', '/admin/people'], reviewer: ['/admin/people'], editor: ['/admin/people'], admin: [] },
      };
      expect(closed).toEqual(closedTo[role as Role]);
    });
  }

  test('where the desk has an editor, another reviewer reads why they cannot publish, and the editor does', async ({ browser }) => {
    const ana = await as(browser, ANA);
    for (const path of paths.filter((one) => one.startsWith('/review/articles/'))) {
      await ana.goto(`${world.url}${path}`);
      await acceptAll(ana);
    }
    const id = await openFirstCase(ana, world);
    const verdicts = { A: 'contradicted', B: 'supported' };
    const reason = 'Bulletin 7 of the relief service counts every district that reported.';
    await fillRuling(ana, { verdicts, accept: 'B', why: 'source-error', reason });
    await ana.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ana.getByRole('status')).toContainText('Your ruling is saved');
    const ben = await as(browser, BEN);
    await ben.goto(`${world.url}/review/cases/${id}`);
    await expect(ben.getByRole('region', { name: 'Confirm and publish' })).toContainText('This desk has an editor');
    await expect(ben.getByRole('button', { name: 'Confirm and publish' })).toHaveCount(0);
    const past = await send(ben.request, world, `/api/v1/cases/${id}/publications`, { revision: 2 });
    expect(past.status()).toBe(403);
    expect(await past.json()).toMatchObject({ code: 'EditorPublishes', next: expect.stringContaining('Ask an editor') });
    const edda = await as(browser, CAST.editor);
    await edda.goto(`${world.url}/review/cases/${id}`);
    await edda.getByRole('button', { name: 'Confirm and publish' }).click();
    await expect(edda.getByRole('status')).toContainText('The ruling is published');
  });

  test('what the only editor ruled is published by a second person, who reads why they may', async ({ browser }) => {
    const edda = await as(browser, CAST.editor);
    await edda.goto(`${world.url}/review?split=settled`);
    const id = (await edda.locator('.lines > li').first().getAttribute('id'))!.slice(2);
    const reopened = await send(edda.request, world, `/api/v1/cases/${id}/reopen`, {
      revision: 3,
      reason: 'The relief service wrote again.',
    });
    expect(reopened.status()).toBe(200);
    await edda.goto(`${world.url}/review/cases/${id}`);
    const reason = 'The relief service counted one district twice and says so.';
    await fillRuling(edda, { verdicts: { A: 'supported', B: 'contradicted' }, accept: 'A', why: 'source-error', reason });
    await edda.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(edda.getByRole('status')).toContainText('Your ruling is saved');
    const ben = await as(browser, BEN);
    await ben.goto(`${world.url}/review/cases/${id}`);
    await expect(ben.getByRole('region', { name: 'Confirm and correct' })).toContainText('Every editor of the desk made this ruling');
    await ben.getByLabel('Notice of the correction').fill('The figure of the first paper stands: one district was counted twice.');
    await ben.getByRole('button', { name: 'Publish the correction' }).click();
    await expect(ben.getByRole('status')).toContainText('The ruling is published');
  });
});
