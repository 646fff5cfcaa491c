import { type Token, WordList, words } from '../../base';
import { type Found, type Refiner, saidAt } from '../found';
import { glued, isInitial, isSign } from '../look';
import { aboutOf } from '../sentence/about';
import type { Chain } from '../sentence/chain';
import { type Chunk, chunkAt, kindAt } from '../sentence/chunk';
import { chunksOf, formsFor } from '../sentence/chunks';
import { FORMS, kindOf } from '../sentence/forms';
import { KINDS } from '../sentence/kinds';
import { placesOf } from '../sentence/places';
import { endsSentence, sentenceAt, sentenceStarts } from '../sentence/stop';
import { CLOSED } from '../words/stopwords';

/** How far around a quantity its sentence is looked at, in tokens. */
const BACK = 60;
const AHEAD = 24;
const WIDEST = 160;
/** How far back a sentence without a subject looks for one: sentences, and tokens in each. */
const EARLIER = 3;
const REACH = 40;

/** What a quantity is about, by the shape of its clause: "5 % of sales" sales, "sales rose 5 %" sales, "a 5 % tax on tea" the tax. */
export const conceptRefiner: Refiner = {
  name: 'concept',
  refine(tokens, found, text) {
    if (found.length === 0) return;
    const whole: Whole = { tokens, forms: formsFor(tokens), found, text, starts: sentenceStarts(tokens) };
    for (let first = 0; first < found.length; ) first = refineSentence(whole, first);
  },
};

/** The text and what is worked out once for all its sentences. */
interface Whole {
  tokens: readonly Token[];
  forms: number[];
  found: readonly Found[];
  text: string;
  starts: readonly number[];
}

/** Reads the sentence of one quantity once for all quantities in it; gives the index of the first that stands elsewhere. */
function refineSentence(whole: Whole, first: number): number {
  const { tokens, forms, found, starts } = whole;
  const one = found[first] as Found;
  if (one.excluded !== null && one.excluded !== 'definite') return first + 1;
  const start = startOf(starts, Math.min(one.mentionFrom, one.spanFrom), BACK);
  const to = sentenceEnd(tokens, starts, one.spanTo, start + WIDEST);
  const last = to - start < WIDEST ? to : to - AHEAD;
  let next = first + 1;
  while (next < found.length && (found[next] as Found).from < last) next += 1;
  let chunks = chunksFrom(whole, first, start, to);
  if (isFragment(forms, chunks)) {
    const from = earlierSentences(tokens, starts, start);
    if (from < start) chunks = chunksFrom(whole, first, from, to);
  }
  for (const place of placesOf(chunks)) {
    const index = (chunks[place.at] as Chunk).quantity;
    const it = found[index] as Found;
    if (index < first || index >= next || it.excluded === 'partitive') continue;
    const twin = twinOf(chunks, place.at);
    if (twin < 0) name(whole, chunks, aboutOf(chunks, place, it), it);
    else {
      it.concept = [...(found[twin] as Found).concept];
      it.about = (found[twin] as Found).about;
    }
    if (it.concept.length > 0) it.readers.push('concept');
  }
  return next;
}

/** The chunks from token `from` on; `first` is a quantity in them, and the ones before it count too. */
function chunksFrom({ tokens, forms, found }: Whole, first: number, from: number, to: number): Chunk[] {
  let opening = first;
  while (opening > 0 && (found[opening - 1] as Found).from >= from) opening -= 1;
  return chunksOf(tokens, forms, from, to, found, opening);
}

/** "Up 12 cents to $5.", "Weighs 3 kg.": a sentence without a subject speaks of what was named before it. */
function isFragment(forms: readonly number[], chunks: readonly Chunk[]): boolean {
  for (let k = 0; k < chunks.length; k += 1) {
    const { kind, from } = chunks[k] as Chunk;
    if (kind === KINDS.VERB) return k === 0 && ((forms[from] as number) & FORMS.S) !== 0;
  }
  return true;
}

function earlierSentences(tokens: readonly Token[], starts: readonly number[], start: number): number {
  let from = start;
  for (let k = 0; k < EARLIER && from > 0 && tokens[from]?.gap !== 'block' && start - from < REACH; k += 1)
    from = startOf(starts, from - 1, REACH);
  return from;
}

const startOf = (starts: readonly number[], at: number, most: number): number =>
  Math.max(starts[sentenceAt(starts, at)] as number, at - most);

/** The mark that ends the sentence of token `at`, or the empty line behind it. */
function sentenceEnd(tokens: readonly Token[], starts: readonly number[], at: number, most: number): number {
  const end = Math.min(tokens.length, most);
  const to = Math.max(at + 1, Math.min(starts[sentenceAt(starts, at) + 1] ?? end, end));
  return to <= end && endsSentence(tokens, to - 1) ? to - 1 : Math.min(to, end);
}

/** "11 km (7 miles)", "grew 5 percent, or 2 million", "5 feet, 2 inches": the second figure is about what the first is about; −1 for no such. */
function twinOf(chunks: readonly Chunk[], at: number): number {
  let k = at - 1;
  if (kindAt(chunks, k) === KINDS.AND) k -= 1;
  const opened = kindAt(chunks, k) === KINDS.OPEN;
  if (opened || kindAt(chunks, k) === KINDS.COMMA) k -= 1;
  if (k === at - 1 || kindAt(chunks, k) !== KINDS.QUANTITY) return -1;
  const next = chunkAt(chunks, at + 1);
  const own = next.kind === KINDS.NOUN || (!opened && next.kind === KINDS.VERB && next.form !== 'open') || OWN.has(next.word);
  return own ? -1 : (chunks[k] as Chunk).quantity;
}
const OWN: ReadonlySet<string> = new Set(['of', 'for', 'among']);

/**
 * The words of the phrases in order, names and hyphened words whole, without articles and other small words; and the first phrase with
 * what hangs on it, as written.
 */
function name(whole: Whole, chunks: readonly Chunk[], chain: Chain, it: Found): void {
  const { tokens, found, text } = whole;
  let from = 0;
  let to = 0;
  let last = -1;
  for (const k of chain) {
    const chunk = chunks[k] as Chunk;
    const one = chunk.quantity < 0 ? undefined : found[chunk.quantity];
    const start = one ? one.nounFrom : chunk.from;
    const end = one ? one.nounTo : chunk.to;
    for (let i = start; i < end; i += 1) addWord(whole, it.concept, i, start);
    if (start === end) continue;
    if (last < 0) from = start;
    if (last >= 0 && k !== last + 2) continue;
    to = end;
    last = k;
  }
  for (let k = it.concept.length - 1; k >= 0; k -= 1) if (isComparison(it.concept[k] as string)) it.concept.splice(k, 1);
  const long = last >= 0 && (tokens[to - 1] as Token).end - (tokens[from] as Token).start > LONGEST_ABOUT;
  if (last >= 0 && !long) it.about = saidAt(tokens, from, to, text);
}

/** Say with what time a figure is compared, and not what it is about. */
const COMPARISONS = words(
  `y/y m/m q/q w/w yoy mom qoq y-o-y m-o-m q-o-q year-on-year month-on-month quarter-on-quarter week-on-week year-over-year month-over-month
  quarter-over-quarter`,
);
const LENGTHS = [...COMPARISONS].reduce((bits, { length }) => bits | (1 << length), 0);
/** Few words are as long as one of them. */
const isComparison = (said: string): boolean =>
  said.length < 32 && ((LENGTHS >> said.length) & 1) !== 0 && COMPARISONS.has(said.toLowerCase());

function addWord({ tokens, forms }: Whole, words: string[], i: number, from: number): void {
  const { kind, text, lower, gap } = tokens[i] as Token;
  if (text.length > LONGEST) return;
  if (gap === 'none' && i > from && joins(tokens, i)) words.push((words.pop() ?? '') + text);
  else if (kind !== 'mark' && (isOpen(forms[i] as number, lower) || (i > from && isInitial(text)))) words.push(owner(text));
}

/** What is glued to the word before makes one word with it: a figure, a joint between two, what stands behind a joint. */
function joins(tokens: readonly Token[], i: number): boolean {
  const { kind, text } = tokens[i] as Token;
  if (kind === 'mark') return JOINTS.has(text) && glued(tokens, i + 1);
  return kind === 'number' || isSign(tokens, i - 1, JOINTS);
}

/** No small word; one without a kind of its own is none. */
const isOpen = (form: number, lower: string): boolean => ((form & FORMS.WORD) !== 0 && kindOf(form) === KINDS.NOUN) || !CLOSED.has(lower);
/** No word of any language is longer; what is, would be copied to each quantity that is about it. */
const LONGEST = 64;
const LONGEST_ABOUT = 400;
/** "Lima's" → "Lima", "workers'" → "workers" */
function owner(said: string): string {
  const last = said.length - 1;
  if (last < 1) return said;
  if (isApostrophe(said.charCodeAt(last))) return said.slice(0, last);
  return said.charCodeAt(last) === SMALL_S && isApostrophe(said.charCodeAt(last - 1)) ? said.slice(0, last - 1) : said;
}
const SMALL_S = 115;
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;
const JOINTS = new WordList('-‐‑&/.+');
