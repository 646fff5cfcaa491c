import { slice, type Token } from '@/lib/base';
import { perAt } from '../amount';
import { type Found, figureOf, isRange, type Refiner, spanOf } from '../found';
import { type Phrase, phraseAt } from '../phrase';
import { singular } from '../plural';
import { glued, isHyphen, isStop, mark, word } from '../readers/look';
import { STATES } from '../stopwords';

const NO_NOUN: ReadonlySet<string> = new Set(['fraction', 'ratio']);

/** The counted thing behind a bare figure; "per day" behind a unit. */
export const nounRefiner: Refiner = {
  name: 'noun',
  refine(tokens, found, text) {
    found.forEach((one, index) => {
      if (one.excluded !== null) return;
      if (one.unit !== null) {
        unitTail(tokens, one);
        return;
      }
      if (NO_NOUN.has(one.readers[0] as string)) return;
      const phrase = phraseFor(tokens, one);
      if (!phrase || crosses(found, index, phrase)) return;
      // "18 people were hurt and 12 arrested": what happened to people counted before is no noun of its own.
      if (phrase.to - phrase.from === 1 && STATES.has(word(tokens, phrase.from)) && countsPeople(backward(tokens, found, index))) return;
      giveNoun(tokens, one, phrase, text);
    });
  },
};

/** The figure before counts by a noun, not by a state itself ("46 homeless and 3 dead"). */
const countsPeople = (source: Found | null): boolean => source?.noun != null && !STATES.has(source.noun.toLowerCase());

function unitTail(tokens: readonly Token[], one: Found): void {
  const per = perAt(tokens, one.spanTo);
  if (!per) return;
  one.unit = `${one.unit} per ${per.per}`;
  one.spanTo = per.to;
  one.mentionTo = Math.max(one.mentionTo, per.to);
}

function phraseFor(tokens: readonly Token[], one: Found): Phrase | null {
  if (word(tokens, one.from) === 'nobody' || word(tokens, one.to - 1) === 'one') {
    if (one.readers[0] === 'none') return { from: one.to - 1, to: one.to, head: one.to - 1 };
  }
  const hyphened = one.mentionTo <= one.spanTo && isHyphen(tokens, one.to) && glued(tokens, one.to) && glued(tokens, one.to + 1);
  // "16 (10 confirmed)" and "or more people": what is counted may stand behind the hedge that follows the figure.
  const at = hyphened ? one.to + 1 : Math.max(one.mentionTo, one.spanTo);
  const single = !isRange(one) && (figureOf(one) === '1' || one.readers[0] === 'none') && one.hedge !== 'vague';
  const phrase = phraseAt(tokens, at, !single && !hyphened);
  // "a 300-seat parliament" counts seats.
  return phrase && hyphened ? { from: phrase.from, to: phrase.from + 1, head: phrase.from } : phrase;
}

/** The phrase must not run into the next quantity. */
const crosses = (found: readonly Found[], index: number, phrase: Phrase): boolean => {
  const next = found[index + 1];
  return next !== undefined && next.excluded === null && next.from < phrase.to && next.from >= phrase.from;
};

function giveNoun(tokens: readonly Token[], one: Found, phrase: Phrase, text: string): void {
  one.nounFrom = phrase.from;
  one.nounTo = phrase.to;
  one.noun = slice(text, spanOf(tokens, phrase.from, phrase.to)).replace(/\s+/g, ' ');
  one.head = singular(word(tokens, phrase.head));
  one.spanTo = Math.max(one.spanTo, phrase.to);
  one.mentionTo = Math.max(one.mentionTo, phrase.to);
  one.readers.push('noun');
}

/** "put the herd at roughly 900", "estimated the fleet at 30": what was measured stands before the figure. */
export const measuredRefiner: Refiner = {
  name: 'measured',
  refine(tokens, found, text) {
    for (const one of found) {
      if (one.excluded !== null || one.unit !== null || one.noun !== null || !/^(at|as)$/.test(word(tokens, one.mentionFrom - 1))) continue;
      for (let k = one.mentionFrom - 2; k > one.mentionFrom - 9 && k >= 0; k -= 1) {
        if (tokens[k]?.kind !== 'word') break;
        if (!/^(put|puts|putting|estimate|estimates|estimated|estimating|place|placed|count|counted)$/.test(word(tokens, k))) continue;
        const from = /^(the|its|their|a|an|his|her)$/.test(word(tokens, k + 1)) ? k + 2 : k + 1;
        if (from < one.mentionFrom - 1) nameFrom(tokens, one, from, one.mentionFrom - 1, text);
        break;
      }
    }
  },
};

function nameFrom(tokens: readonly Token[], one: Found, from: number, to: number, text: string): void {
  let head = to - 1;
  for (let k = from + 1; k < to; k += 1)
    if (/^(of|in|at|for|from)$/.test(word(tokens, k))) {
      head = k - 1;
      break;
    }
  one.noun = slice(text, spanOf(tokens, from, to)).replace(/\s+/g, ' ');
  one.head = singular(word(tokens, head));
  one.readers.push('measured');
}

const CARRIERS = /^(in|at|from|outside|within|near|among|of)$/;

/** "3 in Lyon and 2 in Nantes": a figure without its noun counts what the figure before it counts. */
export const elidedRefiner: Refiner = {
  name: 'elided',
  refine(tokens, found) {
    found.forEach((one, index) => {
      if (one.excluded !== null || one.unit !== null || one.noun !== null || NO_NOUN.has(one.readers[0] as string)) return;
      const source = forward(tokens, found, index) ?? backward(tokens, found, index) ?? acrossSentences(tokens, found, index);
      if (!source) return;
      one.noun = source.noun;
      one.head = source.head;
      one.unit = source.unit;
      one.readers.push('elided');
      if (CARRIERS.test(word(tokens, one.to))) one.mentionTo = Math.max(one.mentionTo, placeEnd(tokens, one.to + 1) || one.mentionTo);
    });
  },
};

/** "five or six people" */
function forward(tokens: readonly Token[], found: readonly Found[], index: number): Found | null {
  const [one, next] = [found[index] as Found, found[index + 1]];
  const of =
    word(tokens, one.to) === 'of' && /^(the|these|those|its|their|some|about)$/.test(word(tokens, one.to + 1)) && next?.from === one.to + 2;
  const joined =
    next &&
    next.excluded === null &&
    (of || (next.mentionFrom === one.to + 1 && (word(tokens, one.to) === 'or' || word(tokens, one.to) === 'and')));
  return joined && (next.noun !== null || next.unit !== null) ? next : null;
}

function backward(tokens: readonly Token[], found: readonly Found[], index: number): Found | null {
  const one = found[index] as Found;
  for (let k = index - 1; k >= 0 && k >= index - 4; k -= 1) {
    const source = found[k] as Found;
    if (one.from - source.to > 60 || separated(tokens, source.to, one.from)) return null;
    if (source.excluded !== null || (source.noun === null && source.unit === null)) continue;
    // A unit is only shared by figures of one list ("3.4 percent or 5.1").
    if (source.unit !== null && one.from - source.spanTo > 3) continue;
    return source;
  }
  return null;
}

/** "The stewards put the turnout at 4,000 walkers. Onlookers speak of over 7,000": the sentence before said what is counted. */
function acrossSentences(tokens: readonly Token[], found: readonly Found[], index: number): Found | null {
  const one = found[index] as Found;
  const before = word(tokens, one.mentionFrom - 1);
  if (!/^(counted|estimated)$/.test(before) && !(word(tokens, one.mentionFrom - 2) === 'there' && /^(were|was|are)$/.test(before)))
    return null;
  const source = found.slice(Math.max(0, index - 3), index).findLast(({ excluded, noun }) => excluded === null && noun !== null);
  return source && one.from - source.to < 60 && !/^(of|in)$/.test(word(tokens, one.to)) ? source : null;
}

/** A sentence ends between two tokens. Figures are far apart at most by the length of a sentence, so the scan is bounded. */
function separated(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 60) return true;
  for (let k = from; k < to; k += 1) if (tokens[k + 1]?.gap === 'block' || (isStop(tokens, k) && mark(tokens, k) !== ';')) return true;
  return false;
}

function placeEnd(tokens: readonly Token[], from: number): number {
  let to = word(tokens, from) === 'the' ? from + 1 : from;
  const start = to;
  while (tokens[to]?.kind === 'word' && /^\p{Lu}/u.test((tokens[to] as Token).text) && tokens[to]?.gap !== 'block') to += 1;
  return to > start ? to : 0;
}
