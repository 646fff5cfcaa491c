import { type CaseView, decide, nextState, type WaitingClaim } from '@/lib/adjudication';
import type { Refusal } from '@/lib/base';

export interface Allowed {
  take: boolean;
  release: boolean;
  rule: boolean;
  return: boolean;
  dismiss: boolean;
  reopen: boolean;
  /** Null: this person may publish now. "never": the state knows no such step. */
  publish: Refusal | null | 'never';
}

/** Which steps the case has now, for this person: asked of the same machine that decides when they are taken. */
export function allowedSteps(view: CaseView, person: string, waiting: WaitingClaim[], at: string): Allowed {
  const can = (event: Parameters<typeof nextState>[1]) => nextState(view, event) !== null;
  const notice = 'as it will be written';
  const published = can('published')
    ? decide(view, { type: 'publish', by: person, at, revision: view.revision, publicationId: '', notice, waiting })
    : null;
  return {
    take: can('taken'),
    release: can('released'),
    rule: can('ruled'),
    return: can('returned'),
    // A case that was published is not dismissed by one person alone, and a ruling not by its author.
    dismiss: decide(view, { type: 'dismiss', by: person, byRole: 'reviewer', at, revision: view.revision, reason: notice }).ok,
    reopen: can('reopened'),
    publish: published === null ? 'never' : published.ok ? null : published.refusal,
  };
}
