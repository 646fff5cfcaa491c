import { join } from 'node:path';
import { createClient } from '@libsql/client';
import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/libsql';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { exportState } from '@/db/export';
import { regroup } from '@/db/grouping';
import { type Database, openDatabase } from '@/db/open';
import { fileOrigins } from '@/db/origins';
import { isRegroupOwed } from '@/db/owed';
import { areOriginsOwed, rebuildOrigins } from '@/db/rebuild-origins';
import { articleOrigins, articles, passages } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { passagesOf } from '@/lib/article';
import { CUTS, textOf, WIRE, WITNESS } from '../corpora/wire';
import { article } from './intake-world';
import { minutesLater, NOW, newRecord, temporaryFolder } from './world';

const told = (externalId: string, text: string, day = 1) =>
  article({ externalId, text, outlet: `The ${externalId}`, publishedAt: `2024-05-${String(day).padStart(2, '0')}` });

/** The fourteen cuts by the day they came out, the shortest of them first, and another text of that night. */
const NIGHT = [...Object.entries(CUTS)].reverse().map(([name, text], at) => told(name, text, at + 1));
const OTHER = told('witness', textOf(WITNESS), 2);

/** The origin of each article by the names they came under. */
async function originsIn(db: Database): Promise<Record<string, string>> {
  const rows = await db.read.all<{ name: string; origin: string }>(sql`
    SELECT a.external_id AS name, b.external_id AS origin FROM articles a
    JOIN article_origins o ON o.article_id = a.id JOIN articles b ON b.id = o.origin_id ORDER BY a.external_id`);
  return Object.fromEntries(rows.map(({ name, origin }) => [name, origin]));
}

const add = (db: Database, some: ReturnType<typeof told>[], minute = 0) =>
  addArticles(db, some, OWNER, minutesLater(minute), { groupLater: true });

describe('the origin of an article', () => {
  it('is the first to be published of those that are reprints of one text: fifteen articles, two origins', async () => {
    const db = await newRecord();
    await add(db, [OTHER, ...NIGHT]);
    const origins = await originsIn(db);
    expect(Object.keys(origins)).toHaveLength(15);
    expect(origins.witness).toBe('witness');
    for (const { externalId } of NIGHT) expect(origins[externalId!]).toBe(NIGHT[0]!.externalId);
  });

  it('does not depend on the order of import, nor on batches; one that is a reprint of two joins them', async () => {
    const halves = [told('head', textOf(WIRE.slice(0, 3)), 4), told('tail', textOf(WIRE.slice(4)), 3), told('whole', textOf(WIRE), 9)];
    const few = [
      ...halves,
      told('quote', textOf(WITNESS), 1),
      told('brief', 'Two boats sank.', 6),
      told('brief too', 'Two  boats sank.', 5),
    ];
    const expected = { brief: 'brief too', 'brief too': 'brief too', head: 'tail', quote: 'quote', tail: 'tail', whole: 'tail' };
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(few, { minLength: few.length }), fc.integer({ min: 1, max: 6 }), async (some, size) => {
        const db = await newRecord();
        for (let from = 0; from < some.length; from += size) await add(db, some.slice(from, from + size), from);
        expect(await originsIn(db)).toEqual(expected);
        await db.close();
      }),
      { numRuns: 12 },
    );
  });

  it('keeps two texts apart until the one between them comes', async () => {
    const db = await newRecord();
    await add(db, [told('head', textOf(WIRE.slice(0, 3)), 4), told('tail', textOf(WIRE.slice(4)), 3)]);
    expect(await originsIn(db)).toEqual({ head: 'head', tail: 'tail' });
    await add(db, [told('whole', textOf(WIRE), 9)], 1);
    expect(await originsIn(db)).toEqual({ head: 'tail', tail: 'tail', whole: 'tail' });
  });

  it('is found behind forty reprints of another text that it shares more with', async () => {
    const db = await newRecord();
    const papers = Array.from({ length: 40 }, (_, at) => told(`paper ${String(at).padStart(2, '0')}`, textOf(WIRE), 5));
    await add(db, [...papers, told('quote', textOf(WITNESS), 1)]);
    await add(db, [told('both', `${textOf(WIRE)}\n\n${textOf(WITNESS)}`, 9)], 1);
    const origins = await originsIn(db);
    expect([origins.both, origins['paper 00'], origins['paper 39']]).toEqual(['quote', 'quote', 'quote']);
  });

  it('is found however many articles share a line that stands under each', async () => {
    const db = await newRecord();
    const footer = 'Read the letters of our readers every Saturday and send us yours by post before Thursday noon';
    const alone = (n: number) => Array.from({ length: 60 }, (_, at) => `word${(n * 61 + at) % 7919}`).join(' ');
    await add(
      db,
      Array.from({ length: 90 }, (_, n) => told(`own ${n}`, `${alone(n)}. ${footer}`, 1 + (n % 20))),
    );
    await add(db, [told('reprint', `Another headline for it\n\n${alone(77)}. ${footer}`, 25)], 1);
    const origins = await originsIn(db);
    expect(origins.reprint).toBe('own 77');
    expect(new Set(Object.values(origins)).size).toBe(90);
  });

  it('stays what it is in a group so large that calling it another would cost too much', async () => {
    const db = await newRecord();
    await add(db, [told('first', textOf(WIRE), 9)]);
    const id = (await db.read.select({ id: articles.id }).from(articles).get())!.id;
    const grow = (more: number) =>
      db.write(async (tx) => {
        await tx.run(sql`INSERT INTO articles (id, published_at, state, text, text_hash, engine, created_at)
          WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${more})
          SELECT ${more} || '-' || i, '2024-05-10', 'read', 'x', ${more} || '-' || i, 'x', ${NOW} FROM n`);
        await tx.run(
          sql`INSERT INTO article_origins SELECT id, ${id}, x'' FROM articles WHERE id NOT IN (SELECT article_id FROM article_origins)`,
        );
      });
    const originOf = async (name: string) => (await originsIn(db))[name];
    await grow(900);
    await add(db, [told('earlier', textOf(WIRE.slice(1)), 5)], 1);
    expect([await originOf('first'), await originOf('earlier')]).toEqual(['earlier', 'earlier']);
    await db.write((tx) => tx.update(articleOrigins).set({ originId: id }));
    await grow(200);
    await add(db, [told('earliest', textOf(WIRE.slice(2)), 1)], 2);
    expect([await originOf('first'), await originOf('earliest')]).toEqual(['first', 'first']);
  });
});

describe('origins worked out anew', () => {
  it('are what they were, and what was broken is mended', async () => {
    const db = await newRecord();
    await add(db, [OTHER, ...NIGHT]);
    const [origins, filed] = [await originsIn(db), await db.read.select().from(passages)];
    await db.write(async (tx) => {
      await tx.update(articleOrigins).set({ originId: articleOrigins.articleId });
      await tx.delete(passages);
    });
    expect(await originsIn(db)).not.toEqual(origins);
    await rebuildOrigins(db);
    expect(await originsIn(db)).toEqual(origins);
    expect(await db.read.select().from(passages)).toEqual(filed);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('come with the next grouping where articles were stored before there were any', async () => {
    const url = `file:${join(await temporaryFolder(), 'record.db')}`;
    const before = await openDatabase(url, { owner: true });
    await add(before, NIGHT.slice(0, 3));
    const origins = await originsIn(before);
    await before.close();
    // The record as it was made until then.
    const older = createClient({ url });
    await drizzle(older).transaction(async (tx) => {
      // What keeps the queue and the lists of the public, and what guards readings by hand.
      const triggers = await tx.all<{ name: string }>(
        sql`SELECT name FROM sqlite_master WHERE type = 'trigger' AND (name LIKE 'queue%' OR name GLOB 'public_*' OR name LIKE 'check_terms%' OR name = 'claims_read_by_hand')`,
      );
      for (const { name } of triggers) await tx.run(sql.raw(`DROP TRIGGER ${name}`));
      const indexes = ['articles_by_engine', 'measures_by_successor', 'measures_by_title', 'claims_by_speaker', 'articles_by_agency'];
      const ofPublicClaims = ['claims_public_by_speaker', 'claims_public_by_low', 'claims_public_by_high'];
      const ofSearch = ['claims_public_by_thing', 'claims_public_by_figure', 'claims_public_by_as_of'];
      for (const name of [
        ...indexes,
        ...ofPublicClaims,
        ...ofSearch,
        'sources_by_standing',
        'sources_by_into',
        'articles_by_url',
        'articles_by_first_engine',
      ])
        await tx.run(sql.raw(`DROP INDEX ${name}`));
      const ofNames = ['claims DROP speaker_id', 'articles DROP agency_id', 'sources DROP into_id', 'sources DROP standing_id'];
      const ofPeople = ['sessions DROP network', 'sessions DROP agent', 'rulings DROP certainty', 'rulings DROP dissent'];
      for (const column of [...ofNames, ...ofPeople, 'sources DROP revision', 'measures DROP review', 'cases DROP opinions_by'])
        await tx.run(sql.raw(`ALTER TABLE ${column}`));
      const oldest = ['passages', 'article_origins', 'readings', 'pair_judgements', 'suggestions', 'speakers', 'topics', 'places'];
      const later = ['measure_definitions', 'revisions', 'links', 'second_factors', 'sign_ins', 'recovery_codes', 'settings'];
      const ofQueue = ['queue_facets', 'queue_items', 'queue_counts', 'queue_views', 'acts'];
      const ofPublic = ['check_terms', 'public_measures', 'public_articles', 'public_sources', 'public_voices', 'public_stale'];
      const ofLists = ['word_slips', 'public_facets', 'public_subjects', 'public_verdicts'];
      const ofEditions = ['editions', 'edition_parts', 'editions_owed', 'article_snapshots'];
      const ofMachines = [
        'reports',
        'public_due',
        'public_known',
        'public_changes',
        'api_keys',
        'sent_once',
        'webhook_deliveries',
        'webhooks',
      ];
      const ofNotes = ['mentions', 'note_versions', 'notes', 'article_notices', 'follows', 'notifications'];
      for (const name of [
        ...oldest,
        ...later,
        'hand_readings',
        'desk_settings',
        ...ofNotes,
        ...ofQueue,
        ...ofPublic,
        ...ofLists,
        ...ofMachines,
        ...ofEditions,
      ])
        await tx.run(sql.raw(`DROP TABLE ${name}`));
      await tx.run(sql`DELETE FROM meta WHERE key = 'regroup_owed'`);
      await tx.run(
        sql`DELETE FROM __drizzle_migrations WHERE created_at > (SELECT min(created_at) FROM __drizzle_migrations WHERE created_at > 1764000000000)`,
      );
    });
    older.close();
    const db = await openDatabase(url, { owner: true });
    onTestFinished(() => db.close());
    expect([await originsIn(db), await isRegroupOwed(db.read)]).toEqual([{}, true]);
    await regroup(db, minutesLater(1));
    expect(await originsIn(db)).toEqual(origins);
    expect(await areOriginsOwed(db.read)).toBe(false);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('leave no mark on what an export says, or on an article', async () => {
    const db = await newRecord();
    await add(db, NIGHT.slice(0, 2));
    const before = JSON.stringify(await exportState(db));
    await rebuildOrigins(db);
    expect(JSON.stringify(await exportState(db))).toBe(before);
    expect(before).toContain('sameTextAs');
    expect(before).not.toMatch(/origin/i);
  });
});

it('an article is filed once: a second time is a fault, not a second count', async () => {
  const db = await newRecord();
  await add(db, NIGHT.slice(0, 1));
  const stored = (await db.read.select().from(articles).where(eq(articles.externalId, NIGHT[0]!.externalId!)).get())!;
  await expect(db.write((tx) => fileOrigins(tx, [{ article: stored, found: passagesOf(stored.text), told: false }]))).rejects.toThrow();
});
