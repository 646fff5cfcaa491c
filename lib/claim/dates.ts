import { type Day, isDay, isFuture, isPartialDay, MONTH_NUMBERS, type Token, WEEKDAYS } from '@/lib/base';
import { spelledNumber } from '@/lib/quantity';
import { capitalAt, markAt, wordAt } from './view';

/** A day that the text names, at tokens `from`..`to`. */
export interface DateMention {
  from: number;
  to: number;
  day: Day;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** Dates named between two tokens, resolved against the day of publication: a bare weekday is the last one not after it. */
export function datesIn(tokens: readonly Token[], from: number, to: number, published: Day | null): DateMention[] {
  const found: DateMention[] = [];
  const today = published !== null && isDay(published) ? published : null;
  for (let k = from; k < to; ) {
    const one = calendarAt(tokens, k, published) ?? (today === null ? null : relativeAt(tokens, k, today));
    if (one && one.to <= to) found.push(one);
    k = one ? one.to : k + 1;
  }
  return found;
}

function calendarAt(tokens: readonly Token[], k: number, published: Day | null): DateMention | null {
  const token = tokens[k] as Token;
  if (token.kind === 'number') {
    const iso = `${token.text}${markAt(tokens, k + 1)}${tokens[k + 2]?.text ?? ''}${markAt(tokens, k + 3)}${tokens[k + 4]?.text ?? ''}`;
    if (/^\d{4}-\d\d-\d\d$/.test(iso) && isDay(iso)) return { from: k, to: k + 5, day: iso };
    return dayFirst(tokens, k, published) ?? yearAlone(tokens, k);
  }
  const month = MONTH_NUMBERS.get(token.lower);
  if (!month || !capitalAt(tokens, k)) return null;
  let at = markAt(tokens, k + 1) === '.' ? k + 2 : k + 1;
  const day = dayNumber(tokens, at);
  if (day === 0) {
    if (!/^(1[5-9]|20)\d\d$/.test(tokens[at]?.text ?? '')) return monthAlone(tokens, k, month, published);
    return dated(k, at + 1, Number(tokens[at]?.text), month, 0, published);
  }
  at = /^(st|nd|rd|th)$/.test(wordAt(tokens, at + 1)) ? at + 2 : at + 1;
  const year = yearAt(tokens, at);
  return dated(k, year ? year.to : at, year?.year ?? null, month, day, published);
}

/** "in 1990": a year counts as a date only behind a word that says so, or before one for what was counted then. */
function yearAlone(tokens: readonly Token[], k: number): DateMention | null {
  const text = (tokens[k] as Token).text;
  return /^(1[5-9]|20)\d\d$/.test(text) &&
    (isCountOf(tokens, k) ||
      ((/^(in|of|by)$/.test(wordAt(tokens, k - 1)) ||
        // "up 12 percent on 2024, when there were 119"
        (/^(on|from|than|to|with|since)$/.test(wordAt(tokens, k - 1)) &&
          markAt(tokens, k + 1) === ',' &&
          wordAt(tokens, k + 2) === 'when') ||
        (wordAt(tokens, k - 1) === 'since' && wordAt(tokens, k + 2) === 'when')) &&
        (capitalAt(tokens, k + 1) || BEHIND_DATE.test(tokens[k + 1]?.lower ?? '.'))))
    ? { from: k, to: k + 1, day: text }
    : null;
}
/** "the 2010 census", "a 2012 estimate" */
export const isCountOf = (tokens: readonly Token[], k: number): boolean => COUNT_OF.test(wordAt(tokens, k + 1));
const COUNT_OF = /^(?:census|estimates?|estimated|survey|population)$/;
const BEHIND_DATE =
  /^(?:[.,;:()]|the|a|an|and|but|with|when|while|there|some|about|over|nearly|more|at|on|in|from|to|of|by|it|he|she|they|[a-z]+ed)$/;

/** "in March": the last March that is not after publication. */
function monthAlone(tokens: readonly Token[], k: number, month: number, published: Day | null): DateMention | null {
  if (!/^(in|during|for|throughout)$/.test(wordAt(tokens, k - 1)) || published === null || capitalAt(tokens, k + 1)) return null;
  const year = Number(published.slice(0, 4)) - (month > Number(published.slice(5, 7) || '12') ? 1 : 0);
  return dated(k, k + 1, year, month, 0, published);
}

function dayFirst(tokens: readonly Token[], k: number, published: Day | null): DateMention | null {
  const day = dayNumber(tokens, k);
  if (day === 0) return null;
  let at = /^(st|nd|rd|th)$/.test(wordAt(tokens, k + 1)) ? k + 2 : k + 1;
  if (wordAt(tokens, at) === 'of' || markAt(tokens, at) === '-') at += 1;
  const month = capitalAt(tokens, at) ? MONTH_NUMBERS.get(wordAt(tokens, at)) : undefined;
  if (!month) return null;
  at += 1;
  if (markAt(tokens, at) === '.' || markAt(tokens, at) === '-') at += /^\d{4}$/.test(tokens[at + 1]?.text ?? '') ? 1 : 0;
  const year = yearAt(tokens, at);
  return dated(k, year ? year.to : at, year?.year ?? null, month, day, published);
}

const dayNumber = (tokens: readonly Token[], k: number): number => {
  const text = tokens[k]?.kind === 'number' ? (tokens[k] as Token).text : '';
  return /^\d{1,2}$/.test(text) && Number(text) <= 31 ? Number(text) : 0;
};

function yearAt(tokens: readonly Token[], k: number): { year: number; to: number } | null {
  const at = markAt(tokens, k) === ',' ? k + 1 : k;
  const text = tokens[at]?.kind === 'number' ? (tokens[at] as Token).text : '';
  return /^(1[5-9]|20)\d\d$/.test(text) ? { year: Number(text), to: at + 1 } : null;
}

/** A date without its year is the one nearest to publication: "Dec. 30" in January is last year's, "July 30" in June lies ahead. */
function dated(from: number, to: number, year: number | null, month: number, day: number, published: Day | null): DateMention | null {
  const suffix = day > 0 ? `-${pad(month)}-${pad(day)}` : `-${pad(month)}`;
  if (year === null && published === null) return null;
  let value = `${year ?? (published as Day).slice(0, 4)}${suffix}`;
  if (year === null && published && isFuture(value, published) && monthsAhead(month, published) > 6)
    value = `${Number(published.slice(0, 4)) - 1}${suffix}`;
  return isPartialDay(value) ? { from, to, day: value } : null;
}

const monthsAhead = (month: number, published: Day): number => month - Number(published.slice(5, 7) || '12');

/** A day so many days later, or earlier. */
export const shifted = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

function relativeAt(tokens: readonly Token[], k: number, published: Day): DateMention | null {
  const lower = wordAt(tokens, k);
  if (lower === 'yesterday') return { from: k, to: k + 1, day: shifted(published, -1) };
  if (lower === 'today' || lower === 'tonight') return { from: k, to: k + 1, day: published };
  if (lower === 'last' && wordAt(tokens, k + 1) === 'year') return { from: k, to: k + 2, day: String(Number(published.slice(0, 4)) - 1) };
  if (lower === 'last' && wordAt(tokens, k + 1) === 'month')
    return { from: k, to: k + 2, day: shifted(`${published.slice(0, 7)}-01`, -1).slice(0, 7) };
  const count = tokens[k]?.kind === 'number' ? Number(tokens[k]?.text) : spelledNumber(lower);
  if (count !== null && count > 0 && count < 31 && /^days?$/.test(wordAt(tokens, k + 1)) && wordAt(tokens, k + 2) === 'ago')
    return { from: k, to: k + 3, day: shifted(published, -count) };
  const weekday = WEEKDAYS.indexOf(lower as (typeof WEEKDAYS)[number]);
  if (weekday < 0) return null;
  const today = new Date(`${published}T00:00:00Z`).getUTCDay();
  const back = (today - weekday + 7) % 7;
  // "last Thursday" said on a Thursday is a week ago.
  const last = wordAt(tokens, k - 1) === 'last' && back === 0 ? 7 : 0;
  return { from: k, to: k + 1, day: shifted(published, -back - last) };
}
