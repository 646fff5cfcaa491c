import { asc, eq, or } from 'drizzle-orm';
import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from '../actor';
import type { Act } from '../acts';
import { append } from '../audit';
import { newId } from '../ids';
import { nameKey } from '../name-key';
import type { Database, Reads } from '../open';
import { changedSince } from '../refused';
import { queueViews } from '../schema';
import { verb } from '../verb';

export type View = typeof queueViews.$inferSelect;

const LONGEST_NAME = 60;
const MOST_VIEWS = 50;
const viewSubject = (id: string): string => `view:${id}`;

/** Keeps filters of the queue under a name, for oneself or for everybody at the desk. 422 `NameMissing`, 409 `NameTaken`, `TooManyViews`. */
export function saveView(
  db: Database,
  { name, shared, query }: Pick<View, 'name' | 'shared' | 'query'>,
  by: Actor,
  now: Instant,
): Promise<Result<{ id: string }>> {
  return verb(db, async (tx) => {
    if (by.kind !== 'person') return refuse(403, 'Forbidden', 'Only a person keeps views.', 'Sign in as a reviewer.');
    const called = name.trim().replace(/\s+/g, ' ');
    if (called === '' || called.length > LONGEST_NAME)
      return refuse(422, 'NameMissing', 'The name is empty or too long.', `Give it a name of at most ${LONGEST_NAME} signs.`, {
        field: 'name',
      });
    const own = await tx.select({ name: queueViews.name }).from(queueViews).where(eq(queueViews.personId, by.id));
    if (own.some((view) => nameKey(view.name) === nameKey(called)))
      return refuse(
        409,
        'NameTaken',
        `You keep a view called “${called}” already.`,
        'Give this one another name, or drop that one first.',
        {
          field: 'name',
        },
      );
    if (own.length >= MOST_VIEWS)
      return refuse(409, 'TooManyViews', `You keep ${MOST_VIEWS} views already.`, 'Drop one that you do not need.');
    const view: View = { id: newId(), personId: by.id, name: called, shared, query, createdAt: now };
    await append(tx, {
      at: now,
      actor: by,
      action: 'queue.save-view',
      subject: viewSubject(view.id),
      evidenceHashes: [digestOf(view)],
      after: saidOf(view),
    });
    await tx.insert(queueViews).values(view);
    return ok({ id: view.id });
  });
}

/** Drops a view: one's own, or as an administrator that of another. 404 `ViewUnknown`. */
export function dropView(db: Database, { id }: { id: string }, by: Actor, now: Instant): Promise<Result<{ id: string }>> {
  return verb(db, async (tx) => {
    const view = await loadView(tx, id);
    if (!view) return refuse(404, 'ViewUnknown', 'There is no such view any more.', 'Choose one from the list.');
    if (by.kind !== 'person' || (view.personId !== by.id && by.role !== 'admin'))
      return refuse(403, 'Forbidden', 'This view is kept by somebody else.', 'Ask them or an administrator to drop it.');
    const { personId, createdAt } = view;
    const before = { ...saidOf(view), personId, createdAt };
    const evidenceHashes = [digestOf({ before, after: null })];
    await append(tx, { at: now, actor: by, action: 'queue.drop-view', subject: viewSubject(id), before, evidenceHashes });
    await tx.delete(queueViews).where(eq(queueViews.id, id));
    return ok({ id });
  });
}

/** Keeps a view again that was dropped, under its old address and for whom it was kept. 403 `Forbidden`, 409 `ChangedSince`. */
export function keepViewAgain(db: Database, { subject, before }: Act, by: Actor, now: Instant): Promise<Result<{ id: string }>> {
  return verb(db, async (tx) => {
    const id = subject.slice(viewSubject('').length);
    if (before === null || (await loadView(tx, id))) return changedSince();
    const view = { id, ...before } as View;
    if (by.kind !== 'person' || (view.personId !== by.id && by.role !== 'admin'))
      return refuse(403, 'Forbidden', 'This view was kept by somebody else.', 'Ask them or an administrator to keep it again.');
    await append(tx, { at: now, actor: by, action: 'queue.save-view', subject, evidenceHashes: [digestOf(view)], after: saidOf(view) });
    await tx.insert(queueViews).values(view);
    return ok({ id });
  });
}

const saidOf = ({ name, shared, query }: Pick<View, 'name' | 'shared' | 'query'>) => ({ name, shared, query });

/** A view by its id: its address works for everybody at the desk. */
export const loadView = async (from: Reads, id: string): Promise<View | null> =>
  (await from.select().from(queueViews).where(eq(queueViews.id, id)).get()) ?? null;

/** Somebody's own views, and those that are shared. */
export const viewsFor = (from: Reads, personId: string): Promise<View[]> =>
  from
    .select()
    .from(queueViews)
    .where(or(eq(queueViews.personId, personId), eq(queueViews.shared, true)))
    .orderBy(asc(queueViews.name))
    .limit(100);
