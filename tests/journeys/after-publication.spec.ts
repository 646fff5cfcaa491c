import { expect, type Page, test } from '@playwright/test';
import { faultsOf } from './accessible';
import { addCast, EDDA, send } from './desk/cast';
import { measureOfCase } from './desk/public';
import { acceptAll, addArticle, fillRuling, openFirstCase, POST, signIn, TIMES } from './desk/steps';
import { ANA, startWorld, type World } from './desk/world';

// What an editor does with what is public already, and what readers see of it. Not one step of it needs a script in the browser; only what looks for
// faults of access brings one along.

const REASON = 'The later bulletin of the same day counts 437. The earlier figure was superseded within hours.';
const TAKEN_BACK = 'Its reporter had added the missing to the dead.';
const CORRECTED = 'The first paper read an old list, which its editors say themselves.';
const FORGED = 'The bulletin that the ruling rests on was forged.';
const COURT = 'A court forbade the text on 4 March.';

test.describe('what is published is looked at again, withdrawn and withheld', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;
  let edda: Page;
  /** Edda with script. */
  let look: Page;
  let caseId: string;
  let timesId: string;
  const article = () => `${world.url}/review/articles/${timesId}`;

  test.beforeAll(async ({ browser, playwright }) => {
    world = await startWorld();
    const ada = await playwright.request.newContext();
    await addCast(ada, world);
    await ada.dispose();
    [ana, edda] = await Promise.all([browser.newPage({ javaScriptEnabled: false }), browser.newPage({ javaScriptEnabled: false })]);
    await signIn(ana, world, ANA);
    await signIn(edda, world, EDDA);
    look = await browser.newPage();
    await signIn(look, world, EDDA);
    await addArticle(ana, world, POST);
    await acceptAll(ana);
    timesId = await addArticle(ana, world, TIMES);
    await acceptAll(ana);
    caseId = await openFirstCase(ana, world);
    await fillRuling(ana, { verdicts: { A: 'outdated', B: 'supported' }, accept: 'B', why: 'outdated', reason: REASON });
    await ana.getByRole('button', { name: 'Save the ruling' }).click();
    await edda.goto(`${world.url}/review/cases/${caseId}`);
    await edda.getByRole('button', { name: 'Confirm and publish' }).click();
    await expect(edda.getByRole('status')).toContainText('The ruling is published');
  });
  test.afterAll(() => world?.stop());

  const panel = (page: Page, name: string) => page.getByRole('region', { name });

  test('an old measure leads to its page at the desk, and is out of the queue once somebody looked at it', async ({ request }) => {
    const id = new URL((await measureOfCase(request, world, caseId))!.url).pathname.split('/')[2]!;
    // One day, so that it is due whenever this runs.
    const define = { headers: { origin: world.url }, data: { revision: 0, reviewDays: 1 } };
    expect((await edda.request.post(`${world.url}/api/v1/measures/${id}/definition`, define)).status()).toBe(200);
    await ana.goto(`${world.url}/review?split=stale`);
    await ana.locator('.line-title').click();
    expect(new URL(ana.url()).pathname).toBe(`/review/measures/${id}/edit`);
    const watched = panel(ana, 'Due to be looked at again');
    await expect(watched).toContainText('it is looked at again after 1 day.');
    await look.goto(`${world.url}/review/measures/${id}/edit`);
    expect(await faultsOf(look)).toEqual([]);
    await watched.getByRole('button', { name: 'Looked at: it is right as it stands' }).click();
    await expect(ana.getByRole('status')).toContainText('It was looked at.');
    await expect(panel(ana, 'Looked at again')).toContainText('It is out of the queue until');
    await ana.getByRole('button', { name: 'Undo' }).click();
    await expect(panel(ana, 'Due to be looked at again')).toBeVisible();
  });

  test('a source takes its article back: its claim is marked everywhere, and the ruling on it is under review again', async ({
    page,
    request,
  }) => {
    // Of what is settled the ruling gives the reason, and what the machine thought before is said to be that.
    await page.goto(`${world.url}/cases/${caseId}`);
    await expect(page.locator('#why .lede')).toContainText('The later bulletin of the same day counts 437.');
    await expect(page.locator('#why')).toContainText('What the machine found before a person ruled:');
    expect(await faultsOf(page)).toEqual([]);
    await edda.goto(article());
    await panel(edda, 'The article as a whole').getByText('Its source took it back …').click();
    await edda.getByLabel('On which day').fill('2026-03-09');
    await edda.getByLabel('Where its source says so').fill('https://times.example/errata');
    await edda.getByLabel('Why it was taken back').fill('made up');
    await edda.getByRole('button', { name: 'Note that it was taken back' }).click();
    await expect(edda.getByRole('main').getByRole('alert')).toContainText('The reason has 2 of at least 3 words');
    await expect(edda.getByLabel('Where its source says so')).toHaveValue('https://times.example/errata');
    await edda.getByLabel('Why it was taken back').fill(TAKEN_BACK);
    await edda.getByRole('button', { name: 'Note that it was taken back' }).click();
    await expect(edda.getByRole('status')).toContainText('It is noted that the source took the article back');
    await expect(edda.getByRole('main')).toContainText('Taken back by its source on 9 March 2026.');

    await ana.goto(`${world.url}/review/cases/${caseId}`);
    await expect(panel(ana, 'Taken back by their source')).toContainText('437 people');
    await expect(panel(ana, 'History')).toContainText('A source took back an article that the ruling rests on.');
    const twin = (await measureOfCase(request, world, caseId))!;
    expect(twin.case?.status).toBe('reopened');
    expect(twin.positions.map(({ label }) => label)).toEqual(['412 people']);
    // One figure is no disagreement, and the page says where the other went.
    await page.goto(world.url);
    await expect(page.getByRole('region', { name: 'Open disagreements' })).toContainText('Nothing is open');
    for (const path of [twin.url, `${world.url}/cases`]) {
      await page.goto(path);
      await expect(page.getByRole('main')).toContainText(`437 people by ${TIMES.outlet} was taken back by the source`);
    }
    for (const path of [twin.url, `${world.url}/articles/${timesId}`, twin.claims.find(({ source }) => source === TIMES.outlet)!.url]) {
      await page.goto(path);
      await expect(page.getByRole('main')).toContainText(/took this article back|taken back by its source/);
      expect(await faultsOf(page)).toEqual([]);
    }
  });

  test('a reviewer finds no such form, and is refused past it', async () => {
    await ana.goto(article());
    await expect(panel(ana, 'The article as a whole')).toHaveCount(0);
    const acts = { retraction: { day: '2026-03-09', reason: TAKEN_BACK }, withholding: { reason: COURT } };
    for (const [path, data] of Object.entries(acts)) {
      const answer = await send(ana.request, world, `/api/v1/articles/${timesId}/${path}`, data);
      expect([path, answer.status()]).toEqual([path, 403]);
    }
  });

  test('it can be taken back from the list of what was done', async ({ request }) => {
    await edda.goto(`${world.url}/review/activity`);
    await edda
      .getByRole('row', { name: /Noted that a source took its article back/ })
      .getByRole('button')
      .click();
    await expect(edda.getByRole('status')).toContainText('It is taken back');
    const twin = (await measureOfCase(request, world, caseId))!;
    expect(twin.positions.map(({ label }) => label).sort()).toEqual(['412 people', '437 people']);
  });

  test('a ruling is withdrawn: its address answers 410 with when and why, and its words are gone from every page', async ({
    page,
    request,
  }) => {
    await ana.goto(`${world.url}/review/cases/${caseId}`);
    await fillRuling(ana, { verdicts: { A: 'contradicted', B: 'supported' }, accept: 'B', why: 'source-error', reason: CORRECTED });
    await ana.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ana.getByRole('status')).toContainText('Your ruling is saved');
    await edda.goto(`${world.url}/review/cases/${caseId}`);
    await edda.getByLabel('Notice of the correction').fill('The first paper erred; it was no older count.');
    await edda.getByRole('button', { name: 'Publish the correction' }).click();
    await expect(edda.getByRole('status')).toContainText('The ruling is published');
    await page.goto(`${world.url}/corrections`);
    await expect(page.getByRole('main')).toContainText('it was no older count');
    await edda.goto(`${world.url}/review/cases/${caseId}`);
    await panel(edda, 'Other steps').getByText('Withdraw what is published …').click();
    await edda.getByLabel('Why it is withdrawn').fill(FORGED);
    await edda.getByRole('button', { name: 'Withdraw the ruling' }).click();
    await expect(edda.getByRole('status')).toContainText('The ruling is withdrawn');

    const answer = await page.goto(`${world.url}/cases/${caseId}`);
    expect(answer!.status()).toBe(410);
    await expect(page.getByRole('main')).toContainText(FORGED);
    await expect(page.getByRole('main')).toContainText('Withdrawn by an editor');
    await expect(page.locator('code.hash')).toHaveText([/^[0-9a-f]{64}$/, /^[0-9a-f]{64}$/]);
    expect(await faultsOf(page)).toEqual([]);
    const data = await request.get(`${world.url}/cases/${caseId}.json`);
    expect(data.status()).toBe(410);
    const told = await data.json();
    expect(told).toMatchObject({ id: caseId, status: 'withdrawn', reason: FORGED, by: 'an editor' });
    expect(told.withdrew[0].hash).toMatch(/^[0-9a-f]{64}$/);
    await page.goto(`${world.url}/corrections`);
    await expect(page.getByRole('main')).toContainText(FORGED);
    // The correction before it is still told, without its words.
    await expect(page.locator('.history > li').filter({ hasText: 'Correction' })).toContainText('What it said was withdrawn since');
    await expect(page.getByRole('main')).not.toContainText('it was no older count');
    expect(await faultsOf(page)).toEqual([]);
    const twin = (await measureOfCase(request, world, caseId))!;
    expect([twin.case?.status, twin.ruling]).toEqual(['withdrawn', null]);
    await page.goto(twin.url);
    await expect(page.getByRole('note', { name: 'Withdrawal' })).toContainText(FORGED);
    const paths = [
      twin.url,
      `${twin.url.replace(/\/[^/]*$/, '')}.atom`,
      ...twin.claims.map(({ url }) => url),
      ...['/', '/cases', '/corrections', '/feed.atom', '/measures'].map((path) => world.url + path),
    ];
    for (const path of [...paths, `${world.url}/cases/${caseId}`])
      expect(await (await request.get(path)).text()).not.toContain('superseded within hours');
  });

  test('a withdrawn case takes no step but to be opened again, and tells that it was withdrawn', async ({ page }) => {
    await ana.goto(`${world.url}/review/cases/${caseId}`);
    const revision = Number(/revision (\d+)/.exec((await ana.locator('.kicker').textContent()) ?? '')![1]);
    const refused = await send(ana.request, world, `/api/v1/cases/${caseId}/take`, { revision });
    expect(refused.status()).toBe(409);
    expect(await refused.json()).toMatchObject({ code: 'IllegalTransition', detail: expect.stringContaining('This case is withdrawn') });
    await panel(ana, 'Other steps').getByText('Open it again …').click();
    await ana.getByLabel('Why it has to be looked at again').fill('A true bulletin was found since.');
    await ana.getByRole('button', { name: 'Reopen the case' }).click();
    await expect(ana.getByRole('status')).toContainText('The case is open again');
    await expect(ana.locator('.case-facts')).toContainText(/withdrawn on \d+ \w+ \d+, open again/);
    await expect(ana.locator('.case-facts')).not.toContainText('stays visible');
    // Readers are told both, and why, above the case and above the measure.
    expect((await page.goto(`${world.url}/cases/${caseId}`))!.status()).toBe(200);
    await expect(page.getByRole('note', { name: 'Withdrawal' })).toContainText(FORGED);
    await expect(page.getByRole('note', { name: 'Withdrawal' })).toContainText('A true bulletin was found since.');
    expect(await faultsOf(page)).toEqual([]);
  });

  test('a text is withheld: its address answers 451, and no page, feed or search has its words', async ({ page, request }) => {
    await edda.goto(article());
    await expect(edda.locator('.article-text')).toContainText('died in the flood');
    await panel(edda, 'The article as a whole').getByText('Withhold its text …').click();
    await edda.getByLabel('Why the law asks for it').fill(COURT);
    await edda.getByRole('button', { name: 'Withhold the text' }).click();
    await expect(edda.getByRole('status')).toContainText('The text is withheld');
    await expect(edda.getByRole('main')).not.toContainText('died in the flood');
    await expect(edda.getByRole('region', { name: 'The text' })).toContainText('nobody is shown a word of it');
    await expect(edda.locator('.article-text')).toHaveCount(0);
    await look.goto(article());
    expect(await faultsOf(look)).toEqual([]);

    const answer = await page.goto(`${world.url}/articles/${timesId}`);
    expect(answer!.status()).toBe(451);
    await expect(page.getByRole('main')).toContainText(COURT);
    await expect(page.getByRole('main')).toContainText('437 people');
    expect(await faultsOf(page)).toEqual([]);
    const twin = (await measureOfCase(request, world, caseId))!;
    const own = twin.claims.find(({ source }) => source === TIMES.outlet)!;
    expect(own.quote).toBeNull();
    await page.goto(own.url);
    await expect(page.getByRole('main')).toContainText('withheld for legal reasons');
    expect(await faultsOf(page)).toEqual([]);
    const found = await (await request.get(`${world.url}/search?q=${encodeURIComponent('counts its dead')}`)).text();
    expect(found).not.toContain(timesId);
    for (const path of [
      own.url,
      twin.url,
      `${twin.url.replace(/\/[^/]*$/, '')}.json`,
      `${twin.url.replace(/\/[^/]*$/, '')}.atom`,
      `${world.url}/articles/${timesId}`,
      `${world.url}/feed.atom`,
      world.url,
    ]) {
      const text = await (await request.get(path)).text();
      for (const words of [TIMES.title, TIMES.link!]) expect([path, text.includes(words)]).toEqual([path, false]);
    }
    expect(await (await request.get(own.url)).text()).not.toContain('died in the flood');
    const ofClaim = `${world.url}/review/claims/${/claims\/([^/]+)/.exec(own.url)?.[1]}`;
    for (const path of [
      ...['articles', 'conflicts', 'settled', 'mine', 'rereadings'].map((split) => `${world.url}/review?split=${split}`),
      ...[article(), `${world.url}/review/cases/${caseId}`, ofClaim, `${world.url}/review/activity`, `${world.url}/review/sources`],
      ...[`${world.url}/review/notifications`, `${world.url}/review/measures`, `${world.url}/admin/log`],
    ]) {
      const answer = await edda.request.get(path);
      expect([path, answer.status()]).toEqual([path, 200]);
      const text = await answer.text();
      for (const words of [TIMES.title, TIMES.link!]) expect([path, text.includes(words)]).toEqual([path, false]);
    }

    await panel(edda, 'The article as a whole').getByText('Show the text again …').click();
    await edda.getByLabel('Why', { exact: true }).fill('The order was lifted.');
    await edda.getByRole('button', { name: 'Show it again' }).click();
    await expect(edda.getByRole('status')).toContainText('The text is shown again');
    expect((await page.goto(`${world.url}/articles/${timesId}`))!.status()).toBe(200);
  });
});
