import { type Day, isDay, type Token, words } from '@/lib/base';
import { endsPhrase, looksPast, spelledNumber } from '@/lib/quantity';
import { type DateMention, isCountOf, shifted } from './dates';
import { CONTINUING, SAY } from './saying';
import { isWhen, type SentenceDates } from './sentence-dates';
import type { AsOfBasis } from './types';
import { type ArticleView, type Mention, markAt, wordAt } from './view';

export interface AsOf {
  day: Day | null;
  basis: AsOfBasis;
  /** The day is that of the thing counted, and not that of somebody's speaking about it. */
  dated: boolean;
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
  const earlier = stated && cameFrom(view.tokens, dates.events, mention);
  if (earlier) return { day: earlier.day, basis: 'event', dated: true };
  if (stated) return { day: stated.day, basis: 'stated', dated: true };
  const event = byDistance(dates.events, mention).find(
    (date) =>
      opensSentence(view.tokens, date, mention) ||
      isCounted(view.tokens, date, mention) ||
      (near(view.tokens, date, mention) && sameClause(view.tokens, date, mention, verbAt)),
  );
  if (event) return { day: dayBefore(view.tokens, event, mention) ?? event.day, basis: 'event', dated: true };
  const spoken = nearest(dates.spoken, mention)?.day ?? spokenOn;
  if (spoken) return { day: spoken, basis: 'event', dated: false };
  return published ? { day: published, basis: 'publication', dated: false } : { day: null, basis: 'assumed', dated: false };
}

/** "As of Friday 41 are ill, down from 52 on Monday": the day right behind what a figure came from is that of it. */
const cameFrom = (tokens: readonly Token[], events: readonly DateMention[], { from, to }: Mention): DateMention | undefined =>
  wordAt(tokens, from - 1) === 'from' ? events.find((date) => date.from > from && date.from <= to + 1) : undefined;

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
  date.from >= mention.to ? date.from - mention.to : mention.from - date.to + BEFORE;
/** Of two dates as near, the one behind is meant: "90 in May from 80 in April". */
const BEFORE = 0.5;

/** "the deadliest flood, in 1970, killed 900" */
const inCommas = (tokens: readonly Token[], { from, to }: DateMention): boolean =>
  markAt(tokens, to) === ',' && wordAt(tokens, from - 1) === 'in' && markAt(tokens, from - 2) === ',';

/** A year alone dates what it stands beside ("900 residents in 1990"); farther off it compares, or tells of something else. */
const near = (tokens: readonly Token[], date: DateMention, mention: Mention): boolean =>
  date.day.length > 4 || (!tellsOfThen(tokens, date, mention) && isBeside(tokens, date, mention));

/** "up 12 percent on 2024, when": the year is that of what comes then. */
const tellsOfThen = (tokens: readonly Token[], date: DateMention, mention: Mention): boolean =>
  date.from >= mention.to && isWhen(tokens, date) && !/^(in|of|by)$/.test(wordAt(tokens, date.from - 1));

const isBeside = (tokens: readonly Token[], date: DateMention, mention: Mention): boolean =>
  date.from - mention.to === 1 ||
  isOfStuff(tokens, mention.to, date.from) ||
  wordAt(tokens, date.from) === 'last' ||
  (date.to <= mention.from && (isWhen(tokens, date) || inCommas(tokens, date)));

/** "a 2012 estimated population of 900", "900 residents at the 2010 census": nothing but plain words between. */
function isCounted(tokens: readonly Token[], date: DateMention, mention: Mention): boolean {
  const [from, to] = date.to <= mention.from ? [date.to, mention.from] : [mention.to, date.from];
  const between = tokens.slice(from, to);
  return (
    isCountOf(tokens, date.from) &&
    between.length <= LONGEST_STUFF &&
    between.every(({ kind, lower }) => kind === 'word' && !COMPARES.test(lower))
  );
}
/** "950 is above the 2010 census": the other figure is that of the census. */
const COMPARES = /^(?:than|above|below|over|under|from|to|exceeds?|exceeded|up|down|against|beats?|is|are|was|were)$/;

/** "900 tonnes of red ore in 1986", "61 percent of the vote in 2026" */
function isOfStuff(tokens: readonly Token[], from: number, to: number): boolean {
  if (wordAt(tokens, from) !== 'of' || wordAt(tokens, to - 1) !== 'in' || to - from > LONGEST_STUFF) return false;
  const first = wordAt(tokens, from + 1) === 'the' ? from + 2 : from + 1;
  for (let k = first; k < to - 1; k += 1) if (tokens[k]?.kind !== 'word' || endsPhrase(wordAt(tokens, k))) return false;
  return true;
}
const LONGEST_STUFF = 5;

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

/** "The strike, which began on Monday, has idled 900 trams": the day of what stands between two commas. */
function isAside(tokens: readonly Token[], date: DateMention): boolean {
  if (markAt(tokens, date.to) !== ',') return false;
  for (let k = date.from - 1; k > date.from - ASIDE && markAt(tokens, k) === ''; k -= 1)
    if (/^(which|who)$/.test(wordAt(tokens, k))) return markAt(tokens, k - 1) === ',';
  return false;
}
const ASIDE = 10;

const opensFigure = (tokens: readonly Token[], k: number): boolean =>
  tokens[k]?.kind === 'number' ||
  (markAt(tokens, k) !== '' && tokens[k + 1]?.kind === 'number') ||
  spelledNumber(wordAt(tokens, k)) !== null;

/** No new predicate opens between a date and a figure. */
function sameClause(tokens: readonly Token[], date: DateMention, mention: Mention, verbAt: number): boolean {
  const [from, to] = date.to <= mention.from ? [date.to, mention.from] : [mention.to, date.from];
  if (date.to <= mention.from && isAside(tokens, date)) return false;
  // "people were aboard when she sank on Monday": the clause says when, and its day is the day of the count.
  let when = false;
  for (let k = from; k < to; k += 1) {
    const lower = wordAt(tokens, k);
    // "rose to 90 from 80 in March": the month is that of the figure it came from.
    if (date.from >= mention.to && lower === 'from' && opensFigure(tokens, k + 1)) return false;
    if (lower === 'when' && (date.from >= mention.to || k === date.to + 1)) {
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
    // "The mill, with 90 looms, had lost 9 last year": the verb of the sentence comes only now.
    if (date.from >= mention.to && markAt(tokens, k) === ',' && /^(had|has|have|was|were|is|are)$/.test(wordAt(tokens, k + 1)))
      return false;
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
