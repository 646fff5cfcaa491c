import { type APIRequestContext, type APIResponse, expect, request as requests, test } from '@playwright/test';
import { askOwner } from '@/db/control';
import { OPERATIONS } from '@/db/operations';
import { ASKING, type Asking, whoMay } from '@/db/operations/who-may';
import { ROLES } from '@/lib/adjudication';
import { addCast, CAST, enter } from './desk/cast';
import { startWorld, type World } from './desk/world';

test.use({ javaScriptEnabled: false });

test.describe('roles × operations', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  const asking: Partial<Record<Asking, APIRequestContext>> = {};
  test.beforeAll(async () => {
    world = await startWorld();
    asking.anonymous = await requests.newContext();
    for (const role of ROLES) asking[role] = await requests.newContext();
    await addCast(asking.admin!, world);
    for (const role of ROLES) await enter(asking[role]!, world, CAST[role]);
  });
  test.afterAll(async () => {
    for (const context of Object.values(asking)) await context.dispose();
    await world?.stop();
  });

  const entries = async () => ((await (await asking.anonymous!.get(`${world.url}/api/ready`)).json()) as { logEntries: number }).logEntries;

  /** Whether an answer to rubbish says that its sender may: then it is the rubbish that is refused. */
  async function mayBy(answer: APIResponse): Promise<boolean> {
    const [status, text] = [answer.status(), await answer.text()];
    if (status === 422) return true;
    const code = { 401: /SignInNeeded|Sign in to the desk/, 403: /Forbidden/, 404: /OperationUnknown/ }[status];
    expect(text, `an answer of ${status}`).toMatch(code ?? /^no other answer is known$/);
    return false;
  }

  test('every operation, asked for as every role and signed out, through form, JSON and command, answers as the table says', async () => {
    const before = await entries();
    for (const { id, path } of OPERATIONS) {
      const url = `${world.url}/api/v1/${path.replace(/\{\w+\}/g, '0000000000')}`;
      const told = whoMay().find((act) => act.id === id)!.may;
      const found: Record<string, Partial<Record<Asking, boolean>>> = { form: {}, json: {} };
      for (const [name, context] of Object.entries(asking)) {
        const headers = { origin: world.url };
        found.form![name as Asking] = await mayBy(await context.post(url, { headers, form: { rubbish: 'x' }, maxRedirects: 0 }));
        found.json![name as Asking] = await mayBy(await context.post(url, { headers, data: { rubbish: 'x' } }));
      }
      const commanded = await askOwner(world.record, id, { rubbish: 'x' });
      const owner = !commanded.ok && commanded.refusal.status === 422;
      if (!owner) expect(commanded, id).toMatchObject({ ok: false, refusal: { code: 'Forbidden', status: 403 } });
      for (const [way, answers] of Object.entries(found)) expect([id, way, { ...answers, owner }]).toEqual([id, way, told]);
    }
    expect(await entries()).toBe(before);
  });

  test('the method page shows exactly that table to everybody', async ({ page }) => {
    await page.goto(`${world.url}/method`);
    for (const { id, may, provided, summary } of whoMay()) {
      const row = page.locator(`[id="act-${id}"]`);
      await expect(row.getByRole('rowheader')).toContainText(summary);
      if (provided) await expect(row).toContainText(provided);
      const cells = (await row.getByRole('cell').allTextContents()).map((text) => text.endsWith('yes'));
      expect([id, Object.fromEntries(ASKING.map((name, at) => [name, cells[at]]))]).toEqual([id, may]);
    }
    await expect(page.locator('tr[id^="act-"]')).toHaveCount(OPERATIONS.length);
  });
});
