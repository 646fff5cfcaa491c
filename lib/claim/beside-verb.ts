import { isDayName, type Token } from '@/lib/base';
import { endsPhrase, looksPast } from '@/lib/quantity';
import { isPronoun, type Named, namedIn, pronounNamed } from './naming';
import { DOCUMENTS, ROLES, SAY } from './saying';
import { type ArticleView, capitalAt, isQuoteMark, markAt, wordAt } from './view';

const ADVERB = /^(also|later|then|earlier|has|had|have|further|again|meanwhile|only|just|once|repeatedly|today|yesterday)$/;
export const LONGEST_SUBJECT = 24;

/** Walks left from a verb to its subject; over an apposition between commas to the name before it. */
export function subjectBefore(view: ArticleView, verb: number, limit: number): Named | null {
  const { tokens } = view;
  let end = verb;
  while (end > limit && (ADVERB.test(wordAt(tokens, end - 1)) || /ly$/.test(wordAt(tokens, end - 1)))) end -= 1;
  if (end <= limit) return null;
  if (isPronoun(wordAt(tokens, end - 1))) return pronounNamed(wordAt(tokens, end - 1));
  if (/^(who|which|that|and|i|we|you)$/.test(wordAt(tokens, end - 1))) return null;
  if (markAt(tokens, end - 1) === ',' || markAt(tokens, end - 1) === ')') return appositive(view, end - 1, limit);
  const from = phraseStart(tokens, end, limit);
  return from < end ? namedIn(view.text, tokens, from, end) : null;
}

/** The full stop of "W." or "Dr." inside a name. */
const isInitial = (tokens: readonly Token[], k: number): boolean =>
  markAt(tokens, k) === '.' &&
  capitalAt(tokens, k - 1) &&
  capitalAt(tokens, k + 1) &&
  ((tokens[k - 1] as Token).text.length === 1 ||
    /^(dr|mr|mrs|ms|st|jr|sr|gen|col|capt|lt|sgt|sen|rep|gov|prof)$/.test(wordAt(tokens, k - 1)));

/** Left end of the noun phrase that ends before `end`. */
function phraseStart(tokens: readonly Token[], end: number, limit: number): number {
  let from = end;
  while (from > limit && end - from < LONGEST_SUBJECT) {
    const k = from - 1;
    const token = tokens[k] as Token;
    if (token.kind === 'mark') {
      const inner = token.gap === 'none' && tokens[k + 1]?.gap === 'none' && /^[-&'’]$/.test(token.text);
      const initial = isInitial(tokens, k);
      if (!inner && !initial) break;
    } else if (token.kind === 'word') {
      const lower = token.lower;
      const joins = lower === 'and' && capitalAt(tokens, k - 1) && capitalAt(tokens, k + 1);
      const binds = /^(of|for|the|a|an|another|its|his|her|in|at|from|on|one)$/.test(lower);
      if (!binds && !joins && !capitalAt(tokens, k) && (endsPhrase(lower) || SAY.has(lower) || (looksPast(lower) && !ROLES.has(lower))))
        break;
    } else if (tokens[k + 1]?.gap !== 'none' && !(wordAt(tokens, k - 1) === 'of' && DOCUMENTS.has(wordAt(tokens, k - 2)))) break;
    from = k;
    if (token.gap === 'block') break;
  }
  // A phrase cannot begin with a preposition.
  while (from < end && /^(of|for|in|at|from|on|and)$/.test(wordAt(tokens, from))) from += 1;
  return from;
}

/** "Rosa Lind, head of trams, said": the name stands before the comma that opens the apposition. */
function appositive(view: ArticleView, comma: number, limit: number): Named | null {
  const { tokens } = view;
  for (let k = comma - 1; k > limit && comma - k < 40; k -= 1) {
    if (isQuoteMark(markAt(tokens, k))) return null;
    // What stands in brackets is no part of the apposition's frame.
    if (markAt(tokens, k) === ')') while (k > limit && markAt(tokens, k) !== '(') k -= 1;
    if (markAt(tokens, k) !== ',') continue;
    const from = phraseStart(tokens, k, limit);
    // "The chief at the Depot, Rosa Lind, told": the name stands in the apposition.
    const inner = from < k && isName(tokens, k + 1, comma) ? namedIn(view.text, tokens, from, k) : null;
    if (inner && !inner.person && inner.role === null && !inner.document)
      return { ...inner, ...(namedIn(view.text, tokens, k + 1, comma) as Named), role: inner.name };
    const opened =
      from === limit || /^[,“”"–—-]$/.test(markAt(tokens, from - 1)) || /^(and|but|as|that|while)$/.test(wordAt(tokens, from - 1));
    const named = from < k && opened && capitalAt(tokens, k - 1) ? namedIn(view.text, tokens, from, k) : null;
    if (named?.person) return { ...named, role: named.role ?? roleText(view, k + 1, comma) };
    // "the minister, whose name was withheld, told a news agency"
    const unnamed = from < k && opened && /^(who|which)$/.test(wordAt(tokens, k + 1)) ? namedIn(view.text, tokens, from, k) : null;
    if (unnamed) return unnamed;
  }
  return null;
}

/** Two to four capitalised words and nothing else. */
function isName(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from < 2 || to - from > 4) return false;
  for (let k = from; k < to; k += 1) if (!capitalAt(tokens, k) || ROLES.has(wordAt(tokens, k))) return false;
  return true;
}

function roleText(view: ArticleView, from: number, to: number): string | null {
  let start = from;
  while (start < to && /^(the|a|an)$/.test(wordAt(view.tokens, start))) start += 1;
  if (start >= to || /^(who|which)$/.test(wordAt(view.tokens, start))) return null;
  return view.text.slice((view.tokens[start] as Token).start, (view.tokens[to - 1] as Token).end).replace(/\s+/g, ' ');
}

/** A name that begins at token `i` and runs to a comma, a stop, or a word that ends it; then its apposition. */
export function forwardName(view: ArticleView, i: number, limit: number): Named | null {
  const { tokens } = view;
  if (isPronoun(wordAt(tokens, i))) return pronounNamed(wordAt(tokens, i));
  if (isDayName(wordAt(tokens, i))) return null;
  if (/^(that|to|in|on|at|as|there|this|if|when|we|i|no|not|reporters|him|her|them)$/.test(wordAt(tokens, i)) && !capitalAt(tokens, i))
    return null;
  let to = i;
  while (to < limit && to - i < LONGEST_SUBJECT) {
    const token = tokens[to] as Token;
    if (token.kind === 'mark') {
      const inner = token.gap === 'none' && tokens[to + 1]?.gap === 'none' && /^[-&'’]$/.test(token.text);
      const initial = to > i && to + 1 < limit && isInitial(tokens, to);
      if (!inner && !initial) break;
    } else if (token.kind === 'number') break;
    else if (to > i && token.gap !== 'none' && !capitalAt(tokens, to)) {
      const joins = token.lower === 'and' && capitalAt(tokens, to - 1) && capitalAt(tokens, to + 1);
      const binds = /^(of|for|the)$/.test(token.lower);
      if (!joins && !binds && (endsPhrase(token.lower) || (looksPast(token.lower) && !ROLES.has(token.lower)))) break;
    }
    to += 1;
  }
  // "according to a statement by the navy"
  if (DOCUMENTS.has(wordAt(tokens, to - 1)) && /^(?:by|from)$/.test(wordAt(tokens, to)) && to < limit)
    return forwardName(view, to + 1, limit);
  // "people familiar with the sale"
  while (to > i && /^(of|for|the|familiar|close)$/.test(wordAt(tokens, to - 1))) to -= 1;
  if (to <= i) return null;
  const named = namedIn(view.text, tokens, i, to);
  if (!named?.person || named.role !== null || markAt(tokens, to) !== ',') return named;
  let end = to + 1;
  while (
    end < limit &&
    !/^[,.;"”]$/.test(markAt(tokens, end)) &&
    !(wordAt(tokens, end) === 'at' && /^(a|the)$/.test(wordAt(tokens, end + 1)) && /^(press|news|same)$/.test(wordAt(tokens, end + 2)))
  )
    end += 1;
  const opensRole = ROLES.has(wordAt(tokens, to + 1)) || /^(the|a|an)$/.test(wordAt(tokens, to + 1)) || ROLES.has(wordAt(tokens, to + 2));
  return opensRole ? { ...named, role: roleText(view, to + 1, end) } : named;
}
