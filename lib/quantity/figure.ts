import { add, divide, type Exact, multiply, type Token } from '@/lib/base';
import { PARTS, SCALES, SHORT_SCALES, SMALL } from './numberwords';
import { FRACTION_SIGNS, MOST_DIGITS, readDigits } from './numeral';

/** One number read from tokens: digits, words, or both ("2.5 million", "half a dozen", "two and a half thousand"). */
export interface Figure {
  to: number;
  value: Exact;
  grain: Exact;
  /** Written in words alone. */
  spelled: boolean;
  /** A scale word or letter was part of it. */
  scaled: boolean;
  doubt: string[] | null;
}

const glued = (token: Token | undefined): boolean => token?.gap === 'none';
const word = (tokens: readonly Token[], i: number): string => (tokens[i]?.kind === 'word' ? (tokens[i] as Token).lower : '');
const near = (token: Token | undefined): boolean => token !== undefined && token.gap !== 'block';
const hyphen = (token: Token | undefined): boolean =>
  token?.kind === 'mark' && (token.text === '-' || token.text === '‐' || token.text === '‑');

/** Power of ten of the last digit that is not zero: 47260 → 10, 100000 → 100000, 47 → 1. */
export function roundGrain(value: Exact): Exact {
  const zeros = value.includes('.') ? 0 : value.length - value.replace(/0+$/, '').length;
  return value === '0' ? '1' : `1${'0'.repeat(zeros)}`;
}

const decimalGrain = (decimals: number): Exact => (decimals === 0 ? '1' : `0.${'0'.repeat(decimals - 1)}1`);

/** Reads one number that begins at token `i`; null where none does. `money` lets "m", "k" and "b" stand for their scale. */
export function readFigure(tokens: readonly Token[], i: number, money = false): Figure | null {
  const first = tokens[i];
  if (!first) return null;
  const base = first.kind === 'number' ? digitFigure(tokens, i) : first.kind === 'word' ? wordFigure(tokens, i) : null;
  return base && scaledFigure(tokens, base, money);
}

function digitFigure(tokens: readonly Token[], i: number): Figure | null {
  const token = tokens[i] as Token;
  const sign = FRACTION_SIGNS[token.text];
  if (sign) return { to: i + 1, value: divide(String(sign[0]), String(sign[1])), grain: '1', spelled: false, scaled: false, doubt: null };
  let digits = token.text;
  let to = i + 1;
  let spaced = false;
  // 47 260: groups of three behind blanks are one number; with ordinary blanks that is a doubt.
  const opensGroups = token.text.length <= 3 && /^[1-9]\d{0,2}$/.test(token.text);
  while (
    opensGroups &&
    digits.length <= MOST_DIGITS - 3 &&
    tokens[to]?.kind === 'number' &&
    tokens[to]?.gap === 'space' &&
    /^\d{3}$/.test(tokens[to]!.text)
  ) {
    digits += (tokens[to] as Token).text;
    to += 1;
    spaced = true;
  }
  const read = readDigits(digits);
  if (!read) return null;
  const joined = tokens[to];
  const mixed = joined && near(joined) && joined.kind === 'number' ? FRACTION_SIGNS[joined.text] : undefined;
  if (mixed && read.decimals === 0) {
    const value = add(read.value, divide(String(mixed[0]), String(mixed[1])));
    return { to: to + 1, value, grain: '1', spelled: false, scaled: false, doubt: null };
  }
  const round = read.decimals === 0 && read.value.length > 3 && read.value.endsWith('000');
  const doubt = read.doubt ?? (spaced ? [digits, token.text] : null);
  return {
    to,
    value: read.value,
    grain: round ? roundGrain(read.value) : decimalGrain(read.decimals),
    spelled: false,
    scaled: false,
    doubt,
  };
}

/** Number words up to their scale: "one hundred and sixteen", "nineteen hundred", "ninety-two thousand five hundred". */
function wordFigure(tokens: readonly Token[], i: number): Figure | null {
  const opened = openingArticle(tokens, i);
  if (opened) return opened;
  let [total, group, to, last] = [0n, 0n, i, 0];
  let scaled = false;
  let seen = false;
  for (let k = i; k < tokens.length && k - i < 24; ) {
    let at = k;
    if (seen) {
      if (!near(tokens[at])) break;
      if (hyphen(tokens[at]) && glued(tokens[at]) && glued(tokens[at + 1])) at += 1;
      else if (word(tokens, at) === 'and' && scaled) at += 1;
    }
    const small = SMALL.get(word(tokens, at));
    const scale = SCALES.get(word(tokens, at));
    if (small !== undefined) {
      // "twenty two" adds up; "two three" and "ten twelve" are two numbers.
      if (seen && last !== 100 && !(last >= 20 && last % 10 === 0 && small > 0 && small < 10)) break;
      group += BigInt(small);
      last = small === 0 ? 1 : small;
    } else if (seen && scale !== undefined && group > 0n) {
      if (scale === '100') group *= 100n;
      else {
        total += group * BigInt(scale);
        group = 0n;
      }
      scaled = true;
      last = 100;
    } else break;
    seen = true;
    to = at + 1;
    k = to;
  }
  if (!seen) return null;
  const value = String(total + group);
  return { to, value, grain: scaled ? roundGrain(value) : '1', spelled: true, scaled, doubt: null };
}

/** "a hundred", "half a million", "a quarter of a million", "a dozen". */
function openingArticle(tokens: readonly Token[], i: number): Figure | null {
  const first = word(tokens, i);
  if (first === 'half' || first === 'quarter') {
    const of = word(tokens, i + 1) === 'of' ? 1 : 0;
    const article = /^an?$/.test(word(tokens, i + 1 + of)) ? 1 : 0;
    const scale = SCALES.get(word(tokens, i + 1 + of + article));
    if (!scale || scale === '100') return null;
    const value = divide(scale, first === 'half' ? '2' : '4');
    return { to: i + 2 + of + article, value, grain: roundGrain(value), spelled: true, scaled: true, doubt: null };
  }
  if (first !== 'a' && first !== 'an') return null;
  if (word(tokens, i + 1) === 'half' || word(tokens, i + 1) === 'quarter') {
    const inner = openingArticle(tokens, i + 1);
    return inner;
  }
  const scale = SCALES.get(word(tokens, i + 1));
  if (!scale || tokens[i + 1]?.gap === 'none') return null;
  const rest = wordFigure(tokens, i + 2);
  const further = word(tokens, i + 2) === 'and' && scale !== '12' ? wordFigure(tokens, i + 3) : null;
  const tail =
    further && further.value.length < scale.length ? further : rest && rest.value.length < scale.length && scale !== '12' ? rest : null;
  const value = tail ? add(scale, tail.value) : scale;
  return { to: tail ? tail.to : i + 2, value, grain: roundGrain(value), spelled: true, scaled: true, doubt: null };
}

function scaledFigure(tokens: readonly Token[], base: Figure, money: boolean): Figure {
  let figure = base;
  let half = andHalf(tokens, figure.to);
  if (half > 0) figure = { ...figure, value: add(figure.value, '0.5'), to: half, grain: '0.5' };
  for (let guard = 0; guard < 3; guard += 1) {
    const at = hyphen(tokens[figure.to]) && glued(tokens[figure.to]) && glued(tokens[figure.to + 1]) ? figure.to + 1 : figure.to;
    const token = tokens[at];
    if (token?.kind !== 'word' || !near(token)) break;
    const scale = SCALES.get(token.lower) ?? (glued(token) || money ? shortScale(tokens, at, money) : undefined);
    if (scale === undefined) break;
    figure = { ...figure, value: multiply(figure.value, scale), grain: multiply(figure.grain, scale), to: at + 1, scaled: true };
  }
  half = figure.scaled ? andHalf(tokens, figure.to) : 0;
  if (half > 0) figure = { ...figure, value: add(figure.value, multiply(figure.grain, '0.5')), to: half };
  return figure;
}

/** "and a half", "and one half" → the index behind it; 0 where it does not stand. */
function andHalf(tokens: readonly Token[], i: number): number {
  return word(tokens, i) === 'and' && /^(a|one)$/.test(word(tokens, i + 1)) && word(tokens, i + 2) === 'half' ? i + 3 : 0;
}

/** "m" is million behind money or before a counted thing; alone it may be metres, so it is left to the units. */
function shortScale(tokens: readonly Token[], at: number, money: boolean): Exact | undefined {
  const token = tokens[at] as Token;
  if (!money && (token.lower === 'm' || token.lower === 't' || token.lower === 'b' || token.lower === 'mm')) {
    const next = tokens[at + 1];
    const counted = next?.kind === 'word' && next.gap === 'space' && next.lower.length > 3 && next.lower.endsWith('s');
    if (!counted || token.lower === 'mm') return undefined;
  }
  return SHORT_SCALES.get(token.lower);
}

/** "a third", "two thirds", "three-quarters": null where no part of a whole stands. */
export function readFraction(tokens: readonly Token[], i: number): Figure | null {
  const first = word(tokens, i);
  const count = first === 'a' || first === 'an' ? 1 : SMALL.get(first);
  if (count === undefined || count === 0)
    return first === 'half' ? { to: i + 1, value: '0.5', grain: '0.5', spelled: true, scaled: false, doubt: null } : null;
  const at = hyphen(tokens[i + 1]) && glued(tokens[i + 1]) ? i + 2 : i + 1;
  const name = word(tokens, at);
  const parts = PARTS.get(name);
  if (parts === undefined || !near(tokens[at])) return null;
  // "a second", "a third team" name a place in an order; only "of" or the end of the phrase makes them parts.
  const singular = !name.endsWith('s');
  if (singular && count !== 1) return null;
  if (singular && name !== 'half' && name !== 'quarter' && parts <= 10 && word(tokens, at + 1) !== 'of' && first !== 'one') return null;
  return {
    to: at + 1,
    value: divide(String(count), String(parts)),
    grain: divide('1', String(parts)),
    spelled: true,
    scaled: false,
    doubt: null,
  };
}
