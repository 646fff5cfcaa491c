import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { dismissCase, reopenCase, ruleCase, takeCase, withdrawCase } from '@/db/cases';
import { rejectClaim } from '@/db/claims';
import { queuePage } from '@/db/desk';
import { correctedMeasures, measureRecord } from '@/db/published';
import { auditLog, publications } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { changesOf, feedOf, joinedChanges, measureJson, measurePage, phraseText } from '@/lib/publication';
import { RULING, seedPerson } from './seeds';
import { everythingOut, RULED, SITE, stormPublished } from './storm-published';
import { minutesLater } from './world';

let world: Awaited<ReturnType<typeof stormPublished>>;
beforeEach(async () => {
  world = await stormPublished();
});

const REASON = 'The list of the school office was forged.';
const seen = async () => {
  const { id, revision } = await world.theCase();
  return { id, revision };
};
const withdraw = async (by = world.edda, reason = REASON) => withdrawCase(world.db, { ...(await seen()), reason }, by, minutesLater(5));
const page = async () => measurePage((await measureRecord(world.db.read, world.measureId))!);

describe('a withdrawal', () => {
  it('leaves of what was published when, why and a hash, and nothing of its words, anywhere', async () => {
    const { db, measureId } = world;
    expect(await everythingOut(db, measureId, ['schools'])).toContain(RULED);
    expect(await withdraw()).toMatchObject({ value: { state: 'withdrawn', awaits: null } });
    const { record, decision, answer, correction, changes } = await page();
    expect(record.case).toMatchObject({ publications: [], standing: { status: 'withdrawn', reason: REASON, by: { role: 'editor' } } });
    const [published] = await db.read.select().from(publications);
    const of = record.case!.withdrawal!.of;
    expect(of).toMatchObject([{ at: published!.at, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    const entry = (await db.read.select().from(auditLog).where(eq(auditLog.seq, of[0]!.entry)).get())!;
    expect(entry.body).toContain(of[0]!.hash);
    expect([decision.ruling, decision.earlier, correction]).toEqual([null, [], null]);
    expect(decision.withdrawal).toMatchObject({ reason: REASON, by: 'an editor' });
    expect(answer).toMatchObject({ form: 'none', status: 'withdrawn' });
    expect(changes[0]).toMatchObject({ kind: 'withdrawn', summary: REASON });
    const out = await everythingOut(db, measureId, ['schools', 'office']);
    expect(out).not.toContain(RULED);
    expect(out).toContain(REASON);
    expect(feedOf('.atom', joinedChanges([record]), SITE)).not.toContain('twelve of them');
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('is the act of an editor where the desk has one, of something published, with a reason', async () => {
    const { db, anna } = world;
    const reader = await seedPerson(db, 'Rolf', 'reader');
    const admin = await seedPerson(db, 'Ada', 'admin');
    expect(await withdraw(reader)).toMatchObject({ refusal: { status: 403, code: 'Forbidden' } });
    for (const by of [anna, admin]) expect(await withdraw(by)).toMatchObject({ refusal: { status: 403, code: 'EditorWithdraws' } });
    expect(await withdraw(world.edda, 'forged')).toMatchObject({ refusal: { status: 422, code: 'ReasonTooShort', field: 'reason' } });
    const moved = await withdrawCase(db, { id: (await seen()).id, revision: 1, reason: REASON }, world.edda, minutesLater(5));
    expect(moved).toMatchObject({ refusal: { status: 409, code: 'VersionConflict' } });
    expect(await withdraw()).toMatchObject({ ok: true });
    // There is nothing left to withdraw, and no other step but to open it again.
    const [at, reason] = [minutesLater(6), 'they count two valleys'];
    const refused = [
      await withdraw(),
      await takeCase(db, await seen(), anna, at),
      await ruleCase(db, { ...(await seen()), ruling: RULING }, anna, at),
      await dismissCase(db, { ...(await seen()), reason }, anna, at),
    ];
    for (const one of refused)
      expect(one).toMatchObject({
        refusal: { status: 409, code: 'IllegalTransition', cause: expect.stringContaining('This case is withdrawn') },
      });
  });

  it('can be followed by a new ruling, and the words of the old one stay away', async () => {
    const { db, anna, courier, measureId } = world;
    const old = async () =>
      (await queuePage(db.read, { split: 'stale', filters: {}, personId: anna.id, now: minutesLater(60 * 24 * 4000) })).lines.map(
        ({ id }) => id,
      );
    expect(await old()).toEqual([measureId]);
    expect(await withdraw()).toMatchObject({ ok: true });
    // Nothing of it is public, so nothing there is old.
    expect(await old()).toEqual([]);
    expect(await reopenCase(db, { ...(await seen()), reason: 'a new list was found' }, anna, minutesLater(6))).toMatchObject({ ok: true });
    const again = await page();
    expect(again.record.case).toMatchObject({ standing: { status: 'open' }, publications: [] });
    // As long as nothing new is published, readers are told that something was, why it went, and why the case is open again.
    expect(again.decision).toMatchObject({
      withdrawal: { at: minutesLater(5), reason: REASON },
      reopening: { at: minutesLater(6), reason: 'a new list was found' },
    });
    expect(phraseText(again.answer.sentence)).toMatch(
      /The ruling that was published was withdrawn on \d+ \w+ \d+, and the case is open again;/,
    );
    const [opened, withdrawn] = again.changes;
    expect(opened).toMatchObject({ kind: 'reopened', title: expect.stringMatching(/^Open again: /), reason: 'a new list was found' });
    expect(withdrawn).toMatchObject({ kind: 'withdrawn', reason: REASON });
    expect(measureJson(again, SITE)).toMatchObject({
      case: { withdrawal: { reason: REASON }, reopening: { reason: 'a new list was found' } },
      changes: [{ reason: 'a new list was found' }, { reason: REASON }, {}, {}, {}],
    });
    expect(feedOf('.atom', again.changes, SITE)).toContain('a new list was found');
    await world.rule(courier.id, 7, 'The ministry lists nineteen of them by name.');
    await world.publish(8, 'The ruling that was withdrawn is replaced.');
    expect(await old()).toEqual([measureId]);
    const { decision, correction, record } = await page();
    expect(record.case!.standing.status).toBe('settled');
    expect(decision).toMatchObject({
      ruling: { rationale: 'The ministry lists nineteen of them by name.' },
      earlier: [],
      withdrawal: null,
    });
    // What it said before is not told again: it corrects nothing.
    expect(correction).toBeNull();
    expect(decision.ruling?.kind).toBe('anew');
    expect(changesOf(record)[0]).toMatchObject({
      kind: 'anew',
      title: expect.stringMatching(/^Ruling published anew after a withdrawal: 19 schools — /),
    });
    expect(await everythingOut(db, measureId, ['office'])).not.toContain(RULED);
    expect((await correctedMeasures(db.read, 10)).map(({ id }) => id)).toEqual([measureId]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('once more leaves of each publication what it was: the first, a correction, or one made anew', async () => {
    const { db, anna, courier, measureId } = world;
    await withdraw();
    for (const minutes of [6, 12]) {
      expect(await reopenCase(db, { ...(await seen()), reason: 'a new list was found' }, anna, minutesLater(minutes))).toMatchObject({
        ok: true,
      });
      await world.rule(courier.id, minutes + 1, 'The ministry lists nineteen of them by name.');
      await world.publish(minutes + 2, 'The ministry counted them once more.');
    }
    expect((await page()).decision).toMatchObject({ ruling: { kind: 'correction' }, earlier: [{ kind: 'anew' }], corrections: [{}] });
    const again = { ...(await seen()), reason: 'The new list was forged, too.' };
    expect(await withdrawCase(db, again, world.edda, minutesLater(20))).toMatchObject({ ok: true });
    const { acts, withdrawal } = (await measureRecord(db.read, measureId))!.case!;
    expect(withdrawal!.of.map(({ kind }) => kind)).toEqual(['publication', 'anew', 'correction']);
    // Both withdrawals are told, not the last alone.
    expect(acts.flatMap((act) => (act.type === 'withdrawn' ? [act.reason] : []))).toEqual([REASON, again.reason]);
  });

  it('frees the claims it rested on', async () => {
    const { db, anna, courier } = world;
    const reject = (minutes: number) => rejectClaim(db, { id: courier.id, reason: 'that is a year' }, anna, minutesLater(minutes));
    expect(await reject(4)).toMatchObject({ refusal: { code: 'ClaimPublished' } });
    await withdraw();
    expect(await reject(6)).toMatchObject({ ok: true });
  });
});

it('a correction says what was said, what is said now, when, who and why', async () => {
  const { db, anna, courier } = world;
  expect(await reopenCase(db, { ...(await seen()), reason: 'a new list was found' }, anna, minutesLater(6))).toMatchObject({ ok: true });
  await world.rule(courier.id, 7, 'The ministry lists nineteen of them by name.');
  await world.publish(8, 'The office had counted the valley alone.');
  const { correction, record, decision } = await page();
  expect(correction).toEqual({
    at: minutesLater(8),
    notice: 'The office had counted the valley alone.',
    before: `Accepted: 12 schools. ${RULED}`,
    now: 'Accepted: 19 schools. The ministry lists nineteen of them by name.',
    ...{ by: 'an editor', ruledBy: 'a reviewer' },
  });
  expect(measureJson(await page(), SITE)).toMatchObject({ corrections: [correction] });
  expect(decision.earlier).toHaveLength(1);
  expect(changesOf(record)[0]).toMatchObject({ kind: 'corrected', summary: 'The office had counted the valley alone.' });
});
