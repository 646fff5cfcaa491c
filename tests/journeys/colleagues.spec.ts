import { type Browser, expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { addCast, EDDA } from './desk/cast';
import { addCases } from './desk/many-cases';
import { fillRuling, signIn } from './desk/steps';
import { ADA, ANA, BEN, startWorld, type World } from './desk/world';

const ready = (page: Page) => expect(page.locator('html[data-desk=ready]')).toBeAttached();
const notes = (page: Page) => page.getByRole('region', { name: /^Notes/ });
const YES = { verdicts: { A: 'outdated', B: 'supported' }, accept: 'B', why: 'outdated' };

test.describe('V7: what colleagues tell and ask each other', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;
  let ben: Page;
  let edda: Page;
  let ada: Page;
  let cases: string[];
  const as = async (browser: Browser, email: string, script = true) => {
    const page = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
    await signIn(page, world, email);
    return page;
  };

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    ada = await as(browser, ADA);
    await addCast(ada.request, world);
    // The editor works without a script.
    [ana, ben, edda] = [await as(browser, ANA), await as(browser, BEN), await as(browser, EDDA, false)];
    await addCases(ana.request, world, 3);
    await ana.goto(`${world.url}/review?split=conflicts`);
    const ids = await ana.locator('.lines > li').evaluateAll((rows) => rows.map(({ id }) => id.slice(2)));
    cases = ids.map((id) => `${world.url}/review/cases/${id}`);
  });
  test.afterAll(() => world?.stop());

  test('a note names a colleague by a list behind the @ sign, by keyboard alone', async () => {
    await ana.goto(cases[0]!);
    await ready(ana);
    await ana.keyboard.press('n');
    const field = ana.getByLabel('Write a note');
    await expect(field).toBeFocused();
    await ana.keyboard.type('Is the second bulletin signed, @re');
    const list = ana.getByRole('listbox', { name: 'Colleagues' });
    await expect(list.getByRole('option')).toHaveText(['Ana Reviewer', 'Ben Reviewer']);
    await expect(list.getByRole('option', { selected: true })).toHaveText('Ana Reviewer');
    await ana.keyboard.press('ArrowDown');
    await expect(field).toHaveAttribute('aria-activedescendant', (await list.getByRole('option', { selected: true }).getAttribute('id'))!);
    expect(await faultsOf(ana)).toEqual([]);
    await ana.keyboard.press('Enter');
    await expect(field).toHaveValue('Is the second bulletin signed, @Ben Reviewer ');
    await expect(list).toBeHidden();
    await ana.keyboard.type('@ed');
    await ana.keyboard.press('Escape');
    await expect(list).toBeHidden();
    await expect(field).toBeFocused();
    await field.fill('Is the second bulletin signed, @Ben Reviewer?');
    await ana.getByLabel('What it is about').selectOption({ label: 'The verdict on B' });
    await ana.getByRole('button', { name: 'Keep the note' }).click();
    await expect(ana.getByRole('status')).toContainText('The note is kept');
    await expect(notes(ana).getByRole('listitem')).toContainText('on the verdict on B');
    await expect(ana.getByRole('listitem', { name: /Position B/ }).getByRole('link', { name: '1 open note' })).toBeVisible();
    expect(await faultsOf(ana)).toEqual([]);
  });

  test('whoever is named finds it, goes to it by its address, resolves it and takes it up again', async () => {
    await ben.goto(`${world.url}/review`);
    await expect(ben.getByRole('navigation', { name: 'Desk' }).getByRole('link', { name: /Mentions 1 new/ })).toBeVisible();
    await ben.getByRole('link', { name: /Mentions/ }).click();
    await expect(ben.getByRole('region', { name: 'New' })).toContainText('Is the second bulletin signed, @Ben Reviewer?');
    expect(await faultsOf(ben)).toEqual([]);
    await ben.getByRole('button', { name: /^Mark as seen/ }).click();
    await expect(ben.getByRole('region', { name: 'New' })).toContainText('Nothing new names you');
    await ben.getByRole('region', { name: 'Seen' }).getByRole('link').click();
    await expect(ben).toHaveURL(/\/review\/cases\/\w+#n-\w+$/);
    await ben.getByRole('button', { name: /^Resolve\s*: the note by Ana/ }).click();
    await expect(ben.getByRole('status')).toContainText('The note is resolved');
    // Led back to the note, its fold is open; on the page as such it is closed.
    await ben.goto(cases[0]!);
    await notes(ben).getByText('1 resolved note').click();
    await ben.getByRole('button', { name: /^Take it up again/ }).click();
    await expect(notes(ben)).toContainText('1 open');
    await ana.goto(cases[0]!);
    await ana.getByText('Write it anew …').click();
    await ana.getByLabel('The note', { exact: true }).fill('Is the second bulletin signed at all, @Ben Reviewer?');
    await ana.getByRole('button', { name: 'Keep what it says now' }).click();
    await ben.goto(cases[0]!);
    await expect(notes(ben)).toContainText('written anew');
    await notes(ben).getByText('1 earlier version').click();
    await expect(notes(ben)).toContainText('Is the second bulletin signed, @Ben Reviewer?');
    await expect(ben.getByText('Write it anew …')).toHaveCount(0);
    expect(await faultsOf(ben)).toEqual([]);
  });

  test('“l” asks a colleague for a second look: the case waits for them, and for nobody’s ruling before', async () => {
    await ana.goto(cases[1]!);
    await ready(ana);
    await ana.keyboard.press('l');
    await expect(ana.getByLabel('Of whom')).toBeFocused();
    await ana.getByLabel('Of whom').selectOption({ label: 'Ben Reviewer' });
    await ana.getByLabel('What they should look at').fill('Which of the two floods is it?');
    await ana.getByRole('button', { name: 'Ask for a second look' }).click();
    await expect(ana.getByRole('status')).toContainText('A second look is asked for');
    await expect(ana.getByRole('region', { name: 'In the queue' })).toContainText('you ask for a second look');
    await ben.goto(`${world.url}/review?split=second-review`);
    const row = ben.locator('.lines > li');
    await expect(row).toContainText('Ana Reviewer asks for a second look');
    await expect(row).toContainText('assigned to you');
    await row.locator('.line-title').click();
    await expect(notes(ben)).toContainText('Which of the two floods is it?');
    await ana.goto(`${world.url}/review?split=second-review`);
    await expect(ana.locator('.lines > li')).toHaveCount(0);
  });

  test('a case that waits for a source says so, and is found by it', async () => {
    await ben.goto(cases[2]!);
    await ben.getByText('Wait for a source …').click();
    await ben.getByLabel('Whom you asked').fill('Flood office of the valley');
    await ben.getByLabel('On which day').fill('tomorrow');
    await ben.getByRole('button', { name: 'Wait for the answer' }).click();
    await expect(ben.getByRole('main').getByRole('alert')).toContainText('“tomorrow” is no day of the calendar');
    await expect(ben.getByLabel('Whom you asked')).toHaveValue('Flood office of the valley');
    await ben.getByLabel('On which day').fill('2026-03-04');
    await ben.getByRole('button', { name: 'Wait for the answer' }).click();
    await expect(ben.getByRole('status')).toContainText('The case waits for that answer now');
    expect(await faultsOf(ben)).toEqual([]);
    await ben.goto(`${world.url}/review?split=conflicts`);
    await ben.getByText('Filter', { exact: true }).click();
    await ben.getByLabel('Answer of a source').selectOption({ value: 'any' });
    await ben.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(ben.locator('.lines > li')).toHaveCount(1);
    await expect(ben.locator('.lines > li')).toContainText('waits for an answer of Flood office of the valley, asked on 4 March 2026');
    expect(await faultsOf(ben)).toEqual([]);
    await ben.goto(cases[2]!);
    await ben.getByRole('button', { name: 'The answer is in' }).click();
    await expect(ben.getByRole('status')).toContainText('The answer is in');
  });

  test('what two agree on is drawn for an audit, and an editor looks before anything is public', async () => {
    await ada.goto(`${world.url}/admin/settings`);
    await ada.getByLabel('Two people, neither seeing').check();
    await ada.getByRole('button', { name: 'Save', exact: true }).click();
    await ada.getByLabel('Percent').fill('101');
    await ada.getByRole('button', { name: 'Save the share' }).click();
    await expect(ada.getByRole('main').getByRole('alert')).toContainText('The share cannot be read');
    await ada.getByLabel('Percent').fill('100');
    await ada.getByRole('button', { name: 'Save the share' }).click();
    await expect(ada.getByRole('status')).toContainText('So many are drawn from now on');
    expect(await faultsOf(ada)).toEqual([]);
    await ana.goto(cases[2]!);
    await ready(ana);
    await ana.getByLabel('Write a note').fill('I hold the second for right.');
    await ana.getByRole('button', { name: 'Keep the note' }).click();
    await expect(notes(ana)).toContainText('I hold the second for right.');
    await fillRuling(ana, { ...YES, reason: 'The later bulletin of the same day counts more.' });
    await ana.getByRole('button', { name: 'Save the opinion' }).click();
    await ben.goto(cases[2]!);
    expect(await ben.content()).not.toContain('I hold the second for right.');
    await expect(notes(ben)).toContainText('Until both opinions are in');
    const listed = ben
      .getByRole('row', { name: /Wrote a note/ })
      .first()
      .getByRole('link');
    await ben.goto(`${world.url}/review/activity?who=everybody`);
    await expect(listed).toHaveText(/^note$/);
    await listed.click();
    await expect(ben).toHaveURL(`${world.url}/review`);
    await ben.goto(cases[2]!);
    await fillRuling(ben, { ...YES, reason: 'The second of the two bulletins holds.' });
    await ben.getByRole('button', { name: 'Save the opinion' }).click();
    await ben.goto(cases[2]!);
    await expect(notes(ben)).toContainText('I hold the second for right.');
    await ben.goto(`${world.url}/review/activity?who=everybody`);
    await expect(listed).toHaveText(/^note on “.+”$/);
    await listed.click();
    await expect(notes(ben)).toContainText('I hold the second for right.');
    await expect(ben.getByRole('region', { name: 'Drawn for an audit' })).toContainText('You are one of the two');
    expect(await faultsOf(ben)).toEqual([]);
    await edda.goto(cases[2]!);
    await expect(edda.getByRole('region', { name: 'Confirm and publish' })).toContainText('drawn for an audit, and nobody has made it yet');
    await edda.getByRole('button', { name: 'The ruling stands' }).click();
    await expect(edda.getByRole('status')).toContainText('The ruling stands');
    await ada.goto(`${world.url}/review/stats`);
    await expect(ada.getByRole('region', { name: 'Audits' })).toContainText('1 was drawn for an audit: 1 stood');
    expect(await faultsOf(ada)).toEqual([]);
  });
});
