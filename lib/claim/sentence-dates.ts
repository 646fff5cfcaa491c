import { type Day, isDayName, isFuture, type Token, words } from '@/lib/base';
import { looksPast } from '@/lib/quantity';
import { type DateMention, datesIn } from './dates';
import { isHappening } from './happening';
import { SAY } from './saying';
import { type ArticleView, markAt, type SentenceView, wordAt } from './view';

/** Dates of one sentence by what they date: the figures ("as of"), the act of speaking, or an event. */
export interface SentenceDates {
  stated: DateMention[];
  spoken: DateMention[];
  events: DateMention[];
}

/** Sorts the dates of a sentence. Dates later than publication date nothing that was reported. */
export function sentenceDates(view: ArticleView, sentence: SentenceView, published: Day | null): SentenceDates {
  const { tokens } = view;
  const sorted: SentenceDates = { stated: [], spoken: [], events: [] };
  for (const date of datesIn(tokens, sentence.from, sentence.to, published)) {
    if ((published && isFuture(date.day, published)) || looksAhead(tokens, date.from, sentence.from)) continue;
    if (view.dateline && (tokens[date.from] as Token).start < view.dateline.end) continue;
    if (isStated(tokens, date.from)) sorted.stated.push(date);
    else if (isSpoken(tokens, date.from, sentence.from) || opensSaying(tokens, date, sentence)) sorted.spoken.push(date);
    else if (isEvent(tokens, date)) sorted.events.push(date);
  }
  return sorted;
}

/** "begins on Monday", "will reopen on Friday", "stays shut until Friday": a weekday still to come, which dates nothing that was counted. */
function looksAhead(tokens: readonly Token[], at: number, limit: number): boolean {
  if (!isDayName(wordAt(tokens, at))) return false;
  const until = /^(until|till)$/.test(wordAt(tokens, at - 1));
  for (let k = at - 1; k >= limit && at - k < 10; k -= 1) {
    const lower = wordAt(tokens, k);
    if (markAt(tokens, k) !== '' || /^(that|which|who|after|since|when)$/.test(lower) || looksPast(lower)) return until && LASTS.has(lower);
    if (AHEAD.has(lower) || (until && LASTS.has(lower))) return true;
  }
  return false;
}
const AHEAD = words('will would shall begins begin starts start opens reopens ends due');
const LASTS = words('remain remains stay stays closed shut suspended cancelled');

/** "as of June 2", "as at", "by Wednesday", "until Friday". */
function isStated(tokens: readonly Token[], at: number): boolean {
  let k = beforeClock(tokens, at - 1);
  while (
    /^(late|early|midday|noon|the|end|of|morning|evening|afternoon|night|last|on)$/.test(wordAt(tokens, k)) &&
    !(wordAt(tokens, k) === 'of' && wordAt(tokens, k - 1) === 'as')
  )
    k -= 1;
  const [last, before] = [wordAt(tokens, k), wordAt(tokens, k - 1)];
  return (
    (before === 'as' && (last === 'of' || last === 'at')) ||
    last === 'by' ||
    last === 'until' ||
    last === 'till' ||
    last === 'through' ||
    (before === 'up' && last === 'to')
  );
}

/** "as of 3:45 p.m. March 16": the token before the time of day that ends at `k`, else `k`. */
function beforeClock(tokens: readonly Token[], k: number): number {
  let at = k;
  if (CLOCK.test(wordAt(tokens, at))) at -= 1;
  if (at === k || tokens[at]?.kind !== 'number') return k;
  return markAt(tokens, at - 1) === ':' && tokens[at - 2]?.kind === 'number' ? at - 3 : at - 1;
}
const CLOCK = /^[ap]\.?m\.?$/;

/** "said on Wednesday", "told reporters on Friday", "said at a press conference on Thursday": nothing but the setting between verb and date. */
function isSpoken(tokens: readonly Token[], at: number, limit: number): boolean {
  for (let k = at - 1; k >= limit && at - k < 16; k -= 1) {
    const lower = wordAt(tokens, k);
    // "the 4,000 it announced last month": only these are of then.
    if (
      SAY.has(lower) &&
      /^(it|he|she|they)$/.test(wordAt(tokens, k - 1)) &&
      /^(number|word)$/.test(tokens[k - 2]?.kind ?? '') &&
      counts(tokens, k - 2)
    )
      return false;
    if (SAY.has(lower) || lower === 'remarks') return true;
    if (markAt(tokens, k) !== '' && !/^["”-]$/.test(markAt(tokens, k))) return false;
    if (/^(that|who|which|were|was|had|has|have)$/.test(lower)) return false;
  }
  return false;
}

/** A figure, or what is counted by the one before it. */
const counts = (tokens: readonly Token[], k: number): boolean => tokens[k]?.kind === 'number' || tokens[k - 1]?.kind === 'number';

/** "On Thursday, the coastguard said": the day of saying it stands at the head of the sentence, and the verb behind its subject. */
function opensSaying(tokens: readonly Token[], date: DateMention, { from, to }: SentenceView): boolean {
  if (date.from - from > 1) return false;
  for (let k = date.to; k < Math.min(to, date.to + 9); k += 1) {
    if (SAY.has(wordAt(tokens, k))) return true;
    if (looksPast(wordAt(tokens, k)) || tokens[k]?.kind === 'number' || (markAt(tokens, k) !== '' && k > date.to)) return false;
  }
  return false;
}

const NOT_WHEN = /^(since|after|before|from|between|next|until|ending|ended|due|scheduled|for|than)$/;

/** "more than last year", "compared with last month": another figure is of then. */
const COMPARES = /^(than|from|with|to|over|on|since|of|as)$/;
/** "the worst since 2010, when 150 people died" */
export const isWhen = (tokens: readonly Token[], { to }: DateMention): boolean =>
  markAt(tokens, to) === ',' && wordAt(tokens, to + 1) === 'when';
/** A date that says when something happened; not a span's edge, not a possessive ("Thursday's earthquake"), not a plan. */
function isEvent(tokens: readonly Token[], date: DateMention): boolean {
  const before = wordAt(tokens, date.from - 1);
  if (isWhen(tokens, date)) return true;
  if (wordAt(tokens, date.from) === 'last' && COMPARES.test(before)) return false;
  const article = before === 'the' || before === 'last' || before === 'this';
  // "an earthquake 13 days ago" dates the earthquake, not what somebody says of it now.
  if (wordAt(tokens, date.to - 1) === 'ago' && isHappening(before)) return false;
  return (
    !NOT_WHEN.test(article ? wordAt(tokens, date.from - 2) : before) &&
    !/['’]s?$/.test(wordAt(tokens, date.to - 1)) &&
    markAt(tokens, date.to) !== "'"
  );
}
