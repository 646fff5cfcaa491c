/**
 * adjudication knows how a case moves: which step follows which, who may take it, what a ruling must say.
 * It refuses to know how cases are kept, how they are shown and what the engine thinks of them.
 */
export { type Agreement, agreementOf, alphasOf } from './agreement';
export { drawAudit } from './audit-draw';
export { type CaseCommand, decide, type WaitingClaim } from './decide';
export { evolve, MOVES, nextState, replay, UNOPENED } from './moves';
export {
  type Awaits,
  awaits,
  type Extractors,
  type Gist,
  hasOpinion,
  isBlind,
  mayRule,
  ownExtraction,
  reviewIn,
  SETTLED,
} from './opinions';
export { type MachineEvent, type Observed, reactTo } from './react';
export { contradictsRuling, type Settled } from './reopening';
export { type Return, standingReturn } from './returning';
export { checkReason, checkRuling, groundsFaults, LIMITS, type RulingInput } from './ruling';
export * from './types';
