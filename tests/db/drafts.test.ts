import { expect, it } from 'vitest';
import { loadDraft, saveDraft } from '@/db/drafts';
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
