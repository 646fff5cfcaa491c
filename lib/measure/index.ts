/**
 * measure knows which claims answer the same question, and says why in reasons a reviewer reads.
 * It refuses to know whether their figures fit: that is conflict's business, and a person's.
 */
export { type Alignment, align, SAME_QUESTION, WORTH_A_LOOK } from './align';
export { groupClaims, placeClaims, questionOf } from './group';
export type { Kept } from './kept';
export { type Key, keysOf } from './keys';
export { thingOf } from './label';
export { type Counted, contrariesOf, countedOf, kindOfPeople, otherSums } from './nouns';
export { ofPairs } from './once';
export { sorted } from './order';
export { partsOf } from './parted';
export { type ClaimOrigin, recorded } from './recorded';
export type { ScopeRelation } from './scope';
export { groupSeenFirst, type Spoken, type Standing, standByThemselves } from './seen-first';
export { type Seen, type Settled, saidBetween, settle, UNJUDGED } from './settle';
export { asCompared, asRise, inUnit } from './shares';
export { type Match, matchFigures, type Statement } from './statement';
export * from './types';
export { convert, dimensionOf, isCurrency, sameUnit, UNIT_TABLE } from './units';
export { type SayingSuggestion, sayingsOf } from './utterance';
