/**
 * quantity knows how a text writes numbers: numerals, words, hedges, units, counted things, and which numbers count nothing.
 * It refuses to know who says them, of when they speak, and whether they are true.
 */

export { HEDGE_WORDS, nominal } from './nominal';
export { readQuantities } from './read';
export * from './types';
export { unitKey } from './units/rate';
export { DURATIONS, unitPlural } from './units/units';
export { changeOf } from './words/movement';
export { spelledNumber } from './words/numberwords';
export { isPlural, plural, singular } from './words/plural';
export { endsPhrase, looksPast } from './words/stopwords';
