import { and, asc, eq } from 'drizzle-orm';
import { checkReason, LIMITS } from '@/lib/adjudication';
import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import { type Actor, personId } from './actor';
import { append } from './audit';
import { newId } from './ids';
import type { Database, Reads, Tx } from './open';
import { oweRegroup } from './owed';
import { articles, cases, claimJudgements, claims, publications, rulings } from './schema';
import { verb } from './verb';

/** Accepts every reading of an article that nobody judged yet, in one act. Gives how many there were; none is a refusal. */
export function acceptArticle(
  db: Database,
  { id }: { id: string },
  by: Actor,
  now: Instant,
): Promise<Result<{ id: string; accepted: number }>> {
  return verb(db, async (tx) => {
    if (!(await tx.select({ id: articles.id }).from(articles).where(eq(articles.id, id)).get()))
      return refuse(404, 'ArticleUnknown', `There is no article "${id}".`, 'Choose one from the list.');
    const waiting = await tx
      .select({ id: claims.id, text: claims.text })
      .from(claims)
      .where(and(eq(claims.articleId, id), eq(claims.status, 'read')))
      .orderBy(asc(claims.ordinal));
    if (waiting.length === 0)
      return refuse(409, 'IllegalTransition', 'No reading of this article waits for a judgement.', 'Nothing is left to do.');
    for (const claim of waiting) await judge(tx, claim.id, 'accepted', null, by, now);
    const evidenceHashes = [digestOf(waiting)];
    await append(tx, { at: now, actor: by, action: 'articles.accept', subject: `article:${id}`, evidenceHashes });
    return ok({ id, accepted: waiting.length });
  });
}

/** Accepts one reading: from now on the claim is public. A rejected one can be taken back this way. */
export function acceptClaim(db: Database, { id }: { id: string }, by: Actor, now: Instant): Promise<Result<{ id: string }>> {
  return verb(db, async (tx) => {
    const claim = await claimOf(tx, id);
    if (!claim.ok) return claim;
    if (claim.value.status === 'accepted')
      return refuse(409, 'IllegalTransition', 'This reading is accepted already.', 'Nothing is left to do.');
    await judge(tx, id, 'accepted', null, by, now);
    // Taken back after a rejection, it joins its measure again.
    if (claim.value.status === 'rejected') await oweRegroup(tx, now);
    const evidenceHashes = [digestOf({ id, text: claim.value.text })];
    await append(tx, { at: now, actor: by, action: 'claims.accept', subject: `claim:${id}`, evidenceHashes });
    return ok({ id });
  });
}

/**
 * Rejects one reading, with a reason: the engine misread the text. It leaves its measure at the next grouping.
 * A claim that a published ruling rests on stays (409 `ClaimPublished`): what was published is corrected, not emptied.
 */
export function rejectClaim(
  db: Database,
  { id, reason }: { id: string; reason: string },
  by: Actor,
  now: Instant,
): Promise<Result<{ id: string }>> {
  return verb(db, async (tx) => {
    const claim = await claimOf(tx, id);
    if (!claim.ok) return claim;
    if (claim.value.status === 'rejected')
      return refuse(409, 'IllegalTransition', 'This reading is rejected already.', 'Nothing is left to do.');
    const checked = checkReason(reason, LIMITS.reasonWords, 'reason');
    if (!checked.ok) return checked;
    if (await standsInPublishedRuling(tx, id, claim.value.measureId))
      return refuse(409, 'ClaimPublished', 'A published ruling rests on this claim.', 'Reopen its case and publish a correction.');
    await judge(tx, id, 'rejected', checked.value, by, now);
    await oweRegroup(tx, now);
    const evidenceHashes = [digestOf({ id, text: claim.value.text }), digestOf(checked.value)];
    await append(tx, { at: now, actor: by, action: 'claims.reject', subject: `claim:${id}`, evidenceHashes });
    return ok({ id });
  });
}

async function judge(tx: Tx, claimId: string, judgement: 'accepted' | 'rejected', reason: string | null, by: Actor, at: Instant) {
  const person = personId(by);
  if (person === null) throw new Error('only a person judges a reading');
  await tx.insert(claimJudgements).values({ id: newId(), claimId, judgement, reason, by: person, at });
  const copy = { status: judgement, acceptedAt: judgement === 'accepted' ? at : null };
  await tx.update(claims).set(copy).where(eq(claims.id, claimId));
}

async function claimOf(from: Reads, id: string): Promise<Result<Pick<typeof claims.$inferSelect, 'status' | 'text' | 'measureId'>>> {
  const columns = { status: claims.status, text: claims.text, measureId: claims.measureId };
  const claim = await from.select(columns).from(claims).where(eq(claims.id, id)).get();
  return claim ? ok(claim) : refuse(404, 'ClaimUnknown', `There is no claim "${id}".`, 'Choose one from the article.');
}

async function standsInPublishedRuling(from: Reads, id: string, measureId: string | null): Promise<boolean> {
  if (measureId === null) return false;
  const published = await from
    .select({ positions: rulings.positions })
    .from(rulings)
    .innerJoin(cases, eq(cases.id, rulings.caseId))
    .innerJoin(publications, eq(publications.rulingId, rulings.id))
    .where(eq(cases.measureId, measureId));
  return published.some(({ positions }) => positions.flat().includes(id));
}
