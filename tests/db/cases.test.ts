import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { MACHINE, OWNER } from '@/db/actor';
import { loadCase, record } from '@/db/case-record';
import { dismissCase, publishCase, releaseCase, reopenCase, returnCase, ruleCase, takeCase, withdrawCase } from '@/db/cases';
import { readCaseSheet } from '@/db/desk';
import type { Database } from '@/db/open';
import { runOperation } from '@/db/operations';
import { disablePerson, enablePerson, type Person, setRole } from '@/db/people';
import { cases, publications, rulings } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import type { RulingInput } from '@/lib/adjudication';
import type { Result } from '@/lib/base';
import { rulingFields, seedCase, seedPerson, RULING as WHOLE } from './seeds';
import { minutesLater, NOW, newRecord } from './world';

/** As it is typed, with blanks around the words. */
const RULING: RulingInput = { ...WHOLE, rationale: `  ${WHOLE.rationale}  ` };

/** Anna, Bela and whoever accepted the readings: each was added, and that is a fact too. */
const PEOPLE = 3;

let db: Database;
let anna: Person;
let bela: Person;
beforeEach(async () => {
  db = await newRecord();
  anna = await seedPerson(db, 'Anna');
  bela = await seedPerson(db, 'Bela');
});

const stateOf = async (id: string) => (await db.read.select().from(cases).where(eq(cases.id, id)).get())!;

describe('from conflict to publication and correction', () => {
  it('walks the whole way, and the record agrees with itself at the end', async () => {
    const { id } = await seedCase(db);
    expect(await takeCase(db, { id, revision: 1 }, anna, NOW)).toMatchObject({ ok: true, value: { state: 'in-review', revision: 2 } });
    const ruled = await ruleCase(db, { id, revision: 2, ruling: RULING }, anna, NOW);
    expect(ruled).toMatchObject({ ok: true, value: { state: 'ruled', revision: 3 } });
    expect(await publishCase(db, { id, revision: 3, notice: null }, anna, NOW)).toMatchObject({
      ok: false,
      refusal: { code: 'OwnRuling', status: 403 },
    });
    expect(await publishCase(db, { id, revision: 3, notice: null }, bela, NOW)).toMatchObject({
      ok: true,
      value: { state: 'published', revision: 4 },
    });
    const reopened = await reopenCase(db, { id, revision: 4, reason: 'The harbour corrected its log.' }, bela, NOW);
    expect(reopened).toMatchObject({ ok: true, value: { state: 'reopened' } });
    const other: RulingInput = { ...RULING, verdicts: ['contradicted', 'supported'], accepted: 1 };
    expect(await ruleCase(db, { id, revision: 5, ruling: other }, bela, NOW)).toMatchObject({ ok: true });
    const silent = await publishCase(db, { id, revision: 6, notice: ' ' }, anna, NOW);
    expect(silent).toMatchObject({ ok: false, refusal: { code: 'ReasonTooShort', field: 'notice', status: 422 } });
    const notice = 'The harbour corrected its log: it was fifteen.';
    expect(await publishCase(db, { id, revision: 6, notice }, anna, NOW)).toMatchObject({ ok: true, value: { revision: 7 } });
    expect(await db.read.select({ kind: publications.kind, notice: publications.notice }).from(publications)).toEqual([
      { kind: 'publication', notice: null },
      { kind: 'correction', notice },
    ]);
    expect(await verifyRecord(db)).toMatchObject({ ok: true, entries: PEOPLE + 9 });
  });

  it('is published by an editor alone as long as one may sign in, and by any second person again afterwards', async () => {
    const { id } = await seedCase(db);
    expect(await ruleCase(db, { id, revision: 1, ruling: RULING }, anna, NOW)).toMatchObject({ ok: true });
    const [edda, ada] = [await seedPerson(db, 'Edda', 'editor'), await seedPerson(db, 'Ada', 'admin')];
    const publish = (by: Person) => publishCase(db, { id, revision: 2, notice: null }, by, NOW);
    for (const person of [bela, ada]) expect(await publish(person)).toMatchObject({ refusal: { code: 'EditorPublishes', status: 403 } });
    expect(await disablePerson(db, { id: edda.id }, OWNER, NOW)).toMatchObject({ ok: true });
    expect(await publish(anna)).toMatchObject({ refusal: { code: 'OwnRuling' } });
    expect(await enablePerson(db, { id: edda.id }, OWNER, NOW)).toMatchObject({ ok: true });
    expect(await publish(edda)).toMatchObject({ ok: true, value: { state: 'published' } });
    const later = await reopenCase(db, { id, revision: 3, reason: 'The harbour corrected its log.' }, bela, NOW);
    expect(later).toMatchObject({ ok: true });
    expect(await disablePerson(db, { id: edda.id }, OWNER, NOW)).toMatchObject({ ok: true });
    expect(await ruleCase(db, { id, revision: 4, ruling: RULING }, bela, NOW)).toMatchObject({ ok: true });
    const notice = 'The harbour corrected its log: nothing changes.';
    expect(await publishCase(db, { id, revision: 5, notice }, ada, NOW)).toMatchObject({ ok: true });
  });

  it('by the only editor is published by any second person, and by another editor alone as soon as there is one', async () => {
    const { id } = await seedCase(db);
    const edda = await seedPerson(db, 'Edda', 'editor');
    expect(await ruleCase(db, { id, revision: 1, ruling: RULING }, edda, NOW)).toMatchObject({ ok: true });
    const publish = (by: Person) => publishCase(db, { id, revision: 2, notice: null }, by, NOW);
    const emil = await seedPerson(db, 'Emil', 'editor');
    expect(await publish(bela)).toMatchObject({ refusal: { code: 'EditorPublishes', status: 403 } });
    expect(await disablePerson(db, { id: emil.id }, OWNER, NOW)).toMatchObject({ ok: true });
    expect(await publish(edda)).toMatchObject({ refusal: { code: 'OwnRuling' } });
    expect(await readCaseSheet(db.read, id, bela.id)).toMatchObject({ deskHasEditor: true, editorPublishes: false });
    expect(await publish(bela)).toMatchObject({ ok: true, value: { state: 'published' } });
    // What is public is still withdrawn by the editor alone.
    const withdrawn = withdrawCase(db, { id, revision: 3, reason: 'The log was forged.' }, bela, NOW);
    expect(await withdrawn).toMatchObject({ refusal: { code: 'EditorWithdraws' } });
  });

  it('asks for the role of the moment it is written, not of the moment it was asked for', async () => {
    const { id } = await seedCase(db);
    const run = (actor: Person, step: string, input: object) => runOperation({ db: slow, actor, now: NOW }, `cases.${step}`, input);
    // The role changes while the act waits for its turn to write.
    let meanwhile: () => Promise<unknown> = async () => undefined;
    const slow: Database = {
      ...db,
      write: async (work) => {
        await meanwhile();
        return db.write(work);
      },
    };
    const ruling = () => run(anna, 'rule', rulingFields({ id, revision: 1 }));
    const once = (act: () => Promise<Result<unknown>>) => {
      meanwhile = async () => {
        meanwhile = async () => undefined;
        expect(await act()).toMatchObject({ ok: true });
      };
    };
    once(() => setRole(db, { id: anna.id, role: 'reader' }, OWNER, NOW));
    expect(await ruling()).toMatchObject({ ok: false, refusal: { code: 'Forbidden', status: 403 } });
    once(() => setRole(db, { id: anna.id, role: 'editor' }, OWNER, NOW));
    expect(await ruling()).toMatchObject({ ok: true });
    expect(await db.read.select({ byRole: rulings.byRole }).from(rulings).get()).toEqual({ byRole: 'editor' });
    once(() => disablePerson(db, { id: bela.id }, OWNER, NOW));
    const late = await run(bela, 'publish', { id, revision: 2 });
    expect(late).toMatchObject({ ok: false, refusal: { code: 'SignInNeeded', status: 401 } });
  });

  it('is no work for a reader, whatever asks for it', async () => {
    const { id } = await seedCase(db);
    const rhea = await seedPerson(db, 'Rhea', 'reader');
    const refused = { ok: false, refusal: { code: 'Forbidden', status: 403 } };
    expect(await takeCase(db, { id, revision: 1 }, rhea, NOW)).toMatchObject(refused);
    expect(await ruleCase(db, { id, revision: 1, ruling: RULING }, rhea, NOW)).toMatchObject(refused);
  });

  it('keeps the ruling with the claims it was about, its words trimmed', async () => {
    const { id, positions } = await seedCase(db);
    const ruled = await ruleCase(db, { id, revision: 1, ruling: RULING }, anna, NOW);
    const stored = await db.read.select().from(rulings).get();
    expect(stored).toEqual({
      ...RULING,
      certainty: null,
      dissent: null,
      rationale: RULING.rationale.trim(),
      id: ruled.ok && ruled.value.rulingId,
      caseId: id,
      by: anna.id,
      byRole: 'reviewer',
      at: NOW,
      positions,
    });
  });

  it('returns, releases and dismisses with a reason', async () => {
    const { id } = await seedCase(db);
    await takeCase(db, { id, revision: 1 }, anna, NOW);
    expect(await releaseCase(db, { id, revision: 2 }, anna, NOW)).toMatchObject({ value: { state: 'open' } });
    await ruleCase(db, { id, revision: 3, ruling: RULING }, anna, NOW);
    expect(await returnCase(db, { id, revision: 4, reason: 'dead link' }, bela, NOW)).toMatchObject({
      refusal: { code: 'ReasonTooShort' },
    });
    expect(await returnCase(db, { id, revision: 4, reason: 'the link is dead' }, bela, NOW)).toMatchObject({
      value: { state: 'in-review' },
    });
    const dismissed = await dismissCase(db, { id, revision: 5, reason: 'They count two harbours.' }, bela, NOW);
    expect(dismissed).toMatchObject({ value: { state: 'dismissed', revision: 6 } });
    expect(await verifyRecord(db)).toMatchObject({ ok: true });
  });

  it('publishes nothing that rests on a claim nobody accepted, and names it', async () => {
    const { id, claimIds } = await seedCase(db, 'read');
    await ruleCase(db, { id, revision: 1, ruling: RULING }, anna, NOW);
    const refused = await publishCase(db, { id, revision: 2, notice: null }, bela, NOW);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'ClaimsNotAccepted', status: 422 } });
    const claims = claimIds.map((claimId) => expect.objectContaining({ id: claimId }));
    expect(refused).toMatchObject({ refusal: { details: { claims: expect.arrayContaining(claims) } } });
    expect(await db.read.select().from(publications)).toHaveLength(0);
  });
});

describe('refusals change nothing', () => {
  it('of a case that is not there, and of somebody who is no person', async () => {
    expect(await takeCase(db, { id: '0000000000', revision: 1 }, anna, NOW)).toMatchObject({
      refusal: { code: 'CaseUnknown', status: 404 },
    });
    const { id } = await seedCase(db);
    for (const by of [OWNER, MACHINE]) expect(await takeCase(db, { id, revision: 1 }, by, NOW)).toMatchObject({ refusal: { status: 403 } });
    expect(await stateOf(id)).toMatchObject({ state: 'open', revision: 1 });
    expect(await verifyRecord(db)).toMatchObject({ entries: PEOPLE + 3 });
  });

  it('of a verb that decided on what is no longer so: the stored copy is the second wall, the key of the events the third', async () => {
    const { id } = await seedCase(db);
    const stale = (await loadCase(db.read, id))!;
    await takeCase(db, { id, revision: 1 }, anna, NOW);
    const late = { event: { type: 'taken', at: NOW, by: bela.id } as const, actor: bela, action: 'cases.take' };
    const conflict = { refusal: { code: 'VersionConflict', status: 409 } };
    await expect(db.write((tx) => record(tx, stale.row, stale.view, late))).rejects.toMatchObject(conflict);
    const copyForced = db.write(async (tx) => {
      await tx.update(cases).set({ revision: 1 }).where(eq(cases.id, id));
      await record(tx, stale.row, stale.view, late);
    });
    await expect(copyForced).rejects.toMatchObject(conflict);
    expect(await verifyRecord(db)).toMatchObject({ ok: true, entries: PEOPLE + 4 });
  });

  it('of a ruling that was half stored when it failed', async () => {
    const { id } = await seedCase(db);
    const refused = await ruleCase(db, { id, revision: 1, ruling: { ...RULING, rationale: 'short' } }, anna, NOW);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'ReasonTooShort', field: 'rationale' } });
    expect(await db.read.select().from(rulings)).toHaveLength(0);
  });
});

describe('two people ruling on one case at once', () => {
  it('has one winner each time in 200 races; the other is told 409 with both versions', async () => {
    const seeded = await seedCase(db);
    const { id } = seeded;
    let { revision } = seeded;
    for (let race = 0; race < 200; race += 1) {
      const mine = (who: string): RulingInput => ({ ...RULING, rationale: `In race ${race} this was the ruling of ${who}.` });
      const racers = [
        { who: anna, ruling: mine('Anna') },
        { who: bela, ruling: mine('Bela') },
      ];
      // Who is first in the queue changes, so that it is never the same person's race to lose.
      if (race % 2) racers.reverse();
      const results = await Promise.all(racers.map(({ who, ruling }) => ruleCase(db, { id, revision, ruling }, who, minutesLater(race))));
      const winners = results.filter((result) => result.ok);
      expect(winners).toHaveLength(1);
      const loser = results.findIndex((result) => !result.ok);
      expect(results[loser]).toMatchObject({
        ok: false,
        refusal: {
          code: 'VersionConflict',
          status: 409,
          details: {
            yours: { revision, ruling: racers[loser]!.ruling },
            current: { revision: revision + 1, state: 'ruled', ruling: { rationale: racers[1 - loser]!.ruling.rationale } },
          },
        },
      });
      const returned = await returnCase(db, { id, revision: revision + 1, reason: 'on to the next race' }, racers[loser]!.who, NOW);
      expect(returned.ok).toBe(true);
      revision += 2;
    }
    expect(await db.read.select().from(rulings)).toHaveLength(200);
    expect(await verifyRecord(db)).toMatchObject({ ok: true, entries: PEOPLE + 403 });
  });
});
