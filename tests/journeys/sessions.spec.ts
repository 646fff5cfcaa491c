import { expect, type Page, test } from '@playwright/test';
import { fillIntake, POST, signIn } from './desk/steps';
import { ADA, ANA, BEN, PASSWORD, startWorld, type World } from './desk/world';

test.use({ javaScriptEnabled: false });

test.describe('who is signed in is asked anew each time', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  test.beforeAll(async () => {
    world = await startWorld();
  });
  test.afterAll(() => world?.stop());

  const attempt = async (page: Page, email: string, password: string) => {
    await page.goto(`${world.url}/sign-in`);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };

  test('an unknown address and a wrong password get one answer, and the address stays typed', async ({ page }) => {
    const answers: (string | null)[] = [];
    for (const email of [ANA, 'nobody@desk.example']) {
      await attempt(page, email, 'not the password');
      answers.push(await page.getByRole('main').getByRole('alert').textContent());
      await expect(page.getByLabel('E-mail address')).toHaveValue(email);
      await expect(page.getByLabel('Password')).toHaveValue('');
    }
    expect(answers[0]).toContain('Address or password is not right');
    expect(answers[1]).toBe(answers[0]);
  });

  test('the cookie is out of reach of scripts and of other sites', async ({ page, context }) => {
    await signIn(page, world, ANA);
    const cookies = await context.cookies();
    expect(cookies.map(({ name }) => name)).toEqual(['countercheck.session']);
    expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  });

  test('a path that leads away is not followed after signing in', async ({ page }) => {
    await page.goto(`${world.url}/sign-in?next=https://elsewhere.example/`);
    await page.getByLabel('E-mail address').fill(ANA);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(`${world.url}/review`);
    await page.goto(`${world.url}/sign-in?next=//elsewhere.example`);
    await expect(page.locator('input[name="next"]').first()).toHaveValue('/review');
  });

  test('signing out ends the session itself: a copied cookie is worth nothing', async ({ page, context, browser }) => {
    await signIn(page, world, ANA);
    const copied = await browser.newContext({ storageState: await context.storageState() });
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible();
    const thief = await copied.newPage();
    await thief.goto(`${world.url}/review`);
    await expect(thief.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible();
    const write = await thief.request.post(`${world.url}/api/v1/articles`, { headers: { origin: world.url }, data: { text: 'x' } });
    expect(write.status()).toBe(401);
    await copied.close();
  });

  test('an administrator ends all sessions of a person, and the next request of that person is refused', async ({ page, browser }) => {
    const ben = await browser.newPage({ javaScriptEnabled: false });
    await signIn(ben, world, BEN);
    await signIn(page, world, ADA);
    await page.goto(`${world.url}/admin/people`);
    await page.getByRole('button', { name: 'End sessions: Ben Reviewer' }).click();
    await expect(page.getByRole('status')).toContainText('All sessions of Ben Reviewer have ended');
    await ben.goto(`${world.url}/review`);
    await expect(ben.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible();

    await signIn(ben, world, BEN);
    await page.getByRole('button', { name: 'Disable: Ben Reviewer' }).click();
    await expect(page.getByRole('table', { name: 'People with access' }).getByRole('row', { name: /Ben Reviewer/ })).toContainText(
      'Disabled since',
    );
    await ben.goto(`${world.url}/review`);
    await expect(ben.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible();
    await page.getByRole('button', { name: 'Enable: Ben Reviewer' }).click();
    await page.getByRole('button', { name: 'Disable: Ada Admin' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('This is the last administrator');
    await ben.close();
  });

  test('a session that ends while somebody writes costs nothing of what was written', async ({ page }) => {
    await signIn(page, world, ANA);
    await fillIntake(page, world, { ...POST, text: 'Line one with “quotes” & signs.\n\nLine two: 412 people died.' });
    await world.whileStopped((client) => client.execute("UPDATE sessions SET expires_at = '2020-01-01T00:00:00.000Z'"));
    await page.getByRole('button', { name: 'Store and read' }).click();
    await expect(page.getByText('Your session had ended.')).toBeVisible();
    // Even a wrong password in between loses nothing.
    await page.getByLabel('E-mail address').fill(ANA);
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Address or password is not right');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'Add an article' })).toBeVisible();
    await expect(page.getByLabel('Text')).toHaveValue('Line one with “quotes” & signs.\n\nLine two: 412 people died.');
    await expect(page.getByLabel('Title')).toHaveValue(POST.title);
    await expect(page.getByText(/Filled in from your draft/)).toBeVisible();
  });

  test('after ten failures an address is slowed, whoever it is, and told for how long', async ({ page }) => {
    const send = (email: string) =>
      page.request.post(`${world.url}/sign-in`, { headers: { origin: world.url }, data: { email, password: 'a guess that is wrong' } });
    let slowed = 0;
    for (let tries = 0; tries < 12; tries += 1) if ((await send('victim@desk.example')).status() === 429) slowed += 1;
    expect(slowed).toBeGreaterThan(0);
    const answer = await send('victim@desk.example');
    expect(answer.status()).toBe(429);
    expect(Number(answer.headers()['retry-after'])).toBeGreaterThan(0);
    await attempt(page, 'victim@desk.example', 'once more');
    await expect(page.getByRole('main').getByRole('alert')).toContainText('Too many attempts to sign in failed');
    await expect(page.getByLabel('E-mail address')).toHaveValue('victim@desk.example');
  });
});
