/**
 * claim knows what a quantity asserts in its sentence: what is counted, of whom, who says it, as of when, part of what.
 * It refuses to know other articles: whether two claims answer the same question is for the room above.
 */
export { actOf, actsApart, askedOf, movesGoods, tellsFate } from './acts';
export { withNoun } from './counted';
export { type FieldChange, type ReadingDifference, readingDifference } from './difference';
export { extractedClaim, extraction } from './extraction';
export { FAMILIES, type Family } from './families';
export { sidesOf } from './marks';
export { isPerson, isState } from './people';
export { isDemonym, isPlaceName, isSpot, placeNamed, placeOf, placeWords } from './places';
export { MOST_NUMBERS, readArticle, readExplained, readStatement } from './read';
export { namesNobody } from './saying';
export { readSelected } from './selected';
export { isShare } from './share';
export { lastsLong } from './standing';
export * from './types';
export { type Unclaimed, whyUnclaimed } from './unclaimed';
export { ENGINE_VERSION } from './version';
