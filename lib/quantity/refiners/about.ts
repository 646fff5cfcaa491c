import type { Token } from '@/lib/base';
import type { Found, Refiner } from '../found';
import { phraseAt } from '../phrase';
import { mark, word } from '../readers/look';
import { CLOSED, looksPast, VERBS } from '../stopwords';

const UP =
  /^(rose|rise|rises|risen|rising|up|increased|increase|increases|increasing|gained|gains|grew|grow|grows|grown|climbed|climbs|jumped|jumps|soared|surged|surges|added|advanced|expanded|swelled|rallied|leapt|doubled|tripled|raised)$/;
const DOWN =
  /^(fell|fall|falls|fallen|falling|down|decreased|decrease|decreases|dropped|drops|declined|declines|lost|slid|slipped|slumped|plunged|shrank|sank|tumbled|dipped|contracted|cut|reduced|lowered|shed|eased)$/;

/** Verbs of change just before the figure: a trend, though not for the level after "to". */
export const trendRefiner: Refiner = {
  name: 'trend',
  refine(tokens, found) {
    for (const one of found) {
      if (one.excluded !== null || word(tokens, one.mentionFrom - 1) === 'to') continue;
      for (let k = one.mentionFrom - 1; k >= Math.max(0, one.mentionFrom - 4); k -= 1) {
        const lower = word(tokens, k);
        if (lower === '' && mark(tokens, k) !== ',') break;
        if (UP.test(lower)) one.trend = 'up';
        else if (DOWN.test(lower)) one.trend = 'down';
        else if (/^(by|from|a|an|some|another|as|much|further|to)$/.test(lower) || looksAdverb(lower)) continue;
        break;
      }
      if (one.trend) one.readers.push('trend');
    }
  },
};

const looksAdverb = (lower: string): boolean => lower.endsWith('ly') || lower === 'more' || lower === 'than' || lower === 'about';

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
