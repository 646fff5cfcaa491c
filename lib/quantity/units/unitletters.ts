import { type Token, WordList, words } from '../../base';
import { closesPhrase } from '../closes';
import { capital, digits, glued, isDash, isHyphen, isOf, isSign, mark, near, tokenAt, word } from '../look';
import { FRACTION_SIGNS } from '../words/numberwords';
import { endsPhrase, looksPast, VERBS } from '../words/stopwords';
import { nearHeat } from './degrees';
import { isProduct } from './unitproduct';
import { GLUED_UNITS, type Named, type Unit, type UnitFound, unitNamed, unitOfSymbol } from './units';

/** A slash with blanks on neither side, or on both as tokenised texts have it. */
export const isSlash = (tokens: readonly Token[], i: number): boolean => mark(tokens, i) === '/' && tokens[i]?.gap === tokens[i + 1]?.gap;

const QUOTES = new WordList('\'’"”');
/** Quotation marks open at most this many tokens before they close, for the purpose of telling inches from them. */
const QUOTED = 40;

/** 6'2", a 55" screen: quotation marks glued behind digits are feet and inches where no quotation is open. */
export function feetAndInches(tokens: readonly Token[], i: number): UnitFound | null {
  if (!isSign(tokens, i, QUOTES) || !glued(tokens, i) || (glued(tokens, i + 1) && tokens[i + 1]?.kind === 'word')) return null;
  const feet = mark(tokens, i) === "'" || mark(tokens, i) === '’';
  if (tokenAt(tokens, i - 1)?.kind !== 'number') return null;
  const tall = feet
    ? tokens[i + 1]?.kind === 'number' && glued(tokens, i + 1)
    : mark(tokens, i - 2) === "'" && tokenAt(tokens, i - 3)?.kind === 'number';
  // A quotation that ends here has its mark behind these.
  const inside = !feet && mark(tokens, i + 1) !== '' && isSign(tokens, i + 1, QUOTES) && glued(tokens, i + 1);
  for (let k = i - 2; !tall && !inside && k > i - QUOTED && k >= 0; k -= 1) {
    const token = tokens[k] as Token;
    if (token.kind === 'mark' && opensQuote(token, feet) && tokenAt(tokens, k - 1)?.kind !== 'number') return null;
  }
  return { to: i + 1, unit: feet ? 'foot' : 'inch' };
}
/** A curled apostrophe opens a quotation only behind a blank ("rated ’5’"). */
const opensQuote = ({ text, gap }: Token, feet: boolean): boolean =>
  feet ? SINGLE_QUOTES.has(text) || (text === '’' && gap !== 'none') : DOUBLE_QUOTES.has(text);
const SINGLE_QUOTES: ReadonlySet<string> = new Set("'‘");
const DOUBLE_QUOTES: ReadonlySet<string> = new Set('"“');

/** Single letters that are units only before a slash or a sign of multiplication ("A/cm2", "N·m"). */
export const BEFORE_SLASH: ReadonlyMap<string, string> = new Map([
  ['A', 'ampere'],
  ['N', 'newton'],
  ['K', 'kelvin'],
  ['t', 'tonne'],
  ['S', 'siemens'],
  ['C', 'coulomb'],
  ['cd', 'candela'],
  ['rev', 'revolution'],
]);
/** Single letters that are units behind a figure where nothing else follows ("12 t", "9.58 s"). */
const ENDING: ReadonlyMap<string, string> = new Map([
  ['t', 'tonne'],
  ['h', 'hour'],
  ['d', 'day'],
  ['y', 'year'],
  ['s', 'second'],
  ['A', 'ampere'],
  ['N', 'newton'],
  ['K', 'kelvin'],
]);
const CENTURIES = words('the his her their mid early late');
const CURRENT = words('v volt volts w watt watts current fuse fuses circuit breaker breakers socket plug charger');
const EXACT_HEAT = /\.\d\d/;
/** What else such a letter may be: seconds the plural of a figure, an ampere a mark or an article, a newton the north, a kelvin a thousand. */
function isSure(tokens: readonly Token[], at: number, text: string): boolean {
  const run = digits(tokens, at - 1);
  if (text === 's')
    return (
      run.includes('.') ||
      (run.length < 3 &&
        !(run.endsWith('0') && near(tokens, at + 1) && word(tokens, at + 1) !== '') &&
        !isOf(tokens, at - 2, CENTURIES) &&
        tokenAt(tokens, at - 2)?.kind !== 'number')
    );
  if (text === 'K') return EXACT_HEAT.test(run);
  if (text !== 'A' && text !== 'N') return true;
  if (run.includes('.')) return true;
  for (let k = at - 2; text === 'A' && k > at - 8 && k >= 0; k -= 1) if (isOf(tokens, k, CURRENT)) return true;
  return false;
}

const plainUnit = (name: string): Unit => ({ shown: name, name, key: name });

/** "5g", "180m", "2 in.", "1.3 A/cm2": letters that are units in some places only. */
export function letterUnit(tokens: readonly Token[], at: number, i: number): Named | null {
  const { text, lower, gap } = tokens[at] as Token;
  const before =
    (isSlash(tokens, at + 1) && tokens[at + 2]?.kind !== 'number') || isProduct(tokens, at + 1) ? BEFORE_SLASH.get(text) : undefined;
  if (before) return { to: at + 1, unit: plainUnit(before) };
  const ending = at === i && gap === 'space' ? ENDING.get(text) : undefined;
  const ends = endsAmount(tokens, at + 1) || opensNew(tokens, at + 1) || tokens[at + 1]?.kind === 'number';
  if (ending && (ends || inverseAt(tokens, at + 1)) && isSure(tokens, at, text)) return { to: at + 1, unit: plainUnit(ending) };
  if (text === 'c' && at === i && (gap === 'none' || isPriced(tokens, at + 1)) && !nearHeat(tokens, at))
    return { to: at + 1, unit: plainUnit('cent') };
  const shown = gap === 'none' && at === i ? GLUED_UNITS.get(lower) : lower === 'in' && isInch(tokens, at) ? 'inch' : undefined;
  return shown ? { to: at + 1, unit: plainUnit(shown) } : null;
}

/** A word in small letters that no noun phrase goes on with: "13 A at", "5 s and". */
const opensNew = (tokens: readonly Token[], i: number): boolean =>
  near(tokens, i) && endsPhrase(word(tokens, i)) && !capital(tokens[i]) && word(tokens, i) !== '';
/** "10 c", "50 c per share": a sum ends or has its basis behind it. */
const isPriced = (tokens: readonly Token[], i: number): boolean => word(tokens, i) === 'per' || endsAmount(tokens, i);
/** The text, the sentence, the clause or the quotation ends at token `i`. */
export const endsAmount = (tokens: readonly Token[], i: number): boolean =>
  !near(tokens, i) || (glued(tokens, i) && isSign(tokens, i, AMOUNT_ENDS) && (!glued(tokens, i + 1) || isSign(tokens, i + 1, AMOUNT_ENDS)));
const AMOUNT_ENDS = words(', ; ) . ? ! " ” ’');

const SIZED = words('x of tall long wide high deep thick diameter diagonal');

/** "2 in." at the end of a sentence or before a word of size, "a 3-in pipe"; everywhere else "in" is a preposition ("14 in-house", "1-in-100"). */
function isInch(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (next === undefined || next.gap === 'block') return true;
  if (isHyphen(tokens, i + 1) && glued(tokens, i + 1)) return isOf(tokens, i + 2, SIZED);
  if (next.kind === 'word' && isHyphen(tokens, i - 1) && glued(tokens, i)) return true;
  return next.kind === 'mark' ? next.text !== '"' && next.text !== '“' && next.text !== '$' : SIZED.has(next.lower);
}

/** Units that are something else in some places: "12 cups of tea" but "won 3 cups", "16 bits" but "two bits of advice", "a second". */
export function isOther(tokens: readonly Token[], at: number, to: number, i: number): boolean {
  const written = word(tokens, at);
  const of = word(tokens, to) === 'of';
  // "7.5 bars", "0.2 moles": what is counted comes whole.
  if (PARTED.has(written) && digits(tokens, i - 1).includes('.')) return false;
  // "730 pm" is an hour, "2.1 pm" a length.
  if (written === 'am' || written === 'pm') return !SHORT_LENGTH.test(digits(tokens, i - 1));
  if (written === 'second') return to === at + 1 && at === i;
  if (written === 'cup' || written === 'cups' || written === 'mole' || written === 'moles')
    return (
      !of &&
      mark(tokens, i - 2) !== '/' &&
      !(word(tokens, i - 1) === 'a' && word(tokens, i - 2) === 'of') &&
      !FRACTION_SIGNS.has(digits(tokens, i - 1))
    );
  if (written === 'bit' || written === 'bits') return of;
  if (written === 'bar' || written === 'bars')
    return of ? word(tokens, to + 1) !== 'pressure' : written === 'bars' || word(tokens, i - 1) === 'one';
  if (written === 'stones') return true;
  // "1 MP said": of several the word has its plural.
  if (written === 'mp') return digits(tokens, i - 1) === '1';
  // "230 mps voted" in a text without capitals
  if (written === 'mps') return isOf(tokens, to, VERBS) || looksPast(word(tokens, to));
  // "3 Mt Aran climbers", "the 12 Ma brothers"
  if (written === 'mt' || written === 'ma') return capital(tokens[to]) && tokens[to]?.text !== tokens[to]?.text.toUpperCase();
  // "3 AU students"
  if (written === 'au') return tokens[at]?.text !== 'AU' || !closesPhrase(tokens, to);
  // "12 Ga. troopers"
  if (written === 'ga') return mark(tokens, to) === '.' && near(tokens, to + 1);
  // "31846 K-117": a letter with a hyphen behind it belongs to a label.
  return written.length === 1 && tokens[at]?.gap === 'space' && isHyphen(tokens, to) && glued(tokens, to);
}

const PARTED = words('cup cups mole moles bar bars stones');
const SHORT_LENGTH = /\.(?:\d|\d{3,})$/;

const RAISED: ReadonlyMap<string, number> = new Map([
  ['1', 1],
  ['2', 2],
  ['3', 3],
  ['¹', 1],
  ['²', 2],
  ['³', 3],
]);

const INVERSE_LETTERS: ReadonlyMap<string, string> = new Map([
  ['s', 'second'],
  ['h', 'hour'],
  ['d', 'day'],
  ['K', 'kelvin'],
]);

/** "s-1", "m−2", "K⁻¹", "m^-3" as science writes a rate: the unit behind "per". */
export function inverseAt(tokens: readonly Token[], i: number): { to: number; per: string } | null {
  const at = mark(tokens, i) === '·' || mark(tokens, i) === '⋅' ? i + 1 : i;
  const token = tokens[at];
  if (
    token?.kind !== 'word' ||
    (at === i && token.gap !== 'space') ||
    token.text.length > 3 ||
    !glued(tokens, at + 1) ||
    !glued(tokens, at + 2)
  )
    return null;
  // "s^-1"
  const sign = mark(tokens, at + 1) === '^' ? at + 2 : at + 1;
  if (!glued(tokens, sign + 1) || (glued(tokens, sign + 2) && tokens[sign + 2]?.kind === 'word')) return null;
  const minus = isDash(tokens, sign) || mark(tokens, sign) === '⁻';
  const power = minus ? RAISED.get((tokens[sign + 1] as Token).text) : undefined;
  const unit = unitOfSymbol(token.text) ?? unitNamed(INVERSE_LETTERS.get(token.text) ?? '');
  if (!power || !unit) return null;
  return {
    to: sign + 2,
    per: power === 1 ? unit.name : power === 3 ? `cubic ${unit.name}` : unit.key === 'second' ? 'second squared' : `square ${unit.name}`,
  };
}
