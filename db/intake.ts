import { type Day, dayOf, type Instant, isFuture, isPartialDay, linkFault, ok, type Refusal, type Result, refuse } from '@/lib/base';

/** Largest text of one article, in bytes of UTF-8: 5 MB. */
export const TEXT_LIMIT = 5 * 1024 * 1024;
export const TEXT_LIMIT_WORDS = '5 MB (5,242,880 bytes)';

/** An article as it comes in: checked, not yet read. Nothing here touches the database, so that the smallest commands can use it. */
export interface ArticleInput {
  /** Name the importer gave it, unique in the record; null for what was pasted. */
  externalId: string | null;
  text: string;
  outlet: string | null;
  publishedAt: Day | null;
  title: string | null;
  byline: string | null;
  /** http or https. */
  url: string | null;
  /** BCP 47. */
  language: string | null;
  /** What a demonstration text restates; null for real articles. */
  demoNote: string | null;
  /** Somebody says that it is an article of its own, whatever stood at its address before. */
  isOwn?: boolean;
}

const LENGTHS = { externalId: 500, outlet: 200, title: 1000, byline: 500, url: 2000, language: 35, demoNote: 1000 } as const;
type Label = keyof typeof LENGTHS;
const LABELS = Object.keys(LENGTHS) as Label[];

/**
 * Parses the fields of an article from JSON or a form. `now` decides what lies in the future.
 * Refusals name the field: `EmptyText`, `TextTooLarge`, `BinaryText`, `InvalidDate`, `FutureDate`, `InvalidUrl`, `InvalidField`.
 */
export function articleInput(fields: unknown, now: Instant): Result<ArticleInput> {
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    return invalid('text', 'An article must be an object with at least a text.', 'Give {"text": "…"}.');
  }
  const given = fields as Record<string, unknown>;
  const text = textOf(given.text);
  if (!text.ok) return text;
  const labels = labelsOf(given);
  if (!labels.ok) return labels;
  const publishedAt = publicationDay(given.publishedAt, now);
  if (!publishedAt.ok) return publishedAt;
  const url = linkOf(labels.value.url);
  if (!url.ok) return url;
  return ok({ ...labels.value, text: text.value, publishedAt: publishedAt.value, url: url.value });
}

/** A text that can be read: not empty, not over the limit, no binary data. Lone surrogates become U+FFFD, which moves no offset. */
function textOf(value: unknown): Result<string> {
  if (value !== undefined && value !== null && typeof value !== 'string')
    return invalid('text', 'The text is no string.', 'Give it as text.');
  if (!value?.trim()) return refuse(422, 'EmptyText', 'The text is empty.', 'Give the words of the article.', { field: 'text' });
  const bytes = Buffer.byteLength(value);
  if (bytes > TEXT_LIMIT) return tooLarge(bytes);
  if (looksBinary(value)) return binary();
  return ok(wellFormed(value));
}

const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

export function tooLarge(bytes: number): Result<never> {
  const cause = `The text has ${bytes.toLocaleString('en')} bytes; the limit is ${TEXT_LIMIT_WORDS}.`;
  return refuse(413, 'TextTooLarge', cause, 'Split it, or keep the part with the article.', { field: 'text' });
}

export const binary = (): Result<never> =>
  refuse(415, 'BinaryText', 'This is binary data, not text.', 'Save the article as plain text or HTML and send that.', { field: 'text' });

/** A NUL is never text; other control characters may slip into one, but not at every hundredth place. */
function looksBinary(text: string): boolean {
  let controls = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0) return true;
    if (code < 32 && !(code >= 9 && code <= 13)) controls += 1;
  }
  return controls > 8 && controls * 100 > text.length;
}

/** The day of publication: a day, month or year, or the day of a longer time. Null when none is given. */
function publicationDay(value: unknown, now: Instant): Result<Day | null> {
  if (value === undefined || value === null || value === '') return ok(null);
  const field = { field: 'publishedAt' };
  const day = typeof value === 'string' ? partialDay(value.trim()) : null;
  if (day === null) {
    const cause = `${JSON.stringify(value)} is no date.`;
    return refuse(422, 'InvalidDate', cause, 'Write it as year-month-day, for example 2020-03-26.', field);
  }
  if (isFuture(day, latestDayOnEarth(now))) {
    return refuse(422, 'FutureDate', `${day} lies in the future.`, 'Give the day on which the article was published.', field);
  }
  return ok(day);
}

const TIME = /^T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;

function partialDay(value: string): Day | null {
  const [day, time] = [dayOf(value), value.slice(10).replace(/^ /, 'T').replaceAll(' ', '')];
  return isPartialDay(day) && (time === '' || (day.length === 10 && TIME.test(time))) ? day : null;
}

/** East of Greenwich a new day begins up to fourteen hours before it does in UTC, and newspapers appear there. */
const latestDayOnEarth = (now: Instant): Day => dayOf(new Date(Date.parse(now) + 14 * 3_600_000).toISOString());

/** Controls (but a NUL, which is refused) and non-characters: invisible in a title, and forbidden in the feeds that would carry it. */
const UNSPEAKABLE = /(?!\0)[\p{Cc}\ufffe\uffff]/gu;
/** Invisible too: they turn round the words after them, or make two names of one. What scripts need to be read, joiners and marks, stays. */
const DECEPTIVE = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

function labelsOf(given: Record<string, unknown>): Result<Omit<ArticleInput, 'text' | 'publishedAt'>> {
  const labels = Object.fromEntries(LABELS.map((name) => [name, null])) as Record<Label, string | null>;
  for (const name of LABELS) {
    const value = given[name];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') return invalid(name, `"${name}" is no text.`, 'Give it as text or leave it out.');
    const clean = wellFormed(value).replace(UNSPEAKABLE, ' ').replace(DECEPTIVE, '').replace(/\s+/g, ' ').trim();
    if (clean.length > LENGTHS[name] || clean.includes('\0')) {
      return invalid(name, `"${name}" has more than ${LENGTHS[name]} characters or is binary.`, 'Shorten it.');
    }
    labels[name] = clean === '' ? null : clean;
  }
  return ok(labels);
}

function linkOf(url: string | null): Result<string | null> {
  if (url === null) return ok(null);
  const wrong = linkFault(url);
  return wrong === null ? ok(url) : refuse(422, 'InvalidUrl', wrong.cause, wrong.next, { field: 'url' });
}

const invalid = (field: string, cause: string, next: string): Result<never> => refuse(422, 'InvalidField', cause, next, { field });

/** A refusal that belongs to one item of many. */
export interface Fault {
  path: string;
  refusal: Refusal;
}
