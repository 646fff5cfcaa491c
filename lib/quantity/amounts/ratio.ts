import { compare, divide, type Token, words } from '../../base';
import { closesPhrase } from '../closes';
import { isYearNumber, readFigure } from '../figures';
import { type Found, makeExcluded, makeFound } from '../found';
import { digits, glued, isHyphen, near, word } from '../look';
import { unitAt } from '../units/unitphrase';
import { endsPhrase } from '../words/stopwords';
import type { Amount } from './amount';

/** Wholes that shares are given of; other figures behind "in" count what they stand before ("4 in 17 districts"). */
const WHOLES = words('3 4 5 10 100 1000 10000 100000 1000000');
/** "two people in three", but "two goals in three" are those of three games. */
const PEOPLE = words(
  'people adults voters women men children workers households families homes firms patients users students pupils drivers',
);
/** "7 out of 9", "three out of six hundred"; "26 out of 28 provinces" are two counts. */
const SHARED = /^(?:[2-9]|10|[1-9]00+)$/;

/** "one in five", "three out of ten", "7 in 10 voters", "2 in every 100", "a one-in-five chance": the share as a number. */
export function ratioFrom(tokens: readonly Token[], i: number, first: Amount): Found | null {
  // "one-in": no inches.
  if (first.unit !== null && !isHyphen(tokens, first.to)) return null;
  // "one household in five"
  const whose = word(tokens, first.to);
  const named = word(tokens, first.to + 1) === 'in' && (first.value === '1' ? !endsPhrase(whose) : PEOPLE.has(whose)) ? 1 : 0;
  const link = word(tokens, first.to + named);
  const behind = behindLink(tokens, first.to + named);
  if (behind === 0) return null;
  const every = word(tokens, behind) === 'every';
  const at = every ? behind + 1 : behind;
  const second = near(tokens, at) ? readFigure(tokens, at) : null;
  if (!second || second.value === '0' || isYearNumber(digits(tokens, at))) return null;
  const usual = link === 'out' ? SHARED.test(second.value) : WHOLES.has(second.value);
  const hyphened = link === '';
  // "a 2-in-1 laptop"
  if (hyphened && second.value === '1') return makeExcluded('ratio', i, second.to, 'idiom');
  const share = compare(first.value, second.value) < 0 && (every || hyphened || first.value === '1' || usual);
  // "3 in 5 minutes" is a pace.
  if (!share || unitAt(tokens, second.to) || (named > 0 && !closesPhrase(tokens, second.to))) return null;
  return makeFound('ratio', i, second.to, divide(first.value, second.value), '0.01');
}

/** The index behind "in", "out of" and "of" before "every"; 0 where none stands. */
function behindLink(tokens: readonly Token[], i: number): number {
  const link = word(tokens, i);
  if (isHyphen(tokens, i) && word(tokens, i + 1) === 'in' && isHyphen(tokens, i + 2) && glued(tokens, i + 1)) return i + 3;
  if (link === 'in') return i + 1;
  if (link === 'out' && word(tokens, i + 1) === 'of') return i + 2;
  return link === 'of' && word(tokens, i + 1) === 'every' ? i + 1 : 0;
}
