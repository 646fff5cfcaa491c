import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { verifyRecord } from '@/db/verify';
import { article, STORM_AND_AID, shapeOf } from './intake-world';
import { minutesLater, NOW, newRecord } from './world';

const MORE = [
  ...STORM_AND_AID,
  article({
    externalId: 'agree',
    text: 'The storm closed 12 schools in the valley, the mayor said.',
    outlet: 'Evening Stoat',
    publishedAt: '2024-05-02',
  }),
];

describe('the order of import', () => {
  it('plays no part: any order, in any batches, with repeats, comes to the same record', async () => {
    const clean = await newRecord();
    await addArticles(clean, MORE, OWNER, NOW);
    const expected = await shapeOf(clean);
    const batches = fc.array(fc.array(fc.constantFrom(...MORE), { maxLength: 4 }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(batches, async (parts) => {
        const db = await newRecord();
        let minute = 0;
        for (const part of [...parts, MORE]) await addArticles(db, part, OWNER, minutesLater(minute++));
        expect(await shapeOf(db)).toEqual(expected);
        expect(await verifyRecord(db)).toMatchObject({ ok: true });
      }),
      { numRuns: 12 },
    );
  });
});
