import type { Instant } from '@/lib/base';
import { nextState } from './moves';
import { contradictsRuling, type Settled } from './reopening';
import type { CaseEvent, CaseView, Found } from './types';

/** What only the engine does to a case. */
export type MachineEvent = Extract<CaseEvent, { type: 'opened' | 'changed' | 'dismissed' } | { type: 'reopened'; by: null }>;

/** A case against the conflict of today. Claims by id, in lists of those that agree. */
export interface Observed {
  /** The ruling that stands, waiting or published. */
  ruling: Settled | null;
  /** What the case holds: the claims of each position, then those beside them. */
  held: string[][];
  /** What is found today; null where the claims no longer conflict. */
  today: Found | null;
  /** Whether what is published rests on a claim whose source took it back: then people say what becomes of it, whatever is found. */
  onRetracted: boolean;
  /** Whether anything the engine says differs from what the case holds. */
  differs: boolean;
}

const CONTRADICTED = 'A new claim contradicts what was settled.';
const BACK = 'The claims conflict again.';
const VANISHED = 'The claims no longer conflict: one was rejected, read anew or taken back by its source.';

/**
 * What the engine does to a case, if anything: opens a new one, changes a live one, reopens a settled one that a new claim
 * contradicts, dismisses one whose conflict vanished (never a published one, nor one that was published on what a source took back since) and takes that back when the conflict returns.
 */
export function reactTo(view: CaseView, { ruling, held, today, onRetracted, differs }: Observed, at: Instant): MachineEvent | null {
  if (today === null) {
    const vanished: MachineEvent = { type: 'dismissed', at, by: null, byRole: null, reason: VANISHED };
    return nextState(view, 'dismissed') === null || onRetracted ? null : vanished;
  }
  if (view.revision === 0) return { type: 'opened', at, by: null, found: today };
  if (view.dismissedBy === 'machine') return { type: 'reopened', at, by: null, reason: BACK, found: today };
  if (nextState(view, 'reopened') !== null) {
    // What a ruling was about stands in the ruling; what a dismissal or a withdrawal left is what the case held then.
    const settled = view.state === 'dismissed' || view.state === 'withdrawn' ? { positions: held, accepted: null } : ruling;
    if (settled === null) throw new Error('a settled case has a ruling');
    const claims = today.positions.map((position) => position.claims);
    if (contradictsRuling(settled, claims)) return { type: 'reopened', at, by: null, reason: CONTRADICTED, found: today };
  }
  if (!differs) return null;
  const changed: MachineEvent = { type: 'changed', at, by: null, found: today };
  return saysOtherwise(view.found, today) ? { ...changed, saysOtherwise: true } : changed;
}

/** Whether the words that any position is shown with are others than those it was judged by. */
const saysOtherwise = (before: Found | null, { positions }: Found): boolean =>
  JSON.stringify(before?.positions.map(({ label }) => label)) !== JSON.stringify(positions.map(({ label }) => label));
