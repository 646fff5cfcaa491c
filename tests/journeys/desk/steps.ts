import { expect, type Page } from '@playwright/test';
import { PASSWORD, type World } from './world';

/** What a reviewer pastes. */
export interface Paste {
  text: string;
  outlet: string;
  publishedAt: string;
  title: string;
  link?: string;
}

export const POST: Paste = {
  text: 'Health officials in Norland said on Tuesday that 412 people died in the flood of the Verra river.',
  outlet: 'Norland Post',
  publishedAt: '2026-03-03',
  title: 'Flood of the Verra leaves hundreds dead',
  link: 'https://post.example/verra',
};

export const TIMES: Paste = {
  text: 'Health officials in Norland said on Tuesday that 437 people died in the flood of the Verra river.',
  outlet: 'The Verra Times',
  publishedAt: '2026-03-03',
  title: 'Norland counts its dead',
  link: 'https://times.example/dead',
};

export const RADIO: Paste = {
  text: 'Health officials in Norland said on Tuesday that 455 people died in the flood of the Verra river.',
  outlet: 'Coast Radio',
  publishedAt: '2026-03-03',
  title: 'Higher toll in the Verra valley',
};

export async function signIn(page: Page, world: World, email: string): Promise<void> {
  await page.goto(`${world.url}/sign-in`);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('navigation', { name: 'Desk' })).toBeVisible();
}

export async function fillIntake(page: Page, world: World, paste: Paste): Promise<void> {
  await page.goto(`${world.url}/review/intake`);
  await page.getByLabel('Text').fill(paste.text);
  await page.getByLabel('Outlet', { exact: true }).fill(paste.outlet);
  await page.getByLabel('Published on').fill(paste.publishedAt);
  await page.getByLabel('Title').fill(paste.title);
  await page.getByLabel('Link').fill(paste.link ?? '');
}

/** Pastes an article of a new outlet and confirms that it is one. Ends on the article's page; gives its id. */
export async function addArticle(page: Page, world: World, paste: Paste): Promise<string> {
  await fillIntake(page, world, paste);
  await page.getByRole('button', { name: 'Store and read' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText(`No article of "${paste.outlet}" is stored yet`);
  await page.getByLabel('This is a new outlet').check();
  await page.getByRole('button', { name: 'Store and read' }).click();
  const stored = page.getByRole('heading', { level: 1, name: paste.title });
  const own = page.getByLabel(/^An article of its own/);
  await expect(stored.or(own)).toBeVisible();
  // It looks like one that is stored already, and is said to be another.
  if (await own.isVisible()) {
    await own.check();
    await page.getByLabel('This is a new outlet').check();
    await page.getByRole('button', { name: 'Store and read' }).click();
  }
  await expect(stored).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

/** Accepts every reading that waits on the article in view. */
export async function acceptAll(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Accept (all \d+|the one that waits)$/ }).click();
  // A form that holds a draft says so in a line of its own.
  await expect(page.getByRole('status').filter({ hasText: 'Its claims are public now' })).toBeVisible();
}

/** Opens the first case of the queue; gives its id. */
export async function openFirstCase(page: Page, world: World): Promise<string> {
  await page.goto(`${world.url}/review?split=conflicts`);
  await page.getByRole('region', { name: 'Conflicts' }).getByRole('list').getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Your ruling' })).toBeVisible();
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

/** Verdicts and reason by the words of the record: the glyphs beside them are a matter of looks. */
export interface Decision {
  verdicts: Record<string, string>;
  accept: string | null;
  why: string;
  reason: string;
}

export async function fillRuling(page: Page, { verdicts, accept, why, reason }: Decision): Promise<void> {
  for (const [letter, verdict] of Object.entries(verdicts)) await page.getByLabel(`Verdict on ${letter}`).selectOption(verdict);
  if (accept) await page.getByLabel(`Accept ${accept} as the figure`).check();
  await page.getByLabel('Why they differ').selectOption(why);
  await page.getByLabel('Reason, public').fill(reason);
  await page.getByLabel('Link 1', { exact: true }).fill('https://relief.example/bulletin-7');
  await page.getByLabel('What link 1 shows').fill('Bulletin 7 of the relief service');
}
