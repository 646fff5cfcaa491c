import { type Token, words } from '../../base';
import { capital, tokenAt, word } from '../look';
import { SIGNS } from '../units/currencies';
import { CHANGES } from '../words/movement';
import { isPlural } from '../words/plural';
import { SIZES } from '../words/sizes';
import { looksAdverb, looksProgressive, PARTICIPLES } from '../words/stopwords';
import { type Chunk, chunkAt } from './chunk';
import { classOf, isPast, LED, TAKEN } from './wordclass';

/** What is known where a word is looked at: the tokens up to `end`, the next quantity at `stop`, the chunks before. */
export interface Around {
  readonly tokens: readonly Token[];
  readonly end: number;
  readonly stop: number;
  readonly chunks: readonly Chunk[];
}

/** "cost", "reports", "hosts" are verbs behind a subject where an object follows, or a place that a verb of motion leads to. */
export function verbAmong({ tokens, end, stop, chunks }: Around, i: number, before: Pick<Chunk, 'kind' | 'to'> | undefined): boolean {
  const { lower } = tokens[i] as Token;
  const listed = classOf(lower) === 'both';
  // "need just three"
  const figure = stop < end && (i + 1 === stop || (i + 2 === stop && classOf(tokens[i + 1]?.lower ?? '') === 'adv'));
  const agrees =
    before?.kind !== 'noun' ||
    TENSELESS.has(lower) ||
    capital(tokenAt(tokens, i - 1)) ||
    lower.endsWith('s') !== isPlural((tokenAt(tokens, i - 1) as Token).lower);
  if (!agrees || before === undefined || (figure && isGapped(tokens, chunks, i, stop, listed))) return false;
  if (listed && figure && before.kind !== 'prep' && !verbBefore(chunks)) return true;
  if (before.to < i - 2) return false;
  if (before.kind === 'pron' || before.kind === 'rel') return true;
  if (before.kind !== 'noun' && before.kind !== 'and' && before.kind !== 'quantity') return false;
  if (before.kind !== 'and' && verbBefore(chunks)) return false;
  const next = tokens[i + 1];
  if (next === undefined || i + 1 >= end) return false;
  const opens = classOf(next.lower);
  if (before.kind === 'and' && !listed) return figure && finiteBefore(chunks);
  if (figure || opens === 'det' || opens === 'pron') return true;
  return (
    before.kind === 'noun' &&
    listed &&
    (next.lower === 'that' ||
      (next.lower === 'to' && infinitiveAt(tokens, i + 2, end)) ||
      (MOTION.has(next.lower) && !finiteAhead(tokens, i + 1, end)))
  );
}
/** "sales rose 3% and profits 2%": behind a change and "and" a thing that has a size, whose verb is left out. */
function isGapped(tokens: readonly Token[], chunks: readonly Chunk[], i: number, stop: number, listed: boolean): boolean {
  const figure = chunkAt(chunks, chunks.length - 2);
  if (chunkAt(chunks, chunks.length - 1)?.kind !== 'and' || figure?.kind !== 'quantity' || figure.named) return false;
  const { lower } = tokens[i] as Token;
  const thing = SIZES.has(lower) || (!listed && isPlural(lower));
  return (
    thing &&
    i + 1 === stop &&
    CHANGES.has(word(tokens, figure.from - 1)) &&
    SHARES.has((tokens[stop + 1] as Token | undefined)?.lower ?? '')
  );
}
const SHARES = words('% percent per points');

/** Past and present alike; of the others a subject in the plural takes the plain form: "airlines report", "the airline reports". */
const TENSELESS = words('cut hit set cost spread put let shut bid cast felt');
const MOTION = words('at to by from into through between');

/** The clause has its verb already. */
function verbBefore(chunks: readonly Chunk[]): boolean {
  for (let k = chunks.length - 1; k >= 0 && k > chunks.length - 6; k -= 1) {
    const kind = chunks[k]?.kind;
    // "Renting a flat in Oslo costs": the first verb is its subject.
    if (kind === 'verb') return k > 0 || chunks[k]?.form !== 'open';
    if (kind !== 'noun' && kind !== 'prep' && kind !== 'time') return false;
  }
  return false;
}

/** "has 40 beds and treats 900": the sentence has a verb that another may join, and no list of nouns is going on. */
function finiteBefore(chunks: readonly Chunk[]): boolean {
  const links = chunkAt(chunks, chunks.length - 3)?.kind;
  if (links === 'and' || links === 'comma') return false;
  for (let k = chunks.length - 1; k >= 0 && k > chunks.length - 8; k -= 1)
    if (chunks[k]?.kind === 'verb') return chunks[k]?.form !== 'open';
  return false;
}

/** A word that can only be a verb follows in the same clause. */
function finiteAhead(tokens: readonly Token[], i: number, end: number): boolean {
  for (let k = i; k < i + 10 && k < end; k += 1) {
    const token = tokens[k] as Token;
    if (token.text === ',' || token.text === '(') return false;
    const kind = classOf(token.lower);
    if (kind === 'rel' || kind === 'sub' || kind === 'and') return false;
    if (kind === 'verb' || kind === 'be' || kind === 'aux') return true;
    if (isPast(token.lower) && tokens[k + 1]?.kind !== 'word') return true;
  }
  return false;
}

/** "to" stands before a verb in its plain form. */
export function infinitiveAt(tokens: readonly Token[], i: number, end: number): boolean {
  const at = looksAdverb(tokens[i]?.lower ?? '') ? i + 1 : i;
  const token = tokens[at];
  if (token?.kind !== 'word' || capital(token) || at >= end) return false;
  const kind = classOf(token.lower);
  if (kind === 'verb' || kind === 'be' || kind === 'aux') return true;
  if ((kind !== null && kind !== 'both') || isPlural(token.lower) || looksProgressive(token.lower)) return false;
  const next = tokens[at + 1];
  // "to cut costs", but "rose to record highs"
  if (ROSE.has(word(tokens, i - 2))) return false;
  if (kind === 'both') return next?.lower !== 'of';
  if (next === undefined || next.kind === 'number') return true;
  return next.kind === 'word' ? TAIL.has(classOf(next.lower) ?? '') : SIGNS.has(next.text);
}
const TAIL = words('det pron prep adv to');
const ROSE =
  words(`rose fell rise fall rises falls grew sank slid led leads due according up down climbed jumped dropped slipped soared surged declined
  plunged eased narrowed widened increased advanced tumbled slumped rallied recovered returned`);

/** A verb with its auxiliaries and the adverbs between them: "has not been sold", "is expected to rise". */
export function verbGroup(around: Around, from: number, open: boolean): Pick<Chunk, 'to' | 'word' | 'form'> {
  const { tokens, stop, end } = around;
  let group: Pick<Chunk, 'to' | 'word' | 'form'> = { to: from + 1, word: '', form: open ? 'open' : null };
  let be = false;
  for (let k = from; k < stop && k < from + 8; k += 1) {
    const { lower, kind: sort } = tokens[k] as Token;
    if (sort !== 'word') break;
    const kind = classOf(lower);
    if (kind === 'be' || kind === 'aux') {
      be = kind === 'be';
      group = { to: k + 1, word: lower, form: group.form ?? 'finite' };
    } else if (k > from && (kind === 'adv' || looksAdverb(lower))) continue;
    else if (k > from && kind === 'to' && infinitiveAt(tokens, k + 1, end)) be = false;
    else if (
      k === from ||
      verbal(lower) ||
      (be && TENSELESS.has(lower)) ||
      (!be && (kind === 'both' || (kind === null && classOf(group.word) === 'aux')))
    ) {
      const progressive = isProgressive(lower);
      const form =
        group.form === null && (progressive || isTaken(tokens, k)) ? 'open' : be && !progressive ? 'passive' : (group.form ?? 'finite');
      group = { to: k + 1, word: lower, form };
      be = false;
      if (classOf(tokens[k + 1]?.lower ?? '') !== 'to') break;
    } else break;
  }
  return be && group.form !== 'open' ? { ...group, form: 'be' } : group;
}

const isProgressive = (lower: string): boolean => looksProgressive(lower) || SHORT.has(lower);
const SHORT = words('using doing going owing aging dying lying tying');

/** A participle that hangs on the noun before it: "patients given the drug", "a round led by Cray". */
const isTaken = (tokens: readonly Token[], k: number): boolean => {
  const { lower } = tokens[k] as Token;
  return (
    TAKEN.has(lower) ||
    (tokens[k + 1]?.lower === 'by' && tokens[k + 2]?.kind === 'word' && !ROSE.has(lower) && (isPast(lower) || LED.has(lower)))
  );
};

const verbal = (lower: string): boolean =>
  isPast(lower) ||
  looksProgressive(lower) ||
  classOf(lower) === 'verb' ||
  (PARTICIPLES.has(lower) && !lower.startsWith('un') && (lower.endsWith('ed') || lower.endsWith('ing')));
