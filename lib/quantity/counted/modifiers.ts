import { type Token, WordList, words } from '../../base';
import { capital, glued, inHyphen, isOf, isSign, mark, sentenceStart, tokenAt, word } from '../look';
import { compounds, pluralAhead } from '../signs/ahead';
import { unitAt } from '../units/unitphrase';
import { SMALL } from '../words/numberwords';
import { isPlural } from '../words/plural';
import {
  ALSO_ADJECTIVES,
  ALSO_NOUNS,
  ALSO_PARTICIPLES,
  endsPhrase,
  FILLERS,
  looksAdjective,
  looksAdverb,
  looksPast,
  looksProgressive,
  PLURAL_MODIFIERS,
  STATES,
  WHEN,
} from '../words/stopwords';

/** A counted thing: tokens `from`..`to`, its head word at `head`. */
export interface Phrase {
  from: number;
  to: number;
  head: number;
}

/** "F/A-18 jets": the sign inside a name. */
export const inName = (tokens: readonly Token[], k: number): boolean =>
  mark(tokens, k) === '/' && glued(tokens, k) && glued(tokens, k + 1) && capital(tokens[k - 1]) && capital(tokens[k + 1]);

/** "two 40-foot containers", "two 10 mg tablets": a number with a hyphen or a unit describes what is counted. */
export function describing(tokens: readonly Token[], k: number): boolean {
  if (tokens[k]?.kind !== 'number') return false;
  if (inHyphen(tokens, k + 1)) return pluralAhead(tokens, k + 2);
  const unit = tokens[k + 1]?.kind === 'word' ? unitAt(tokens, k + 1) : null;
  return unit !== null && !isPlural(word(tokens, unit.to - 1)) && pluralAhead(tokens, unit.to);
}

/** "sports clubs", "people-smuggling boats": a plural that only describes the one behind it. */
export function goesOn(tokens: readonly Token[], k: number, from: number): boolean {
  const next = tokens[k + 1];
  if (inHyphen(tokens, k + 1)) return true;
  const near = next?.kind === 'word' && next.gap !== 'none' && next.gap !== 'block';
  if (!near || isOf(tokens, k, ALONE) || next.lower === 'ages' || !isPlural(next.lower) || endsPhrase(next.lower)) return false;
  return isModifier(tokens, k) || !opensClause(tokens, from);
}

/** A plural that often describes another: "sports", "Rovers", "police", "women's". */
const isModifier = (tokens: readonly Token[], k: number): boolean => {
  const lower = word(tokens, k);
  return PLURAL_MODIFIERS.has(lower) || capital(tokens[k]) || !lower.endsWith('s') || lower.endsWith('ics');
};

const OPENINGS = words('in at after across before among for on with during within over under despite behind');
const LINKS = words('and but while');
const FAR = 6;
/** "In 12 states schools shut": behind a place or time that opens the clause without a comma its subject begins. */
function opensClause(tokens: readonly Token[], from: number): boolean {
  for (let k = from - 1; k >= from - FAR && k >= 0; k -= 1)
    if (isOf(tokens, k, OPENINGS)) return sentenceStart(tokens, k) || isOf(tokens, k - 1, LINKS);
  return false;
}

/** Plurals that describe no other: "five times earnings". */
const ALONE = new WordList(['people', 'others', 'times', 'ones']);

/**
 * "two of the groups founding members", "one of the teams star players": behind "of the" a plural before the adjectives of another one is
 * an owner that lost its apostrophe; behind "one", whose verb would end in -s, so it is before any other word.
 */
export function ownsNext(tokens: readonly Token[], k: number): boolean {
  const next = tokens[k + 1];
  if (word(tokens, k - 2) !== 'of' || next?.kind !== 'word' || next.gap === 'block' || isPlural(next.lower)) return false;
  if (endsPhrase(next.lower) || looksPast(next.lower) || looksAdverb(next.lower) || !pluralAhead(tokens, k + 2)) return false;
  const adjective = looksAdjective(next.lower) || looksProgressive(next.lower);
  return (adjective && !STATES.has(next.lower)) || word(tokens, k - 3) === 'one';
}

/** "countries and regions" is one phrase while its plural is still ahead: "full- and part-time workers". */
export const joins = (tokens: readonly Token[], k: number, from: number): boolean =>
  (word(tokens, k) === 'and' || word(tokens, k) === 'or') &&
  k > from &&
  tokens[k + 1]?.kind === 'word' &&
  !endsPhrase(word(tokens, k + 1)) &&
  !isOf(tokens, k + 1, SMALL) &&
  !(isPlural(word(tokens, k + 1)) && isOf(tokens, k + 2, ARTICLES)) &&
  pluralAhead(tokens, k + 1);
/** Behind "and" a word in -s before one of these is a verb: "adds 59 emoji and fixes a bug". */
export const ARTICLES = words('the a an its their his her this these');

/** "12 small, rusty trawlers", "21 Omani, Thai and Greek sailors": a comma between two adjectives, the noun still ahead. */
export function listsAdjectives(tokens: readonly Token[], k: number, from: number): boolean {
  if (mark(tokens, k) !== ',' || k === from) return false;
  const adjective = looksAdjective(word(tokens, k - 1)) || glued(tokens, k - 1);
  let at = k;
  while (at < k + 8 && mark(tokens, at) === ',' && capital(tokenAt(tokens, at - 1)) && capital(tokens[at + 1])) at += 2;
  return (adjective && pluralAhead(tokens, k + 1)) || (at > k && word(tokens, at) === 'and' && pluralAhead(tokens, at + 1));
}

/** "Romania 's new patients": texts that were cut into words write the ending apart. */
export const genitive = (tokens: readonly Token[], k: number, from: number): boolean =>
  k > from && isSign(tokens, k, APOSTROPHES) && word(tokens, k + 1) === 's' && tokens[k + 2]?.kind === 'word';
const APOSTROPHES = new WordList(["'", '’']);

/** "60 Field & Stream shops": the sign joins two words of a name. */
export const ampersand = (tokens: readonly Token[], k: number): boolean =>
  mark(tokens, k) === '&' &&
  capital(tokens[k - 1]) &&
  capital(tokens[k + 1]) &&
  pluralAhead(tokens, tokens[k + 2]?.kind === 'number' ? k + 3 : k + 1);

/** In small letters they are pronouns. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(['US', 'IT']);

/** Whether a word that is no plural can stand in the phrase before its plural noun. */
export function mayStand(tokens: readonly Token[], k: number, from: number): boolean {
  const { lower } = tokens[k] as Token;
  // Inside "A320neo" no letter is a word of its own.
  if (FILLERS.has(lower) || (glued(tokens, k) && k > from) || (glued(tokens, k + 1) && tokens[k + 1]?.kind === 'number')) return true;
  if (compounds(tokens, k) && pluralAhead(tokens, k + 2)) return true;
  if (WHEN.has(lower)) return false;
  // "12 US states", "40 IT firms"
  if (endsPhrase(lower) && ABBREVIATIONS.has((tokens[k] as Token).text)) return pluralAhead(tokens, k + 1);
  if (endsPhrase(lower)) {
    if (ALSO_ADJECTIVES.has(lower)) return pluralAhead(tokens, k + 1);
    if (ALSO_PARTICIPLES.has(lower)) return pluralAhead(tokens, k + 1) && (k > from || lower !== 'lost');
    return ALSO_NOUNS.has(lower) && isPlural(word(tokens, k + 1));
  }
  // "Boeing", "Manning": the ending of a name tells nothing.
  return capital(tokens[k]) || !(looksPast(lower) || looksProgressive(lower) || looksAdverb(lower)) || pluralAhead(tokens, k + 1);
}
