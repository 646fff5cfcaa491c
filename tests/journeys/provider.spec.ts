import { expect, test } from '@playwright/test';
import { type Provider, startProvider } from './desk/provider';
import { ANA, startWorld, type World } from './desk/world';

test.use({ javaScriptEnabled: false });

test.describe('single sign-on, where the environment names a provider', () => {
  let world: World;
  let provider: Provider;
  test.beforeAll(async () => {
    provider = await startProvider();
    world = await startWorld({ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'countercheck', OIDC_CLIENT_SECRET: 'known to both' });
  });
  test.afterAll(async () => {
    await world?.stop();
    await provider?.stop();
  });

  test('a person of the desk comes in, and to the page that was asked for', async ({ page, context }) => {
    provider.vouchFor({ email: ANA.toUpperCase() });
    await page.goto(`${world.url}/review/intake`);
    await page.getByRole('button', { name: 'Sign in with single sign-on' }).click();
    await expect(page.getByRole('heading', { name: 'Add an article' })).toBeVisible();
    await expect(page.getByText('Ana Reviewer')).toBeVisible();
    const session = (await context.cookies()).find(({ name }) => name === 'countercheck.session');
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
  });

  for (const [name, who] of [
    ['an address nobody here has', { email: 'stranger@desk.example' }],
    ['an address the provider has not verified', { email: ANA, email_verified: false }],
  ] as const) {
    test(`${name} stays outside, and makes no account`, async ({ page }) => {
      provider.vouchFor(who);
      await page.goto(`${world.url}/sign-in`);
      await page.getByRole('button', { name: 'Sign in with single sign-on' }).click();
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
