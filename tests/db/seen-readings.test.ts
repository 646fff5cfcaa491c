import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { rejectClaim } from '@/db/claims';
import { correctClaim } from '@/db/correcting';
import { readArticleSheet } from '@/db/desk';
import { loadDraft } from '@/db/drafts';
import type { Database } from '@/db/open';
import { inputOfFields, runOperation } from '@/db/operations';
import type { Person } from '@/db/people';
import { rereadArticles } from '@/db/reread';
import { claims } from '@/db/schema';
import { article } from './intake-world';
import { addOlder, otherNoun } from './older-world';
import { taken } from './public-world';
import { seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

const TOLD = article({
  text: 'The storm closed 12 schools in the valley, officials said. It shut 40 bridges there.',
  ...{ outlet: 'Valley Post', publishedAt: '2024-05-02' },
});

let db: Database;
let anna: Person;
let bela: Person;
let articleId: string;
beforeEach(async () => {
  db = await newRecord();
  [anna, bela] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela')];
  await addArticles(db, [TOLD], OWNER, NOW);
  articleId = (await rows())[0]!.articleId;
});

const rows = () => db.read.select().from(claims);
const reading = async (text: string) => (await rows()).find((row) => row.text === text)!;
const act = (by: Person, id: string, input: object) => runOperation({ db, actor: by, now: minutesLater(9) }, id, input);
const correct = (id: string, speaker: string, revision = 0) =>
  correctClaim(db, { id, revision, selected: null, speaker, reason: 'The sentence before names her.' }, bela, minutesLater(2));
/** What the page of the article sends along with "Accept all". */
const shown = async () => (await readArticleSheet(db.read, articleId))!.claims.map(({ id, revision }) => `${id}@${revision}`).join(' ');

describe('a reading is judged as it was seen', () => {
  it('one by one: whoever has not seen what it says now accepts and rejects nothing, and keeps the reason that was typed', async () => {
    const { id } = await reading('12 schools');
    taken(await correct(id, 'Rosa Lind'));
    const conflict = {
      refusal: {
        ...{ status: 409, code: 'VersionConflict', cause: expect.stringContaining('it says “12 schools” now') },
        details: { yours: { revision: 0 }, current: { revision: 1, by: bela.id, reading: { speakerName: 'Rosa Lind' } } },
      },
    };
    expect(await act(anna, 'claims.accept', { id, revision: 0 })).toMatchObject(conflict);
    const reason = 'That is no count of schools.';
    expect(await act(anna, 'claims.reject', inputOfFields({ id, revision: '0', reason }) as object)).toMatchObject(conflict);
    expect((await loadDraft(db, anna.id, `claims.reject:${id}`))?.fields).toMatchObject({ reason });
    expect((await reading('12 schools')).status).toBe('read');
    expect(await act(anna, 'claims.accept', { id, revision: 1 })).toMatchObject({ ok: true });
    expect((await reading('12 schools')).status).toBe('accepted');
  });

  it('one by one: what somebody else rejected meanwhile is not made public by a window that shows it as waiting', async () => {
    const { id } = await reading('12 schools');
    taken(await rejectClaim(db, { id, reason: 'It counts something else.' }, bela, minutesLater(1)));
    expect(await act(anna, 'claims.accept', { id, revision: 0, status: 'read' })).toMatchObject({
      refusal: { code: 'VersionConflict', details: { yours: { status: 'read' }, current: { status: 'rejected' } } },
    });
    expect(await act(bela, 'claims.reject', { id, status: 'read', reason: 'It counts something else.' })).toMatchObject({
      refusal: { code: 'IllegalTransition' },
    });
    expect(await act(anna, 'claims.accept', { id, revision: 0, status: 'rejected' })).toMatchObject({ ok: true });
  });

  it('all of an article: none is accepted where one says something else, and those that came in since wait', async () => {
    const [schools, bridges] = [await reading('12 schools'), await reading('40 bridges')];
    const seen = await shown();
    taken(await correct(schools.id, 'Rosa Lind'));
    expect(await act(anna, 'articles.accept', inputOfFields({ id: articleId, seen }) as object)).toMatchObject({
      refusal: {
        ...{ status: 409, code: 'VersionConflict', cause: expect.stringContaining('one says “12 schools” now') },
        details: { yours: { readings: [{ id: schools.id, revision: 0 }] }, current: { readings: [{ id: schools.id, revision: 1 }] } },
      },
    });
    expect((await rows()).map(({ status }) => status)).toEqual(['read', 'read']);
    // What somebody else judged meanwhile keeps their word, and the others are accepted as they were seen.
    const now = await shown();
    taken(await rejectClaim(db, { id: schools.id, reason: 'It counts something else.' }, bela, minutesLater(3)));
    expect(await act(anna, 'articles.accept', { id: articleId, seen: now })).toMatchObject({ value: { accepted: 1 } });
    expect([(await reading('12 schools')).status, (await reading('40 bridges')).id]).toEqual(['rejected', bridges.id]);
  });

  it('all of an article: one that came in later is not among them', async () => {
    const [first] = (await shown()).split(' ');
    expect(await act(anna, 'articles.accept', { id: articleId, seen: [first] })).toMatchObject({ value: { accepted: 1 } });
    expect((await rows()).map(({ status }) => status).sort()).toEqual(['accepted', 'read']);
    for (const wrong of ['12 schools', `${first}@`, ['x']])
      expect(await act(anna, 'articles.accept', { id: articleId, seen: wrong })).toMatchObject({ refusal: { status: 422 } });
  });

  it('all of an article: none where a later engine read it anew', async () => {
    db = await newRecord();
    anna = await seedPerson(db, 'Anna');
    [articleId] = (await addOlder(db, [TOLD], otherNoun)) as [string];
    const seen = await shown();
    await rereadArticles(db, OWNER, minutesLater(1));
    expect(await act(anna, 'articles.accept', { id: articleId, seen })).toMatchObject({
      refusal: { code: 'VersionConflict', cause: expect.stringContaining('was read anew') },
    });
    const accepted = await db.read.select().from(claims).where(eq(claims.status, 'accepted'));
    expect(accepted).toEqual([]);
  });
});
