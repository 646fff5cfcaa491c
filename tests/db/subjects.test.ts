import { expect, it } from 'vitest';
import { defineMeasure } from '@/db/definitions';
import { claimList, measureList, subjectList, subjectRecord } from '@/db/published';
import * as world from './public-world';
import { minutesLater, NOW, newRecord } from './world';

const EMPTY = {
  title: null,
  unit: null,
  aggregation: null,
  counts: null,
  countsNot: null,
  addsUp: null,
  reviewDays: null,
  topics: null,
  places: null,
};

it('a measure is found by the topics and places that people give it, and by what these are part of, until they take them back', async () => {
  const db = await newRecord();
  const anna = await world.person(db, 'Anna', NOW);
  const boats = await world.measure(db, 'How many boats did the harbour count?', NOW, 'fixed');
  const story = { outlet: 'Daily Post', publishedAt: '2026-03-01', title: 'Tally', text: 'They counted {12 boats|a} there.' };
  const told = await world.tell(db, story, { a: { measure: boats, value: '12', noun: 'boats' } }, NOW);
  const define = (revision: number, more: object, minute: number) =>
    defineMeasure(db, { ...EMPTY, ...more, id: boats, revision } as never, anna, minutesLater(minute));
  world.taken(await define(0, { topics: 'Transport > Shipping', places: 'Norway > Bergen' }, 1));
  // Nothing of it is public yet, and so is nothing that it is about.
  expect((await subjectList(db.read, 'topic', null)).items).toEqual([]);
  expect(await subjectRecord(db.read, 'place', 'no')).toBeNull();
  await world.accept(db, told.a!.articleId, anna, minutesLater(2));
  expect((await subjectList(db.read, 'topic', null)).items).toEqual([
    { id: 'shipping', name: 'Shipping', path: ['Transport', 'Shipping'], measures: 1 },
    { id: 'transport', name: 'Transport', path: ['Transport'], measures: 1 },
  ]);
  const norway = (await subjectRecord(db.read, 'place', 'no'))!;
  expect([norway.narrower.map(({ id }) => id), norway.list.items.map(({ id }) => id), norway.claims.map(({ id }) => id)]).toEqual([
    ...[['bergen'], [boats], [told.a!.id]],
  ]);
  expect((await measureList(db.read, { filters: { topic: 'transport', place: 'bergen' }, after: null })).items).toHaveLength(1);
  world.taken(await define(1, { topics: 'Transport' }, 3));
  expect((await subjectList(db.read, 'topic', null)).items.map(({ id }) => id)).toEqual(['transport']);
  expect((await subjectList(db.read, 'place', null)).items).toEqual([]);
  expect((await claimList(db.read, { filters: { place: 'no' }, after: null })).items).toEqual([]);
});

it('a list that is narrowed goes on by its cursor without losing or repeating one', async () => {
  const db = await newRecord();
  const anna = await world.person(db, 'Anna', NOW);
  for (let at = 0; at < 60; at += 1) {
    const one = await world.measure(db, `Question ${at}`, NOW);
    const story = {
      outlet: at % 2 === 0 ? 'Daily Post' : 'Evening Echo',
      publishedAt: `2026-03-${String(1 + (at % 9)).padStart(2, '0')}`,
      title: 'T',
    };
    const told = await world.tell(db, { ...story, text: `{${at} boats|a} lay there.` }, { a: { measure: one, value: String(at) } }, NOW);
    await world.accept(db, told.a!.articleId, anna, minutesLater(1 + (at % 4)));
  }
  const source = (await claimList(db.read, { after: null })).items.find((claim) => claim.article.source?.name === 'Daily Post')!.article
    .source!.id;
  const all = async (page: (after: string | null) => Promise<{ items: { id: string }[]; next: string | null }>) => {
    const ids: string[] = [];
    for (let after: string | null = null; ; ) {
      const { items, next } = await page(after);
      ids.push(...items.map(({ id }) => id));
      if (next === null) return ids;
      after = next;
    }
  };
  for (const filters of [{ source }, { state: 'uncontested' }, { source, state: 'uncontested' }]) {
    const n = 'source' in filters ? 30 : 60;
    const measures = await all((after) => measureList(db.read, { filters, after }));
    const claims = await all((after) => claimList(db.read, { filters, after }));
    expect([new Set(measures).size, measures.length, new Set(claims).size, claims.length]).toEqual([n, n, n, n]);
  }
  for (const order of ['change', 'claims'] as const)
    expect(new Set(await all((after) => measureList(db.read, { order, after }))).size).toBe(60);
  expect(new Set(await all((after) => claimList(db.read, { order: 'as-of', after }))).size).toBe(60);
});
