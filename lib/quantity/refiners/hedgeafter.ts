import { type Token, words } from '../../base';
import { closesPhrase } from '../closes';
import type { Found } from '../found';
import { glued, isHyphen, isIn, isOf, isSign, near, word } from '../look';
import type { Hedge } from '../types';
import { SIGNS } from '../units/currencies';
import { BY_FIRST } from '../words/hedgewords';
import { SMALL } from '../words/numberwords';

/** A hedge, and the token at which its words begin, or behind which they end. */
export type Hit = { hedge: Hedge; at: number };

/** Every hyphen is one. */
export const plain = (tokens: readonly Token[], i: number): string => (i < 0 || isHyphen(tokens, i) ? '-' : (tokens[i]?.lower ?? ''));

/** The words of a phrase stand from token `from` on. */
export function says(tokens: readonly Token[], from: number, phrase: readonly string[]): boolean {
  for (let k = 0; k < phrase.length; k += 1) if (plain(tokens, from + k) !== phrase[k]) return false;
  return true;
}

/** "80 or more farms", "500-some guests": the hedge stands right behind the figure, or behind its unit. */
export function hedgeAfter(tokens: readonly Token[], one: Found): Hit | null {
  for (const place of one.spanTo === one.to ? [one.to] : [one.to, one.spanTo]) {
    const joined = isHyphen(tokens, place) && glued(tokens, place);
    const hit = matchAfter(tokens, joined ? place + 1 : place, joined || (place === one.to && one.unit === null));
    if (hit) return hit;
  }
  return null;
}

/** `bare`: the words stand right behind the number itself, so that they cannot belong to what comes next. */
export function matchAfter(tokens: readonly Token[], at: number, bare: boolean): Hit | null {
  if (!near(tokens, at)) return null;
  if (!isIn(tokens, at, BY_FIRST)) return null;
  const rows = BY_FIRST.get((tokens[at] as Token).lower) ?? [];
  for (const row of rows) {
    const behind = at + row[1].length;
    // "at least" and "plus" may belong to the figure that follows.
    if (!says(tokens, at, row[1]) || beginsNext(tokens, word(tokens, behind) === 'than' ? behind + 1 : behind)) continue;
    if (leadsOn(tokens, at, behind, bare)) continue;
    return { hedge: row[0], at: behind };
  }
  return null;
}

const JOINERS = words('plus and minimum maximum max tops');
const ON_WITH = words(
  'or costs expenses interest tax taxes vat gst postage shipping fees bonuses minus to a an the another his her its their our no',
);

/** "$500 plus costs", "a $15 minimum wage", "20 people and more rain", "500 plus or minus 20": the words belong to what follows. */
function leadsOn(tokens: readonly Token[], at: number, behind: number, bare: boolean): boolean {
  const first = word(tokens, at);
  // "500-some guests"; apart from its figure "some" counts others.
  if (first === 'some' || first === 'something') return !isHyphen(tokens, at - 1);
  if (!JOINERS.has(first)) return false;
  // "two plus two"
  if (isOf(tokens, behind, ON_WITH) || isOf(tokens, behind, SMALL)) return true;
  return !(bare && (first === 'plus' || first === 'and')) && !closesPhrase(tokens, behind);
}

/** Another figure begins: "70 or more than 65". */
const beginsNext = (tokens: readonly Token[], at: number): boolean => tokens[at]?.kind === 'number' || isSign(tokens, at, SIGNS);
