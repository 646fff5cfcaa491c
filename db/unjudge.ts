import { desc, eq } from 'drizzle-orm';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { type Act, itemOf } from './acts';
import { standsInPublishedRuling } from './claims';
import { groupJudged, SMALL_RECORD } from './grouping';
import { type JudgementRow, recordJudgements, standingBy } from './judgement-record';
import type { Database, Reads } from './open';
import { oweRegroup } from './owed';
import { suggestLikest } from './refill-suggestions';
import { claimJudgements, claims } from './schema';
import { isAmong } from './statement';
import { verb } from './verb';

/** A reading whose last word is one of the act, and the word that stood before it. */
interface Judged {
  claimId: string;
  measureId: string | null;
  word: JudgementRow['judgement'];
  before: Pick<JudgementRow, 'judgement' | 'reason'>;
}

/**
 * Takes back what one act said of readings: each stands as it did before, or waits again. Those on which somebody said something since stay. A claim that
 * a published ruling rests on stays public: 409 `ClaimPublished`. 409 `ChangedSince` where nothing is left to take back.
 */
export function takeBackJudgements(db: Database, act: Act, by: Actor, now: Instant, small = SMALL_RECORD): Promise<Result<{ id: string }>> {
  return verb(db, async (tx) => {
    const judged = await standingOf(tx, act.seq);
    if (judged.length === 0)
      return refuse(409, 'ChangedSince', 'The reading was judged again since then.', 'Judge it again on the page of its article.');
    for (const { claimId, measureId, word } of judged)
      if (word === 'accepted' && (await standsInPublishedRuling(tx, claimId, measureId)))
        return refuse(409, 'ClaimPublished', 'A published ruling rests on this claim.', 'Reopen its case and publish a correction.');
    for (const group of alike(judged)) {
      const { judgement, reason } = group[0]!.before;
      const claimIds = group.map(({ claimId }) => claimId);
      await recordJudgements(tx, { action: 'claims.unjudge', subject: act.subject, claimIds, judgement, reason }, by, now);
    }
    // What was rejected comes back to its measure, and what is rejected again leaves it.
    const moved = judged.filter(({ word, before }) => (word === 'rejected') !== (standingBy(before.judgement) === 'rejected'));
    for (const { measureId } of moved) oweRegroup(tx, now, measureId);
    const back = moved.filter(({ word }) => word === 'rejected').map(({ claimId }) => claimId);
    if (back.length > 0) await suggestLikest(tx, back);
    await groupJudged(
      tx,
      judged.map(({ claimId }) => claimId),
      now,
      small,
    );
    return ok({ id: itemOf(act) });
  });
}

async function standingOf(from: Reads, seq: number): Promise<Judged[]> {
  const made = await from.select({ id: claimJudgements.claimId }).from(claimJudgements).where(eq(claimJudgements.seq, seq));
  const ids = made.map(({ id }) => id);
  const measures = await from.select({ id: claims.id, measureId: claims.measureId }).from(claims).where(isAmong(claims.id, ids));
  const words = await from.select().from(claimJudgements).where(isAmong(claimJudgements.claimId, ids)).orderBy(desc(claimJudgements.seq));
  return measures.flatMap(({ id, measureId }) => {
    const [last, before] = words.filter(({ claimId }) => claimId === id);
    if (last?.seq !== seq) return [];
    return [{ claimId: id, measureId, word: last.judgement, before: before ?? { judgement: 'taken-back', reason: null } }];
  });
}

/** Those to which the same word comes back. */
function alike(judged: readonly Judged[]): Judged[][] {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const key = `${one.before.judgement} ${one.before.reason ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}
