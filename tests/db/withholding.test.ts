import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  linesOf,
  lookAhead,
  measureMembers,
  newerReadings,
  queueCounts,
  readActs,
  readArticleSheet,
  readBeside,
  readCaseSheet,
  readHands,
  readNamed,
  readNotifications,
  storedAlike,
} from '@/db/desk';
import { sendDigests } from '@/db/digest';
import { exportState } from '@/db/export';
import { previewReading } from '@/db/hand-preview';
import type { Mail } from '@/db/mail';
import { notify } from '@/db/notify';
import { articleRecord, measureRecord, searchPublic } from '@/db/published';
import { articles, notifications } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { restoreArticle, withholdArticle } from '@/db/withholding';
import { measureJson, measurePage } from '@/lib/publication';
import { STORM } from './intake-world';
import { addOlder, otherNoun } from './older-world';
import { taken } from './public-world';
import { seedPerson } from './seeds';
import { everythingOut, SECRETS, SITE, stormPublished } from './storm-published';
import { minutesLater, NOW, newRecord } from './world';

const REASON = 'A court forbade the text on 4 May.';
/** Words that stand around the figure. */
const QUOTED = ['Nobody slept', 'mine was shut', 'closed 19 schools in the valley'];

let world: Awaited<ReturnType<typeof stormPublished>>;
beforeEach(async () => {
  world = await stormPublished();
});
const withhold = (by = world.edda, reason = REASON) =>
  withholdArticle(world.db, { id: world.courier.articleId, reason }, by, minutesLater(5));
const out = () => everythingOut(world.db, world.measureId, [...SECRETS, 'Hill Courier', '19 schools', 'storm']);

describe('a text that is withheld', () => {
  it('is in no page, no data, no search and no export; its figures, its hash and the reason are', async () => {
    const { db, courier, post, measureId } = world;
    expect((await searchPublic(db.read, 'valley officials')).map(({ id }) => id)).toContain(courier.id);
    for (const words of [...SECRETS, ...QUOTED]) expect(await out()).toContain(words);
    expect(await withhold()).toMatchObject({ ok: true });
    for (const words of [...SECRETS, ...QUOTED]) expect(await out()).not.toContain(words);
    const { page } = (await articleRecord(db.read, courier.articleId))!;
    const stored = (await db.read.select().from(articles).where(eq(articles.id, courier.articleId)).get())!;
    expect(page).toMatchObject({ policy: 'withheld', stretches: [], article: { title: null, url: null, textHash: stored.textHash } });
    expect(page.article.withheld).toMatchObject({ reason: REASON, by: { role: 'editor' } });
    const json = measureJson(measurePage((await measureRecord(db.read, measureId))!), SITE);
    expect(json.claims.find(({ id }) => id === courier.id)).toMatchObject({
      ...{ quote: null, figure: { value: '19', noun: 'schools' }, article: { title: null, original: null, withheld: { reason: REASON } } },
    });
    expect(await searchPublic(db.read, 'zirconium')).toEqual([]);
    // Its own sentence finds it no more, and its figure does.
    expect((await searchPublic(db.read, 'valley officials')).flatMap(({ kind, id }) => (kind === 'claim' ? [id] : []))).toEqual([post.id]);
    expect((await searchPublic(db.read, '19 schools')).map(({ id }) => id)).toContain(courier.id);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('is shown to nobody at the desk either, in whatever way they ask', async () => {
    const { db, courier, anna, theCase } = world;
    const desk = async () => {
      const stretches = [await readHands(db.read, courier.id, true), await readArticleSheet(db.read, courier.articleId)];
      const sheet = (await readCaseSheet(db.read, (await theCase()).id, anna.id))!;
      const alike = await storedAlike(db.read, {
        text: 'Nobody slept. A zirconium mine was shut as well.',
        url: 'https://hill-courier.example/storm',
      });
      return JSON.stringify([...stretches, [...sheet.claims.values()].map(({ context }) => context), alike.map(({ opening }) => opening)]);
    };
    for (const words of QUOTED) expect(await desk()).toContain(words);
    const asked = { quote: '19 schools', place: null };
    expect(await previewReading(db, courier.articleId, asked)).toMatchObject({ ok: true });
    expect(await withhold()).toMatchObject({ ok: true });
    for (const words of QUOTED) expect(await desk()).not.toContain(words);
    expect(await previewReading(db, courier.articleId, asked)).toMatchObject({ refusal: { status: 409, code: 'TextWithheld' } });
  });

  it('has neither headline nor author nor address in any list or sheet of the desk, nor in a letter', async () => {
    const { db, courier, anna, edda, theCase } = world;
    const letters: Mail[] = [];
    const site = { site: 'https://check.example', send: (mail: Mail) => letters.push(mail) };
    const news = { to: anna.id, what: 'accepted', subject: `article:${courier.articleId}`, at: NOW } as const;
    await db.write((tx) => notify(tx, [news], null));
    const source = (await db.read.select().from(articles).where(eq(articles.id, courier.articleId)).get())!.sourceId!;
    const shown = async () => {
      letters.length = 0;
      await db.write((tx) => tx.update(notifications).set({ sentAt: null }));
      await sendDigests(db, site, minutesLater(9));
      const sheet = (await readCaseSheet(db.read, (await theCase()).id, anna.id))!;
      return JSON.stringify([
        ...[await readArticleSheet(db.read, courier.articleId), [...sheet.claims.values()], await readHands(db.read, courier.id, true)],
        ...[await readBeside(db.read, courier.id), await measureMembers(db.read, world.measureId, 50)],
        await linesOf(db.read, [{ id: courier.articleId }, { id: sheet.row.id }], anna.id),
        await lookAhead(db.read, { act: 'flag', items: [courier.articleId] }, anna, NOW),
        ...[await readActs(db.read, null, null, edda), await readNamed(db.read, 'source', source)],
        ...[await readNotifications(db.read, anna.id), letters.map(({ text }) => text)],
        await storedAlike(db.read, { text: 'Nobody slept. A mine was shut.', url: 'https://hill-courier.example/storm' }),
      ]);
    };
    for (const words of SECRETS) expect(await shown()).toContain(words);
    expect(letters).toHaveLength(1);
    expect(await withhold()).toMatchObject({ ok: true });
    // What somebody else asks for by its address is found by it, and answered without it.
    for (const words of SECRETS) expect(await shown()).not.toContain(words);
    expect(letters[0]!.text).toContain(`/review/articles/${courier.articleId}`);
  });

  it('is not read anew for a look at what a newer engine reads otherwise', async () => {
    const db = await newRecord();
    const edda = await seedPerson(db, 'Edda', 'editor');
    const [id] = await addOlder(db, STORM.slice(0, 1), otherNoun);
    expect((await newerReadings(db.read, 1, NOW)).map((one) => one.id)).toEqual([id]);
    expect((await queueCounts(db.read, edda.id, NOW)).rereadings).toBe(1);
    taken(await withholdArticle(db, { id: id!, reason: REASON }, edda, minutesLater(1)));
    expect(await newerReadings(db.read, 1, NOW)).toEqual([]);
    expect((await queueCounts(db.read, edda.id, NOW)).rereadings).toBe(0);
  });

  it('comes back as it was when that is over', async () => {
    const { db, courier } = world;
    const [before, exported] = [await out(), JSON.stringify(await exportState(db))];
    await withhold();
    const restored = await restoreArticle(db, { id: courier.articleId, reason: 'the order was lifted' }, world.edda, minutesLater(6));
    expect(restored).toMatchObject({ ok: true });
    expect(await out()).toBe(before);
    expect(JSON.stringify(await exportState(db))).toBe(exported);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('is withheld by an editor or an administrator alone, once, with a reason', async () => {
    const { db, anna, courier } = world;
    const [reader, admin] = [await seedPerson(db, 'Rolf', 'reader'), await seedPerson(db, 'Ada', 'admin')];
    for (const by of [reader, anna]) expect(await withhold(by)).toMatchObject({ refusal: { status: 403, code: 'Forbidden' } });
    expect(await withhold(admin, 'a court')).toMatchObject({ refusal: { status: 422, code: 'ReasonTooShort', field: 'reason' } });
    const restore = () => restoreArticle(db, { id: courier.articleId, reason: 'the order was lifted' }, admin, minutesLater(6));
    expect(await restore()).toMatchObject({ refusal: { status: 409, code: 'IllegalTransition' } });
    expect(await withhold(admin)).toMatchObject({ ok: true });
    expect(await withhold()).toMatchObject({ refusal: { status: 409, code: 'IllegalTransition' } });
    const unknown = await withholdArticle(db, { id: 'nothing000', reason: REASON }, admin, minutesLater(6));
    expect(unknown).toMatchObject({ refusal: { status: 404, code: 'ArticleUnknown' } });
  });
});
