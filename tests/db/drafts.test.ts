import { expect, it } from 'vitest';
import { checkSeen, dropDraft, loadDraft, saveDraft } from '@/db/drafts';
import { seedPerson } from './seeds';
import { NOW, newRecord } from './world';

it('drafts are bounded: two hundred for each person, a megabyte each, an article for the form of articles', async () => {
  const db = await newRecord();
  const [anna, bela] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela')];
  const save = (person: string, form: string, text: string) => saveDraft(db, person, { form, fields: { text } }, NOW);
  for (let i = 0; i < 200; i += 1) expect(await save(anna.id, `cases.rule:${i}`, 'first words')).toMatchObject({ ok: true });
  expect(await save(anna.id, 'cases.rule:more', 'x')).toMatchObject({ ok: false, refusal: { status: 409, code: 'TooManyDrafts' } });
  expect(await loadDraft(db, anna.id, 'cases.rule:more')).toBeNull();
  expect(await save(anna.id, 'cases.rule:7', 'better words')).toMatchObject({ ok: true });
  expect(await save(bela.id, 'cases.rule:more', 'x')).toMatchObject({ ok: true });
  expect(await save(bela.id, 'cases.rule:7', 'x'.repeat(1_000_000))).toMatchObject({ refusal: { status: 413, code: 'DraftTooLarge' } });
  expect(await save(bela.id, 'articles.add', 'x'.repeat(5_300_000))).toMatchObject({ ok: true });
  expect(await save(bela.id, 'articles.add', 'x'.repeat(6_100_000))).toMatchObject({ refusal: { code: 'DraftTooLarge' } });
});

it('of two windows of one person neither overwrites the other unasked: the later is told both texts, and may choose', async () => {
  const db = await newRecord();
  const anna = await seedPerson(db, 'Anna');
  const form = 'cases.rule:x';
  const save = (text: string, seen?: string) => saveDraft(db, anna.id, { form, fields: { text }, seen }, NOW);
  const version = async () => (await loadDraft(db, anna.id, form))!.version;
  const first = await save('one', '');
  expect(first).toMatchObject({ ok: true, value: { form, savedAt: NOW, version: await version() } });
  const seen = await version();
  expect(await save('one, more', seen)).toMatchObject({ ok: true });
  expect(await save('two', seen)).toMatchObject({
    ok: false,
    refusal: { status: 409, code: 'DraftMoved', details: { fields: { text: 'one, more' }, version: await version(), savedAt: NOW } },
  });
  expect(await save('two', '')).toMatchObject({ refusal: { code: 'DraftMoved' } });
  expect((await loadDraft(db, anna.id, form))!.fields).toEqual({ text: 'one, more' });
  // The same words are no clash, and a version that was looked at may be taken over.
  const kept = await version();
  expect(await save('one, more', seen)).toMatchObject({ ok: true, value: { version: kept } });
  expect(await save('two', await version())).toMatchObject({ ok: true });
  // What was sent is gone, and so is what it could overwrite.
  const last = await version();
  await dropDraft(db, anna.id, form);
  expect(await save('three', last)).toMatchObject({ ok: true });
  expect(await save('four')).toMatchObject({ ok: true });
});

it('a draft of 200,000 signs comes back as it was', async () => {
  const db = await newRecord();
  const anna = await seedPerson(db, 'Anna');
  const text = `“\u0000é\u{1F600}\r\n${'x'.repeat(200_000)}`;
  expect(await saveDraft(db, anna.id, { form: 'cases.rule:x', fields: { text }, seen: '' }, NOW)).toMatchObject({ ok: true });
  expect((await loadDraft(db, anna.id, 'cases.rule:x'))!.fields).toEqual({ text });
});

it('what is sent as a whole is held against the draft that another window kept later, and against nothing else', async () => {
  const db = await newRecord();
  const anna = await seedPerson(db, 'Anna');
  const form = 'cases.rule:x';
  const check = (seen: string, fields: Record<string, string>) => checkSeen(db, anna.id, { form, fields, seen });
  expect(await check('', { rationale: 'one' })).toMatchObject({ ok: true });
  await saveDraft(db, anna.id, { form, fields: { rationale: 'one\ntwo', revision: '1' } }, NOW);
  const { version } = (await loadDraft(db, anna.id, form))!;
  expect(await check(version, { rationale: 'another' })).toMatchObject({ ok: true });
  expect(await check('older', { rationale: 'another' })).toMatchObject({
    refusal: { status: 409, code: 'DraftMoved', details: { version, fields: { rationale: 'one\ntwo' } } },
  });
  // Line ends, fields left empty and the revision are nobody's words.
  expect(await check('older', { rationale: 'one\r\ntwo', dissent: '', revision: '2' })).toMatchObject({ ok: true });
  expect((await loadDraft(db, anna.id, form))!.version).toBe(version);
});
