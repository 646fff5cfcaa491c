import { type Browser, expect, type Page, test } from '@playwright/test';
import { generateSync } from 'otplib';
import { faultsOf } from './accessible';
import { letters, linkFor } from './desk/outbox';
import { addArticle, openFirstCase, POST, signIn, TIMES } from './desk/steps';
import { ADA, ANA, BEN, PASSWORD, startWorld, type World } from './desk/world';

const [NORA, NEW] = ['nora@desk.example', 'another phrase that is long'];

async function enter(page: Page, world: World, email: string, password: string): Promise<void> {
  await page.goto(`${world.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
const desk = (page: Page) => page.getByRole('navigation', { name: 'Desk' });
const alert = (page: Page) => page.getByRole('main').getByRole('alert');
const status = (page: Page) => page.getByRole('status');

test.describe('D1: invite, role, disable, end log-ins; the last administrator cannot be removed', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ada: Page;
  let nora: Page;
  const people = () => `${world.url}/admin/people`;
  const blank = (browser: Browser) => browser.newPage();
  const setRole = async (name: string, role: string) => {
    await ada.goto(people());
    await ada.getByLabel(`Change role: ${name}`).click();
    const form = ada.getByRole('form', { name: `Role of ${name}` });
    await form.getByLabel('Role').selectOption(role);
    await form.getByRole('button', { name: 'Change the role' }).click();
  };
  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    [ada, nora] = [await blank(browser), await blank(browser)];
    await signIn(ada, world, ADA);
  });
  // A page that stays open keeps lines to the server, which waits for them when it stops.
  test.afterAll(async () => {
    for (const page of [ada, nora]) await page?.context().close();
    await world?.stop();
  });

  test('an administrator invites by address: the link is shown once and lies in the outbox', async () => {
    await ada.goto(people());
    const form = ada.getByRole('form', { name: 'Invitation' });
    await form.getByLabel('E-mail address').fill(NORA);
    await form.getByLabel('Role').selectOption('reviewer');
    await form.getByRole('button', { name: 'Invite' }).click();
    await expect(ada.getByRole('heading', { name: 'Invited' })).toBeVisible();
    const link = await ada.locator('.once code').textContent();
    expect(await linkFor(world, NORA)).toBe(link);
    expect(await faultsOf(ada)).toEqual([]);
    await ada.getByRole('link', { name: 'Go on' }).click();
    await expect(ada.getByRole('button', { name: `Withdraw the invitation of ${NORA}` })).toBeVisible();
    expect(await ada.content()).not.toContain('token=');
  });

  test('the person invited chooses name and password, and what was typed wrongly costs nothing but the password', async () => {
    const link = await linkFor(world, NORA);
    await nora.goto(link);
    await expect(nora.getByLabel('Address you sign in with')).toHaveValue(NORA);
    await nora.getByLabel('Your name').fill('Nora New');
    await nora.getByLabel('Password').fill('short');
    await nora.getByRole('button', { name: 'Join the desk' }).click();
    await expect(alert(nora)).toContainText('The password has 5 characters');
    await expect(nora.getByLabel('Your name')).toHaveValue('Nora New');
    expect(await faultsOf(nora)).toEqual([]);
    await nora.getByLabel('Password').fill(PASSWORD);
    await nora.getByRole('button', { name: 'Join the desk' }).click();
    await expect(status(nora)).toContainText('You have joined the desk');
    await enter(nora, world, NORA, PASSWORD);
    await expect(desk(nora)).toBeVisible();
    await expect(nora.getByRole('link', { name: 'Nora New reviewer' })).toBeVisible();
    const stranger = await nora.request.get(link);
    expect([stranger.status(), await stranger.text()]).toEqual([410, expect.stringContaining('This link works no more')]);
  });

  test('a role changed while somebody works: the write is refused with 403, and what was typed is kept until the role is back', async () => {
    await addArticle(nora, world, POST);
    await addArticle(nora, world, TIMES);
    const id = await openFirstCase(nora, world);
    await nora.getByLabel('Reason, public').fill('Half a reason, typed before the role was gone.');
    await setRole('Nora New', 'reader');
    await expect(status(ada)).toContainText('another role');
    const [answer] = await Promise.all([
      nora.waitForResponse((response) => response.request().method() === 'POST'),
      nora.getByRole('button', { name: 'Save the ruling' }).click(),
    ]);
    expect(answer.status()).toBe(403);
    await expect(nora.getByRole('main')).toContainText('Your role does not allow this');
    await expect(nora.getByRole('main')).toContainText('What you typed is kept as your draft');
    await nora.goto(`${world.url}/review/cases/${id}`);
    await expect(nora.getByRole('heading', { name: 'Your ruling' })).toHaveCount(0);
    await expect(nora.getByRole('link', { name: 'Nora New reader' })).toBeVisible();
    await setRole('Nora New', 'reviewer');
    await nora.reload();
    await expect(nora.getByLabel('Reason, public')).toHaveValue('Half a reason, typed before the role was gone.');
  });

  test('the last administrator keeps the role and the access', async () => {
    await setRole('Ada Admin', 'editor');
    await expect(alert(ada)).toContainText('This is the last administrator');
    await ada.getByRole('button', { name: 'Disable: Ada Admin' }).click();
    await expect(alert(ada)).toContainText('This is the last administrator');
    await setRole('Ben Reviewer', 'admin');
    await expect(ada.getByRole('table', { name: 'People with access' }).getByRole('row', { name: /Ben Reviewer/ })).toContainText(
      'Administrator',
    );
  });

  test('a person who is disabled is out at once, and so are sessions that are ended', async () => {
    await ada.goto(people());
    await ada.getByRole('button', { name: 'End sessions: Nora New' }).click();
    await nora.goto(`${world.url}/review`);
    await expect(nora.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible();
    await enter(nora, world, NORA, PASSWORD);
    await expect(desk(nora)).toBeVisible();
    await ada.getByRole('button', { name: 'Disable: Nora New' }).click();
    await nora.goto(`${world.url}/review`);
    await expect(nora.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible();
    await expect(ada.getByRole('table', { name: 'The last sign-ins of everybody' })).toContainText('Nora New');
  });

  test('the page of people breaks no rule of accessibility, at any width, in light and dark', async () => {
    for (const summary of await ada.getByRole('main').locator('details > summary').all()) await summary.click();
    expect(await faultsOf(ada)).toEqual([]);
  });
});

test.describe('one’s own account', () => {
  test.describe.configure({ mode: 'serial' });
  let world: World;
  let ana: Page;
  let other: Page;
  let key: string;
  let codes: string[];
  const account = () => `${world.url}/review/account`;
  test.beforeAll(async ({ browser }) => {
    world = await startWorld();
    [ana, other] = [await browser.newPage(), await browser.newPage()];
    await signIn(ana, world, ANA);
  });
  test.afterAll(async () => {
    for (const page of [ana, other]) await page?.context().close();
    await world?.stop();
  });

  test('shows where one is signed in, and ends another session', async () => {
    await signIn(other, world, ANA);
    await ana.goto(account());
    await ana.getByRole('button', { name: /^End the session of/ }).click();
    await expect(status(ana)).toContainText('The session has ended');
    await other.goto(account());
    await expect(other.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible();
  });

  test('changes the password by the old one, and ends the others', async () => {
    await signIn(other, world, ANA);
    await ana.goto(account());
    const form = ana.getByRole('form', { name: 'Password' });
    await form.getByLabel('Your password now').fill('not the password');
    await form.getByLabel('New password').fill(NEW);
    await form.getByRole('button').click();
    await expect(alert(ana)).toContainText('This is not your password');
    await form.getByLabel('Your password now').fill(PASSWORD);
    await form.getByLabel('New password').fill(NEW);
    await form.getByRole('button').click();
    await expect(status(ana)).toContainText('Your password is changed');
    await other.goto(account());
    await enter(other, world, ANA, PASSWORD);
    await expect(alert(other)).toContainText('Address or password is not right');
    await ana.goto(account());
    await expect(ana.getByRole('table', { name: 'Your last sign-ins' })).toContainText('Wrong password');
  });

  test('sets a second factor up, without a picture, and shows ten recovery codes once', async () => {
    await ana.getByRole('button', { name: 'Set it up' }).click();
    key = (await ana.locator('code.secret').textContent())!.replaceAll(' ', '');
    expect(await ana.getByRole('link', { name: 'open it with this link' }).getAttribute('href')).toContain(`secret=${key}`);
    const form = ana.getByRole('form', { name: 'First code' });
    const switchOn = async (code: string, password: string) => {
      await form.getByLabel('Code').fill(code);
      await form.getByLabel('Your password').fill(password);
      await form.getByRole('button', { name: 'Switch it on' }).click();
    };
    // Whoever found the session open has the key and its code, and not the password.
    await switchOn(generateSync({ secret: key }), 'not the password');
    await expect(alert(ana)).toContainText('This is not your password');
    expect(await faultsOf(ana)).toEqual([]);
    await switchOn('000000', NEW);
    await expect(alert(ana)).toContainText('The code is not right');
    expect(await faultsOf(ana)).toEqual([]);
    await switchOn(generateSync({ secret: key }), NEW);
    await expect(ana.getByRole('heading', { name: 'Your recovery codes' })).toBeVisible();
    codes = await ana.locator('ol.once code').allTextContents();
    expect(codes).toHaveLength(10);
    expect(await faultsOf(ana)).toEqual([]);
    await ana.getByRole('link', { name: 'Go on' }).click();
    await expect(ana.getByText('10 recovery codes left')).toBeVisible();
    expect(await ana.content()).not.toContain(key);
    expect(await faultsOf(ana)).toEqual([]);
  });

  test('is then asked for after the password, and a recovery code lets in once', async () => {
    const step = async (code: string) => {
      await other.getByLabel('Code').fill(code);
      await other.getByRole('button', { name: 'Sign in' }).click();
    };
    await enter(other, world, ANA, NEW);
    expect(await faultsOf(other)).toEqual([]);
    await other.goto(`${world.url}/review`);
    await expect(other.getByRole('heading', { name: 'Sign in to the desk' })).toBeVisible();
    await enter(other, world, ANA, NEW);
    await step('000000');
    await expect(alert(other)).toContainText('The code is not right');
    await step(codes[0]!);
    await expect(desk(other)).toBeVisible();
    await other.getByRole('button', { name: 'Sign out' }).click();
    await enter(other, world, ANA, NEW);
    await step(codes[0]!);
    await expect(alert(other)).toContainText('was used already');
  });

  test('by JSON, too: the first step says what is missing, and all can be said at once', async ({ request }) => {
    const send = (data: object) => request.post(`${world.url}/sign-in`, { headers: { origin: world.url }, data });
    const first = await send({ email: ANA, password: NEW });
    expect([first.status(), first.headers()['set-cookie'] ?? null]).toEqual([401, null]);
    const { code, details } = await first.json();
    expect([code, typeof details.step]).toEqual(['CodeNeeded', 'string']);
    expect((await send({ step: details.step, code: codes[1] })).status()).toBe(200);
    expect((await send({ email: ANA, password: NEW, code: codes[2] })).status()).toBe(200);
  });

  test('it is asked for on the page itself, too, where the session ends while they write', async () => {
    await ana.goto(`${world.url}/review/intake`);
    await expect(ana.locator('html[data-desk=ready]')).toBeAttached();
    const title = ana.getByLabel('Title');
    await title.focus();
    await ana.context().clearCookies();
    await ana.keyboard.type('Written while it ended');
    await expect(ana.getByText('Your session has ended.')).toBeVisible();
    await ana.keyboard.press('Tab');
    const dialog = ana.getByRole('dialog', { name: 'Sign in again' });
    await dialog.getByLabel('E-mail address').fill(ANA);
    await dialog.getByLabel('Password').fill(NEW);
    await ana.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('Give the code that your app shows now');
    await expect(dialog.getByLabel('Code')).toBeFocused();
    expect(await faultsOf(ana)).toEqual([]);
    await ana.keyboard.type('000000');
    await ana.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('The code is not right');
    await dialog.getByLabel('Code').fill(codes[3]!);
    await ana.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(title).toBeFocused();
    await expect(ana.locator('.draft-state')).toHaveText(/^Draft saved/);
    await title.fill('');
    await expect(ana.locator('.draft-state')).toHaveText(/^Draft saved/);
  });

  test('an administrator takes it away from somebody who lost it, and the log has it', async () => {
    const ada = other;
    await signIn(ada, world, ADA);
    await ada.goto(`${world.url}/admin/people`);
    await ada.getByLabel('Second factor: Ana Reviewer').click();
    await ada.getByRole('button', { name: 'Take it away' }).click();
    await expect(status(ada)).toContainText('taken away');
    await ada.goto(`${world.url}/admin/log`);
    await expect(ada.getByRole('row').nth(1)).toContainText('Took away the second factor of a person');
    await ada.getByRole('button', { name: 'Sign out' }).click();
    await signInWith(ada, NEW);
  });

  const signInWith = async (page: Page, password: string) => {
    await enter(page, world, ANA, password);
    await expect(desk(page)).toBeVisible();
  };

  test('a forgotten password is replaced by a link from a letter, and strangers learn nothing of who is here', async ({ request }) => {
    const ask = async (email: string) => {
      await other.goto(`${world.url}/sign-in`);
      if (await other.getByRole('link', { name: 'I forgot my password' }).isHidden()) throw new Error('there is no way there');
      await other.getByRole('link', { name: 'I forgot my password' }).click();
      await other.getByLabel('E-mail address').fill(email);
      await other.getByRole('button', { name: 'Send me the link' }).click();
      await expect(other.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
      return (await other.content()).replace(/\?v=\w+/g, '');
    };
    expect(await ask('nobody@desk.example')).toBe(await ask(BEN));
    const link = await linkFor(world, BEN);
    expect(letters(world).map(({ to }) => to)).toEqual([BEN]);
    await other.goto(link);
    expect(await faultsOf(other)).toEqual([]);
    await other.getByLabel('New password').fill('short');
    await other.getByRole('button', { name: 'Keep this password' }).click();
    await expect(alert(other)).toContainText('The password has 5 characters');
    await other.getByLabel('New password').fill(NEW);
    await other.getByRole('button', { name: 'Keep this password' }).click();
    await expect(status(other)).toContainText('Your new password is kept');
    await enter(other, world, BEN, NEW);
    await expect(desk(other)).toBeVisible();
    expect((await request.get(link)).status()).toBe(410);
    const forged = await request.post(`${world.url}/sign-in/reset`, {
      form: { token: 'x', password: NEW },
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(forged.status()).toBe(403);
  });
});
