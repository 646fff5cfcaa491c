import { add, compare, type Exact, isListed, multiply, type Token, WordList, words } from '../../base';
import { behindHyphen, capital, digits, glued, isHyphen, isOf, near, tokenAt, word } from '../look';
import { nearHeat } from '../units/degrees';
import { PLURAL_SCALES, SCALES, SHORT_SCALES } from '../words/numberwords';
import { isPlural } from '../words/plural';
import { readDigitFigure } from './digits';
import { changed, type Figure, makeFigure } from './figure';
import { withPartBehind } from './fraction';
import { isMillion } from './million';
import { readSpelled } from './spelled';

/** A number with the scale words behind it: "2.5 million", "30bn", "$5m", "3 dozens", "three and a half thousand", "3 hundred and 21". */
export function scaledFigure(tokens: readonly Token[], base: Figure, money: boolean): Figure {
  const [figure, last] = withScales(tokens, base, money);
  return figure === base ? base : withTail(tokens, figure, last);
}

/** Scale words and letters, "g" and "l" among them for "5G" and "$5L". */
const SCALING = new WordList([...SCALES.keys(), ...PLURAL_SCALES.keys(), ...SHORT_SCALES.keys(), 'g', 'l']);
function withScales(tokens: readonly Token[], base: Figure, money: boolean): [figure: Figure, last: Exact] {
  let figure = base;
  let last: Exact = '1';
  for (let step = 0; step < 3; step += 1) {
    // "$ 3 - million": hyphens with blanks on both sides are those of a text cut into words.
    const apart = isHyphen(tokens, figure.to) && tokens[figure.to]?.gap === 'space' && isOf(tokens, figure.to + 1, SCALES);
    const at = apart ? figure.to + 1 : behindHyphen(tokens, figure.to);
    const token = tokens[at];
    if (token?.kind !== 'word' || token.gap === 'block' || !isListed(token.spelling, SCALING)) break;
    const scale = SCALES.get(token.lower) ?? PLURAL_SCALES.get(token.lower) ?? shortScale(tokens, at, money);
    if (scale === undefined) break;
    last = scale;
    figure = makeFigure(at + 1, multiply(figure.value, scale), multiply(figure.grain, scale), figure.spelled, true, figure.doubt);
  }
  return [figure, last];
}

/** "one million and a half", "3 hundred and 21", "2 crore 50 lakh": what a scale word may be followed by. */
function withTail(tokens: readonly Token[], figure: Figure, scale: Exact): Figure {
  const parted = withPartBehind(tokens, figure, scale === '100' ? '1' : scale);
  if (parted) return parted;
  const joined = word(tokens, figure.to) === 'and';
  const at = joined ? figure.to + 1 : figure.to;
  const next = tokens[at];
  if (next?.gap !== 'space' || (next.kind === 'word' && figure.spelled) || word(tokens, figure.to - 3) === 'between') return figure;
  const bare = next.kind === 'number' ? readDigitFigure(tokens, at) : readSpelled(tokens, at);
  if (!bare || bare.value === '0' || bare.value.includes('.')) return figure;
  const rest = withScales(tokens, bare, false)[0];
  const fits = rest.scaled ? word(tokens, rest.to - 1) !== 'dozen' : joined && (scale === '100' || scale === '1000');
  return fits && compare(rest.value, scale) < 0 ? changed(figure, rest.to, add(figure.value, rest.value), rest.grain) : figure;
}

/** Letters that stand for a scale: glued to the digits ("30k", "3M"), behind money ("$5 m"), or a capital before a counted thing ("8 B people"). */
function shortScale(tokens: readonly Token[], at: number, money: boolean): Exact | undefined {
  const token = tokens[at] as Token;
  // A thousandth of a newton is no million.
  if (token.text === 'mN') return undefined;
  const scale = token.text === 'G' ? '1000000000' : SHORT_SCALES.get(token.lower);
  if (money && token.text === 'L') return '100000';
  if (scale === undefined || money) return scale;
  if (token.text === 'mn') return scale;
  if (!glued(tokens, at))
    return (LETTERS_APART.has(token.text) && (counted(tokens, at + 1) || alone(tokens, at))) ||
      (token.text === 'b' && isPeople(tokens, at + 1))
      ? scale
      : undefined;
  // "1.5B views", "passed 1.5B", but "Chapter 5B"
  if (token.text === 'B' && digits(tokens, at - 1).includes('.')) return scale;
  if (/^[MTG]$/.test(token.text) || token.lower === 'k' || token.lower === 'mn' || token.lower === 'cr')
    return token.text === 'K' && nearHeat(tokens, at) ? undefined : scale;
  // "m" alone may be metres, so it is left to the units.
  return (token.lower !== 'mm' || token.text === 'MM') && token.lower !== 'mil' && (counted(tokens, at + 1) || isMillion(tokens, at))
    ? scale
    : undefined;
}

const LETTERS_APART: ReadonlySet<string> = new Set(['k', 'K', 'M', 'B', 'G']);
/** Behind them stands what is counted in thousands of millions, and never in bits. */
const isPeople = (tokens: readonly Token[], i: number): boolean => word(tokens, i) === 'people' || word(tokens, i) === 'users';
/** "about 1.5 k.", "some 3 M": nothing follows the letter, no name stands before the figure, and it is no temperature. */
const alone = (tokens: readonly Token[], at: number): boolean =>
  (!near(tokens, at + 1) || ENDS.has(tokens[at + 1]?.text ?? '')) && !capital(tokenAt(tokens, at - 2)) && tokens[at]?.text !== 'K';
const ENDS: ReadonlySet<string> = new Set('.,;)?!"”’');

/** "the 400m hurdles", "155MM shells": what has a length, so that an m is no million. */
const MEASURED = words('hurdles finals heats races trials sprints lens lenses shells rounds guns pipes');

/** "35m users", "35m of its users" */
function counted(tokens: readonly Token[], i: number): boolean {
  const at = word(tokens, i) === 'of' && /^(its|the|their|our|his|her)$/.test(word(tokens, i + 1)) ? i + 2 : i;
  return (
    (tokens[at]?.gap === 'space' || (tokens[at]?.gap === 'line' && !capital(tokens[at]))) &&
    (at > i || (word(tokens, at).length > 3 && isPlural(word(tokens, at)) && !isOf(tokens, at, MEASURED)) || word(tokens, at) === 'people')
  );
}
