import { ANONYMOUS } from '../actor';
import type { Database } from '../open';
import { Refused } from '../refused';
import { personNow } from '../sessions';
import type { OperationContext, Who } from './operation';
import { mayRun } from './who';

/**
 * The context of an operation for whom its person is when it writes: between the request and that moment lie the queue of writes, the hash of a
 * password, the reading of an article. Each write first looks whether they may still run the operation, and what is said of them from then
 * on, such as their role, is that of today. 401 `SignInNeeded` where they were disabled, 403 `Forbidden` where their role was taken away.
 * The operator and whoever is signed out are who they were.
 */
export function asToday(who: Who, context: OperationContext): OperationContext {
  const { actor, db } = context;
  if (actor.kind !== 'person') return context;
  // A copy for this run alone: verbs read it inside their transaction, after it was brought up to date.
  const person = { ...actor };
  const write: Database['write'] = (work) =>
    db.write(async (tx) => {
      const today = await personNow(tx, person);
      const allowed = mayRun(who, today ?? ANONYMOUS);
      if (!allowed.ok) throw new Refused(allowed.refusal);
      Object.assign(person, today);
      return work(tx);
    });
  return { ...context, actor: person, db: { ...db, write } };
}
