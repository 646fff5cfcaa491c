import { hasTrait } from './acts';
import { EVENT } from './saying';
import { type ArticleView, capitalAt, type Mention, markAt, wordAt } from './view';

/** What befalls people here and there in the course of a year; an outbreak goes on and is counted as one. */
const BEFALLS = /^(?:die|injure|miss|rescue|arrest|hospitalise)$/;

const YEARLY =
  /\b(?:last year|in (?:19|20)\d\d|(?:a|per|each|every) year|annually|(?:over|in|during) the (?:past|last) (?:year|decade|\d+ (?:months|years)|twelve months|(?:two|three|four|five|six|seven|eight|nine|ten) years))\b/i;

/** Things that befall people once and in one place, beside those of `EVENT`. */
const HAPPENING =
  /^(?:flood|storm|hurricane|cyclone|typhoon|tornado|landslide|avalanche|tsunami|eruption|collapse|collision|derailment|sinking|shipwreck|wreck|stampede|crush|shooting|bombing|massacre|riot|siege|war|conflict|battle|clash|uprising|coup|disaster|tragedy|catastrophe|outbreak|epidemic|pandemic|famine|wildfire|blaze|ferry|train|bus|coach|plane|jet|helicopter|airliner|tanker|trawler)$/;

/**
 * "143 people were injured at sea last year": a year is summed up, and no one event is told of. The toll of an event may well be told by its
 * year alone ("the flood of 1994 killed 30"): then its sentence names it, or says when it was.
 */
export function sumsYear({ tokens, text }: ArticleView, { sentence, quantity }: Mention, act: string | null): boolean {
  if (quantity.unit !== null || !hasTrait(act, 'people') || !BEFALLS.test(act ?? '')) return false;
  if (!YEARLY.test(text.slice(sentence.start, sentence.end))) return false;
  for (let k = sentence.from; k < sentence.to; k += 1) {
    const lower = wordAt(tokens, k);
    if (lower === 'when' || ((EVENT.test(lower) || HAPPENING.test(lower)) && isOne(tokens, k, sentence.from))) return false;
  }
  return true;
}

/** "the 1994 flood", "a coach", "Kostava flood": ferry accidents, by contrast, are many. */
function isOne(tokens: ArticleView['tokens'], at: number, from: number): boolean {
  for (let k = at - 1; k >= Math.max(from, at - NAMED_WITHIN) && markAt(tokens, k) === ''; k -= 1)
    if (/^(?:an?|the|this|that|its|their)$/.test(wordAt(tokens, k)) || capitalAt(tokens, k)) return true;
  return false;
}
const NAMED_WITHIN = 4;
