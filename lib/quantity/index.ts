/**
 * quantity knows how a text writes numbers: numerals, words, hedges, units, counted things, and which numbers count nothing.
 * It refuses to know who says them, of when they speak, and whether they are true.
 */

export { trendOf } from './movement';
export { spelledNumber } from './numberwords';
export { isPlural, plural, singular } from './plural';
export { unitKey } from './rate';
export { readQuantities } from './read';
export { endsPhrase, looksPast } from './stopwords';
export * from './types';
export { DURATIONS, unitPlural } from './units';
export { HEDGE_WORDS, nominal } from './words';
