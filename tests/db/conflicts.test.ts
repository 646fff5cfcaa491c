import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { dismissCase, publishCase, ruleCase } from '@/db/cases';
import type { Database } from '@/db/open';
import type { Person } from '@/db/people';
import { auditLog, cases } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import type { RulingInput } from '@/lib/adjudication';
import { applyOne, seedCase, seedClaims, seedPerson } from './seeds';
import { NOW, newRecord } from './world';

let db: Database;
let anna: Person;
let bela: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
  bela = await seedPerson(db, 'Bela');
});

const ruling = (positions: number): RulingInput => ({
  verdicts: Array.from({ length: positions }, (_, index) => (index === 0 ? 'supported' : 'contradicted')),
  accepted: 0,
  reasonCode: 'source-error',
  rationale: 'The harbour log lists the ferries by name.',
  evidence: [],
  noEvidence: true,
});

const rowOf = async (id: string) => (await db.read.select().from(cases).where(eq(cases.id, id)).get())!;
const more = async (measureId: string, figure = '18') => (await seedClaims(db, [figure], 'accepted', measureId)).claimIds[0]!;

async function settled(as: 'ruled' | 'published' | 'dismissed') {
  const found = await seedCase(db);
  const { id } = found;
  if (as === 'dismissed') await dismissCase(db, { id, revision: 1, reason: 'They count two harbours.' }, bela, NOW);
  else await ruleCase(db, { id, revision: 1, ruling: ruling(2) }, anna, NOW);
  if (as === 'published') await publishCase(db, { id, revision: 2, notice: null }, bela, NOW);
  return { ...found, before: await rowOf(id) };
}

describe('the engine holds the cases against the conflicts of today', () => {
  it('opens one case for a measure, and the same again changes nothing', async () => {
    const { measureId, positions, id } = await seedCase(db);
    const log = await db.read.select().from(auditLog);
    expect(await applyOne(db, measureId, positions)).toEqual({ opened: 0, changed: 0, reopened: 0, dismissed: 0 });
    expect(await db.read.select().from(auditLog)).toEqual(log);
    expect(await rowOf(id)).toMatchObject({ state: 'open', revision: 1, severity: 'high' });
  });

  it('changes a live case when its positions change', async () => {
    const { measureId, positions, id } = await seedCase(db);
    const next = [...positions, [await more(measureId)]];
    expect(await applyOne(db, measureId, next)).toMatchObject({ changed: 1 });
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: 'open', revision: 2 });
    expect(row.positions.map(({ claims }) => claims)).toEqual(next);
  });

  it.each(['ruled', 'published', 'dismissed'] as const)('reopens a %s case that a new claim contradicts', async (as) => {
    const { id, measureId, positions } = await settled(as);
    expect(await applyOne(db, measureId, [...positions, [await more(measureId)]])).toMatchObject({ reopened: 1 });
    expect(await rowOf(id)).toMatchObject({ state: 'reopened' });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it.each(['ruled', 'published'] as const)('leaves a %s case settled when a new claim agrees with the accepted position', async (as) => {
    const { id, measureId, positions } = await settled(as);
    const [first, second] = positions as [string[], string[]];
    expect(await applyOne(db, measureId, [[...first, await more(measureId, '12')], second])).toMatchObject({ changed: 1, reopened: 0 });
    expect(await rowOf(id)).toMatchObject({ state: as });
  });

  it.each(['ruled', 'published', 'dismissed'] as const)('leaves a %s case as it is when nothing changed', async (as) => {
    const { id, measureId, positions, before } = await settled(as);
    await applyOne(db, measureId, positions);
    expect(await rowOf(id)).toEqual(before);
  });

  it('dismisses a case whose conflict vanished, and takes that back when it returns', async () => {
    const { id, measureId, positions } = await seedCase(db);
    expect(await applyOne(db, measureId, [])).toMatchObject({ dismissed: 1 });
    expect(await rowOf(id)).toMatchObject({ state: 'dismissed', revision: 2 });
    expect(await applyOne(db, measureId, [])).toMatchObject({ dismissed: 0 });
    expect(await applyOne(db, measureId, positions)).toMatchObject({ reopened: 1 });
    expect(await rowOf(id)).toMatchObject({ state: 'reopened', revision: 3 });
  });

  it('never takes back what was published because a conflict vanished', async () => {
    const { id, measureId } = await settled('published');
    await applyOne(db, measureId, []);
    expect(await rowOf(id)).toMatchObject({ state: 'published' });
  });
});
