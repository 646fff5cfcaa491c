import { ok, type Result, refuse } from '@/lib/base';
import { nextState } from './moves';
import { checkRuling, type RulingInput } from './ruling';
import type { AuditDraw, CaseEvent, CaseState, CaseView, ReviewMode } from './types';

/** What of a decision two people are held to: words, evidence and certainty may differ, and never make a disagreement. */
export type Gist = Pick<RulingInput, 'verdicts' | 'accepted' | 'reasonCode'>;

/** Who added a claim of the case by hand, or corrected its number: ids of people. */
export type Extractors = ReadonlySet<string>;

/** A person's decision on a case, and what the record knows about them and it. */
export interface RuleCommand {
  type: 'rule';
  at: string;
  by: string;
  rulingId: string;
  ruling: RulingInput;
  /** So many positions the case has now. */
  positions: number;
  /** How the cases of its measure are decided now. */
  review: ReviewMode;
  /** What the opinions of the view decided, by ruling. */
  decided: ReadonlyMap<string, Gist>;
  /** May decide between two that differ. */
  isAdjudicator: boolean;
  extractors: Extractors;
  /** Where the ruling comes of two that agree: how it is drawn whether somebody audits it. Null where nobody could, or nobody should. */
  audit: AuditDraw | null;
}

/**
 * What follows from a decision: a ruling where one person decides; in a blind review an opinion, until another says the same or a third
 * person has decided. 403 `OwnExtraction`, `EditorDecides`; 409 `IllegalTransition` for the ruling of somebody else; 422 as `checkRuling`.
 */
export function decideRuling(view: CaseView, command: RuleCommand): Result<CaseEvent> {
  const { at, by, rulingId } = command;
  const own = ownExtraction(command);
  if (own) return own;
  if (!mayRule(view, by))
    return refuse(
      409,
      'IllegalTransition',
      'This case is ruled and waits for a second person, so it cannot be ruled by another.',
      'Confirm the ruling or return it.',
      { details: { state: view.state } },
    );
  const checked = checkRuling(command.ruling, command.positions);
  if (!checked.ok) return checked;
  if (reviewIn(view, command.review) === 'single') return ok({ type: 'ruled', at, by, rulingId });
  const [first, second] = view.opinions;
  const hasGivenOne = hasOpinion(view, by);
  if (first && second && !hasGivenOne) {
    if (!command.isAdjudicator)
      return refuse(403, 'EditorDecides', 'Two people differ, and an editor decides.', 'Leave this case to an editor.');
    return ok({ type: 'ruled', at, by, rulingId, settles: [first.rulingId, second.rulingId] });
  }
  const other = hasGivenOne ? undefined : first;
  // Told apart before both are held against each other: a refusal where they agree would tell what the other says.
  if (other && command.extractors.has(other.by)) return ok({ type: 'submitted', at, by, rulingId, voids: other.rulingId });
  const same = other && saysTheSame(command.ruling, command.decided.get(other.rulingId));
  if (!same) return ok({ type: 'submitted', at, by, rulingId });
  return ok({ type: 'ruled', at, by, rulingId, agreesWith: other.rulingId, ...(command.audit ? { audit: command.audit } : {}) });
}

/** Nobody adjudicates what they extracted, be it by a ruling, by confirming one or by dismissing the case: 403 `OwnExtraction`. */
export const ownExtraction = ({ by, extractors }: Pick<RuleCommand, 'by' | 'extractors'>): Result<never> | null =>
  extractors.has(by)
    ? refuse(
        403,
        'OwnExtraction',
        'You added one of its figures by hand, or corrected one.',
        'Leave this case to somebody else: nobody decides on what they read themselves.',
      )
    : null;

/** Whether a decision of this person has a place now: on a case without a ruling, or instead of one that is theirs. */
export const mayRule = (view: CaseView, person: string): boolean =>
  nextState(view, 'ruled') !== null && (view.state !== 'ruled' || view.ruledBy === person || hasOpinion(view, person));

/** Whether this person's opinion is one of those that count. */
export const hasOpinion = ({ opinions }: Pick<CaseView, 'opinions'>, person: string): boolean => opinions.some(({ by }) => by === person);

/** Whether two decisions say the same where it matters. */
export function saysTheSame(one: Gist, other: Gist | undefined): boolean {
  if (other === undefined || one.accepted !== other.accepted || one.reasonCode !== other.reasonCode) return false;
  return one.verdicts.length === other.verdicts.length && one.verdicts.every((verdict, at) => verdict === other.verdicts[at]);
}

/** As much of a case as tells what it waits for. */
type Waiting = Pick<CaseView, 'state'> & { opinions: readonly unknown[] };

/** What a case in review waits for: nobody's opinion yet, a second one, a third person. */
export type Awaits = 'first' | 'second' | 'third';

export const awaits = ({ state, opinions }: Waiting): Awaits | null => (SETTLED.includes(state) ? null : (AWAITS[opinions.length] ?? null));

/** Nothing is decided there until somebody opens them again. */
export const SETTLED: readonly CaseState[] = ['ruled', 'published', 'dismissed', 'withdrawn'];

const AWAITS: readonly Awaits[] = ['first', 'second', 'third'];

/** How this case is decided: one that holds an opinion goes on as it began, whatever was chosen since. Else nobody's opinion would be safe. */
export const reviewIn = ({ opinions }: Pick<Waiting, 'opinions'>, chosen: ReviewMode): ReviewMode =>
  opinions.length > 0 ? 'blind' : chosen;

/** Whether the opinions, and what the engine thinks, are hidden from this person: a blind review with less than two opinions. */
export const isBlind = (chosen: ReviewMode, view: Waiting): boolean =>
  reviewIn(view, chosen) === 'blind' && (awaits(view) === 'first' || awaits(view) === 'second');
