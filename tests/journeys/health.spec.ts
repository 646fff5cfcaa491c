import { expect, test } from '@playwright/test';
import { ANA, startWorld } from './desk/world';

test('D5: the health of the server is told by address, and every refusal is a line of the log with the number its reader sees', async ({
  request,
}) => {
  const world = await startWorld();
  expect(await (await request.get(`${world.url}/api/health`)).json()).toEqual({ status: 'up' });
  expect(await (await request.get(`${world.url}/api/ready`)).json()).toEqual({ status: 'ready', logEntries: expect.any(Number) });
  const headers = { origin: world.url };
  const refused = await request.post(`${world.url}/api/v1/articles`, { headers, data: { text: 'The secret text of a draft.' } });
  const { requestId } = await refused.json();
  await request.post(`${world.url}/sign-in`, { headers, data: { email: ANA, password: 'a guess that is wrong' } });
  await expect.poll(() => world.log().filter(({ msg }) => msg === 'refused').length).toBe(2);
  const [line, second] = world.log().filter(({ msg }) => msg === 'refused');
  expect(line).toMatchObject({ requestId, code: 'SignInNeeded', status: 401, method: 'POST', path: '/api/v1/articles', actorId: null });
  expect(line).toMatchObject({ time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), level: expect.any(Number), ms: expect.any(Number) });
  expect(second!.requestId).not.toBe(requestId);
  expect(JSON.stringify(world.log())).not.toMatch(/secret text|a guess that is wrong|ana@desk/);
  await world.stop();
});
