import { type Result, refuse } from '@/lib/base';
import { type Act, itemOf } from '../acts';
import { rejectClaim } from '../claims';
import { correctAgain, takeBackReading } from '../correcting';
import { handsOn } from '../hand-record';
import { changedSince } from '../refused';
import { grouped } from './claims';
import type { OperationContext } from './operation';

/** What a person read by hand is taken back where nobody read the claim otherwise since. */
type Undone = (context: OperationContext, act: Act) => Promise<Result<unknown>>;

const SINCE = ['Somebody read the claim otherwise since then.', 'Look at what it says now, on its page.'] as const;

export const uncorrect: Undone = async ({ db, actor, now }, act) => {
  const id = itemOf(act);
  const last = (await handsOn(db.read, id)).at(-1);
  if (last?.seq !== act.seq) return changedSince(...SINCE);
  return grouped(db, now, await takeBackReading(db, { id, revision: last.revision }, actor, now));
};

export const uncorrectAgain: Undone = async ({ db, actor, now }, act) => {
  const id = itemOf(act);
  const last = (await handsOn(db.read, id)).at(-1);
  if (last?.seq !== act.seq) return changedSince(...SINCE);
  return grouped(db, now, await correctAgain(db, { id, revision: last.revision }, actor, now));
};

/** A claim that was added is rejected: the record keeps both. Like a correction it is taken back by whoever added it, or an administrator. */
export const unadd: Undone = async ({ db, actor, now }, act) => {
  const id = itemOf(act);
  const last = (await handsOn(db.read, id)).at(-1);
  if (last?.seq !== act.seq) return changedSince(...SINCE);
  if (actor.kind !== 'person' || (actor.id !== act.by && actor.role !== 'admin'))
    return refuse(403, 'Forbidden', 'This claim was added by somebody else.', 'Reject it with a reason, on the page of its article.');
  const reason = 'The addition of the claim was taken back.';
  return grouped(db, now, await rejectClaim(db, { id, revision: last.revision, reason }, actor, now));
};
