import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { readActs } from '@/db/desk';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import type { Person } from '@/db/people';
import { wakeDue } from '@/db/queue/due';
import { loadView } from '@/db/queue/views';
import { deskReview } from '@/db/review-mode';
import { acts, auditLog, measures } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import type { AuditEntry } from '@/lib/audit';
import { digestOf } from '@/lib/audit';
import { rewriteBehind } from './rewrite';
import { applyOne, seedCase, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

let db: Database;
let anna: Person;
let admin: Person;
beforeEach(async () => {
  db = await newRecord();
  [anna, admin] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Ada', 'admin')];
});

const run = (who: Person, operation: string, input: object) => runOperation({ db, actor: who, now: NOW }, operation, input);
const done = async (who: Person, operation: string, input: object) => {
  expect([operation, await run(who, operation, input)]).toMatchObject([operation, { ok: true }]);
  return (await db.read.select().from(acts).where(eq(acts.action, operation))).at(-1)!;
};
const undo = (who: Person, { seq }: { seq: number }) => run(who, 'acts.undo', { seq });
const entries = async (action: string) =>
  (await db.read.select().from(auditLog)).map(({ body }) => JSON.parse(body) as AuditEntry).filter((entry) => entry.action === action);
const AWAY = { snoozedUntil: null, snoozeReason: null };

describe('what an act changed is kept with it', () => {
  it('of people: the role, whether they may sign in, and as what somebody is invited', async () => {
    const { id } = await seedPerson(db, 'Bela');
    expect(await done(admin, 'people.set-role', { id, role: 'editor' })).toMatchObject({
      before: { role: 'reviewer' },
      after: { role: 'editor' },
    });
    expect(await done(admin, 'people.disable', { id })).toMatchObject({ before: { access: 'open' }, after: { access: 'ended' } });
    const back = await done(admin, 'people.enable', { id });
    expect(back).toMatchObject({ before: { access: 'ended' }, after: { access: 'open' } });
    expect(await done(admin, 'people.invite', { email: 'new@desk.example', role: 'reader' })).toMatchObject({ after: { role: 'reader' } });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    // The list of acts cannot say otherwise than the log.
    await rewriteBehind(db, `UPDATE acts SET after = '{"role":"admin"}' WHERE action = 'people.set-role'`);
    expect(await verifyRecord(db)).toMatchObject({ ok: false, reason: 'its act is not what was logged' });
  });

  it('of how cases are decided, for the desk and for a measure, and it is taken back unless somebody chose otherwise since', async () => {
    const { measureId } = await seedCase(db);
    const ofMeasure = async () => (await db.read.select().from(measures).where(eq(measures.id, measureId)).get())!.review;
    const desk = await done(admin, 'desk.set-review', { review: 'blind' });
    expect(desk).toMatchObject({ before: { review: 'single' }, after: { review: 'blind' } });
    const own = await done(anna, 'measures.set-review', { id: measureId, review: 'single' });
    expect(own).toMatchObject({ before: { review: 'default' }, after: { review: 'single' } });
    expect(await undo(anna, own)).toMatchObject({ ok: true });
    expect(await ofMeasure()).toBeNull();
    const later = await done(admin, 'desk.set-review', { review: 'single' });
    expect(await undo(admin, desk)).toMatchObject({ refusal: { code: 'ChangedSince' } });
    expect(await undo(admin, later)).toMatchObject({ ok: true });
    expect((await deskReview(db.read)).set).toBe('blind');
    const share = await done(admin, 'desk.set-audit', { share: 20 });
    await done(admin, 'desk.set-audit', { share: 30 });
    expect(await undo(admin, share)).toMatchObject({ refusal: { code: 'ChangedSince' } });
    const order = await done(admin, 'queue.set', { order: 'random', band: 5, staleDays: 30 });
    await done(admin, 'queue.set', { order: 'random', band: 6, staleDays: 30 });
    expect(await undo(admin, order)).toMatchObject({ refusal: { code: 'ChangedSince' } });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('of a view that is dropped: it is kept again under its old address', async () => {
    await done(anna, 'queue.save-view', { name: 'Harbour', shared: true, query: 'split=conflicts&flag=harbour' });
    const id = (await entries('queue.save-view'))[0]!.subject.slice('view:'.length);
    const kept = await loadView(db.read, id);
    const dropped = await done(anna, 'queue.drop-view', { id });
    expect(dropped.before).toMatchObject({ name: 'Harbour', query: 'split=conflicts&flag=harbour' });
    const bela = await seedPerson(db, 'Bela');
    expect(await undo(bela, dropped)).toMatchObject({ refusal: { code: 'Forbidden' } });
    expect((await readActs(db.read, null, null, anna)).find(({ act }) => act.seq === dropped.seq)?.refusal).toBeNull();
    expect(await undo(anna, dropped)).toMatchObject({ ok: true });
    expect(await loadView(db.read, id)).toEqual(kept);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('of what comes back from aside: until when it was put aside and why, whether its day came or a new article changed it', async () => {
    const { id, measureId, claimIds } = await seedCase(db);
    const reason = 'The office answers on Monday.';
    const { after } = await done(anna, 'queue.snooze', { id, until: minutesLater(60), reason });
    expect(after).toMatchObject({ snoozeReason: reason });
    await wakeDue(db, minutesLater(61));
    const hash = digestOf({ before: after, after: AWAY });
    expect(await entries('queue.wake')).toMatchObject([{ actor: 'machine', subject: `case-item:${id}`, evidenceHashes: [hash] }]);
    const again = await done(anna, 'queue.snooze', { id, until: minutesLater(600), reason });
    await applyOne(db, measureId, [[claimIds[1]!], [claimIds[0]!]], minutesLater(90));
    expect((await entries('queue.wake'))[1]).toMatchObject({
      ...{ actor: 'machine', subject: `case-item:${id}`, at: minutesLater(90) },
      evidenceHashes: [digestOf({ before: again.after, after: AWAY })],
    });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });
});
