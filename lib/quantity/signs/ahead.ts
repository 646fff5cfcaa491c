import { type Token, words } from '../../base';
import { glued, inHyphen, isHyphen } from '../look';
import { SIGNS } from '../units/currencies';
import { UNITS } from '../units/units';
import { isPlural } from '../words/plural';
import { ALSO_PARTICIPLES, endsPhrase, FILLERS, VERBS } from '../words/stopwords';

/** What a figure counts stands behind it, from token `i` on: a plural in small letters within three words, a unit, a scale, "%". */
export function countedAhead(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i];
  if (next === undefined || next.gap === 'block') return false;
  if (next.kind === 'mark') return COUNT_SIGNS.has(next.text) || SIGNS.has(next.text) || (next.text === '-' && next.gap === 'none');
  for (let k = i; k < i + 4; k += 1) {
    const token = tokens[k];
    if (token?.kind !== 'word' || token.gap === 'block') return false;
    if (isPlural(token.lower) || UNITS.has(token.lower) || COUNT_WORDS.has(token.lower)) return true;
    if ((NO_COUNT.has(token.lower) && !compounds(tokens, k)) || (VERBS.has(token.lower) && !ALSO_PARTICIPLES.has(token.lower)))
      return false;
  }
  return false;
}
const COUNT_SIGNS: ReadonlySet<string> = new Set('%‰％°');
const COUNT_WORDS = words(
  'million billion trillion thousand hundred crore lakh mln bn percent per metric cubic square yuan yen dead injured wounded missing arrested',
);
const NO_COUNT = words(
  `the a an was is were are be has had have will would can could to and or in for by with from when after that which who of on as at but while because during before since until though although
  unless whereas than if so not then against between through without within into onto upon about despite toward towards via he she it they we you i
  his her its their our my this these those there here what where why how whether`,
);

/** A plural noun stands within a few words, before anything that would end the phrase. */
export function pluralAhead(tokens: readonly Token[], from: number): boolean {
  for (let k = from; k < from + 5; k += 1) {
    const token = tokens[k];
    if (token === undefined || token.gap === 'block' || token.kind === 'number') return false;
    if (token.kind === 'mark') {
      if (isHyphen(tokens, k) && token.gap === 'none') continue;
      return false;
    }
    if (isPlural(token.lower) && !FILLERS.has(token.lower)) return true;
    if (
      endsPhrase(token.lower) &&
      !glued(tokens, k) &&
      !compounds(tokens, k) &&
      token.lower !== 'and' &&
      !ALSO_PARTICIPLES.has(token.lower)
    )
      return false;
  }
  return false;
}

/** "so-called", "off-duty", "no-frills": before a hyphen no word is what it is alone. */
export const compounds = (tokens: readonly Token[], k: number): boolean => glued(tokens, k + 1) && inHyphen(tokens, k + 1);
