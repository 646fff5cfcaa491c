import type { Token } from '@/lib/base';
import { endsPhrase, spelledNumber } from '@/lib/quantity';
import { ALONE, LIGHT } from './acts';
import { isState } from './people';
import { AUX, BE, BEFORE_FIGURE, HEDGING, HELD, NO_VERB, OPENERS, PREPOSITION, progressive, saidOf, verbal } from './verb-forms';
import { type ArticleView, isQuoteMark, type Mention, markAt, wordAt } from './view';

/** What happens to or through the counted thing. */
export interface Predicate {
  /** The content verb as written, lower case ("recovered", "provided"); null when none was read. */
  verb: string | null;
  verbAt: number;
  /** "subject": the counted thing acts or is acted on by a passive verb ("40 towns donated", "12 people were injured"). */
  role: 'subject' | 'object';
  passive: boolean;
  /** Words from the verb to the counted thing ("provided assistance to"); only for objects. */
  lead: string;
  /** Words that may name the act when the verb carries none, nearest to the verb first. */
  objects: string[];
  /** Preposition before the counted thing, "" for none. */
  preposition: string;
  /** State named right behind the counted thing ("left 12 people dead"); null for none. */
  state: string | null;
}

const NONE: Predicate = { verb: null, verbAt: -1, role: 'subject', passive: false, lead: '', objects: [], preposition: '', state: null };

/** Finds the verb of a mention: the one it is the subject of, or the one before it whose object it is. */
export function predicateOf(view: ArticleView, mention: Mention): Predicate {
  const { tokens } = view;
  const inside = verbInside(tokens, mention);
  if (inside) return inside;
  const before = verbBefore(tokens, mention);
  const opens = before === null;
  const joined = /^(and|,|after|before|since|when|where)$/.test(tokens[mention.from - 1]?.lower ?? '');
  const after = verbAfter(tokens, mention, opens || joined);
  if (after && (opens || (joined && after.verbAt - mention.to <= 2))) return after;
  return before ?? after ?? verbless(tokens, mention);
}

/** "have at least saved 9,000 trees": the verb stands between hedge and figure. */
function verbInside(tokens: readonly Token[], mention: Mention): Predicate | null {
  for (let k = mention.from; k < mention.figure; k += 1)
    if (verbal(wordAt(tokens, k)) && !HEDGING.test(wordAt(tokens, k)))
      return { ...NONE, verb: wordAt(tokens, k), verbAt: k, role: 'object', lead: wordAt(tokens, k) };
  return null;
}

/** "boats moored at the quay were raised": an auxiliary and its participle, over what stands between; or a finite past at once. */
function verbAfter(tokens: readonly Token[], mention: Mention, opens: boolean): Predicate | null {
  const limit = Math.min(mention.sentence.to, mention.to + 20);
  const finite = opens && verbal(wordAt(tokens, mention.to)) ? mention.to : -1;
  const reduced = finite >= 0 && /^(with|by|from|in|on|for|at)$/.test(wordAt(tokens, finite + 1));
  if (finite >= 0 && !reduced) return subject(tokens, finite, false);
  let inside = false;
  for (let k = mention.to; k < limit; k += 1) {
    if (tokens[k]?.kind === 'number') continue;
    const lower = wordAt(tokens, k);
    const mark = markAt(tokens, k);
    const aside = mark === ',' && /^(of|including|who|which|one)$/.test(wordAt(tokens, k + 1));
    // "five people, including a clerk, have been held": the comma that ends what stood between.
    const closes: boolean = mark === ',' && inside && AUX.test(wordAt(tokens, k + 1));
    if (/^[;:.]$/.test(mark) || isQuoteMark(mark) || (mark === ',' && !aside && !closes)) break;
    inside = aside || (inside && !closes);
    if (/^(while|but|whereas|after|before|when|because|although|that)$/.test(lower) || saidOf(lower)) break;
    if (lower === 'and' && (verbal(wordAt(tokens, k + 1)) || AUX.test(wordAt(tokens, k + 1))) && k >= mention.to) break;
    if (!AUX.test(lower)) {
      if (opens && finiteAt(tokens, k, mention.to)) return subject(tokens, k, false);
      continue;
    }
    let at = k + 1;
    while (
      at < limit &&
      (AUX.test(wordAt(tokens, at)) ||
        /ly$|^(also|not|all|since|now|still|already|feared|so|far|both)$/.test(wordAt(tokens, at)) ||
        (wordAt(tokens, at) === 'left' && BE.test(wordAt(tokens, at - 1))))
    )
      at += 1;
    const passive = BE.test(wordAt(tokens, at - 1)) || /^(left|feared)$/.test(wordAt(tokens, at - 1));
    // "are known to have died": what is known is what follows.
    if (HELD.test(wordAt(tokens, at)) && wordAt(tokens, at + 1) === 'to') {
      at += 2;
      while (at < limit && AUX.test(wordAt(tokens, at))) at += 1;
    }
    if (wordAt(tokens, at) === '' || saidOf(wordAt(tokens, at))) return null;
    // "homes were under evacuation orders", "the loss was its third": no verb stands behind the auxiliary.
    if (NO_VERB.test(wordAt(tokens, at)))
      return inside ? null : { ...NONE, objects: contentWords(tokens, at, clauseEnd(tokens, at), true) };
    return subject(tokens, at, passive);
  }
  return finite >= 0 ? subject(tokens, finite, false) : null;
}

/** A few words, up to where another clause opens. */
function clauseEnd(tokens: readonly Token[], from: number): number {
  let to = from;
  while (to < from + 6 && !/^(when|as|after|before|while|because|since|where|who|which|that)$/.test(wordAt(tokens, to))) to += 1;
  return to;
}

/** "Half of the weavers at the mill joined the strike": a past that has an object, or needs none, behind nothing but what belongs to the count. */
function finiteAt(tokens: readonly Token[], k: number, from: number): boolean {
  const lower = wordAt(tokens, k);
  const [behind, before] = [wordAt(tokens, from), wordAt(tokens, k - 1)];
  if (!verbal(lower) || !(PREPOSITION.test(behind) || verbal(behind)) || endsPhrase(before) || PREPOSITION.test(before)) return false;
  return ALONE.has(lower) || DETERMINER.test(wordAt(tokens, k + 1)) || /^[.,]$/.test(markAt(tokens, k + 1));
}
const DETERMINER = /^(the|a|an|their|its|his|her|this|that|it|them|to)$/;

const subject = (tokens: readonly Token[], at: number, passive: boolean): Predicate => ({
  ...NONE,
  verb: wordAt(tokens, at),
  verbAt: at,
  passive,
  objects: contentWords(tokens, at + 1, at + 6, true),
});

/** Walks left to the nearest verb that is not one of saying. Null when a clause opens at the mention. */
function verbBefore(tokens: readonly Token[], mention: Mention): Predicate | null {
  const limit = Math.max(mention.sentence.from, mention.from - 36);
  let preposition = '';
  let opener = mention.from - 1;
  while (opener > limit && /^(another|a|an|further|some|the|only|just|these|those)$/.test(wordAt(tokens, opener))) opener -= 1;
  for (let k = mention.from - 1; k >= limit; k -= 1) {
    if (tokens[k]?.kind === 'number') continue;
    const lower = wordAt(tokens, k);
    const mark = markAt(tokens, k);
    if (k === opener && (mark === ',' || mark === '(' || OPENERS.test(lower)) && !listed(tokens, k, limit)) return null;
    if (/^[;:]$/.test(mark) || isQuoteMark(mark) || saidOf(lower) || /^(that|while|but|whereas|because|although)$/.test(lower)) return null;
    if (preposition === '' && PREPOSITION.test(lower)) preposition = lower;
    const past = verbal(lower) || progressive(lower);
    const verb = past || (LIGHT.has(lower) && !AUX.test(lower)) || BEFORE_FIGURE.test(lower) || (k === opener && isPlain(tokens, k));
    if (!verb || (past && k < opener && modifies(tokens, k))) continue;
    const passive = BE.test(wordAt(tokens, k - 1)) || (wordAt(tokens, k - 1).endsWith('ly') && BE.test(wordAt(tokens, k - 2)));
    const own = contentWords(tokens, k + 1, mention.from);
    const objects = passive ? contentWords(tokens, Math.max(limit, k - 14), k).reverse() : own;
    return {
      verb: lower,
      verbAt: k,
      role: 'object',
      passive,
      lead: leadOf(tokens, k, mention),
      objects: [...objects, ...withPhrase(tokens, mention)],
      preposition,
      state: isState(wordAt(tokens, mention.to)) ? wordAt(tokens, mention.to) : null,
    };
  }
  return null;
}

/** "to eliminate 40 posts", "will close two mills", "and sink 40 boats": a plain form right before its object. */
const isPlain = (tokens: readonly Token[], k: number): boolean =>
  !endsPhrase(wordAt(tokens, k)) && tokens[k]?.kind === 'word' && MODAL.test(wordAt(tokens, k - 1));
const MODAL = /^(to|will|would|can|could|may|might|must|should|shall)$/;

/** A participle before a noun ("the damaged pipeline") is no verb of the clause. */
const modifies = (tokens: readonly Token[], k: number): boolean =>
  !AUX.test(wordAt(tokens, k - 1)) &&
  /^(the|a|an|its|of|and)$|.ly$/.test(wordAt(tokens, k - 1)) &&
  wordAt(tokens, k + 1) !== '' &&
  !endsPhrase(wordAt(tokens, k + 1)) &&
  spelledNumber(wordAt(tokens, k + 1)) === null &&
  tokens[k + 1]?.kind === 'word';

/** "supplied 12 towns with spare pumps" */
export function withPhrase(tokens: readonly Token[], mention: Mention): string[] {
  const words: string[] = [];
  if (wordAt(tokens, mention.to) !== 'with') return words;
  for (let k = mention.to + 1; k < mention.to + 5 && wordAt(tokens, k) !== '' && !endsPhrase(wordAt(tokens, k)); k += 1)
    words.push(wordAt(tokens, k));
  return words;
}

/** Content words of a stretch on the verb's side of any stop in it: behind the stop before a verb, before the stop behind one. */
const contentWords = (tokens: readonly Token[], from: number, to: number, behindVerb = false): string[] => {
  const words: string[] = [];
  for (let k = from; k < to; k += 1) {
    if (/^[.;:]$/.test(markAt(tokens, k))) {
      if (behindVerb) break;
      words.length = 0;
      continue;
    }
    const lower = wordAt(tokens, k);
    if (lower !== '' && !endsPhrase(lower) && !HEDGING.test(lower)) words.push(lower);
  }
  return words;
};

/** The verb and what leads from it to the counted thing, without figures and hedges; of a list only what leads to its first member. */
function leadOf(tokens: readonly Token[], verb: number, mention: Mention): string {
  const inList = /^(and|or|,)$/.test(tokens[mention.from - 1]?.lower ?? '');
  const words = [wordAt(tokens, verb)];
  for (let k = verb + 1; k < mention.from && words.length < 9; k += 1) {
    const token = tokens[k] as Token;
    if (token.kind === 'number' || (spelledNumber(token.lower) ?? 0) > 1) {
      while (HEDGING.test(words.at(-1) ?? '') && !/^(to|of|at)$/.test(words.at(-1) ?? '')) words.pop();
      if (inList) break;
      continue;
    }
    if (
      token.kind === 'word' &&
      !/^(also|the|its|a|an|more|than|nearly|over|about|least|almost|hundred|thousand|million|billion)$/.test(token.lower)
    )
      words.push(token.lower);
  }
  return words.join(' ');
}

/** The comma or "and" before a mention belongs to a list of counted things under one verb. */
function listed(tokens: readonly Token[], k: number, limit: number): boolean {
  for (let at = k - 1; at > limit && k - at < 9; at -= 1)
    if (tokens[at]?.kind === 'number' || (spelledNumber(wordAt(tokens, at)) ?? 0) > 0) return true;
  return false;
}

/** "In a call with clerks from 14 towns": no verb, but the nearest word to the left that names an act. */
function verbless(tokens: readonly Token[], mention: Mention): Predicate {
  const objects = contentWords(tokens, Math.max(mention.sentence.from, mention.from - 14), mention.from).reverse();
  const link = wordAt(tokens, mention.from - 1);
  return { ...NONE, role: 'object', objects, preposition: PREPOSITION.test(link) ? link : '' };
}
