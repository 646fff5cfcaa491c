import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Actor, OWNER } from '@/db/actor';
import { loadAct } from '@/db/acts';
import { ruleCase } from '@/db/cases';
import { countUnseenMentions, notePlaces, readActs, readCaseSheet, readMentions, readNotes } from '@/db/desk';
import { loadDraft } from '@/db/drafts';
import { newId } from '@/db/ids';
import { mentionIds, notePieces } from '@/db/mention-words';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import type { Person } from '@/db/people';
import { measureRecord } from '@/db/published';
import { setDeskReview } from '@/db/review-mode';
import { acts, auditLog, mentions, notes, noteVersions, notifications } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { RULING, seedCase, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const SECRET = 'The office told me on the phone that the log of that week was lost.';

let db: Database;
let anna: Person;
let bela: Person;
let cora: Person;
let id: string;
let claimIds: string[];
let measureId: string;

beforeEach(async () => {
  db = await newRecord();
  [anna, bela, cora] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela'), await seedPerson(db, 'Cora', 'editor')];
  ({ id, claimIds, measureId } = await seedCase(db));
});

const run = (actor: Actor, operation: string, input: object, minutes = 0) =>
  runOperation({ db, actor, now: minutesLater(minutes) }, operation, input);
async function add(actor: Actor, text: string, on?: string): Promise<string> {
  const added = await run(actor, 'notes.add', { id, text, ...(on === undefined ? {} : { on }) });
  if (!added.ok) throw new Error(added.refusal.cause);
  return (added.value as { id: string }).id;
}
const seenBy = async (reader: Person) => {
  const { isBlind } = (await readCaseSheet(db.read, id, reader.id))!;
  return (await readNotes(db.read, id, reader.id, isBlind)).map(({ typed }) => typed);
};
/** Cases of which a notification says that they were mentioned there. */
const toldOf = async ({ id }: Person) =>
  (await db.read.select().from(notifications))
    .filter(({ personId, what }) => personId === id && what === 'mentioned')
    .map(({ subject }) => subject);
/** How the list of what everybody did names the notes in it. */
const listed = async (reader: Person) =>
  (await readActs(db.read, null, null, reader)).flatMap(({ act, title }) => (act.subject.startsWith('note:') ? [title] : []));
const mentioned = async (reader: Person) => (await readMentions(db.read, reader.id)).map(({ typed }) => typed);

describe('a note on a case', () => {
  it('is written on the whole of it or on a part, resolved and taken up again, with a fact for each', async () => {
    const on = ['case', `verdict:${claimIds[1]}`, 'reason', 'rationale', 'measure', `claim:${claimIds[0]}`];
    const ids: string[] = [];
    for (const part of on) ids.push(await add(anna, `A note on ${part.split(':')[0]}.`, part));
    const lines = await readNotes(db.read, id, bela.id, false);
    expect(lines.map(({ about, claimId }) => (claimId ? `${about}:${claimId}` : about)).sort()).toEqual(on.sort());
    expect(await run(bela, 'notes.resolve', { id: ids[0] }, 1)).toMatchObject({ ok: true });
    expect(await run(bela, 'notes.resolve', { id: ids[0] }, 1)).toMatchObject({ refusal: { status: 409, code: 'IllegalTransition' } });
    const resolved = (await readNotes(db.read, id, anna.id, false)).find((line) => line.id === ids[0]);
    expect(resolved?.resolved).toEqual({ by: 'Bela', at: minutesLater(1) });
    expect(await run(anna, 'notes.reopen', { id: ids[0] }, 2)).toMatchObject({ ok: true });
    expect(
      (await db.read.select().from(acts)).filter(({ action }) => action.startsWith('notes.')).map(({ before, after }) => [before, after]),
    ).toEqual([
      ...on.map(() => [null, { version: 1 }]),
      [{ resolved: false }, { resolved: true }],
      [{ resolved: true }, { resolved: false }],
    ]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('is written anew by its author alone, and what it said before stays', async () => {
    const note = await add(anna, 'The log may be of another year.');
    expect(await run(bela, 'notes.edit', { id: note, revision: 1, text: 'It is not.' })).toMatchObject({
      refusal: { status: 403, code: 'Forbidden' },
    });
    expect(await run(anna, 'notes.edit', { id: note, revision: 1, text: 'The log is of another year.' }, 1)).toMatchObject({
      value: { version: 2 },
    });
    expect(await run(anna, 'notes.edit', { id: note, revision: 1, text: 'From an older window.' }, 2)).toMatchObject({
      refusal: {
        status: 409,
        code: 'VersionConflict',
        details: { yours: { text: 'From an older window.' }, current: { version: 2, text: 'The log is of another year.' } },
      },
    });
    expect((await loadDraft(db, anna.id, `notes.edit:${note}`))?.fields).toMatchObject({ text: 'From an older window.' });
    const [line] = await readNotes(db.read, id, bela.id, false);
    expect(line).toMatchObject({ typed: 'The log is of another year.', version: 2, before: [{ version: 1, at: NOW }] });
    await expect(db.write((tx) => tx.update(noteVersions).set({ text: 'x' }))).rejects.toThrow();
    await expect(db.write((tx) => tx.delete(noteVersions))).rejects.toThrow();
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it.each<[string, object, string, string | undefined]>([
    ['nothing', { text: ' \u200b ' }, 'NoteEmpty', 'text'],
    ['too much', { text: 'x'.repeat(4001) }, 'TextTooLong', 'text'],
    ['a part that no case has', { text: 'x', on: 'headline' }, 'InvalidField', 'on'],
    ['a claim of another case', { text: 'x', on: `claim:${newId()}` }, 'AboutUnknown', 'on'],
    ['a verdict without its position', { text: 'x', on: 'verdict' }, 'AboutUnknown', 'on'],
    ['an unknown case', { id: newId(), text: 'x' }, 'CaseUnknown', undefined],
  ])('is refused with %s, and the words are kept', async (_, input, code, field) => {
    const refused = await run(anna, 'notes.add', { id, ...input });
    expect(refused).toMatchObject({ ok: false, refusal: { code } });
    expect(!refused.ok && refused.refusal.field).toBe(field);
    expect(await db.read.$count(notes)).toBe(0);
  });

  it('never counts as a disagreement, and readers of the public pages are told nothing of it', async () => {
    await setDeskReview(db, { review: 'blind' }, OWNER, NOW);
    await add(anna, SECRET, 'rationale');
    await ruleCase(db, { id, revision: 1, ruling: RULING }, anna, NOW);
    await add(bela, 'I think otherwise of the second page.', 'rationale');
    expect(await ruleCase(db, { id, revision: 1, ruling: RULING }, bela, NOW)).toMatchObject({ value: { state: 'ruled' } });
    expect(JSON.stringify(await measureRecord(db.read, measureId))).not.toContain('phone');
  });

  it('goes by the question of its case in the list of acts, and its address leads to the case', async () => {
    const note = await add(anna, 'The log is of another year.');
    await run(bela, 'notes.resolve', { id: note }, 1);
    const { measure } = (await readCaseSheet(db.read, id, bela.id))!;
    expect(await listed(bela)).toEqual([measure.title, measure.title]);
    expect(await notePlaces(db.read, [note, newId()], bela.id)).toEqual(new Map([[note, { caseId: id, title: measure.title }]]));
  });

  it('that was changed behind the log is found out', async () => {
    const note = await add(anna, 'The log is of another year.');
    await db.write(async (tx) => {
      await tx.run(sql`DROP TRIGGER note_versions_no_update`);
      await tx.run(sql`UPDATE note_versions SET text = 'It is of this year.' WHERE note_id = ${note}`);
      await tx.run(
        sql`CREATE TRIGGER note_versions_no_update BEFORE UPDATE ON note_versions BEGIN SELECT RAISE(ABORT, 'notes: append only'); END`,
      );
    });
    expect(await verifyRecord(db)).toMatchObject({ ok: false, reason: `version 1 of note ${note} is not what was logged` });
  });

  it('that was resolved behind the log is found out', async () => {
    await add(anna, 'The log is of another year.');
    await db.write((tx) => tx.update(notes).set({ resolvedAt: NOW, resolvedBy: bela.id }));
    expect(await verifyRecord(db)).toMatchObject({ ok: false, reason: expect.stringContaining('was never logged') });
  });
});

describe('in a blind review', () => {
  beforeEach(() => setDeskReview(db, { review: 'blind' }, OWNER, NOW));

  it('notes and mentions are for their author alone until both opinions are in, whatever is asked of them', async () => {
    const note = await add(anna, `@Bela ${SECRET}`);
    await ruleCase(db, { id, revision: 1, ruling: RULING }, anna, NOW);
    for (const reader of [bela, cora]) expect([await seenBy(reader), await mentioned(reader), await toldOf(reader)]).toEqual([[], [], []]);
    expect(await countUnseenMentions(db.read, bela.id)).toBe(0);
    expect(await seenBy(anna)).toEqual([`@Bela ${SECRET}`]);
    for (const [operation, input] of [
      ['notes.resolve', { id: note }],
      ['notes.edit', { id: note, revision: 1, text: 'x' }],
    ] as const)
      expect(await run(bela, operation, input)).toMatchObject({ refusal: { status: 404, code: 'NoteUnknown' } });
    // What people did is listed for everybody, and holds none of the words, nor to others the case.
    const { title } = (await readCaseSheet(db.read, id, anna.id))!.measure;
    expect(await Promise.all([anna, bela, cora].map(listed))).toEqual([[title], [null], [null]]);
    expect((await notePlaces(db.read, [note], bela.id)).size).toBe(0);
    expect(JSON.stringify([await db.read.select().from(acts), await db.read.select().from(auditLog)])).not.toContain('phone');
    await ruleCase(db, { id, revision: 1, ruling: RULING }, bela, NOW);
    expect([await seenBy(bela), await mentioned(bela)]).toEqual([[`@Bela ${SECRET}`], [`@Bela ${SECRET}`]]);
    expect(await countUnseenMentions(db.read, bela.id)).toBe(1);
    expect(await listed(bela)).toEqual([title]);
    expect(await run(bela, 'notes.resolve', { id: note })).toMatchObject({ ok: true });
  });
});

describe('a mention', () => {
  it('is kept as the id of a person, told to them and nobody else, and seen once', async () => {
    const note = await add(anna, 'Look at this, @bela and @Cora, please. @Anna too.');
    expect((await db.read.select().from(noteVersions))[0]?.text).toBe(
      `Look at this, @{${bela.id}} and @{${cora.id}}, please. @{${anna.id}} too.`,
    );
    expect((await db.read.select().from(mentions)).map(({ personId }) => personId).sort()).toEqual([bela.id, cora.id].sort());
    expect(await mentioned(bela)).toEqual(['Look at this, @Bela and @Cora, please. @Anna too.']);
    await run(anna, 'notes.edit', { id: note, revision: 1, text: 'Look at this, @Bela.' });
    expect(await db.read.$count(mentions)).toBe(2);
    for (const [reader, times] of [
      [bela, 1],
      [cora, 1],
      [anna, 0],
    ] as const)
      expect(await toldOf(reader)).toHaveLength(times);
    expect(await run(bela, 'mentions.see', { note })).toEqual({ ok: true, value: { seen: 1 } });
    expect(await run(bela, 'mentions.see', {})).toEqual({ ok: true, value: { seen: 0 } });
    expect([await countUnseenMentions(db.read, bela.id), await countUnseenMentions(db.read, cora.id)]).toEqual([0, 1]);
    expect(await run(anna, 'mentions.see', { note })).toMatchObject({ refusal: { status: 404, code: 'MentionUnknown' } });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('goes with the name of today', async () => {
    await add(anna, 'Ask @Bela.');
    const pieces = (await readNotes(db.read, id, anna.id, false))[0]!.pieces;
    expect(pieces).toEqual([{ words: 'Ask ' }, { person: bela.id, name: 'Bela' }, { words: '.' }]);
  });

  const PEOPLE = [
    { id: 'a1', name: 'Ana', email: 'ana@desk.example' },
    { id: 'b2', name: 'Ana Maria', email: 'maria@desk.example' },
    { id: 'c3', name: 'Jörg', email: 'jorg@desk.example' },
  ];
  it.each<[string, string, string[]]>([
    ['@Ana Maria, look', '@{b2}, look', ['b2']],
    ['@ana mariana', '@{a1} mariana', ['a1']],
    ['@Anabel is nobody', '@Anabel is nobody', []],
    ['write to x@Ana', 'write to x@Ana', []],
    ['@maria@desk.example and @JORG', '@{b2} and @{c3}', ['b2', 'c3']],
    ['@', '@', []],
    ['@@Ana', '@@{a1}', ['a1']],
  ])('%s', (typed, text, ids) => {
    expect(mentionIds(typed, PEOPLE)).toEqual({ ok: true, value: { text, ids } });
  });

  it('are looked for once at each place for all names of a length, however many people there are', () => {
    const many = Array.from({ length: 200 }, (_, at) => ({ id: `p${at}`, name: `Person ${100 + at}`, email: `${100 + at}@desk.example` }));
    const keys = vi.spyOn(String.prototype, 'normalize');
    mentionIds('@'.repeat(1000), many);
    const made = keys.mock.calls.length;
    keys.mockRestore();
    expect(made).toBeLessThan(3000);
  });

  it('of one of two people with one name is refused until the address says which', () => {
    const twins = [...PEOPLE, { id: 'd4', name: 'ana', email: 'other@desk.example' }];
    expect(mentionIds('@Ana', twins)).toMatchObject({ refusal: { code: 'NameTwice', field: 'text' } });
    expect(mentionIds('@other@desk.example', twins)).toMatchObject({ value: { ids: ['d4'] } });
  });

  it('that was typed as an id names nobody who is not there', () => {
    expect(notePieces('@{zz} and @{a1}', new Map([['a1', 'Ana']]))).toEqual([{ words: '@{zz} and ' }, { person: 'a1', name: 'Ana' }]);
  });
});

describe('who may', () => {
  it('readers see notes and write none; resolving is taken back as an act', async () => {
    const rhea = await seedPerson(db, 'Rhea', 'reader');
    const note = await add(anna, 'Ask @Rhea about the log.');
    expect(await seenBy(rhea)).toEqual(['Ask @Rhea about the log.']);
    for (const operation of ['notes.add', 'notes.edit', 'notes.resolve', 'notes.reopen'])
      expect(await run(rhea, operation, { id: note, text: 'x', revision: 1 })).toMatchObject({ refusal: { status: 403 } });
    expect(await run(rhea, 'mentions.see', { note })).toMatchObject({ ok: true });
    await run(bela, 'notes.resolve', { id: note });
    const act = (await db.read.select().from(acts)).findLast(({ action }) => action === 'notes.resolve')!;
    expect(await loadAct(db.read, act.seq)).toMatchObject({ after: { resolved: true } });
    expect(await run(bela, 'acts.undo', { seq: act.seq })).toMatchObject({ ok: true });
    expect((await db.read.select().from(notes))[0]).toMatchObject({ resolvedAt: null });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });
});

it('nobody fills a case: two hundred notes of one person, and each written fifty times', async () => {
  const row = { caseId: id, about: 'case' as const, claimId: null, at: NOW, resolvedAt: null, resolvedBy: null };
  const many = Array.from({ length: 199 }, () => ({ id: newId(), by: anna.id, ...row }));
  await db.write((tx) => tx.insert(notes).values(many));
  const last = await add(anna, 'The last one.');
  expect(await run(anna, 'notes.add', { id, text: 'One more.' })).toMatchObject({ refusal: { code: 'TooManyNotes', status: 409 } });
  await add(bela, 'Others have room.');
  for (let version = 1; version < 50; version += 1)
    expect(await run(anna, 'notes.edit', { id: last, revision: version, text: `Written ${version}.` })).toMatchObject({ ok: true });
  expect(await run(anna, 'notes.edit', { id: last, revision: 50, text: 'Once more.' })).toMatchObject({
    refusal: { code: 'TooManyVersions', status: 409 },
  });
});
