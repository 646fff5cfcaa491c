import { isListed, type Token, WordList, WordTable, words } from '../../base';
import { digits, glued, isHyphen, isOf, mark, near, valueAt, word } from '../look';
import { DEGREES, degreesAt } from './degrees';
import { BEFORE_SLASH, feetAndInches, inverseAt, isOther, isSlash, letterUnit } from './unitletters';
import { withFactors } from './unitproduct';
import {
  CAPITALS_ALONE,
  EXPONENTS,
  GLUED_UNITS,
  type Named,
  OPENS_UNIT,
  UNITS,
  type Unit,
  type UnitFound,
  unitNamed,
  unitOfSymbol,
} from './units';

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['%', '%'],
  ['％', '%'],
  ['٪', '%'],
  ['﹪', '%'],
  ['‰', '‰'],
  ['℃', '°C'],
  ['℉', '°F'],
  ['″', 'inch'],
  ['′', 'foot'],
]);

/** The same signs on the sky. */
const POWERS: WordTable<string> = new WordTable([
  ['square', 'square'],
  ['sq', 'square'],
  ['cubic', 'cubic'],
  ['cu', 'cubic'],
]);
const TOGETHER: WordTable<string> = new WordTable([
  ['sqm', 'square metre'],
  ['sqft', 'square foot'],
  ['sqkm', 'square kilometre'],
  ['cbm', 'cubic metre'],
]);

const BARRELS = words('b kb mb');
const SHARES = words('wt vol mol at');

/** Every word of more than one letter with which a unit may begin: most words behind a figure are none of them. */
const OPENINGS = new WordList([
  ...UNITS.keys(),
  ...OPENS_UNIT,
  ...TOGETHER.keys(),
  ...POWERS.keys(),
  ...DEGREES,
  ...GLUED_UNITS.keys(),
  ...BARRELS,
  ...SHARES,
  ...BEFORE_SLASH.keys(),
  ...CAPITALS_ALONE,
]);

/** The unit at token `i`, up to four words: "percentage points", "km", "square miles", "kg/cm³", "°C", "litres per 100 km" without its "per". */
export function unitAt(tokens: readonly Token[], i: number): UnitFound | null {
  if (!near(tokens, i)) return null;
  const at = hyphenEnd(tokens, i);
  const token = tokens[at] as Token;
  if (token.kind === 'mark') return signAt(tokens, at);
  if (token.text.length > 1 && !isListed(token.spelling, OPENINGS)) return null;
  const inverse = token.text.length < 4 && INVERSES.has(token.text) ? inverseAt(tokens, at) : null;
  if (inverse) return { to: inverse.to, unit: `inverse ${inverse.per}` };
  if (token.kind !== 'word') return null;
  const unit = degreesAt(tokens, at) ?? (isOf(tokens, at, POWERED) ? powerBefore(tokens, at) : null) ?? atomAt(tokens, at, i);
  return unit && withFactors(tokens, unit);
}

/** Units whose inverse is given alone ("4 s-1"). */
const INVERSES: ReadonlySet<string> = new Set(['s', 'm', 'mm', 'cm', 'km', 'kg', 'mol']);

/** Behind a hyphen with blanks on neither side, or on both as tokenised texts have it ("5 - mile run"). */
const hyphenEnd = (tokens: readonly Token[], i: number): number =>
  isHyphen(tokens, i) &&
  tokens[i + 1]?.kind === 'word' &&
  tokens[i]?.gap === tokens[i + 1]?.gap &&
  (glued(tokens, i) || word(tokens, i + 1).length > 2)
    ? i + 1
    : i;

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['<', '>'],
]);

const POINTS = words('point points pt pts');

function signAt(tokens: readonly Token[], i: number): UnitFound | null {
  const text = mark(tokens, i);
  if (text === '°') return degreesAt(tokens, i);
  const unit = SIGNS.get(text);
  // "5%-points", "2 % points"
  const points = isHyphen(tokens, i + 1) ? i + 2 : i + 1;
  if (unit === '%' && isOf(tokens, points, POINTS) && near(tokens, points)) return { to: points + 1, unit: 'percentage point' };
  if (unit) return { to: i + 1, unit };
  const size = feetAndInches(tokens, i);
  if (size) return size;
  // "20 (kg)": a symbol alone in brackets.
  const inner =
    CLOSING.get(text) === mark(tokens, i + 2) && tokens[i + 1]?.gap === tokens[i + 2]?.gap
      ? unitOfSymbol((tokens[i + 1] as Token).text)
      : undefined;
  return inner ? { to: i + 3, unit: inner.shown } : null;
}

const POWERED = new WordList([...TOGETHER.keys(), ...POWERS.keys()]);
/** "square miles", "sq. km", "cubic metres", "sqm". */
function powerBefore(tokens: readonly Token[], i: number): UnitFound | null {
  const joined = valueAt(tokens, i, TOGETHER);
  if (joined) return { to: i + 1, unit: joined };
  const power = valueAt(tokens, i, POWERS);
  if (!power) return null;
  let at = mark(tokens, i + 1) === '.' ? i + 2 : i + 1;
  if (isHyphen(tokens, at) && tokens[at]?.gap === tokens[at + 1]?.gap) at += 1;
  const length = near(tokens, at) ? lengthAt(tokens, at) : null;
  return length && isLength(length) ? { to: at + 1, unit: `${power} ${length.name}` } : null;
}

/** A length of one word; "in" is no preposition behind "sq". */
function lengthAt(tokens: readonly Token[], i: number): Unit | undefined {
  const { text, lower } = tokens[i] as Token;
  return lower === 'in' ? unitNamed('inch') : (unitOfSymbol(text) ?? unitNamed(lower));
}

const isLength = ({ key }: Unit): boolean => /^(?:.?m|foot|inch|mile|yard|.*metre)$/.test(key);
/** Letters that may stand for something else. */
const DOUBTFUL: ReadonlyMap<string, string[]> = new Map([
  ['m', ['m', 'million']],
  ['b', ['bit', 'billion']],
  ['c', ['cent', '°C']],
]);

/** No share has more than a hundred points. */
const PAGES = /^[1-9]\d\d+$/;

/** What a barometer may show. */
const isAirPressure = (figure: string): boolean => Number(figure.replace(',', '')) > 860 && Number(figure.replace(',', '')) < 1090;

/** One unit with the power behind it: "km", "km²", "km^3", "feet squared", "m2", "lb ft", "%". */
function atomAt(tokens: readonly Token[], at: number, i: number): UnitFound | null {
  if (mark(tokens, at + 1) === '/' && word(tokens, at + 2) === 'd' && isOf(tokens, at, BARRELS))
    return { to: at + 3, unit: `${word(tokens, at)}/d` };
  // "12 wt%"
  if (mark(tokens, at + 1) === '%' && glued(tokens, at + 1) && isOf(tokens, at, SHARES)) return { to: at + 2, unit: '%' };
  // "a central pressure of 992 mb"
  if (tokens[at]?.text === 'mb' && isAirPressure(digits(tokens, i - 1))) return { to: at + 1, unit: 'millibar' };
  // "320pp" are pages.
  if (tokens[at]?.text === 'pp' && PAGES.test(digits(tokens, i - 1))) return null;
  const found = wordUnit(tokens, at);
  const unit = found ?? letterUnit(tokens, at, i);
  if (unit === null || isOther(tokens, at, unit.to, i)) return null;
  const power = powerBehind(tokens, unit.to);
  // "m/s²"
  if (power && unit.unit.key === 'second' && power.name === 'square') return { to: power.to, unit: 'second squared' };
  if (power && isLength(unit.unit)) return { to: power.to, unit: `${power.name} ${unit.unit.name}` };
  const { text } = tokens[at] as Token;
  const doubt = text.length === 1 && at === i && unit.unit.shown !== '°C' && !isSlash(tokens, unit.to) ? DOUBTFUL.get(text) : undefined;
  return { to: unit.to, unit: unit.unit.shown, ...(doubt ? { doubt } : {}) };
}

/** A symbol, letter for letter, or a name of up to four words with blanks, hyphens or a point between them. */
function wordUnit(tokens: readonly Token[], i: number): Named | null {
  const { text, lower } = tokens[i] as Token;
  let best: Named | null = null;
  if (isOf(tokens, i, OPENS_UNIT)) {
    let name = lower;
    for (let to = i + 1, words = 1; words < 4 && near(tokens, to); words += 1) {
      // "16 fl. oz."
      // "420 lb.-ft."
      if (mark(tokens, to) === '.' && isJoint(tokens, to + 1)) to += 2;
      else if (isJoint(tokens, to) || isApart(tokens, to) || (name === 'fl' && mark(tokens, to) === '.')) to += 1;
      const next = word(tokens, to);
      if (next === '') break;
      // "60 beats a minute"
      name += next === 'a' || next === 'an' ? ' per' : ` ${next}`;
      to += 1;
      const unit = unitNamed(name);
      if (unit && !(isOf(tokens, to, LATER) && isOf(tokens, to - 2, ARTICLES))) best = { to, unit };
    }
  }
  if (best) return best;
  const unit = (text.length > 1 || APART.has(text) || isSlash(tokens, i + 1) ? unitOfSymbol(text) : undefined) ?? unitNamed(lower);
  return unit ? { to: i + 1, unit } : null;
}

const ARTICLES = words('a an');
const LATER = words('ago earlier later');
const isJoint = (tokens: readonly Token[], i: number): boolean =>
  glued(tokens, i) && glued(tokens, i + 1) && (isHyphen(tokens, i) || mark(tokens, i) === '·' || mark(tokens, i) === '⋅');
/** "kilowatt - hours": a hyphen between blanks, as texts that were cut into words have it. */
const isApart = (tokens: readonly Token[], i: number): boolean =>
  isHyphen(tokens, i) && tokens[i]?.gap === 'space' && tokens[i + 1]?.gap === 'space';
/** Single letters that are units even with a blank before them. */
const APART: ReadonlySet<string> = new Set(['m', 'g', 'l', 'b', 'W', 'V', 'J', 'L', 'Å', 'Ω']);
function powerBehind(tokens: readonly Token[], i: number): { to: number; name: string } | null {
  const at = mark(tokens, i) === '^' && glued(tokens, i) ? i + 1 : i;
  const token = tokens[at];
  if (token === undefined || token.gap === 'block') return null;
  const name =
    (token.kind === 'word' || token.gap === 'none') && isListed(token.spelling, EXPONENTS) ? EXPONENTS.get(token.lower) : undefined;
  return name ? { to: at + 1, name } : null;
}
