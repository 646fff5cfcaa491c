import { type Token, words } from '../../base';
import { isYearNumber } from '../figures';
import { capital, digits, isOf, near, tokenAt, word } from '../look';
import { DURATIONS, UNITS } from '../units/units';
import { ORDINALS, SCALES, SMALL } from '../words/numberwords';
import { isPlural } from '../words/plural';
import { ALSO_PARTICIPLES, CLOSED, endsPhrase, looksAdjective, looksAdverb, looksPast, looksProgressive } from '../words/stopwords';
import { countedAhead } from './ahead';
import { isProper, MODEL_ENDS, PLACING, SINGULAR } from './proper';

const BEFORE_MODEL = words('a an this its his her their our my your new old latest original upcoming flagship');
/** "its Pixel 4 phones", "a new Rover 75 driver": behind these words a name in capitals and a short number is one model, whatever follows. */
export function isModel(tokens: readonly Token[], i: number): boolean {
  if (!isProper(tokens, i - 1) || isPlural(word(tokens, i - 1)) || digits(tokens, i).length > 3) return false;
  for (let k = i - 2; k >= i - 4; k -= 1) {
    if (isOf(tokens, k, BEFORE_MODEL) && !capital(tokenAt(tokens, k))) return true;
    if (!capital(tokenAt(tokens, k))) return false;
  }
  return false;
}

/** Verbs with two objects: "sold Iraq 36 jets". */
export const GIVES = words(
  `give gives gave given cost costs pay pays paid send sends sent award awards awarded offer offers offered owe owes owed lend lent sell sold
  grant granted hand handed save saved fined earn earned win won lose lost`,
);
/**
 * "60 Boeing 737 jets", "grounded Boeing 737 jets": where no place can be named, a name and a number before a plural are a kind of thing.
 * A small number may count what is done to somebody ("warn Ines 4 times").
 */
export function isKind(tokens: readonly Token[], i: number): boolean {
  if (!isProper(tokens, i - 1) || isPlural(word(tokens, i - 1)) || !countsThings(tokens, i + 1)) return false;
  const before = tokenAt(tokens, i - 2);
  if (before === undefined || before.kind === 'mark' || capital(before)) return false;
  if (before.kind === 'number' || SMALL.has(before.lower)) return true;
  if (digits(tokens, i).length < 3) return false;
  if (before.lower === 'the' || before.lower === 'a') return !isOf(tokens, i - 3, PLACING);
  return !GIVES.has(before.lower) && (before.lower === 'of' || !CLOSED.has(before.lower));
}

const countsThings = (tokens: readonly Token[], i: number): boolean =>
  word(tokens, i) !== '' && word(tokens, i) !== 'times' && !isOf(tokens, i, UNITS) && countedAhead(tokens, i);

/** "Hero 8 Black costs", "GTX 1080 Ti": a name goes on behind its number. */
export const goesOnBehind = (tokens: readonly Token[], i: number): boolean =>
  isProper(tokens, i - 1) && capital(tokens[i + 1]) && isOf(tokens, i + 2, SINGULAR);

/** "GTX 1080": four digits that are no year and count nothing. */
export const isLongModel = (tokens: readonly Token[], i: number, text: string): boolean =>
  text.length === 4 && !isYearNumber(text) && (isOf(tokens, i + 1, MODEL_ENDS) || !countedAhead(tokens, i + 1));

/** Nouns that stand right before the figure they tell. */
const TELLING = words(
  `record total further extra average maximum minimum number figure toll price score rate age temperature index population count rank median
  sum turnout attendance`,
);
const ARTICLES = words('a an the');

/**
 * "a falcon 9 rocket", "the quartz 12 costs": in a text without capitals an article and a noun stand before a number, and a single noun or
 * a verb of one behind it. Behind a preposition "the crash" may be a circumstance ("after the crash 12 comes").
 */
export function isSmallName(tokens: readonly Token[], i: number): boolean {
  let k = i - 1;
  while (k > i - 4 && isPlainNoun(tokens, k)) k -= 1;
  if (k === i - 1 || !isOf(tokens, k, ARTICLES) || !near(tokens, i + 1)) return false;
  const next = word(tokens, i + 1);
  if (SINGULAR.has(next)) return word(tokens, k - 1) === '' || !isOf(tokens, k - 1, CLOSED);
  return next !== '' && !countedAhead(tokens, i + 1) && !endsPhrase(next) && !looksPast(next) && !looksAdjective(next);
}

function isPlainNoun(tokens: readonly Token[], k: number): boolean {
  const { kind, lower } = tokenAt(tokens, k) ?? { kind: 'mark', lower: '' };
  if (kind !== 'word' || lower.length < 3 || capital(tokens[k]) || TELLING.has(lower) || isPlural(lower) || endsPhrase(lower)) return false;
  if (ALSO_PARTICIPLES.has(lower)) return false;
  if (looksAdjective(lower) || looksPast(lower) || looksProgressive(lower) || looksAdverb(lower)) return false;
  return !(UNITS.has(lower) || DURATIONS.has(lower) || SMALL.has(lower) || SCALES.has(lower) || ORDINALS.has(lower));
}
