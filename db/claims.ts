import { and, asc, eq, sql } from 'drizzle-orm';
import { checkReason, LIMITS } from '@/lib/adjudication';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { articleSubject } from './article-record';
import type { ClaimRow } from './codec';
import { groupJudged, SMALL_RECORD } from './grouping';
import { claimSubject } from './hand-record';
import { recordJudgements } from './judgement-record';
import type { Database, Reads } from './open';
import { oweRegroup } from './owed';
import { suggestLikest } from './refill-suggestions';
import { movedOn } from './refused';
import { articles, cases, claims, publications, rulings } from './schema';
import { type SeenReading, seenReading, seenReadings } from './seen-readings';
import { verb } from './verb';

/**
 * Accepts every reading of an article that nobody judged yet, or with `seen` those among them, in one act. Gives how many there were; none is a refusal.
 * 409 `VersionConflict` where one of those says something else than what was seen.
 */
export function acceptArticle(
  db: Database,
  { id, seen }: { id: string; seen?: readonly SeenReading[] },
  by: Actor,
  now: Instant,
  small = SMALL_RECORD,
): Promise<Result<{ id: string; accepted: number }>> {
  return verb(db, async (tx) => {
    if (!(await tx.select({ id: articles.id }).from(articles).where(eq(articles.id, id)).get()))
      return refuse(404, 'ArticleUnknown', `There is no article "${id}".`, 'Choose one from the list.');
    const all = await tx
      .select({ id: claims.id })
      .from(claims)
      .where(and(eq(claims.articleId, id), eq(claims.status, 'read')))
      .orderBy(asc(claims.ordinal));
    const same = seen ? await seenReadings(tx, id, seen) : ok(null);
    if (!same.ok) return same;
    const shown = new Set(seen?.map((one) => one.id));
    const waiting = seen ? all.filter((claim) => shown.has(claim.id)) : all;
    if (waiting.length === 0)
      return refuse(409, 'IllegalTransition', 'No reading of this article waits for a judgement.', 'Nothing is left to do.');
    const claimIds = waiting.map((claim) => claim.id);
    const judging = { action: 'articles.accept', subject: articleSubject(id), claimIds, judgement: 'accepted', reason: null } as const;
    await recordJudgements(tx, judging, by, now);
    await groupJudged(tx, claimIds, now, small);
    return ok({ id, accepted: waiting.length });
  });
}

/** Accepts one reading: from now on the claim is public. A rejected one can be taken back this way. 409 `VersionConflict` where it is not what was seen. */
export function acceptClaim(db: Database, seen: Judged, by: Actor, now: Instant, small = SMALL_RECORD): Promise<Result<{ id: string }>> {
  const { id } = seen;
  return verb(db, async (tx) => {
    const claim = await claimOf(tx, seen, 'accepted');
    if (!claim.ok) return claim;
    if (claim.value.status === 'accepted')
      return refuse(409, 'IllegalTransition', 'This reading is accepted already.', 'Nothing is left to do.');
    const judging = { action: 'claims.accept', subject: claimSubject(id), claimIds: [id], judgement: 'accepted', reason: null } as const;
    await recordJudgements(tx, judging, by, now);
    // Taken back after a rejection, it joins its measure again, and is held against what came in meanwhile.
    if (claim.value.status === 'rejected') {
      oweRegroup(tx, now, claim.value.measureId);
      await suggestLikest(tx, [id]);
    }
    await groupJudged(tx, [id], now, small);
    return ok({ id });
  });
}

/**
 * Rejects one reading, with a reason: the engine misread the text. It leaves its measure at the next grouping; where readers saw it, what they see
 * is grouped without it in the same act. A claim that a published ruling rests on stays (409 `ClaimPublished`): what was published is corrected, not emptied.
 */
export function rejectClaim(
  db: Database,
  seen: Judged & { reason: string },
  by: Actor,
  now: Instant,
  small = SMALL_RECORD,
): Promise<Result<{ id: string }>> {
  const { id, reason } = seen;
  return verb(db, async (tx) => {
    const claim = await claimOf(tx, seen, 'rejected');
    if (!claim.ok) return claim;
    if (claim.value.status === 'rejected')
      return refuse(409, 'IllegalTransition', 'This reading is rejected already.', 'Nothing is left to do.');
    const checked = checkReason(reason, LIMITS.reasonWords, 'reason');
    if (!checked.ok) return checked;
    if (await standsInPublishedRuling(tx, id, claim.value.measureId))
      return refuse(409, 'ClaimPublished', 'A published ruling rests on this claim.', 'Reopen its case and publish a correction.');
    const judged = { judgement: 'rejected', reason: checked.value } as const;
    await recordJudgements(tx, { action: 'claims.reject', subject: claimSubject(id), claimIds: [id], ...judged }, by, now);
    oweRegroup(tx, now, claim.value.measureId);
    if (claim.value.status === 'accepted') await groupJudged(tx, [id], now, small);
    return ok({ id });
  });
}

/** Which reading, and as what it was seen: how many acts of people there were on what it says, and whether it was judged. A program that looks at nothing leaves both out. */
interface Judged {
  id: string;
  revision?: number;
  status?: 'read' | 'accepted' | 'rejected';
}

async function claimOf(from: Reads, seen: Judged & { reason?: string }, becomes: ClaimRow['status']): Promise<Result<ClaimRow>> {
  const { id, revision, status } = seen;
  const claim = await from.select().from(claims).where(eq(claims.id, id)).get();
  if (claim?.status === 'superseded')
    return refuse(409, 'ClaimSuperseded', 'A later reading of the article took the place of this one.', 'Judge what is read today.');
  if (!claim) return refuse(404, 'ClaimUnknown', `There is no claim "${id}".`, 'Choose one from the article.');
  const same = revision === undefined ? ok(null) : await seenReading(from, claim, { ...seen, revision });
  if (!same.ok) return same;
  // Somebody judged it meanwhile, and otherwise: their word is not overwritten unseen.
  if (status !== undefined && status !== claim.status && claim.status !== becomes)
    return movedOn(
      seen,
      { status: claim.status, revision: revision ?? null },
      `Somebody else judged this reading meanwhile: it is ${JUDGED[claim.status]}.`,
    );
  return ok(claim);
}

const JUDGED = { accepted: 'accepted', rejected: 'rejected', read: 'not judged any more', superseded: 'read otherwise' } as const;

/** What was withdrawn after its publication rests on nothing any more. */
const WITHDRAWN_SINCE = sql`SELECT 1 FROM case_events e JOIN case_events p ON p.case_id = e.case_id AND p.revision < e.revision
  WHERE e.case_id = ${publications.caseId} AND e.body ->> '$.type' = 'withdrawn' AND p.body ->> '$.publicationId' = ${publications.id}`;

export async function standsInPublishedRuling(from: Reads, id: string, measureId: string | null): Promise<boolean> {
  if (measureId === null) return false;
  const published = await from
    .select({ positions: rulings.positions })
    .from(rulings)
    .innerJoin(cases, eq(cases.id, rulings.caseId))
    .innerJoin(publications, eq(publications.rulingId, rulings.id))
    .where(and(eq(cases.measureId, measureId), sql`NOT EXISTS (${WITHDRAWN_SINCE})`));
  return published.some(({ positions }) => positions.flat().includes(id));
}
