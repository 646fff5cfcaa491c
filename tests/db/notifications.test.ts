import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Actor, OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { publishCase, reopenCase, returnCase, ruleCase, withdrawCase } from '@/db/cases';
import { acceptArticle } from '@/db/claims';
import { readFollows, readNotifications, unreadCount } from '@/db/desk';
import { sendDigests } from '@/db/digest';
import { saveDraft } from '@/db/drafts';
import type { Mail } from '@/db/mail';
import { KINDS, WHAT } from '@/db/notification-kinds';
import { notify } from '@/db/notify';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import { disablePerson, type Person } from '@/db/people';
import { retractArticle } from '@/db/retracting';
import { setDeskReview } from '@/db/review-mode';
import { articles, auditLog, claims, notifications } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import type { RulingInput } from '@/lib/adjudication';
import { article } from './intake-world';
import { taken } from './public-world';
import { RULING, seedCase, seedPerson } from './seeds';
import { stormPublished } from './storm-published';
import { minutesLater, NOW, newRecord } from './world';

const told = async (db: Database, person: Person) =>
  (await readNotifications(db.read, person.id)).map(({ what, path }) => [what, path] as const);
const whats = async (db: Database, person: Person) => (await told(db, person)).map(([what]) => what).sort();
const act = (db: Database, actor: Actor, id: string, input: object, now = NOW) => runOperation({ db, actor, now }, id, input);
const follow = async (db: Database, actor: Person, kind: string, id: string) =>
  taken(await act(db, actor, 'follows.set', { kind, id, follow: 'on' }));

describe('what people are told', () => {
  let db: Database;
  let [anna, bela, cora, edda]: Person[] = [];
  let id: string;
  let revision: number;
  beforeEach(async () => {
    db = await newRecord();
    [anna, bela, cora] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela'), await seedPerson(db, 'Cora')];
    edda = await seedPerson(db, 'Edda', 'editor');
    ({ id, revision } = await seedCase(db));
  });
  const rule = async (by: Person, ruling: RulingInput = RULING, minutes = 1) => {
    const ruled = await ruleCase(db, { id, revision, ruling }, by, minutesLater(minutes));
    ({ revision } = taken(ruled) as { revision: number });
  };
  const step = async (stepped: Promise<unknown>) => {
    ({ revision } = taken((await stepped) as never) as { revision: number });
  };

  it('is that a case of theirs was sent back, opened again or withdrawn, and never by themselves', async () => {
    await rule(anna!);
    await step(returnCase(db, { id, revision, reason: 'the link is dead' }, bela!, minutesLater(2)));
    expect(await told(db, anna!)).toEqual([['returned', `/review/cases/${id}`]]);
    await rule(anna!, RULING, 3);
    await step(publishCase(db, { id, revision, notice: null }, edda!, minutesLater(4)));
    await step(reopenCase(db, { id, revision, reason: 'the log was corrected' }, bela!, minutesLater(5)));
    expect(await whats(db, anna!)).toEqual(['own-reopened', 'returned']);
    await step(withdrawCase(db, { id, revision, reason: 'the log was forged' }, edda!, minutesLater(6)));
    expect(await whats(db, anna!)).toEqual(['own-reopened', 'own-withdrawn', 'returned']);
    for (const other of [bela!, cora!, edda!]) expect(await whats(db, other)).toEqual([]);
    // None of it says what anybody wrote, and none of it is a fact.
    const rows = JSON.stringify([await db.read.select().from(notifications), await readNotifications(db.read, anna!.id)]);
    for (const words of ['dead', 'corrected', 'forged', RULING.rationale, 'Bela', 'Edda', bela!.id]) expect(rows).not.toContain(words);
    expect(JSON.stringify(await db.read.select().from(auditLog))).not.toContain('own-reopened');
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('in a blind review is that an opinion is asked for, and neither whose the other is nor what it says', async () => {
    await setDeskReview(db, { review: 'blind' }, OWNER, NOW);
    await rule(anna!);
    expect(await whats(db, anna!)).toEqual([]);
    for (const other of [bela!, cora!, edda!]) {
      expect(await whats(db, other)).toEqual(['second']);
      const shown = JSON.stringify(await readNotifications(db.read, other.id));
      for (const words of ['Anna', anna!.id, RULING.rationale, 'source-error', 'supported']) expect(shown).not.toContain(words);
    }
    await rule(bela!, { ...RULING, verdicts: ['contradicted', 'supported'], accepted: 1 }, 2);
    // It is asked of nobody any more, and an editor decides between the two.
    expect([await whats(db, cora!), await whats(db, edda!)]).toEqual([[], ['third']]);
    await rule(edda!, RULING, 3);
    expect(await whats(db, edda!)).toEqual([]);
  });

  it('is asked of whom the case is assigned to alone', async () => {
    await setDeskReview(db, { review: 'blind' }, OWNER, NOW);
    taken(await act(db, edda!, 'queue.assign', { id, to: cora!.id }));
    await rule(anna!);
    expect([await whats(db, bela!), await whats(db, cora!), await whats(db, edda!)]).toEqual([[], ['second'], []]);
  });

  it('is that a case moved on on which they keep a draft, but for what nobody may know of it', async () => {
    await setDeskReview(db, { review: 'blind' }, OWNER, NOW);
    taken(await saveDraft(db, cora!.id, { form: `cases.rule:${id}`, fields: { rationale: 'It is said' } }, NOW));
    // A press of a button that was refused is no text of anybody's.
    taken(await saveDraft(db, edda!.id, { form: `cases.publish:${id}`, fields: { revision: '1', notice: ' ' } }, NOW));
    await rule(anna!);
    expect(await whats(db, cora!)).toEqual(['second']);
    await rule(bela!, RULING, 2);
    expect(await told(db, cora!)).toEqual([['moved', `/review/cases/${id}`]]);
    expect(await whats(db, edda!)).not.toContain('moved');
  });

  it('is what they left switched on, each way apart, and nothing once they may not sign in', async () => {
    const ticked = (but: string) => Object.fromEntries(KINDS.filter((kind) => kind !== but).map((kind) => [kind, 'on']));
    taken(await act(db, anna!, 'settings.notifications', { app: ticked('case-back'), mail: ticked('') }));
    taken(await act(db, bela!, 'settings.notifications', { app: ticked(''), mail: ticked('case-back') }));
    taken(await act(db, cora!, 'settings.notifications', { app: ticked('case-back'), mail: ticked('case-back') }));
    taken(await disablePerson(db, { id: edda!.id }, OWNER, NOW));
    const everybody = [anna!, bela!, cora!, edda!];
    const news = everybody.map((person) => ({ to: person.id, what: 'returned' as const, subject: `case:${id}`, at: NOW }));
    await db.write((tx) => notify(tx, news, null));
    const rows = await db.read.select().from(notifications);
    expect(rows.map(({ personId, inApp, byMail }) => [personId, inApp, byMail])).toEqual([
      [anna!.id, false, true],
      [bela!.id, true, false],
    ]);
    expect([await unreadCount(db.read, anna!.id), await unreadCount(db.read, bela!.id)]).toEqual([0, 1]);
  });

  it('is told once while it is unread, and marked as read one by one or all that was shown', async () => {
    const tell = (what: keyof typeof WHAT, minutes: number) =>
      db.write((tx) => notify(tx, [{ to: anna!.id, what, subject: `case:${id}`, at: minutesLater(minutes) }], null));
    for (const minutes of [1, 2]) await tell('returned', minutes);
    await tell('second', 3);
    await tell('mentioned', 5);
    const lines = await readNotifications(db.read, anna!.id);
    expect(lines.map(({ what, at }) => [what, at])).toEqual([
      ['mentioned', minutesLater(5)],
      ['second', minutesLater(3)],
      ['returned', minutesLater(2)],
    ]);
    expect(await act(db, bela!, 'notifications.read', { one: lines[0]!.id })).toMatchObject({ value: { read: 0 } });
    expect(await act(db, anna!, 'notifications.read', { one: lines[0]!.id })).toMatchObject({ value: { read: 1 } });
    expect(await act(db, anna!, 'notifications.read', { until: minutesLater(2) })).toMatchObject({ value: { read: 1 } });
    expect(await unreadCount(db.read, anna!.id)).toBe(1);
    await tell('returned', 6);
    expect(await unreadCount(db.read, anna!.id)).toBe(2);
  });
});

describe('what people follow', () => {
  it('tells them of what everybody at the desk sees: published, corrected, opened again, withdrawn, taken back, new', async () => {
    const world = await stormPublished();
    const { db, anna, bela, edda, courier, measureId, theCase } = world;
    const reader = await seedPerson(db, 'Rolf', 'reader');
    const [outlet] = await db.read.select({ id: articles.sourceId }).from(articles).where(eq(articles.id, courier.articleId));
    await follow(db, bela, 'measure', measureId);
    await follow(db, reader, 'source', outlet!.id!);
    const path = `/review/cases/${(await theCase()).id}`;
    taken(await reopenCase(db, { ...(await theCase()), reason: 'a new list was found' }, anna, minutesLater(5)));
    expect([await told(db, bela), await told(db, reader)]).toEqual([[['reopened', path]], [['reopened', path]]]);
    await world.rule(courier.id, 6, 'The ministry lists nineteen of them by name.');
    expect(await whats(db, bela)).toEqual(['reopened']);
    await world.publish(7, 'The office had counted the valley alone.');
    expect([await whats(db, bela), await whats(db, reader)]).toEqual([
      ['corrected', 'reopened'],
      ['corrected', 'reopened'],
    ]);
    const { id, revision } = await theCase();
    taken(await withdrawCase(db, { id, revision, reason: 'the list was forged' }, edda, minutesLater(8)));
    const retraction = { id: courier.articleId, day: '2024-05-09', url: null, reason: 'it had made it up' };
    taken(await retractArticle(db, retraction, edda, minutesLater(9)));
    expect(await whats(db, bela)).toEqual(
      ['changed', 'corrected', 'reopened', 'retracted', 'withdrawn'].filter((what) => what !== 'changed'),
    );
    const more = article({ text: 'The storm felled 40 oaks in the valley.', outlet: 'Hill Courier', publishedAt: '2024-05-03' });
    await addArticles(db, [more], OWNER, minutesLater(10));
    const added = await db.read.select().from(claims).where(eq(claims.text, '40 oaks')).get();
    taken(await acceptArticle(db, { id: added!.articleId }, anna, minutesLater(11)));
    expect((await told(db, reader))[0]).toEqual(['accepted', `/review/articles/${added!.articleId}`]);
    expect((await readFollows(db.read, bela.id)).map(({ kind, id: of }) => [kind, of])).toEqual([['measure', measureId]]);
    await follow(db, edda, 'measure', measureId);
    taken(await act(db, edda, 'measures.define', { id: measureId, revision: 0, counts: 'Schools that were shut.' }, minutesLater(12)));
    expect((await told(db, bela))[0]).toEqual(['revised', `/review/measures/${measureId}/edit`]);
    // Who did it knows.
    expect(await whats(db, edda)).toEqual([]);
    taken(await act(db, bela, 'follows.set', { kind: 'measure', id: measureId }));
    expect(await readFollows(db.read, bela.id)).toEqual([]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('is theirs alone: nobody else is told, nothing of it is a fact, and what is not there cannot be followed', async () => {
    const { db, anna, measureId } = await stormPublished();
    const before = await db.read.$count(auditLog);
    await follow(db, anna, 'measure', measureId);
    await follow(db, anna, 'measure', measureId);
    expect(await db.read.$count(auditLog)).toBe(before);
    expect(await act(db, anna, 'follows.set', { kind: 'speaker', id: 'k3v9m2qd4xzz', follow: 'on' })).toMatchObject({
      refusal: { status: 404, code: 'NothingToFollow' },
    });
    expect(await act(db, OWNER, 'follows.set', { kind: 'measure', id: measureId, follow: 'on' })).toMatchObject({
      refusal: { status: 403 },
    });
  });
});

describe('the letters of a digest', () => {
  const given = async () => {
    const db = await newRecord();
    const [anna, bela] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela')];
    const { id } = await seedCase(db);
    const tell = (to: Person, what: keyof typeof WHAT, minutes: number) =>
      db.write((tx) => notify(tx, [{ to: to.id, what, subject: `case:${id}`, at: minutesLater(minutes) }], null));
    const letters: Mail[] = [];
    const carrier = { site: 'https://desk.example', send: async (mail: Mail) => void letters.push(mail) };
    return { db, anna, bela, id, tell, letters, carrier };
  };

  it('go once to each who has not read what they were told, and hold all of it', async () => {
    const { db, anna, bela, id, tell, letters, carrier } = await given();
    await tell(anna, 'returned', 1);
    await tell(anna, 'second', 2);
    await tell(bela, 'moved', 3);
    taken(await act(db, bela, 'notifications.read', { until: minutesLater(3) }));
    expect(await sendDigests(db, carrier, minutesLater(4))).toMatchObject({ value: { letters: 1, failed: 0 } });
    expect(letters).toHaveLength(1);
    expect(letters[0]!.to).toContain('anna');
    for (const words of [WHAT.returned.words, WHAT.second.words, `https://desk.example/review/cases/${id}`, '/review/settings'])
      expect(letters[0]!.text).toContain(words);
    expect(await sendDigests(db, carrier, minutesLater(5))).toMatchObject({ value: { letters: 0 } });
  });

  it('are sent by the clock once a day, and what could not be sent goes with the next', async () => {
    const { db, anna, tell, letters, carrier } = await given();
    await tell(anna, 'returned', 1);
    const broken = { ...carrier, send: async () => false };
    expect(await sendDigests(db, broken, minutesLater(2), true)).toMatchObject({ value: { letters: 0, failed: 1 } });
    expect(await sendDigests(db, carrier, minutesLater(3), true)).toMatchObject({ value: { letters: 0, failed: 0 } });
    expect(await sendDigests(db, carrier, minutesLater(2 + 24 * 60), true)).toMatchObject({ value: { letters: 1 } });
    expect(letters).toHaveLength(1);
    const row = await db.read
      .select()
      .from(notifications)
      .where(and(eq(notifications.personId, anna.id)))
      .get();
    expect(row).toMatchObject({ sentAt: minutesLater(2 + 24 * 60), readAt: null });
  });
});
