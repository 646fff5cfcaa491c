import { add, divide, type Exact, type Token, WordList, words } from '../../base';
import { behindHyphen, digits, glued, isHyphen, isOf, isSign, mark, near, tokenAt, word } from '../look';
import { MONEY_WORDS } from '../units/currencies';
import { OPENS_UNIT, UNITS } from '../units/units';
import { FRACTION_SIGNS, PARTS, SCALES } from '../words/numberwords';
import { changed, decimalGrain, type Figure, makeFigure, roundGrain } from './figure';
import { MOST_DIGITS, type Numeral, readDigits } from './numeral';
import { readPower } from './power';

/** A number in digits at token `i`, with its blanks, fraction and power: "47 260", "10 1/2", "2½", "3/4", "1.5e6". */
export function readDigitFigure(tokens: readonly Token[], i: number): Figure | null {
  const text = digits(tokens, i);
  const sign = text.length === 1 ? FRACTION_SIGNS.get(text) : undefined;
  if (sign) return makeFigure(i + 1, divide(String(sign[0]), String(sign[1])));
  const part = slashFraction(tokens, i);
  if (part) return part;
  const [run, to] = grouped(tokens, i, text);
  const first = readDigits(run);
  if (!first) return null;
  const read = first.doubt !== null && countsPeople(tokens, to) ? asThousands(first) : first;
  const power = readPower(tokens, to, read.value);
  if (power) return makeFigure(power.to, power.value, roundGrain(power.value), false, true);
  const parts = run.length <= 3 && read.decimals === 0 ? partsBehind(tokens, to, read.value) : null;
  if (parts) return parts;
  const mixed = read.decimals === 0 && run.length <= 3 ? fractionBehind(tokens, to) : null;
  if (mixed) return makeFigure(mixed.to, add(read.value, mixed.value), mixed.grain);
  const round = read.decimals === 0 && read.value.length > 3 && read.value.endsWith('000');
  const grain = round ? roundGrain(read.value) : decimalGrain(read.decimals);
  return makeFigure(to, read.value, grain, false, false, read.doubt ?? (to > i + 1 ? [run, text] : null));
}

const PEOPLE = words(
  `people persons men women soldiers troops policemen police officers students workers employees civilians refugees migrants protesters
  demonstrators inhabitants residents passengers prisoners fans spectators voters visitors tourists patients houses homes jobs`,
);
/** "3.500 people", "20.000 Italian soldiers" */
const countsPeople = (tokens: readonly Token[], i: number): boolean =>
  near(tokens, i) && (isOf(tokens, i, PEOPLE) ? word(tokens, i + 1) !== 'per' : isOf(tokens, i + 1, PEOPLE) && word(tokens, i) !== '');
/** People come whole, so that the point parts thousands; it stays a doubt. */
const asThousands = ({ decimals, doubt, value }: Numeral): Numeral =>
  decimals === 3 && doubt !== null ? { value: doubt[1] ?? value, decimals: 0, doubt: [...doubt].reverse() } : { value, decimals, doubt };

/** "$4.62 1/2", as grain is traded: behind whole cents a part of a cent. */
export function readPrice(tokens: readonly Token[], i: number): Figure | null {
  const price = readDigitFigure(tokens, i);
  const part = price && CENTS.test(digits(tokens, i)) && price.to === i + 1 ? fractionBehind(tokens, price.to) : null;
  return part && price ? changed(price, part.to, add(price.value, divide(part.value, '100')), divide(part.grain, '100')) : price;
}
const CENTS = /^\d{1,4}\.\d{2}$/;

/** "5 hundredths", "2 thirds": quarters and halves are more often spans of time and of games. */
function partsBehind(tokens: readonly Token[], i: number, value: Exact): Figure | null {
  const name = word(tokens, i);
  const parts = name.endsWith('ths') || name === 'thirds' ? PARTS.get(name) : undefined;
  if (parts === undefined || !near(tokens, i)) return null;
  return makeFigure(i + 1, divide(value, String(parts)), divide('1', String(parts)));
}

/** ".08": a decimal without its zero, at its point. */
export function readPointFigure(tokens: readonly Token[], i: number): Figure | null {
  const run = digits(tokens, i + 1);
  if (mark(tokens, i) !== '.' || !glued(tokens, i + 1) || run === '' || !/^\d+$/.test(run)) return null;
  const read = readDigits(`0.${run}`);
  return read && makeFigure(i + 2, read.value, decimalGrain(read.decimals));
}

/** 47 260: groups of three behind blanks are one number; with ordinary blanks that is a doubt. So is "80 , 000" in tokenised texts. */
function grouped(tokens: readonly Token[], i: number, text: string): [run: string, to: number] {
  let run = text;
  let to = i + 1;
  const next = tokenAt(tokens, to);
  if (next?.text === '·') return middlePoint(tokens, i, text);
  if (next?.gap !== 'space' || next.kind === 'word') return [run, to];
  if (next.kind === 'mark') return apart(tokens, i, text);
  if (next.text.length < 3 || text.length > 3 || !/^[1-9]\d*$/.test(text)) return [run, to];
  while (run.length <= MOST_DIGITS - 3 && tokens[to]?.gap === 'space' && /^\d{3}$/.test(digits(tokens, to)) && !isModels(tokens, to)) {
    run += digits(tokens, to);
    to += 1;
  }
  // "1 234 567,89"
  const last = tokens[to]?.gap === 'space' ? digits(tokens, to) : '';
  return /^\d{3}[.,]\d{1,2}$/.test(last) ? [run + last.replace(',', '.'), to + 1] : [run, to];
}

/** "89 737s": the plural of a name, no digits of one number. */
const isModels = (tokens: readonly Token[], i: number): boolean => word(tokens, i + 1) === 's' && glued(tokens, i + 1);

/** "2·5": a decimal point in the middle, where no power follows ("2·10^6"). */
function middlePoint(tokens: readonly Token[], i: number, text: string): [run: string, to: number] {
  const next = digits(tokens, i + 2);
  const joins = glued(tokens, i + 1) && glued(tokens, i + 2) && /^\d{1,3}$/.test(next) && /^\d+$/.test(text) && mark(tokens, i + 3) !== '^';
  return joins ? [`${text}.${next}`, i + 3] : [text, i + 1];
}

/** A comma or a point between blanks on both sides, as only tokenised texts have it: "80 , 000 tons", "6 . 2 %". */
function apart(tokens: readonly Token[], i: number, text: string): [run: string, to: number] {
  if (text.length > 3 || !WHOLE.test(text)) return [text, i + 1];
  let [run, to] = [text, i + 1];
  while (mark(tokens, to) === ',' && isApart(tokens, to) && GROUP.test(digits(tokens, to + 1)) && run.length < MOST_DIGITS) {
    const group = digits(tokens, to + 1);
    if (to === i + 1 && !group.startsWith('0') && isListed(tokens, i)) break;
    run += `,${group}`;
    to += 2;
  }
  // A sentence may end between two numbers, so a point joins them only before what a decimal is of.
  const next = digits(tokens, to + 1);
  const summed = isSign(tokens, i - 1, SUM_SIGNS);
  if (mark(tokens, to) !== '.' || !isApart(tokens, to) || !(PART.test(next) || (summed && EIGHTHS.test(next)))) return [run, to];
  const paid = next.length > 1 && summed;
  return paid || (near(tokens, to + 2) && ofDecimals(tokens, to + 2)) ? [`${run}.${next}`, to + 2] : [run, to];
}
/** The mark at token `i` has blanks on both sides. */
const isApart = (tokens: readonly Token[], i: number): boolean => tokens[i]?.gap === 'space' && tokens[i + 1]?.gap === 'space';
const GROUP = /^\d{3}$/;
const PART = /^\d{1,2}$/;
/** Shares were once traded in eighths. */
const EIGHTHS = /^[1-8][27]5$/;
/** "98 , 99 , 100 and 97 marks": one of several figures. */
const isListed = (tokens: readonly Token[], i: number): boolean =>
  (mark(tokens, i - 1) === ',' && tokenAt(tokens, i - 2)?.kind === 'number') ||
  ((word(tokens, i + 3) === 'and' || mark(tokens, i + 3) === ',') && SHORT.test(digits(tokens, i + 4)) && mark(tokens, i + 5) !== ',');
const SHORT = /^\d{1,3}$/;
const WHOLE = /^\d+$/;
const SUM_SIGNS = new WordList('$£€¥');
function ofDecimals(tokens: readonly Token[], i: number): boolean {
  const name = word(tokens, isHyphen(tokens, i) ? i + 1 : i);
  return (
    isSign(tokens, i, DECIMAL_SIGNS) ||
    SCALES.has(name) ||
    UNITS.has(name) ||
    OPENS_UNIT.has(name) ||
    DECIMAL_WORDS.has(name) ||
    MONEY_WORDS.has(name)
  );
}
const DECIMAL_SIGNS = new WordList('%°€');
const DECIMAL_WORDS = words('a an per sqm sqft cbm cents pence square cubic sq cu pound pounds points times');

/** "½" or "1/2" behind a whole number, with a blank, a hyphen or "and" between. */
function fractionBehind(tokens: readonly Token[], i: number): Figure | null {
  const next = tokenAt(tokens, i);
  if (next === undefined || next.gap === 'block' || (next.kind === 'word' && next.lower !== 'and')) return null;
  const and = next.kind === 'word' && word(tokens, i - 2) !== 'between';
  // "2 - 1 / 2 inches": hyphen and slash stand between blanks alike.
  const loose = isHyphen(tokens, i) && next.gap === 'space' && mark(tokens, i + 2) === '/' && tokens[i + 2]?.gap === 'space';
  const at = and || loose ? i + 1 : behindHyphen(tokens, i);
  const sign = FRACTION_SIGNS.get(digits(tokens, at));
  if (sign) return makeFigure(at + 1, divide(String(sign[0]), String(sign[1])));
  const part = at > i || next.gap !== 'none' ? slashFraction(tokens, at) : null;
  return part && Number(part.value) < 1 ? part : null;
}

/** Days that became names. */
export const FAMOUS_DAYS: ReadonlySet<string> = new Set(['9/11', '7/7', '26/11']);
/** Denominators that newspapers use; with others a slash is as often a date or a label. */
const USUAL = words('2 3 4 5 6 8 10 12 16 32 64 100 1000');

/** "2/3rds", "1/10th" */
const FRACTION_ENDINGS = words('rd rds th ths');

/** "3/4", "10/1000": no date, no list of numbers, and less than one unless the denominator is a usual one. */
export function slashFraction(tokens: readonly Token[], i: number): Figure | null {
  const slash = mark(tokens, i + 1);
  if ((slash !== '/' && slash !== '⁄' && slash !== '∕') || mark(tokens, i + 3) === '/' || mark(tokens, i - 1) === '/') return null;
  const above = digits(tokens, i);
  const below = digits(tokens, i + 2);
  if (above === '' || below === '' || above.length > 4 || below.length > 4) return null;
  const number = Number(above);
  const whole = Number(below);
  if (!Number.isInteger(number) || !Number.isInteger(whole) || number === 0 || number === whole || below.startsWith('0')) return null;
  // Tokenised texts set blanks around the slash.
  const tight = glued(tokens, i + 1) && glued(tokens, i + 2);
  const apart = tokens[i + 1]?.gap === 'space' && tokens[i + 2]?.gap === 'space';
  const loose = apart && USUAL.has(below) && (number < whole || word(tokens, i + 3) === 'of' || word(tokens, i + 3) === 'times');
  if (!(tight || loose) || (number > whole && !(USUAL.has(below) && whole < 10 && number < 100)) || FAMOUS_DAYS.has(`${above}/${below}`))
    return null;
  const value = divide(above, below);
  const dated = number <= 12 && whole <= 31 && !USUAL.has(below);
  const ending = glued(tokens, i + 3) && isOf(tokens, i + 3, FRACTION_ENDINGS) ? 1 : 0;
  const doubt = dated && ending === 0 ? [`${above}/${below}`, 'a date'] : null;
  return makeFigure(i + 3 + ending, value, divide('1', below), false, false, doubt);
}
