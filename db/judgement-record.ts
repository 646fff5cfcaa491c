import { eq } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import type { Instant } from '@/lib/base';
import { type Actor, personId } from './actor';
import { append } from './audit';
import { followersOf } from './followers';
import { newId } from './ids';
import { notify } from './notify';
import type { Tx } from './open';
import { rewordMeasuresOf } from './question';
import { watchReviewed } from './queue/keep';
import { claimJudgements, claims } from './schema';
import { isAmong } from './statement';

export type JudgementRow = typeof claimJudgements.$inferSelect;

/** The acts that judge readings: each names its judgements in the log, one digest for each. */
export const JUDGING = ['articles.accept', 'claims.accept', 'claims.reject', 'claims.unjudge'] as const;

export const judgementDigest = ({ seq: _, ...judgement }: JudgementRow): string => digestOf(judgement);

/** One act on one reading, or on all that wait in an article. */
export interface Judging {
  action: (typeof JUDGING)[number];
  subject: string;
  claimIds: readonly string[];
  judgement: JudgementRow['judgement'];
  reason: string | null;
}

/** Where a claim stands by the last word on it. */
export const standingBy = (judgement: JudgementRow['judgement']): 'accepted' | 'rejected' | 'read' =>
  judgement === 'taken-back' ? 'read' : judgement;

/** Appends the fact and its judgements, and sets where the claims stand by them, and how the questions they answer are put. */
export async function recordJudgements(tx: Tx, judging: Judging, by: Actor, at: Instant): Promise<void> {
  if (by.kind !== 'person') throw new Error('only a person judges a reading');
  const { action, subject, claimIds, judgement, reason } = judging;
  const made = claimIds.map((claimId) => ({ id: newId(), claimId, judgement, reason, by: by.id, byRole: by.role, at }));
  const evidenceHashes = made.map((row) => judgementDigest({ ...row, seq: 0 }));
  const seq = await append(tx, { at, actor: by, action, subject, evidenceHashes, after: { judgement, readings: made.length } });
  const standing = { status: standingBy(judgement), acceptedAt: judgement === 'accepted' ? at : null };
  for (const row of made) {
    await tx.insert(claimJudgements).values({ ...row, seq });
    await tx.update(claims).set(standing).where(eq(claims.id, row.claimId));
  }
  await rewordMeasuresOf(tx, claimIds);
  if (judgement !== 'accepted') return;
  watchReviewed(tx, claimIds);
  await tellOfAccepted(tx, claimIds, by, at);
}

/** Whoever follows the question, the outlet or the speaker of claims that are public now is told of their article. */
async function tellOfAccepted(tx: Tx, claimIds: readonly string[], by: Actor, at: Instant): Promise<void> {
  const rows = await tx.select({ id: claims.id, articleId: claims.articleId }).from(claims).where(isAmong(claims.id, claimIds));
  const subjects = new Map(rows.map(({ id, articleId }) => [id, `article:${articleId}`]));
  await notify(tx, await followersOf(tx, subjects, { what: 'accepted', at }), personId(by));
}
