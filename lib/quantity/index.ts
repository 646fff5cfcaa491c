/**
 * quantity knows how a text writes numbers: numerals, words, hedges, units, counted things, and which numbers count nothing.
 * Its folders stand on each other: words and units are tables, figures are bare numbers, signs tell a count from a name, amounts are figures with
 * their units, counted is the noun phrase; readers find quantities by these, and refiners add what stands around them, with the sentence's help.
 * It refuses to know who says them, of when they speak, and whether they are true.
 */

export { unitKey } from './amounts/rate';
export { countAlike, figureOf, isRange } from './found';
export { HEDGE_WORDS, nominal } from './nominal';
export { readQuantities } from './read';
export * from './types';
export { DURATIONS, unitPlural } from './units/units';
export { BEFORE_LEVEL } from './words/hedgewords';
export { changeOf } from './words/movement';
export { spelledNumber } from './words/numberwords';
export { isPlural, plural, singular } from './words/plural';
export { DETERMINERS, endsPhrase, looksPast } from './words/stopwords';
