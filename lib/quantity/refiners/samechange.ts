import type { Token } from '../../base';
import { type Found, isRange } from '../found';
import { mark, word } from '../look';
import { closesGap } from '../signs/gapped';
import type { Trend } from '../types';
import { CHANGES } from '../words/movement';
import { SIZES } from '../words/sizes';
import { endsPhrase, looksAdverb, looksPast } from '../words/stopwords';

/** The trend of the figure before, where the same change is said again. */
export function sameChange(tokens: readonly Token[], source: Found | undefined, one: Found): Trend {
  if (!source?.trend || source.excluded !== null || isRange(source) || isRange(one)) return null;
  const close = Math.max(source.spanTo, source.mentionTo);
  const again =
    source.unit === one.unit
      ? isAlike(source, one) && (goesOn(tokens, close, one) || gapped(tokens, close, one))
      : restated(tokens, close, one);
  return again ? source.trend : null;
}

/** "lost 84 points, or 0.4%", "rose 58 points (0.3 percent)": the same change said again in another unit. */
function restated(tokens: readonly Token[], close: number, one: Found): boolean {
  const at = one.mentionFrom - 1;
  const sign = mark(tokens, at);
  const or = word(tokens, at) === 'or';
  const from = or && mark(tokens, at - 1) === ',' ? at - 1 : at;
  return close === from && (or || ((sign === '(' || sign === ',') && (one.unit === '%' || (sign === '(' && one.head === 'point'))));
}

const isAlike = (source: Found, one: Found): boolean => source.unit !== null || (source.head === 'point' && one.head === 'point');

const MOST_NAMES = 4;
/** "the Dow gained 1.2% and the Nasdaq 2%": a second subject whose verb is left out, and nothing behind its figure that could be another. */
function gapped(tokens: readonly Token[], close: number, one: Found): boolean {
  let from = close;
  while (from < close + 2 && (mark(tokens, from) === ',' || word(tokens, from) === 'and')) from += 1;
  const names = word(tokens, from) === 'the' ? from + 1 : from;
  if (from === close || names >= one.mentionFrom || one.mentionFrom - names > MOST_NAMES) return false;
  for (let k = names; k < one.mentionFrom; k += 1) {
    const { kind, lower } = tokens[k] as Token;
    const joint = kind === 'number' || lower === '&' || lower === '-';
    if (joint || SIZES.has(lower)) continue;
    if (kind === 'mark' || endsPhrase(lower) || looksPast(lower) || looksAdverb(lower) || CHANGES.has(lower)) return false;
  }
  return closesGap(tokens, one.spanTo);
}

const LINKS: ReadonlySet<string> = new Set(['and', ',', ', and']);
const MOST_BETWEEN = 6;

/** "fell 5 percent and 10 percent", "rose 5 percent in March and 10 percent in April". */
function goesOn(tokens: readonly Token[], close: number, one: Found): boolean {
  const length = one.mentionFrom - close;
  if (length < 1 || length > MOST_BETWEEN || word(tokens, one.spanTo) === 'of') return false;
  const between = tokens.slice(close, one.mentionFrom).map(({ lower }) => lower);
  if (LINKS.has(between.join(' '))) return true;
  const next = word(tokens, one.spanTo);
  return next !== '' && next === between[0] && (between.at(-1) === 'and' || between.at(-1) === ',');
}
