import { type Day, dayAfter, dayWords, lastDayOf } from '@/lib/base';
import type { MeasureRecord, PublicSource } from './record';
import { unique } from './rows';
import { countWords } from './vocabulary';

/** So many days before and after the latest report a source counts as one that follows the subject. */
const FOLLOWS_DAYS = 30;

/** Sources that gave figures on the subject of a measure: on questions of the same topic, or where it has none, on those that the same articles answer. */
export interface Followers {
  by: 'topic' | 'articles';
  sources: PublicSource[];
}

/** Who of those that follow a subject has no number for a question, or none for its latest date. */
export interface Silence {
  /** How many were looked at. */
  followed: number;
  none: PublicSource[];
  /** Those that gave a number, and none for the latest date. */
  notThen: PublicSource[];
  sentence: string;
  /** How it was counted. */
  basis: string;
}

/** The days in which a source has to have reported to count; null where no report of the measure has a date. */
export function followedDays({ claims }: MeasureRecord): { from: Day; to: Day } | null {
  const latest = claims
    .flatMap(({ article }) => (article.publishedAt ? lastDayOf(article.publishedAt) : []))
    .sort()
    .at(-1);
  if (latest === undefined) return null;
  const day = (days: number) => dayAfter(`${latest}T00:00:00.000Z`, days);
  return { from: day(-FOLLOWS_DAYS), to: day(FOLLOWS_DAYS) };
}

/** Null where there is nobody to be silent: all who follow the subject gave a number for its latest date, or nobody else does. */
export function silenceOf(record: MeasureRecord, { by, sources }: Followers): Silence | null {
  const days = followedDays(record);
  if (days === null) return null;
  const dated = record.claims
    .flatMap(({ asOf }) => (asOf ? [{ asOf, last: lastDayOf(asOf) }] : []))
    .sort((a, b) => (a.last < b.last ? -1 : 1));
  const latest = dated.at(-1)?.asOf ?? null;
  const told = new Map<string, boolean>();
  for (const { article, asOf } of record.claims)
    for (const source of [article.source, article.agency])
      if (source) told.set(source.id, (told.get(source.id) ?? false) || latest === null || asOf === latest);
  const none = sources.filter(({ id }) => !told.has(id));
  // Of one date alone nobody can have missed a later one.
  const moves = unique(dated.map(({ asOf }) => asOf)).length > 1;
  const notThen = moves ? sources.filter(({ id }) => told.get(id) === false) : [];
  if (none.length + notThen.length === 0) return null;
  return {
    ...{ followed: sources.length, none, notThen },
    sentence: sentenceOf(sources.length, none.length, notThen.length, latest),
    basis: `Counted are sources with a public figure, published from ${dayWords(days.from)} to ${dayWords(days.to)}, on ${
      by === 'topic' ? 'a question of the same topic' : 'a question that the same articles answer'
    }. They may have published numbers that nobody brought here.`,
  };
}

function sentenceOf(all: number, none: number, notThen: number, latest: Day | null): string {
  const of = `of ${countWords(all, 'source')} that ${all === 1 ? 'follows' : 'follow'} this subject`;
  const has = (n: number) => (n === 1 ? 'has' : 'have');
  const then = latest === null ? '' : `as of ${dayWords(latest)}`;
  if (none === 0) return `${notThen} ${of} ${has(notThen)} no number ${then}.`;
  const more = notThen === 0 ? '' : `; ${notThen} more ${has(notThen)} none ${then}`;
  return `${none} ${of} ${has(none)} no number for this question${more}.`;
}
