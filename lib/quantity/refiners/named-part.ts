import type { Token } from '../../base';
import { closesPhrase } from '../closes';
import type { Found } from '../found';
import { word } from '../look';
import { isPlural } from '../words/plural';
import { endsPhrase, looksPast } from '../words/stopwords';

/** "of them", "of which": points back at what was counted. */
export const anaphora = (tokens: readonly Token[], i: number): boolean =>
  word(tokens, i) === 'of' && /^(them|these|those|which|whom)$/.test(word(tokens, i + 1));

/** "39 bodies, eight of them women", "of the 12 hurt, two were tram drivers": what the part consists of, when the phrase ends with it. */
export function partNamed(tokens: readonly Token[], one: Found): string | null {
  const of = anaphora(tokens, one.to);
  if (!of && !/^(?:were|are)$/.test(word(tokens, one.to))) return null;
  const from = of ? one.to + 2 : one.to + 1;
  // "12 were denied visas"
  if (!of && looksPast(word(tokens, from))) return null;
  let at = from;
  while (!of && at < from + LONGEST_PART && !isPlural(word(tokens, at)) && tokens[at]?.kind === 'word' && !endsPhrase(word(tokens, at)))
    at += 1;
  const thing = word(tokens, at);
  if (!isPlural(thing) || endsPhrase(thing) || !closesPhrase(tokens, at + 1)) return null;
  return tokens
    .slice(from, at + 1)
    .map(({ text }) => text)
    .join(' ');
}
/** Words before the last one of such a part. */
const LONGEST_PART = 2;
