import type { Token } from '../../base';
import { readFigure } from '../figures/any';
import { glued, isHyphen, mark, near, word } from '../look';
import { singular } from '../words/plural';
import { CODES_BEHIND } from './currencies';
import { inverseAt, isSlash } from './unitletters';
import { unitAt } from './unitphrase';
import { unitNamed, unitOfSymbol } from './units';

/** What a price or a rate is often given for, behind "a" and "an"; behind "per" any word may stand. */
const EACH: ReadonlySet<string> = new Set(
  'barrel bbl oz lb quintal mmbtu ton tonne litre liter gallon kg kilo kilogram pound ounce km mile foot share head person night piece pint bushel unit dozen acre gram metre meter minute hour second day week month quarter year'.split(
    ' ',
  ),
);
const LATER: ReadonlySet<string> = new Set('ago earlier later before after old'.split(' '));
const NO_BASIS: ReadonlySet<string> = new Set('cent mille se capita'.split(' '));
const LATIN: ReadonlyMap<string, string> = new Map([
  ['annum', 'year'],
  ['diem', 'day'],
  ['mensem', 'month'],
]);

const ROUND = /^1[0,]*$/;
/** "per day", "a barrel", "/day", "-a-day", "per 100 km", "per 100,000" behind a number or unit: index behind it and the words, or null. */
export function perAt(tokens: readonly Token[], i: number): { to: number; per: string } | null {
  if (!near(tokens, i)) return null;
  const inverse = inverseAt(tokens, i);
  if (inverse) return inverse;
  const hyphen = isHyphen(tokens, i) && glued(tokens, i) && glued(tokens, i + 1) ? 1 : 0;
  const first = word(tokens, i + hyphen);
  if (mark(tokens, i) === '/') {
    if (!isSlash(tokens, i)) return null;
    // "4GB/64GB" and "90kW/200Nm" are two measures each.
    if (tokens[i + 1]?.kind === 'number') return ROUND.test(tokens[i + 1]?.text ?? '') ? perNumber(tokens, i + 1) : null;
    const unit = unitAt(tokens, i + 1);
    return unit ? { to: unit.to, per: unit.unit } : null;
  }
  const at = i + hyphen + 1 + (hyphen === 1 && isHyphen(tokens, i + 2) ? 1 : 0);
  if (first === 'per') return perWord(tokens, at);
  if ((first !== 'a' && first !== 'an') || !EACH.has(word(tokens, at)) || !near(tokens, at)) return null;
  const later = word(tokens, at + 1) === 'from' && word(tokens, at + 2) === 'now';
  if (later || LATER.has(word(tokens, at + 1))) return null;
  const unit = unitAt(tokens, at);
  return { to: unit?.to ?? at + 1, per: perKey(unit?.unit ?? word(tokens, at)) };
}

function perWord(tokens: readonly Token[], i: number): { to: number; per: string } | null {
  if (!near(tokens, i)) return null;
  if (tokens[i]?.kind === 'number') return perNumber(tokens, i);
  const unit = unitAt(tokens, i);
  if (unit && unit.unit !== '%') return { to: unit.to, per: perKey(unit.unit) };
  const name = word(tokens, i);
  if (name === 'second' && word(tokens, i + 1) === 'squared') return { to: i + 2, per: 'second squared' };
  return name === '' || NO_BASIS.has(name) ? null : { to: i + 1, per: LATIN.get(name) ?? singular(name) };
}

/** "litres per 100 km", "cases per 100,000" */
function perNumber(tokens: readonly Token[], i: number): { to: number; per: string } | null {
  const figure = readFigure(tokens, i);
  if (!figure) return null;
  const unit = unitAt(tokens, figure.to);
  const written = tokens
    .slice(i, figure.to)
    .map(({ text }) => text)
    .join(' ');
  return { to: unit?.to ?? figure.to, per: unit ? `${written} ${perKey(unit.unit)}` : written };
}

/** Behind "per" a unit is named by its key, so that "a litre" and "per liter" are one. */
const perKey = (unit: string): string => unitNamed(unit)?.key ?? unit;

/** One name for every way to write a unit, for comparing: "kilometer", "km" → "km"; unknown units stay as they are. */
export function unitKey(unit: string): string {
  const keyOf = (one: string): string => (CODES_BEHIND.has(one) ? one : ((unitOfSymbol(one) ?? unitNamed(one.toLowerCase()))?.key ?? one));
  const whole = keyOf(unit);
  if (whole !== unit || !unit.includes(' per ')) return whole;
  const joined = unit.split(' per ').map(keyOf).join(' per ');
  return unitNamed(joined)?.key ?? joined;
}
