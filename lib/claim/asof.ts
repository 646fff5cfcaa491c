import { type Day, isDay, isDayName, isFuture, type Token, words } from '@/lib/base';
import { endsPhrase, looksPast } from '@/lib/quantity';
import { type DateMention, datesIn, shifted } from './dates';
import { CONTINUING, EVENT, SAY } from './saying';
import type { AsOfBasis } from './types';
import { type ArticleView, type Mention, markAt, type SentenceView, wordAt } from './view';

export interface AsOf {
  day: Day | null;
  basis: AsOfBasis;
  /** The day is that of the thing counted, and not that of somebody's speaking about it. */
  dated: boolean;
}

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
    else if (isSpoken(tokens, date.from, sentence.from)) sorted.spoken.push(date);
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
  let k = at - 1;
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

/** "said on Wednesday", "told reporters on Friday", "said at a press conference on Thursday": nothing but the setting between verb and date. */
function isSpoken(tokens: readonly Token[], at: number, limit: number): boolean {
  for (let k = at - 1; k >= limit && at - k < 16; k -= 1) {
    const lower = wordAt(tokens, k);
    if (SAY.has(lower) || lower === 'remarks') return true;
    if (markAt(tokens, k) !== '' && !/^["”-]$/.test(markAt(tokens, k))) return false;
    if (/^(that|who|which|were|was|had|has|have)$/.test(lower)) return false;
  }
  return false;
}

const NOT_WHEN = /^(since|after|before|from|between|next|until|ending|ended|due|scheduled|for|than)$/;

/** A date that says when something happened; not a span's edge, not a possessive ("Thursday's earthquake"), not a plan. */
function isEvent(tokens: readonly Token[], date: DateMention): boolean {
  const before = wordAt(tokens, date.from - 1);
  const article = before === 'the' || before === 'last' || before === 'this';
  // "an earthquake 13 days ago" dates the earthquake, not what somebody says of it now.
  if (wordAt(tokens, date.to - 1) === 'ago' && EVENT.test(before)) return false;
  return (
    !NOT_WHEN.test(article ? wordAt(tokens, date.from - 2) : before) &&
    !/['’]s?$/.test(wordAt(tokens, date.to - 1)) &&
    markAt(tokens, date.to) !== "'"
  );
}

/**
 * As of when a claim holds: a date the words state for it; else the day of its event or of the utterance; else publication. Never later
 * than publication; null when neither text nor publication tells.
 */
export function asOfFor(
  view: ArticleView,
  dates: SentenceDates,
  mention: Mention,
  verbAt: number,
  spokenOn: Day | null,
  published: Day | null,
): AsOf {
  const stated = nearest(dates.stated, mention);
  if (stated) return { day: stated.day, basis: 'stated', dated: true };
  const event = byDistance(dates.events, mention).find(
    (date) => opensSentence(view.tokens, date, mention) || (near(date, mention) && sameClause(view.tokens, date, mention, verbAt)),
  );
  if (event) return { day: dayBefore(view.tokens, event, mention) ?? event.day, basis: 'event', dated: true };
  const spoken = nearest(dates.spoken, mention)?.day ?? spokenOn;
  if (spoken) return { day: spoken, basis: 'event', dated: false };
  return published ? { day: published, basis: 'publication', dated: false } : { day: null, basis: 'assumed', dated: false };
}

/** "On Tuesday the shop was shut where, the night before, 30 people had rampaged": the figure is of Monday. */
function dayBefore(tokens: readonly Token[], date: DateMention, { from }: Mention): Day | null {
  if (!isDay(date.day)) return null;
  for (let k = date.to; k < from - 1; k += 1)
    if (/^(night|day|evening)$/.test(wordAt(tokens, k)) && wordAt(tokens, k - 1) === 'the' && wordAt(tokens, k + 1) === 'before')
      return shifted(date.day, -1);
  return null;
}

const nearest = (dates: readonly DateMention[], mention: Mention): DateMention | null =>
  dates.reduce<DateMention | null>(
    (best, date) => (best === null || distance(date, mention) < distance(best, mention) ? date : best),
    null,
  );
/** Farther off than this, in tokens, a date belongs to another item of a list. */
const FARTHEST = 120;
/** The nearest first, so that what lies behind the one that fits is never looked at. */
const byDistance = (dates: readonly DateMention[], mention: Mention): DateMention[] =>
  dates.filter((date) => distance(date, mention) <= FARTHEST).sort((a, b) => distance(a, mention) - distance(b, mention));
const distance = (date: DateMention, mention: Mention): number =>
  date.from >= mention.to ? date.from - mention.to : mention.from - date.to;

/** A year alone dates what it stands beside ("900 residents in 1990"); farther off it compares, or tells of something else. */
const near = (date: DateMention, mention: Mention): boolean => date.day.length > 4 || date.from - mention.to === 1;

/** "In a call on Monday with …, clerks answered 70 letters": a setting before the first verb holds for the whole sentence. */
function opensSentence(tokens: readonly Token[], date: DateMention, { sentence, from }: Mention): boolean {
  if (date.to > from || (!/^(in|on|at|during|late|early|last)$/.test(wordAt(tokens, sentence.from)) && date.from !== sentence.from))
    return false;
  for (let k = sentence.from; k < date.from; k += 1)
    if (looksPast(wordAt(tokens, k)) || SAY.has(wordAt(tokens, k)) || markAt(tokens, k) === ',') return false;
  for (let k = date.to; k < from; k += 1)
    // "In 1990 the town had 900 wells": the verb before the figure is no auxiliary.
    if (
      (!(k === from - 1 && wordAt(tokens, k) === 'had') && /^(has|have|had|while|but|since|who|which|whereas)$/.test(wordAt(tokens, k))) ||
      /^[;:]$/.test(markAt(tokens, k))
    )
      return false;
  return true;
}

/** What an autopsy or a survey showed on a day happened before it. */
const SHOWED = words('showed shows revealed found');

/** No new predicate opens between a date and a figure. */
function sameClause(tokens: readonly Token[], date: DateMention, mention: Mention, verbAt: number): boolean {
  const [from, to] = date.to <= mention.from ? [date.to, mention.from] : [mention.to, date.from];
  // "people were aboard when she sank on Monday": the clause says when, and its day is the day of the count.
  let when = false;
  for (let k = from; k < to; k += 1) {
    const lower = wordAt(tokens, k);
    if (lower === 'when' && date.from >= mention.to) {
      when = true;
      continue;
    }
    if (
      /^(while|but|whereas|after|before|since|who|which|although|though|because|when|where)$/.test(lower) ||
      SAY.has(lower) ||
      CONTINUING.has(lower) ||
      SHOWED.has(lower)
    )
      return false;
    if (/^[;:“”"]$/.test(markAt(tokens, k))) return false;
    // "a plan shown on Sunday": the day belongs to another participle behind the figure.
    if (!when && date.from >= mention.to && looksPast(lower) && k !== verbAt) return false;
    const next = wordAt(tokens, k + 1);
    if (
      lower === 'and' &&
      (/^(had|has|have|was|were|is|are|will|would)$/.test(next) ||
        looksPast(next) ||
        (endsPhrase(next) && !/^(the|a|an|in|more|over|about|at|some|nearly|around|of|from|two|his|her|its|their)$/.test(next)))
    )
      return false;
  }
  return true;
}
