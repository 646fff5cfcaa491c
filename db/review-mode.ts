import { and, count, eq, isNull, ne } from 'drizzle-orm';
import { type CaseState, isBlind, type ReviewMode } from '@/lib/adjudication';
import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import type { Act } from './acts';
import { append } from './audit';
import { measureSubject } from './definition-record';
import { deskSetting, keepDeskSetting } from './desk-setting';
import type { Database, Reads } from './open';
import { changedSince } from './refused';
import { measures, people } from './schema';
import { verb } from './verb';

/** Two give opinions, and a third must be there for the day on which they differ. */
const ENOUGH = 3;

/**
 * How a case of this measure is decided: as the measure says, else as the desk does, else by two who do not see each other's opinion
 * where three people at the desk may decide.
 */
export async function reviewOf(from: Reads, measureId: string): Promise<ReviewMode> {
  const measure = await from.select({ review: measures.review }).from(measures).where(eq(measures.id, measureId)).get();
  return measure?.review ?? (await deskReview(from)).inForce;
}

/** As much of a case as tells whether it is blind, with what its measure says of that. */
interface Decided {
  review: ReviewMode | null;
  state: CaseState;
  opinionsBy: readonly string[];
}

/** Tells of many cases whether an opinion is missing that is given unseen: what the desk does is asked once. */
export async function blindnessOf(from: Reads): Promise<(one: Decided) => boolean> {
  const desk = (await deskReview(from)).inForce;
  return ({ review, state, opinionsBy }) => isBlind(review ?? desk, { state, opinions: opinionsBy });
}

/** What the desk does with measures that say nothing of their own; `set` is null where nobody chose. */
export async function deskReview(from: Reads): Promise<{ set: ReviewMode | null; inForce: ReviewMode; deciders: number }> {
  const kept = await deskSetting(from, 'review');
  const set = kept === 'blind' || kept === 'single' ? kept : null;
  const mayDecide = and(isNull(people.disabledAt), ne(people.role, 'reader'));
  const deciders = (await from.select({ n: count() }).from(people).where(mayDecide).get())?.n ?? 0;
  return { set, inForce: set ?? (deciders >= ENOUGH ? 'blind' : 'single'), deciders };
}

export const decidesUnseen = async (from: Reads): Promise<boolean> => (await deskReview(from)).inForce === 'blind';

/** What is chosen for a measure or the desk; null leaves it to what stands above. */
interface Chosen {
  review: ReviewMode | null;
}

export function setDeskReview(db: Database, { review }: Chosen, by: Actor, now: Instant): Promise<Result<{ review: ReviewMode | null }>> {
  return verb(db, async (tx) => {
    const { set } = await deskReview(tx);
    await keepDeskSetting(tx, 'review', review);
    await append(tx, { at: now, actor: by, action: 'desk.set-review', subject: 'desk', ...chosen(set, review) });
    return ok({ review });
  });
}

/** What the log keeps of such a choice. */
function chosen(was: ReviewMode | null, is: ReviewMode | null) {
  const [before, after] = [{ review: was ?? DEFAULT }, { review: is ?? DEFAULT }];
  return { reason: after.review, before, after, evidenceHashes: [digestOf({ before, after })] };
}

/** Takes such a choice back. 409 `ChangedSince` where something else was chosen since. */
export async function unsetReview(db: Database, { subject, before, after }: Act, by: Actor, now: Instant): Promise<Result<unknown>> {
  const [, id] = subject.split(':');
  const stands = id === undefined ? (await deskReview(db.read)).set : await chosenFor(db.read, id);
  if (before === null || (stands ?? DEFAULT) !== after?.review) return changedSince();
  const review = before.review === DEFAULT ? null : (before.review as ReviewMode);
  return id === undefined ? setDeskReview(db, { review }, by, now) : setMeasureReview(db, { id, review }, by, now);
}

const DEFAULT = 'default';

async function chosenFor(from: Reads, id: string): Promise<ReviewMode | null> {
  const row = await from.select({ review: measures.review }).from(measures).where(eq(measures.id, id)).get();
  return row?.review ?? null;
}

/** 404 `MeasureUnknown`. */
export function setMeasureReview(
  db: Database,
  { id, review }: Chosen & { id: string },
  by: Actor,
  now: Instant,
): Promise<Result<{ id: string; review: ReviewMode | null }>> {
  return verb(db, async (tx) => {
    const row = await tx.select({ review: measures.review }).from(measures).where(eq(measures.id, id)).get();
    if (!row) return refuse(404, 'MeasureUnknown', `There is no measure "${id}".`, 'Go to it from one of its cases.');
    await tx.update(measures).set({ review }).where(eq(measures.id, id));
    await append(tx, { at: now, actor: by, action: 'measures.set-review', subject: measureSubject(id), ...chosen(row.review, review) });
    return ok({ id, review });
  });
}
