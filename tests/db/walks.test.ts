import { asc, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dismissCase, publishCase, releaseCase, reopenCase, returnCase, ruleCase, takeCase, withdrawCase } from '@/db/cases';
import { caseEvents, cases } from '@/db/schema';
import { verifyRecord } from '@/db/verify';
import { type CaseEventType, evolve, MOVES, mayRule, nextState, replay, UNOPENED } from '@/lib/adjudication';
import { applyOne, seedCase, seedClaims, seedPerson } from './seeds';
import { NOW, newRecord } from './world';

const STEPS = ['take', 'release', 'rule', 'return', 'publish', 'dismiss', 'withdraw', 'reopen', 'new-claim'] as const;
const EVENTS: Record<Exclude<(typeof STEPS)[number], 'new-claim'>, CaseEventType> = {
  take: 'taken',
  release: 'released',
  rule: 'ruled',
  return: 'returned',
  publish: 'published',
  dismiss: 'dismissed',
  withdraw: 'withdrawn',
  reopen: 'reopened',
};

const found = { positions: [], others: [] };

it('record and pure model agree step by step on random walks', async () => {
  const db = await newRecord();
  const anna = await seedPerson(db, 'Anna');
  const bela = await seedPerson(db, 'Bela');
  const walk = fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.boolean()), { minLength: 1, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(walk, async (steps) => {
      const { id, measureId, positions: first } = await seedCase(db);
      let positions = first;
      let model = evolve(UNOPENED, { type: 'opened', at: NOW, by: null, found });
      for (const [step, byAnna] of steps) {
        const by = byAnna ? anna : bela;
        const seen = { id, revision: model.revision };
        const reason = 'because it was read anew';
        if (step === 'new-claim') {
          // A third figure contradicts whatever was settled and changes whatever was not.
          const { claimIds } = await seedClaims(db, ['18'], 'accepted', measureId);
          positions = [...positions, claimIds];
          const settled = ['ruled', 'published', 'dismissed', 'withdrawn'].includes(model.state);
          await applyOne(db, measureId, positions);
          model = evolve(
            model,
            settled ? { type: 'reopened', at: NOW, by: null, reason, found } : { type: 'changed', at: NOW, by: null, found },
          );
        } else {
          const event = EVENTS[step];
          const alone = {
            publish: model.ruledBy === by.id,
            dismiss:
              model.ruledBy === by.id ||
              (model.publishedRulingId !== null && [null, by.id].includes(model.reopenedBy)) ||
              (model.publishedRulingId !== null && model.publishedRulingBy === by.id),
            withdraw: model.publishedRulingId === null,
          };
          // Somebody has it already, or somebody else has ruled on it: one person decides here.
          const isOthers = (step === 'take' && model.state === 'in-review') || (step === 'rule' && !mayRule(model, by.id));
          const legal =
            nextState(model, event) !== null &&
            !isOthers &&
            !((step === 'publish' || step === 'dismiss' || step === 'withdraw') && alone[step]);
          const result = await {
            take: () => takeCase(db, seen, by, NOW),
            release: () => releaseCase(db, seen, by, NOW),
            rule: () => ruleCase(db, { ...seen, ruling: rulingFor(positions.length) }, by, NOW),
            return: () => returnCase(db, { ...seen, reason }, by, NOW),
            publish: () => publishCase(db, { ...seen, notice: reason }, by, NOW),
            dismiss: () => dismissCase(db, { ...seen, reason }, by, NOW),
            withdraw: () => withdrawCase(db, { ...seen, reason }, by, NOW),
            reopen: () => reopenCase(db, { ...seen, reason }, by, NOW),
          }[step]();
          expect(result.ok).toBe(legal);
          if (result.ok) {
            const rulingId = 'rulingId' in result.value ? result.value.rulingId : (model.rulingId ?? '');
            model = evolve(model, { type: event, at: NOW, by: by.id, byRole: by.role, reason, rulingId, publicationId: '' } as never);
          }
        }
        const row = (await db.read.select().from(cases).where(eq(cases.id, id)).get())!;
        const events = await db.read.select().from(caseEvents).where(eq(caseEvents.caseId, id)).orderBy(asc(caseEvents.revision));
        // What was found is the engine's own, and the model knows nothing of it.
        expect({ ...replay(events.map(({ body }) => body)), found: null }).toEqual({ ...model, found: null });
        expect(row).toMatchObject({ state: model.state, revision: model.revision });
      }
    }),
    { numRuns: 60 },
  );
  expect(await verifyRecord(db)).toMatchObject({ ok: true });
  expect(Object.keys(MOVES)).toHaveLength(7);
});

const rulingFor = (positions: number) => ({
  verdicts: Array.from({ length: positions }, (_, index) => (index === 0 ? ('supported' as const) : ('contradicted' as const))),
  accepted: 0,
  reasonCode: 'source-error' as const,
  rationale: 'The harbour log lists the ferries by name.',
  evidence: [],
  noEvidence: true,
});
