import { eq, inArray } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle, rejectClaim } from '@/db/claims';
import { regroup } from '@/db/grouping';
import { newId } from '@/db/ids';
import { writeMeasures } from '@/db/measures';
import { claimsToGroup } from '@/db/members';
import type { Database } from '@/db/open';
import { measureRecord, measureToday, searchPublic } from '@/db/published';
import { articles, cases, claims, measures } from '@/db/schema';
import type { Measure } from '@/lib/measure';
import { article } from './intake-world';
import { person, settle, taken } from './public-world';
import { minutesLater, NOW, newRecord } from './world';

let db: Database;
let anna: Actor;
let bela: Actor;

beforeEach(async () => {
  db = await newRecord();
  [anna, bela] = [await person(db, 'Anna', NOW), await person(db, 'Bela', NOW)];
});

const bring = (outlet: string, text: string) =>
  addArticles(db, [article({ text, outlet, title: outlet, publishedAt: '2024-05-02' })], { kind: 'owner' }, NOW);

async function acceptAll(): Promise<void> {
  for (const { id } of await db.read.selectDistinct({ id: claims.articleId }).from(claims).where(eq(claims.status, 'read')))
    taken(await acceptArticle(db, { id }, anna, minutesLater(1)));
}

/** A grouping by hand: every claim in one measure of this id. */
async function merge(into: string | null): Promise<string> {
  return db.write(async (tx) => {
    const members = await claimsToGroup(tx);
    const one: Measure = { id: into, title: '', unit: null, aggregation: 'fixed', claims: members.map(({ id }) => id) };
    return (await writeMeasures(tx, [one], members, NOW)).ids[0]!;
  });
}

const measureIds = async () => (await db.read.select({ id: measures.id }).from(measures)).map(({ id }) => id);

describe('the address of a measure that readers have seen', () => {
  it('leads to the measure that its claims went to, over several steps', async () => {
    await bring('Valley Post', 'The storm closed 12 schools in the valley, officials said.');
    await bring('Radio Otter', 'The fair sold 700 lanterns on its first evening.');
    await acceptAll();
    const before = await measureIds();
    expect(before).toHaveLength(2);
    const second = await merge(before[0]!);
    expect(await measureToday(db.read, before[1]!)).toBe(second);
    const third = await merge(null);
    for (const id of [...before, second]) expect(await measureToday(db.read, id), id).toBe(third);
    expect(await measureToday(db.read, newId())).toBeNull();
    expect((await measureRecord(db.read, third))!.claims).toHaveLength(2);
    expect(await measureRecord(db.read, before[1]!)).toBeNull();
    // One that comes back into use answers by itself again.
    await merge(before[1]!);
    expect(await measureToday(db.read, before[1]!)).toBe(before[1]);
    expect(await measureToday(db.read, third)).toBe(before[1]);
  });

  it('is dropped where nobody ever accepted a claim, and kept where one was accepted and rejected again', async () => {
    await bring('Valley Post', 'The storm closed 12 schools in the valley, officials said.');
    await bring('Radio Otter', 'The fair sold 700 lanterns on its first evening.');
    const [otter] = await db.read.select().from(claims).where(eq(claims.text, '700 lanterns'));
    const [post] = await db.read.select().from(claims).where(eq(claims.text, '12 schools'));
    taken(await acceptArticle(db, { id: otter!.articleId }, anna, minutesLater(1)));
    for (const { id } of [otter!, post!])
      taken(await rejectClaim(db, { id, reason: 'The engine misread the text.' }, anna, minutesLater(2)));
    await regroup(db, minutesLater(3));
    expect(await measureIds()).toEqual([otter!.measureId]);
    expect(await measureToday(db.read, otter!.measureId!)).toBeNull();
  });
});

describe('a published ruling', () => {
  it('keeps its measure and its claims when a new article would merge it with another', async () => {
    await bring('Valley Post', 'The storm closed 12 schools in the valley, officials said.');
    await bring('Hill Courier', 'The storm closed 19 schools in the valley, officials said.');
    await acceptAll();
    const row = (await db.read.select().from(cases).get())!;
    const ruling = {
      verdicts: ['supported' as const, 'contradicted' as const],
      accepted: 0,
      rationale: 'The board lists twelve schools by name.',
    };
    await settle(db, row, ruling, { rules: anna, publishes: bela, at: minutesLater(2) });
    const ruled = row.positions.flatMap(({ claims: ids }) => ids);
    const outlets = ['Otter', 'Heron', 'Badger', 'Lynx'];
    for (const outlet of outlets)
      await bring(outlet, `The storm closed ${outlet.length + 20} schools in the valley, ${outlet} officials said.`);
    // One of the two claims stands with all the new ones elsewhere: most of the group has another id.
    const stray = newId();
    await db.write(async (tx) => {
      await tx.insert(measures).values({ id: stray, title: 'Stray', unit: null, aggregation: 'fixed', createdAt: NOW });
      const late = tx.select({ id: articles.id }).from(articles).where(inArray(articles.title, outlets));
      await tx.update(claims).set({ measureId: stray }).where(inArray(claims.articleId, late));
      await tx.update(claims).set({ measureId: stray }).where(eq(claims.id, ruled[1]!));
    });
    await regroup(db, minutesLater(5));
    const members = await db.read.select().from(claims);
    for (const id of ruled) expect(members.find((one) => one.id === id)?.measureId).toBe(row.measureId);
    const record = (await measureRecord(db.read, row.measureId))!;
    expect(record.case?.standing).toEqual({ status: 'settled' });
    expect(record.claims.map(({ id }) => id).sort()).toEqual([...ruled].sort());
  });
});

describe('the question of a public measure', () => {
  it('is put in the words of accepted claims alone, and found by no other', async () => {
    await bring('Valley Post', 'The storm closed 12 schools in the valley, officials said.');
    await bring('Hill Courier', 'The storm closed 19 schools and zircon nurseries in the valley, officials said.');
    const titles = async () => (await db.read.select().from(measures)).map(({ title }) => title).join();
    const all = await titles();
    const [post] = await db.read.select().from(articles).where(eq(articles.title, 'Valley Post'));
    taken(await acceptArticle(db, { id: post!.id }, anna, minutesLater(1)));
    const accepted = await titles();
    expect(all).toContain('zircon');
    expect(accepted).not.toBe(all);
    const [one] = (await searchPublic(db.read, 'schools')).filter(({ kind }) => kind === 'measure');
    expect((await measureRecord(db.read, one!.id))!.title).not.toContain('zircon');
    expect(await searchPublic(db.read, 'zircon')).toEqual([]);
    const reason = 'The engine misread the text.';
    const [reading] = await db.read.select().from(claims).where(eq(claims.articleId, post!.id));
    taken(await rejectClaim(db, { id: reading!.id, reason }, anna, minutesLater(2)));
    expect(await titles()).toContain('zircon');
  });
});
