/**
 * conflict knows how two claims of one measure stand to each other, why, and which claims cannot all be true.
 * It refuses to know which of them is: a person rules on that.
 */
export { conflictAmong, everyRelation } from './among';
export { FACES } from './chosen';
export { compareClaims, compareInSteps } from './compare';
export { RULES } from './decide';
export { EVERY_PAIR } from './fold';
export { type Expression, HEDGE_TABLE, type HedgeRow, notation, type Shape, VAGUE_TABLE } from './hedges';
export { type Figure, type Fit, fitOf, type Meaning, meaningOf, meet } from './intervals';
export { agrees, type OnRecord, onRecord, type RecordWord } from './on-record';
export { reckonInSteps } from './reckoned';
export { relate } from './relate';
export { FITS_INTO } from './sums';
export { DECISION_TABLE, type DecisionRow } from './table';
export { type ComparedTexts, compareTexts, type Side } from './texts';
export * from './types';
