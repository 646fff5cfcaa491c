import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { signIn } from './desk/steps';
import { ADA, ANA, BEN, startWorld, type World } from './desk/world';

test.use({ javaScriptEnabled: false });

/** Three floods, each told by two papers that differ. */
const FLOODS = ['Verra', 'Olsa', 'Tarn'].map((river, n) => ({ river, dead: [412 + n, 437 + n] }));

test.describe('the queue, without a script', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;
  let ben: Page;

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    [ana, ben] = await Promise.all([browser.newPage({ javaScriptEnabled: false }), browser.newPage({ javaScriptEnabled: false })]);
    await signIn(ana, world, ANA);
    await signIn(ben, world, BEN);
    for (const { river, dead } of FLOODS)
      for (const [at, outlet] of ['Norland Post', 'Coast Radio'].entries()) {
        const text = `Health officials in ${river}land said on Tuesday that ${dead[at]} people died in the flood of the ${river} river.`;
        const data = { text, outlet, newOutlet: true, publishedAt: '2026-03-03', title: `Flood of the ${river}` };
        expect((await ana.request.post(`${world.url}/api/v1/articles`, { headers: { origin: world.url }, data })).status()).toBe(200);
      }
  });
  test.afterAll(() => world?.stop());

  const open = (page: Page, path: string) => page.goto(`${world.url}${path}`);
  const rows = (page: Page) => page.locator('.lines.picked > li');

  test('V7: assigns, puts aside and marks from a row, says so on the row and on the page, and V4: each has an undo on the next page', async () => {
    await open(ana, '/review?split=conflicts');
    await expect(rows(ana)).toHaveCount(3);
    await expect(rows(ana).first()).toContainText(/severity: .+; \d+ % sure; (just now|\d+ minutes? old)/);
    await rows(ana)
      .first()
      .getByRole('button', { name: /^Assign to me/ })
      .click();
    await expect(ana.getByRole('status')).toContainText('The assignment is saved');
    await expect(rows(ana).first()).toContainText('assigned to you');
    await ana.getByRole('button', { name: 'Undo' }).click();
    await expect(ana.getByRole('status')).toContainText('It is taken back');
    await expect(rows(ana).first()).not.toContainText('assigned to you');
    await ana.getByRole('button', { name: 'Do it again' }).click();
    await expect(ana.getByRole('status')).toContainText('It is done again');
    await expect(rows(ana).first()).toContainText('assigned to you');
    await ana.getByRole('button', { name: 'Undo' }).click();
    await expect(rows(ana).first()).not.toContainText('assigned to you');

    await rows(ana)
      .first()
      .getByRole('link', { name: /^Put aside/ })
      .click();
    await expect(ana.getByText('Nothing is done yet. 1 row would change.')).toBeVisible();
    await ana.getByLabel('For', { exact: true }).selectOption('week');
    await ana.getByLabel('Why').fill('The office answers on Monday.');
    await ana.getByRole('button', { name: 'Put aside: 1 row' }).click();
    await expect(rows(ana)).toHaveCount(2);
    await open(ana, '/review?split=snoozed');
    await expect(rows(ana)).toHaveCount(1);
    await expect(rows(ana)).toContainText('The office answers on Monday.');
    await rows(ana).getByRole('link').first().click();
    const bar = ana.getByRole('region', { name: 'In the queue' });
    await expect(bar).toContainText('put aside until');
    await bar.getByRole('button', { name: 'Bring back' }).click();
    await expect(bar).not.toContainText('put aside until');
    await bar.getByRole('link', { name: 'Mark …' }).click();
    await ana.getByLabel('The mark').fill('ask the harbour');
    await ana.getByRole('button', { name: 'Mark with a word: 1 row' }).click();
    await expect(bar).toContainText('⚑ ask the harbour');
    await ana.getByRole('button', { name: 'Undo' }).click();
    await expect(bar).not.toContainText('ask the harbour');
  });

  test('of two who press “Assign to me” the first has it; the second is told, and sees with whom it is', async () => {
    await Promise.all([open(ana, '/review?split=conflicts'), open(ben, '/review?split=conflicts')]);
    const press = (page: Page) =>
      rows(page)
        .first()
        .getByRole('button', { name: /^Assign to me/ })
        .click();
    await press(ben);
    await expect(ben.getByRole('status')).toContainText('The assignment is saved');
    await press(ana);
    await expect(ana.getByRole('main').getByRole('alert')).toContainText('Somebody else changed this meanwhile.');
    await expect(rows(ana).first()).toContainText('assigned to Ben Reviewer');
    // What was ticked and shown before is not done where it moved on, and what was typed stays.
    await rows(ana).first().getByRole('link', { name: /^Mark/ }).click();
    await ana.getByLabel('The mark').fill('boats');
    const id = new URL(ana.url()).searchParams.get('item');
    const marked = { headers: { origin: world.url }, data: { flag: 'ask the mayor' } };
    expect((await ben.request.post(`${world.url}/api/v1/queue/${id}/flag`, marked)).status()).toBe(200);
    await ana.getByRole('button', { name: 'Mark with a word: 1 row' }).click();
    await expect(ana.getByRole('main').getByRole('alert')).toContainText('It was changed since it was shown.');
    await expect(ana.getByRole('cell', { name: /marked “ask the mayor”/ })).toBeVisible();
    await expect(ana.getByLabel('The mark')).toHaveValue('boats');
    const free = { headers: { origin: world.url }, data: { flag: '' } };
    expect((await ben.request.post(`${world.url}/api/v1/queue/${id}/flag`, free)).status()).toBe(200);
    await ben.getByRole('button', { name: 'Undo' }).click();
    await expect(ben.getByRole('status')).toContainText('It is taken back');
  });

  test('what was refused of one act on one row stands in no other form, and in its own with a word that it does', async () => {
    await open(ana, '/review?split=conflicts');
    const ids = (await rows(ana).evaluateAll((items) => items.map(({ id }) => id.slice(2)))) as string[];
    await rows(ana)
      .first()
      .getByRole('link', { name: /^Put aside/ })
      .click();
    await ana.getByLabel('Or until this day').fill('2031-02-30');
    await ana.getByLabel('Why').fill('The mayor told us not to print this.');
    await ana.getByRole('button', { name: 'Put aside: 1 row' }).click();
    await expect(ana.getByRole('main').getByRole('alert')).toBeVisible();
    await expect(ana.getByLabel('Why')).toHaveValue('The mayor told us not to print this.');
    for (const [act, item] of [
      ['dismiss', ids[1]],
      ['dismiss', ids[0]],
      ['snooze', ids[1]],
    ]) {
      await open(ana, `/review/batch?act=${act}&item=${item}`);
      await expect(ana.locator('[name=reason]'), `${act} ${item}`).toHaveValue('');
    }
    await open(ana, `/review/batch?act=snooze&item=${ids[0]}`);
    await expect(ana.getByLabel('Why')).toHaveValue('The mayor told us not to print this.');
    await expect(ana.getByText('Filled in from your draft')).toBeVisible();
    await expect(ana.getByLabel('For', { exact: true })).toBeFocused();
    const week = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    await expect(ana.getByText(`As in ${week}.`)).toBeVisible();
    for (const [day, cause] of [
      ['2031-02-30', '“2031-02-30” is no day of the calendar'],
      ['2099-01-01', 'more than a year away'],
    ] as const) {
      await ana.getByLabel('Or until this day').fill(day);
      await ana.getByRole('button', { name: 'Put aside: 1 row' }).click();
      await expect(ana.getByRole('main').getByRole('alert')).toContainText(cause);
    }
    await ana.getByLabel('Or until this day').fill(week);
    await ana.getByRole('button', { name: 'Put aside: 1 row' }).click();
    await expect(ana.getByRole('status')).toContainText('Done, as it was shown');
    await ana.getByRole('button', { name: 'Undo' }).click();
    await open(ana, `/review/batch?act=snooze&item=${ids[0]}`);
    await expect(ana.getByLabel('Why')).toHaveValue('');
  });

  test('V12: ticks rows, looks at what would come of it, does it in one act and takes it back by one undo', async () => {
    await open(ana, '/review?split=conflicts');
    await ana.getByRole('link', { name: 'Tick all rows of this page' }).click();
    const boxes = ana.getByRole('checkbox', { name: /^Choose/, checked: true });
    await expect(boxes).toHaveCount(3);
    await boxes.first().uncheck();
    await expect(boxes).toHaveCount(2);
    await ana.getByRole('checkbox', { name: /^Choose/, checked: false }).check();
    await ana.getByRole('button', { name: 'Dismiss with one reason …' }).click();
    await expect(ana.getByText('Nothing is done yet. 3 rows would change.')).toBeVisible();
    await ana.getByRole('button', { name: 'Dismiss with one reason: 3 rows' }).click();
    await expect(ana.getByRole('main').getByRole('alert')).toContainText('The reason is empty');
    await ana.getByLabel('Not a conflict because').fill('Both are counts of other days.');
    await ana.getByRole('button', { name: 'Dismiss with one reason: 3 rows' }).click();
    await expect(ana.getByText('No open conflicts')).toBeVisible();
    await ana.getByRole('button', { name: 'Undo' }).click();
    await expect(rows(ana)).toHaveCount(3);
  });

  test('V4: all of it stands in the list of acts, of everybody too, and nothing is taken back twice', async () => {
    await open(ben, '/review/activity?who=everybody');
    const batch = ben.getByRole('row', { name: /Did one thing to many in the queue, 3 parts/ });
    await expect(batch).toContainText('taken back by Ana Reviewer');
    await open(ana, '/review/activity');
    // What cannot be taken back says nothing beside itself.
    await expect(ana.getByRole('main')).not.toContainText('go on from there');
    const given = ana.getByRole('row', { name: /Assigned something in the queue/ }).last();
    await expect(given).toContainText('with nobody → Ana Reviewer');
    await expect(given.getByRole('button')).toHaveCount(0);
    const seq = (await given.getAttribute('id'))!.slice(2);
    const again = await ana.request.post(`${world.url}/api/v1/acts/${seq}/undo`, { headers: { origin: world.url }, data: {} });
    expect([again.status(), (await again.json()).code]).toEqual([409, 'AlreadyUndone']);
  });

  test('V6: filters stand in the address, are kept under a name, and the address opens for a colleague', async () => {
    await open(ana, '/review?split=conflicts&source=Norland+Post&who=nobody');
    await expect(ana.getByText('from Norland Post, with nobody: 3 rows.')).toBeVisible();
    await ana.getByLabel('Keep these filters as').fill('Post, free');
    await ana.getByLabel('for everybody at the desk').check();
    await ana.getByRole('button', { name: 'Keep' }).click();
    await expect(ana.getByRole('heading', { level: 1, name: 'Post, free' })).toBeVisible();
    await open(ben, new URL(ana.url()).pathname + new URL(ana.url()).search);
    await expect(ben.getByRole('heading', { level: 1, name: 'Post, free' })).toBeVisible();
    await expect(rows(ben)).toHaveCount(3);
    await open(ana, '/review?split=conflicts&source=Coast+Radio');
    await ana.getByLabel('Keep these filters as').fill('post, free');
    await ana.getByRole('button', { name: 'Keep' }).click();
    await expect(ana.getByRole('main').getByRole('alert')).toContainText('You keep a view called “post, free” already');
    await expect(ana.getByLabel('Keep these filters as')).toHaveValue('post, free');
    await open(ben, '/review?split=conflicts&source=Nobody+Post');
    await expect(ben.getByText('No outlet is called “Nobody Post”.')).toBeVisible();
  });

  test('draws one for each of two people, never the same, and goes on to the next', async () => {
    const draw = async (page: Page) => {
      await open(page, '/review?split=conflicts&severity=normal');
      await page.getByRole('button', { name: 'Take the next one' }).click();
    };
    const ids = [];
    for (const page of [ana, ben]) {
      await open(page, '/review?split=conflicts&severity=high');
      await expect(page.getByRole('heading', { name: 'Conflicts' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Take the next one' })).toBeHidden();
      await draw(page);
      await expect(page.getByRole('status')).toContainText('This is yours now');
      ids.push(new URL(page.url()).pathname);
    }
    expect(new Set(ids).size).toBe(2);
    await ana.getByRole('link', { name: /^Next in “Conflicts”/ }).click();
    expect(new URL(ana.url()).pathname).not.toBe(ids[0]);
    await expect(ana.getByRole('heading', { name: 'Your ruling' })).toBeVisible();
    await draw(ben);
    await draw(ben);
    await expect(ben.getByRole('main').getByRole('alert')).toContainText('Nothing waits there that nobody has');
  });

  test('is accessible and fits at every width, in light and dark', async ({ browser }) => {
    // What looks for faults needs scripts.
    const page = await browser.newPage({ javaScriptEnabled: true });
    await signIn(page, world, ADA);
    await open(ana, '/review?split=conflicts');
    const first = await rows(ana).first().getAttribute('id');
    for (const path of [
      ...['/review?split=conflicts&severity=normal', '/review?split=articles', '/review?split=stale', '/review?split=mine'],
      ...[
        `/review/batch?act=snooze&item=${first!.slice(2)}`,
        `/review/batch?act=assign&item=${first!.slice(2)}`,
        '/review/activity?who=everybody',
        '/admin/queue',
      ],
    ]) {
      await open(page, path);
      expect(await faultsOf(page), path).toEqual([]);
    }
    await page.close();
  });
});
