import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { allowedSteps } from '@/app/(desk)/_parts/allowed';
import { OWNER } from '@/db/actor';
import { addClaim } from '@/db/adding-claims';
import { addArticles } from '@/db/articles';
import { setAuditShare } from '@/db/audit-share';
import { extractedBy } from '@/db/by-hand';
import { loadCase } from '@/db/case-record';
import { dismissCase, publishCase, ruleCase } from '@/db/cases';
import { acceptArticle, acceptClaim } from '@/db/claims';
import { type Correction, correctClaim, takeBackReading } from '@/db/correcting';
import { readCaseSheet } from '@/db/desk';
import { regroup, regroupPair } from '@/db/grouping';
import type { Database, Reads } from '@/db/open';
import type { Person } from '@/db/people';
import { effectsOf } from '@/db/queue/effects';
import { rereadArticles } from '@/db/reread';
import { setDeskReview } from '@/db/review-mode';
import { articles, auditLog, cases, claimKeys, claims, handReadings, measures, relations } from '@/db/schema';
import { verb } from '@/db/verb';
import { verifyRecord } from '@/db/verify';
import { within } from '@/db/within';
import type { RulingInput } from '@/lib/adjudication';
import { refuse } from '@/lib/base';
import { article, STORM } from './intake-world';
import { addOlder, claimsOf } from './older-world';
import { rewriteBehind } from './rewrite';
import { RULING, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const REASON = 'The annex says so plainly.';

let db: Database;
let anna: Person;
let bela: Person;
let ada: Person;
beforeEach(async () => {
  db = await newRecord();
  [anna, bela, ada] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela'), await seedPerson(db, 'Ada', 'admin')];
});

/** Two articles that disagree about the schools. */
async function storm(other = '19'): Promise<{ post: string; courier: string }> {
  const [post, courier] = STORM;
  const hedged = { ...post!, text: post!.text.replace('12', 'about 12') };
  await addArticles(db, [hedged, { ...courier!, text: courier!.text.replace('19', other) }], OWNER, NOW);
  const rows = await db.read.select().from(articles);
  const idOf = (name: string) => rows.find(({ externalId }) => externalId === name)!.id;
  return { post: idOf('post'), courier: idOf('courier') };
}

const one = async (articleId: string) => (await claimsOf(db, articleId))[0]!;
const correct = (id: string, more: Partial<Correction>, by = anna, small?: number) =>
  correctClaim(db, { id, revision: 0, selected: null, reason: REASON, ...more }, by, minutesLater(5), small);
const words = (quote: string, place: number | null = null) => ({ quote, place });

describe('a person corrects what was read', () => {
  it('by selecting words: the number is read from them, the machine’s reading is kept, and verify holds both', async () => {
    const { post } = await storm();
    const machine = await one(post);
    const done = await correct(machine.id, { selected: words('12 schools') });
    expect(done).toEqual({ ok: true, value: { id: machine.id, revision: 1 } });
    const [row] = await db.read.select().from(handReadings);
    expect(row).toMatchObject({ act: 'corrected', changed: ['figure'], by: anna.id, byRole: 'reviewer', reason: REASON, revision: 1 });
    expect(row!.before).toMatchObject({ text: machine.text, noun: machine.noun });
    expect(await one(post)).toMatchObject({ id: machine.id, low: '12', text: row!.reading.text });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    const log = await db.read.select().from(auditLog);
    expect(log.map(({ body }) => JSON.parse(body)).filter(({ action }) => action === 'claims.correct')).toMatchObject([
      { actor: anna.id, subject: `claim:${machine.id}`, fromVersion: 0, toVersion: 1 },
    ]);
    expect(log.some(({ body }) => body.includes('Anna') || body.includes('annex'))).toBe(false);
  });

  it('and all that follows is compared by it: a conflict goes, and comes back when it is taken back', async () => {
    const text = 'The storm closed 12 schools in the valley, officials said. The office had named 19 schools in the valley first.';
    const [first] = STORM;
    await addArticles(db, [{ ...first!, text }, STORM[1]!], OWNER, NOW);
    const found = await db.read.select().from(claims);
    const twelve = found.find(({ low }) => low === '12')!;
    for (const { id } of await db.read.select().from(articles)) await acceptArticle(db, { id }, bela, minutesLater(1));
    const conflicts = async () =>
      (await db.read.select().from(relations)).filter((row) => row.alert && [row.a, row.b].includes(twelve.id)).length;
    expect(await conflicts()).toBeGreaterThan(0);
    for (const small of [undefined, 0]) {
      const revision = small === undefined ? 0 : 2;
      expect(await correct(twelve.id, { revision, selected: words('19 schools in the valley') }, anna, small)).toMatchObject({ ok: true });
      await regroup(db, minutesLater(6), small);
      expect([small, await conflicts()]).toEqual([small, 0]);
      expect(await takeBackReading(db, { id: twelve.id, revision: revision + 1 }, anna, minutesLater(7), small)).toMatchObject({
        ok: true,
      });
      await regroup(db, minutesLater(8), small);
      expect([small, await conflicts()]).toEqual([small, expect.any(Number)]);
      expect(await conflicts()).toBeGreaterThan(0);
      expect(await verifyRecord(db)).toMatchObject({ ok: true });
    }
  });

  it.each([undefined, 0])(
    'in a small record and a large one, accepted or not: the same question is compared anew (up to %s claims)',
    async (small) => {
      const { post } = await storm('13');
      const { id } = await one(post);
      const conflicts = async () =>
        (await db.read.select().from(relations)).filter((row) => row.alert && [row.a, row.b].includes(id)).length;
      const filed = async () => (await db.read.select().from(claimKeys).where(eq(claimKeys.claimId, id))).map(({ key }) => key).sort();
      const keys = await filed();
      expect(await conflicts()).toBe(0);
      // "about 12" may be 13; "12" is not.
      expect(await correct(id, { selected: words('12 schools'), noun: 'village halls' }, anna, small)).toMatchObject({ ok: true });
      expect(await filed()).not.toEqual(keys);
      expect(await takeBackReading(db, { id, revision: 1 }, anna, minutesLater(6), small)).toMatchObject({ ok: true });
      expect(await filed()).toEqual(keys);
      await regroup(db, minutesLater(7), small);
      expect(await correct(id, { revision: 2, selected: words('12 schools') }, anna, small)).toMatchObject({ ok: true });
      await regroup(db, minutesLater(8), small);
      expect(await conflicts()).toBeGreaterThan(0);
      expect(await takeBackReading(db, { id, revision: 3 }, anna, minutesLater(9), small)).toMatchObject({ ok: true });
      await regroup(db, minutesLater(10), small);
      expect(await conflicts()).toBe(0);
      expect(await verifyRecord(db)).toMatchObject({ ok: true });
    },
  );

  it('in a part of a larger act that is refused, and nothing follows from it in the rest of that act', async () => {
    const { post, courier } = await storm('13');
    await regroup(db, minutesLater(1));
    const pair = [(await one(post)).id, (await one(courier)).id] as const;
    const before = await one(post);
    const conflicts = async (from: Reads) => (await from.select().from(relations)).filter((row) => row.alert).length;
    const done = await verb(db, async (tx) => {
      const part = await verb(within(db, tx), async (deeper) => {
        const inside = within(db, deeper);
        await correctClaim(inside, { id: pair[0], revision: 0, selected: words('12 schools'), reason: REASON }, anna, minutesLater(5));
        await regroupPair(deeper, pair, minutesLater(5));
        expect(await conflicts(deeper)).toBeGreaterThan(0);
        return refuse(409, 'No', 'It may not be.', 'Leave it.');
      });
      expect(part).toMatchObject({ refusal: { code: 'No' } });
      await regroupPair(tx, pair, minutesLater(5));
      expect(await conflicts(tx)).toBe(0);
      return acceptClaim(within(db, tx), { id: pair[0] }, bela, minutesLater(5));
    });
    expect(done).toMatchObject({ ok: true });
    expect(await one(post)).toMatchObject({ text: before.text, hedge: before.hedge, status: 'accepted' });
    expect(await conflicts(db.read)).toBe(0);
    expect(await db.read.$count(handReadings)).toBe(0);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('by its fields: speaker, day, places and what is counted, each said by a person', async () => {
    const { post } = await storm();
    const { id } = await one(post);
    const done = await correct(id, {
      speaker: 'Rosa Lind',
      speakerRole: 'mayor',
      asOf: '2024-05',
      scope: 'Bergen, outside Norway',
      noun: 'village schools',
    });
    expect(done).toMatchObject({ ok: true });
    const row = await one(post);
    expect(row).toMatchObject({
      speakerName: 'Rosa Lind',
      speakerRole: 'mayor',
      speakerInferred: false,
      asOf: '2024-05',
      asOfBasis: 'stated',
      low: '12',
    });
    expect(row.frame).toMatchObject({ scope: ['Bergen', 'outside Norway'], head: 'school', modifiers: ['village'] });
    expect((await db.read.select().from(handReadings))[0]).toMatchObject({ changed: ['speaker', 'asOf', 'scope', 'noun'], selected: null });
    expect(await correct(id, { revision: 1, speaker: null })).toMatchObject({ ok: true });
    expect(await one(post)).toMatchObject({ speakerName: null, asOf: '2024-05' });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('and what they write of what is counted is the question of its measure', async () => {
    const { post } = await storm();
    const { id } = await one(post);
    expect(await correct(id, { noun: 'people injured', scope: 'Kelmar' })).toMatchObject({ ok: true });
    await regroup(db, minutesLater(6));
    const { measureId } = await one(post);
    const measure = await db.read.select().from(measures).where(eq(measures.id, measureId!)).get();
    expect(measure?.title).toBe('How many people were injured in Kelmar?');
  });

  it('never to a day after the publication, unless the claim looks ahead', async () => {
    const ahead = article({
      text: 'The town plans to build 40 schools in the valley.',
      outlet: 'Town Crier',
      publishedAt: '2024-05-02',
      externalId: 'ahead',
    });
    await addArticles(db, [STORM[0]!, ahead], OWNER, NOW);
    const rows = await db.read.select().from(claims);
    const told = rows.find(({ low }) => low === '12')!;
    const planned = rows.find(({ low }) => low === '40')!;
    for (const asOf of ['2024-05-03', '2024-06', '2025'])
      expect(await correct(told.id, { asOf })).toMatchObject({ refusal: { code: 'AsOfTooLate', field: 'asOf' } });
    for (const asOf of ['tomorrow', '2024-13', '2024-02-30'])
      expect(await correct(told.id, { asOf })).toMatchObject({ refusal: { code: 'InvalidDate' } });
    for (const asOf of ['2024-05', '2024', '2024-05-02']) expect((await correct(planned.id, { asOf, revision: 9 })).ok).toBe(false);
    expect(await correct(told.id, { asOf: '2024-05-01' })).toMatchObject({ ok: true });
    expect(await correct(planned.id, { asOf: '2026' })).toMatchObject({ ok: true });
  });

  it('once: whoever comes second gets 409 with both, and nothing is written', async () => {
    const { post } = await storm();
    const { id } = await one(post);
    await correct(id, { speaker: 'Rosa Lind' });
    const late = await correct(id, { speaker: 'Jon Aske' }, bela);
    expect(late).toMatchObject({
      refusal: { code: 'VersionConflict', status: 409, details: { yours: { revision: 0 }, current: { revision: 1, by: anna.id } } },
    });
    expect((await one(post)).speakerName).toBe('Rosa Lind');
  });

  it('never without a change, a reason or words that stand there', async () => {
    const { post } = await storm();
    const { id, start } = await one(post);
    const cases: [Partial<Correction>, string][] = [
      [{}, 'NothingChanged'],
      [{ speaker: 'Rosa Lind', reason: 'no' }, 'ReasonTooShort'],
      [{ selected: words('13 schools') }, 'QuoteNotFound'],
      [{ selected: words('12 schools', start + 1) }, 'QuoteMoved'],
      [{ selected: words('12 schools', -5) }, 'QuoteMoved'],
      [{ selected: words('12 schools', 99_999_999) }, 'QuoteMoved'],
      [{ selected: words('schools') }, 'NoNumberSelected'],
      [{ speaker: 'x'.repeat(201) }, 'FieldTooLong'],
    ];
    for (const [more, code] of cases) expect([code, await correct(id, more)]).toMatchObject([code, { ok: false, refusal: { code } }]);
    expect(await correct('0000000000', {})).toMatchObject({ refusal: { code: 'ClaimUnknown', status: 404 } });
    expect(await correctClaim(db, { id, revision: 0, selected: null, reason: REASON }, OWNER, NOW)).toMatchObject({
      refusal: { status: 403 },
    });
    expect(await db.read.select().from(handReadings)).toEqual([]);
  });

  it('asks which place is meant where the words stand more than once', async () => {
    const text = 'Crews saw 12 boats at dawn. Crews saw 12 boats at dusk.';
    await addArticles(db, [article({ text, externalId: 'twice' })], OWNER, NOW);
    const [first] = await db.read.select().from(claims).orderBy(claims.start);
    const asked = await correct(first!.id, { selected: words('saw 12 boats') });
    expect(asked).toMatchObject({
      refusal: { code: 'QuoteAmbiguous', details: { places: [{ place: 6, after: expect.stringContaining('dawn') }, { place: 34 }] } },
    });
    expect(await correct(first!.id, { selected: words('saw 12 boats', 34) })).toMatchObject({ ok: true });
  });

  it('not while a ruling on the figure waits or is published', async () => {
    const { post, courier } = await storm();
    for (const id of [post, courier]) await acceptArticle(db, { id }, bela, minutesLater(1));
    const open = (await db.read.select().from(cases).get())!;
    const { id } = await one(post);
    expect(await ruleCase(db, { id: open.id, revision: open.revision, ruling: RULING }, ada, minutesLater(2))).toMatchObject({ ok: true });
    expect(await correct(id, { speaker: 'Rosa Lind' })).toMatchObject({ refusal: { code: 'CaseRuled', status: 409 } });
    await publishCase(db, { id: open.id, revision: open.revision + 1, notice: null }, bela, minutesLater(3));
    expect(await correct(id, { speaker: 'Rosa Lind' })).toMatchObject({ refusal: { code: 'CaseRuled' } });
  });
});

describe('taking a reading back', () => {
  it('gives the one before it, the machine’s in the end; that of another only as an administrator', async () => {
    const { post } = await storm();
    const machine = await one(post);
    const { id } = machine;
    await correct(id, { speaker: 'Rosa Lind' });
    await correct(id, { speaker: 'Jon Aske', revision: 1 }, bela);
    const back = (by: Person, revision: number) => takeBackReading(db, { id, revision }, by, minutesLater(9));
    expect(await back(anna, 2)).toMatchObject({ refusal: { code: 'Forbidden', status: 403 } });
    expect(await back(bela, 2)).toMatchObject({ ok: true, value: { revision: 3 } });
    expect((await one(post)).speakerName).toBe('Rosa Lind');
    expect(await back(ada, 3)).toMatchObject({ ok: true });
    const { measureId: _, ...stands } = await one(post);
    expect(stands).toEqual({ ...machine, measureId: undefined });
    expect(await back(ada, 4)).toMatchObject({ refusal: { code: 'IllegalTransition' } });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });
});

describe('adding a claim that was missed', () => {
  const TEXT = 'The storm closed 12 schools in the valley, officials said. Then the two boats of 44 rowers sank.';

  it('reads its one number, marks who added it, and lets it go the way of the others', async () => {
    await addArticles(db, [article({ text: TEXT, externalId: 'a', outlet: 'Valley Post', publishedAt: '2024-05-02' })], OWNER, NOW);
    const { id: articleId } = (await db.read.select().from(articles).get())!;
    const before = (await claimsOf(db, articleId)).length;
    const added = await addClaim(db, { id: articleId, selected: words('two boats'), reason: null }, anna, minutesLater(1));
    if (!added.ok) throw new Error(added.refusal.cause);
    const rows = await claimsOf(db, articleId);
    expect(rows).toHaveLength(before + 1);
    expect(rows.find((row) => row.id === added.value.id)).toMatchObject({ low: '2', status: 'read', ordinal: before });
    expect(await db.read.select().from(handReadings)).toMatchObject([{ act: 'added', before: null, by: anna.id, revision: 1 }]);
    await regroup(db, minutesLater(2));
    expect(await acceptClaim(db, { id: added.value.id }, bela, minutesLater(3))).toMatchObject({ ok: true });
    expect((await claimsOf(db, articleId)).find((row) => row.id === added.value.id)!.measureId).not.toBeNull();
    expect(await takeBackReading(db, { id: added.value.id, revision: 1 }, anna, NOW)).toMatchObject({
      refusal: { code: 'IllegalTransition' },
    });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    expect(await extractedBy(db.read, [added.value.id])).toEqual(new Set([anna.id]));
  });

  it('refuses what is there already, and what holds no one number', async () => {
    await addArticles(db, [article({ text: TEXT, externalId: 'a' })], OWNER, NOW);
    const { id: articleId } = (await db.read.select().from(articles).get())!;
    const add = (quote: string) => addClaim(db, { id: articleId, selected: words(quote), reason: null }, anna, NOW);
    expect(await add('12 schools')).toMatchObject({ refusal: { code: 'ClaimThere', status: 409 } });
    expect(await add('two boats of 44 rowers')).toMatchObject({ refusal: { code: 'SeveralNumbers' } });
    expect(await add('officials said')).toMatchObject({ refusal: { code: 'NoNumberSelected' } });
    expect(await add('14 schools')).toMatchObject({ refusal: { code: 'QuoteNotFound' } });
    expect(await addClaim(db, { id: '0000000000', selected: words('12'), reason: null }, anna, NOW)).toMatchObject({
      refusal: { status: 404 },
    });
  });
});

describe('whoever read a number by hand', () => {
  it('is named for its claims, until that is taken back; other fields do not count', async () => {
    const { post, courier } = await storm();
    const [a, b] = [(await one(post)).id, (await one(courier)).id];
    await correct(a, { selected: words('12 schools') });
    await correct(b, { speaker: 'Rosa Lind' }, bela);
    expect(await extractedBy(db.read, [a, b])).toEqual(new Set([anna.id]));
    expect(await extractedBy(db.read, [b])).toEqual(new Set());
    await takeBackReading(db, { id: a, revision: 1 }, anna, minutesLater(6));
    expect(await extractedBy(db.read, [a, b])).toEqual(new Set());
  });
});

describe('a case whose figure is corrected by hand', () => {
  /** The open case about the schools, with the claim of the post in its first position. */
  async function schools() {
    await setDeskReview(db, { review: 'blind' }, OWNER, NOW);
    const { post } = await storm();
    await regroup(db, minutesLater(1));
    const machine = await one(post);
    const found = await db.read.select().from(cases);
    const row = found.find(({ positions }) => positions.some((position) => position.claims.includes(machine.id)))!;
    const rule = async (by: Person, minutes: number) => {
      const { view } = (await loadCase(db.read, row.id))!;
      const verdicts = (row.positions.length === 2 ? ['supported', 'contradicted'] : []) as RulingInput['verdicts'];
      return ruleCase(db, { id: row.id, revision: view.revision, ruling: { ...RULING, verdicts } }, by, minutesLater(minutes));
    };
    return { claim: machine.id, id: row.id, rule, view: async () => (await loadCase(db.read, row.id))!.view };
  }

  it('is judged anew: the opinion on what it said before is gone', async () => {
    const { claim, rule, view } = await schools();
    await setAuditShare(db, { share: 100 }, OWNER, NOW);
    expect(await rule(anna, 2)).toMatchObject({ value: { awaits: 'second' } });
    expect(await correct(claim, { selected: words('12 schools') }, ada)).toMatchObject({ ok: true });
    await regroup(db, minutesLater(6));
    expect((await view()).opinions).toEqual([]);
    expect(await rule(bela, 7)).toMatchObject({ value: { awaits: 'second' } });
    expect(await rule(ada, 8)).toMatchObject({ refusal: { code: 'OwnExtraction', status: 403 } });
    expect(await rule(anna, 9)).toMatchObject({ value: { state: 'ruled' } });
    // Nobody but Ada is left who could audit it, and she may not.
    expect((await view()).audit).toBe('none');
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('is not decided by the opinion of who corrected it, before the change was looked through either', async () => {
    const { claim, rule, view } = await schools();
    await rule(anna, 2);
    expect(await correct(claim, { selected: words('12 schools') })).toMatchObject({ ok: true });
    expect(await rule(bela, 6)).toMatchObject({ value: { awaits: 'second' } });
    expect((await view()).opinions.map(({ by }) => by)).toEqual([bela.id]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('is neither published nor dismissed by who corrected it, and says so before they write', async () => {
    const { claim, id, rule } = await schools();
    await setDeskReview(db, { review: 'single' }, OWNER, NOW);
    await correct(claim, { selected: words('12 schools') }, ada);
    await regroup(db, minutesLater(6));
    const seen = async () => ({ id, revision: (await loadCase(db.read, id))!.view.revision });
    const reason = 'They count other schools.';
    const own = { refusal: { code: 'OwnExtraction', status: 403 } };
    expect(await dismissCase(db, { ...(await seen()), reason }, ada, minutesLater(7))).toMatchObject(own);
    expect((await effectsOf(db.read, 'dismiss', [id], ada, minutesLater(7)))[0]).toMatchObject(own);
    const offered = async (by: Person) => allowedSteps((await readCaseSheet(db.read, id, by.id))!, by, [], NOW);
    expect([await offered(ada), await offered(bela)]).toMatchObject([
      { rule: false, dismiss: false, take: false },
      { rule: true, dismiss: true, take: true },
    ]);
    expect(await rule(bela, 8)).toMatchObject({ value: { state: 'ruled' } });
    expect((await offered(ada)).publish).toMatchObject({ code: 'OwnExtraction' });
    expect(await publishCase(db, { ...(await seen()), notice: null }, ada, minutesLater(9))).toMatchObject(own);
    const lost = await dismissCase(db, { id, revision: 0, reason }, ada, minutesLater(9));
    expect(JSON.stringify(lost)).not.toContain('extractors');
  });
});

describe('a later engine', () => {
  it('keeps what people read, and adds nothing in its place', async () => {
    const [id] = await addOlder(db, STORM.slice(0, 1), (all) => all.map((claim) => ({ ...claim, noun: 'things' })));
    const { id: claim } = await one(id!);
    await correct(claim, { selected: words('12 schools') });
    await addClaim(db, { id: id!, selected: words('12', 99), reason: null }, anna, NOW);
    await regroup(db, minutesLater(8));
    const stands = await one(id!);
    await rereadArticles(db, OWNER, minutesLater(9));
    expect(await claimsOf(db, id!)).toEqual([stands]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    expect(await takeBackReading(db, { id: claim, revision: 1 }, anna, minutesLater(10))).toMatchObject({ ok: true });
    expect(await one(id!)).toMatchObject({ noun: 'things' });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });
});

describe('what was read by hand cannot be rewritten', () => {
  it.each([
    `UPDATE hand_readings SET reason = 'x'`,
    'DELETE FROM hand_readings',
    `UPDATE claims SET low = '13'`,
    `UPDATE claims SET frame = '{}' WHERE id NOT IN (SELECT claim_id FROM hand_readings)`,
  ])('%s', async (statement) => {
    const { post } = await storm();
    await correct((await one(post)).id, { selected: words('12 schools') });
    await expect(db.write((tx) => tx.run(sql.raw(statement)))).rejects.toMatchObject({
      cause: { message: expect.stringContaining('append only') },
    });
  });

  it.each([
    ['what a claim says', `UPDATE claims SET low = '13' WHERE low = '12'`],
    ['who says it', `UPDATE claims SET frame = '{}' WHERE low = '12'`],
    ['the reading of a person', `UPDATE hand_readings SET reading = json_set(reading, '$.low', '13')`],
    ['the machine’s reading', `UPDATE hand_readings SET before = json_set(before, '$.low', '13')`],
    ['who read it', 'UPDATE hand_readings SET by = (SELECT id FROM people WHERE id <> by LIMIT 1)'],
    ['an act taken away', 'DELETE FROM hand_readings'],
    [
      'an act nobody did',
      'CREATE TEMP TABLE h AS SELECT * FROM hand_readings; UPDATE h SET revision = 2; INSERT INTO hand_readings SELECT * FROM h',
    ],
  ])('verify finds %s, rewritten behind the log', async (_, statements) => {
    const { post } = await storm();
    const { id } = await one(post);
    await correct(id, { selected: words('12 schools') });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    expect(await rewriteBehind(db, statements)).toBeGreaterThan(0);
    expect(await verifyRecord(db)).toMatchObject({ ok: false });
    expect(await db.read.select().from(claims).where(eq(claims.id, id))).toHaveLength(1);
  });
});
