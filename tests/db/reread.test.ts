import { eq } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { logHead } from '@/db/audit';
import { publishCase, ruleCase, takeCase } from '@/db/cases';
import { acceptArticle, acceptClaim, rejectClaim } from '@/db/claims';
import { queuePage, readArticleSheet } from '@/db/desk';
import { regroup, regroupAll } from '@/db/grouping';
import type { Database } from '@/db/open';
import { claimRecord, measureRecord, searchPublic } from '@/db/published';
import { type RereadArticle, type RereadOptions, rereadArticles } from '@/db/reread';
import { articles, auditLog, cases, claims, publications, readings, rulings } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import type { Refusal } from '@/lib/base';
import { ENGINE_VERSION } from '@/lib/claim';
import { article, STORM, shapeOf } from './intake-world';
import { addOlder, claimsOf, type Older, otherNoun } from './older-world';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

vi.mock('@/db/reading', async (original) => {
  const { readForRecord } = await original<typeof import('@/db/reading')>();
  const slow = { status: 422, code: 'TextTooSlow', cause: 'The text took too long.', next: 'Split it.' };
  const read: typeof readForRecord = async (text, context) =>
    text.includes('slow motion') ? { ok: false, refusal: slow as Refusal } : readForRecord(text, context);
  return { readForRecord: read };
});

/** Reads everything again and gathers what is reported. */
async function reread(db: Database, options: RereadOptions = {}) {
  const done: RereadArticle[] = [];
  const grouped = await rereadArticles(db, OWNER, minutesLater(30), {
    ...options,
    onArticle: async (one) => {
      done.push(one);
    },
  });
  return { done, grouped, changes: done.flatMap(({ changes }) => changes) };
}

const AID = article({
  externalId: 'parts',
  text: 'The aid reached 30 towns: 12 in the north, 10 in the south and 8 in the hills.',
  outlet: 'Hill Courier',
  publishedAt: '2024-05-05',
});
const statusOf = async (db: Database, articleId: string) => (await claimsOf(db, articleId)).map(({ status }) => status);
const SAME: Older = (all) => all;
const otherTerms: Older = (all) => all.map((claim) => ({ ...claim, asOfBasis: 'assumed', frame: { ...claim.frame, near: ['word'] } }));

/** The record without the questions that nothing answers any more, and their cases. */
async function living(db: Database): Promise<object> {
  const shape = (await shapeOf(db)) as Record<string, string[]>;
  const asked = new Set(shape.claims!.map((claim) => JSON.parse(claim)[1]));
  return {
    ...shape,
    measures: shape.measures!.filter((measure) => asked.has(JSON.parse(measure).title)),
    cases: shape.cases!.filter((one) => JSON.parse(one)[0] !== 'dismissed'),
  };
}

describe('reading a record again', () => {
  it.each([
    ['grouped as a whole', otherNoun, 2000],
    ['placed claim by claim', otherNoun, 0],
    ['grouped as a whole, read otherwise in small things', otherTerms, 2000],
    ['placed claim by claim, read otherwise in small things', otherTerms, 0],
  ])('comes to what a new import comes to, where nobody judged anything: %s', async (_, older, small) => {
    const [db, fresh] = [await newRecord(), await newRecord()];
    await addOlder(db, [...STORM, AID], older);
    await addArticles(fresh, [...STORM, AID], OWNER, NOW);
    const { changes } = await reread(db, { groupLater: true });
    expect(changes.length).toBeGreaterThan(5);
    expect(changes.every(({ change, held }) => change === 'changed' && !held)).toBe(true);
    await regroup(db, minutesLater(31), small);
    expect(await living(db)).toEqual(await living(fresh));
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    expect(await regroupAll(db, minutesLater(40))).toMatchObject({ measures: 0, differences: 0, opened: 0, changed: 0 });
  });

  it('goes on with an open case where the question is the same, and opens another where it is not', async () => {
    for (const [older, states] of [
      [otherTerms, ['in-review']],
      [otherNoun, ['dismissed', 'open']],
    ] as const) {
      const db = await newRecord();
      await addOlder(db, STORM, older);
      const found = (await db.read.select().from(cases).get())!;
      const anna = await seedPerson(db, 'Anna');
      expect(await takeCase(db, { id: found.id, revision: found.revision }, anna, minutesLater(1))).toMatchObject({ ok: true });
      await reread(db);
      expect((await db.read.select().from(cases)).map(({ state }) => state).sort()).toEqual(states);
      expect(await verifyRecord(db)).toMatchObject({ ok: true });
    }
  });

  it('leaves one fact for each article, and nothing to do a second time', async () => {
    const db = await newRecord();
    const ids = await addOlder(db, STORM, SAME);
    const head = await logHead(db.read);
    const { done, changes } = await reread(db);
    expect(done.map(({ articleId }) => articleId).sort()).toEqual([...ids].sort());
    expect(changes).toEqual([]);
    const facts = (await db.read.select().from(auditLog)).slice(head).map(({ body }) => JSON.parse(body));
    expect(facts.map(({ action, actor, fromVersion, toVersion }) => ({ action, actor, fromVersion, toVersion }))).toEqual(
      ids.map(() => ({ action: 'articles.reread', actor: 'owner', fromVersion: 0, toVersion: 1 })),
    );
    expect(await reread(db)).toMatchObject({ done: [], grouped: { measures: 0, conflicts: 0 } });
    expect(await logHead(db.read)).toBe(head + ids.length);
  });

  it('keeps what was read before beside it, and shows what is read today', async () => {
    const db = await newRecord();
    const [id] = await addOlder(db, [STORM[0]!], otherNoun);
    const [before] = await claimsOf(db, id!);
    await reread(db);
    const [old, now] = await claimsOf(db, id!);
    expect(old).toMatchObject({ id: before!.id, noun: 'things', status: 'superseded' });
    expect(now).toMatchObject({ noun: 'schools', status: 'read', start: old!.start });
    expect(await db.read.select().from(readings)).toMatchObject([
      { engine: ENGINE_VERSION, revision: 1, added: [now!.id], superseded: [{ claim: old!.id, by: now!.id }] },
    ]);
    const sheet = await readArticleSheet(db.read, id!);
    expect(sheet).toMatchObject({ article: { engine: ENGINE_VERSION }, claims: [{ id: now!.id }] });
    expect(await db.read.select({ engine: articles.engine }).from(articles)).toEqual([{ engine: '1' }]);
    const { lines } = await queuePage(db.read, { split: 'articles', filters: {}, personId: 'nobody', now: NOW });
    expect(lines).toMatchObject([{ id, waiting: 1, total: 1 }]);
    const anna = await seedPerson(db, 'Anna');
    expect(await acceptClaim(db, { id: old!.id }, anna, NOW)).toMatchObject({ refusal: { code: 'ClaimSuperseded', status: 409 } });
    expect(await rejectClaim(db, { id: old!.id, reason: 'that is a year' }, anna, NOW)).toMatchObject({
      refusal: { code: 'ClaimSuperseded' },
    });
    expect(await acceptArticle(db, { id: id! }, anna, NOW)).toMatchObject({ value: { accepted: 1 } });
    expect(await claimRecord(db.read, now!.id)).toMatchObject({ record: { claims: [{ article: { engine: ENGINE_VERSION } }] } });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('takes in what is new and lets go what is gone', async () => {
    const db = await newRecord();
    const [id] = await addOlder(db, [STORM[2]!], ([first]) => [first!, { ...first!, figure: { start: 0, end: 0 } }]);
    const { changes } = await reread(db);
    expect(changes.map(({ change, before, after }) => ({ change, before, after }))).toEqual([
      { change: 'new', before: null, after: expect.stringContaining('300 people') },
      { change: 'gone', before: '40 bridges', after: null },
    ]);
    expect((await statusOf(db, id!)).sort()).toEqual(['read', 'read', 'superseded']);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('only shows it when asked to write nothing', async () => {
    const db = await newRecord();
    await addOlder(db, STORM, otherNoun);
    const head = await logHead(db.read);
    const rehearsed = await reread(db, { dryRun: true });
    expect(await logHead(db.read)).toBe(head);
    expect(await db.read.$count(readings)).toBe(0);
    expect((await reread(db)).changes).toEqual(rehearsed.changes);
  });

  it('leaves what cannot be read for the next time, and stops for none', async () => {
    const db = await newRecord();
    const slow = article({ text: 'A film of 12 boats in slow motion was shown, and 40 people saw it.', outlet: 'Hill Courier' });
    const [id] = await addOlder(db, [slow, ...STORM], otherNoun);
    const { done } = await reread(db);
    expect(done.filter(({ refusal }) => refusal !== null)).toMatchObject([{ articleId: id, refusal: { code: 'TextTooSlow' } }]);
    expect(await db.read.$count(readings)).toBe(STORM.length);
    expect((await reread(db)).done).toMatchObject([{ articleId: id }]);
  });
});

describe('judgements in a record that is read again', () => {
  it('keep an accepted claim and a published case word for word; what is read now is a suggestion', async () => {
    const db = await newRecord();
    const ids = await addOlder(db, STORM.slice(0, 2), otherNoun);
    const [anna, bela] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela')];
    for (const id of ids) await acceptArticle(db, { id }, anna, minutesLater(1));
    const found = (await db.read.select().from(cases).get())!;
    const ruling = {
      ...{ verdicts: ['supported', 'contradicted'] as const, accepted: 0, reasonCode: 'source-error' as const },
      ...{ rationale: 'The school office lists them by name.', evidence: [], noEvidence: true },
    };
    const ruled = await ruleCase(
      db,
      { id: found.id, revision: found.revision, ruling: { ...ruling, verdicts: [...ruling.verdicts] } },
      anna,
      minutesLater(2),
    );
    if (!ruled.ok) throw new Error(ruled.refusal.cause);
    expect(await publishCase(db, { id: found.id, revision: ruled.value.revision, notice: null }, bela, minutesLater(3))).toMatchObject({
      ok: true,
    });
    const everything = async () => ({
      claims: await db.read.select().from(claims).orderBy(claims.id),
      cases: await db.read.select().from(cases),
      rulings: await db.read.select().from(rulings),
      publications: await db.read.select().from(publications),
      page: await measureRecord(db.read, found.measureId),
      found: await searchPublic(db.read, 'schools'),
    });
    const before = await everything();
    expect(before.page).not.toBeNull();
    const { changes } = await reread(db);
    expect(changes).toHaveLength(2);
    expect(changes.map(({ claimId }) => claimId).sort()).toEqual(before.claims.map(({ id }) => id));
    for (const change of changes) expect(change).toMatchObject({ change: 'changed', held: true, status: 'accepted' });
    expect(changes[0]!.fields).toContainEqual({ field: 'noun', before: 'things', after: 'schools' });
    expect(await everything()).toEqual(before);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('hold the place of what was rejected, and what a ruling rests on before it is published', async () => {
    const db = await newRecord();
    const [post, courier, radio] = await addOlder(db, STORM.slice(0, 3), otherNoun);
    const anna = await seedPerson(db, 'Anna');
    const [bridges] = await claimsOf(db, radio!);
    await rejectClaim(db, { id: bridges!.id, reason: 'The text counts no bridges.' }, anna, NOW);
    const found = (await db.read.select().from(cases).get())!;
    const ruling = {
      ...{ verdicts: ['supported', 'contradicted'] as ['supported', 'contradicted'], accepted: 0, reasonCode: 'source-error' as const },
      ...{ rationale: 'The school office lists them by name.', evidence: [], noEvidence: true },
    };
    expect(await ruleCase(db, { id: found.id, revision: found.revision, ruling }, anna, NOW)).toMatchObject({ ok: true });
    const { changes } = await reread(db);
    expect(
      changes
        .filter(({ held }) => held)
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['read', 'read', 'rejected']);
    expect([await statusOf(db, post!), await statusOf(db, courier!)]).toEqual([['read'], ['read']]);
    expect(await statusOf(db, radio!)).toEqual(['rejected', 'superseded', 'read']);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('hold the total of an accepted part, while parts of a total that gave way come again with it', async () => {
    const part =
      (noun: string): Older =>
      (all) =>
        all.map((claim) => (claim.partOf === null ? { ...claim, noun } : claim));
    for (const accepted of [false, true]) {
      const db = await newRecord();
      const [id] = await addOlder(db, [AID], part('places'));
      const before = await claimsOf(db, id!);
      expect(before.filter(({ partOf }) => partOf === before[0]!.id)).toHaveLength(3);
      const anna = await seedPerson(db, 'Anna');
      if (accepted) await acceptClaim(db, { id: before[1]!.id }, anna, NOW);
      await reread(db);
      const standing = (await claimsOf(db, id!)).filter(({ status }) => status !== 'superseded');
      const total = standing.find(({ partOf }) => partOf === null)!;
      expect(standing.map(({ partOf }) => partOf)).toEqual([null, total.id, total.id, total.id]);
      expect(total.id === before[0]!.id).toBe(accepted);
      expect(total.noun).toBe(accepted ? 'places' : 'towns');
      expect(await verifyRecord(db)).toMatchObject({ ok: true });
    }
  });

  it('are seen when they come while the text is being read', async () => {
    const db = await newRecord();
    const [id] = await addOlder(db, [STORM[0]!], otherNoun);
    const anna = await seedPerson(db, 'Anna');
    // The count is taken first, the transaction comes last.
    const { changes } = await reread(db, { onStart: () => void acceptArticle(db, { id: id! }, anna, NOW) });
    expect(changes).toMatchObject([{ held: true, status: 'accepted' }]);
    expect(await db.read.$count(claims, eq(claims.status, 'superseded'))).toBe(0);
  });
});
