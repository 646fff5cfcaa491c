import { and, count, eq, isNull, ne } from 'drizzle-orm';
import type { ReviewMode } from '@/lib/adjudication';
import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { append } from './audit';
import type { Database, Reads } from './open';
import { deskSettings, measures, people } from './schema';
import { verb } from './verb';

const SETTING = 'review';
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

/** What the desk does with measures that say nothing of their own; `set` is null where nobody chose. */
export async function deskReview(from: Reads): Promise<{ set: ReviewMode | null; inForce: ReviewMode; deciders: number }> {
  const row = await from.select().from(deskSettings).where(eq(deskSettings.name, SETTING)).get();
  const set = row?.value === 'blind' || row?.value === 'single' ? row.value : null;
  const mayDecide = and(isNull(people.disabledAt), ne(people.role, 'reader'));
  const deciders = (await from.select({ n: count() }).from(people).where(mayDecide).get())?.n ?? 0;
  return { set, inForce: set ?? (deciders >= ENOUGH ? 'blind' : 'single'), deciders };
}

/** What is chosen for a measure or the desk; null leaves it to what stands above. */
interface Chosen {
  review: ReviewMode | null;
}

export function setDeskReview(db: Database, { review }: Chosen, by: Actor, now: Instant): Promise<Result<{ review: ReviewMode | null }>> {
  return verb(db, async (tx) => {
    const { set } = await deskReview(tx);
    if (review === null) await tx.delete(deskSettings).where(eq(deskSettings.name, SETTING));
    else {
      const value = { value: review };
      await tx
        .insert(deskSettings)
        .values({ name: SETTING, ...value })
        .onConflictDoUpdate({ target: deskSettings.name, set: value });
    }
    const evidenceHashes = [digestOf({ from: set, to: review })];
    await append(tx, { at: now, actor: by, action: 'desk.set-review', subject: 'desk', reason: review ?? 'default', evidenceHashes });
    return ok({ review });
  });
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
    const evidenceHashes = [digestOf({ from: row.review, to: review })];
    const fact = { action: 'measures.set-review', subject: `measure:${id}`, reason: review ?? 'default', evidenceHashes };
    await append(tx, { at: now, actor: by, ...fact });
    return ok({ id, review });
  });
}
