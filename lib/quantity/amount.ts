import type { Exact, Token } from '@/lib/base';
import { CODES, DOLLARS, MONEY_WORDS, NATIONS, SIGNS } from './currencies';
import { type Figure, readFigure } from './figure';
import { singular } from './plural';
import { glued, isHyphen, mark, near, word } from './readers/look';
import { GLUED_UNITS, UNITS } from './units';

/** A number with its currency or unit, if it has one. `from`..`to` is the number, `spanFrom`..`spanTo` the whole. */
export interface Amount {
  from: number;
  to: number;
  spanFrom: number;
  spanTo: number;
  value: Exact;
  grain: Exact;
  unit: string | null;
  spelled: boolean;
  scaled: boolean;
  doubt: string[] | null;
  unitDoubt: string[] | null;
}

/** Reads "$4.2bn", "30bn euros", "6.4 tons", "19 per cent", "minus 5", "47" at token `i`. */
export function readAmount(tokens: readonly Token[], i: number): Amount | null {
  const sign = currencyBefore(tokens, i);
  let from = sign ? sign.to : i;
  const negative = minusAt(tokens, from);
  if (negative > 0) from += 1;
  const figure = readFigure(tokens, from, sign !== null);
  if (!figure) return null;
  const value = negative > 0 && figure.value !== '0' ? `-${figure.value}` : figure.value;
  if (negative > 0) from -= 1;
  const { to, grain, spelled, scaled, doubt } = figure;
  const behind = sign ? null : (currencyBehind(tokens, figure) ?? unitAt(tokens, to));
  return {
    from,
    to,
    spanFrom: sign ? i : from,
    spanTo: behind?.to ?? to,
    value,
    grain,
    unit: sign?.unit ?? behind?.unit ?? null,
    spelled,
    scaled,
    doubt,
    unitDoubt: behind?.doubt ?? null,
  };
}

function minusAt(tokens: readonly Token[], i: number): number {
  const sign = mark(tokens, i);
  if (sign !== '-' && sign !== '−') return word(tokens, i) === 'minus' ? 1 : 0;
  const behindNumber = tokens[i - 1]?.kind === 'number' || (tokens[i - 1]?.kind === 'word' && glued(tokens, i));
  return glued(tokens, i + 1) && !behindNumber && tokens[i + 1]?.kind === 'number' ? 1 : 0;
}

interface Tail {
  to: number;
  unit: string;
  doubt?: string[];
}

function currencyBefore(tokens: readonly Token[], i: number): Tail | null {
  const dollars = DOLLARS.get(word(tokens, i));
  if (dollars && mark(tokens, i + 1) === '$' && glued(tokens, i + 1)) return { to: i + 2, unit: dollars };
  const sign = SIGNS.get(mark(tokens, i));
  if (sign && near(tokens, i + 1)) return { to: i + 1, unit: sign };
  const code = CODES.get(word(tokens, i));
  if (!code) return null;
  const at = mark(tokens, i + 1) === '.' ? i + 2 : i + 1;
  return tokens[at]?.kind === 'number' && near(tokens, at) ? { to: at, unit: code } : null;
}

function currencyBehind(tokens: readonly Token[], figure: Figure): Tail | null {
  let at = figure.to;
  if (!near(tokens, at)) return null;
  const sign = SIGNS.get(mark(tokens, at));
  if (sign && glued(tokens, at)) return { to: at + 1, unit: sign };
  if (isHyphen(tokens, at) && glued(tokens, at) && glued(tokens, at + 1)) at += 1;
  // "hundreds of millions of dollars"
  if (figure.scaled && word(tokens, at) === 'of' && MONEY_WORDS.has(word(tokens, at + 1))) at += 1;
  const name = word(tokens, at);
  if (name === '') return null;
  const pair = OPENS_NATION.has(name) ? NATIONS.get(`${name} ${singularMoney(word(tokens, at + 1))}`) : undefined;
  if (pair) return { to: at + 2, unit: pair };
  const dollars = DOLLARS.get(name);
  if (dollars && mark(tokens, at + 1) === '$') return { to: at + 2, unit: dollars };
  const money = MONEY_WORDS.get(name);
  if (money) return { to: word(tokens, at + 1) === 'sterling' ? at + 2 : at + 1, unit: money };
  if (name === 'pound' || name === 'pounds') {
    const next = word(tokens, at + 1);
    if (next === 'sterling') return { to: at + 2, unit: 'GBP' };
    if (figure.scaled && next !== 'of') return { to: at + 1, unit: 'GBP', doubt: ['GBP', 'pound'] };
  }
  return null;
}

const firstWords = (names: Iterable<string>): ReadonlySet<string> =>
  new Set([...names].filter((name) => name.includes(' ')).map((name) => name.split(' ')[0] as string));
const OPENS_NATION = firstWords(NATIONS.keys());
const OPENS_UNIT = firstWords(UNITS.keys());

const singularMoney = (lower: string): string =>
  lower === 'kronor' ? 'krona' : lower === 'yuan' || lower === 'yen' ? lower : singular(lower);

/** The unit that stands at token `i`, two words before one: "percentage points", "km", "square miles". */
export function unitAt(tokens: readonly Token[], i: number): Tail | null {
  if (!near(tokens, i)) return null;
  const at = isHyphen(tokens, i) && glued(tokens, i) && glued(tokens, i + 1) ? i + 1 : i;
  const sign = mark(tokens, at);
  if (sign === '%' || sign === '‰' || sign === '％') return { to: at + 1, unit: sign === '‰' ? '‰' : '%' };
  if (sign === '°') {
    const scale = glued(tokens, at + 1) ? word(tokens, at + 1) : '';
    return scale === 'c' || scale === 'f' ? { to: at + 2, unit: `°${scale.toUpperCase()}` } : { to: at + 1, unit: 'degree' };
  }
  const first = word(tokens, at);
  if (first === '') return null;
  const joint = isHyphen(tokens, at + 1) && glued(tokens, at + 1) ? at + 2 : at + 1;
  const second = near(tokens, joint) ? word(tokens, joint) : '';
  if (first === 'per' && second === 'cent') return { to: joint + 1, unit: '%' };
  if (first === 'per' && second === 'mille') return { to: joint + 1, unit: '‰' };
  const double = second !== '' && OPENS_UNIT.has(first) ? UNITS.get(`${first} ${second}`) : undefined;
  if (double) return { to: joint + 1, unit: asWritten(`${first} ${second}`, double) };
  if (first === 'metric' && /^(tons?|tonnes?)$/.test(second)) return { to: joint + 1, unit: 'tonne' };
  if (first === 'a' || first === 'min' || first === 'second')
    return first === 'second' && at === i ? null : first === 'min' ? { to: at + 1, unit: 'minute' } : null;
  const unit = UNITS.get(first) ?? (tokens[at]?.gap === 'none' && at === i ? GLUED_UNITS.get(first) : undefined);
  if (unit === undefined) return null;
  return { to: at + 1, unit: asWritten(first, unit), doubt: first === 'm' && at === i ? ['m', 'million'] : undefined };
}

/** A spelled unit stays as written, in the singular ("metre", "kilometre"); a short sign becomes its symbol ("kms" → "km"). */
function asWritten(written: string, unit: string): string {
  if (
    written.length <= 4 &&
    !/^(ton|tons|mile|foot|feet|inch|hour|year|day|days|week|acre|yard|gram|watt|volt|byte|knot|kilo)$/.test(written)
  )
    return unit;
  if (unit === '%' || unit.startsWith('°')) return unit;
  const cut = written.lastIndexOf(' ') + 1;
  return written.slice(0, cut) + singular(written.slice(cut));
}

/** One name for every way to write a unit, for comparing: "kilometer", "km" → "km"; unknown units stay as they are. */
export function unitKey(unit: string): string {
  const [base, ...per] = unit.split(' per ');
  return [UNITS.get((base as string).toLowerCase()) ?? base, ...per].join(' per ');
}

/** "per day", "a barrel", "/day", "an hour" behind a unit: index behind it and the word, or null. */
export function perAt(tokens: readonly Token[], i: number): { to: number; per: string } | null {
  const first = word(tokens, i);
  const slash = mark(tokens, i) === '/' && glued(tokens, i);
  if (!near(tokens, i) || !(first === 'per' || first === 'a' || first === 'an' || slash)) return null;
  const next = word(tokens, i + 1);
  const known = UNITS.get(next);
  if (first === 'per' && next !== '' && next !== 'cent') return { to: i + 2, per: known ?? singular(next) };
  if (known && /^(second|minute|hour|day|week|month|year|barrel|ton|tonne|litre|gallon|kg|pound|ounce|km|mile)$/.test(known))
    return { to: i + 2, per: known };
  return /^(share|head|person|night|piece|kilo|pint|bushel|unit)$/.test(next) ? { to: i + 2, per: next } : null;
}
