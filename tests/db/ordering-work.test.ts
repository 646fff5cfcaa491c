import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { loadAct } from '@/db/acts';
import { queueCounts, queuePage, readActs, readLog } from '@/db/desk';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import { disablePerson, type Person } from '@/db/people';
import { noteChosen } from '@/db/queue/chosen';
import { wakeDue } from '@/db/queue/due';
import { loadItem } from '@/db/queue/items';
import { colleagues } from '@/db/queue/told';
import { acts, auditLog, pairJudgements } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { applyOne, seedCase, seedClaims, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

let db: Database;
let anna: Person;
let bela: Person;
let admin: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
  bela = await seedPerson(db, 'Bela');
  admin = await seedPerson(db, 'Ada', 'admin');
});

const run = (who: Person, id: string, input: object, now = NOW) => runOperation({ db, actor: who, now }, id, input);
const done = async (who: Person, id: string, input: object, now = NOW) => {
  const result = await run(who, id, input, now);
  if (!result.ok) throw new Error(result.refusal.cause);
  const last = await db.read.select().from(acts).where(eq(acts.action, id));
  return { value: result.value as Record<string, unknown>, act: last.at(-1)! };
};
const item = async (id: string) => {
  const found = await loadItem(db.read, id);
  if (!found.ok) throw new Error('gone');
  return found.value;
};
const code = async (result: ReturnType<typeof run>) => {
  const { ok, ...rest } = (await result) as { ok: boolean; refusal?: { code: string } };
  return ok ? 'done' : rest.refusal!.code;
};
const lines = async (split: 'conflicts' | 'snoozed' | 'mine', who = anna) =>
  (await queuePage(db.read, { split, filters: {}, personId: who.id, now: NOW })).lines;

describe('V7: snooze, assign, flag', () => {
  it('each is shown on the row, is a fact with ids alone, and can be taken back', async () => {
    const { id } = await seedCase(db);
    const asIs = await item(id);
    const given = await done(anna, 'queue.assign', { id, to: bela.id });
    const marked = await done(anna, 'queue.flag', { id, flag: '  ask   the harbour ' });
    const aside = await done(anna, 'queue.snooze', { id, until: minutesLater(600), reason: 'The office answers on Monday.' });
    expect(await lines('snoozed')).toMatchObject([
      { id, assignedTo: { id: bela.id, name: 'Bela' }, flag: 'ask the harbour', snoozed: { reason: 'The office answers on Monday.' } },
    ]);
    expect(await lines('conflicts')).toEqual([]);
    const entries = (await db.read.select().from(auditLog)).map(({ body }) => body).join('\n');
    expect(entries).toContain('queue.snooze');
    expect(entries).not.toMatch(/Bela|ask the harbour|Monday/);
    for (const { act } of [aside, marked, given]) expect(await code(run(anna, 'acts.undo', { seq: act.seq }))).toBe('done');
    expect(await item(id)).toEqual(asIs);
    expect((await queueCounts(db.read, anna.id, NOW)).conflicts).toBe(1);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('what was put aside comes back on its day, by a fact of the machine', async () => {
    const { id } = await seedCase(db);
    await done(anna, 'queue.snooze', { id, lasting: 'hour', reason: '' });
    await wakeDue(db, minutesLater(59));
    expect(await lines('snoozed')).toHaveLength(1);
    await wakeDue(db, minutesLater(61));
    expect(await lines('conflicts')).toMatchObject([{ id, snoozed: null }]);
    const before = await db.read.$count(auditLog);
    await wakeDue(db, minutesLater(62));
    expect(await db.read.$count(auditLog)).toBe(before);
  });

  it('and at once where a new article changes the case, and not because somebody touches it', async () => {
    const { id, measureId, positions } = await seedCase(db);
    await done(anna, 'queue.snooze', { id, lasting: 'month', reason: '' });
    await done(anna, 'cases.take', { id, revision: 1 });
    expect(await lines('snoozed')).toHaveLength(1);
    const { claimIds } = await seedClaims(db, ['19'], 'accepted', measureId);
    await applyOne(db, measureId, [...positions, claimIds]);
    expect(await lines('conflicts')).toMatchObject([{ id, snoozed: null }]);
  });

  it('refuses with the cause and what to do: a day that passed, a person who left, what is so already, what is not there', async () => {
    const { id } = await seedCase(db);
    for (const until of ['2020-01-01', minutesLater(60 * 24 * 800)])
      expect(await code(run(anna, 'queue.snooze', { id, until, reason: '' }))).toBe('TimePassed');
    for (const until of ['tomorrow', '4 May 2026', '2026-02-30', ''])
      expect(await code(run(anna, 'queue.snooze', { id, until, reason: '' }))).toBe('DayUnreadable');
    await disablePerson(db, { id: bela.id }, admin, NOW);
    expect(await code(run(anna, 'queue.assign', { id, to: bela.id }))).toBe('PersonDisabled');
    const rhea = await seedPerson(db, 'Rhea', 'reader');
    expect(await code(run(anna, 'queue.assign', { id, to: rhea.id }))).toBe('PersonReads');
    expect((await colleagues(db.read)).map(({ name }) => name)).not.toContain('Rhea');
    expect(await code(run(anna, 'queue.assign', { id, to: 'k3v9m2qd4xbb' }))).toBe('PersonUnknown');
    expect(await code(run(anna, 'queue.assign', { id, to: null }))).toBe('IllegalTransition');
    expect(await code(run(anna, 'queue.flag', { id, flag: 'x'.repeat(41) }))).toBe('TextTooLong');
    expect(await code(run(anna, 'queue.flag', { id: 'k3v9m2qd4xbb', flag: 'x' }))).toBe('ItemUnknown');
  });
});

describe('drawing', () => {
  it('gives each of two people another, in 50 races, and nothing twice', async () => {
    const all = new Set<string>();
    for (let n = 0; n < 100; n += 1) all.add((await seedCase(db)).id);
    const drawn: string[] = [];
    for (let race = 0; race < 50; race += 1) {
      const both = await Promise.all([anna, bela].map((who) => run(who, 'queue.draw', { split: 'conflicts' })));
      for (const one of both) if (one.ok) drawn.push((one.value as { id: string }).id);
    }
    expect(new Set(drawn)).toEqual(all);
    expect(drawn).toHaveLength(100);
    expect(await code(run(anna, 'queue.draw', { split: 'conflicts' }))).toBe('NothingLeft');
    expect((await lines('mine')).length + (await lines('mine', bela)).length).toBe(50 + 50);
  });

  it('gives what the list is narrowed to and nothing else, and nothing that somebody has', async () => {
    const [first, second] = [await seedCase(db), await seedCase(db)];
    await done(anna, 'queue.flag', { id: second.id, flag: 'harbour' });
    const draw = (more: object) => run(bela, 'queue.draw', { split: 'conflicts', ...more });
    expect(await code(draw({ severity: 'normal' }))).toBe('NothingLeft');
    expect(await code(draw({ flag: 'harbour', who: 'me' }))).toBe('NothingLeft');
    expect(await draw({ flag: 'harbour', severity: 'high' })).toMatchObject({ value: { id: second.id } });
    expect(await code(draw({ flag: 'harbour' }))).toBe('NothingLeft');
    await done(admin, 'queue.set', { order: 'random', band: 2, staleDays: 90 });
    expect(await code(draw({ measure: second.measureId }))).toBe('NothingLeft');
    expect(await draw({ measure: first.measureId, who: 'nobody' })).toMatchObject({ value: { id: first.id } });
  });

  it('by chance takes one of the oldest, once an administrator set the desk so, and then what is opened by hand is a fact, once', async () => {
    const all: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      const { measureId, claimIds } = await seedClaims(db, ['12', '15']);
      await applyOne(
        db,
        measureId,
        claimIds.map((id) => [id]),
        minutesLater(n),
      );
      all.push((await lines('conflicts')).map(({ id }) => id).find((id) => !all.includes(id))!);
    }
    expect(await code(run(anna, 'queue.set', { order: 'random', band: 2, staleDays: 90 }))).toBe('Forbidden');
    const set = await done(admin, 'queue.set', { order: 'random', band: 2, staleDays: 90 });
    const first = (await done(anna, 'queue.draw', { split: 'conflicts' })).value.id as string;
    expect(all.slice(0, 2)).toContain(first);
    await noteChosen(db, await item(first), anna, NOW);
    await noteChosen(db, await item(all[5]!), anna, NOW);
    await noteChosen(db, await item(all[5]!), anna, NOW);
    expect(await db.read.$count(acts, eq(acts.action, 'queue.choose'))).toBe(1);
    await done(admin, 'acts.undo', { seq: set.act.seq });
    await noteChosen(db, await item(all[4]!), anna, NOW);
    expect(await db.read.$count(acts, eq(acts.action, 'queue.choose'))).toBe(1);
  });
});

describe('V6: saved filters with an address that can be shared', () => {
  it('are kept for oneself or for all, open for everybody, and go when their owner drops them', async () => {
    const { id } = (await done(anna, 'queue.save-view', { name: 'High and mine', shared: 'on', query: 'split=conflicts&severity=high' }))
      .value;
    const own = (await done(anna, 'queue.save-view', { name: 'Mine alone', query: 'split=mine' })).value.id;
    const { loadView, viewsFor } = await import('@/db/queue/views');
    expect((await viewsFor(db.read, bela.id)).map((view) => view.id)).toEqual([id]);
    expect(await loadView(db.read, own as string)).toMatchObject({ query: 'split=mine' });
    expect(await code(run(bela, 'queue.drop-view', { id }))).toBe('Forbidden');
    expect(await code(run(anna, 'queue.save-view', { name: ' ', query: '' }))).toBe('NameMissing');
    expect(await run(anna, 'queue.save-view', { name: ' mine  ALONE', query: 'split=snoozed' })).toMatchObject({
      refusal: { status: 409, code: 'NameTaken', field: 'name' },
    });
    await done(bela, 'queue.save-view', { name: 'mine alone', query: 'split=mine' });
    await done(anna, 'queue.drop-view', { id });
    expect((await viewsFor(db.read, bela.id)).map(({ name }) => name)).toEqual(['mine alone']);
  });
});

describe('V4: undo of each reversible act, at once and from the list of acts for ever', () => {
  it('is a fact itself, names who took it back, and is refused kindly the second time', async () => {
    const { id } = await seedCase(db);
    const { act } = await done(anna, 'cases.take', { id, revision: 1 });
    expect(act).toMatchObject({ before: { state: 'open', takenBy: null }, after: { state: 'in-review', takenBy: anna.id } });
    await done(anna, 'acts.undo', { seq: act.seq }, minutesLater(5));
    expect(await item(id)).toMatchObject({ takenBy: null, home: 'conflicts' });
    const twice = await run(anna, 'acts.undo', { seq: act.seq });
    expect(twice).toMatchObject({ ok: false, refusal: { code: 'AlreadyUndone', status: 409 } });
    const [undo, take] = await readActs(db.read, anna.id, null, anna);
    expect(undo).toMatchObject({ act: { action: 'acts.undo', undoes: act.seq }, parts: 1 });
    expect(take).toMatchObject({ act: { seq: act.seq }, undone: { who: 'Anna', at: minutesLater(5) } });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('takes back a dismissal, a release, a word on two claims, and the judgement of readings, one or all of an article', async () => {
    const { id, articleId, claimIds } = await seedCase(db, 'read');
    const dismissed = await done(anna, 'cases.dismiss', { id, revision: 1, reason: 'They count two different weeks.' });
    await done(anna, 'acts.undo', { seq: dismissed.act.seq });
    expect(await item(id)).toMatchObject({ home: 'conflicts' });
    await done(anna, 'cases.take', { id, revision: 3 });
    const released = await done(anna, 'cases.release', { id, revision: 4 });
    expect(await code(run(bela, 'acts.undo', { seq: released.act.seq }))).toBe('Forbidden');
    await done(anna, 'acts.undo', { seq: released.act.seq });
    expect(await item(id)).toMatchObject({ takenBy: anna.id });
    const [one, two] = claimIds;
    const said = await done(anna, 'pairs.judge', { id: one, other: two, word: 'unsure' });
    expect(await code(run(bela, 'acts.undo', { seq: said.act.seq }))).toBe('Forbidden');
    await done(anna, 'acts.undo', { seq: said.act.seq });
    expect(await db.read.select().from(pairJudgements)).toMatchObject([{ word: 'unsure' }, { word: 'taken-back' }]);
    const rejected = await done(anna, 'claims.reject', { id: claimIds[0], reason: 'This is no count of boats.' });
    await done(bela, 'acts.undo', { seq: rejected.act.seq });
    expect(await item(articleId)).toMatchObject({ waiting: 2, home: 'articles' });
    const accepted = await done(anna, 'articles.accept', { id: articleId });
    expect(await item(articleId)).toMatchObject({ waiting: 0, home: 'done' });
    await done(anna, 'acts.undo', { seq: accepted.act.seq });
    expect(await item(articleId)).toMatchObject({ waiting: 2, home: 'articles' });
    const again = await done(anna, 'claims.accept', { id: claimIds[1] });
    await done(anna, 'claims.reject', { id: claimIds[1], reason: 'It was a mistake of mine.' });
    expect(await code(run(anna, 'acts.undo', { seq: again.act.seq }))).toBe('ChangedSince');
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('is held against the log: an act that nobody logged, or that says something else, is found', async () => {
    const { id } = await seedCase(db);
    await done(anna, 'queue.flag', { id, flag: 'harbour' });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    const stray = {
      by: anna.id,
      action: 'queue.flag',
      subject: `case-item:${id}`,
      at: NOW,
      under: null,
      undoes: null,
      before: null,
      after: null,
    };
    await db.write((tx) => tx.insert(acts).values({ ...stray, seq: 9999 }));
    expect(await verifyRecord(db)).toMatchObject({ ok: false, seq: 9999, reason: 'an act was never logged' });
  });

  it('leaves alone what somebody changed since, and says what to do instead where nothing can be taken back', async () => {
    const { id } = await seedCase(db);
    const given = await done(anna, 'queue.assign', { id, to: 'me' });
    await done(bela, 'queue.assign', { id, to: 'me' });
    expect(await code(run(anna, 'acts.undo', { seq: given.act.seq }))).toBe('ChangedSince');
    expect(await item(id)).toMatchObject({ assignedTo: bela.id });
    const added = await db.read.select().from(acts).limit(1);
    expect(added.length).toBe(1);
    expect(await code(run(anna, 'acts.undo', { seq: 99_999 }))).toBe('ActUnknown');
    const dismissed = await done(anna, 'cases.dismiss', { id, revision: 1, reason: 'They count two different weeks.' });
    await done(anna, 'acts.undo', { seq: dismissed.act.seq });
    const undo = (await readActs(db.read, anna.id, null, anna))[0]!;
    expect(undo.refusal).toMatchObject({ code: 'NotUndoable', next: expect.stringContaining('again') });
    expect(await loadAct(db.read, dismissed.act.seq)).toMatchObject({ action: 'cases.dismiss' });
  });

  it('is taken back itself: what was taken back is done again, and that as often as anybody likes', async () => {
    const { id } = await seedCase(db);
    const marked = await done(anna, 'queue.flag', { id, flag: 'harbour' });
    const last = async () => (await readActs(db.read, anna.id, null, anna))[0]!;
    for (const [flag, seq] of [
      [null, async () => marked.act.seq],
      ['harbour', async () => (await last()).act.seq],
      [null, async () => (await last()).act.seq],
    ] as const) {
      await done(anna, 'acts.undo', { seq: await seq() });
      expect(await item(id)).toMatchObject({ flag });
    }
    const taken = await done(anna, 'cases.take', { id, revision: 1 });
    const back = await done(anna, 'acts.undo', { seq: taken.act.seq });
    await done(anna, 'acts.undo', { seq: back.act.seq });
    expect(await item(id)).toMatchObject({ takenBy: anna.id });
    // Somebody else did something since: then it stays as it is.
    const given = await done(anna, 'queue.assign', { id, to: 'me' });
    const ungiven = await done(anna, 'acts.undo', { seq: given.act.seq });
    await done(bela, 'queue.assign', { id, to: 'me' });
    expect(await code(run(anna, 'acts.undo', { seq: ungiven.act.seq }))).toBe('ChangedSince');
    expect(await item(id)).toMatchObject({ assignedTo: bela.id });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });
});

describe('V12: one act for many, with one undo', () => {
  it('does it to all that are open to it in one write, names the others, and takes all back at once', async () => {
    const cases: string[] = [];
    for (let n = 0; n < 4; n += 1) cases.push((await seedCase(db)).id);
    const { articleId } = await seedClaims(db, ['7'], 'read');
    await done(anna, 'cases.dismiss', { id: cases[3], revision: 1, reason: 'They count two different weeks.' });
    const facts = await db.read.$count(auditLog);
    const batch = await done(anna, 'queue.batch', {
      act: 'dismiss',
      item: [...cases, articleId],
      reason: 'Both are counts of other days.',
    });
    expect(batch.value).toMatchObject({ changed: 3, refused: [{ id: cases[3] }, { id: articleId }] });
    expect(await db.read.$count(auditLog)).toBe(facts + 4);
    expect(await lines('conflicts')).toEqual([]);
    // One of them moved on: it stays as it is, and the others come back.
    await done(bela, 'cases.reopen', { id: cases[0], revision: 2, reason: 'A third article counts them too.' });
    const undone = await done(anna, 'acts.undo', { seq: batch.act.seq });
    expect(undone.value).toMatchObject({ left: 1 });
    expect((await lines('conflicts')).map(({ id }) => id).sort()).toEqual(cases.slice(0, 3).sort());
    expect(await code(run(anna, 'acts.undo', { seq: batch.act.seq }))).toBe('AlreadyUndone');
    const marks = await done(anna, 'queue.batch', { act: 'flag', item: cases.slice(0, 2), flag: 'harbour' });
    await done(anna, 'acts.undo', { seq: marks.act.seq });
    // What takes a mark back is a mark again: the log says which is which.
    const flags = (await readLog(db.read, null, anna.id)).filter(({ entry }) => entry.action === 'queue.flag');
    expect(flags.map(({ undoes }) => undoes)).toEqual([true, true, false, false]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('accepts, assigns, puts aside and marks; writes nothing where nothing can be done', async () => {
    const { articleId } = await seedClaims(db, ['7', '8'], 'read');
    const other = (await seedClaims(db, ['9'], 'read')).articleId;
    const both = { item: [articleId, other] };
    for (const [act, more] of [
      ['assign', { to: 'me' }],
      ['flag', { flag: 'boats' }],
      ['snooze', { lasting: 'week' }],
      ['accept', {}],
    ] as const) {
      const batch = await done(anna, 'queue.batch', { act, ...both, ...more });
      expect(batch.value).toMatchObject({ changed: 2, refused: [] });
      await done(anna, 'acts.undo', { seq: batch.act.seq });
    }
    expect(await item(articleId)).toMatchObject({ assignedTo: null, flag: null, snoozedUntil: null, waiting: 2 });
    const facts = await db.read.$count(auditLog);
    expect(await code(run(anna, 'queue.batch', { act: 'dismiss', ...both, reason: 'They are no cases at all.' }))).not.toBe('done');
    expect(await code(run(anna, 'queue.batch', { act: 'assign', item: [], to: 'me' }))).toBe('NothingChosen');
    expect(await db.read.$count(auditLog)).toBe(facts);
  });
});
