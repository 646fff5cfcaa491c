import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { correctClaim } from '@/db/correcting';
import { lookAhead } from '@/db/desk';
import type { Database } from '@/db/open';
import { inputOfFields, runOperation } from '@/db/operations';
import type { Person } from '@/db/people';
import type { BatchAct } from '@/db/queue/batch';
import { loadItem } from '@/db/queue/items';
import { acts, auditLog, cases, claims } from '@/db/schema';
import { taken } from './public-world';
import { seedCase, seedClaims, seedPerson } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

let db: Database;
let anna: Person;
let bela: Person;
let cora: Person;
let id: string;
beforeEach(async () => {
  db = await newRecord();
  [anna, bela, cora] = [await seedPerson(db, 'Anna'), await seedPerson(db, 'Bela'), await seedPerson(db, 'Cora')];
  ({ id } = await seedCase(db));
});

const run = (who: Person, operation: string, input: object) => runOperation({ db, actor: who, now: NOW }, operation, input);
const item = async (of = id) => taken(await loadItem(db.read, of)) as Record<string, unknown>;

describe('two people at one thing in the queue', () => {
  it('of two who assign it to themselves the first has it, and the second is told', async () => {
    const press = (who: Person) => run(who, 'queue.assign', inputOfFields({ id, from: '', to: 'me' }) as object);
    const [first, second] = [await press(anna), await press(bela)];
    expect(first).toMatchObject({ ok: true });
    expect(second).toMatchObject({
      refusal: {
        ...{ status: 409, code: 'VersionConflict' },
        details: { yours: { assignedTo: bela.id, from: { assignedTo: null } }, current: { assignedTo: anna.id } },
      },
    });
    expect((await item()).assignedTo).toBe(anna.id);
    // Whoever sees with whom it is may take it all the same, and to press twice is no race.
    expect(await press(anna)).toMatchObject({ refusal: { code: 'IllegalTransition' } });
    expect(await run(bela, 'queue.assign', { id, from: anna.id, to: 'me' })).toMatchObject({ ok: true });
  });

  it('who puts it aside, marks it, waits for a source or asks for a second look overwrites nothing unseen', async () => {
    const races = [
      ['queue.snooze', { lasting: 'day' }, { lasting: 'week' }],
      ['queue.flag', { flag: 'boats' }, { flag: 'harbour' }],
      ['queue.ask-source', { of: 'the harbour office' }, { of: 'the mayor' }],
      ['queue.second-look', { to: cora.id, lookBy: '' }, { to: null, lookBy: '' }],
    ] as const;
    for (const [operation, first, second] of races) {
      expect([operation, await run(anna, operation, { id, from: '', ...first })]).toMatchObject([operation, { ok: true }]);
      const before = await item();
      const late = await run(bela, operation, { id, from: '', ...second });
      expect([operation, late]).toMatchObject([operation, { refusal: { status: 409, code: 'VersionConflict' } }]);
      expect(await item()).toEqual(before);
    }
    // Nobody who looks at nothing is held up.
    expect(await run(bela, 'queue.flag', { id, flag: 'harbour' })).toMatchObject({ ok: true });
  });
});

describe('one act for many is done to what was shown', () => {
  /** The rows as the page before sends them. */
  const rows = async (act: BatchAct, items: string[]) =>
    (await lookAhead(db.read, { act, items }, anna, NOW)).map((effect) => `${effect.id}@${effect.seen}`);

  it('a case that moved on since is named and left as it is', async () => {
    const other = await seedCase(db);
    const item = await rows('dismiss', [id, other.id]);
    taken(await run(bela, 'cases.take', { id: other.id, revision: (await revisions()).get(other.id) }));
    taken(await run(bela, 'cases.release', { id: other.id, revision: (await revisions()).get(other.id) }));
    const done = await run(anna, 'queue.batch', { act: 'dismiss', item, reason: 'Both are counts of other days.' });
    expect(done).toMatchObject({ value: { changed: 1, refused: [{ id: other.id, cause: 'It was changed since it was shown.' }] } });
    const states = await db.read.select({ id: cases.id, state: cases.state }).from(cases);
    expect(new Map(states.map((one) => [one.id, one.state]))).toEqual(
      new Map([
        [id, 'dismissed'],
        [other.id, 'open'],
      ]),
    );
  });

  it('readings that somebody read otherwise since are not made public', async () => {
    const [one, two] = [await seedClaims(db, ['7'], 'read'), await seedClaims(db, ['9'], 'read')];
    const item = await rows('accept', [one.articleId, two.articleId]);
    const said = { id: two.claimIds[0]!, revision: 0, selected: null, speaker: 'Rosa Lind', reason: 'The sentence names her.' };
    taken(await correctClaim(db, said, bela, minutesLater(1)));
    const done = await run(anna, 'queue.batch', { act: 'accept', item });
    expect(done).toMatchObject({ value: { changed: 1, refused: [{ id: two.articleId }] } });
    const waits = await db.read.select().from(claims).where(eq(claims.id, two.claimIds[0]!)).get();
    expect(waits?.status).toBe('read');
  });

  it('what somebody else assigned or marked since keeps their word; where that is all, it is refused and what was typed stays', async () => {
    for (const [act, mine, theirs] of [
      ['assign', { to: 'me' }, ['queue.assign', { to: cora.id }]],
      ['flag', { flag: 'boats @ sea' }, ['queue.flag', { flag: 'ask @ harbour' }]],
      ['snooze', { lasting: 'day' }, ['queue.snooze', { lasting: 'week' }]],
    ] as const) {
      const item = await rows(act, [id]);
      taken(await run(bela, theirs[0], { id, ...theirs[1] }));
      const facts = await db.read.$count(auditLog);
      expect([act, await run(anna, 'queue.batch', { act, item, ...mine })]).toMatchObject([act, { refusal: { code: 'VersionConflict' } }]);
      expect(await db.read.$count(auditLog)).toBe(facts);
      // Shown anew, it is done.
      expect([act, await run(anna, 'queue.batch', { act, item: await rows(act, [id]), ...mine })]).toMatchObject([act, { ok: true }]);
    }
    expect(await db.read.$count(acts, eq(acts.action, 'queue.batch'))).toBe(3);
  });

  const revisions = async () =>
    new Map((await db.read.select({ id: cases.id, revision: cases.revision }).from(cases)).map((one) => [one.id, one.revision]));
});
