import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { storedAlike } from '@/db/desk';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import type { Person } from '@/db/people';
import { articles, claims } from '@/db/schema';
import { article } from './intake-world';
import { seedPerson } from './seeds';
import { NOW, newRecord } from './world';

const TEXT =
  'The storm closed 12 schools in the valley on Friday, officials said, and the mayor told reporters that all of them would open again on Monday.';

let db: Database;
let anna: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
  await addArticles(
    db,
    [
      article({ text: TEXT, outlet: 'Valley Post', externalId: 'post', url: 'https://www.post.example/storm?id=7&utm_source=feed' }),
      article({
        text: 'Nothing of the kind was told here.',
        outlet: 'Hill Courier',
        externalId: 'hill',
        url: 'https://post.example/storms',
      }),
    ],
    OWNER,
    NOW,
  );
});

const alike = async (text: string, url: string | null = null) => (await storedAlike(db.read, { text, url })).map((one) => one.likeness);
const add = (fields: object) => runOperation({ db, actor: anna, now: NOW }, 'articles.add', { newOutlet: true, guard: true, ...fields });

describe('stored articles that look like one that is to be added', () => {
  it('have its text, its address in this or another spelling, or most of its words', async () => {
    expect(await alike(`${TEXT} `)).toEqual([['text']]);
    expect(await alike('Other words.', 'https://www.post.example/storm?id=7&utm_source=feed')).toEqual([['address']]);
    for (const url of ['http://post.example/storm/?id=7#top', 'https://m.post.example/storm?fbclid=x&id=7'])
      expect([url, await alike('Other words.', url)]).toEqual([url, [['canonical-address']]]);
    const [near] = await storedAlike(db.read, { text: TEXT.replace('12', '14'), url: null });
    expect(near).toMatchObject({ likeness: ['near-text'], source: 'Valley Post' });
    expect(near!.shared).toBeGreaterThan(0.5);
    expect(near!.shared).toBeLessThan(1);
  });

  it('are none for other words at other addresses, nor for what is no address', async () => {
    for (const url of ['https://post.example/storm?id=8', 'https://post.example/stor', 'javascript:alert(1)', null])
      expect([url, await alike('The harbour office counted 9 boats.', url)]).toEqual([url, []]);
  });

  it('keep one from being stored before it is said as what', async () => {
    const fields = { text: TEXT, outlet: 'Coast Radio' };
    const refused = await add(fields);
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'LooksStored', status: 409, field: 'as', details: { articles: [expect.any(String)] } },
    });
    expect(await db.read.select().from(articles)).toHaveLength(2);
    expect(await add({ ...fields, as: 'copy' })).toMatchObject({ ok: true, value: { created: true } });
    expect(await add({ ...fields, guard: false, text: TEXT.replace('12', '14') })).toMatchObject({ ok: true, value: { created: true } });
    // The same text of the same outlet is stored once, and nobody is asked.
    expect(await add({ text: TEXT, outlet: 'the valley post' })).toMatchObject({ ok: true, value: { created: false } });
  });
});

describe('what is said of readings before they are stored', () => {
  const text = 'The flood closed 12 schools and 3 roads, the mayor said. Shops lost 40 boats.';
  const placeOf = (words: string) => `${text.indexOf(words)}-${text.indexOf(words) + words.length}`;
  const states = async () =>
    (await db.read.select().from(claims))
      .filter(({ text: words }) => /schools and|12 schools|3 roads|40 boats/.test(words))
      .map((row) => [row.low, row.status]);

  it('holds for those that stand where they stood then; the rest waits, or is accepted', async () => {
    const judge = [
      { at: placeOf('12 schools'), word: 'reject', reason: '' },
      { at: placeOf('3 roads'), word: 'accept' },
      { at: placeOf('40 boats'), word: '' },
      { at: '900-910', word: 'accept' },
    ];
    // Of three words one was on a place that has no reading.
    expect(await add({ text, outlet: 'Radio Otter', judge })).toMatchObject({ ok: true, value: { judged: { said: 3, stood: 2 } } });
    const found = (await states()).filter(([low]) => ['3', '40'].includes(low as string) || low === '12');
    expect(found).toEqual(
      expect.arrayContaining([
        ['3', 'accepted'],
        ['40', 'read'],
        ['12', 'rejected'],
      ]),
    );
    expect(await add({ text: `${text} `, outlet: 'Bay Herald', as: 'copy', judge: judge.slice(2, 3), acceptRest: 'on' })).toMatchObject({
      ok: true,
      value: { judged: { said: 1, stood: 1 } },
    });
    // It is there already: what is said of its readings is said where it stands.
    expect(await add({ text, outlet: 'Radio Otter', judge })).toMatchObject({ value: { created: false, judged: { said: 3, stood: 0 } } });
    expect(await add({ text, outlet: 'Radio Otter' })).not.toHaveProperty('value.judged');
    expect(
      (await states())
        .filter(([low]) => low === '40')
        .map(([, status]) => status)
        .sort(),
    ).toEqual(['accepted', 'read']);
  });

  it('is looked at before anything is stored: a reason that says too little is sent back to its reading', async () => {
    const stored = await db.read.$count(articles);
    const judge = [
      { at: placeOf('3 roads'), word: 'accept' },
      { at: placeOf('12 schools'), word: 'reject', reason: 'wrong' },
    ];
    expect(await add({ text, outlet: 'Radio Otter', judge })).toMatchObject({
      refusal: { status: 422, code: 'ReasonTooShort', field: 'judge.1.reason' },
    });
    expect(await db.read.$count(articles)).toBe(stored);
  });

  it('is refused where it is no word on a place', async () => {
    for (const judge of [[{ at: 'x', word: 'accept' }], [{ at: '1-2', word: 'maybe' }], [{ at: '1-2', word: 'accept', by: 'x' }], 'all'])
      expect((await add({ text, outlet: 'Radio Otter', judge })).ok).toBe(false);
  });
});
