import { describe, expect, it } from 'vitest';
import { logHead } from '@/db/audit';
import { acceptClaim } from '@/db/claims';
import { foundRecords, listedSources, measureList, searchPublic, sourceRecord } from '@/db/published';
import { phraseOf } from '@/db/published/search';
import { askedSearch } from '@/lib/publication';
import { harbour, SECRET } from './harbour';
import * as world from './public-world';
import { minutesLater, NOW, newRecord } from './world';

describe('search', () => {
  it.each([
    '"',
    '*',
    'NEAR(',
    'a AND',
    'NOT',
    '(',
    '^x',
    'x:y',
    '-',
    '{a b}',
    "'; DROP TABLE claims;--",
    'words:"',
    '\u0000',
    '𝟠𝟛',
    '"*"*',
    'OR OR OR',
  ])('takes %j as words', async (typed) => {
    const db = await newRecord();
    await expect(searchPublic(db.read, typed)).resolves.toBeInstanceOf(Array);
  });

  it('quotes every word and lets only the last one be unfinished', () => {
    const quoted = (typed: string) => askedSearch(typed).words.map(({ text }, at, all) => phraseOf(text, at === all.length - 1));
    expect(quoted('  over "the  countries* ')).toEqual(['"over"', '"the"', '"countries*"']);
    expect(quoted('boat')).toEqual(['"boat" *']);
    expect(quoted('* " (')).toEqual([]);
  });

  it('finds by title, words, outlet and figure, however it is written', async () => {
    const db = await newRecord();
    const anna = await world.person(db, 'Anna', NOW);
    const boats = await world.measure(db, 'How many boats did the harbour count?', NOW);
    const told = await world.tell(
      db,
      {
        outlet: 'Daily Post',
        publishedAt: '2026-03-01',
        title: 'Tally',
        text: 'They counted {41,000 boats|a}, {1.2 million barrels|b} too.',
      },
      { a: { measure: boats, value: '41000', noun: 'boats' }, b: { measure: boats, value: '1200000' } },
      NOW,
    );
    await world.accept(db, told.a!.articleId, anna, NOW);
    const found = async (typed: string) => (await searchPublic(db.read, typed)).map((hit) => hit.id);
    expect((await found('harbour boats'))[0]).toBe(boats);
    expect(await found('41,000 boats')).toContain(told.a!.id);
    expect(await found('41000')).toContain(told.a!.id);
    expect(await found('1,200,000 barrels')).toContain(told.b!.id);
    // What an outlet says is found by its name, as its articles are.
    expect(new Set(await found('daily post'))).toEqual(new Set([told.a!.id, told.b!.id, told.a!.articleId]));
    expect(await found('harb')).toEqual([boats]);
    const records = await foundRecords(db.read, await searchPublic(db.read, '41000'));
    expect(records.measures.map((record) => record.id)).toEqual([boats]);
  });
});

describe('search among many', () => {
  it('weighs the youngest that hold the words: those that hold them as typed first, then the shorter', async () => {
    const db = await newRecord();
    const anna = await world.person(db, 'Anna', NOW);
    const boats = await world.measure(db, 'How many boats did the harbour count?', NOW);
    const texts = [
      '{7 boats|a} lay at the old pier, in the rain.',
      'The pier was old: {8 boats|a} and a raft lay there.',
      '{9 boats|a} lay.',
    ];
    const ids: string[] = [];
    for (const [at, text] of texts.entries()) {
      const article = { outlet: 'Daily Post', publishedAt: '2026-03-01', title: `Tally ${at}`, text };
      const told = await world.tell(db, article, { a: { measure: boats, value: String(7 + at), noun: 'boats' } }, NOW);
      await world.accept(db, told.a!.articleId, anna, NOW);
      ids.push(told.a!.id);
    }
    const claims = async (typed: string) =>
      (await searchPublic(db.read, typed)).flatMap(({ kind, id }) => (kind === 'claim' ? [ids.indexOf(id)] : []));
    expect(await claims('boats')).toEqual([2, 0, 1]);
    expect(await claims('old pier')).toEqual([0, 1]);
    expect(await claims('raf')).toEqual([1]);
    // One letter is no word that goes on, and what nothing holds does not count beside what something does.
    expect(await claims('r')).toEqual([]);
    expect(await claims('raft whales')).toEqual([1]);
    expect((await claims('raft rain'))[0]).toBeDefined();
    expect(new Set(await claims('raft rain'))).toEqual(new Set([0, 1]));
  });
});

describe('search of what nobody accepted', () => {
  it('finds an article by its head and a sentence by its accepted claim, never by the words of another sentence', async () => {
    const db = await newRecord();
    const anna = await world.person(db, 'Anna', NOW);
    const boats = await world.measure(db, 'How many boats did the harbour count?', NOW);
    const told = await world.tell(
      db,
      {
        ...{ outlet: 'Daily Post', publishedAt: '2026-03-01', title: 'Tally at dawn', byline: 'Rosa Lind' },
        text: `The pier held {12 boats|a}. Behind it a smuggler hid {40 ${SECRET} crates|b}.`,
      },
      { a: { measure: boats, value: '12', noun: 'boats' }, b: { measure: boats, value: '40', noun: `${SECRET} crates` } },
      NOW,
    );
    world.taken(await acceptClaim(db, { id: told.a!.id }, anna, NOW));
    const found = async (typed: string) => (await searchPublic(db.read, typed)).map((hit) => hit.id);
    for (const hidden of ['smuggler', SECRET, 'crates', 'behind it']) expect(await found(hidden), hidden).toEqual([]);
    expect(await found('tally dawn')).toEqual([told.a!.articleId]);
    expect(await found('rosa lind')).toEqual([told.a!.articleId]);
    expect(await found('pier')).toEqual([told.a!.id]);
  });
});

describe('lists', () => {
  it('page by a cursor without losing or repeating one', async () => {
    const db = await newRecord();
    const anna = await world.person(db, 'Anna', NOW);
    for (let index = 0; index < 45; index++) {
      const one = await world.measure(db, `Question ${String(index % 7)}`, NOW);
      const told = await world.tell(
        db,
        { outlet: 'Daily Post', publishedAt: null, title: 'T', text: `{${index} boats|a}.` },
        { a: { measure: one, value: String(index) } },
        NOW,
      );
      await world.accept(db, told.a!.articleId, anna, NOW);
    }
    const first = await measureList(db.read, { after: null });
    const second = await measureList(db.read, { after: first.next });
    expect([first.items.length, second.items.length, second.next]).toEqual([25, 20, null]);
    expect(new Set([...first.items, ...second.items].map((record) => record.id)).size).toBe(45);
    expect((await listedSources(db.read)).map(({ name, articles, claims }) => [name, articles, claims])).toEqual([['Daily Post', 45, 45]]);
    expect((await sourceRecord(db.read, (await listedSources(db.read))[0]!.id))!.articles).toHaveLength(45);
  });

  it('stand for one head of the log, and every act moves it', async () => {
    const db = await newRecord();
    const { anna, a } = await harbour(db);
    const before = await logHead(db.read);
    await world.accept(db, a.articleId, anna, minutesLater(1));
    expect(await logHead(db.read)).toBeGreaterThan(before);
  });
});
