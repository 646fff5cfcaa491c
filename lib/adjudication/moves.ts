import type { CaseEvent, CaseEventType, CaseState, CaseView } from './types';

/** "resting": the state the case had before somebody took it, open or reopened. */
type Move = CaseState | 'resting';

/** The whole machine: what is not in this table cannot happen. "opened" stands apart, as it makes the case. */
export const MOVES: Record<CaseState, Partial<Record<Exclude<CaseEventType, 'opened'>, Move>>> = {
  open: { changed: 'open', taken: 'in-review', ruled: 'ruled', dismissed: 'dismissed' },
  'in-review': { changed: 'in-review', released: 'resting', ruled: 'ruled', dismissed: 'dismissed' },
  ruled: { changed: 'ruled', returned: 'in-review', published: 'published', reopened: 'reopened', dismissed: 'dismissed' },
  published: { changed: 'published', reopened: 'reopened' },
  reopened: { changed: 'reopened', taken: 'in-review', ruled: 'ruled', dismissed: 'dismissed' },
  dismissed: { changed: 'dismissed', reopened: 'reopened' },
};

/** A case before its first event. */
export const UNOPENED: CaseView = {
  state: 'open',
  resting: 'open',
  revision: 0,
  takenBy: null,
  ruledBy: null,
  rulingId: null,
  publishedRulingId: null,
  publishedRulingBy: null,
  reopenedBy: null,
  publications: 0,
  dismissedBy: 'nobody',
};

/** The state after an event, or null where the table has no such move. */
export function nextState(view: CaseView, event: CaseEventType): CaseState | null {
  if (view.revision === 0 || event === 'opened') return view.revision === 0 && event === 'opened' ? 'open' : null;
  const move = MOVES[view.state][event] ?? null;
  return move === 'resting' ? view.resting : move;
}

/** The case after one more event. An event that the table does not know here was never decided, so it throws. */
export function evolve(view: CaseView, event: CaseEvent): CaseView {
  const state = nextState(view, event.type);
  if (state === null) throw new Error(`a case cannot be ${event.type} while it is ${view.revision === 0 ? 'unopened' : view.state}`);
  const moved: CaseView = { ...view, state, revision: view.revision + 1 };
  switch (event.type) {
    case 'opened':
    case 'changed':
      return moved;
    case 'taken':
      return { ...moved, takenBy: event.by };
    case 'released':
      return { ...moved, takenBy: null };
    case 'ruled':
      return { ...moved, takenBy: null, ruledBy: event.by, rulingId: event.rulingId };
    case 'returned':
      // It goes back to the person whose ruling it was; the ruling itself stays on record.
      return { ...moved, takenBy: view.ruledBy, ruledBy: null, rulingId: null };
    case 'published':
      return { ...moved, publishedRulingId: event.rulingId, publishedRulingBy: view.ruledBy, publications: view.publications + 1 };
    case 'reopened':
      return { ...moved, resting: 'reopened', takenBy: null, ruledBy: null, rulingId: null, reopenedBy: event.by, dismissedBy: 'nobody' };
    case 'dismissed':
      return { ...moved, takenBy: null, ruledBy: null, rulingId: null, dismissedBy: event.by === null ? 'machine' : 'person' };
  }
}

/** A case as its events tell it: the only truth about its state. */
export const replay = (events: Iterable<CaseEvent>): CaseView => [...events].reduce(evolve, UNOPENED);
