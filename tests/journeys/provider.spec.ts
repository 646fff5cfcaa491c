import { expect, type Page, test } from '@playwright/test';
import { enter, send } from './desk/cast';
import { type Provider, startProvider } from './desk/provider';
import { ADA, ANA, BEN, startWorld, type World } from './desk/world';

test.use({ javaScriptEnabled: false });

/** Asks to sign in, and does what the provider's own page asks for, where it asks. */
async function throughProvider(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Sign in with single sign-on' }).click();
  await page.getByRole('button', { name: 'Continue as yourself' }).click();
}

test.describe('single sign-on, where the environment names a provider', () => {
  let world: World;
  let provider: Provider;
  test.beforeAll(async () => {
    provider = await startProvider();
    world = await startWorld({ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'countercheck', OIDC_CLIENT_SECRET: provider.secret });
    provider.serve(world.url);
  });
  test.afterAll(async () => {
    await world?.stop();
    await provider?.stop();
  });

  test('a person of the desk comes in, and to the page that was asked for', async ({ page, context }) => {
    provider.vouchFor({ email: ANA.toUpperCase() });
    await page.goto(`${world.url}/review/intake`);
    await throughProvider(page);
    await expect(page.getByRole('heading', { name: 'Add an article' })).toBeVisible();
    const any = expect.stringMatching(/^.{20,}$/);
    expect(provider.asked()).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      state: any,
      nonce: any,
      code_challenge: any,
    });
    await expect(page.getByText('Ana Reviewer')).toBeVisible();
    const session = (await context.cookies()).find(({ name }) => name === 'countercheck.session');
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    await page.goto(`${world.url}/review/account`);
    await expect(page.getByRole('table', { name: 'Your last sign-ins' })).toContainText('Signed in by single sign-on');
  });

  test('somebody who was disabled stays outside, whatever the provider says, and their session ends', async ({
    page,
    context,
    request,
  }) => {
    provider.vouchFor({ email: BEN });
    await page.goto(`${world.url}/sign-in`);
    await throughProvider(page);
    await expect(page.getByRole('navigation', { name: 'Desk' })).toBeVisible();
    await enter(request, world, ADA);
    const people = await (await request.get(`${world.url}/admin/people`)).text();
    const id = new RegExp(`${BEN.replace('@', '(?:<wbr/>)?@(?:<wbr/>)?')}.*?people/(\\w+)/disable`, 's').exec(people)![1]!;
    expect((await send(request, world, `/api/v1/people/${id}/disable`, {})).status()).toBe(200);
    await page.goto(`${world.url}/review`);
    await expect(page.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible();
    await context.clearCookies();
    await page.goto(`${world.url}/sign-in`);
    await throughProvider(page);
    await expect(page.getByRole('main').getByRole('alert')).toContainText('nobody here has that address');
  });

  for (const [name, who] of [
    ['an address nobody here has', { email: 'stranger@desk.example' }],
    ['an address the provider has not verified', { email: ANA, email_verified: false }],
  ] as const) {
    test(`${name} stays outside, and makes no account`, async ({ page }) => {
      provider.vouchFor(who);
      await page.goto(`${world.url}/sign-in`);
      await throughProvider(page);
      await expect(page.getByRole('main').getByRole('alert')).toContainText('nobody here has that address');
      await page.goto(`${world.url}/review`);
      await expect(page.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible();
    });
  }

  test('an answer that was not asked for is refused', async ({ page }) => {
    await page.goto(`${world.url}/api/auth/callback/oidc?code=stolen&state=forged`);
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
    const other = await page.request.get(`${world.url}/api/auth/session`);
    expect(other.status()).toBe(404);
  });
});
