import { isDayName, type Token, words } from '@/lib/base';
import { endsPhrase, looksPast } from '@/lib/quantity';
import { isPronoun, type Named, namedIn, pronounNamed } from './naming';
import { CONTINUING, DOCUMENTS, LISTENED, ROLES, SAY, WEAK_SAY } from './saying';
import { type ArticleView, capitalAt, isQuoteMark, markAt, quoteAt, type SentenceView, wordAt } from './view';

/** Somebody said something: who, at which verb, and on which side of it what was said stands. */
export interface Attribution {
  who: Named;
  /** Token of the verb, or of "according". */
  at: number;
  kind: 'say' | 'according';
}

const BE = /^(is|are|was|were|be|been|being|get|got)$/;
const ADVERB = /^(also|later|then|earlier|has|had|have|further|again|meanwhile|only|just|once|repeatedly|today|yesterday)$/;
const LONGEST_SUBJECT = 24;

/** All attributions of one sentence, in order. */
export function attributionsIn(view: ArticleView, sentence: SentenceView): Attribution[] {
  const { tokens } = view;
  const found: Attribution[] = [];
  for (let k = sentence.from; k < sentence.to; k += 1) {
    const lower = wordAt(tokens, k);
    // Who said what inside somebody's direct speech is part of what that person says.
    if ((SAY.has(lower) || lower === 'according') && quoteAt(view, (tokens[k] as Token).start)) continue;
    if (lower === 'according' && wordAt(tokens, k + 1) === 'to') {
      const who = forwardName(view, k + 2, sentence.to);
      if (who) found.push({ who, at: k, kind: 'according' });
      continue;
    }
    if (lower === 'remarks' && /^(made|makes|making)$/.test(wordAt(tokens, k - 2))) {
      const who = subjectBefore(view, k - 2, sentence.from);
      if (who) found.push({ who, at: k, kind: 'say' });
      continue;
    }
    const cited = lower === 'saying' && wordAt(tokens, k - 1) === 'as' ? citedBefore(view, k - 1, sentence.from) : null;
    if (cited) found.push({ who: cited, at: k, kind: 'say' });
    if (SHOWS.has(lower)) {
      const who = subjectBefore(view, k, sentence.from);
      if (who && !who.document && isDocument(who)) found.push({ who, at: k, kind: 'say' });
      continue;
    }
    if (lower === 'states' && wordAt(tokens, k - 1) === 'united') continue;
    for (const who of [besideVerb(view, k, sentence.from), agentOf(view, sentence, k)]) if (who) found.push({ who, at: k, kind: 'say' });
    if (
      !SAY.has(lower) ||
      (CONTINUING.has(lower) && lower !== 'put' && !(lower === 'saying' && found.length === 0)) ||
      BE.test(wordAt(tokens, k - 1))
    )
      continue;
    const who = lower === 'saying' ? denierBefore(view, k, sentence.from) : speakerOf(view, sentence, k);
    if (who && (!WEAK_SAY.has(lower) || reportsSpeech(tokens, k, sentence))) found.push({ who, at: k, kind: 'say' });
  }
  return found;
}

/** "was put at 90 by state television", "estimated at 35,000 by police" */
function agentOf(view: ArticleView, { to }: SentenceView, k: number): Named | null {
  const { tokens } = view;
  if (!/^(?:put|estimated|counted)$/.test(wordAt(tokens, k)) || wordAt(tokens, k + 1) !== 'at') return null;
  for (let at = k + 2; at < Math.min(to, k + AGENT_WITHIN) && !/^[.,;:]$/.test(markAt(tokens, at)); at += 1)
    if (wordAt(tokens, at) === 'by') return forwardName(view, at + 1, to);
  return null;
}
const AGENT_WITHIN = 9;

/** "central bank figures show": a written thing speaks for those whose it is. */
const SHOWS = words('show shows showed');
const isDocument = ({ name }: Named): boolean => DOCUMENTS.has(name.toLowerCase().split(' ').at(-1) as string);

/** "the agency quoted a local official as saying" */
function citedBefore(view: ArticleView, as: number, limit: number): Named | null {
  for (let k = as - 2; k >= limit && as - k < LONGEST_SUBJECT; k -= 1) {
    if (CITES.has(wordAt(view.tokens, k))) return namedIn(view.text, view.tokens, k + 1, as);
    if (markAt(view.tokens, k) === ';') return null;
  }
  return null;
}
/** "…, with the union claiming that 2,900 had": who speaks beside what is told. */
function besideVerb({ text, tokens }: ArticleView, k: number, limit: number): Named | null {
  if (!CONTINUING.has(wordAt(tokens, k))) return null;
  let from = k;
  while (from > limit && k - from < BESIDE_WITHIN && markAt(tokens, from - 1) === '' && wordAt(tokens, from - 1) !== 'with') from -= 1;
  return from < k && wordAt(tokens, from - 1) === 'with' ? namedIn(text, tokens, from, k) : null;
}
const BESIDE_WITHIN = 5;
const CITES = words('quoted quotes quoting cited cites citing');

const OPINES = words('believe believes think thinks suspect suspects forecast forecasts predict predicts predicted');
/** "A clerk denied this, saying 4,000 was the number": who turned something down goes on to say something. */
function denierBefore(view: ArticleView, saying: number, limit: number): Named | null {
  for (let k = saying - 1; k > limit && saying - k < LONGEST_SUBJECT; k -= 1)
    if (DENIES.has(wordAt(view.tokens, k)) && !BE.test(wordAt(view.tokens, k - 1))) return subjectBefore(view, k, limit);
  return null;
}
const DENIES = words(
  'denied denies dismissed dismisses rejected rejects disputed disputes defended defends criticised criticized praised welcomed refused',
);

/** "continued", "reported", "put": speech only beside what was said. */
function reportsSpeech(tokens: readonly Token[], k: number, sentence: SentenceView): boolean {
  const next = tokens[k + 1];
  if (next === undefined || k + 1 >= sentence.to) return true;
  // "investigators believe the ship had", "analysts had forecast a loss"
  if (OPINES.has(wordAt(tokens, k)) && /^(the|a|an|there|it|he|she|they)$/.test(next.lower)) return true;
  // "The defence called 8 witnesses": nothing is said.
  if ((next.kind === 'number' && wordAt(tokens, k) !== 'called') || /^[.,:]$/.test(next.text) || isQuoteMark(next.text)) return true;
  if (
    /^(that|at|no|more|over|nearly|about|around|least|some|fewer|less|up|under|between|almost|roughly|dozens|hundreds|thousands|on|the)$/.test(
      next.lower,
    )
  )
    return next.lower !== 'the' && next.lower !== 'on' ? true : /^(?:put|puts|putting|counted)$/.test(wordAt(tokens, k));
  return isQuoteMark(markAt(tokens, k - 1));
}

function speakerOf(view: ArticleView, sentence: SentenceView, k: number): Named | null {
  const { tokens } = view;
  const before = markAt(tokens, k - 1);
  // "…," said Rosa Lind: the verb stands before its subject.
  const inverted = k === sentence.from || before === ',' || isQuoteMark(before) || before === '-' || before === '—' || before === '–';
  if (inverted && !LISTENED.has(wordAt(tokens, k))) {
    const after = forwardName(view, k + 1, sentence.to);
    if (after) return after;
  }
  return subjectBefore(view, k, sentence.from);
}

/** Walks left from a verb to its subject; over an apposition between commas to the name before it. */
function subjectBefore(view: ArticleView, verb: number, limit: number): Named | null {
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
    } else if (tokens[k + 1]?.gap !== 'none') break;
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
function forwardName(view: ArticleView, i: number, limit: number): Named | null {
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
