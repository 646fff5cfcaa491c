/**
 * measure knows which claims answer the same question, and says why in reasons a reviewer reads.
 * It refuses to know whether their figures fit: that is conflict's business, and a person's.
 */
export { type Alignment, align, SAME_QUESTION, WORTH_A_LOOK } from './align';
export { type Corpus, corpusOf } from './corpus';
export { groupClaims } from './group';
export { type Counted, countedOf, kindOfPeople } from './nouns';
export { inOrder, sorted } from './order';
export { type ClaimOrigin, recorded } from './recorded';
export { type ScopeRelation, scopeRelation } from './scope';
export * from './types';
export { convert, dimensionOf, isCurrency, sameUnit, UNIT_TABLE } from './units';
export { type Vector, vectorsOf } from './words';
