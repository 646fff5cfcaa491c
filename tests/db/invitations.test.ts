import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { must as taken } from '@/db/demo/must';
import { acceptInvitation, invite, withdrawInvitation } from '@/db/invitations';
import { openInvitations } from '@/db/links';
import type { Database } from '@/db/open';
import { authenticate, disablePerson, listPeople, type Person, setRole } from '@/db/people';
import { auditLog, links, people } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const EMAIL = 'Nora@Desk.example';
const PASSWORD = 'long enough to remember';
const over = { ok: false, refusal: { code: 'LinkOver', status: 410 } };

let db: Database;
let ada: Person;
beforeEach(async () => {
  db = await newRecord();
  ada = await seedPerson(db, 'Ada', 'admin');
});

const asked = async (now = NOW) => taken(await invite(db, { email: EMAIL, role: 'editor' }, ada, now)).token;
const accept = (token: string, now = NOW, more: object = {}) =>
  acceptInvitation(db, { token, name: ' Nora ', password: PASSWORD, ...more }, now);

describe('an invitation', () => {
  it('becomes a person with the role it was for and a name and password of their own, once', async () => {
    const token = await asked();
    expect(await accept(token)).toEqual({ ok: true, value: { email: 'nora@desk.example' } });
    expect((await listPeople(db)).at(-1)).toMatchObject({ name: 'Nora', role: 'editor', demo: false });
    expect(await authenticate(db, EMAIL, PASSWORD, NOW, 'home')).toMatchObject({ ok: true, value: { role: 'editor' } });
    expect(await accept(token)).toMatchObject(over);
    expect(await openInvitations(db.read, NOW)).toEqual([]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('stands in the record as a digest, and in the log without name or address', async () => {
    const token = await asked();
    await accept(token);
    expect(JSON.stringify(await db.read.select().from(links))).not.toContain(token);
    const log = JSON.stringify(await db.read.select({ body: auditLog.body }).from(auditLog));
    expect(log).not.toMatch(/nora|desk\.example/i);
    expect(log).not.toContain(token);
    expect(log).toMatch(/people\.invite.*people\.join/);
  });

  it('holds for a week, and a later one to the same address replaces it', async () => {
    const first = await asked();
    expect(await accept(first, minutesLater(7 * 24 * 60))).toMatchObject(over);
    const second = await asked();
    expect(await accept(first)).toMatchObject(over);
    expect(await accept(second, minutesLater(7 * 24 * 60 - 1))).toMatchObject({ ok: true });
  });

  it('is worth nothing once withdrawn, or once whoever invited is no administrator', async () => {
    const token = await asked();
    const { id } = (await openInvitations(db.read, NOW))[0]!;
    expect(await withdrawInvitation(db, { id }, ada, NOW)).toMatchObject({ ok: true });
    expect(await withdrawInvitation(db, { id }, ada, NOW)).toMatchObject({ refusal: { code: 'InvitationUnknown', status: 404 } });
    expect(await accept(token)).toMatchObject(over);
    await seedPerson(db, 'Other', 'admin');
    for (const end of [
      () => setRole(db, { id: ada.id, role: 'editor' }, OWNER, NOW),
      () => disablePerson(db, { id: ada.id }, OWNER, NOW),
    ]) {
      const other = await asked();
      expect(await end()).toMatchObject({ ok: true });
      expect(await accept(other)).toMatchObject(over);
    }
  });

  it.each([
    ['NameMissing', { name: '  ' }],
    ['PasswordTooShort', { password: 'short' }],
  ])('is not used up by a form that is refused: %s', async (code, more) => {
    const token = await asked();
    expect(await accept(token, NOW, more)).toMatchObject({ ok: false, refusal: { code, status: 422 } });
    expect(await accept(token)).toMatchObject({ ok: true });
  });

  it('is for nobody who is here already, and makes no second account of one that came meanwhile', async () => {
    const token = await asked();
    await db.write((tx) => tx.update(people).set({ email: 'nora@desk.example' }).where(eq(people.id, ada.id)));
    expect(await accept(token)).toMatchObject({ ok: false, refusal: { code: 'EmailTaken' } });
    expect(await invite(db, { email: EMAIL, role: 'reader' }, ada, NOW)).toMatchObject({ refusal: { code: 'EmailTaken', status: 409 } });
    expect(await invite(db, { email: 'no address', role: 'reader' }, ada, NOW)).toMatchObject({ refusal: { code: 'EmailInvalid' } });
  });

  it('is not used up by the name of somebody who is here: the next name is taken', async () => {
    const token = await asked();
    const { name } = (await db.read.select({ name: people.name }).from(people).where(eq(people.id, ada.id)).get())!;
    const same = await accept(token, NOW, { name: name.toUpperCase() });
    expect(same).toMatchObject({ ok: false, refusal: { code: 'NameTaken', status: 409, field: 'name' } });
    expect(await accept(token)).toMatchObject({ ok: true });
  });

  it('keeps nobody from signing in who holds none: no password of theirs is hashed, and only few are at once', async () => {
    for (const refused of await Promise.all(Array.from({ length: 12 }, () => accept('made up')))) expect(refused).toMatchObject(over);
  });

  it('taken up twice at once makes one person', async () => {
    const token = await asked();
    const both = await Promise.all([accept(token), accept(token)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await db.read.select().from(people)).toHaveLength(2);
  });
});
