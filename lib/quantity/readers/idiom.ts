import { isListed, type Token, words } from '../../base';
import { makeExcluded, type Reader } from '../found';
import { digits, glued, HYPHENS, isHyphen, isOf, mark, near, tokenAt, valueAt, word } from '../look';
import { countedAhead } from '../signs/ahead';
import { MONEY_WORDS } from '../units/currencies';
import { IDIOMS, type Idiom } from '../words/idioms';
import { ORDINALS, SCALES, SMALL } from '../words/numberwords';

/** Behind a spelled number and a hyphen: the compound describes. */
const ADJECTIVES = words(
  `way sided off time dimensional fold handed party pronged tier piece star man woman person step stop act part word liner storey story state
  tailed legged wheel wheeler eyed faced edged pack figure digit seater letter finger`,
);

/** "on the one hand", "one another", "ground zero", "two-way", "ten-to-one". */
export const idiomReader: Reader = {
  name: 'idiom',
  begins: 'any',
  words: [...IDIOMS.keys(), ...SMALL.keys(), ...ORDINALS, ...SCALES.keys(), 'half', 'quarter', 'a', 'no'],
  behindArticle: [...(IDIOMS.get('a')?.rows ?? []).map(({ after }) => after[1] as string), ...HYPHENS, '/'],
  beside: { itself: [...IDIOMS.keys()] },
  read(tokens, i) {
    const idiom = phraseEnd(tokens, i);
    if (idiom > 0) return makeExcluded('idiom', i, idiom, 'idiom');
    if (tokens[i]?.kind !== 'word' || (tokens[i + 1]?.gap !== 'none' && !isHyphen(tokens, i - 1))) return null;
    // "Twenty20": digits glued to a number word.
    if (tokens[i + 1]?.kind === 'number') return makeExcluded('idiom', i, i + 2, 'name');
    const to = compoundEnd(tokens, i);
    return to > 0 ? makeExcluded('idiom', i, to, 'idiom') : null;
  },
};

/** The index behind a fixed phrase that counts nothing; 0 where none stands. */
function phraseEnd(tokens: readonly Token[], i: number): number {
  const idioms = IDIOMS.get((tokens[i] as Token).lower);
  if (idioms === undefined) return 0;
  const before = tokenAt(tokens, isHyphen(tokens, i - 1) ? i - 2 : i - 1);
  const behind = tokenAt(tokens, isJoint(tokens, i + 1) ? i + 2 : i + 1);
  const { beside } = idioms;
  if (!((before && isListed(before.spelling, beside)) || (behind && isListed(behind.spelling, beside)))) return 0;
  for (const idiom of idioms.rows) {
    const to = idiomEnd(tokens, i, idiom);
    if (
      to > 0 &&
      !(counting(idiom) ? goesOn(tokens, to) || (before?.lower === 'that' && word(tokens, to) === 'of') : isMuch(tokens, i, to))
    )
      return to;
  }
  return 0;
}

/** The idiom ends with its number or with a choice of two, so that something counted may follow: "takes two", "the one", "one or two". */
const counting = ({ before, after }: Idiom): boolean =>
  after[0] !== 'half' && (after.length === 1 ? before.at(-1) !== 'big' : after[1] === 'or' && after.length === 3);

/** "50 50 dollar bills", "one to one and a half hours": digits with money behind them are no idiom, nor what a part is added to. */
const isMuch = (tokens: readonly Token[], i: number, to: number): boolean =>
  (tokens[i]?.kind === 'number' && near(tokens, to) && isOf(tokens, to, MONEY_WORDS)) ||
  (word(tokens, to) === 'and' && (word(tokens, to + 2) === 'half' || word(tokens, to + 2) === 'quarter'));

/** A second figure, a unit or a plural follows: "it takes two to three weeks", "one or two people", "the one million mark". */
function goesOn(tokens: readonly Token[], to: number): boolean {
  const hyphen = isHyphen(tokens, to) && glued(tokens, to) ? to + 1 : to;
  const link = word(tokens, hyphen);
  const second = hyphen + (isHyphen(tokens, hyphen + 1) ? 2 : 1);
  // "a one and a half hour film"
  if (link === 'and' && (word(tokens, hyphen + 2) === 'half' || word(tokens, hyphen + 2) === 'quarter')) return true;
  // "the one in five that"
  if (link === 'in' && word(tokens, to - 1) === 'one' && (isOf(tokens, second, SMALL) || HUNDREDS.test(digits(tokens, second))))
    return true;
  if (link === 'to' || link === 'or') return digits(tokens, second) !== '' || isOf(tokens, second, SMALL);
  return word(tokens, to - 1) !== 'zero' && countedAhead(tokens, to);
}

const HUNDREDS = /^\d{1,3}$/;
const isJoint = (tokens: readonly Token[], i: number): boolean => isHyphen(tokens, i) || mark(tokens, i) === '/';

function idiomEnd(tokens: readonly Token[], i: number, { before, after }: Idiom): number {
  let back = i - 1;
  for (let k = before.length - 1; k >= 0; k -= 1) {
    if (isHyphen(tokens, back)) back -= 1;
    if (back < 0 || tokens[back]?.lower !== before[k]) return 0;
    back -= 1;
  }
  let at = i;
  for (let k = 0; k < after.length; k += 1) {
    if (at > i && isJoint(tokens, at)) at += 1;
    if (tokens[at]?.lower !== after[k]) return 0;
    at += 1;
  }
  return at;
}

/** "one-sided", "three-dimensional", "ten-to-one": a spelled number glued to an adjective describes, it does not count. */
function compoundEnd(tokens: readonly Token[], i: number): number {
  if (isHyphen(tokens, i - 1) && word(tokens, i - 2) === 'of' && isHyphen(tokens, i - 3)) return i + 1;
  if (!isHyphen(tokens, i + 1) || !glued(tokens, i + 2)) return 0;
  const next = word(tokens, i + 2);
  if (ADJECTIVES.has(next)) return i + 3;
  const second = valueAt(tokens, i + 4, SMALL);
  const first = valueAt(tokens, i, SMALL);
  const falls = first !== undefined && second !== undefined && second <= first;
  return (next === 'to' || next === 'on') && isHyphen(tokens, i + 3) && falls ? i + 5 : 0;
}
