import { createClient } from '@libsql/client';
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

describe('verify finds what was changed beside the log', () => {
  it.each<[string, string]>([
    ['a state that was set by hand', `UPDATE cases SET state = 'dismissed'`],
    ['a revision that was set by hand', `UPDATE cases SET revision = 9`],
    [
      'a ruling in other words',
      `DROP TRIGGER rulings_no_update; UPDATE rulings SET rationale = 'Nobody looked at the harbour log at all.'`,
    ],
    ['another verdict', `DROP TRIGGER rulings_no_update; UPDATE rulings SET accepted = 1`],
    ['a publication in another name', `DROP TRIGGER publications_no_update; UPDATE publications SET notice = 'Nothing to see here.'`],
    ['a deleted publication', `DROP TRIGGER publications_no_delete; DELETE FROM publications`],
    ['a deleted event', `DROP TRIGGER case_events_no_delete; DELETE FROM case_events WHERE revision = 3`],
    [
      'an edited event',
      `DROP TRIGGER case_events_no_update; UPDATE case_events SET body = replace(body, 'ruled', 'taken') WHERE revision = 2`,
    ],
    [
      'an event at another time',
      `DROP TRIGGER case_events_no_update; UPDATE case_events SET body = replace(body, '2026-03-02', '2026-03-01') WHERE revision = 2`,
    ],
    [
      'a deleted event with a state to match',
      `DROP TRIGGER case_events_no_delete; DELETE FROM case_events WHERE revision = 3; UPDATE cases SET state = 'ruled', revision = 2`,
    ],
    ['an event nobody logged', `INSERT INTO case_events SELECT id, 4, 99, '{"type":"changed","at":"","by":null}' FROM cases`],
  ])('%s', async (_, statements) => {
    await settled('published');
    const guards = await db.read.all<{ sql: string }>(`SELECT sql FROM sqlite_master WHERE type = 'trigger'`);
    const client = createClient({ url: db.url });
    await client.executeMultiple(`PRAGMA foreign_keys = OFF; ${statements}`);
    for (const { sql } of guards) await client.execute(sql.replace('CREATE TRIGGER', 'CREATE TRIGGER IF NOT EXISTS'));
    client.close();
    const verdict = await verifyRecord(db);
    expect(verdict).toMatchObject({ ok: false, seq: expect.any(Number) });
    expect(!verdict.ok && verdict.reason).not.toContain('guard');
  });
});
