import { isDay, lastDayOf, toNumber, words } from '@/lib/base';
import { isPerson, placeOf } from '@/lib/claim';
import { type Counted, canonical, contrariesOf, countedOf } from './nouns';
import { once } from './once';
import type { RecordedClaim } from './types';
import { dimensionOf } from './units';
import { type Vector, wordsOf } from './words';

/** What of a claim pairs are weighed by, worked out once: each claim is held against hundreds of others. */
export interface Told extends Counted {
  claim: RecordedClaim;
  dimension: string | null;
  /** All that is counted are people, as far as something is. */
  people: boolean;
  /** Words beside the counted thing that have a contrary. */
  contraries: readonly string[];
  /** Lower case, without its article; null for a pronoun. */
  subject: string | null;
  subjectWords: readonly string[];
  /** Milliseconds since 1970 on the day it is told of; NaN without one. */
  time: number;
  toTheDay: boolean;
  /** The figure may be another on another day. */
  moves: boolean;
  /** What happened once, and years before it is told: "the worst since 2019, when 68 people died". */
  longPast: boolean;
  /** Of a share of votes: whose they are, as far as names tell. Empty for all others. */
  bearer: ReadonlySet<string>;
  /** Of a change, or the value it led to, of something measured, and of a capacity: what stands beside it, cut short. Empty for all others. */
  topic: ReadonlySet<string>;
  /** Size of the figure. */
  size: number;
  /** Names the article speaks of, word by word; the place for its adjective. */
  story: ReadonlySet<string>;
  /** Words right beside the figure, cut short. */
  near: ReadonlySet<string>;
  words: Vector;
}

/** Days from which on two reports are rarely of one event; and a day in milliseconds. */
export const LONG_APART = 45;
export const DAY = 86_400_000;

const PRONOUN = /^(?:we|they|it|he|she|i|one|this|these|those|that)$/;

function subjectOf({ frame }: RecordedClaim): string | null {
  const subject = frame.subject?.toLowerCase().replace(/^the /, '') ?? null;
  return subject && !PRONOUN.test(subject) ? subject : null;
}

const YEAR = 365;
function isLongPast({ asOf, publishedAt, frame }: RecordedClaim): boolean {
  if (!frame.dated || asOf === null || publishedAt === null) return false;
  const once = frame.aggregation === 'fixed' || frame.aggregation === 'running';
  return once && Date.parse(publishedAt) - Date.parse(lastDayOf(asOf)) > YEAR * DAY;
}

const NOTHING: ReadonlySet<string> = new Set();

function bearerOf({ frame, unit }: RecordedClaim, acts: readonly string[]): ReadonlySet<string> {
  if (unit !== '%' || !acts.includes('vote')) return NOTHING;
  const named = [...(frame.subject ?? '').toLowerCase().split(/\s+/), ...frame.modifiers];
  const where = frame.scope.join(' ').toLowerCase();
  return new Set(named.filter((word) => word !== '' && !OF_VOTES.has(word) && !where.includes(word)));
}
const OF_VOTES = words('the vote votes party bloc election poll polls ballot ballots list candidate voter');

/** Whose it is tells nothing of what it is, but for what holds so many: a hall is no arena. */
function topicOf({ frame, unit }: RecordedClaim): ReadonlySet<string> {
  if (unit === null && frame.act === 'hold') return new Set(frame.modifiers.filter((word) => word !== 'capacity').map(cut));
  if (unit === null || (frame.step === null && frame.aggregation !== 'level')) return NOTHING;
  return new Set(frame.modifiers.filter((word) => !frame.story.includes(word)).map(cut));
}
const cut = (word: string): string => canonical(word).slice(0, 6);

export const toldBy = once((claim): Told => {
  const { frame, asOf } = claim;
  const subject = subjectOf(claim);
  const { heads, acts } = countedOf(claim);
  return {
    claim,
    heads,
    acts,
    dimension: dimensionOf(claim.unit),
    people: heads.every(isPerson),
    contraries: contrariesOf(claim),
    subject,
    subjectWords: subject?.split(/[\s-]+/) ?? [],
    time: asOf === null ? Number.NaN : Date.parse(asOf),
    toTheDay: asOf !== null && isDay(asOf),
    moves: frame.aggregation !== 'fixed' && frame.aggregation !== 'running',
    longPast: isLongPast(claim),
    bearer: bearerOf(claim, acts),
    topic: topicOf(claim),
    size: Math.abs(toNumber(claim.low ?? claim.high ?? '0')),
    story: new Set(frame.story.flatMap((name) => placeOf(name).toLowerCase().split(' '))),
    near: new Set(frame.near.map((word) => canonical(word).slice(0, 6))),
    words: wordsOf(claim),
  };
});
