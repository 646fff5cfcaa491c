import { isDayName, MONTH_NUMBERS, type Token } from '@/lib/base';
import { endsPhrase, looksPast, spelledNumber } from '@/lib/quantity';
import { isPronoun } from './naming';
import { SAY } from './saying';
import { capitalAt, markAt, wordAt } from './view';

const DETERMINER = /^(the|a|an|this|that|these|those|its|his|her|their|our|all|every|each)$/;
const LONGEST = 8;

const isWhen = (lower: string): boolean =>
  isDayName(lower) || MONTH_NUMBERS.has(lower) || /^(today|yesterday|tonight|overnight)$/.test(lower);

/** Words of the text between two tokens, on one line. */
const words = (text: string, tokens: readonly Token[], from: number, to: number): string =>
  text.slice(tokens[from]?.start, tokens[to - 1]?.end).replace(/\s+/g, ' ');

/** "the", then a name or noun, or "in" or "at" before a name. */
function binds(tokens: readonly Token[], k: number): boolean {
  const lower = wordAt(tokens, k);
  const next = DETERMINER.test(wordAt(tokens, k + 1)) ? k + 2 : k + 1;
  if (lower === 'of') return wordAt(tokens, next) !== '' && !endsPhrase(wordAt(tokens, next)) && !isWhen(wordAt(tokens, next));
  return /^(in|at|for)$/.test(lower) && capitalAt(tokens, next) && !isWhen(wordAt(tokens, next));
}

/** The noun phrase that begins at a token, as written: "the ferry Maid of Tarn", "workers in Oster"; null where none does. */
export function phraseAfter(text: string, tokens: readonly Token[], from: number, limit: number): string | null {
  let k = DETERMINER.test(wordAt(tokens, from)) ? from + 1 : from;
  const first = k;
  for (; k < limit && k - from < LONGEST; k += 1) {
    const lower = wordAt(tokens, k);
    if (k > first && binds(tokens, k)) {
      if (DETERMINER.test(wordAt(tokens, k + 1))) k += 1;
      continue;
    }
    if (lower === '' || endsPhrase(lower) || isWhen(lower) || SAY.has(lower) || isPronoun(lower) || spelledNumber(lower) !== null) break;
    if (looksPast(lower) && !capitalAt(tokens, k) && !(k === first && k > from)) break;
  }
  const joined = k < limit && /^['’-]$/.test(markAt(tokens, k));
  return k === first || joined || k - from >= LONGEST ? null : words(text, tokens, from, k);
}

/** The noun phrase that opens its clause and ends before a verb; null where the words before the verb are more than that. */
export function phraseBefore(text: string, tokens: readonly Token[], to: number, limit: number): string | null {
  let from = to;
  while (from > limit && tokens[from - 1]?.kind === 'word' && !/^(that|and|but|while)$/.test(wordAt(tokens, from - 1))) from -= 1;
  if (from > limit && tokens[from - 1]?.kind === 'number') return null;
  const determined = DETERMINER.test(wordAt(tokens, from));
  const phrase = phraseAfter(text, tokens, from, to);
  if (phrase === null || words(text, tokens, from, to) !== phrase) return null;
  return determined ? phrase.charAt(0).toLowerCase() + phrase.slice(1) : phrase;
}
