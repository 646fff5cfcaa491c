import { isListed, type Token, words } from '../../base';
import { isOf } from '../look';
import { SIGNS } from '../units/currencies';
import { CHANGES } from '../words/movement';
import { SIZES } from '../words/sizes';
import { type Chunk, chunkAt, kindAt, NO_WORD } from './chunk';
import { FORMS, kindOf } from './forms';
import { KINDS } from './kinds';

const { NOUN, TIME, PRON, VERB, PREP, AND, SUB, REL, DET, TO, BE, AUX, BOTH, ADV, COMMA, QUANTITY } = KINDS;
const { PLURAL, PAST, PROGRESSIVE, ADVERB, ACTS, S, TENSELESS, ROSE, TAKEN, LED, WORD, CAPITAL } = FORMS;

/** What is known where a word is looked at: the tokens up to `end` with their forms, the next quantity at `stop`, the chunks before. */
export interface Around {
  readonly tokens: readonly Token[];
  readonly forms: readonly number[];
  readonly end: number;
  readonly stop: number;
  readonly chunks: readonly Chunk[];
}

/**
 * "cost", "reports", "hosts" are verbs behind a subject where an object follows, or a place that a verb of motion leads to. `before` is the
 * kind of the chunk before, which ends at `to`.
 */
export function verbAmong(around: Around, i: number, before: number, to: number): boolean {
  const { forms, end, stop, chunks } = around;
  const form = forms[i] as number;
  if (before === 0 || (before === NOUN && !agrees(form, forms[i - 1] as number))) return false;
  const listed = kindOf(form) === BOTH;
  const next = forms[i + 1] as number;
  // "need just three"
  const figure = stop < end && (i + 1 === stop || (i + 2 === stop && kindOf(next) === ADV));
  if (figure && isGapped(around, i, listed)) return false;
  if (figure && listed && before !== PREP && !verbBefore(chunks)) return true;
  if (to < i - 2) return false;
  if ((before & (PRON | REL)) !== 0) return true;
  if ((before & (NOUN | AND | QUANTITY)) === 0) return false;
  if (before !== AND && verbBefore(chunks)) return false;
  if (i + 1 >= end) return false;
  if (before === AND && !listed) return figure && finiteBefore(chunks);
  if (figure || (kindOf(next) & (DET | PRON)) !== 0) return true;
  return before === NOUN && listed && (kindOf(next) & LEADING) !== 0 && leadsOn(around, i);
}
const LEADING = REL | TO | PREP;

/** A verb in -s behind a noun in the singular, one without behind a plural; behind a name either. */
const agrees = (form: number, before: number): boolean =>
  (form & TENSELESS) !== 0 || (before & CAPITAL) !== 0 || ((form & S) !== 0) !== ((before & PLURAL) !== 0);

/** "claims that", "plans to build", "moves to Lima" */
function leadsOn(around: Around, i: number): boolean {
  const { lower } = around.tokens[i + 1] as Token;
  return lower === 'that' || (lower === 'to' && infinitiveAt(around, i + 2)) || (MOTION.has(lower) && !finiteAhead(around, i + 1));
}
const MOTION = words('at to by from into through between');

/** "sales rose 3% and profits 2%": behind a change and "and" a thing that has a size, whose verb is left out. */
function isGapped({ tokens, forms, stop, chunks }: Around, i: number, listed: boolean): boolean {
  if (kindAt(chunks, chunks.length - 1) !== AND || i + 1 !== stop) return false;
  const figure = chunkAt(chunks, chunks.length - 2);
  if (figure.kind !== QUANTITY || figure.named) return false;
  const thing = (!listed && ((forms[i] as number) & PLURAL) !== 0) || SIZES.has((tokens[i] as Token).lower);
  return thing && isOf(tokens, figure.from - 1, CHANGES) && SHARES.has((tokens[stop + 1] as Token | undefined)?.lower ?? '');
}
const SHARES = words('% percent per points');

/** The clause has its verb already. */
function verbBefore(chunks: readonly Chunk[]): boolean {
  for (let k = chunks.length - 1; k >= 0 && k > chunks.length - 6; k -= 1) {
    const { kind, form } = chunks[k] as Chunk;
    // "Renting a flat in Oslo costs": the first verb is its subject.
    if (kind === VERB) return k > 0 || form !== 'open';
    if ((kind & (NOUN | PREP | TIME)) === 0) return false;
  }
  return false;
}

/** "has 40 beds and treats 900": the sentence has a verb that another may join, and no list of nouns is going on. */
function finiteBefore(chunks: readonly Chunk[]): boolean {
  if ((kindAt(chunks, chunks.length - 3) & (AND | COMMA)) !== 0) return false;
  for (let k = chunks.length - 1; k >= 0 && k > chunks.length - 8; k -= 1) if (chunks[k]?.kind === VERB) return chunks[k]?.form !== 'open';
  return false;
}

/** A word that can only be a verb follows in the same clause. */
function finiteAhead({ tokens, forms, end }: Around, i: number): boolean {
  for (let k = i; k < i + 10 && k < end; k += 1) {
    const form = forms[k] as number;
    const kind = kindOf(form);
    if ((kind & (VERB | BE | AUX)) !== 0) return true;
    if ((kind & (REL | SUB | AND)) !== 0) return false;
    if ((form & PAST) !== 0 && ((forms[k + 1] as number) & WORD) === 0) return true;
    if ((form & WORD) === 0 && BREAKS.has((tokens[k] as Token).text)) return false;
  }
  return false;
}
const BREAKS = words(', (');

/** "to" stands before a verb in its plain form. */
export function infinitiveAt({ tokens, forms, end }: Around, i: number): boolean {
  const at = ((forms[i] as number) & ADVERB) !== 0 ? i + 1 : i;
  const form = forms[at] as number;
  if ((form & (WORD | CAPITAL)) !== WORD || at >= end) return false;
  const kind = kindOf(form);
  if ((kind & (VERB | BE | AUX)) !== 0) return true;
  if ((kind & (NOUN | BOTH)) === 0 || (form & (PLURAL | PROGRESSIVE)) !== 0) return false;
  const next = tokens[at + 1];
  // "to cut costs", but "rose to record highs"
  if (i > 1 && ((forms[i - 2] as number) & ROSE) !== 0) return false;
  if (kind === BOTH) return next?.lower !== 'of';
  if (next === undefined || next.kind === 'number') return true;
  return next.kind === 'word' ? (kindOf(forms[at + 1] as number) & TAIL) !== 0 : SIGNS.has(next.text);
}
const TAIL = DET | PRON | PREP | ADV | TO;

/** A verb with its auxiliaries and the adverbs between them: "has not been sold", "is expected to rise". */
export function verbGroup(around: Around, from: number, open: boolean): Pick<Chunk, 'to' | 'spelling' | 'form'> {
  const { tokens, forms, stop } = around;
  let to = from + 1;
  let spelling = NO_WORD;
  let form: Chunk['form'] = open ? 'open' : null;
  // Kind of the auxiliary that came last, as long as no verb has followed.
  let last = 0;
  for (let k = from; k < stop && k < from + 8; k += 1) {
    const own = forms[k] as number;
    if ((own & WORD) === 0) break;
    const kind = kindOf(own);
    if ((kind & (BE | AUX)) !== 0) {
      last = kind;
      to = k + 1;
      spelling = (tokens[k] as Token).spelling;
      form ??= 'finite';
    } else if (k > from && (kind === ADV || (own & ADVERB) !== 0)) continue;
    else if (k > from && kind === TO && infinitiveAt(around, k + 1)) last &= ~BE;
    else if (k === from || follows(last, own)) {
      spelling = (tokens[k] as Token).spelling;
      const progressive = (own & PROGRESSIVE) !== 0 || isListed(spelling, SHORT);
      if (form === null && (progressive || isTaken(around, k))) form = 'open';
      else if (last === BE && !progressive) form = 'passive';
      else form ??= 'finite';
      to = k + 1;
      last = 0;
      if (kindOf(forms[k + 1] as number) !== TO) break;
    } else break;
  }
  return { to, spelling, form: last === BE && form !== 'open' ? 'be' : form };
}
const SHORT = words('using doing going owing aging dying lying tying');

/** The word can stand behind a verb of that kind: "has risen", "was cut", "will report". */
const follows = (last: number, form: number): boolean =>
  (form & ACTS) !== 0 || (last === BE ? (form & TENSELESS) !== 0 : kindOf(form) === BOTH || (kindOf(form) === NOUN && last === AUX));

/** A participle that hangs on the noun before it: "patients given the drug", "a round led by Cray". */
function isTaken({ tokens, forms }: Around, k: number): boolean {
  const form = forms[k] as number;
  if ((form & TAKEN) !== 0) return true;
  if ((form & (PAST | LED)) === 0 || (form & ROSE) !== 0) return false;
  return tokens[k + 1]?.lower === 'by' && ((forms[k + 2] as number) & WORD) !== 0;
}
