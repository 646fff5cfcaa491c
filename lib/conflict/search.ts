import { compare, lastDayOf } from '@/lib/base';
import { type Crowd, dropsFrom, type Gap, gapsBetween, joined } from './crowd';
import { middle } from './intervals';
import type { Kin, Kinship } from './kin';
import type { Weighed } from './weigh';

/** The crowds of so many kins, those with most texts, are held against each other; where there are more, each of the others against itself. */
const KINS = 8;

interface Day {
  day: string;
  texts: number;
  own: Crowds;
  /** The highest figures of running counts on the days before, by kin. */
  before: Weighed[][];
}

type Crowds = Map<number, Crowd>;

function into(lists: Map<string, Crowds>, key: string, one: Weighed): void {
  const crowds = lists.get(key) ?? new Map<number, Crowd>();
  lists.set(key, crowds);
  crowds.set(one.kin.at, joined(crowds.get(one.kin.at), one));
}

const heaviest = (crowds: Crowds): Crowd[] =>
  [...crowds.values()].sort((a, b) => b.texts - a.texts || a.most.at - b.most.at).slice(0, KINS);

/** Faces by as-of and kin; `within` has under a month or a year all that lies in it, as far as somebody tells no more, and all under ''. */
function byDay(weighed: readonly Weighed[]): { told: Map<string, Crowds>; within: (day: string) => Crowds } {
  const told = new Map<string, Crowds>();
  for (const one of weighed) into(told, one.face.asOf ?? '', one);
  const lengths = new Set([0, ...[...told.keys()].map(({ length }) => length)].filter((length) => length < 10));
  const wide = new Map<string, Crowds>();
  for (const one of weighed)
    for (const length of lengths) if ((one.face.asOf ?? '').length >= length) into(wide, (one.face.asOf ?? '').slice(0, length), one);
  return { told, within: (day) => wide.get(day) ?? told.get(day) ?? new Map() };
}

/** Whether a gap may be a contradiction at all: it is none where the lower figure tells of less. "420" and "nearly 420" are of one height. */
const mayStand = (kinship: (a: Kin, b: Kin) => Kinship, [low, high]: Gap): boolean => {
  const { apart, part } = kinship(low.kin, high.kin);
  return !apart && (part !== 'a' || compare(middle(low.face), middle(high.face)) >= 0);
};

/**
 * Pairs of a large measure that may contradict each other, those of the days with most texts first. They are found by sorting and not by
 * pairs: what is told of one day is held against itself by its highest, lowest and heaviest figures, and what is told of a running count
 * against the highest figures of earlier days. All of it together is held against itself, too, since time explains no gap where a figure
 * is fixed, and so is all that names one number. They come day by day, so that whoever has enough can stop; all of them together are a
 * constant number for each face.
 */
export function* gapsOf(weighed: readonly Weighed[], kinship: (a: Kin, b: Kin) => Kinship): Generator<Gap[], void> {
  const { told, within } = byDay(weighed);
  const all = heaviest(within(''));
  yield against(within(''), all).filter((gap) => mayStand(kinship, gap));
  for (const { day, own, before } of daysOf(told, all.filter(runs))) {
    yield [...against(own, heaviest(within(day))), ...drops(own, before)].filter((gap) => mayStand(kinship, gap));
  }
  for (const crowds of byMiddle(weighed).values()) {
    yield against(crowds, heaviest(crowds)).filter((gap) => mayStand(kinship, gap));
  }
}

/** Faces by the number they name. "420" and "nearly 420" exclude each other wherever they are told of. */
function byMiddle(weighed: readonly Weighed[]): Map<string, Crowds> {
  const middles = new Map<string, Crowds>();
  for (const one of weighed) into(middles, middle(one.face), one);
  return middles;
}

/** What grows, and what is told once of no day of its own: the one later and lower than the other contradicts it. */
const runs = ({ most }: Crowd): boolean => {
  const { aggregation, dated } = most.face.frame;
  return aggregation === 'running' || (aggregation === 'fixed' && !dated);
};

/** The days, those with most texts first, and what was highest on the days that are surely before, in the kins that are followed. */
function daysOf(told: ReadonlyMap<string, Crowds>, running: readonly Crowd[]): Day[] {
  const before = new Map<number, Crowd>();
  const ended = [...told].filter(([day]) => day !== '').sort(([a], [b]) => order(a, b));
  let past = 0;
  const begun = [...told].sort(([a], [b]) => (firstDayOf(a) < firstDayOf(b) || (firstDayOf(a) === firstDayOf(b) && a < b) ? -1 : 1));
  const days = begun.map(([day, own]): Day => {
    for (; past < ended.length && lastDayOf(ended[past]![0]) < firstDayOf(day); past += 1) {
      for (const { most } of running) {
        for (const one of ended[past]![1].get(most.kin.at)?.highest ?? []) before.set(most.kin.at, joined(before.get(most.kin.at), one));
      }
    }
    const texts = [...own.values()].reduce((sum, crowd) => sum + crowd.texts, 0);
    return { day, texts, own, before: [...before.values()].map(({ highest }) => highest) };
  });
  return days.sort((a, b) => b.texts - a.texts || order(a.day, b.day));
}

/** The first full day that a partial day covers. */
const firstDayOf = (day: string): string => `${day}-01-01`.slice(0, day === '' ? 0 : 10);

const order = (a: string, b: string): number => {
  const [x, y] = [a === '' ? '' : lastDayOf(a), b === '' ? '' : lastDayOf(b)];
  return x < y || (x === y && a < b) ? -1 : 1;
};

/** What one span of time tells against what another tells that lies in it, or against itself. */
function against(own: Crowds, wide: readonly Crowd[]): Gap[] {
  const first = heaviest(own);
  const same = first.every((crowd, at) => crowd === wide[at]);
  const light = own.size > first.length ? [...own.values()].filter((crowd) => !first.includes(crowd)) : [];
  return [
    ...first.flatMap((a, at) => wide.slice(same ? at : 0).flatMap((b) => gapsBetween(a, b))),
    ...light.flatMap((crowd) => gapsBetween(crowd, crowd)),
  ];
}

/** A count that fell: the lowest of a day under the highest of the days before. */
const drops = (crowds: Crowds, before: readonly Weighed[][]): Gap[] =>
  heaviest(crowds)
    .filter(runs)
    .flatMap(({ lowest }) => before.flatMap((highest) => dropsFrom(highest, lowest)));
