import { eq } from 'drizzle-orm';
import type { Database } from '@/db/open';
import {
  articleRecord,
  caseList,
  caseMeasure,
  changedMeasures,
  claimList,
  claimRecord,
  foundRecords,
  listedSources,
  measureList,
  measureRecord,
  nearestTitles,
  searchChanges,
  searchFound,
  searchPublic,
  settledAndOpen,
  subjectList,
} from '@/db/published';
import { cases } from '@/db/schema';
import { changesOf, measureJson, measurePage } from '@/lib/publication';
import * as world from './public-world';
import { NOW } from './world';

/** A secret word of a reading nobody accepted: it must never come out of any public read. */
export const SECRET = 'zirconium';

/** Two outlets count boats, 12 against 15; nothing is accepted yet. */
export async function harbour(db: Database) {
  const anna = await world.person(db, 'Annabel', NOW);
  const bela = await world.person(db, 'Belarius', NOW, { role: 'admin', demo: true });
  const boats = await world.measure(db, 'How many boats did the harbour count?', NOW, 'fixed');
  const one = await world.tell(
    db,
    {
      outlet: 'Daily Post',
      publishedAt: '2026-03-01',
      title: 'Boats counted',
      text: 'First line. The harbour counted {12 boats|a} on Sunday. Last line.',
    },
    { a: { measure: boats, value: '12', noun: 'boats' } },
    NOW,
  );
  const two = await world.tell(
    db,
    {
      outlet: 'Evening Echo',
      publishedAt: '2026-03-01',
      title: `A ${SECRET} headline`,
      text: `Others saw {15 ${SECRET} boats|a} there. Nothing else.`,
    },
    { a: { measure: boats, value: '15', noun: `${SECRET} boats` } },
    NOW,
  );
  const [a, b] = [one.a!, two.a!];
  await world.relate(db, a.id, b.id, { explanation: `12 boats against 15 ${SECRET} boats.` });
  const apart = world.conflict(
    [world.position('12 boats', a.id), world.position(`15 ${SECRET} boats`, b.id)],
    `12 boats against 15 ${SECRET} boats.`,
  );
  await world.conflicts(db, { [boats]: apart }, NOW);
  const theCase = async () => (await db.read.select().from(cases).where(eq(cases.measureId, boats)).get())!;
  return { anna, bela, boats, a, b, apart, theCase };
}

/** Everything the public could read, as one text. */
export async function everythingPublic(
  db: Database,
  ids: { boats: string; a: { id: string; articleId: string }; b: { id: string; articleId: string }; caseId: string },
) {
  const { read } = db;
  const record = await measureRecord(read, ids.boats);
  return JSON.stringify([
    record,
    record && measureJson(measurePage(record), { url: 'https://check.example', name: 'Countercheck' }),
    record && changesOf(record),
    await measureList(read, { after: null }),
    await caseList(read, { after: null }),
    await settledAndOpen(read, 8),
    await changedMeasures(read, 50),
    await listedSources(read),
    await claimRecord(read, ids.a.id),
    await claimRecord(read, ids.b.id),
    await articleRecord(read, ids.a.articleId),
    await articleRecord(read, ids.b.articleId),
    await caseMeasure(read, ids.caseId),
    await nearestTitles(read, `/measures/x/${SECRET}`),
    await searchPublic(read, SECRET),
    await searchPublic(read, '15'),
    await foundRecords(read, await searchPublic(read, SECRET)),
    await foundRecords(read, await searchPublic(read, 'Evening Echo')),
    await foundRecords(read, await searchPublic(read, 'boats')),
    await claimList(read, { after: null }),
    await claimList(read, { filters: { state: 'open' }, after: null }),
    [await subjectList(read, 'topic', null), await subjectList(read, 'place', null)],
    await searchChanges(read, { typed: 'boats' }),
    // A mistyped word leads to none that only what nobody accepted has.
    await searchFound(read, { typed: `${SECRET.slice(0, -2)}mu` }),
  ]);
}
