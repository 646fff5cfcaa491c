import { type Token, WordList } from '../../base';
import { closesPhrase } from '../closes';
import { type Found, figureOf } from '../found';
import { isOf, mark, word } from '../look';
import { isPlural } from '../words/plural';
import { isCommonAdjective, looksAdjective, STATES } from '../words/stopwords';

const JOINS = new WordList(['and', 'or']);

/** "three of the teams four wins": before another count the noun behind "of" was the owner of what is counted. */
export function dropOwner(tokens: readonly Token[], one: Found, next: Found | undefined): void {
  if (one.noun === null || word(tokens, one.to) !== 'of' || next?.noun == null || next.unit !== null) return;
  if (next.mentionFrom !== one.nounTo || one.nounTo - one.nounFrom !== 1) return;
  one.noun = null;
  one.head = null;
  one.spanTo = one.to;
  one.mentionTo = one.to;
}

const lastWord = (noun: string): string => noun.slice(noun.lastIndexOf(' ') + 1);

const lonely = (tokens: readonly Token[], one: Found): boolean =>
  one.nounTo - one.nounFrom === 1 &&
  !isPlural(word(tokens, one.nounFrom)) &&
  !INITIALS.test(tokens[one.nounFrom]?.text ?? '') &&
  !isOf(tokens, one.nounFrom, STATES);
/** "81 RBIs" */
const INITIALS = /^[A-Z]{2,5}s$/;

/** "four gold medals and two silver": what is no plural borrows the noun of the figure before it. */
export function completeBehind(tokens: readonly Token[], one: Found, last: Found | undefined): void {
  if (!last?.noun?.includes(' ') || last.excluded !== null || figureOf(one) === '1' || !lonely(tokens, one)) return;
  const linked = isOf(tokens, last.spanTo, JOINS) && one.mentionFrom === last.spanTo + 1;
  if (!linked || one.noun?.includes(' ') || !isPlural(lastWord(last.noun))) return;
  one.noun = `${one.noun} ${lastWord(last.noun)}`;
  one.head = last.head;
  one.readers.push('elided');
}

/** "two Thai and three Greek sailors", "45 confirmed and 12 probable cases", "30 silver and 12 gold medals": of the next figure. */
export function completeAhead(tokens: readonly Token[], one: Found, next: Found | undefined): void {
  if (next === undefined || next.noun === null || next.mentionFrom !== one.nounTo + 1) return;
  const linked = isOf(tokens, one.nounTo, JOINS) || mark(tokens, one.nounTo) === ',';
  if (!linked || !lonely(tokens, one) || !(figureOf(one) !== '1' || looksAdjective(word(tokens, one.nounFrom)))) return;
  // "16 oranges, 5 plates of rice": what is on the plates is not the head.
  const thing = next.noun.split(' of ')[0] ?? '';
  if (!thing.includes(' ')) return;
  one.noun = `${one.noun} ${lastWord(thing)}`;
  one.head = next.head;
  one.readers.push('elided');
}

/** "six storms and three major ones": "ones" stands for the noun before it. */
export function fillOnes(one: Found, source: Found | null): void {
  if (!source?.noun || one.noun === null) return;
  one.noun = one.noun.replace(/\bones$/, lastWord(source.noun));
  one.head = source.head;
  one.readers.push('elided');
}

/** "3 red apples and 2 green": an adjective alone behind the figure stands before the noun that is left out. */
export function withAdjective(tokens: readonly Token[], one: Found, source: Found): string | null {
  const adjective = word(tokens, one.to);
  // "40 new cases, bringing the total to 900": the total is of old and new ones.
  const noun = isTotal(tokens, one) ? (source.noun?.replace(/^(?:new|additional|further|fresh|more) /i, '') ?? null) : source.noun;
  if (!noun?.includes(' ') || !isCommonAdjective(adjective) || STATES.has(adjective) || !isOf(tokens, one.mentionFrom - 1, JOINS))
    return noun;
  return closesPhrase(tokens, one.to + 1) ? `${adjective} ${lastWord(noun)}` : noun;
}

const isTotal = (tokens: readonly Token[], { mentionFrom }: Found): boolean =>
  word(tokens, mentionFrom - 2) === 'total' && /^(?:to|at|of)$/.test(word(tokens, mentionFrom - 1));
