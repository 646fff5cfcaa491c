import { beforeEach, describe, expect, it } from 'vitest';
import { releaseCase, returnCase, ruleCase } from '@/db/cases';
import { queuePage, readCaseSheet } from '@/db/desk';
import type { Database } from '@/db/open';
import type { Person } from '@/db/people';
import { RULING, seedCase, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const REASON = 'The second link shows another week.';

let db: Database;
let anna: Person;
let bela: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
  bela = await seedPerson(db, 'Bela');
});

describe('a ruling that was sent back', () => {
  const sentBack = async (id: string) => {
    await ruleCase(db, { id, revision: 1, ruling: RULING }, anna, NOW);
    await returnCase(db, { id, revision: 2, reason: REASON }, bela, minutesLater(1));
  };
  const line = async (id: string, split: 'conflicts' | 'mine' = 'conflicts') =>
    (await queuePage(db.read, { split, filters: {}, personId: anna.id, now: NOW })).lines.find((found) => found.id === id);

  it('stands on the sheet whole, with who sent it back, when and why, and in the queue as sent back', async () => {
    const { id } = await seedCase(db);
    expect((await readCaseSheet(db.read, id, 'anna'))!.returned).toBeNull();
    expect(await line(id)).toMatchObject({ sentBack: false });
    await sentBack(id);
    expect((await readCaseSheet(db.read, id, 'anna'))!.returned).toMatchObject({
      ruling: RULING,
      reason: REASON,
      by: 'Bela',
      at: minutesLater(1),
    });
    expect(await line(id, 'mine')).toMatchObject({ sentBack: true });
  });

  it('goes on standing there for everybody once its author puts the case back, until somebody rules anew', async () => {
    const { id } = await seedCase(db);
    await sentBack(id);
    await releaseCase(db, { id, revision: 3 }, anna, minutesLater(2));
    expect((await readCaseSheet(db.read, id, 'anna'))!.returned?.ruling.rationale).toBe(RULING.rationale);
    await ruleCase(db, { id, revision: 4, ruling: RULING }, anna, minutesLater(3));
    expect((await readCaseSheet(db.read, id, 'anna'))!.returned).toBeNull();
  });
});
