import { scaleLinear, scaleLog, scaleUtc } from 'd3-scale';
import { type Day, dayWords, divide, type Exact, exact, lastDayOf, multiply, toNumber } from '@/lib/base';
import { nominal } from '@/lib/quantity';
import { numberWords } from '../figures';
import type { PublicClaim } from '../record';
import type { ChartModel, Tick } from './model';

const DAY = 86_400_000;
/** Room of one date on the axis. */
const LABEL = 88;
/** Figures further apart than this share no linear scale that shows the small ones. */
const LINEAR = 20;
/** About so many lines across. */
const LINES = 6;

/** First and last millisecond of a day, month or year, in UTC. */
const daySpan = (day: Day): [number, number] => {
  const first = day.length === 10 ? day : day.length === 7 ? `${day}-01` : `${day}-01-01`;
  return [Date.parse(`${first}T00:00:00Z`), Date.parse(`${lastDayOf(day)}T00:00:00Z`)];
};

/** What a figure covers on the value axis: the figure itself, a stated range, or half a unit of its grain around "about". */
export function covered(claim: PublicClaim): { low: number; high: number } | null {
  const middle = nominal(claim);
  if (middle === null) return null;
  if (claim.low !== null && claim.high !== null && claim.low !== claim.high)
    return { low: toNumber(claim.low), high: toNumber(claim.high) };
  if (claim.hedge !== 'about') return { low: toNumber(middle), high: toNumber(middle) };
  const half = toNumber(divide(multiply(claim.grain, '1'), '2'));
  return { low: toNumber(middle) - half, high: toNumber(middle) + half };
}

export interface ValueScale {
  at: (value: number) => number;
  ticks: Tick[];
  log: boolean;
}

/** Linear without a forced zero: points are not bars. Logarithmic where the largest is over twenty times the smallest. */
export function valueScale(claims: PublicClaim[], plot: Pick<ChartModel['plot'], 'top' | 'bottom'>): ValueScale {
  let [low, high, places] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const claim of claims) {
    const range = covered(claim);
    if (range) [low, high] = [Math.min(low, range.low), Math.max(high, range.high)];
    places = Math.max(places, placesOf(claim.low), placesOf(claim.high));
  }
  if (low > high) return { at: () => plot.bottom, ticks: [], log: false };
  const log = low > 0 && high / low > LINEAR;
  if (log) {
    const scale = scaleLog()
      .domain([low / 1.6, high * 1.6])
      .range([plot.bottom, plot.top]);
    const at = (tick: number): Tick => ({ at: round(scale(tick)), label: axisNumber(tick) });
    return { at: scale, log, ticks: decadesIn(low / 1.6, high * 1.6).map(at) };
  }
  const pad = high === low ? Math.max(Math.abs(high) * 0.1, 10 ** -places) : (high - low) * 0.18;
  const floor = low >= 0 && low - pad < 0 ? 0 : low - pad;
  const scale = scaleLinear()
    .domain([floor, high + pad])
    .nice(5)
    .range([plot.bottom, plot.top]);
  // Nobody counts half an arrest: a tick has no more places than the figures.
  const ticks = scale.ticks(5).filter((tick) => placesOf(axisValue(tick)) <= places);
  return { at: scale, log, ticks: ticks.map((tick) => ({ at: round(scale(tick)), label: axisNumber(tick) })) };
}

/** Powers of ten, every second, third … where there are many; where there are few, the steps 2 and 5 between them, too. */
function decadesIn(low: number, high: number): number[] {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const powers = Array.from({ length: last - first + 1 }, (_, index) => Number(`1e${first + index}`));
  const within = (ticks: number[]) => ticks.filter((tick) => tick >= low && tick <= high);
  const decades = within(powers);
  if (decades.length > 3) return decades.filter((_, index) => index % Math.ceil(decades.length / LINES) === 0);
  return within(powers.flatMap((power) => [1, 2, 5].map((step) => Number((power * step).toPrecision(1)))));
}

/** How many digits stand behind the point of a figure. */
const placesOf = (value: Exact | null): number => value?.split('.')[1]?.length ?? 0;
const axisValue = (value: number): Exact => exact(value.toPrecision(12));

const axisNumber = (value: number): string => numberWords(axisValue(value));

export interface TimeScale {
  at: (day: Day) => { x: number; left: number; right: number };
  ticks: Tick[];
}

/** As-of dates in UTC. All on one day: a week on both sides, so that the day stands in the middle. */
export function timeScale(days: Day[], plot: { left: number; right: number }, ticks: number): TimeScale | null {
  if (days.length === 0) return null;
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [start, end] of days.map(daySpan)) [first, last] = [Math.min(first, start), Math.max(last, end)];
  const pad = first === last ? 7 * DAY : Math.max(DAY, (last - first) * 0.06);
  const scale = scaleUtc()
    .domain([first - pad, last + pad])
    .range([plot.left, plot.right]);
  const long = last - first > 400 * DAY;
  return {
    at: (day) => {
      const [start, end] = daySpan(day);
      return { x: round((scale(start) + scale(end)) / 2), left: round(scale(start)), right: round(scale(end)) };
    },
    ticks: thinned(
      scale
        .ticks(ticks)
        .filter((tick) => tick.getTime() % DAY === 0)
        .map((tick) => ({ at: round(scale(tick)), label: shortDay(tick.toISOString(), long) })),
    ),
  };
}

/** Every second, third … label, until none touches the next. */
function thinned(ticks: Tick[]): Tick[] {
  const gap = ticks.length > 1 ? ticks[1]!.at - ticks[0]!.at : Number.POSITIVE_INFINITY;
  const step = Math.max(1, Math.ceil(LABEL / gap));
  return ticks.filter((_, index) => index % step === 0);
}

function shortDay(iso: string, long: boolean): string {
  const [date, month, year] = dayWords(iso.slice(0, 10)).split(' ');
  return long ? `${month!.slice(0, 3)} ${year}` : `${date} ${month!.slice(0, 3)} ${year}`;
}

export const round = (value: number): number => Math.round(value * 10) / 10;
