import { expect, test } from '@playwright/test';
import { startWorld } from './desk/world';

/** What a server says before it ends, or nothing when it started. */
async function refusalOf(env: Record<string, string>): Promise<string | null> {
  try {
    await (await startWorld(env)).stop();
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

test('no server without a secret to sign sessions with', async () => {
  const refusal = await refusalOf({ AUTH_SECRET: '', NEXTAUTH_SECRET: 'another that must not be taken instead' });
  expect(refusal).toContain('Countercheck does not start: AUTH_SECRET is missing or shorter than 32 characters');
});

test('no deployment with people of the demo in its record', async () => {
  const refusal = await refusalOf({ COUNTERCHECK_MODE: 'production', DESK_DEMO: '1' });
  expect(refusal).toContain('the record holds demo people');
  expect(refusal).toContain('Start from an empty database');
});

test('a deployment by https locks its cookie to https', async ({ request }) => {
  const world = await startWorld({ COUNTERCHECK_MODE: 'production', PUBLIC_URL: 'https://desk.example' });
  const answer = await request.post(`${world.url}/sign-in`, {
    headers: { origin: 'https://desk.example' },
    data: { email: 'ana@desk.example', password: 'a long phrase that only journeys know' },
  });
  expect(answer.status()).toBe(200);
  expect(answer.headers()['set-cookie']).toMatch(
    /^__Host-countercheck\.session=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
  );
  await world.stop();
});
