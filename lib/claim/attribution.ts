import { type Token, words } from '@/lib/base';
import { forwardName, LONGEST_SUBJECT, subjectBefore } from './beside-verb';
import { type Named, namedIn } from './naming';
import { CONTINUING, DOCUMENTS, LISTENED, SAY, WEAK_SAY } from './saying';
import { type ArticleView, isQuoteMark, markAt, quoteAt, type SentenceView, wordAt } from './view';

/**
 * Somebody said something: who, at which verb, and on which side of it what was said stands. Who only turns something down ("deny") says none of
 * the figures beside it, and may be the one who goes on to speak.
 */
export interface Attribution {
  who: Named;
  /** Token of the verb, or of "according". */
  at: number;
  kind: 'say' | 'according' | 'deny';
}

const BE = /^(is|are|was|were|be|been|being|get|got)$/;

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
      if (who && !who.document && isWritten(tokens, k, sentence.from)) found.push({ who, at: k, kind: 'say' });
      continue;
    }
    if (DENIES.has(lower) && !BE.test(wordAt(tokens, k - 1)) && !quoteAt(view, (tokens[k] as Token).start)) {
      const who = subjectBefore(view, k, sentence.from);
      if (who && !who.document) found.push({ who, at: k, kind: 'deny' });
      continue;
    }
    if (lower === 'states' && wordAt(tokens, k - 1) === 'united') continue;
    for (const who of [besideVerb(view, k, sentence.from), agentOf(view, sentence, k)]) if (who) found.push({ who, at: k, kind: 'say' });
    if (
      !SAY.has(lower) ||
      (CONTINUING.has(lower) && lower !== 'put' && !(lower === 'saying' && found.every(({ kind }) => kind === 'deny'))) ||
      BE.test(wordAt(tokens, k - 1))
    )
      continue;
    // "denied the report, saying", "denied it and said": who turned something down goes on to say something.
    const goesOn = lower === 'saying' || wordAt(tokens, k - 1) === 'and';
    const who = goesOn ? (found.findLast(({ kind }) => kind === 'deny')?.who ?? null) : speakerOf(view, sentence, k);
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

/** "central bank figures show", "a study by the college found": a written thing speaks for those whose it is. */
const SHOWS = words('show shows showed found finds');
function isWritten(tokens: readonly Token[], verb: number, limit: number): boolean {
  for (let k = verb - 1; k >= limit && verb - k < WRITTEN_WITHIN && markAt(tokens, k) === ''; k -= 1)
    if (DOCUMENTS.has(wordAt(tokens, k))) return k === verb - 1 || /^(?:by|from)$/.test(wordAt(tokens, k + 1));
  return false;
}
const WRITTEN_WITHIN = 8;

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
/** What somebody does to what others said. */
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
