import type { Token } from '@/lib/base';
import type { Found, Refiner } from '../found';
import { phraseAt } from '../phrase';
import { word } from '../readers/look';
import { CLOSED, looksPast, VERBS } from '../stopwords';
import { DOWN, UP } from './trend';

/** What a quantity is about: its noun; behind a unit the "of" phrase; else the subject of its clause. */
export const conceptRefiner: Refiner = {
  name: 'concept',
  refine(tokens, found) {
    for (const one of found) {
      if (one.excluded !== null) continue;
      one.concept = one.noun !== null ? one.noun.split(/[\s-]+/) : unitConcept(tokens, one);
    }
  },
};

function unitConcept(tokens: readonly Token[], one: Found): string[] {
  if (word(tokens, one.spanTo) === 'of') {
    const phrase = phraseAt(tokens, one.spanTo, true);
    if (phrase) return wordsOf(tokens, phrase.from, phrase.to);
  }
  // Walk back over the verb to the words before it.
  let end = one.mentionFrom;
  let verb = -1;
  for (let k = end - 1; k >= 0 && k > one.mentionFrom - 12; k -= 1) {
    if (tokens[k]?.kind === 'mark' || tokens[k + 1]?.gap === 'block') break;
    const lower = word(tokens, k);
    if (VERBS.has(lower) || looksPast(lower) || UP.test(lower) || DOWN.test(lower)) verb = k;
    else if (verb >= 0) break;
  }
  if (verb < 0) return [];
  end = verb;
  let from = end;
  while (
    from > 0 &&
    tokens[from - 1]?.kind === 'word' &&
    !CLOSED.has(word(tokens, from - 1)) &&
    !VERBS.has(word(tokens, from - 1)) &&
    end - from < 6
  )
    from -= 1;
  return wordsOf(tokens, from, end);
}

const wordsOf = (tokens: readonly Token[], from: number, to: number): string[] =>
  tokens
    .slice(from, to)
    .filter((token) => token.kind === 'word' && !CLOSED.has(token.lower))
    .map((token) => token.text);
