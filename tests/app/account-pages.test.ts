import { parseHTML } from 'linkedom';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import PeoplePage from '@/app/(desk)/admin/people/page';
import AccountPage from '@/app/(desk)/review/account/page';
import { OWNER, ROLES } from '@/db/actor';
import { must } from '@/db/demo/must';
import { invite } from '@/db/invitations';
import { type Person, startSession } from '@/db/people';
import { beginSecondFactor } from '@/db/second-factor';
import { seedPerson } from '../db/seeds';
import { type ServedRecord, servedRecord } from '../db/served-record';

const asking = vi.hoisted(() => ({ person: null as unknown, sid: null as string | null }));
vi.mock('@/app/_shell/actor', () => ({ currentActor: async () => asking.person, sessionId: async () => asking.sid }));
vi.mock('next/headers', () => ({ headers: async () => new Headers() }));
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`on to ${to}`);
  },
  notFound: () => {
    throw new Error('nothing here');
  },
}));

let record: ServedRecord;
const now = () => new Date().toISOString();
beforeEach(async () => {
  vi.stubEnv('LOG_LEVEL', 'silent');
  record = await servedRecord();
});
afterEach(async () => {
  await record.end();
  vi.unstubAllEnvs();
});

async function enter(person: Person): Promise<void> {
  const sid = must(await startSession(record.db, person.id, now(), { way: 'password', network: '203.0.113.0/24', agent: 'curl/8.5' }));
  Object.assign(asking, { person, sid });
}
const shown = async (page: (props: { searchParams: Promise<Record<string, string>> }) => Promise<ReactElement>) =>
  parseHTML(`<main>${renderToStaticMarkup(await page({ searchParams: Promise.resolve({}) }))}</main>`).document;

it('the account is there for every role, with the session it was asked by, which cannot be ended from there', async () => {
  for (const role of ROLES) {
    const person = await seedPerson(record.db, `A ${role}`, role);
    await enter(person);
    await enter(person);
    must(await beginSecondFactor(record.db, person, now()));
    const page = await shown(AccountPage);
    const sessions = [...page.querySelectorAll('.sessions li')].map((line) => [
      line.textContent!.includes('(this one)'),
      line.querySelector('form') !== null,
    ]);
    expect(sessions.sort()).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(page.querySelector('a[href^="otpauth:"]')!.getAttribute('href')).toContain(
      page.querySelector('code.secret')!.textContent!.replaceAll(' ', ''),
    );
    expect(page.querySelectorAll('table.sign-ins tbody tr')).toHaveLength(2);
  }
});

it('the people are there for an administrator alone, with what can be done about each', async () => {
  const ada = await seedPerson(record.db, 'Ada', 'admin');
  must(await invite(record.db, { email: 'nora@desk.example', role: 'reader' }, OWNER, now()));
  await enter(ada);
  const page = await shown(PeoplePage);
  expect(page.querySelectorAll('table.people tbody tr')).toHaveLength(2);
  expect([...page.querySelectorAll(`form[action="/api/v1/people/${ada.id}/role"] option`)].map((one) => one.textContent)).toEqual([
    ...['Reader', 'Reviewer', 'Editor', 'Administrator'],
  ]);
  expect(page.querySelector('.sessions')!.textContent).toContain('nora@desk.example');
  for (const role of ROLES.filter((one) => one !== 'admin')) {
    await enter(await seedPerson(record.db, `B ${role}`, role));
    await expect(shown(PeoplePage), role).rejects.toThrow('nothing here');
  }
  asking.person = null;
  await expect(shown(AccountPage)).rejects.toThrow('on to /sign-in?next=%2Freview');
});
