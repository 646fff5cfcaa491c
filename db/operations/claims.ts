import { z } from 'zod';
import { type Instant, ok, type Result } from '@/lib/base';
import { acceptArticle, acceptClaim, rejectClaim } from '../claims';
import { regroup } from '../grouping';
import type { Database } from '../open';
import { isRegroupOwed } from '../owed';
import { takeBackJudgements } from '../unjudge';
import { refusals } from '../verb';
import { id, revision, seenReadings, text } from './fields';
import { operation, type Undo } from './operation';
import { named } from './outputs';

const unjudge: Undo = async ({ db, actor, now }, act) => grouped(db, now, await takeBackJudgements(db, act, actor, now));

/** As what the reading was seen: every form says so. */
const seen = { revision: revision.optional(), status: z.enum(['read', 'accepted', 'rejected']).optional() };

export const claimOperations = [
  operation({
    id: 'articles.accept',
    summary: 'Accept all readings of an article',
    who: 'reviewer',
    path: 'articles/{id}/accept',
    input: z.strictObject({ id, seen: seenReadings }),
    output: named.extend({ accepted: z.int() }),
    draft: 'none',
    undo: unjudge,
    run: async ({ db, actor, now }, input) => grouped(db, now, await acceptArticle(db, input, actor, now)),
  }),
  operation({
    id: 'claims.accept',
    summary: 'Accept the reading of a claim',
    who: 'reviewer',
    path: 'claims/{id}/accept',
    input: z.strictObject({ id, ...seen }),
    output: named,
    draft: 'none',
    undo: unjudge,
    run: async ({ db, actor, now }, input) => grouped(db, now, await acceptClaim(db, input, actor, now)),
  }),
  operation({
    id: 'claims.reject',
    summary: 'Reject the reading of a claim',
    who: 'reviewer',
    path: 'claims/{id}/reject',
    input: z.strictObject({ id, ...seen, reason: text }),
    output: named,
    draft: 'kept',
    undo: unjudge,
    run: async ({ db, actor, now }, input) => grouped(db, now, await rejectClaim(db, input, actor, now)),
  }),
];

/** Groups anew where the act left that owed. The act stands even if this fails: the debt is paid at the next chance. */
export async function grouped<T>(db: Database, now: Instant, result: Result<T>): Promise<Result<T>> {
  if (result.ok && (await isRegroupOwed(db.read))) await refusals(async () => ok(await regroup(db, now)));
  return result;
}
