import { expect, it } from 'vitest';
import { runOperation } from '@/db/operations';
import { auditLog } from '@/db/schema';
import { keySettings } from '@/db/settings';
import { seedPerson } from './seeds';
import { NOW, newRecord } from './world';

it('a person’s keys are theirs alone, private, refused whole where two would clash, and back as delivered at one word', async () => {
  const db = await newRecord();
  const [anna, bela] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela')];
  const before = await db.read.select().from(auditLog);
  const set = (input: unknown) => runOperation({ db, actor: anna, now: NOW }, 'settings.keys', input);
  const kept = () => keySettings(db.read, anna.id);
  expect(await kept()).toEqual({ letters: true, keys: {} });
  expect(await set({ letters: 'on', keys: { 'case-accept': 'z', help: '?' } })).toEqual({ ok: true, value: { changed: 1 } });
  expect(await kept()).toEqual({ letters: true, keys: { 'case-accept': 'z' } });
  expect(await set({ letters: 'on', keys: { 'case-accept': 'w', 'case-reason': 'Tab' } })).toMatchObject({
    ok: false,
    refusal: { status: 422, code: 'KeyUnreadable', field: 'keys.case-reason' },
  });
  const taken = await set({ letters: 'on', keys: { 'case-accept': 'w', 'case-reason': 'v' } });
  expect(taken).toMatchObject({ refusal: { code: 'KeyTaken', faults: [{ field: 'keys.case-accept' }, { field: 'keys.case-reason' }] } });
  // As the page sends it: every key, and the fault is by the one that is not as delivered.
  const whole = { 'case-accept': 'w', 'case-why': 'w', 'case-reason': 'r' };
  expect(await set({ letters: 'on', keys: whole })).toMatchObject({ refusal: { code: 'KeyTaken', field: 'keys.case-accept' } });
  expect(await kept()).toEqual({ letters: true, keys: { 'case-accept': 'z' } });
  expect(await set({ keys: { 'case-accept': 'z' } })).toMatchObject({ ok: true });
  expect((await kept()).letters).toBe(false);
  expect(await keySettings(db.read, bela.id)).toEqual({ letters: true, keys: {} });
  expect(await set({ reset: 'on', keys: { 'case-accept': 'w' } })).toEqual({ ok: true, value: { changed: 0 } });
  expect(await kept()).toEqual({ letters: true, keys: {} });
  expect(await set({ letters: 'on', keys: { 'case-accept': 'x'.repeat(61) } })).toMatchObject({ refusal: { code: 'InvalidField' } });
  expect(await db.read.select().from(auditLog)).toEqual(before);
});
