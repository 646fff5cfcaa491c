import { readFileSync } from 'node:fs';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { dismissCase, publishCase, releaseCase, returnCase, ruleCase, takeCase } from '@/db/cases';
import { acceptArticle } from '@/db/claims';
import { queueCounts, queuePage } from '@/db/desk';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import type { Person } from '@/db/people';
import { flagItem, snoozeItem } from '@/db/queue/acts';
import { wakeDue } from '@/db/queue/due';
import { facetsOf } from '@/db/queue/keep';
import { watchedMeasure } from '@/db/queue/looked';
import type { QueueFilters } from '@/db/queue/places';
import type { ItemSplit } from '@/db/queue/splits';
import { acts } from '@/db/schema';
import { sqlOf } from '@/db/statement';
import { verifyRecord } from '@/db/verify';
import { acceptAsPlaced, applyOne, RULING, seedCase, seedClaims, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const REASON = 'They count two different weeks.';

let db: Database;
let anna: Person;
let bela: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
  bela = await seedPerson(db, 'Bela');
});

const page = (
  split: ItemSplit,
  filters: QueueFilters = {},
  who = anna,
  size?: number,
  begin?: { way: 'after' | 'before'; cursor: string },
) => queuePage(db.read, { split, filters, personId: who.id, now: NOW, begin }, size);
const ids = async (...asked: Parameters<typeof page>) => (await page(...asked)).lines.map(({ id }) => id);
const counts = () => queueCounts(db.read, anna.id, NOW);

/** Cases in every state, one put aside, one flagged, one sent back, articles judged and not. */
async function allSorts() {
  const one: Awaited<ReturnType<typeof seedCase>>[] = [];
  for (let n = 0; n < 8; n += 1) one.push(await seedCase(db, n === 0 ? 'read' : 'accepted'));
  const at = (n: number) => ({ id: one[n]!.id });
  await takeCase(db, { ...at(1), revision: 1 }, anna, NOW);
  await takeCase(db, { ...at(2), revision: 1 }, bela, NOW);
  await releaseCase(db, { ...at(2), revision: 2 }, bela, NOW);
  await ruleCase(db, { ...at(3), revision: 1, ruling: RULING }, anna, NOW);
  await ruleCase(db, { ...at(4), revision: 1, ruling: RULING }, anna, NOW);
  await returnCase(db, { ...at(4), revision: 2, reason: REASON }, bela, NOW);
  await ruleCase(db, { ...at(5), revision: 1, ruling: RULING }, anna, NOW);
  await publishCase(db, { ...at(5), revision: 2, notice: null }, bela, minutesLater(1));
  await dismissCase(db, { ...at(6), revision: 1, reason: REASON }, anna, minutesLater(2));
  await flagItem(db, { ...at(7), flag: 'harbour' }, anna, NOW);
  await snoozeItem(db, { ...at(7), until: minutesLater(60), reason: 'waits' }, anna, NOW);
  return one.map(({ id }) => id);
}

describe('the queue', () => {
  it('counts in each part what the part lists, whatever happened', async () => {
    const all = await allSorts();
    const kept = await counts();
    for (const split of ['conflicts', 'articles', 'to-publish', 'mine', 'snoozed', 'settled'] as const)
      expect([split, kept[split]]).toEqual([split, (await ids(split)).length]);
    expect(await ids('to-publish')).toEqual([all[3]]);
    expect(await ids('settled')).toEqual([all[6], all[5]]);
    expect(await ids('snoozed')).toEqual([all[7]]);
    // Anna took one, ruled on one that waits, and got one back.
    expect((await ids('mine')).sort()).toEqual([all[1], all[3], all[4]].sort());
    expect(kept.articles).toBe(1);
    await acceptArticle(db, { id: (await ids('articles'))[0]! }, anna, NOW);
    expect((await counts()).articles).toBe(0);
  });

  it('keeps for every case what its events come to: what a record from before is filled with is the same', async () => {
    await allSorts();
    const fill = readFileSync('db/migrations/0011_queue.sql', 'utf8')
      .split('--> statement-breakpoint')
      .find((statement) => /^\s*INSERT INTO queue_items[^;]*'case'/s.test(statement))!;
    const told = await db.read.all(sql.raw(`${fill.slice(fill.indexOf('WITH marks')).replace(/;\s*$/, '')} ORDER BY 1`));
    const kept = await db.read.all(
      sql`SELECT id, kind, home, rank, since, taken_by, ruled_by, publications, coalesce(sent_back, 0) FROM queue_items WHERE kind = 'case' ORDER BY id`,
    );
    // Whether something was sent back is not said of a case on which nobody ruled.
    const plain = (rows: unknown[]) => rows.map((row) => Object.values(row as object).map((value) => value ?? null));
    expect(plain(told).map((row) => [...row.slice(0, 8), row[8] ?? 0])).toEqual(plain(kept));
    expect(told).toHaveLength(8);
  });

  it('goes through all of a part page by page, and back, each once', async () => {
    const all: string[] = [];
    for (let n = 0; n < 7; n += 1) all.push((await seedCase(db)).id);
    const seen: string[] = [];
    let at = await page('conflicts', {}, anna, 3);
    const first = at.lines.map(({ id }) => id);
    for (;;) {
      seen.push(...at.lines.map(({ id }) => id));
      if (at.after === null) break;
      at = await page('conflicts', {}, anna, 3, { way: 'after', cursor: at.after });
    }
    expect([...seen].sort()).toEqual([...all].sort());
    while (at.before !== null) at = await page('conflicts', {}, anna, 3, { way: 'before', cursor: at.before });
    expect(at.lines.map(({ id }) => id)).toEqual(first);
    for (const cursor of ['', '~', 'a~b~c', '1~2', "1~x~y'); DROP TABLE cases"])
      expect((await page('conflicts', {}, anna, 3, { way: 'after', cursor })).lines.length).toBeLessThanOrEqual(3);
  });

  it('orders cases by severity, then by how sure it is, then by age', async () => {
    const older = await seedCase(db);
    const { measureId, claimIds } = await seedClaims(db, ['12', '15']);
    await applyOne(
      db,
      measureId,
      claimIds.map((id) => [id]),
      minutesLater(-60),
    );
    const [first, second] = await ids('conflicts');
    expect(second).toBe(older.id);
    expect(first).not.toBe(older.id);
    await db.write((tx) => tx.run(sql`UPDATE queue_items SET rank = 10 - 0.9 WHERE id = ${first}`));
    expect(await ids('conflicts')).toEqual([older.id, first]);
  });

  it('narrows a part by each filter and by several, and counts what fits', async () => {
    const all = await allSorts();
    const { measureId } = (await db.read.get<{ measureId: string }>(sql`SELECT measure_id AS measureId FROM cases WHERE id = ${all[1]}`))!;
    expect(await ids('conflicts', { measure: measureId })).toEqual([all[1]]);
    expect(await ids('conflicts', { who: anna.id })).toEqual([all[1], all[4]].sort());
    expect((await ids('conflicts', { who: 'nobody' })).sort()).toEqual([all[0], all[2]].sort());
    expect(await ids('snoozed', { flag: 'any' })).toEqual([all[7]]);
    expect(await ids('snoozed', { flag: 'river' })).toEqual([]);
    expect(await ids('conflicts', { severity: 'normal' })).toEqual([]);
    expect(await ids('conflicts', { severity: 'high', who: anna.id, measure: measureId })).toEqual([all[1]]);
    expect(await ids('settled', { severity: 'high' })).toEqual([all[6], all[5]]);
    expect(await ids('conflicts', { age: 1 })).toEqual([]);
    expect((await page('conflicts', { who: 'nobody' })).found).toBe(2);
  });

  it('lists a published measure once its newest figure is older than the desk allows, and not any more once a newer one is accepted', async () => {
    const { id, measureId } = await seedCase(db);
    await ruleCase(db, { id, revision: 1, ruling: RULING }, anna, NOW);
    await publishCase(db, { id, revision: 2, notice: null }, bela, NOW);
    const old = async (days: number) => {
      const now = minutesLater(days * 24 * 60);
      const { lines } = await queuePage(db.read, { split: 'stale', filters: {}, personId: anna.id, now });
      return [(await queueCounts(db.read, anna.id, now)).stale, lines.map((line) => line.id)];
    };
    expect(await old(89)).toEqual([0, []]);
    expect(await old(91)).toEqual([1, [measureId]]);
    const { articleId } = await seedClaims(db, ['12'], 'read', measureId);
    await acceptAsPlaced(db, articleId, anna, minutesLater(60 * 24 * 60));
    expect(await old(91)).toEqual([0, []]);
    expect(await old(151)).toEqual([1, [measureId]]);
  });

  it('lists a measure after the days that are said of it, and not any more once somebody looked at it, until they are over again', async () => {
    const edda = await seedPerson(db, 'Edda', 'editor');
    const [one, two] = [await seedCase(db), await seedCase(db)];
    for (const { id } of [one, two]) {
      await ruleCase(db, { id, revision: 1, ruling: RULING }, anna, NOW);
      await publishCase(db, { id, revision: 2, notice: null }, edda, NOW);
    }
    const at = (days: number) => minutesLater(days * 24 * 60);
    const run = (id: string, input: object, days: number, actor = anna) => runOperation({ db, actor, now: at(days) }, id, input);
    const due = async (days: number) => {
      await wakeDue(db, at(days));
      const { lines } = await queuePage(db.read, { split: 'stale', filters: {}, personId: anna.id, now: at(days) });
      expect((await queueCounts(db.read, anna.id, at(days))).stale).toBe(lines.length);
      return lines.map((line) => line.id).sort();
    };
    const both = [one.measureId, two.measureId].sort();
    expect(await run('measures.define', { id: one.measureId, revision: 0, reviewDays: 30 }, 1, edda)).toMatchObject({ ok: true });
    expect(await run('measures.define', { id: two.measureId, revision: 0, reviewDays: 200 }, 1, edda)).toMatchObject({ ok: true });
    expect([await due(29), await due(31), await due(91), await due(201)]).toEqual([[], [one.measureId], [one.measureId], both]);
    const looked = await run('queue.look', { id: one.measureId }, 91);
    expect(looked).toMatchObject({ ok: true });
    expect(await watchedMeasure(db.read, one.measureId, at(91))).toMatchObject({ days: 30, due: false, until: at(121) });
    expect([await due(92), await due(120)]).toEqual([[], []]);
    const [act] = await db.read.select().from(acts).where(eq(acts.action, 'queue.look'));
    expect(act).toMatchObject({ before: { snoozedUntil: null }, after: { snoozedUntil: at(121) } });
    expect(await run('acts.undo', { seq: act!.seq }, 92)).toMatchObject({ ok: true });
    expect(await due(92)).toEqual([one.measureId]);
    expect(await run('queue.look', { id: one.measureId }, 92)).toMatchObject({ ok: true });
    expect([await due(121), await due(123)]).toEqual([[], [one.measureId]]);
    expect(await run('queue.look', { id: one.id }, 92)).toMatchObject({ refusal: { status: 409, code: 'IllegalTransition' } });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('watches a measure whose days are said, though no case of it was published', async () => {
    const edda = await seedPerson(db, 'Edda', 'editor');
    const { measureId, articleId } = await seedClaims(db, ['12'], 'read');
    const define = { id: measureId, revision: 0, reviewDays: 30 };
    expect(await runOperation({ db, actor: edda, now: NOW }, 'measures.define', define)).toMatchObject({ ok: true });
    expect(await watchedMeasure(db.read, measureId, NOW)).toBeNull();
    await runOperation({ db, actor: anna, now: NOW }, 'articles.accept', { id: articleId });
    expect(await watchedMeasure(db.read, measureId, minutesLater(31 * 24 * 60))).toMatchObject({ days: 30, due: true });
    const other = await seedClaims(db, ['12'], 'accepted');
    await runOperation({ db, actor: edda, now: NOW }, 'measures.define', { ...define, id: other.measureId });
    expect(await watchedMeasure(db.read, other.measureId, NOW)).toMatchObject({ days: 30 });
  });

  it('files each case under what stands in it, anew whenever the engine finds something else', async () => {
    await allSorts();
    const everything = (await db.read.all<{ id: string }>(sql`SELECT id FROM cases`)).map(({ id }) => id);
    const kept = sql`SELECT split, facet, value, rank, since, id FROM queue_facets WHERE facet NOT IN ('who', 'flag') ORDER BY id, facet, value`;
    const anew = sql`SELECT * FROM (${sqlOf(facetsOf(everything))}) ORDER BY id, 2, 3`;
    const rows = async (asked: typeof kept) => (await db.read.all(asked)).map((row) => Object.values(row as object));
    const cases = (await rows(kept)).filter((row) => everything.includes(String(row[5])));
    expect(cases).toEqual(await rows(anew));
    expect(cases.length).toBeGreaterThan(0);
  });
});
