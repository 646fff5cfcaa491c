/**
 * claim knows what a quantity asserts in its sentence: what is counted, of whom, who says it, as of when, part of what.
 * It refuses to know other articles: whether two claims answer the same question is for the room above.
 */
export { extractedClaim, extraction } from './extraction';
export { readArticle } from './read';
export * from './types';
export { ENGINE_VERSION } from './version';
