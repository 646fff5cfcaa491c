import { expect, type Page, test } from '@playwright/test';
import { measureOfCase, ratingsIn } from './desk/public';
import { acceptAll, addArticle, fillRuling, openFirstCase, POST, RADIO, signIn, TIMES } from './desk/steps';
import { ADA, ANA, BEN, startWorld, type World } from './desk/world';

// The whole way of a number, and not one step of it needs a script in the browser.
test.use({ javaScriptEnabled: false });

const REASON = 'The later bulletin of the same day counts 437. The earlier figure was superseded within hours.';
const NOTICE = 'We had accepted 437; a later count of the same officials, which we did not know, gives 455.';

test.describe('a number is pasted, disputed, ruled on, published, contradicted and corrected', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;
  let ben: Page;
  let caseId: string;
  const deskCase = () => `${world.url}/review/cases/${caseId}`;

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    [ana, ben] = await Promise.all([browser.newPage({ javaScriptEnabled: false }), browser.newPage({ javaScriptEnabled: false })]);
    await signIn(ana, world, ANA);
    await signIn(ben, world, BEN);
  });
  test.afterAll(() => world?.stop());

  test('a pasted article is stored with its claims marked, and they become public once accepted', async ({ request }) => {
    const id = await addArticle(ana, world, POST);
    await expect(ana.locator('mark').filter({ hasText: '412 people' })).toBeVisible();
    await expect(ana.getByRole('heading', { name: /412 people.*Waits/ })).toBeVisible();
    expect((await request.get(`${world.url}/articles/${id}`)).status()).toBe(404);
    await acceptAll(ana);
    await expect(ana.getByRole('heading', { name: /412 people.*Accepted/ })).toBeVisible();
    expect(await (await request.get(`${world.url}/articles/${id}`)).text()).toContain('412 people');
  });

  test('a second article opens a case, with the quotes side by side and what differs before the choice', async () => {
    await addArticle(ana, world, TIMES);
    caseId = await openFirstCase(ana, world);
    await expect(ana.getByRole('listitem', { name: 'Position A: 412 people' })).toContainText('412 people died in the flood');
    await expect(ana.getByRole('listitem', { name: 'Position B: 437 people' })).toContainText('437 people died in the flood');
    await expect(ana.getByRole('row', { name: /Figure 412 437/ })).toBeVisible();
    await expect(ana.getByRole('region', { name: /The machine’s proposal/ })).toContainText('not a decision');
  });

  test('V11: what differs stands before the choice; what the machine suggests is dashed, and never saved by itself', async ({
    browser,
  }) => {
    const ada = await browser.newPage();
    await signIn(ada, world, ADA);
    await ada.goto(deskCase());
    const order = await ada.locator('#differs, #proposal, #your-ruling').evaluateAll((parts) => parts.map((part) => part.id));
    expect(order).toEqual(['differs', 'proposal', 'your-ruling']);
    const style = (selector: string, side: string) =>
      ada
        .locator(selector)
        .first()
        .evaluate((box, name) => getComputedStyle(box).getPropertyValue(name), side);
    expect(await style('.proposal', 'border-top-style')).toBe('dashed');
    await expect(ada.locator('.proposal').locator('input, select, textarea, button')).toHaveCount(0);
    // Nobody chose anything, so nothing is chosen: sent like that, it is refused field by field.
    for (const letter of ['A', 'B']) await expect(ada.getByLabel(`Verdict on ${letter}`)).toHaveValue('');
    await expect(ada.getByLabel('Accept none of the positions')).toBeChecked();
    await expect(ada.getByLabel('Why they differ')).toHaveValue('');
    await ada.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ada.getByRole('main').getByRole('alert')).toContainText('fields need something');
    for (const label of ['Verdict on A', 'Verdict on B', 'Why they differ'])
      await expect(ada.getByLabel(label)).toHaveAttribute('aria-invalid', 'true');
    await ada.goto(`${world.url}/review?split=suggestions`);
    if ((await ada.locator('.pair-card').count()) > 0) expect(await style('.pair-card', 'border-inline-start-style')).toBe('dashed');
    const state = await (await ada.request.get(deskCase())).text();
    expect(state).toContain('Take this case');
    await ada.close();
  });

  test('a ruling without words is refused, keeps what was typed, and is taken once it is whole', async ({ request }) => {
    await ana.getByRole('button', { name: 'Take this case' }).click();
    await expect(ana.getByRole('status')).toContainText('The case is yours');
    const whole = { verdicts: { A: 'outdated', B: 'supported' }, accept: 'B', why: 'outdated', reason: REASON };
    await fillRuling(ana, { ...whole, reason: 'Too short.' });
    await ana.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ana.getByRole('main').getByRole('alert')).toContainText('The reason has 2 of at least 5 words');
    await expect(ana.getByLabel('Verdict on B')).toHaveValue('supported');
    await expect(ana.getByLabel('Accept B as the figure')).toBeChecked();
    await expect(ana.getByLabel('Reason, public')).toHaveValue('Too short.');
    await ana.getByLabel('Reason, public').fill(REASON);
    await ana.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ana.getByRole('status')).toContainText('It is not public yet');
    expect((await measureOfCase(request, world, caseId))?.ruling ?? null).toBeNull();
  });

  test('nobody publishes their own ruling, neither by the page nor past it', async () => {
    await ana.goto(deskCase());
    await expect(ana.getByRole('region', { name: 'Confirm and publish' })).toContainText('nobody publishes their own');
    await expect(ana.getByRole('button', { name: 'Confirm and publish' })).toHaveCount(0);
    const answer = await ana.request.post(`${world.url}/api/v1/cases/${caseId}/publications`, {
      headers: { origin: world.url },
      data: { revision: 3, notice: null },
    });
    expect(answer.status()).toBe(403);
    expect(await answer.json()).toMatchObject({ code: 'OwnRuling', status: 403 });
  });

  test('the second person first accepts what is not accepted, then publishes', async () => {
    await ben.goto(`${world.url}/review?split=to-publish`);
    await ben.getByRole('region', { name: 'To confirm' }).getByRole('list').getByRole('link').first().click();
    await expect(ben.getByRole('region', { name: 'Confirm and publish' })).toContainText('Accept their readings first');
    await ben.getByRole('link', { name: '“437 people”' }).click();
    await acceptAll(ben);
    await ben.goto(deskCase());
    await ben.getByRole('button', { name: 'Confirm and publish' }).click();
    await expect(ben.getByRole('status')).toContainText('The ruling is published');
  });

  test('page, data, feed and ratings say the same', async ({ page, request }) => {
    const twin = (await measureOfCase(request, world, caseId))!;
    expect(twin.answer.form).toBe('accepted');
    expect(twin.answer.figures.find((figure) => figure.accepted)?.label).toBe('437 people');
    expect(twin.ruling).toMatchObject({ kind: 'publication', rationale: REASON });

    await page.goto(twin.url);
    await expect(page.getByRole('main')).toContainText('437 people');
    await expect(page.getByRole('main')).toContainText(REASON.split('. ')[0]!);

    const feed = await (await request.get(`${world.url}/feed.atom`)).text();
    expect(feed).toContain(`${world.url}/cases/${caseId}`);
    expect(feed).toContain('437 people');

    for (const claim of twin.claims) {
      const html = await (await request.get(claim.url)).text();
      const [rating, ...more] = ratingsIn(html) as { reviewRating?: { alternateName: string; ratingExplanation: string } }[];
      expect(more).toEqual([]);
      const verdict = { supported: 'Supported', outdated: 'Outdated' }[claim.verdict as 'supported' | 'outdated'];
      expect(rating?.reviewRating?.alternateName).toBe(verdict);
      await page.goto(claim.url);
      await expect(page.getByRole('main')).toContainText(verdict);
      await expect(page.getByRole('main')).toContainText(rating!.reviewRating!.ratingExplanation);
    }
  });

  test('a new article that contradicts the ruling reopens the case; what was published stays visible', async ({ request }) => {
    await addArticle(ben, world, RADIO);
    await acceptAll(ben);
    await ben.goto(deskCase());
    await expect(ben.getByRole('listitem', { name: /Position [ABC]: 455 people/ })).toBeVisible();
    await expect(ben.getByRole('region', { name: 'History' })).toContainText('contradicts what was settled');
    const twin = (await measureOfCase(request, world, caseId))!;
    expect(twin.case?.status).toBe('reopened');
    expect(twin.ruling?.rationale).toBe(REASON);
  });

  test('the correction is published with its notice, and the page says so', async ({ page, request }) => {
    await fillRuling(ben, {
      verdicts: { A: 'outdated', B: 'outdated', C: 'supported' },
      accept: 'C',
      why: 'outdated',
      reason: 'The last count of the same officials gives 455. Both earlier figures were superseded.',
    });
    await ben.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ben.getByRole('status')).toContainText('It is not public yet');

    await ana.goto(deskCase());
    await ana.getByRole('button', { name: 'Publish the correction' }).click();
    await expect(ana.getByRole('main').getByRole('alert')).toContainText('The notice is empty');
    await ana.getByLabel('Notice of the correction, public').fill(NOTICE);
    await ana.getByRole('button', { name: 'Publish the correction' }).click();
    await expect(ana.getByRole('status')).toContainText('The ruling is published');

    const twin = (await measureOfCase(request, world, caseId))!;
    expect(twin.ruling).toMatchObject({ kind: 'correction', notice: NOTICE });
    expect(twin.answer.figures.find((figure) => figure.accepted)?.label).toBe('455 people');
    await page.goto(twin.url);
    await expect(page.getByRole('main')).toContainText(NOTICE);
    const feed = await (await request.get(`${world.url}/feed.atom`)).text();
    expect(feed).toContain('455 people');
  });
});
