import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DemoPerson, seedDemo } from '@/db/demo';
import { ARTICLES, FERRY_LATER } from '@/db/demo/articles';
import { regroup } from '@/db/grouping';
import { claimsToGroup } from '@/db/members';
import { type Database, openDatabase } from '@/db/open';
import { measureRecord } from '@/db/published';
import { articles, cases, checks, claims, people, publications, relations, rulings } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { KINDS, relate } from '@/lib/conflict';
import type { RecordedClaim } from '@/lib/measure';
import { measurePage, phraseText } from '@/lib/publication';

const NOW = '2026-03-02T08:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'countercheck-demo-'));

let db: Database;
let cast: DemoPerson[];

beforeAll(async () => {
  db = await openDatabase(`file:${folder}/record.db`, { owner: true });
  cast = await seedDemo(db, NOW);
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true, force: true });
});

const claimSaying = async (outlet: string, quote: string): Promise<RecordedClaim> => {
  const found = (await claimsToGroup(db.read)).find((claim) => claim.outlet?.startsWith(outlet) && claim.text.includes(quote));
  if (!found) throw new Error(`no claim of ${outlet} says “${quote}”`);
  return found;
};

/** Kinds that the record keeps for pairs of one measure. The others are about no pair of one, or are plain agreement. */
const NOT_STORED = ['no-claim', 'no-common-measure', 'same-value', 'parts-do-not-sum'];

test.each(KINDS.filter((kind) => !NOT_STORED.includes(kind)))('shows a pair of the kind %s', async (kind) => {
  expect(await db.read.select().from(relations).where(eq(relations.kind, kind))).not.toEqual([]);
});

test('shows two questions that are easily taken for one: aid to China and aid by China', async () => {
  const given = await claimSaying('CGTN', '62 countries');
  const received = await claimSaying('Xinhua', '89 countries');
  expect(relate(given, received)).toMatchObject({ kind: 'no-common-measure', relation: 'different-measure', alert: false });
});

test('answers the question of the press conference with both figures whole, and with neither of them accepted', async () => {
  const { measureId } = await claimSaying('Xinhua', '89 countries');
  const { answer } = measurePage((await measureRecord(db.read, measureId!))!);
  expect(answer.form).toBe('none');
  expect(phraseText(answer.sentence)).toMatch(
    /83 countries and international organizations.*89 countries and four international organizations \(93 together\)/,
  );
});

test('keeps the countries that China met apart from those it helped', async () => {
  const [helped, met] = [await claimSaying('CGTN', '83 countries'), await claimSaying('CGTN', 'more than 100 countries')];
  expect(met.measureId).not.toBe(helped.measureId);
});

test('keeps the people aboard a ferry in spring and those a storm hurt in autumn apart, though one town tells of both', async () => {
  const measures = async (quote: string) =>
    new Set((await claimsToGroup(db.read)).filter(({ text }) => text.includes(quote)).map(({ measureId }) => measureId));
  const [aboard, hurt] = [await measures('126 people'), await measures('254')];
  expect(aboard.size).toBeGreaterThan(0);
  expect(hurt.size).toBeGreaterThan(0);
  expect([...aboard].filter((id) => hurt.has(id))).toEqual([]);
});

test('shows one figure in two papers', async () => {
  const [one, two] = [await claimSaying('Harbour Gazette', '412 meters'), await claimSaying('Valmere Post', '412 meters')];
  expect(one.measureId).toBe(two.measureId);
  expect(relate(one, two).kind).toBe('same-value');
});

test('shows sums that hold and one that does not', async () => {
  const kept = (await db.read.select().from(checks)).map(({ verdict, expression }) => `${verdict}: ${expression}`);
  expect(kept).toContain('pass: 28 + 16 + 26 + 9 + 10 = 89');
  expect(kept).toContain('pass: 27 + 21 + 13 = 61');
  expect(kept).toContain('fail: 190 + 160 + 85 = 435, not 410');
});

test('shows vague counts', async () => {
  expect((await claimSaying('Northfen Radio', 'Hundreds of volunteers')).hedge).toBe('vague');
});

test('shows cases in every stage a visitor should see', async () => {
  const rows = await db.read.select({ state: cases.state, positions: cases.positions }).from(cases);
  const states = rows.map(({ state }) => state);
  expect(states.filter((state) => state === 'published')).toHaveLength(2);
  expect(states.filter((state) => state === 'reopened')).toHaveLength(1);
  expect(states.filter((state) => state === 'dismissed')).toHaveLength(1);
  const open = rows.filter(({ state }) => state === 'open').map(({ positions }) => positions.map(({ label }) => label).join(' / '));
  expect(open).toContainEqual(expect.stringMatching(/83 countries.* \/ .*89 countries/));
  expect(open).toContainEqual(expect.stringMatching(/nearly 20 .* \/ .*nearly 30/));
});

test('nobody published their own ruling', async () => {
  const rows = await db.read
    .select({ ruledBy: rulings.by, publishedBy: publications.by })
    .from(publications)
    .innerJoin(rulings, eq(rulings.id, publications.rulingId));
  expect(rows).toHaveLength(3);
  for (const { ruledBy, publishedBy } of rows) expect(publishedBy).not.toBe(ruledBy);
});

test('every reading was accepted by a person of the demo', async () => {
  expect(await db.read.select().from(claims).where(eq(claims.status, 'read'))).toEqual([]);
});

test('every text says what it is, and the real outlets are told from the demonstration', async () => {
  const rows = await db.read.select().from(articles);
  expect(rows).toHaveLength(ARTICLES.length + 1);
  for (const { demoNote } of rows) expect(demoNote).toMatch(/^Demonstration text written for Countercheck\. (It restates|The place)/);
  for (const { outlet } of [...ARTICLES, FERRY_LATER]) expect(outlet).toMatch(/ \((demonstration|fictional)\)$/);
});

test('its five people are marked, and their passwords are kept as hashes alone', async () => {
  const rows = await db.read.select().from(people);
  expect(rows.map(({ demo, name, role }) => [demo, name.startsWith('Demo '), role])).toEqual([
    [true, true, 'reviewer'],
    [true, true, 'reviewer'],
    [true, true, 'editor'],
    [true, true, 'admin'],
    [true, true, 'reader'],
  ]);
  expect(new Set(cast.map(({ password }) => password)).size).toBe(5);
  for (const { password } of cast) expect(JSON.stringify(rows)).not.toContain(password);
});

test('its log stands, and grouping it again changes nothing', async () => {
  const before = await verifyRecord(db);
  expect(before).toMatchObject({ ok: true });
  await regroup(db, NOW);
  expect(await verifyRecord(db)).toEqual(before);
});
