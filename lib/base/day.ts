import { WordTable } from './wordlist';
/** An ISO day, month or year: "2031-05-04", "2031-05", "2031". As precise as its source, never more. */
export type Day = string;
/** An ISO instant in UTC: "2031-05-04T08:00:00.000Z". */
export type Instant = string;

export const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** The number of a month by its name, its first three letters, and "sept"; lower case. */
export const MONTH_NUMBERS: WordTable<number> = new WordTable([
  ...MONTHS.flatMap((name, k): [string, number][] => [
    [name, k + 1],
    [name.slice(0, 3), k + 1],
  ]),
  ['sept', 9],
]);

/** True for the full name of a month or a day of the week, lower case. */
export const isDayName = (lower: string): boolean => NAMES.has(lower);
const NAMES: ReadonlySet<string> = new Set([...MONTHS, ...WEEKDAYS]);

const PATTERN = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** True for a real calendar day, month or year. */
export function isPartialDay(value: string): boolean {
  const match = PATTERN.exec(value);
  if (!match) return false;
  const month = match[2] === undefined ? 1 : Number(match[2]);
  const day = match[3] === undefined ? 1 : Number(match[3]);
  if (month < 1 || month > 12 || day < 1) return false;
  return new Date(Date.UTC(Number(match[1]), month - 1, day)).getUTCDate() === day;
}

/** True for a real, complete calendar day. */
export const isDay = (value: string): boolean => value.length === 10 && isPartialDay(value);

/** The day part of an instant or a longer date text; the text itself when it is shorter. */
export const dayOf = (value: Instant | Day): Day => value.slice(0, 10);

/** The day so many days after an instant: "2031-05-11" is seven after one of 4 May 2031. */
export const dayAfter = (now: Instant, days: number): Day => new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);

/** The last full day that a partial day covers: "2020-02" → "2020-02-29". */
export function lastDayOf(day: Day): Day {
  if (day.length === 10) return day;
  const [year, month] = [Number(day.slice(0, 4)), day.length >= 7 ? Number(day.slice(5, 7)) : 12];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Equal as far as both are precise: "2031-05" and "2031-05-04" are the same day as far as anyone said. */
export const sameDay = (a: Day, b: Day): boolean => (a.length < b.length ? b.startsWith(a) : a.startsWith(b));

/** Begins after the given day: a text published on `today` cannot report from then. */
export const isFuture = (day: Day, today: Day): boolean => day.slice(0, today.length) > today.slice(0, day.length);

/** "4 May 2031", "May 2031", "2031": as precise as the source, absolute, the same in every time zone. */
export function dayWords(day: Day): string {
  const [year = '', month, date] = dayOf(day).split('-');
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  return [date ? String(Number(date)) : '', name ? name.charAt(0).toUpperCase() + name.slice(1) : '', year].filter(Boolean).join(' ');
}
