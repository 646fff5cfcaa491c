import { type Token, WordList, words } from '../../base';
import { phraseAt } from '../counted/phrase';
import { type Found, isShare, type Refiner, saidAt } from '../found';
import { capital, isHyphen, isOf, mark, sentenceStart, tokenAt, word } from '../look';
import { CUTS, RAISES } from '../words/movement';
import { isPlural, singular } from '../words/plural';
import { SIZES } from '../words/sizes';
import { DETERMINERS, endsPhrase, looksAdverb, looksPast } from '../words/stopwords';
import { NUMBERS } from './parallel';

const PUTS = words('put puts putting estimate estimates estimated estimating place placed count counted');
/** Verbs that tell how many there are or came to be. */
const REACHES =
  words(`reached reaches hit hits rose rises fell falls stood stands stand totalled totaled numbered exceeded topped passed surpassed climbed dropped
  increased decreased declined grew jumped remained remains soared rising reaching risen fallen grown swelled ballooned surged`);
const IS = words('is was are were be been has have had will now to at by');
/** "put the herd at roughly 900", "the number of visitors rose to 9,800", "confirmed cases reached 1,184": the noun stands before the figure. */
export const measuredRefiner: Refiner = {
  name: 'measured',
  refine(tokens, found, text) {
    for (const [index, one] of found.entries()) {
      if (one.excluded !== null || one.unit !== null || one.noun !== null || isShare(one)) continue;
      const before = putAgain(tokens, one) ? found[index - 1] : undefined;
      if (before?.noun != null && one.from - before.spanTo < AGAIN_WITHIN) {
        one.noun = before.noun;
        one.head = before.head;
        one.readers.push('measured');
        continue;
      }
      const place = bodyOf(tokens, one) ?? putAt(tokens, one) ?? changedTo(tokens, one) ?? numberOf(tokens, one) ?? subject(tokens, one);
      if (!place) continue;
      one.noun = saidAt(tokens, place.from, place.to, text);
      one.head = singular(word(tokens, headIn(tokens, place.from, place.to)));
      one.readers.push('measured');
    }
  },
};

type Place = { from: number; to: number };

function headIn(tokens: readonly Token[], from: number, to: number): number {
  for (let k = from + 1; k < to; k += 1) if (/^(of|in|at|for|from)$/.test(word(tokens, k))) return k - 1;
  // "people aboard"
  return to - from > 1 && endsPhrase(word(tokens, to - 1)) ? to - 2 : to - 1;
}

/** "a crew of 19": a word for many people names them. */
function bodyOf(tokens: readonly Token[], one: Found): Place | null {
  const at = one.mentionFrom - 2;
  return word(tokens, at + 1) === 'of' && /^(crew|staff|personnel)$/.test(word(tokens, at)) ? { from: at, to: at + 1 } : null;
}

/** "put the herd at 900" */
function putAt(tokens: readonly Token[], one: Found): Place | null {
  const link = word(tokens, one.mentionFrom - 1);
  if (link !== 'at' && link !== 'as') return null;
  for (let k = one.mentionFrom - 2; k > one.mentionFrom - 9 && k >= 0; k -= 1) {
    if (tokens[k]?.kind !== 'word') return null;
    if (!isOf(tokens, k, PUTS)) continue;
    const from = counted(tokens, isOf(tokens, k + 1, DETERMINERS) ? k + 2 : k + 1);
    const told = from < one.mentionFrom - 1 && !isOf(tokens, one.mentionFrom - 2, NUMBERS) && !isOf(tokens, from, PRONOUNS);
    return told ? { from, to: one.mentionFrom - 1 } : null;
  }
  return null;
}

/** "put it at 900": counted before. */
const PRONOUNS = words('it them this that these those');

/** "put the crowd at 4,000, while police estimated it at 900": the figure before it says of what. */
const putAgain = (tokens: readonly Token[], one: Found): boolean =>
  word(tokens, one.mentionFrom - 1) === 'at' && word(tokens, one.mentionFrom - 2) === 'it' && isOf(tokens, one.mentionFrom - 3, PUTS);
const AGAIN_WITHIN = 12;

/** "the number of dead": the dead are counted. */
function counted(tokens: readonly Token[], from: number): number {
  if (!/^(numbers?|total|count)$/.test(word(tokens, from)) || word(tokens, from + 1) !== 'of') return from;
  return isOf(tokens, from + 2, DETERMINERS) ? from + 3 : from + 2;
}

/** Verbs that make more or less of their object. */
const CHANGERS = new WordList([
  ...RAISES,
  ...CUTS,
  ...words('doubled doubling double tripled tripling triple increased increasing increase expanding expand brought bringing bring'),
]);

/** "doubled its seats to 38": the object of a change, straight before "to". */
function changedTo(tokens: readonly Token[], one: Found): Place | null {
  const to = one.mentionFrom - 1;
  if (word(tokens, to) !== 'to' || !isPlural(word(tokens, to - 1)) || isOf(tokens, to - 1, SIZES)) return null;
  for (let k = to - 2; k > to - 7 && k >= 0; k -= 1) {
    if (tokens[k]?.kind !== 'word') return null;
    if (!isOf(tokens, k, CHANGERS)) continue;
    const opens = isOf(tokens, k + 1, DETERMINERS) ? k + 2 : k + 1;
    // "lowered its count of lost boats to 58"
    const from = /^(?:count|number)$/.test(word(tokens, opens)) ? counted(tokens, opens) : opens;
    return from < to ? { from, to } : null;
  }
  return null;
}

/** "the number of visitors rose to 9,800", "number of employees: 450" */
function numberOf(tokens: readonly Token[], one: Found): Place | null {
  const before = verbBefore(tokens, one, true);
  const verb = before < 0 ? one.mentionFrom : before;
  for (let k = verb - 1; k > verb - 10 && k > 0; k -= 1) {
    if (tokens[k]?.kind !== 'word' && !isHyphen(tokens, k)) return null;
    if (word(tokens, k) !== 'of' || !/^numbers?$/.test(word(tokens, k - 1))) continue;
    const phrase = phraseAt(tokens, k, true);
    // "deaths rose to 40 and the number of recoveries 417": without a verb the noun stands right before the figure.
    const meets = phrase && (before < 0 ? phrase.to === verb : phrase.to <= verb);
    return meets && isPlural(word(tokens, phrase.head)) ? phrase : null;
  }
  return null;
}

/** "Confirmed cases reached 1,184": the subject, a bare plural that opens its clause. */
function subject(tokens: readonly Token[], one: Found): Place | null {
  const to = verbBefore(tokens, one, false);
  if (to < 1 || !isPlural(word(tokens, to - 1)) || isOf(tokens, to - 1, SIZES)) return null;
  // "The Rovers hit 22": those who did it are not what they did.
  if (capital(tokens[to - 1]) && !sentenceStart(tokens, to - 1)) return null;
  let from = to;
  while (
    from > to - 5 &&
    tokenAt(tokens, from - 1)?.kind === 'word' &&
    !endsPhrase(word(tokens, from - 1)) &&
    !looksAdverb(word(tokens, from - 1))
  )
    from -= 1;
  const start = isOf(tokens, from - 1, OWNERS) ? from - 1 : from;
  return from < to && opensClause(tokens, start) ? { from, to } : null;
}
const OWNERS = words('the its their');
const OPENERS = words('and but while that as when after');
/** "the toll from the floods": behind a preposition stands no subject. */
const opensClause = (tokens: readonly Token[], i: number): boolean =>
  i === 0 || tokens[i]?.gap === 'block' || tokenAt(tokens, i - 1)?.kind === 'mark' || isOf(tokens, i - 1, OPENERS);

/** "had fallen by 12 percent to 900": over what it changed by, to the last token of the verb. */
function overChange(tokens: readonly Token[], to: number): number {
  if (word(tokens, to) !== 'to') return to;
  let k = to - 1;
  while (k > to - 4 && PERCENT.has(tokens[k]?.lower ?? '')) k -= 1;
  if (k === to - 1 || tokens[k]?.kind !== 'number') return to;
  return word(tokens, k - 1) === 'by' ? k - 2 : k - 1;
}
const PERCENT = words('percent per cent % pct');

/** Where the verb (or colon) begins that joins what was counted to the figure behind it; -1 without one. */
function verbBefore(tokens: readonly Token[], one: Found, copula: boolean): number {
  let at = overChange(tokens, one.mentionFrom - 1);
  if (mark(tokens, at) === ':') return copula || tokens[at]?.gap === 'none' ? at : -1;
  let verb = -1;
  for (const last = at; at > last - 5 && at >= 0; at -= 1) {
    const lower = word(tokens, at);
    if (REACHES.has(lower) || (copula && IS.has(lower))) verb = at;
    else if (!(IS.has(lower) || looksAdverb(lower) || (verb < 0 && looksPast(lower)))) break;
    else if (verb >= 0) verb = at;
  }
  return verb;
}
