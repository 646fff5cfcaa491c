import { once } from 'node:events';
import { connect } from 'node:net';
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

test('a server told to stop waits for the answers it owes, and for no connection on which nothing was asked', async () => {
  const world = await startWorld();
  const { hostname, port } = new URL(world.url);
  const open = async (...said: string[]) => {
    const socket = connect(Number(port), hostname).on('error', () => undefined);
    await once(socket, 'connect');
    for (const text of said) socket.write(text);
    return { socket, closed: once(socket, 'close') };
  };
  const silent = await open();
  const halfSaid = await open('GET /api/health HTTP/1.1\r\nHo');
  const owed = await open(
    `POST /sign-in HTTP/1.1\r\norigin: ${world.url}\r\nhost: desk\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{`,
  );
  let answer = '';
  owed.socket.setEncoding('utf8').on('data', (chunk: string) => {
    answer += chunk;
  });
  // Once another is answered, the server has seen what was said before it.
  expect((await fetch(`${world.url}/api/health`)).ok).toBe(true);
  const stopped = world.stop();
  await Promise.all([silent.closed, halfSaid.closed]);
  expect(answer).toBe('');
  owed.socket.write('}');
  await owed.closed;
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  await stopped;
});
