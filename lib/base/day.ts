/** An ISO day, month or year: "2020-03-26", "2020-03", "2020". As precise as its source, never more. */
export type Day = string;
/** An ISO instant in UTC: "2020-03-26T08:00:00.000Z". */
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

/** The last full day that a partial day covers: "2020-02" → "2020-02-29". */
export function lastDayOf(day: Day): Day {
  if (day.length === 10) return day;
  const [year, month] = [Number(day.slice(0, 4)), day.length >= 7 ? Number(day.slice(5, 7)) : 12];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Equal as far as both are precise: "2020-03" and "2020-03-26" are the same day as far as anyone said. */
export const sameDay = (a: Day, b: Day): boolean => (a.length < b.length ? b.startsWith(a) : a.startsWith(b));

/** Begins after the given day: a text published on `today` cannot report from then. */
export const isFuture = (day: Day, today: Day): boolean => day.slice(0, today.length) > today.slice(0, day.length);
