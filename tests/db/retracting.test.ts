import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle } from '@/db/claims';
import { readArticleSheet, readCaseSheet } from '@/db/desk';
import { regroup } from '@/db/grouping';
import { runOperation } from '@/db/operations';
import { measureRecord, settledAndOpen } from '@/db/published';
import { retractArticle, unretractArticle } from '@/db/retracting';
import { acts, articleNotices, articles, caseEvents, relations } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { measurePage } from '@/lib/publication';
import { article } from './intake-world';
import { taken } from './public-world';
import { seedPerson } from './seeds';
import { stormPublished } from './storm-published';
import { minutesLater, NOW } from './world';

const NOTICE = { day: '2024-05-09', url: 'https://hill-courier.example/errata', reason: 'Its reporter had made the figure up.' };
const SIZES = [
  ['small', undefined],
  ['large', 0],
] as const;

describe.each(SIZES)('a source that takes its article back, in a %s record', (_, small) => {
  const retract = (world: Awaited<ReturnType<typeof stormPublished>>, articleId: string, more = {}, by = world.edda) =>
    retractArticle(world.db, { id: articleId, ...NOTICE, ...more }, by, minutesLater(5), small);
  const pageOf = async ({ db, measureId }: Awaited<ReturnType<typeof stormPublished>>) =>
    measurePage((await measureRecord(db.read, measureId))!);

  it('marks its claims, counts them for nothing, and opens again what was ruled on them', async () => {
    const world = await stormPublished(small);
    const { db, courier, post } = world;
    expect(await retract(world, courier.articleId)).toMatchObject({ ok: true });
    expect(await world.theCase()).toMatchObject({ state: 'reopened', positions: [{ claims: [post.id] }] });
    const page = await pageOf(world);
    expect(page.record.case!.standing).toMatchObject({ status: 'reopened' });
    expect(page.rows.map(({ id, retracted }) => [id, retracted]).sort()).toEqual(
      [
        [post.id, false],
        [courier.id, true],
      ].sort(),
    );
    expect(page.rows.find(({ id }) => id === courier.id)!.claim.article.retracted).toMatchObject({ ...NOTICE, by: { role: 'editor' } });
    expect(page.positions.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual([post.id]);
    expect(page.changes.map(({ kind }) => kind)).toContain('retracted');
    // One figure is left, which is no disagreement: the page says where the other went, not what was ruled while it stood.
    expect(page.reason).toMatch(/^.+ by Hill Courier was taken back by the source, and what is left does not disagree\.$/);
    expect((await settledAndOpen(db.read, 8)).open).toEqual([]);
    expect(page.answer.figures.map(({ claim }) => claim)).toEqual([post.id]);
    expect(await db.read.select().from(relations)).toEqual([]);
    // Nothing conflicts any more, and still nobody but people settles what is published.
    await regroup(db, minutesLater(6), small);
    expect(await world.theCase()).toMatchObject({ state: 'reopened' });
    const sheet = (await readCaseSheet(db.read, (await world.theCase()).id, world.anna.id))!;
    expect(sheet.retracted).toEqual([courier.id]);
    expect(sheet.claims.get(courier.id)).toMatchObject({ retracted: true });
    expect((await readArticleSheet(db.read, courier.articleId))!.notices.retracted).toMatchObject({ day: NOTICE.day });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
    // People rule on what is left.
    await world.rule(post.id, 7, 'The other paper took its count back.');
    await regroup(db, minutesLater(7), small);
    expect(await world.theCase()).toMatchObject({ state: 'ruled' });
    await world.publish(8, 'One of the papers took its article back.');
    expect((await pageOf(world)).answer).toMatchObject({ form: 'accepted' });
    await regroup(db, minutesLater(9), small);
    expect(await world.theCase()).toMatchObject({ state: 'published' });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('can be taken back: the claims stand again, and contradict what was ruled without them', async () => {
    const world = await stormPublished(small);
    const { db, courier, post } = world;
    taken(await retract(world, courier.articleId));
    await world.rule(post.id, 7, 'The other paper took its count back.');
    await world.publish(8, 'One of the papers took its article back.');
    expect(
      await unretractArticle(db, { id: courier.articleId, reason: 'it was another article' }, world.edda, minutesLater(9), small),
    ).toMatchObject({
      ok: true,
    });
    expect(await world.theCase()).toMatchObject({ state: 'reopened', positions: [{ claims: [post.id] }, { claims: [courier.id] }] });
    const page = await pageOf(world);
    expect(page.rows.some(({ retracted }) => retracted)).toBe(false);
    expect(page.record.case!.standing).toMatchObject({ status: 'reopened' });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('leaves a ruling that rests on none of its claims as it is, and dismisses an open case that was about them alone', async () => {
    const world = await stormPublished(small);
    const { db, anna } = world;
    const told = [
      ['Valley Post', 'The flood drowned 31 cows near the bridge.'],
      ['Hill Courier', 'The flood drowned 44 cows near the bridge.'],
    ] as const;
    for (const [outlet, text] of told) await addArticles(db, [article({ text, outlet, publishedAt: '2024-06-02' })], OWNER, NOW, { small });
    for (const { id } of (await db.read.select().from(articles)).slice(2))
      taken(await acceptArticle(db, { id }, anna, minutesLater(4), small));
    expect(await retract(world, (await world.claimOf('44 cows')).articleId)).toMatchObject({ ok: true });
    const states = (await db.read.select().from(caseEvents)).filter(({ body }) => body.type === 'dismissed' || body.type === 'reopened');
    expect(states.map(({ body }) => [body.type, body.by])).toEqual([['dismissed', null]]);
    expect((await world.theCase()).state).toBe('published');
  });

  it('is refused to whoever may not, twice, and without a day, a link that leads somewhere, or a reason', async () => {
    const world = await stormPublished(small);
    const { db, courier } = world;
    const reader = await seedPerson(db, 'Rolf', 'reader');
    expect(await retract(world, courier.articleId, {}, reader)).toMatchObject({ refusal: { status: 403, code: 'Forbidden' } });
    expect(await retract(world, courier.articleId, {}, world.anna)).toMatchObject({ refusal: { status: 403, code: 'EditorNeeded' } });
    const rows: [object, string, string][] = [
      [{ day: 'yesterday' }, 'DayUnreadable', 'day'],
      [{ day: '2031-01-01' }, 'DayToCome', 'day'],
      [{ url: 'javascript:alert(1)' }, 'LinkUnreadable', 'url'],
      [{ reason: ' made up ' }, 'ReasonTooShort', 'reason'],
    ];
    for (const [more, code, field] of rows)
      expect(await retract(world, courier.articleId, more)).toMatchObject({ refusal: { status: 422, code, field } });
    expect(await retract(world, 'nothing000')).toMatchObject({ refusal: { status: 404, code: 'ArticleUnknown' } });
    const end = () => unretractArticle(db, { id: courier.articleId, reason: 'it was another article' }, world.edda, minutesLater(6), small);
    expect(await end()).toMatchObject({ refusal: { status: 409, code: 'IllegalTransition' } });
    expect(await retract(world, courier.articleId, { url: null })).toMatchObject({ ok: true });
    expect(await retract(world, courier.articleId)).toMatchObject({ refusal: { status: 409, code: 'IllegalTransition' } });
    expect(await end()).toMatchObject({ ok: true });
    expect(await retract(world, courier.articleId)).toMatchObject({ ok: true });
    expect(await db.read.select().from(articleNotices)).toHaveLength(2);
  });
});

it('is taken back from the list of what was done, too', async () => {
  const { db, edda, courier, theCase } = await stormPublished();
  const act = (id: string, input: object, now: string) => runOperation({ db, actor: edda, now }, id, input);
  taken(await act('articles.retract', { id: courier.articleId, ...NOTICE }, minutesLater(5)));
  const done = (await db.read.select().from(acts).where(eq(acts.action, 'articles.retract')).get())!;
  expect(done).toMatchObject({ before: { retracted: false }, after: { retracted: true } });
  expect(await act('acts.undo', { seq: done.seq }, minutesLater(6))).toMatchObject({ ok: true });
  expect((await theCase()).positions).toHaveLength(2);
  expect(await verifyRecord(db)).toMatchObject({ ok: true });
});

it('the record finds a notice that was changed, added or taken away without a fact', async () => {
  const { db, edda, courier } = await stormPublished();
  taken(await retractArticle(db, { id: courier.articleId, ...NOTICE }, edda, minutesLater(5)));
  const [row] = await db.read.select().from(articleNotices);
  await expect(db.write((tx) => tx.update(articleNotices).set({ reason: 'another reason than this' }))).rejects.toThrow();
  await expect(db.write((tx) => tx.delete(articleNotices))).rejects.toThrow();
  await db.write((tx) => tx.insert(articleNotices).values({ ...row!, id: 'forged0000', kind: 'withheld' }));
  expect(await verifyRecord(db)).toMatchObject({ ok: false, reason: expect.stringContaining('notice') });
});
