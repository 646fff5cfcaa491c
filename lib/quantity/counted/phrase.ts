import { type Token, WordList, words } from '../../base';
import { capital, glued, inHyphen, isOf, tokenAt, word } from '../look';
import { pluralAhead } from '../signs/ahead';
import { isPlural } from '../words/plural';
import {
  ALSO_ADJECTIVES,
  ALSO_NOUNS,
  ALSO_PARTICIPLES,
  endsPhrase,
  FILLERS,
  isCommonAdjective,
  looksAdjective,
  looksAdverb,
  looksPast,
  looksProgressive,
  PARTICIPLES,
  PLURAL_MODIFIERS,
  STATES,
  WHEN,
} from '../words/stopwords';
import { withComplement, withCoordination, withRate } from './complement';
import { ampersand, describing, genitive, goesOn, inName, joins, listsAdjectives, mayStand, ownsNext, type Phrase } from './modifiers';

const LONGEST = 10;
const OWNERS = words('the these those its his her their our my your');
/** Stand between number and noun like a determiner: "eight more picks", "three dozen mostly young people". */
const BEFORE_NOUN = words('more fewer such mostly mainly largely predominantly');
const MORE = new WordList(['more', 'fewer']);
/** "three of the more than 80": the second figure has its own hedge, and its own noun. */
const BEFORE_FIGURE = words('more less fewer over nearly almost about around roughly some at estimated');

/**
 * The noun phrase that begins at token `i`, by the language's own shape: adjectives and nouns up to the last plural noun; for a singular
 * figure up to the first word that can be in no noun phrase. Null where no noun stands.
 */
export function phraseAt(tokens: readonly Token[], i: number, plural: boolean): Phrase | null {
  let from = i;
  if (word(tokens, from) === 'of') from += 1;
  if (from > i && isOf(tokens, from, OWNERS)) {
    from += 1;
    if (isOf(tokens, from, BEFORE_FIGURE)) return null;
  }
  while (isOf(tokens, from, BEFORE_NOUN) && tokens[from]?.gap !== 'block') from += 1;
  const left = from > i && isOf(tokens, from - 1, MORE);
  const first = tokens[from];
  // "89 737s": the plural of a number that is a name.
  if (first?.kind === 'number' && plural && word(tokens, from + 1) === 's' && glued(tokens, from + 1))
    return { from, to: from + 2, head: from };
  if (first === undefined || first.gap === 'block' || (first.kind !== 'word' && !describing(tokens, from))) return null;
  const state = looksAdverb(first.lower) && isOf(tokens, from + 1, STATES) ? from + 1 : from;
  if (isOf(tokens, state, STATES) && !pluralAhead(tokens, state + 1)) return { from, to: state + 1, head: state };
  // "one of the best hotels" names hotels.
  const many = plural || word(tokens, i) === 'of' || (word(tokens, i - 1) === 'no' && deniesMany(tokens, from));
  const core = many ? pluralPhrase(tokens, from) : singularPhrase(tokens, from);
  // "300 more arrive": the rest of what was counted before, and its verb.
  if (left && many && core && !isPlural(word(tokens, core.head))) return null;
  return core && withRate(tokens, withComplement(tokens, withCoordination(tokens, core)));
}

/** "no new cases" as against "no witness says so": behind "no" a plural ends the phrase unless it governs what follows, as verbs do. */
function deniesMany(tokens: readonly Token[], from: number): boolean {
  const phrase = pluralPhrase(tokens, from);
  if (phrase === null || !isPlural(word(tokens, phrase.head))) return false;
  const next = word(tokens, phrase.head + 1);
  return phrase.head === from || looksAdjective(word(tokens, phrase.head - 1)) || !(OWNERS.has(next) || GOVERNED.has(next));
}
const GOVERNED = words('a an any it him us them so');

function pluralPhrase(tokens: readonly Token[], from: number): Phrase | null {
  let last = -1;
  for (let k = from; k < from + LONGEST; k += 1) {
    const token = tokens[k];
    if (token === undefined || token.gap === 'block') break;
    if (token.kind === 'mark') {
      if (inHyphen(tokens, k) || listsAdjectives(tokens, k, from) || ampersand(tokens, k) || inName(tokens, k) || genitive(tokens, k, from))
        continue;
      break;
    }
    if (token.kind === 'number') {
      const named =
        k > from && (glued(tokens, k) || capital(tokenAt(tokens, k - 1)) || (capital(tokens[k + 1]) && pluralAhead(tokens, k + 1)));
      if (named || describing(tokens, k)) continue;
      break;
    }
    if (isPlural(token.lower) && !FILLERS.has(token.lower)) {
      if (k === from && ownsNext(tokens, k)) continue;
      last = k;
      if (!goesOn(tokens, k, from)) return { from, to: k + 1, head: k };
    } else if (isPlural(token.lower) || joins(tokens, k, from)) continue;
    else if (!mayStand(tokens, k, from)) break;
    else if (!looksAdverb(token.lower)) last = k;
  }
  return last < 0 ? null : isPlural(word(tokens, last)) ? { from, to: last + 1, head: last } : massPhrase(tokens, from, last);
}

/** Without a plural ("26 Somali crew", "a 200 person crowd"): adjectives and names up to the first plain noun. */
function massPhrase(tokens: readonly Token[], from: number, last: number): Phrase | null {
  // "7,000 developed the disease": what it governs makes a verb of it.
  if (last === from && word(tokens, from).endsWith('ed') && (isOf(tokens, from + 1, OWNERS) || word(tokens, from + 1) === 'a')) return null;
  // "six straight": an adjective alone counts nothing; what it does count was named before.
  if (last === from && isCommonAdjective(word(tokens, from)) && !isOf(tokens, from, PARTICIPLES)) return null;
  for (let k = from; k < last; k += 1) {
    if (tokens[k]?.kind !== 'word' || glued(tokens, k + 1) || capital(tokens[k])) continue;
    if (!looksAdjective(word(tokens, k)) && !looksPast(word(tokens, k)) && !looksProgressive(word(tokens, k)))
      return { from, to: k + 1, head: k };
  }
  return { from, to: last + 1, head: last };
}

function singularPhrase(tokens: readonly Token[], from: number): Phrase | null {
  let last = -1;
  for (let k = from; k < from + 6; k += 1) {
    const token = tokens[k];
    if (token === undefined || token.gap === 'block') break;
    if (token.kind === 'mark' && inHyphen(tokens, k)) continue;
    if (token.kind !== 'word' || (!(glued(tokens, k) && k > from) && endsSingular(tokens, k, from))) break;
    if (!looksAdverb(token.lower)) last = k;
    if (isPlural(token.lower) && !FILLERS.has(token.lower) && !PLURAL_MODIFIERS.has(token.lower)) break;
  }
  return last < 0 || (last === from && isOf(tokens, last, FILLERS)) ? null : { from, to: last + 1, head: last };
}

/** The word is behind the noun: a closed class, a verb in the third person ("one lawyer says"), a past, a day of the week. */
function endsSingular(tokens: readonly Token[], k: number, from: number): boolean {
  const { lower } = tokens[k] as Token;
  if (FILLERS.has(lower)) return false;
  const next = word(tokens, k + 1);
  const noun = next !== '' && !endsPhrase(next) && tokens[k + 1]?.gap !== 'block';
  if (endsPhrase(lower)) {
    if (k === from && (ALSO_ADJECTIVES.has(lower) || ALSO_PARTICIPLES.has(lower))) return !noun;
    return !ALSO_NOUNS.has(lower) || OWNERS.has(next) || next === 'a';
  }
  // "one asks": straight behind the word "one", a verb makes a pronoun of it.
  if (k === from) return (looksAdverb(lower) && !noun) || (word(tokens, k - 1) === 'one' && lower.endsWith('s') && thirdPerson(tokens, k));
  if (WHEN.has(lower) || looksAdverb(lower)) return true;
  if (lower.endsWith('ed') && lower.length > 4) return !looksAdverb(word(tokens, k - 1)) || !noun;
  return looksProgressive(lower) || thirdPerson(tokens, k);
}

/** "one lawyer says": behind a singular noun a word in -s is a verb; behind an adjective or an owner it is the noun. */
function thirdPerson(tokens: readonly Token[], k: number): boolean {
  const lower = word(tokens, k);
  const before = word(tokens, k - 1);
  const noun = isCommonAdjective(before) || before.endsWith("'s") || capital(tokens[k]) || PLURAL_MODIFIERS.has(lower);
  return isPlural(lower) && lower.endsWith('s') && !noun;
}
