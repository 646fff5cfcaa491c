import { eq, getTableColumns, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { withdrawCase } from '@/db/cases';
import { acceptArticle } from '@/db/claims';
import { fileOwed } from '@/db/editions';
import { articleRecord, editionRecord, editionsOf, measureAsked, measureRecord } from '@/db/published';
import { claims, editionsOwed } from '@/db/schema';
import { withholdArticle } from '@/db/withholding';
import { compareEditions, measurePage, momentsAsked, phraseText } from '@/lib/publication';
import { article } from './intake-world';
import { taken } from './public-world';
import { RULED, SECRETS, stormPublished } from './storm-published';
import { minutesLater, NOW } from './world';

let world: Awaited<ReturnType<typeof stormPublished>>;
beforeEach(async () => {
  world = await stormPublished();
});

const asked = async (known: string | null, asof: string | null = null) => {
  const found = await measureAsked(world.db.read, world.measureId, { asof, known });
  return found.kind === 'found' ? found.record : null;
};
const answer = async (known: string | null, asof: string | null = null) => {
  const record = await asked(known, asof);
  return record && phraseText(measurePage(record).answer.sentence);
};
/** Another paper has another figure of another day, which somebody accepts. */
async function later(): Promise<void> {
  const text = 'The storm closed 14 schools in the valley, officials said.';
  await addArticles(world.db, [article({ text, outlet: 'Late Post', publishedAt: '2024-05-09' })], OWNER, minutesLater(4));
  const { articleId } = await world.claimOf('14 schools');
  taken(await acceptArticle(world.db, { id: articleId }, world.anna, minutesLater(5)));
  expect((await world.claimOf('14 schools')).measureId).toBe(world.measureId);
}
const edition = (number: number) => editionRecord(world.db.read, world.measureId, number);

describe('editions', () => {
  it('R7, N6: what was known is asked for by a moment, and what held by a day', async () => {
    expect(await answer(NOW)).toBe(null);
    expect(await answer(minutesLater(1))).toContain('No accepted value: ');
    expect(await answer(minutesLater(2))).toContain('Case open');
    expect(await answer(minutesLater(3))).toContain('Accepted: 12 schools');
    expect(await answer(null)).toBe(await answer(minutesLater(3)));
    await later();
    const today = (await asked(null))!;
    const then = (await asked(null, '2024-05-02'))!;
    expect(today.claims.map(({ text }) => text).sort()).toEqual(['12 schools', '14 schools', '19 schools']);
    expect(then.claims.map(({ text }) => text).sort()).toEqual(['12 schools', '19 schools']);
    expect(await answer(null)).toContain('Under review again');
    expect(await answer(null, '2024-05-02')).toContain('Accepted: 12 schools');
    expect(await answer(null, '2024-05-01')).toBe(null);
    expect(await answer(minutesLater(1), '2024-05-02')).toContain('No accepted value: ');
  });

  it('T1: an edition is what readers saw then, whatever comes later', async () => {
    const before = JSON.stringify((await edition(1))!.record);
    expect(await editionsOf(world.db.read, world.measureId)).toMatchObject([
      { number: 3, at: minutesLater(3), words: 'the case' },
      { number: 2 },
      { number: 1, at: minutesLater(1) },
    ]);
    await later();
    expect(JSON.stringify((await edition(1))!.record)).toBe(before);
    expect((await measureRecord(world.db.read, world.measureId))!.claims).toHaveLength(3);
    expect((await editionsOf(world.db.read, world.measureId))[0]).toMatchObject({ number: 4 });
    expect(await edition(99)).toBe(null);
  });

  it('T2: two editions are compared by what their pages say', async () => {
    const [one, three] = [(await edition(1))!.record, (await edition(3))!.record];
    expect(compareEditions(one, one)).toEqual([]);
    const changes = compareEditions(one, three);
    expect(changes.find(({ what }) => what === 'Status')).toMatchObject({ before: 'Reported, uncontested', after: 'Settled' });
    expect(changes.find(({ what }) => what === 'Answer')!.after).toContain('Accepted: 12 schools');
    expect(compareEditions(null, one).filter(({ what }) => what === 'Claim added')).toHaveLength(one!.claims.length);
  });

  it('show no word of what was withheld or withdrawn since', async () => {
    const { db, measureId, courier, edda } = world;
    const all = async () =>
      JSON.stringify(
        await Promise.all((await editionsOf(db.read, measureId)).map(({ number }) => editionRecord(db.read, measureId, number))),
      );
    expect(await all()).toContain(RULED);
    expect(await all()).toContain(SECRETS[0]);
    taken(await withholdArticle(db, { id: courier.articleId, reason: 'A court forbade to show it.' }, edda, minutesLater(5)));
    for (const secret of SECRETS) expect(await all()).not.toContain(secret);
    expect(await all()).toContain('19 schools');
    const { id, revision } = await world.theCase();
    taken(await withdrawCase(db, { id, revision, reason: 'The list of the school office was forged.' }, edda, minutesLater(6)));
    expect(await all()).not.toContain(RULED);
    expect((await edition(3))!.record!.case!.standing).toMatchObject({ status: 'withdrawn' });
    expect(await articleRecord(db.read, courier.articleId)).not.toBe(null);
  });

  it('are never written again, nor taken away', async () => {
    for (const act of [
      sql`UPDATE editions SET at = '2020'`,
      sql`DELETE FROM editions`,
      sql`UPDATE edition_parts SET body = '{}'`,
      sql`DELETE FROM edition_parts`,
    ])
      await expect(world.db.write((tx) => tx.run(act))).rejects.toThrow();
  });

  it('of a large measure follow the act, and what is touched meanwhile stays owed', async () => {
    const { db, measureId } = world;
    const before = (await editionsOf(db.read, measureId)).length;
    await db.write(async (tx) => {
      const columns = sql.raw(
        Object.values(getTableColumns(claims))
          .map(({ name }) => name)
          .join(', '),
      );
      const copied = sql.raw(
        Object.values(getTableColumns(claims))
          .map(({ name }) => (name === 'id' ? "'copy' || i" : name === 'ordinal' ? '100 + i' : name))
          .join(', '),
      );
      await tx.run(sql`INSERT INTO claims (${columns})
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 210) SELECT ${copied}
        FROM claims, n WHERE id = ${world.post.id}`);
    });
    expect(await db.read.select().from(editionsOwed)).toMatchObject([{ measureId }]);
    expect(await editionsOf(db.read, measureId)).toHaveLength(before);
    expect(await fileOwed(db)).toBe(1);
    expect(await db.read.select().from(editionsOwed).where(eq(editionsOwed.measureId, measureId))).toEqual([]);
    const [last] = await editionsOf(db.read, measureId);
    expect(last).toMatchObject({ number: before + 1, words: '210 claims added, the case' });
    expect((await edition(before + 1))!.record!.claims).toHaveLength(212);
    expect((await edition(before))!.record!.claims).toHaveLength(2);
  });
});

it('a moment that cannot be is refused, with how it is written', () => {
  const asked = (query: string) => momentsAsked(new URLSearchParams(query));
  expect(asked('asof=2020-03-26&known=2020-03-27')).toEqual({ ok: true, value: { asof: '2020-03-26', known: '2020-03-27T23:59:59.999Z' } });
  expect(asked('known=2020-03-27T09:30Z')).toMatchObject({ value: { known: '2020-03-27T09:30:00.000Z' } });
  for (const query of [
    'asof=2020-02-30',
    'asof=yesterday',
    'asof=2020-03',
    'known=2020-03-27T25:00Z',
    'known=1585267200',
    "asof=2020-03-26'",
  ])
    expect(asked(query), query).toMatchObject({
      refusal: { status: 422, code: 'MomentMalformed', next: expect.stringContaining('as in') },
    });
});
