import { type Instant, ok, type Result, refuse, unreachable } from '@/lib/base';
import { nextState } from './moves';
import { decideRuling, type Extractors, ownExtraction, type RuleCommand } from './opinions';
import { checkReason, LIMITS } from './ruling';
import type { CaseEvent, CaseEventType, CaseState, CaseView, Role } from './types';

/** A claim that nobody has accepted yet, named by its quote. */
export interface WaitingClaim {
  id: string;
  text: string;
}

interface Publish {
  type: 'publish';
  by: string;
  byRole: Role;
  /** Whether the desk has an editor who may sign in and did not make the ruling: then nobody else publishes. */
  deskHasEditor: boolean;
  publicationId: string;
  notice: string | null;
  /** Claims of its positions that nobody has accepted yet. */
  waiting: WaitingClaim[];
  extractors: Extractors;
}

interface Withdraw {
  type: 'withdraw';
  by: string;
  byRole: Role;
  /** Whether the desk has an editor who may sign in: then nobody else withdraws. */
  deskHasEditor: boolean;
  reason: string;
}

/** What a person wants to do with a case. `revision` is the one they saw. */
export type CaseCommand = { at: Instant; revision: number } & (
  | { type: 'take' | 'release'; by: string }
  | Omit<RuleCommand, 'at'>
  | { type: 'return'; by: string; reason: string }
  | Publish
  | Withdraw
  | { type: 'audit'; by: string; isAdjudicator: boolean; extractors: Extractors }
  | { type: 'dismiss'; by: string; byRole: Role; reason: string; extractors: Extractors }
  | { type: 'reopen'; by: string; reason: string }
);

const EVENT_OF = {
  take: 'taken',
  release: 'released',
  rule: 'ruled',
  return: 'returned',
  publish: 'published',
  withdraw: 'withdrawn',
  audit: 'audited',
  dismiss: 'dismissed',
  reopen: 'reopened',
} as const satisfies Record<CaseCommand['type'], CaseEventType>;

const STATE_WORDS: Record<CaseState, string> = {
  open: 'open',
  'in-review': 'in review',
  ruled: 'ruled and waits for a second person',
  published: 'published',
  reopened: 'reopened',
  dismissed: 'dismissed',
  withdrawn: 'withdrawn',
};

/**
 * Decides what follows from a command, in this order: a case that moved on (409 `VersionConflict`), a step the table does not know
 * (409 `IllegalTransition`), a person who may not (403 `OwnRuling`, `OwnExtraction`, `EditorPublishes`, `EditorWithdraws`, `EditorAudits`, `DismissalAlone`), an audit that is owed
 * (409 `AuditOwed`), words or claims that are missing (422).
 */
export function decide(view: CaseView, command: CaseCommand): Result<CaseEvent> {
  if (hasMovedOn(view, command)) {
    const cause = `The case moved on: you saw revision ${command.revision}, it is ${view.revision} now.`;
    const details = { yours: { revision: command.revision }, current: { revision: view.revision, state: view.state } };
    return refuse(409, 'VersionConflict', cause, 'Compare both versions and decide again: what you wrote was kept.', { details });
  }
  if (nextState(view, EVENT_OF[command.type]) === null) {
    const cause = `This case is ${STATE_WORDS[view.state]}, so it cannot be ${EVENT_OF[command.type]}.`;
    return refuse(409, 'IllegalTransition', cause, 'Look at the case again and take one of the steps it offers.', {
      details: { state: view.state },
    });
  }
  const { at } = command;
  switch (command.type) {
    case 'take':
      return decideTaking(view, at, command.by);
    case 'release':
      return ok({ type: 'released', at, by: command.by });
    case 'rule':
      return decideRuling(view, command);
    case 'return': {
      const reason = checkReason(command.reason, LIMITS.reasonWords, 'reason');
      return reason.ok ? ok({ type: 'returned', at, by: command.by, reason: reason.value }) : reason;
    }
    case 'publish':
      return decidePublication(view, command);
    case 'withdraw':
      return decideWithdrawal(view, command);
    case 'audit':
      return decideAudit(view, at, command);
    case 'dismiss':
      return decideDismissal(view, command);
    case 'reopen': {
      const reason = checkReason(command.reason, LIMITS.reasonWords, 'reason');
      return reason.ok ? ok({ type: 'reopened', at, by: command.by, reason: reason.value, found: null }) : reason;
    }
    default:
      return unreachable(command);
  }
}

/** Two who give opinions without seeing each other do not stand in each other's way; everybody else decides on the case as it is now. */
function hasMovedOn(view: CaseView, command: CaseCommand): boolean {
  const { revision } = command;
  const isSecond = command.type === 'rule' && view.opinions.length === 1 && view.opinions[0]?.by !== command.by;
  return isSecond ? revision < view.shownRevision || revision > view.revision : revision !== view.revision;
}

/** In review a case can be taken only while nobody has it: it waits for a second opinion, or for a third person. */
function decideTaking(view: CaseView, at: Instant, by: string): Result<CaseEvent> {
  if (view.takenBy !== null || (view.state === 'in-review' && view.opinions.length === 0))
    return refuse(409, 'IllegalTransition', `This case is ${STATE_WORDS[view.state]}, so it cannot be taken.`, 'Take another one.', {
      details: { state: view.state },
    });
  if (view.opinions.some((opinion) => opinion.by === by))
    return refuse(403, 'OwnOpinion', 'You gave your opinion on this case already.', 'It waits for somebody else; you may change it.');
  return ok({ type: 'taken', at, by });
}

function decidePublication(view: CaseView, command: Extract<CaseCommand, { type: 'publish' }>): Result<CaseEvent> {
  const { rulingId, ruledBy } = view;
  if (rulingId === null) throw new Error('a ruled case has a ruling');
  if (ruledBy === command.by) {
    return refuse(403, 'OwnRuling', 'You made this ruling, and nobody publishes their own.', 'Ask a second person to confirm it.');
  }
  const own = ownExtraction(command);
  if (own) return own;
  if (command.deskHasEditor && command.byRole !== 'editor') {
    const next = 'Ask an editor to read and publish it. Whatever is wrong with the ruling, you may return it with a reason.';
    return refuse(403, 'EditorPublishes', 'This desk has an editor who did not make this ruling, and then only an editor publishes.', next);
  }
  if (view.audit === 'owed')
    return refuse(
      409,
      'AuditOwed',
      'This ruling was drawn for an audit, and nobody has made it yet.',
      'Somebody who gave no opinion on it, an editor where there is one, looks at both opinions first: they stand, or the ruling is returned.',
    );
  if (command.waiting.length > 0) {
    const quotes = command.waiting.slice(0, 3).map((claim) => `“${claim.text}”`);
    const cause = `Not every claim it rests on is accepted yet: ${quotes.join(', ')}${command.waiting.length > 3 ? ' and others' : ''}.`;
    const details = { claims: command.waiting };
    return refuse(422, 'ClaimsNotAccepted', cause, 'Accept their readings first, or return the ruling.', { details });
  }
  if (view.publications > 0) {
    const notice = checkReason(command.notice ?? '', LIMITS.reasonWords, 'notice');
    if (!notice.ok) return notice;
  }
  return ok({ type: 'published', at: command.at, by: command.by, rulingId, publicationId: command.publicationId });
}

/** Only what is public can be withdrawn, also while the case is under review again. */
function decideWithdrawal(view: CaseView, command: Extract<CaseCommand, { type: 'withdraw' }>): Result<CaseEvent> {
  const { at, by, byRole } = command;
  if (view.publishedRulingId === null)
    return refuse(409, 'IllegalTransition', 'No ruling on this case is published, so none can be withdrawn.', 'Look at the case again.', {
      details: { state: view.state },
    });
  if (command.deskHasEditor && byRole !== 'editor')
    return refuse(
      403,
      'EditorWithdraws',
      'This desk has an editor, and then only an editor withdraws what is published.',
      'Ask an editor; or open the case again with a reason, and the page says that it is under review.',
    );
  const reason = checkReason(command.reason, LIMITS.reasonWords, 'reason');
  return reason.ok ? ok({ type: 'withdrawn', at, by, byRole, reason: reason.value }) : reason;
}

/** What two agreed on is looked at by a third person alone. */
function decideAudit(view: CaseView, at: Instant, command: Extract<CaseCommand, { type: 'audit' }>): Result<CaseEvent> {
  const { by, isAdjudicator } = command;
  if (view.audit !== 'owed') {
    const cause = view.audit === 'done' ? 'This ruling was audited already.' : 'This ruling was not drawn for an audit.';
    return refuse(409, 'IllegalTransition', cause, 'Publish it, or return it with a reason.', { details: { state: view.state } });
  }
  if (view.ruledBy === by || view.opinions.some((opinion) => opinion.by === by))
    return refuse(403, 'OwnRuling', 'You gave one of the two opinions, and nobody audits their own.', 'Leave it to somebody else.');
  const own = ownExtraction(command);
  if (own) return own;
  if (!isAdjudicator) return refuse(403, 'EditorAudits', 'This desk has an editor, and then an editor audits.', 'Leave it to an editor.');
  return ok({ type: 'audited', at, by });
}

/**
 * A dismissal is public at once, so it must not lead one person past a ruling: not the author of the one that waits, and after a
 * publication only somebody else than the author of what is public, once a third person's or the publisher's reason reopened it.
 */
function decideDismissal(view: CaseView, command: Extract<CaseCommand, { type: 'dismiss' }>): Result<CaseEvent> {
  const { at, by, byRole } = command;
  // With one opinion in, a dismissal by its author would be a decision past the second person.
  if (by === view.ruledBy || (view.opinions.length === 1 && view.opinions[0]?.by === by))
    return refuse(
      403,
      'OwnRuling',
      'You made the ruling that waits on this case.',
      'Ask a second person to return it or to dismiss the case.',
    );
  const own = ownExtraction(command);
  if (own) return own;
  if (view.publishedRulingId !== null && (view.reopenedBy === null || by === view.reopenedBy || by === view.publishedRulingBy))
    return refuse(
      403,
      'DismissalAlone',
      'This case has a published ruling, and nobody takes that back alone.',
      'Make a new ruling, which a second person publishes; or one person reopens the case with a reason, and another dismisses it.',
    );
  const reason = checkReason(command.reason, LIMITS.reasonWords, 'reason');
  return reason.ok ? ok({ type: 'dismissed', at, by, byRole, reason: reason.value }) : reason;
}
