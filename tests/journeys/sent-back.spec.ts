import { expect, type Page, test } from '@playwright/test';
import { acceptAll, addArticle, fillRuling, openFirstCase, POST, signIn, TIMES } from './desk/steps';
import { ANA, BEN, startWorld, type World } from './desk/world';

test.use({ javaScriptEnabled: false });

const REASON = 'The bulletin of the service counts 437 and names each place.';
const OBJECTION = 'The bulletin is of another week.';
const DISMISSAL = 'One counts the valley, the other the whole province.';

/** Places where the bar lies on what has the focus, reached by Tab from the top of the page to its end. */
async function covered(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(() => window.scrollTo(0, 0));
  for (let steps = 0; steps < 120; steps += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const [active, bar] = [document.activeElement, document.querySelector('.decision-bar')];
      if (!active || active === document.body) return null;
      if (!bar || bar.contains(active)) return '';
      const [own, over] = [active.getBoundingClientRect(), bar.getBoundingClientRect()];
      const apart = own.bottom <= over.top + 1 || own.top >= over.bottom - 1;
      return apart ? '' : `${active.id || active.textContent?.slice(0, 40)} at ${own.top}–${own.bottom}, bar ${over.top}–${over.bottom}`;
    });
    if (at === null) break;
    if (at !== '') found.push(at);
  }
  return found;
}

test.describe('a ruling is sent back, mended, and another case dismissed', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;
  let ben: Page;
  let caseId: string;

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    [ana, ben] = [await browser.newPage({ javaScriptEnabled: false }), await browser.newPage({ javaScriptEnabled: false })];
    await signIn(ana, world, ANA);
    await signIn(ben, world, BEN);
    for (const paste of [POST, TIMES]) {
      await addArticle(ana, world, paste);
      await acceptAll(ana);
    }
    caseId = await openFirstCase(ana, world);
  });
  test.afterAll(() => world?.stop());

  for (const [width, height] of [
    [320, 640],
    [1280, 800],
  ] as const) {
    test(`the bar never lies on what has the focus: ${width} px`, async () => {
      await ana.setViewportSize({ width, height });
      for (const path of [`/review/cases/${caseId}`, '/review/intake']) {
        await ana.goto(`${world.url}${path}`);
        expect(await covered(ana), path).toEqual([]);
      }
    });
  }

  test('a refusal names every field as the form does, marks each, and opens at the first', async () => {
    await ana.goto(`${world.url}/review/cases/${caseId}`);
    await ana.getByLabel('Verdict on B').selectOption('supported');
    await ana.getByRole('button', { name: 'Save the ruling' }).click();
    const needs = {
      'Verdict on A': 'Position A has no verdict.',
      'Why they differ': '“Why they differ” is not chosen.',
      'Reason, public': 'The reason is empty.',
      'Link 1': 'The ruling names no evidence.',
    };
    const alert = ana.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('4 fields need something');
    for (const [label, cause] of Object.entries(needs)) {
      await expect(ana.getByLabel(label, { exact: true })).toHaveAccessibleDescription(new RegExp(`^${cause}`));
      await expect(ana.getByLabel(label, { exact: true })).toHaveAttribute('aria-invalid', 'true');
    }
    await expect(ana.getByLabel('Verdict on B')).not.toHaveAttribute('aria-invalid', 'true');
    await expect(ana.getByLabel('Verdict on A')).toBeFocused();
    await expect(ana.getByRole('region', { name: 'Decision', exact: true })).toContainText('4 fields need something');
    await alert.getByRole('link', { name: 'The reason is empty.' }).click();
    await expect(ana.getByLabel('Reason, public')).toBeFocused();
  });

  test('a refusal of one field says so first, and leads to it', async () => {
    await fillRuling(ana, { verdicts: { A: 'contradicted', B: 'supported' }, accept: 'B', why: 'source-error', reason: 'too short' });
    await ana.getByRole('button', { name: 'Save the ruling' }).click();
    const alert = ana.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('The reason has 2 of at least 5 words.');
    await alert.getByRole('link', { name: 'Go to the field' }).click();
    await expect(ana.getByLabel('Reason, public')).toBeFocused();
  });

  test('what comes back is the ruling with its objection, not an empty form', async () => {
    await fillRuling(ana, { verdicts: { A: 'contradicted', B: 'supported' }, accept: 'B', why: 'source-error', reason: REASON });
    await ana.getByRole('button', { name: 'Save the ruling' }).click();
    await expect(ana.getByRole('status')).toContainText('It is not public yet');

    await ben.goto(`${world.url}/review/cases/${caseId}`);
    await ben.getByText('Send it back …').click();
    await ben.getByLabel('What is missing').fill(OBJECTION);
    await ben.getByRole('button', { name: 'Return the ruling' }).click();
    await expect(ben.getByRole('status')).toContainText('went back');

    await ana.goto(`${world.url}/review?split=mine`);
    await expect(ana.getByRole('region', { name: 'Mine' })).toContainText('sent back');
    await ana.goto(`${world.url}/review/cases/${caseId}`);
    await expect(ana.getByRole('region', { name: 'The ruling was sent back' })).toContainText(OBJECTION);
    await expect(ana.getByRole('banner').or(ana.locator('.sheet-head'))).toContainText(['Countercheck', 'sent back by']);
    await expect(ana.getByLabel('Verdict on A')).toHaveValue('contradicted');
    await expect(ana.getByLabel('Accept B as the figure')).toBeChecked();
    await expect(ana.getByLabel('Why they differ')).toHaveValue('source-error');
    await expect(ana.getByLabel('Reason, public')).toHaveValue(REASON);
    await expect(ana.getByLabel('Link 1', { exact: true })).toHaveValue(/^https:/);
  });

  test('a dismissed case tells readers who, when and why, with the figures and without a word of conflict', async ({ page }) => {
    await ana.getByText('Dismiss it …').click();
    await ana.getByLabel('Not a conflict because').fill(DISMISSAL);
    await ana.getByRole('button', { name: 'Dismiss the case' }).click();
    await expect(ana.getByRole('status')).toContainText('The case is dismissed');
    await expect(ana.getByRole('region', { name: 'Dismissed as no conflict' })).toContainText(DISMISSAL);

    await page.goto(`${world.url}/cases/${caseId}`);
    const main = page.getByRole('main');
    await expect(main).toContainText(`Dismissed by a reviewer`);
    await expect(main).toContainText(DISMISSAL);
    for (const figure of ['412 people', '437 people']) await expect(main.locator('.sentence')).toContainText(figure);
    await expect(main).not.toContainText(/cannot both|both be right|true at once|contradicted/i);
    await page.getByRole('link', { name: 'all about this measure' }).click();
    await expect(main).not.toContainText(/cannot both|both be right|true at once|contradicted/i);
  });
});
