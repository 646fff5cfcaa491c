import { type Exact, type Token, WordList, words } from '../../base';
import { digits, glued, isHyphen, isOf, isSign, mark, near, word } from '../look';
import { ARABIC, CODES, LETTERED, NATIONS, SIGNS, SPACED, SUM_CODES } from '../units/currencies';
import { SCALES } from '../words/numberwords';

/** A unit behind or before a figure: index behind it, its name, and the other ways to read it. */
export interface Tail {
  to: number;
  unit: string;
  doubt?: string[];
  /** A scale that stands behind the money: "40 EUR million", "30 MUSD". */
  scale?: Exact;
}

/** "$", "US$", "HK $", "$A", "USD", "Rs.", "C $", "N5,000", "د.إ" before a figure. */
export function moneyBefore(tokens: readonly Token[], i: number): Tail | null {
  const first = tokens[i];
  if (first?.kind === 'mark') return signBefore(tokens, i);
  if (first?.kind !== 'word') return null;
  return (
    letteredBefore(tokens, i, first) ??
    soles(tokens, i) ??
    codeBefore(tokens, i, first) ??
    sumBefore(tokens, i, first) ??
    arabicBefore(tokens, i)
  );
}

/** "US$5", "HK $3", "E£40" */
function letteredBefore(tokens: readonly Token[], i: number, first: Token): Tail | null {
  const sign = mark(tokens, i + 1);
  if (sign === '') return null;
  const unit = near(tokens, i + 2) && joinsSign(tokens, i) ? LETTERED.get(first.lower + sign) : undefined;
  if (unit) return { to: i + 2, unit };
  // "Y=500": a yen sign of the typewriter.
  return first.lower === 'y' && sign === '=' && glued(tokens, i + 1) && glued(tokens, i + 2) ? { to: i + 2, unit: 'JPY' } : null;
}

/** Letters and sign are glued, or two letters stand apart from it; a single one only where all tokens do ("C $ 3"). */
const joinsSign = (tokens: readonly Token[], i: number): boolean =>
  glued(tokens, i + 1) || isOf(tokens, i, SPACED) || word(tokens, i) === 'au' || (word(tokens, i) === 'c' && !glued(tokens, i + 2));

/** "S/30", "S/. 30": soles. */
function soles(tokens: readonly Token[], i: number): Tail | null {
  if (tokens[i]?.text !== 'S' || mark(tokens, i + 1) !== '/' || !glued(tokens, i + 1)) return null;
  const to = mark(tokens, i + 2) === '.' ? i + 3 : i + 2;
  return tokens[to]?.kind === 'number' && near(tokens, to) ? { to, unit: 'PEN' } : null;
}

const CODED = new WordList([...CODES.keys(), ...SUM_CODES.keys()].map((code) => code.toLowerCase()));
function codeBefore(tokens: readonly Token[], i: number, { text }: Token): Tail | null {
  const unit = isOf(tokens, i, CODED) ? CODES.get(text) : undefined;
  const at = mark(tokens, i + 1) === '.' ? i + 2 : i + 1;
  if (!unit || !near(tokens, at)) return null;
  // "INR 2.5" is how fast blood clots.
  if (tokens[at]?.kind === 'number')
    return unit === 'INR' && RATIO.test(digits(tokens, at)) && !isSum(tokens, at) ? null : { to: at, unit };
  return isSign(tokens, at, SIGNS) ? { to: at + 1, unit } : null;
}

const RATIO = /^[1-9]\.\d$/;

/** "R500 million", "N12,000", "SR 3bn": money, where the digits are no mere label. */
function sumBefore(tokens: readonly Token[], i: number, { text }: Token): Tail | null {
  const unit = isOf(tokens, i, CODED) ? SUM_CODES.get(text) : undefined;
  const at = mark(tokens, i + 1) === '.' && text.length > 1 ? i + 2 : i + 1;
  if (!unit || tokens[at]?.kind !== 'number' || !near(tokens, at)) return null;
  // "R 500 million"; of the other letters a blank makes labels.
  if (text.length === 1 && !glued(tokens, at) && !(text === 'R' && isOf(tokens, at + 1, SCALES))) return null;
  return isSum(tokens, at) || (text === 'PHP' && LARGE.test(digits(tokens, at))) ? { to: at, unit } : null;
}

/** No version has so many. */
const LARGE = /^\d{3,}(?:\.\d\d)?$/;
const SHORT = words('m mn bn tn');
function isSum(tokens: readonly Token[], at: number): boolean {
  if ((tokens[at] as Token).text.includes(',') || (digits(tokens, at + 1).length === 3 && tokens[at + 1]?.gap === 'space')) return true;
  const scale = isHyphen(tokens, at + 1) && glued(tokens, at + 2) ? at + 2 : at + 1;
  return near(tokens, scale) && (isOf(tokens, scale, SCALES) || (glued(tokens, scale) && isOf(tokens, scale, SHORT)));
}

/** "د.إ 20": the index behind such letters and their money; null where none stand. */
export function arabicAt(tokens: readonly Token[], i: number): Tail | null {
  if (mark(tokens, i + 1) !== '.' || !glued(tokens, i + 1) || !glued(tokens, i + 2)) return null;
  const unit = ARABIC.get(`${word(tokens, i)}.${word(tokens, i + 2)}`);
  return unit ? { to: i + 3, unit } : null;
}

function arabicBefore(tokens: readonly Token[], i: number): Tail | null {
  const money = arabicAt(tokens, i);
  return money && tokens[money.to]?.kind === 'number' && near(tokens, money.to) ? money : null;
}

function signBefore(tokens: readonly Token[], i: number): Tail | null {
  const sign = mark(tokens, i);
  const unit = SIGNS.get(sign);
  if (unit === undefined || !near(tokens, i + 1)) return null;
  // "$US9", "£E40"
  const whose = glued(tokens, i + 1) && tokens[i + 1]?.kind === 'word' ? LETTERED.get(word(tokens, i + 1) + sign) : undefined;
  return whose && tokens[i + 2]?.kind === 'number' && near(tokens, i + 2)
    ? { to: i + 2, unit: whose }
    : { to: i + 1, unit: (unit === 'USD' && nationsDollar(tokens, i)) || unit };
}

/** "Canadian $3 million": whose a bare sign is, said before it; but "sold Taiwan $3 million of arms". */
const nationsDollar = (tokens: readonly Token[], i: number): string | undefined =>
  near(tokens, i) && /(?:[eic]an|ese)$/.test(word(tokens, i - 1)) ? NATIONS.get(`${word(tokens, i - 1)} dollar`) : undefined;
