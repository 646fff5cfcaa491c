import { expect, type Page, test } from '@playwright/test';
import { acceptAll, addArticle, fillIntake, POST, signIn } from './desk/steps';
import { ADA, ANA, startWorld, type World } from './desk/world';

test.use({ javaScriptEnabled: false });

const MARKUP = '<script>window.ran = 1</script><img src=x onerror="window.ran = 1">';

test.describe('bad input gets its cause and its next step, keeps what was typed and changes nothing', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let page: Page;

  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    page = await browser.newPage({ javaScriptEnabled: false });
    await signIn(page, world, ANA);
  });
  test.afterAll(() => world?.stop());

  /** Entries of the log: a refusal adds none. */
  const entries = async (): Promise<number> => (await (await page.request.get(`${world.url}/api/ready`)).json()).logEntries;

  const rows: { name: string; change: Partial<typeof POST>; cause: string }[] = [
    { name: 'an empty text', change: { text: '   ' }, cause: 'The text is empty' },
    { name: 'an invalid date', change: { publishedAt: '2026-02-31' }, cause: '"2026-02-31" is no date' },
    { name: 'a date in the future', change: { publishedAt: '2199-01-01' }, cause: '2199-01-01 lies in the future' },
    { name: 'an unknown outlet', change: { outlet: 'Nowhere Daily' }, cause: 'No article of "Nowhere Daily" is stored yet' },
    { name: 'a link that is none', change: { link: 'javascript:alert(1)' }, cause: 'is no web address' },
  ];
  for (const { name, change, cause } of rows) {
    test(name, async () => {
      const paste = { ...POST, ...change };
      const before = await entries();
      await fillIntake(page, world, paste);
      await page.getByRole('button', { name: 'Store and read' }).click();
      await expect(page.getByRole('main').getByRole('alert')).toContainText(cause);
      await expect(page.getByLabel('Outlet', { exact: true })).toHaveValue(paste.outlet);
      await expect(page.getByLabel('Published on')).toHaveValue(paste.publishedAt);
      await expect(page.getByLabel('Title')).toHaveValue(paste.title);
      expect((await page.getByLabel('Text').inputValue()).length).toBe(paste.text.length);
      expect(await entries()).toBe(before);
    });
  }

  test('a text of more than 5 MB is refused with the limit, and all of it stands in the form again', async () => {
    const text = 'lorem '.repeat(900_000);
    const { publishedAt, outlet, title } = POST;
    // Sent as the form sends it: a browser takes minutes to lay out so much text in one field.
    const answer = await page.request.post(`${world.url}/api/v1/articles`, {
      headers: { origin: world.url },
      form: { _form: '/review/intake', text, outlet, publishedAt, title },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(303);
    const html = await (await page.request.get(`${world.url}${answer.headers().location}`)).text();
    expect(html).toContain('the limit is 5 MB');
    expect(html).toContain(text);
    // One draft a form: the next refusal takes its place, and the later steps need not carry all this around.
    await page.request.post(`${world.url}/api/v1/articles`, {
      headers: { origin: world.url },
      form: { _form: '/review/intake', text: '' },
    });
  });

  test('binary data is told from text', async () => {
    const answer = await page.request.post(`${world.url}/api/v1/articles`, {
      headers: { origin: world.url },
      data: { text: 'PK\u0003\u0004\u0000\u0000', outlet: POST.outlet, newOutlet: true },
    });
    expect(answer.status()).toBe(415);
    expect(await answer.json()).toMatchObject({ code: 'BinaryText', field: 'text' });
  });

  test('markup in every field is shown as text and never runs', async ({ browser }) => {
    const id = await addArticle(page, world, {
      ...POST,
      text: `${MARKUP} ${POST.text}`,
      outlet: `Outlet ${MARKUP}`,
      title: `Title ${MARKUP}`,
    });
    await acceptAll(page);
    // Here scripts may run: only then does it prove something that none of these did.
    const watched = await browser.newPage({ javaScriptEnabled: true });
    await signIn(watched, world, ANA);
    for (const path of [`/review/articles/${id}`, `/articles/${id}`, '/review', '/', '/sources', '/measures']) {
      await watched.goto(`${world.url}${path}`);
      expect(await watched.evaluate(() => 'ran' in window), path).toBe(false);
    }
    await watched.goto(`${world.url}/review/articles/${id}`);
    await expect(watched.getByRole('heading', { level: 1 })).toHaveText(`Title ${MARKUP}`);
    await watched.close();
  });

  test('the same article again changes nothing and says so', async () => {
    await addArticle(page, world, POST);
    const before = await entries();
    await fillIntake(page, world, POST);
    await page.getByRole('button', { name: 'Store and read' }).click();
    await expect(page.getByRole('status')).toContainText('This article was here already: nothing new was stored');
    expect(await entries()).toBe(before);
  });

  test('a search for signs of the query language finds words or nothing, never an error', async () => {
    for (const words of ['"', '*', 'NEAR(', '"a" OR (', 'text:412', '-', 'AND AND', '{}', "'; drop table claims; --"]) {
      const answer = await page.request.get(`${world.url}/search?q=${encodeURIComponent(words)}`);
      expect(answer.status(), words).toBe(200);
    }
  });

  test('a page of another site, and a caller from nowhere, may write nothing', async () => {
    const url = `${world.url}/api/v1/articles`;
    const data = { text: 'x' };
    const foreign = await page.request.post(url, { data, headers: { origin: 'https://elsewhere.example' } });
    expect(foreign.status()).toBe(403);
    expect(await foreign.json()).toMatchObject({ code: 'BadOrigin' });
    expect((await page.request.post(url, { data })).status()).toBe(403);
    const cross = await page.request.post(url, { data, headers: { origin: world.url, 'sec-fetch-site': 'cross-site' } });
    expect(cross.status()).toBe(403);
    const form = await page.request.post(`${world.url}/sign-out`, { headers: { origin: 'https://elsewhere.example' } });
    expect(form.status()).toBe(403);
    await page.goto(`${world.url}/review`);
    await expect(page.getByRole('navigation', { name: 'Desk' })).toBeVisible();
  });

  test('content of another kind is 415, too much of it 413, unknown fields and operations 422 and 404', async () => {
    const send = (data: string, type: string, path = 'articles') =>
      page.request.post(`${world.url}/api/v1/${path}`, { headers: { origin: world.url, 'content-type': type }, data });
    expect((await send('text', 'text/plain')).status()).toBe(415);
    expect((await send('a', 'multipart/form-data; boundary=x')).status()).toBe(415);
    expect((await send('{', 'application/json')).status()).toBe(400);
    expect((await send(JSON.stringify({ text: 'y'.repeat(6.1 * 1024 * 1024) }), 'application/json')).status()).toBe(413);
    expect((await send('{"text":"x","role":"admin"}', 'application/json')).status()).toBe(422);
    const unknown = await send('{}', 'application/json', 'nothing/of/that/kind');
    expect(unknown.status()).toBe(404);
    expect(unknown.headers()['content-type']).toContain('application/problem+json');
    expect(Object.keys(await unknown.json())).toEqual(
      expect.arrayContaining(['type', 'title', 'status', 'code', 'detail', 'next', 'requestId']),
    );
  });

  test('a reviewer has no way into what administrators do, and the log knows who tried', async ({ browser }) => {
    const shown = await page.goto(`${world.url}/admin/people`);
    expect(shown?.status()).toBe(404);
    const added = await page.request.post(`${world.url}/api/v1/people`, {
      headers: { origin: world.url },
      data: { email: 'me@desk.example', name: 'Me', role: 'admin', password: 'long enough to be taken' },
    });
    expect(added.status()).toBe(403);
    const { requestId } = await added.json();
    const line = world.log().find((entry) => entry.requestId === requestId);
    expect(line).toMatchObject({ code: 'Forbidden', path: '/api/v1/people' });
    expect(line?.actorId).toMatch(/^[0-9a-z]{12}$/);
    expect(world.log().some((entry) => entry.code === 'Forbidden' && entry.path === '/admin/people')).toBe(true);
    expect((await page.request.post(`${world.url}/api/internal/control`, { data: {} })).status()).toBe(404);

    const admin = await browser.newPage({ javaScriptEnabled: false });
    await signIn(admin, world, ADA);
    await admin.goto(`${world.url}/admin/people`);
    await expect(admin.getByRole('row', { name: /me@desk\.example/ })).toHaveCount(0);
    await admin.goto(`${world.url}/admin/log?verify=1`);
    await expect(admin.getByRole('status')).toContainText('every one follows from the one before');
    await admin.close();
  });
});
