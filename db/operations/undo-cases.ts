import { type Result, refuse } from '@/lib/base';
import { itemOf } from '../acts';
import { type CaseRecord, loadCase } from '../case-record';
import { releaseCase, reopenCase, takeCase } from '../cases';
import type { Undone } from './operation';

// What was done to a case is taken back by one more step, which its state has to know. Where somebody else did something since, it is refused.

export const untake: Undone = async ({ db, actor, now }, act) => {
  const found = await loadCase(db.read, itemOf(act));
  if (!found || found.view.takenBy !== act.after?.takenBy || found.view.state !== 'in-review') return movedOn();
  return releaseCase(db, seenNow(found), actor, now);
};

export const unrelease: Undone = async ({ db, actor, now }, act) => {
  const found = await loadCase(db.read, itemOf(act));
  if (!found || found.view.takenBy !== null) return movedOn();
  if (actor.kind !== 'person' || act.before?.takenBy !== actor.id)
    return refuse(403, 'Forbidden', 'It was with somebody else, and a case is taken by whoever works on it.', 'Ask them to take it again.');
  return takeCase(db, seenNow(found), actor, now);
};

export const undismiss: Undone = async ({ db, actor, now }, act) => {
  const found = await loadCase(db.read, itemOf(act));
  if (found?.view.state !== 'dismissed' || found.view.dismissedBy !== 'person') return movedOn();
  const who = actor.kind === 'person' && actor.id === act.by ? 'by the person who dismissed it' : 'by somebody else';
  return reopenCase(db, { ...seenNow(found), reason: `The dismissal was taken back ${who}.` }, actor, now);
};

const seenNow = ({ row: { id }, view: { revision } }: CaseRecord) => ({ id, revision });

const movedOn = (): Result<never> =>
  refuse(409, 'ChangedSince', 'The case moved on since then.', 'Look at the case and take one of the steps that it offers.');
