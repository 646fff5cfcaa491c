import type { CaseSheet } from '@/db/desk';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import { decide, mayRule, nextState, type WaitingClaim } from '@/lib/adjudication';
import type { Refusal } from '@/lib/base';

export interface Allowed {
  take: boolean;
  release: boolean;
  rule: boolean;
  return: boolean;
  dismiss: boolean;
  reopen: boolean;
  withdraw: boolean;
  /** Two agreed, and this person may say that it stands. */
  audit: boolean;
  /** Null: this person may publish now. "never": the state knows no such step, or this person none. */
  publish: Refusal | null | 'never';
}

/** Which steps the case has now, for this person: asked of the same machine that decides when they are taken. */
export function allowedSteps(
  { view, deskHasEditor, editorPublishes, decides, extractors }: CaseSheet,
  actor: Person,
  waiting: WaitingClaim[],
  at: string,
): Allowed {
  const can = (event: Parameters<typeof nextState>[1], step: string) => nextState(view, event) !== null && may(actor, `cases.${step}`);
  const seen = { by: actor.id, byRole: actor.role, at, revision: view.revision };
  const notice = 'as it will be written';
  const published = can('published', 'publish')
    ? decide(view, { ...seen, type: 'publish', deskHasEditor: editorPublishes, publicationId: '', notice, waiting, extractors })
    : null;
  return {
    // Whoever may not decide it has nothing to take it for.
    take: can('taken', 'take') && !extractors.has(actor.id) && decide(view, { ...seen, type: 'take' }).ok,
    release: can('released', 'release'),
    rule: can('ruled', 'rule') && mayRule(view, actor.id) && !extractors.has(actor.id),
    return: can('returned', 'return'),
    // A case that was published is not dismissed by one person alone, and a ruling not by its author.
    dismiss: can('dismissed', 'dismiss') && decide(view, { ...seen, type: 'dismiss', reason: notice, extractors }).ok,
    reopen: can('reopened', 'reopen'),
    withdraw: can('withdrawn', 'withdraw') && decide(view, { ...seen, type: 'withdraw', deskHasEditor, reason: notice }).ok,
    audit: can('audited', 'audit') && decide(view, { ...seen, type: 'audit', isAdjudicator: decides, extractors }).ok,
    publish: published === null ? 'never' : published.ok ? null : published.refusal,
  };
}
