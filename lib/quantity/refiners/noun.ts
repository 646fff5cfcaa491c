import { type Token, words } from '../../base';
import { perAt } from '../amounts/rate';
import type { Phrase } from '../counted/modifiers';
import { phraseAt } from '../counted/phrase';
import { type Found, figureOf, isRange, isShare, type Refiner, saidAt } from '../found';
import { capital, glued, inHyphen, isHyphen, isOf, tokenAt, word } from '../look';
import { isMoney } from '../units/currencies';
import { unitAt } from '../units/unitphrase';
import { DURATIONS } from '../units/units';
import { singular } from '../words/plural';
import { looksAdjective, looksProgressive, STATES } from '../words/stopwords';
import { backward, COURSES } from './parallel';

/** "a 5,000-strong union", "a 30-odd fleet": the word behind the hyphen is no noun. */
const NO_HEAD = words('strong odd plus fold long wide deep high old thick tall');

const MORE_OR_LESS = words('odd plus some');

/** The counted thing behind a bare figure; "per day" behind a unit. */
export const nounRefiner: Refiner = {
  name: 'noun',
  refine(tokens, found, text) {
    for (let index = 0; index < found.length; index += 1) {
      const one = found[index] as Found;
      if (one.excluded !== null) continue;
      if (one.unit !== null) unitTail(tokens, one);
      else if (!isShare(one)) nounTail(tokens, found, index, text);
    }
  },
};

function nounTail(tokens: readonly Token[], found: Found[], index: number, text: string): void {
  const one = found[index] as Found;
  const phrase = phraseFor(tokens, one);
  if (!phrase || (phrase.to - phrase.from === 1 && isOf(tokens, phrase.head, COURSES)) || !partsFromNext(tokens, found, index, phrase))
    return;
  if (phrase.to - phrase.from === 1 && isOf(tokens, phrase.from, STATES) && befell(tokens, backward(tokens, found, index), one)) return;
  if (!giveUnit(tokens, one, phrase)) giveNoun(tokens, one, phrase, text);
}

/** "18 people were hurt and 12 arrested": what happened to people counted before is no noun of its own; "46 homeless and 3 dead" are states. */
function befell(tokens: readonly Token[], source: Found | null, one: Found): boolean {
  if (!source?.noun || STATES.has(source.noun.toLowerCase())) return false;
  return tokens.slice(source.spanTo, Math.min(one.from, source.spanTo + 3)).some(({ lower }) => AUXILIARIES.has(lower));
}
const AUXILIARIES = words('were was are is had have has been');

const MORE = words('more less extra');

function unitTail(tokens: readonly Token[], one: Found): void {
  // "$1,017 more a month"
  const more = isMoney(one.unit) && isOf(tokens, one.spanTo, MORE) ? 1 : 0;
  const per = perAt(tokens, one.spanTo + more);
  if (!per || (one.unit as string).includes(' per ')) return;
  one.unit = `${one.unit} per ${per.per}`;
  one.spanTo = per.to;
  one.mentionTo = Math.max(one.mentionTo, per.to);
}

function phraseFor(tokens: readonly Token[], one: Found): Phrase | null {
  if (word(tokens, one.from) === 'nobody' || (word(tokens, one.from) === 'no' && word(tokens, one.to - 1) === 'one')) {
    if (one.readers[0] === 'none') return { from: one.to - 1, to: one.to, head: one.to - 1 };
  }
  const hyphened = one.mentionTo <= one.spanTo && inHyphen(tokens, one.to);
  // "16 (10 confirmed)" and "or more people": what is counted may stand behind the hedge that follows the figure.
  const at = hyphened ? one.to + 1 : Math.max(one.mentionTo, one.spanTo);
  // "20-odd lawmakers"
  if (hyphened && isOf(tokens, at, MORE_OR_LESS)) return phraseAt(tokens, at + 1, true);
  if (hyphened && isOf(tokens, at, NO_HEAD)) return null;
  const single = !isRange(one) && (figureOf(one) === '1' || one.readers[0] === 'none') && one.hedge !== 'vague';
  const phrase = phraseAt(tokens, at, !single && !hyphened);
  // "a 300-seat parliament" counts seats.
  return phrase && hyphened ? { from: phrase.from, to: phrase.from + 1, head: phrase.from } : phrase;
}

/**
 * Settles what the next quantity is when it stands inside the phrase, and where the phrase then ends; false where the two cannot be parted.
 * A number with a hyphen describes what is counted ("two 40-foot containers"); a bare one beside a capital is part of a name ("two new 911
 * Turbo coupes", "60 Boeing 737 jets").
 */
function partsFromNext(tokens: readonly Token[], found: Found[], index: number, phrase: Phrase): boolean {
  const next = found[index + 1];
  if (next === undefined || next.excluded !== null || next.from >= phrase.to || next.from < phrase.from) return true;
  // "two 10 mg tablets"
  if (next.unit !== null && next.spanTo < phrase.to) return true;
  if (isHyphen(tokens, next.to) && glued(tokens, next.to) && next.spanTo < phrase.to) {
    // "eight 3-pointers": what is behind the hyphen is what is counted, and the number its name.
    if (next.unit === null && next.to + 2 === phrase.to) next.excluded = 'name';
    return true;
  }
  if (word(tokens, next.from - 1) === 'per') {
    // "births per 1,000 people": the basis of a rate is no quantity of its own.
    found.splice(index + 1, 1);
    return true;
  }
  const owner = word(tokens, next.from - 1).endsWith("'s");
  const name = capital(tokens[next.to]) || (capital(tokens[next.from - 1]) && !owner);
  const named = next.unit === null && next.from > phrase.from && next.to < phrase.to && name;
  // "11 members of one family": what is counted stands before the next figure.
  if (!named && next.from > phrase.head + 1) phrase.to = phrase.head + 1;
  else if (!named) return false;
  else next.excluded = 'name';
  return true;
}

/** Say how long a measure was, not what was measured: "three long hours" are hours still. */
const OF_TIME = words(
  'previous consecutive straight full whole past last next long short solid extra additional more further successive first final recent other',
);
/** With these a length is another unit: square miles, board feet. */
const OTHER_UNIT = words('square cubic nautical board air linear light');
const LENGTHS = words('yards miles metres meters kilometres kilometers feet');

/** "50 previous years", "210 passing yards": a unit of measurement behind an adjective. */
function giveUnit(tokens: readonly Token[], one: Found, { from, to, head }: Phrase): boolean {
  if (to !== head + 1) return false;
  const unit = unitAt(tokens, head);
  if (unit === null || unit.to !== to) return false;
  const modifiers = tokens.slice(from, head).map(({ lower }) => lower);
  const time = DURATIONS.has(unit.unit) && modifiers.every((lower) => OF_TIME.has(lower));
  const length =
    head > from &&
    isOf(tokens, head, LENGTHS) &&
    modifiers.every((lower) => !OTHER_UNIT.has(lower) && (OF_TIME.has(lower) || looksAdjective(lower) || looksProgressive(lower)));
  if (!time && !length) return false;
  one.unit = unit.unit;
  one.spanTo = to;
  one.mentionTo = Math.max(one.mentionTo, to);
  one.readers.push('noun');
  return true;
}

/** Adjectives that stand before the number and describe the noun behind it: "the top four sides"; "first", "last", "other" only tell which. */
const BEFORE_NUMBER = words('top bottom previous');

function giveNoun(tokens: readonly Token[], one: Found, phrase: Phrase, text: string): void {
  const adjective = tokenAt(tokens, one.from - 1)?.text ?? '';
  const before = one.mentionFrom === one.from && BEFORE_NUMBER.has(adjective.toLowerCase()) ? `${adjective} ` : '';
  one.nounFrom = phrase.from;
  one.nounTo = phrase.to;
  one.noun = before + saidAt(tokens, phrase.from, phrase.to, text);
  one.head = singular(word(tokens, phrase.head));
  one.spanTo = Math.max(one.spanTo, phrase.to);
  one.mentionTo = Math.max(one.mentionTo, phrase.to);
  one.readers.push('noun');
}
