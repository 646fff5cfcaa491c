import { type Day, dayWords, type Instant, isDay, ok, type Refusal, type Result, refusal, refuse } from '@/lib/base';
import { instantWords } from './days';
import type { MeasureRecord, PublicCase, PublicClaim } from './record';

/** Of which day a reader asks what held, and of which moment what was on record. Null where they ask for the last. */
export interface Moments {
  asof: Day | null;
  known: Instant | null;
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/;

/** 422 `MomentMalformed`, with the field: a wrong day must not be answered as if it were today. */
export function momentsAsked(query: URLSearchParams): Result<Moments> {
  const [asof, known] = [query.get('asof'), query.get('known')];
  if (asof !== null && !isDay(asof)) return malformed('asof', asof, 'Write the day as in 2020-03-26.');
  if (known !== null && !isDay(known) && !(INSTANT.test(known) && isDay(known.slice(0, 10)) && !Number.isNaN(Date.parse(known))))
    return malformed('known', known, 'Write a day as in 2020-03-27, or a moment in UTC as in 2020-03-27T09:30:00Z.');
  // A day is over before what was known on it is told.
  const until = known === null ? null : new Date(known.length === 10 ? `${known}T23:59:59.999Z` : known).toISOString();
  return ok({ asof, known: until });
}

const malformed = (field: keyof Moments, value: string, next: string): Result<never> =>
  refuse(422, 'MomentMalformed', `“${value.slice(0, 60)}” is no ${field === 'asof' ? 'day' : 'day or moment'} that there is.`, next, {
    field,
  });

/** "As of 26 March 2020, as it was on record on 27 March 2020, 23:59 UTC"; null where the last is asked for. */
export function momentWords({ asof, known }: Moments): string | null {
  const words = [asof && `as of ${dayWords(asof)}`, known && `as it was on record on ${instantWords(known)}`].filter(Boolean).join(', ');
  return words === '' ? null : `${words[0]!.toUpperCase()}${words.slice(1)}`;
}

/** The moments as the query of an address; empty where the last is asked for. */
export function momentQuery({ asof, known }: Moments): string {
  const query = new URLSearchParams([...(asof === null ? [] : [['asof', asof]]), ...(known === null ? [] : [['known', known]])]);
  return query.size === 0 ? '' : `?${String(query).replaceAll('%3A', ':')}`;
}

/** The last of everything. */
export const TODAY: Moments = { asof: null, known: null };

/** Why nothing of a known thing is shown as of a moment: it came later, what there was may not be shown any more, or it speaks of later days. */
export type WhyNothing = 'yet' | 'gone' | 'day';

export function nothingThenWords({ asof, known }: Moments, why: WhyNothing): string {
  const at = known === null ? '' : ` at ${instantWords(known)}`;
  if (why === 'yet') return `Not on record yet${at}.`;
  if (why === 'gone') return `Nothing that may be shown today was on record${at}.`;
  return `No claim on record${at} speaks of ${asof === null ? 'it' : `${dayWords(asof)} or of a day before`}.`;
}

/** 404 `NotOnRecordThen`. */
export const notOnRecordThen = (moments: Moments, why: WhyNothing): Refusal =>
  refusal(404, 'NotOnRecordThen', nothingThenWords(moments, why), 'Ask for a later moment, or without one for what is on record today.');

/** The first day a claim can speak of: that of its as-of date, else of its publication. Null for one of no day. */
const beginOf = ({ asOf, article }: PublicClaim): Day | null => {
  const day = asOf ?? article.publishedAt;
  return day === null ? null : `${day}-01-01`.slice(0, Math.max(day.length, 10)).slice(0, 10);
};

/**
 * What held on a day: the claims that speak of it or of a day before, and what is found among them. A ruling stands as far as one of its positions does.
 * Null where no claim speaks of so early a day. Claims of no day are left out: nobody knows since when they hold.
 */
export function recordAsOf(record: MeasureRecord, day: Day): MeasureRecord | null {
  const claims = record.claims.filter((claim) => speaksBy(claim, day));
  if (claims.length === 0) return null;
  const stands = new Set(claims.map(({ id }) => id));
  const relations = record.relations.filter(({ a, b }) => stands.has(a) && stands.has(b));
  const checks = record.checks.filter(({ total, parts }) => [total, ...parts].every((claim) => speaksBy(claim, day)));
  return { ...record, claims, relations, checks, case: record.case && caseAsOf(record.case, stands) };
}

/** Whether a claim speaks of this day or of one before. */
export const speaksBy = (claim: PublicClaim, day: Day): boolean => {
  const begin = beginOf(claim);
  return begin !== null && begin <= day;
};

function caseAsOf(held: PublicCase, stands: ReadonlySet<string>): PublicCase | null {
  const positions = (held.current?.positions ?? []).flatMap((position) => {
    const claims = position.claims.filter((id) => stands.has(id));
    return claims.length === 0 ? [] : [{ ...position, claims }];
  });
  const current =
    held.current && positions.length > 1
      ? { ...held.current, positions, others: held.current.others.filter((id) => stands.has(id)) }
      : null;
  const publications = held.publications.filter(({ ruling }) => ruling.positions.flat().some((id) => stands.has(id)));
  if (current === null && publications.length === 0) return null;
  return { ...held, current, publications, standing: standingAsOf(held, current, publications) };
}

/** A case that a claim of a later day opened again was settled before that day; one of which nothing was decided was open. */
function standingAsOf(
  { standing, current: today }: PublicCase,
  current: PublicCase['current'],
  publications: PublicCase['publications'],
): PublicCase['standing'] {
  const decided = publications.length > 0 || standing.status === 'dismissed' || standing.status === 'withdrawn';
  if (!decided) return { status: 'open' };
  const ruled = new Set(publications.at(-1)?.ruling.positions.flat());
  const isNew = (held: PublicCase['current']) => held?.positions.some(({ claims }) => claims.some((id) => !ruled.has(id))) ?? false;
  return standing.status === 'reopened' && isNew(today) && !isNew(current) ? { status: 'settled' } : standing;
}
