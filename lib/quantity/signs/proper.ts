import { MONTH_NUMBERS, type Token, WEEKDAYS, WordList, words } from '../../base';
import { isYearNumber } from '../figures';
import { capital, glued, isHyphen, isOf, isSign, near, sentenceStart, tokenAt, word } from '../look';
import { ORDINALS, SCALES, SMALL } from '../words/numberwords';
import { isPlural } from '../words/plural';
import { CLOSED, DETERMINERS, looksPast, looksProgressive, VERBS } from '../words/stopwords';

/** Words behind the figure of a model: "737 Max", "Pad 9 Ultra". */
export const MODEL_ENDS = words('max pro ultra plus mini turbo lite ti series edge air gt se xl dreamliner dreamliners');
/** Short words that headlines write in capitals, and bodies that count people or goods more often than they are numbered. */
export const SENTENCE_CAPITALS: ReadonlySet<string> = new Set(
  `A I IN AT ON OF BY TO FOR AND THE OR AS US UK EU UN PM AM TV AD BC CE NOT ALL HAS WAS ITS NEW TOP`.split(' '),
);
/** Verbs that headlines write with a capital, and words for a place in a list. */
const HEADLINE = words(
  `kill kills arrest arrests free frees jail jails injure injures wound wounds hurt hurts evacuate evacuates rescue rescues save saves claim
  claims hit hits top tops near nears reach reaches pass passes charge charges sue sues fire fires hire hires cut cuts add adds detain
  detains score scores down up toll total least most some about around nearly almost only just over under dead injured minus plus versus
  average between exactly approximately roughly every another first last next past top bottom`,
);
/** They bound the figure behind them, and are part of no title. */
const BOUNDING = words('exceeding exceed exceeds exceeded minimum maximum circa beyond beneath aged');
/** Words whose capital makes no name of them. */
export const NO_NAMES = new WordList([
  ...CLOSED,
  ...VERBS,
  ...HEADLINE,
  ...BOUNDING,
  ...MONTH_NUMBERS.keys(),
  ...WEEKDAYS,
  ...SMALL.keys(),
  ...SCALES.keys(),
  ...ORDINALS,
]);

/** The word at token `at` has its capital because it is a name. */
export function isProper(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const short = (token?.text.length ?? 0) < 3 && !(isHyphen(tokens, at - 1) && glued(tokens, at));
  if (token?.kind !== 'word' || !capital(token) || sentenceStart(tokens, at) || short || token.text.endsWith('.')) return false;
  const lower = token.lower;
  if (NO_NAMES.has(lower) || lower.endsWith('ly')) return false;
  // "Boeing" is a verb in no sentence, "Killing" may be one in a heading.
  const verb = looksPast(lower) || looksProgressive(lower) || (lower.endsWith('s') && !lower.endsWith('ss'));
  return !(verb && isHeading(tokens, at));
}

/** "Fahrenheit 451": nothing else stands in the line. */
export function isTitle(tokens: readonly Token[], i: number, text: string): boolean {
  if (isQuoted(tokens, i)) return true;
  const opens = isSign(tokens, i - 2, QUOTES) ? i - 2 : i - 1;
  const alone = (opens === 0 || tokens[opens]?.gap === 'block') && !near(tokens, isSign(tokens, i + 1, QUOTES) ? i + 2 : i + 1);
  // "It's 42"
  const label = withoutVerb(word(tokens, i - 1));
  return alone && !isYearNumber(text) && capital(tokenAt(tokens, i - 1)) && !NO_NAMES.has(label) && !isPlural(label);
}
/** "it's" → "it" */
const withoutVerb = (lower: string): string => lower.replace(/['’].*/, '');
const LONGEST = 4;
/** "their take on 'Night Run 3'": nothing but a name and its number between quotation marks. */
function isQuoted(tokens: readonly Token[], i: number): boolean {
  const stop = isSign(tokens, i + 1, STOPS) ? i + 2 : i + 1;
  // "'Over 300' dead"
  if (!isSign(tokens, stop, QUOTES) || !capital(tokenAt(tokens, i - 1)) || leadsIn(withoutVerb(word(tokens, i - 1)))) return false;
  let k = i - 1;
  while (k > i - 1 - LONGEST && capital(tokenAt(tokens, k))) k -= 1;
  return isSign(tokens, k, QUOTES);
}
/** "Over" is part of no title, "The" may be one ("'The 100'"). */
const leadsIn = (lower: string): boolean => BOUNDING.has(lower) || (CLOSED.has(lower) && !DETERMINERS.has(lower));
const STOPS = new WordList('.,?!');
const QUOTES = new WordList('"“”\'‘’');

/** "Ted 2 has many fans", "Deep Dive 4 sold out": behind a name and a figure stands a verb that nobody counted could have. */
export function isSubject(tokens: readonly Token[], i: number): boolean {
  const lower = word(tokens, i - 1);
  if (!near(tokens, i + 1) || !isOf(tokens, i + 1, SINGULAR) || !capital(tokenAt(tokens, i - 1)) || NO_NAMES.has(lower)) return false;
  if (isPlural(lower) && (lower.length < 3 || !capital(tokenAt(tokens, i - 2)))) return false;
  return !looksPast(lower) && !looksProgressive(lower) && !lower.endsWith('ly');
}
export const SINGULAR = words(
  `has is was will does made earned took opens opened begins began stars starred features sold launched runs comes costs starts offers boasts
  gets packs supports weighs measures returns arrives ships lands includes brings delivers retails debuts launches`,
);

/** Before the name of a place, behind which people are counted: "in Boston 300 people". */
export const PLACING = words('in at near from across on to around outside inside over off');
/** The words around stand with capitals too, so a verb may be among them. */
const isHeading = (tokens: readonly Token[], at: number): boolean => capital(tokenAt(tokens, at - 1)) || capital(tokens[at + 2]);

/** "Rosa Keller 44 has run twice": first name, last name and a figure an adult may have for an age. */
export const isAge = (tokens: readonly Token[], i: number, text: string): boolean =>
  text.length === 2 &&
  Number(text) >= 16 &&
  capital(tokenAt(tokens, i - 2)) &&
  !isOf(tokens, i - 2, NO_NAMES) &&
  !isOf(tokens, i - 1, MODEL_ENDS);

const PEOPLE_DO = words('were are have died dead');
/** "In Sparta 12 were hurt": people are counted behind the name of a place. */
export const countsPeople = (tokens: readonly Token[], i: number): boolean => near(tokens, i + 1) && isOf(tokens, i + 1, PEOPLE_DO);
