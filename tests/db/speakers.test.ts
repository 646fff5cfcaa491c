import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { readNamed } from '@/db/desk';
import { regroup } from '@/db/grouping';
import { mergeNamed, splitNamed } from '@/db/naming';
import type { Database } from '@/db/open';
import type { Person } from '@/db/people';
import { refileSpeakers } from '@/db/refile-speakers';
import { aliasNamed, renameNamed } from '@/db/renaming';
import { articles, auditLog, claims, revisions, sources, speakers } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { article } from './intake-world';
import { rewriteBehind } from './rewrite';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

let db: Database;
let anna: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
});

const add = (...texts: [outlet: string, text: string, byline?: string][]) =>
  addArticles(
    db,
    texts.map(([outlet, text, byline], at) =>
      article({ externalId: `a${at}`, text, outlet, byline: byline ?? null, publishedAt: '2024-05-02' }),
    ),
    OWNER,
    NOW,
  );
const LONG = 'Vice Foreign Minister Luo Zhaohui said on Monday that 83 harbours had been given aid.';
const SHORT = 'Deputy minister Luo said on Tuesday that 85 harbours had been given aid.';
const names = async () => (await db.read.select().from(speakers)).map(({ name, role }) => (role ? `${name}, ${role}` : name)).sort();
const speaker = async (name: string) => (await db.read.select().from(speakers).where(eq(speakers.name, name)).get())!;
const source = async (name: string) => (await db.read.select().from(sources).where(eq(sources.name, name)).get())!;
const later = minutesLater(3);

describe('a speaker has a record from the first time it is named', () => {
  it('one for each name, and every claim leads to it', async () => {
    await add(['Herald', LONG], ['Post', LONG.replace('83', '84')], ['Courier', 'Police said on Monday that 12 boats sank.']);
    expect(await names()).toEqual(['Luo Zhaohui', 'Police']);
    const rows = await db.read.select().from(claims);
    const luo = await speaker('Luo Zhaohui');
    expect(luo).toMatchObject({ kind: 'person', revision: 0, intoId: null });
    expect((await speaker('Police')).kind).toBe('role');
    for (const row of rows) expect(row.speakerId === luo.id, row.text).toBe(row.speakerName === 'Luo Zhaohui');
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('a short name is told by its post, and is nobody else by itself', async () => {
    await add(['Herald', LONG], ['Post', SHORT]);
    expect(await names()).toEqual(['Luo Zhaohui', 'Luo, Deputy minister']);
  });

  it('a record from before there were any is led to them', async () => {
    await add(['Herald', LONG], ['Post', SHORT]);
    const before = await db.read.select({ id: claims.id, name: claims.speakerName }).from(claims);
    await db.write((tx) => tx.update(claims).set({ speakerId: null }));
    await db.write((tx) => tx.delete(speakers));
    await refileSpeakers(db);
    await regroup(db, NOW);
    const after = await db.read.select({ id: claims.id, name: claims.speakerName, led: claims.speakerId }).from(claims);
    expect(after.map(({ id, led }) => [id, led !== null])).toEqual(before.map(({ id, name }) => [id, name !== null]));
    expect(await names()).toEqual(['Luo Zhaohui', 'Luo, Deputy minister']);
  });
});

describe('an agency is a source as well', () => {
  const agencyOf = async (externalId: string) => {
    const row = (await db.read.select().from(articles).where(eq(articles.externalId, externalId)).get())!;
    const all = await db.read.select().from(sources);
    const nameOf = (id: string | null) => all.find((one) => one.id === id)?.name ?? null;
    return [nameOf(row.sourceId), nameOf(row.agencyId)];
  };

  it('in the brackets behind an outlet, and in a byline', async () => {
    await add(
      ['USA Today (AP)', LONG],
      ['Herald', SHORT, 'By Ada Lund, Associated Press'],
      ['The Times (London)', 'Police said on Monday that 12 boats sank.'],
      ['Reuters', 'Police said on Monday that 13 boats sank.', 'Reuters staff'],
    );
    expect(await agencyOf('a0')).toEqual(['USA Today', 'AP']);
    expect(await agencyOf('a1')).toEqual(['Herald', 'AP']);
    expect(await agencyOf('a2')).toEqual(['The Times (London)', null]);
    expect(await agencyOf('a3')).toEqual(['Reuters', null]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('the same article again is the same, and an agency known by its long name is that one', async () => {
    await add(['Associated Press', 'Police said on Monday that 12 boats sank.']);
    await add(['Associated Press', 'Police said on Monday that 12 boats sank.'], ['USA Today (AP)', LONG]);
    expect(await agencyOf('a1')).toEqual(['USA Today', 'Associated Press']);
    const again = await add(['Associated Press', 'Police said on Monday that 12 boats sank.'], ['USA Today (AP)', LONG]);
    expect(again.items.map(({ status }) => status)).toEqual(['unchanged', 'unchanged']);
  });
});

describe('two names are one', () => {
  const merge = async (from: string, into: string, revision = 0) =>
    mergeNamed(db, 'speaker', { id: (await speaker(from)).id, into: (await speaker(into)).id, revision }, anna, later);
  const split = async (from: string, revision: number) =>
    splitNamed(db, 'speaker', { id: (await speaker(from)).id, revision }, anna, later);
  const standing = async () => {
    const rows = await db.read.select().from(speakers);
    return Object.fromEntries(rows.map((row) => [row.name, rows.find(({ id }) => id === (row.standingId ?? row.id))!.name]));
  };
  beforeEach(() =>
    add(['Herald', LONG], ['Post', SHORT], ['Courier', 'Mayor Rosa Lind said on Monday that 12 boats sank.']).then(() => undefined),
  );

  it('each address leads on, whatever is merged after what, and a split brings back what was joined', async () => {
    const before = await standing();
    expect(await merge('Luo', 'Luo Zhaohui')).toMatchObject({ ok: true, value: { revision: 1 } });
    expect(await merge('Luo Zhaohui', 'Rosa Lind')).toMatchObject({ ok: true });
    expect(await standing()).toEqual({ Luo: 'Rosa Lind', 'Luo Zhaohui': 'Rosa Lind', 'Rosa Lind': 'Rosa Lind' });
    expect(await split('Luo Zhaohui', 1)).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await standing()).toEqual({ Luo: 'Luo Zhaohui', 'Luo Zhaohui': 'Luo Zhaohui', 'Rosa Lind': 'Rosa Lind' });
    expect(await split('Luo', 1)).toMatchObject({ ok: true });
    expect(await standing()).toEqual(before);
    expect(await db.read.select().from(revisions)).toMatchObject([
      { act: 'speakers.merge', before: { intoId: null }, by: anna.id },
      { act: 'speakers.merge' },
      { act: 'speakers.split', after: { intoId: null } },
      { act: 'speakers.split' },
    ]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('is refused with itself, in a circle, of what is merged already, and of a version nobody sees any more', async () => {
    expect(await merge('Luo', 'Luo')).toMatchObject({ refusal: { code: 'SameRecord', field: 'into' } });
    await merge('Luo', 'Luo Zhaohui');
    expect(await merge('Luo Zhaohui', 'Luo')).toMatchObject({
      refusal: { code: 'Circle', next: expect.stringContaining('Split “Luo” off first') },
    });
    const standingId = (await speaker('Luo Zhaohui')).id;
    expect(await merge('Luo', 'Rosa Lind', 1)).toMatchObject({ refusal: { code: 'MergedAway', details: { standing: standingId } } });
    expect(await merge('Rosa Lind', 'Luo')).toMatchObject({ refusal: { code: 'MergedAway', details: { standing: standingId } } });
    expect(await merge('Rosa Lind', 'Luo Zhaohui', 4)).toMatchObject({
      refusal: { code: 'VersionConflict', details: { yours: { revision: 4 }, current: { revision: 0 } } },
    });
    expect(await split('Rosa Lind', 0)).toMatchObject({ refusal: { code: 'IllegalTransition' } });
    await split('Luo', 1);
    expect(await split('Luo', 2)).toMatchObject({ refusal: { code: 'IllegalTransition' } });
    expect(await mergeNamed(db, 'speaker', { id: 'nobody', into: 'x', revision: 0 }, anna, later)).toMatchObject({
      refusal: { status: 404 },
    });
  });

  it('a new name keeps the old one, an alias leads to it, and what comes in under either is led there', async () => {
    const { id } = await speaker('Rosa Lind');
    expect(await renameNamed(db, 'speaker', { id, revision: 0, name: ' Rosa  Lind-Vale ', as: null }, anna, later)).toMatchObject({
      ok: true,
    });
    // The old name is the other one, and the new one is none that could be split off.
    expect(await readNamed(db.read, 'speaker', id)).toMatchObject({ former: 'Rosa Lind', aliases: [] });
    const own = (await db.read.select().from(speakers).where(eq(speakers.intoId, id)).get())!;
    const split = splitNamed(db, 'speaker', { id: own.id, revision: own.revision }, anna, later);
    expect([own.name, await split]).toMatchObject(['Rosa Lind-Vale', { refusal: { code: 'OwnName', status: 409 } }]);
    expect(await aliasNamed(db, 'speaker', { id, revision: 1, name: 'R. Lind' }, anna, later)).toMatchObject({ ok: true });
    expect((await readNamed(db.read, 'speaker', id))?.aliases.map(({ name }) => name)).toEqual(['R. Lind']);
    await addArticles(
      db,
      ['Rosa Lind', 'Rosa Lind-Vale', 'R. Lind'].map((name, at) =>
        article({ externalId: `b${at}`, text: `Mayor ${name} said on Monday that ${40 + at} lamps were out.`, outlet: 'Herald' }),
      ),
      OWNER,
      later,
    );
    // Back to the old name, which then is no other one, and to the new again.
    for (const [revision, name] of [
      [1, 'Rosa Lind'],
      [2, 'Rosa Lind-Vale'],
    ] as const)
      expect(await renameNamed(db, 'speaker', { id, revision, name, as: null }, anna, later)).toMatchObject({ ok: true });
    const rows = await db.read
      .select({ name: claims.speakerName, standing: speakers.standingId, own: speakers.id })
      .from(claims)
      .innerJoin(speakers, eq(speakers.id, claims.speakerId));
    const mayors = rows.filter(({ name }) => /Lind/.test(name ?? ''));
    expect(mayors.length).toBeGreaterThan(3);
    for (const row of mayors) expect([row.name, row.standing ?? row.own]).toEqual([row.name, id]);
    expect(await aliasNamed(db, 'speaker', { id, revision: 3, name: 'Luo Zhaohui' }, anna, later)).toMatchObject({
      refusal: { code: 'NameTaken', details: { id: (await speaker('Luo Zhaohui')).id } },
    });
    expect(await aliasNamed(db, 'speaker', { id, revision: 3, name: '​ ' }, anna, later)).toMatchObject({ refusal: { code: 'EmptyName' } });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('outlets in the same way, and the log names nobody', async () => {
    const [herald, post] = [await source('Herald'), await source('Post')];
    expect(await mergeNamed(db, 'source', { id: post.id, into: herald.id, revision: 0 }, anna, later)).toMatchObject({ ok: true });
    expect(await source('Post')).toMatchObject({ intoId: herald.id, standingId: herald.id, revision: 1 });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    expect(await splitNamed(db, 'source', { id: post.id, revision: 1 }, anna, later)).toMatchObject({ ok: true });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    const log = JSON.stringify((await db.read.select().from(auditLog)).map(({ body }) => body));
    expect(log).not.toMatch(/Herald|Luo|Lind/);
  });

  it.each([
    ['what it was merged into', 'into_id = NULL, standing_id = NULL'],
    ['where it leads', 'standing_id = NULL'],
    ['its name', "name = 'Somebody'"],
  ])('%s cannot be rewritten unseen', async (_, set) => {
    await merge('Luo', 'Luo Zhaohui');
    const { id } = await speaker('Luo');
    await rewriteBehind(db, `UPDATE speakers SET ${set} WHERE id = '${id}'`);
    expect(await verifyRecord(db)).toMatchObject({ ok: false, reason: expect.stringContaining('speaker') });
  });

  it('nor can the words of an act', async () => {
    await merge('Luo', 'Luo Zhaohui');
    await rewriteBehind(db, `UPDATE revisions SET after = '{"intoId":"x"}'`);
    expect(await verifyRecord(db)).toMatchObject({ ok: false, reason: expect.stringContaining('is not what was logged') });
  });
});
