import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { addArticle, fillRuling, openFirstCase, POST, signIn, TIMES } from './desk/steps';
import { ADA, ANA, BEN, startWorld, type World } from './desk/world';

test.use({ javaScriptEnabled: false });

/** COUNTERCHECK_RACES=200 for the long run. */
const RACES = Number(process.env.COUNTERCHECK_RACES ?? 40);

const ruling = (revision: number, rationale: string) => ({
  revision,
  verdict: ['outdated', 'supported'],
  accepted: 1,
  reasonCode: 'outdated',
  rationale,
  noEvidence: true,
});

test.describe('two people on one case', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;
  let ben: Page;
  let caseId: string;

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    [ana, ben] = await Promise.all([browser.newPage({ javaScriptEnabled: false }), browser.newPage({ javaScriptEnabled: false })]);
    await signIn(ana, world, ANA);
    await signIn(ben, world, BEN);
    await addArticle(ana, world, POST);
    await addArticle(ana, world, TIMES);
    caseId = await openFirstCase(ana, world);
  });
  test.afterAll(() => world?.stop());

  const post = (request: APIRequestContext, path: string, data: object) =>
    request.post(`${world.url}/api/v1/cases/${caseId}/${path}`, { headers: { origin: world.url }, data });

  test('the one who comes second sees both versions, and finds the own words in the form', async () => {
    await ben.goto(`${world.url}/review/cases/${caseId}`);
    const words = (who: string) => `The bulletin that ${who} found counts the dead of the whole valley.`;
    const decision = { verdicts: { A: 'outdated', B: 'supported' }, accept: 'B', why: 'outdated' };
    await fillRuling(ana, { ...decision, reason: words('Ana') });
    await fillRuling(ben, {
      verdicts: { A: 'supported', B: 'contradicted' },
      accept: 'A',
      why: 'source-error',
      reason: words('Ben'),
    });
    await ana.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ana.getByRole('status')).toContainText('Your ruling is saved');
    await ben.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ben.getByRole('main').getByRole('alert')).toContainText('The case moved on');
    const versions = ben.getByRole('region', { name: 'The case moved on while you wrote' });
    await expect(versions.getByRole('row', { name: /The reason/ })).toContainText(words('Ana'));
    await expect(versions.getByRole('row', { name: /The reason/ })).toContainText(words('Ben'));
    await expect(versions.getByRole('row', { name: /verdict on A You both changed it: choose\. Supported Outdated/ })).toBeVisible();

    // Ana's ruling goes back, and Ben's words still stand in his form.
    await ben.goto(`${world.url}/review/cases/${caseId}`);
    await ben.getByText('Send it back …').click();
    await ben.getByLabel('What is missing').fill('The link does not show the valley.');
    await ben.getByRole('button', { name: 'Return the ruling' }).click();
    await expect(ben.getByLabel('Reason, public')).toHaveValue(words('Ben'));
    await expect(ben.getByLabel('Verdict on B')).toHaveValue('contradicted');
  });

  test(`${RACES} races over HTTP: one winner each, the other told 409 with both versions, no draft lost, no act doubled`, async ({
    browser,
  }) => {
    test.setTimeout(60_000 + RACES * 3_000);
    const ada = await browser.newPage({ javaScriptEnabled: false });
    await signIn(ada, world, ADA);
    const before = await (await post(ada.request, 'take', { revision: -1 })).json();
    expect(before.code).toBe('InvalidField');
    let revision = (await (await post(ada.request, 'take', { revision: 99_999 })).json()).details.current.revision as number;
    const first = revision;
    for (let race = 0; race < RACES; race += 1) {
      const people = race % 2 === 0 ? [ana, ben] : [ben, ana];
      const words = people.map((_, lane) => `In race ${race} lane ${lane} wrote these words about the case.`);
      const answers = await Promise.all(people.map((page, lane) => post(page.request, 'rulings', ruling(revision, words[lane]!))));
      expect(answers.map((answer) => answer.status()).sort(), `race ${race}`).toEqual([200, 409]);
      const loser = answers[0]!.status() === 409 ? 0 : 1;
      const told = await answers[loser]!.json();
      expect(told.code).toBe('VersionConflict');
      expect(told.details.yours.ruling.rationale).toBe(words[loser]);
      expect(told.details.current.ruling.rationale).toBe(words[1 - loser]);
      const returned = await post(ada.request, 'return', { revision: revision + 1, reason: 'Back for the next race.' });
      expect(returned.status()).toBe(200);
      revision = (await returned.json()).revision;
      const shown = await (await people[loser]!.request.get(`${world.url}/review/cases/${caseId}`)).text();
      expect(shown, `draft of race ${race}`).toContain(words[loser]);
    }
    expect(revision).toBe(first + 2 * RACES);
    await ada.close();
  });
});
