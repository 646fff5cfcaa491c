import { hasTrait } from './acts';
import { tellsOfOne } from './happening';
import { oncePerSentence } from './once';
import type { ArticleView, Mention } from './view';

/** What befalls people here and there in the course of a year; an outbreak goes on and is counted as one. */
const BEFALLS = /^(?:die|injure|miss|rescue|arrest|hospitalise)$/;

const YEARLY =
  /\b(?:last year|in (?:19|20)\d\d|(?:a|per|each|every) year(?! (?:ago|after|before|earlier|later|since))|annually|(?:over|in|during) the (?:past|last) (?:year|decade|\d+ (?:months|years)|twelve months|(?:two|three|four|five|six|seven|eight|nine|ten) years))\b/i;

/**
 * "143 people were injured at sea last year": a year is summed up, and no one event is told of. The toll of an event may well be told by its
 * year alone ("the flood of 1994 killed 30"): then its sentence names it, or says when it was.
 */
export function sumsYear(view: ArticleView, { sentence, quantity }: Mention, act: string | null): boolean {
  if (quantity.unit !== null || !hasTrait(act, 'people') || !BEFALLS.test(act ?? '')) return false;
  return tellsOfYear(view, sentence) && !tellsOfOne(view, sentence);
}

const tellsOfYear = oncePerSentence((view, { start, end }): boolean => {
  const told = view.text.slice(start, end);
  return YEARLY.test(told) && !/\bwhen\b/i.test(told);
});
