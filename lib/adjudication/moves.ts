import type { CaseEvent, CaseEventType, CaseState, CaseView, Found, Opinion } from './types';

/** "resting": the state the case had before somebody took it, open or reopened. */
type Move = CaseState | 'resting';

/** The whole machine: what is not in this table cannot happen. "opened" stands apart, as it makes the case. */
export const MOVES: Record<CaseState, Partial<Record<Exclude<CaseEventType, 'opened'>, Move>>> = {
  open: { changed: 'open', taken: 'in-review', submitted: 'in-review', ruled: 'ruled', dismissed: 'dismissed' },
  'in-review': {
    changed: 'in-review',
    taken: 'in-review',
    released: 'resting',
    submitted: 'in-review',
    ruled: 'ruled',
    dismissed: 'dismissed',
    withdrawn: 'withdrawn',
  },
  ruled: {
    changed: 'ruled',
    submitted: 'in-review',
    ruled: 'ruled',
    audited: 'ruled',
    returned: 'in-review',
    published: 'published',
    reopened: 'reopened',
    dismissed: 'dismissed',
    withdrawn: 'withdrawn',
  },
  published: { changed: 'published', reopened: 'reopened', withdrawn: 'withdrawn' },
  reopened: {
    changed: 'reopened',
    taken: 'in-review',
    submitted: 'in-review',
    ruled: 'ruled',
    dismissed: 'dismissed',
    withdrawn: 'withdrawn',
  },
  dismissed: { changed: 'dismissed', reopened: 'reopened' },
  withdrawn: { changed: 'withdrawn', reopened: 'reopened' },
};

/** A case before its first event. */
export const UNOPENED: CaseView = {
  state: 'open',
  resting: 'open',
  revision: 0,
  shownRevision: 0,
  found: null,
  takenBy: null,
  opinions: [],
  ruledBy: null,
  audit: 'none',
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
  // Put back by whoever took it, a case with an opinion still waits for another.
  return move === 'resting' ? (view.opinions.length > 0 ? 'in-review' : view.resting) : move;
}

/** The case after one more event. An event that the table does not know here was never decided, so it throws. */
export function evolve(view: CaseView, event: CaseEvent): CaseView {
  const state = nextState(view, event.type);
  if (state === null) throw new Error(`a case cannot be ${event.type} while it is ${view.revision === 0 ? 'unopened' : view.state}`);
  const revision = view.revision + 1;
  const moved: CaseView = { ...view, state, revision, shownRevision: isShown(view, event) ? revision : view.shownRevision };
  const settledAnew: CaseView = { ...moved, takenBy: null, opinions: [], ruledBy: null, audit: 'none', rulingId: null };
  switch (event.type) {
    case 'opened':
      return { ...moved, found: event.found };
    case 'changed': {
      // Opinions were about the positions of then: nobody holds them against opinions about others.
      const isUnjudged = state !== 'in-review' || view.opinions.length === 0;
      const stillHold = isUnjudged || (hasSamePositions(view.found, event.found) && !event.saysOtherwise);
      return { ...moved, found: event.found, opinions: stillHold ? view.opinions : [] };
    }
    case 'taken':
      return { ...moved, takenBy: event.by };
    case 'released':
      return { ...moved, takenBy: null };
    case 'submitted':
      return { ...moved, takenBy: null, opinions: opinionsAfter(view.opinions, event), ruledBy: null, audit: 'none', rulingId: null };
    case 'ruled': {
      const opinions = event.agreesWith ? opinionsAfter(view.opinions, event) : event.settles ? view.opinions : [];
      const audit = event.audit?.drawn ? 'owed' : 'none';
      return { ...moved, takenBy: null, opinions, ruledBy: event.by, audit, rulingId: event.rulingId };
    }
    case 'audited':
      return { ...moved, audit: 'done' };
    case 'returned': {
      // It goes back to the person whose ruling it was; the ruling itself stays on record.
      const opinions = view.opinions.filter(({ by }) => by !== view.ruledBy);
      return { ...moved, takenBy: view.ruledBy, opinions, ruledBy: null, audit: 'none', rulingId: null };
    }
    case 'published':
      return { ...moved, publishedRulingId: event.rulingId, publishedRulingBy: view.ruledBy, publications: view.publications + 1 };
    case 'reopened':
      return { ...settledAnew, resting: 'reopened', reopenedBy: event.by, dismissedBy: 'nobody', found: event.found ?? view.found };
    case 'dismissed':
      return { ...settledAnew, dismissedBy: event.by === null ? 'machine' : 'person' };
    case 'withdrawn':
      return { ...settledAnew, publishedRulingId: null, publishedRulingBy: null };
  }
}

const hasSamePositions = (before: Found | null, { positions }: Found): boolean =>
  JSON.stringify(before?.positions.map(({ claims }) => claims)) === JSON.stringify(positions.map(({ claims }) => claims));

/** Who takes a case and that somebody gave an opinion unseen leave what is shown to the others as it was. */
function isShown({ opinions }: CaseView, { type }: CaseEvent): boolean {
  return !(type === 'taken' || type === 'released' || (type === 'submitted' && opinions.length === 0));
}

/** One by one person: theirs is replaced while it is alone. Changed once both were in, it is the only one: the other person saw it. */
function opinionsAfter(opinions: readonly Opinion[], { by, rulingId, voids }: Opinion & { voids?: string }): Opinion[] {
  const others = opinions.length < 2 ? opinions.filter((opinion) => opinion.by !== by && opinion.rulingId !== voids) : [];
  return [...others, { by, rulingId }];
}

/** A case as its events tell it: the only truth about its state. */
export const replay = (events: Iterable<CaseEvent>): CaseView => [...events].reduce(evolve, UNOPENED);
