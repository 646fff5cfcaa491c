import { eq, isNotNull } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle } from '@/db/claims';
import { lastWordsOf, newerReadings, openSuggestions, queueCounts, readBeside, readClashes, viewPairs } from '@/db/desk';
import { regroup } from '@/db/grouping';
import type { Database } from '@/db/open';
import { judgePair, takeBackPair } from '@/db/pairs';
import type { Person } from '@/db/people';
import { claimRecord, measureList, measureRecord } from '@/db/published';
import { rereadArticles } from '@/db/reread';
import { claims, meta, suggestions } from '@/db/schema';
import { ENGINE_VERSION } from '@/lib/claim';
import type { PairWord } from '@/lib/measure';
import { article, STORM, STORM_AND_AID } from './intake-world';
import { addOlder, otherNoun } from './older-world';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

/** Bridges of other days and other acts than those of the storm: alike enough for a look, and no more. */
const WORKS = [
  article({
    externalId: 'flood',
    text: 'The flood took away 7 bridges before dawn, the fire chief told reporters.',
    outlet: 'Hill Courier',
    publishedAt: '2024-08-20',
  }),
  article({
    externalId: 'book',
    text: 'A book on the province describes 310 bridges built by monks.',
    outlet: 'Evening Stoat',
    publishedAt: '2023-11-11',
  }),
];

let db: Database;
let anna: Person;
let bela: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
  bela = await seedPerson(db, 'Bela');
  await addArticles(db, [...STORM, ...WORKS], OWNER, NOW);
});

const idOf = async (text: string) => (await db.read.select({ id: claims.id }).from(claims).where(eq(claims.text, text)).get())!.id;
const waiting = async (person = anna) =>
  (await openSuggestions(db.read, person.id, 1)).map(({ a, b }) => [a.text, b.text].sort().join(' / '));
const say = async (a: string, word: PairWord, b: string, by = anna) => {
  const said = await judgePair(db, { id: await idOf(a), other: await idOf(b), about: 'question', word, reason: null }, by, minutesLater(3));
  if (!said.ok) throw new Error(said.refusal.cause);
  return said.value.id;
};

describe('the list of suggestions', () => {
  it('shows of two measures the likest pair, with score, reasons and where it stands', async () => {
    const [first] = await openSuggestions(db.read, anna.id, 1);
    expect(first).toMatchObject({ together: false, level: 'suggested', words: [], score: expect.any(Number), more: expect.any(Number) });
    expect(first!.reasons).toContainEqual(expect.objectContaining({ words: 'both count bridges' }));
    expect(first!.titles.every((title) => typeof title === 'string')).toBe(true);
    expect((await queueCounts(db.read, anna.id, NOW)).suggestions).toBe((await waiting()).length);
    expect(await waiting()).toEqual(['310 bridges / 40 bridges', '40 bridges / 7 bridges']);
  });

  it('tells what binds a part and its total, and two parts of one', async () => {
    await addArticles(db, STORM_AND_AID, OWNER, NOW);
    const parts = await db.read.select({ id: claims.id, partOf: claims.partOf }).from(claims).where(isNotNull(claims.partOf));
    const [one, other] = [parts[0]!, parts[1]!];
    const views = await viewPairs(db.read, [
      [one.id, one.partOf!],
      [one.id, other.id],
      [one.id, await idOf('19 schools')],
    ]);
    expect(views.map((view) => view.parts)).toEqual(['part-and-total', 'parts-of-one', null]);
  });

  it('is done with a pair that somebody decided, for everybody, and with one that is unclear for whoever said so', async () => {
    const [first] = await openSuggestions(db.read, anna.id, 1);
    const [a, b] = [first!.a.text, first!.b.text];
    const before = (await waiting()).length;
    const unsure = await say(a, 'unsure', b);
    expect([(await waiting(anna)).length, (await waiting(bela)).length]).toEqual([before - 1, before]);
    await say(a, 'different', b);
    expect([(await waiting(anna)).length, (await waiting(bela)).length]).toEqual([before - 1, before - 1]);
    const [last] = await lastWordsOf(db.read, anna.id, 5);
    expect(last).toMatchObject({ word: 'different', name: 'Anna' });
    expect(last!.id).not.toBe(unsure);
    await takeBackPair(db, { id: last!.id }, anna, minutesLater(4));
    expect((await waiting()).length).toBe(before);
    expect(await lastWordsOf(db.read, anna.id, 5)).toEqual([]);
  });

  it('has the same pairs where claims are placed one after another', async () => {
    const large = await newRecord();
    for (const [at, one] of [...STORM, ...WORKS].entries()) {
      await addArticles(large, [one], OWNER, minutesLater(at), { groupLater: true });
      await regroup(large, minutesLater(at), 0);
    }
    const there = await openSuggestions(large.read, anna.id, 1);
    expect(there.map(({ a, b }) => [a.text, b.text].sort().join(' / ')).sort()).toEqual((await waiting()).sort());
  });

  it('is made for the claims that a large record held before it kept one, and then no more', async () => {
    const kept = () => db.read.select().from(suggestions);
    const before = await kept();
    expect(before.length).toBeGreaterThan(0);
    const owed = ['suggestions_owed', 'regroup_owed'].map((key) => ({ key, value: '' }));
    await db.write(async (tx) => {
      await tx.delete(suggestions);
      await tx.insert(meta).values(owed);
    });
    await regroup(db, minutesLater(1), 0);
    expect(await kept()).toEqual(before);
    await db.write((tx) => tx.delete(suggestions));
    await regroup(db, minutesLater(2), 0);
    expect(await kept()).toEqual([]);
  });

  it('tells of words that clash, with who said them', async () => {
    await say('12 schools', 'same', '40 bridges', anna);
    await say('40 bridges', 'same', '7 bridges', bela);
    expect(await readClashes(db.read)).toEqual([]);
    await say('12 schools', 'different', '7 bridges', anna);
    expect(await readClashes(db.read)).toMatchObject([
      {
        yields: { name: 'Bela', word: 'same', texts: expect.arrayContaining(['40 bridges', '7 bridges']) },
        against: [{ name: 'Anna' }, { name: 'Anna', word: 'different' }],
      },
    ]);
  });

  it('keeps nothing of a claim whose place another took', async () => {
    expect(await db.read.$count(suggestions)).toBeGreaterThan(0);
    const [row] = await db.read.select().from(suggestions);
    await db.write((tx) => tx.update(claims).set({ status: 'superseded' }).where(eq(claims.id, row!.a)));
    expect((await openSuggestions(db.read, anna.id, 1)).some(({ a, b }) => [a.id, b.id].includes(row!.a))).toBe(false);
  });
});

it('neither a suggestion nor a word on a pair comes out where the public reads', async () => {
  for (const { articleId } of await db.read.selectDistinct({ articleId: claims.articleId }).from(claims))
    await acceptArticle(db, { id: articleId }, anna, NOW);
  const shown = async () => {
    const ids = (await db.read.select({ id: claims.id }).from(claims)).map(({ id }) => id);
    const records = await Promise.all(ids.map((id) => claimRecord(db.read, id)));
    const measures = await db.read.selectDistinct({ id: claims.measureId }).from(claims);
    const pages = await Promise.all(measures.map(({ id }) => measureRecord(db.read, id!)));
    return JSON.stringify([records, pages, await measureList(db.read, { after: null })]);
  };
  const [a, b] = [await idOf('12 schools'), await idOf('19 schools')];
  const said = { id: a, other: b, about: 'question', word: 'same', reason: 'The zeppelin told me.' } as const;
  const before = await shown();
  expect(await judgePair(db, said, anna, minutesLater(3))).toMatchObject({ ok: true });
  expect(await shown()).toBe(before);
});

describe('the claims beside a claim', () => {
  it('are those of its measure and the alike elsewhere, suggested until somebody says so', async () => {
    const twelve = await idOf('12 schools');
    const sheet = (await readBeside(db.read, twelve))!;
    expect(sheet.same.map(({ b }) => b.text)).toContain('19 schools');
    expect(new Set(sheet.same.map(({ level }) => level))).toEqual(new Set(['suggested']));
    await say('12 schools', 'same', '19 schools', bela);
    await say('12 schools', 'different', '7 bridges', bela);
    const after = (await readBeside(db.read, twelve))!;
    expect(after.same.find(({ b }) => b.text === '19 schools')).toMatchObject({
      level: 'confirmed',
      words: [{ name: 'Bela', standing: 'followed' }],
    });
    expect(after.elsewhere.find(({ b }) => b.text === '7 bridges')).toMatchObject({ level: 'confirmed', together: false });
    expect(await readBeside(db.read, '0000000000')).toBeNull();
  });
});

describe('what a newer engine would read otherwise', () => {
  const read = async () =>
    (await newerReadings(db.read, 1, NOW)).map(({ engine, changes }) => [
      engine,
      changes.map(({ change, before, held, fields }) => [change, before, held, fields.some(({ field }) => field === 'noun')]),
    ]);

  it('is nothing where it read everything itself', async () => {
    expect([await read(), (await queueCounts(db.read, anna.id, NOW)).rereadings]).toEqual([[], 0]);
  });

  it('is listed article by article before anything is read again, and afterwards where somebody’s word stays', async () => {
    db = await newRecord();
    anna = await seedPerson(db, 'Anna');
    const [post] = await addOlder(db, STORM.slice(0, 2), otherNoun);
    await acceptArticle(db, { id: post! }, anna, NOW);
    const [twelve, nineteen] = [
      ['1', [['changed', '12 schools', true, true]]],
      ['1', [['changed', '19 schools', false, true]]],
    ];
    expect(await read()).toHaveLength(2);
    expect(await read()).toEqual(expect.arrayContaining([twelve, nineteen]));
    expect((await queueCounts(db.read, anna.id, NOW)).rereadings).toBe(2);
    await rereadArticles(db, OWNER, minutesLater(1));
    expect(await read()).toEqual([[ENGINE_VERSION, [['changed', '12 schools', true, true]]]]);
  });

  it('lists no article that is read as it stands, whatever is judged before and after', async () => {
    db = await newRecord();
    anna = await seedPerson(db, 'Anna');
    const [post, courier] = await addOlder(db, STORM.slice(0, 2), (all) => all);
    await acceptArticle(db, { id: post! }, anna, NOW);
    await rereadArticles(db, OWNER, minutesLater(1));
    await acceptArticle(db, { id: courier! }, anna, minutesLater(2));
    expect([await read(), (await queueCounts(db.read, anna.id, NOW)).rereadings]).toEqual([[], 0]);
  });

  it('lets others have a turn between articles', async () => {
    db = await newRecord();
    await addOlder(db, STORM.slice(0, 3), otherNoun);
    let [turns, done] = [0, false];
    const turn = () => {
      turns += 1;
      if (!done) setImmediate(turn);
    };
    setImmediate(turn);
    const found = await newerReadings(db.read, 1, NOW);
    done = true;
    expect(turns).toBeGreaterThanOrEqual(found.length);
  });
});
