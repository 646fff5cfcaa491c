import { and, ne } from 'drizzle-orm';
import type { Gist, Opinion, RulingInput, WaitingClaim } from '@/lib/adjudication';
import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result } from '@/lib/base';
import type { Actor } from './actor';
import { drawnAudit } from './audit-share';
import { barredFromDeciding, barredFromPublishing, extractorsOf, restingOn } from './barred';
import { type CaseRecord, rulingDigest } from './case-record';
import { type Seen, type Stepped, step } from './case-step';
import { deskHasEditor, isAdjudicator } from './editors';
import { newId } from './ids';
import type { Database, Reads } from './open';
import { reviewOf } from './review-mode';
import { claims, publications, rulings } from './schema';
import { isAmong } from './statement';

type Verb<I, O = Stepped> = (db: Database, input: Seen & I, by: Actor, now: Instant) => Promise<Result<O>>;

export const takeCase: Verb<object> = (db, input, by, now) =>
  step(db, input, by, 'cases.take', (person) => ({ command: { type: 'take', by: person.id, at: now, revision: input.revision } }));

export const releaseCase: Verb<object> = (db, input, by, now) =>
  step(db, input, by, 'cases.release', (person) => ({ command: { type: 'release', by: person.id, at: now, revision: input.revision } }));

/** A person's ruling, or in a blind review their opinion. It is not public: a second person publishes it. 409 `VersionConflict` carries both versions. */
export const ruleCase: Verb<{ ruling: RulingInput }, Stepped & { rulingId: string }> = async (db, input, by, now) => {
  const rulingId = newId();
  const stepped = await step(db, input, by, 'cases.rule', async (person, found, tx) => {
    const { row, view } = found;
    const { ruling, revision } = input;
    const words = { rationale: ruling.rationale.trim(), certainty: ruling.certainty ?? null, dissent: ruling.dissent?.trim() || null };
    const stored = { ...ruling, ...words, positions: row.positions.map((position) => position.claims) };
    const full = { id: rulingId, caseId: row.id, by: person.id, byRole: person.role, at: now, ...stored };
    const extractors = await extractorsOf(tx, found);
    const known = {
      review: await reviewOf(tx, row.measureId),
      decided: await decidedIn(tx, view.opinions),
      isAdjudicator: await isAdjudicator(tx, person.id, barredFromDeciding(found, extractors)),
      extractors,
      audit: await drawnAudit(tx, row.id, [person.id, ...barredFromDeciding(found, extractors)]),
    };
    return {
      command: {
        ...{ type: 'rule', by: person.id, at: now, revision, rulingId, ruling, positions: row.positions.length },
        ...known,
      },
      digests: [rulingDigest(full)],
      store: () => tx.insert(rulings).values(full),
    };
  });
  return stepped.ok ? ok({ ...stepped.value, rulingId }) : stepped;
};

/** A third person lets stand what two agreed on, where that was drawn to be looked at. 403 `OwnRuling`, `EditorAudits`; 409 `IllegalTransition`. */
export const auditCase: Verb<object> = (db, input, by, now) =>
  step(db, input, by, 'cases.audit', async (person, found, tx) => {
    const extractors = await extractorsOf(tx, found);
    const known = { isAdjudicator: await isAdjudicator(tx, person.id, barredFromDeciding(found, extractors)), extractors };
    return { command: { type: 'audit', by: person.id, at: now, revision: input.revision, ...known } };
  });

export const returnCase: Verb<{ reason: string }> = (db, input, by, now) =>
  step(db, input, by, 'cases.return', (person) => ({
    command: { type: 'return', by: person.id, at: now, revision: input.revision, reason: input.reason },
  }));

/** The public act. The first is a publication, every later one a correction with its notice. */
export const publishCase: Verb<{ notice: string | null }, Stepped & { publicationId: string }> = async (db, input, by, now) => {
  const publicationId = newId();
  const stepped = await step(db, input, by, 'cases.publish', async (person, found, tx) => {
    const { view, row } = found;
    const notice = input.notice?.trim() || null;
    const waiting = await waitingClaims(tx, found);
    const extractors = await extractorsOf(tx, found);
    const who = { by: person.id, byRole: person.role, deskHasEditor: await deskHasEditor(tx, barredFromPublishing(found, extractors)) };
    const command = { type: 'publish', ...who, at: now, revision: input.revision, publicationId, notice, waiting, extractors } as const;
    const { rulingId } = view;
    // Without a ruling nothing can be published: `decide` refuses the step.
    if (rulingId === null) return { command };
    const kind: 'publication' | 'correction' = view.publications > 0 ? 'correction' : 'publication';
    const full = { id: publicationId, caseId: row.id, rulingId, kind, notice, by: person.id, byRole: person.role, at: now };
    return { command, digests: [digestOf(full)], store: () => tx.insert(publications).values(full) };
  });
  return stepped.ok ? ok({ ...stepped.value, publicationId }) : stepped;
};

export const dismissCase: Verb<{ reason: string }> = (db, input, by, now) =>
  step(db, input, by, 'cases.dismiss', async (person, found, tx) => {
    const { reason, revision } = input;
    const extractors = await extractorsOf(tx, found);
    return { command: { type: 'dismiss', by: person.id, byRole: person.role, at: now, revision, reason, extractors } };
  });

export const reopenCase: Verb<{ reason: string }> = (db, input, by, now) =>
  step(db, input, by, 'cases.reopen', (person) => ({
    command: { type: 'reopen', by: person.id, at: now, revision: input.revision, reason: input.reason },
  }));

/** Takes back what is published: its address goes on answering, with when and why, and never again with its words. */
export const withdrawCase: Verb<{ reason: string }> = (db, input, by, now) =>
  step(db, input, by, 'cases.withdraw', async (person, _found, tx) => {
    const { reason, revision } = input;
    const who = { by: person.id, byRole: person.role, deskHasEditor: await deskHasEditor(tx) };
    return { command: { type: 'withdraw', ...who, at: now, revision, reason } };
  });

/** What the opinions of a case decided, by ruling. */
async function decidedIn(from: Reads, opinions: readonly Opinion[]): Promise<Map<string, Gist>> {
  const ids = opinions.map(({ rulingId }) => rulingId);
  const { id, verdicts, accepted, reasonCode } = rulings;
  const rows =
    ids.length === 0 ? [] : await from.select({ id, verdicts, accepted, reasonCode }).from(rulings).where(isAmong(rulings.id, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

async function waitingClaims(from: Reads, found: CaseRecord): Promise<WaitingClaim[]> {
  return from
    .select({ id: claims.id, text: claims.text })
    .from(claims)
    .where(and(isAmong(claims.id, await restingOn(from, found)), ne(claims.status, 'accepted')));
}
