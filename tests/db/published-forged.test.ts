import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Database, Tx } from '@/db/open';
import { caseList, measureRecord } from '@/db/published';
import { caseEvents, cases, publications, rulings } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import * as world from './public-world';
import { minutesLater, NOW, newRecord } from './world';

let db: Database;
let harbour: string;
let lake: string;
let anna: { id: string };

/** Two open cases of accepted claims; `settled` publishes a ruling on the first. */
beforeEach(async () => {
  db = await newRecord();
  const people = [await world.person(db, 'Anna', NOW), await world.person(db, 'Bela', NOW)] as const;
  anna = people[0] as { id: string } & (typeof people)[0];
  [harbour, lake] = [await openCase('harbour', people[0]), await openCase('lake', people[0])];
  const ruling = {
    verdicts: ['supported' as const, 'contradicted' as const],
    accepted: 0,
    rationale: 'The log of the harbour lists twelve boats.',
  };
  await world.settle(db, await caseOf(harbour), ruling, { rules: people[0], publishes: people[1], at: minutesLater(5) });
});

async function openCase(water: string, by: Parameters<typeof world.accept>[2]): Promise<string> {
  const id = await world.measure(db, `How many boats did the ${water} count?`, NOW, 'fixed');
  const ids: string[] = [];
  for (const [outlet, value] of [['Daily Post', '12'] as const, ['Evening Echo', '15'] as const]) {
    const told = { a: { measure: id, value, noun: 'boats' } };
    const { a } = await world.tell(
      db,
      { outlet, publishedAt: '2026-03-01', title: outlet, text: `The ${water} counted {${value} boats|a}.` },
      told,
      NOW,
    );
    await world.accept(db, a!.articleId, by, NOW);
    ids.push(a!.id);
  }
  await world.relate(db, ids[0]!, ids[1]!, {});
  const open = Object.fromEntries(
    (await db.read.select().from(cases)).map((row) => [row.measureId, world.conflict(row.positions, row.explanation)]),
  );
  const apart = world.conflict([world.position('12 boats', ids[0]!), world.position('15 boats', ids[1]!)], 'They cannot both stand.');
  await world.conflicts(db, { ...open, [id]: apart }, NOW);
  return id;
}

const caseOf = async (measure: string) => (await db.read.select().from(cases).where(eq(cases.measureId, measure)).get())!;
const shown = async () =>
  JSON.stringify([await measureRecord(db.read, harbour), await measureRecord(db.read, lake), await caseList(db.read, { after: null })]);

async function ruledAnew(tx: Tx, caseId: string, ids: { ruling: string; publication: string }): Promise<void> {
  const [ruling] = await tx.select().from(rulings);
  const [publication] = await tx.select().from(publications);
  await tx
    .insert(rulings)
    .values({ ...ruling!, id: ids.ruling, caseId, rationale: 'Because whoever holds the file says so.', accepted: 1 });
  await tx.insert(publications).values({ ...publication!, id: ids.publication, caseId, rulingId: ids.ruling, at: minutesLater(9) });
}

const FORGED = { ruling: 'f0rgedr1ng', publication: 'f0rgedp1bl' };
const published = (rulingId: string, publicationId: string) => ({
  ...({ type: 'published', at: minutesLater(9), by: anna.id } as const),
  ...{ rulingId, publicationId },
});

describe('what somebody with the file in hand puts beside the log never becomes public, and verify names it', () => {
  it.each<[string, (tx: Tx) => Promise<unknown>]>([
    ['a ruling and its publication on a settled case', async (tx) => ruledAnew(tx, (await caseOf(harbour)).id, FORGED)],
    ['a ruling and its publication on an open case', async (tx) => ruledAnew(tx, (await caseOf(lake)).id, FORGED)],
    [
      'an event beside them, of no entry',
      async (tx) => {
        const { id, revision } = await caseOf(lake);
        await ruledAnew(tx, id, FORGED);
        await tx
          .insert(caseEvents)
          .values({ caseId: id, revision: revision + 1, seq: 999, body: published(FORGED.ruling, FORGED.publication) });
      },
    ],
    [
      'an event beside them, under the entry of another act',
      async (tx) => {
        const { id, revision } = await caseOf(lake);
        const [first] = await tx.select().from(caseEvents).where(eq(caseEvents.caseId, id));
        await ruledAnew(tx, id, FORGED);
        await tx
          .insert(caseEvents)
          .values({ caseId: id, revision: revision + 1, seq: first!.seq, body: published(FORGED.ruling, FORGED.publication) });
      },
    ],
    [
      'a dismissal under the entry of another act',
      async (tx) => {
        const { id, revision } = await caseOf(lake);
        const first = (await tx.select().from(caseEvents).where(eq(caseEvents.caseId, id)).get())!;
        const body = { type: 'dismissed', at: minutesLater(9), by: anna.id, byRole: 'reviewer', reason: 'Nothing to see here.' } as const;
        await tx.insert(caseEvents).values({ caseId: id, revision: revision + 1, seq: first.seq, body });
      },
    ],
    [
      'the publication of another case',
      async (tx) => {
        const { id, revision } = await caseOf(lake);
        const other = (await tx.select().from(publications).get())!;
        await tx.insert(caseEvents).values({ caseId: id, revision: revision + 1, seq: 998, body: published(other.rulingId, other.id) });
      },
    ],
  ])('%s', async (_, forge) => {
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    const before = await shown();
    expect(before).toContain('The log of the harbour lists twelve boats.');
    await db.write(forge);
    expect(await shown()).toBe(before);
    expect(await verifyRecord(db)).toMatchObject({ ok: false });
  });

  it('a published ruling in other words is not shown at all', async () => {
    await db.write(async (tx) => {
      await tx.run('DROP TRIGGER rulings_no_update');
      await tx.update(rulings).set({ rationale: 'Because whoever holds the file says so.' });
    });
    expect(await shown()).not.toContain('whoever holds the file');
    expect(await verifyRecord(db)).toMatchObject({ ok: false });
  });
});
