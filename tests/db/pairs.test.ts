import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { publishCase, ruleCase } from '@/db/cases';
import { acceptArticle, rejectClaim } from '@/db/claims';
import { exportState } from '@/db/export';
import { regroup, regroupAll, regroupPair } from '@/db/grouping';
import type { Database } from '@/db/open';
import { pairOf, recordPair } from '@/db/pair-record';
import { wordsToday } from '@/db/pair-words';
import { judgePair, takeBackPair } from '@/db/pairs';
import type { Person } from '@/db/people';
import { rereadArticles } from '@/db/reread';
import { auditLog, cases, claims, measures, pairJudgements, relations } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import type { PairSubject, PairWord } from '@/lib/measure';
import { article, STORM, STORM_AND_AID } from './intake-world';
import { addOlder, otherNoun } from './older-world';
import { rewriteBehind } from './rewrite';
import { RULING, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

let db: Database;
let anna: Person;
let bela: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
  bela = await seedPerson(db, 'Bela');
});

const add = (articles = STORM) => addArticles(db, articles, OWNER, NOW);

/** The claim of today with these words; the first where several say the same. */
const idOf = async (text: string): Promise<string> => {
  const rows = await db.read.select({ id: claims.id, status: claims.status }).from(claims).where(eq(claims.text, text)).orderBy(claims.id);
  return rows.find(({ status }) => status !== 'superseded')!.id;
};
const homeOf = async (id: string) => (await db.read.select().from(claims).where(eq(claims.id, id)).get())!.measureId;
const together = async (a: string, b: string) => (await homeOf(a)) === (await homeOf(b));

/** Which claims stand together, by their words and articles, whatever their measures are called. */
async function groups(): Promise<string[]> {
  const rows = await db.read.select().from(claims).where(sql`${claims.status} <> 'superseded'`);
  const homes = new Map<string | null, string[]>();
  for (const { measureId, text, articleId } of rows) homes.set(measureId, [...(homes.get(measureId) ?? []), `${text} ${articleId}`]);
  return [...homes.values()].map((group) => group.sort().join()).sort();
}

const judge = async (a: string, word: PairWord, b: string, by = anna, reason: string | null = null, about: PairSubject = 'question') => {
  const judged = await judgePair(db, { id: a, other: b, about, word, reason }, by, minutesLater(5));
  if (!judged.ok) throw new Error(judged.refusal.cause);
  return judged.value;
};

describe('a word on two claims', () => {
  it('parts them, the case goes with its conflict, and taken back both are as before', async () => {
    await add();
    const [twelve, nineteen, before] = [await idOf('12 schools'), await idOf('19 schools'), await groups()];
    expect(await together(twelve, nineteen)).toBe(true);
    const { id, followed } = await judge(twelve, 'different', nineteen, anna, 'One counts the valley, the other the hills.');
    expect([followed, await together(twelve, nineteen)]).toEqual([true, false]);
    expect(await db.read.select({ state: cases.state }).from(cases)).toEqual([{ state: 'dismissed' }]);
    expect(await takeBackPair(db, { id }, anna, minutesLater(6))).toMatchObject({ ok: true });
    expect(await groups()).toEqual(before);
    expect(await db.read.select({ state: cases.state }).from(cases)).toEqual([{ state: 'reopened' }]);
    expect(await db.read.select().from(pairJudgements)).toMatchObject([
      { word: 'different', reason: 'One counts the valley, the other the hills.', person: anna.id },
      { word: 'taken-back', reason: null, person: anna.id },
    ]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('joins what the weights keep apart, in the words of both', async () => {
    await add();
    const [schools, bridges] = [await idOf('19 schools'), await idOf('40 bridges')];
    expect(await together(schools, bridges)).toBe(false);
    const { id } = await judge(schools, 'same', bridges);
    expect(await together(schools, bridges)).toBe(true);
    expect(await together(schools, await idOf('12 schools'))).toBe(true);
    const [conflict] = await db.read.select().from(cases);
    expect([...conflict!.positions.flatMap((position) => position.claims), ...conflict!.others]).toContain(bridges);
    await takeBackPair(db, { id }, anna, minutesLater(6));
    expect(await together(schools, bridges)).toBe(false);
  });

  it('is one fact, and grouping again changes nothing', async () => {
    await add();
    const facts = await db.read.$count(auditLog);
    await judge(await idOf('40 bridges'), 'unsure', await idOf('19 schools'));
    expect(await db.read.$count(auditLog)).toBe(facts + 1);
    await judge(await idOf('40 bridges'), 'same', await idOf('19 schools'));
    expect(await regroupAll(db, minutesLater(7))).toMatchObject({ measures: 0, differences: 0, opened: 0, changed: 0 });
  });

  it('holds for articles that come later', async () => {
    await add(STORM.slice(0, 2));
    await judge(await idOf('12 schools'), 'different', await idOf('19 schools'));
    await add(STORM);
    await add(STORM_AND_AID);
    expect(await together(await idOf('12 schools'), await idOf('19 schools'))).toBe(false);
  });

  it('holds where a later reading takes the place of a claim', async () => {
    await addOlder(db, STORM.slice(0, 2), otherNoun);
    const [twelve, nineteen] = [await idOf('12 schools'), await idOf('19 schools')];
    await judge(twelve, 'different', nineteen);
    await rereadArticles(db, OWNER, minutesLater(6));
    const read = [await idOf('12 schools'), await idOf('19 schools')] as const;
    expect(read).not.toContain(twelve);
    expect(await together(...read)).toBe(false);
    const [word] = await db.read.select().from(pairJudgements);
    await takeBackPair(db, { id: word!.id }, anna, minutesLater(7));
    expect(await together(...read)).toBe(true);
  });

  it('of each person the last counts; another’s stands beside it, and a clash is told', async () => {
    await add();
    const [twelve, nineteen] = [await idOf('12 schools'), await idOf('19 schools')];
    await judge(twelve, 'different', nineteen, anna);
    await judge(twelve, 'same', nineteen, anna);
    expect(await together(twelve, nineteen)).toBe(true);
    expect(await judge(nineteen, 'different', twelve, bela)).toMatchObject({ followed: true });
    const { settled } = await wordsToday(db.read);
    expect(settled.clashes).toMatchObject([{ yields: { word: 'same', by: anna.id }, against: [{ word: 'different', by: bela.id }] }]);
    expect(await judge(twelve, 'same', nineteen, anna, 'Both are of the valley.')).toMatchObject({ followed: false });
    expect(await together(twelve, nineteen)).toBe(false);
  });

  it('does not move the claims of a published ruling', async () => {
    await add();
    for (const { articleId } of await db.read.selectDistinct({ articleId: claims.articleId }).from(claims))
      await acceptArticle(db, { id: articleId }, anna, NOW);
    const { id, revision } = (await db.read.select().from(cases).get())!;
    await ruleCase(db, { id, revision, ruling: { ...RULING } }, anna, NOW);
    expect(await publishCase(db, { id, revision: revision + 1, notice: null }, bela, NOW)).toMatchObject({ ok: true });
    const [twelve, nineteen] = [await idOf('12 schools'), await idOf('19 schools')];
    expect(await judge(twelve, 'different', nineteen)).toMatchObject({ followed: false });
    expect(await together(twelve, nineteen)).toBe(true);
    expect((await wordsToday(db.read)).settled.clashes).toMatchObject([{ against: [], published: [await homeOf(twelve)] }]);
  });

  it('of an utterance decides how its two reports stand, and nothing of where they stand', async () => {
    await add();
    const [twelve, nineteen] = [await idOf('12 schools'), await idOf('19 schools')];
    const kind = async () =>
      (await db.read.select().from(relations)).find(({ a, b }) => [a, b].sort().join() === [twelve, nineteen].sort().join())?.kind;
    expect(await kind()).toBe('contradiction');
    const before = await groups();
    const { id } = await judge(twelve, 'same', nineteen, anna, null, 'utterance');
    expect(await kind()).toBe('reported-differently');
    expect(await groups()).toEqual(before);
    await judge(twelve, 'different', nineteen, anna);
    expect(await together(twelve, nineteen)).toBe(false);
    expect(await takeBackPair(db, { id }, anna, minutesLater(8))).toMatchObject({ ok: true });
    expect((await wordsToday(db.read)).settled.utterances.areTogether(twelve, nineteen)).toBe(false);
  });

  it('parts a case that readers see but nobody ruled on', async () => {
    await add();
    for (const { articleId } of await db.read.selectDistinct({ articleId: claims.articleId }).from(claims))
      await acceptArticle(db, { id: articleId }, anna, NOW);
    const [twelve, nineteen] = [await idOf('12 schools'), await idOf('19 schools')];
    expect(await judge(twelve, 'different', nineteen)).toMatchObject({ followed: true });
    expect(await together(twelve, nineteen)).toBe(false);
  });
});

it('words stand in the export, with who said them and when', async () => {
  await add();
  const { id } = await judge(await idOf('12 schools'), 'unsure', await idOf('19 schools'), bela, 'The second text is cut.');
  const words = (await exportState(db)).find(([section]) => section === 'pairJudgements')![1];
  expect(words).toMatchObject([{ id, about: 'question', word: 'unsure', reason: 'The second text is cut.', person: bela.id, by: bela.id }]);
});

describe('who may say and take back what', () => {
  it('refuses what cannot be judged', async () => {
    await add();
    const [a, b] = [await idOf('12 schools'), await idOf('19 schools')];
    const say = (id: string, other: string, by: Parameters<typeof judgePair>[2] = anna, reason: string | null = null) =>
      judgePair(db, { id, other, about: 'question', word: 'same', reason }, by, NOW);
    expect(await say(a, b, OWNER)).toMatchObject({ refusal: { status: 403, code: 'Forbidden' } });
    expect(await say(a, a)).toMatchObject({ refusal: { status: 422, code: 'SameClaim' } });
    expect(await say(a, '0000000000')).toMatchObject({ refusal: { status: 404, code: 'ClaimUnknown' } });
    expect(await say(a, b, anna, 'x'.repeat(10_001))).toMatchObject({ refusal: { status: 422, code: 'TextTooLong' } });
    await rejectClaim(db, { id: b, reason: 'that is a year' }, anna, NOW);
    expect(await say(a, b)).toMatchObject({ refusal: { status: 409, code: 'ClaimRejected' } });
    const c = await idOf('40 bridges');
    expect(await say(a, c)).toMatchObject({ ok: true });
    expect(await say(c, a)).toMatchObject({ refusal: { status: 409, code: 'IllegalTransition' } });
    expect(await db.read.$count(pairJudgements)).toBe(1);
  });

  it('lets nobody but an administrator take back the word of another', async () => {
    await add();
    const { id } = await judge(await idOf('12 schools'), 'different', await idOf('19 schools'), anna);
    const back = (by: Parameters<typeof takeBackPair>[2], which = id) => takeBackPair(db, { id: which }, by, NOW);
    expect(await back(bela)).toMatchObject({ refusal: { status: 403, code: 'Forbidden' } });
    expect(await back(OWNER)).toMatchObject({ refusal: { status: 403 } });
    expect(await back(anna, '0000000000')).toMatchObject({ refusal: { status: 404, code: 'JudgementUnknown' } });
    const ada = await seedPerson(db, 'Ada', 'admin');
    expect(await back(ada)).toMatchObject({ ok: true });
    expect(await db.read.select().from(pairJudgements)).toMatchObject([{}, { word: 'taken-back', person: anna.id, by: ada.id }]);
    expect(await back(anna)).toMatchObject({ refusal: { status: 409, code: 'IllegalTransition' } });
  });
});

describe('words in a record too large to group as a whole', () => {
  const MORE = [
    ...STORM_AND_AID,
    article({ externalId: 'camp', text: '70 tents stood in the camp.', outlet: 'Radio Otter', publishedAt: '2024-05-03' }),
  ];

  async function say(a: string, word: PairWord | 'taken-back', b: string, by: Person) {
    await db.write(async (tx) => {
      await recordPair(tx, { ...pairOf(a, b), about: 'question', word, reason: null, person: by.id, at: NOW }, by);
      await regroupPair(tx, [a, b], NOW, 0);
    });
  }

  it('hold as they do in a small one, and taken back all is as before', async () => {
    await add(MORE);
    const ids = (await db.read.select({ id: claims.id }).from(claims)).map(({ id }) => id);
    const before = await groups();
    const pair = fc
      .tuple(fc.nat(ids.length - 1), fc.nat(ids.length - 1), fc.constantFrom<PairWord>('same', 'different'))
      .filter(([a, b]) => a !== b);
    await fc.assert(
      fc.asyncProperty(fc.array(pair, { minLength: 1, maxLength: 4 }), async (drawn) => {
        for (const [a, b, word] of drawn) await say(ids[a]!, word, ids[b]!, anna);
        const { settled } = await wordsToday(db.read);
        const yielding = new Set(settled.clashes.map(({ yields }) => yields.id));
        const said = await db.read.select().from(pairJudgements);
        const last = new Map(said.map((row) => [`${row.a} ${row.b}`, row]));
        for (const { id, a, b, word } of last.values())
          if ((word === 'same' || word === 'different') && !yielding.has(id)) expect(await together(a, b)).toBe(word === 'same');
        for (const { a, b, word } of last.values()) if (word !== 'taken-back') await say(a, 'taken-back', b, anna);
        expect(await groups()).toEqual(before);
        expect(await db.read.$count(claims, sql`measure_id IS NULL`)).toBe(0);
      }),
      // What follows a failure begins with what it left: nothing is made smaller.
      { numRuns: 12, endOnFailure: true },
    );
    expect(await regroupAll(db, minutesLater(9))).toMatchObject({ measures: 0, differences: 0 });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('hold for claims that are placed one after another', async () => {
    await add(STORM.slice(0, 2));
    await judge(await idOf('12 schools'), 'different', await idOf('19 schools'));
    for (const [at, one] of MORE.entries()) {
      await addArticles(db, [one], OWNER, minutesLater(10 + at), { groupLater: true });
      await regroup(db, minutesLater(10 + at), 0);
    }
    expect(await together(await idOf('12 schools'), await idOf('19 schools'))).toBe(false);
    const [seventy, camp] = [await idOf('70 tents'), await homeOf(await idOf('19 schools'))];
    await say(seventy, 'same', await idOf('19 schools'), bela);
    expect(await homeOf(seventy)).toBe(camp);
    expect(await db.read.$count(measures, sql`id NOT IN (SELECT measure_id FROM claims WHERE measure_id IS NOT NULL)`)).toBe(0);
  });
});

describe('the record keeps words as they were said', () => {
  beforeEach(async () => {
    await add();
    await judge(await idOf('12 schools'), 'different', await idOf('19 schools'), anna, 'Two valleys are meant.');
  });

  it.each([
    'UPDATE pair_judgements SET word = 1',
    'DELETE FROM pair_judgements',
    'INSERT OR REPLACE INTO pair_judgements SELECT * FROM pair_judgements',
  ])('and refuses %s', async (statement) => {
    await expect(db.write((tx) => tx.run(sql.raw(statement)))).rejects.toMatchObject({
      cause: { message: expect.stringContaining('append only') },
    });
  });

  it.each<[string, string, string | null]>([
    ['a word that was turned round', `UPDATE pair_judgements SET word = 'same'`, 'pairs.judge'],
    ['a reason', `UPDATE pair_judgements SET reason = 'None.'`, 'pairs.judge'],
    [
      'a word put into the mouth of another',
      `UPDATE pair_judgements SET person = (SELECT id FROM people WHERE name = 'Bela')`,
      'pairs.judge',
    ],
    ['a word taken away', 'DELETE FROM pair_judgements', 'pairs.judge'],
    ['a word under another entry', 'UPDATE pair_judgements SET seq = 1', 'people.add'],
    [
      'a word nobody said',
      `CREATE TEMP TABLE p AS SELECT * FROM pair_judgements; UPDATE p SET id = 'x', seq = 999; INSERT INTO pair_judgements SELECT * FROM p`,
      null,
    ],
  ])('so that verify finds %s, and names the entry', async (_, statements, action) => {
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    expect(await rewriteBehind(db, statements)).toBeGreaterThan(0);
    const verdict = await verifyRecord(db);
    expect(verdict).toMatchObject({ ok: false, reason: expect.stringContaining('word') });
    if (verdict.ok) return;
    const row = await db.read.select().from(auditLog).where(eq(auditLog.seq, verdict.seq)).get();
    expect(row ? JSON.parse(row.body).action : null).toBe(action);
  });
});
