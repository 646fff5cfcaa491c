import { ok, type Result, refuse } from '@/lib/base';
import { type Act, itemOf } from '../acts';
import { rejectClaim } from '../claims';
import { correctAgain, takeBackReading } from '../correcting';
import { handsOn } from '../hand-record';
import type { Reads } from '../open';
import { changedSince } from '../refused';
import { grouped } from './claims';
import type { Undone } from './operation';

/** What the act left of a claim, where nobody read it otherwise since. 409 `ChangedSince`. */
async function seenOf(from: Reads, act: Act): Promise<Result<{ id: string; revision: number }>> {
  const id = itemOf(act);
  const last = (await handsOn(from, id)).at(-1);
  return last?.seq === act.seq
    ? ok({ id, revision: last.revision })
    : changedSince('Somebody read the claim otherwise since then.', 'Look at what it says now, on its page.');
}

export const uncorrect: Undone = async ({ db, actor, now }, act) => {
  const seen = await seenOf(db.read, act);
  return seen.ok ? grouped(db, now, await takeBackReading(db, seen.value, actor, now)) : seen;
};

export const uncorrectAgain: Undone = async ({ db, actor, now }, act) => {
  const seen = await seenOf(db.read, act);
  return seen.ok ? grouped(db, now, await correctAgain(db, seen.value, actor, now)) : seen;
};

/** A claim that was added is rejected: the record keeps both. Like a correction it is taken back by whoever added it, or an administrator. */
export const unadd: Undone = async ({ db, actor, now }, act) => {
  const seen = await seenOf(db.read, act);
  if (!seen.ok) return seen;
  if (actor.kind !== 'person' || (actor.id !== act.by && actor.role !== 'admin'))
    return refuse(403, 'Forbidden', 'This claim was added by somebody else.', 'Reject it with a reason, on the page of its article.');
  const reason = 'The addition of the claim was taken back.';
  return grouped(db, now, await rejectClaim(db, { ...seen.value, reason }, actor, now));
};
