import { lastDayOf } from '@/lib/base';
import { type Counted, countedOf, type RecordedClaim } from '@/lib/measure';
import { meaningOf, meet } from './intervals';
import { timeOf } from './pair';
import { sumOf, verdictText } from './sums';
import type { Check } from './types';

/** Up to this many articles a total is held against every one that gives its parts. */
const EVERY_ARTICLE = 64;
/** Of more articles than that, a total is held against so many: those whose parts are of its own time, or next before it. */
const NEAREST = 4;

type Side = 'heads' | 'acts';

/** A claim can count several things only where its noun or its act names several. */
const mayCountSeveral = ({ noun, frame }: RecordedClaim): boolean =>
  (noun !== null && /,|&|\s(?:and|or)\s/i.test(noun)) || (frame.act?.includes('+') ?? false);

const covers = (whole: readonly string[], parts: readonly string[][]): boolean =>
  whole.length > 1 &&
  parts.every((part) => part.length > 0 && part.every((word) => whole.includes(word))) &&
  whole.every((word) => parts.some((part) => part.includes(word)));

/** One part for each thing that is counted alone, the last of those that are not later than the total. */
function partsIn(claims: readonly RecordedClaim[], total: RecordedClaim, side: Side): RecordedClaim[] {
  const alone = claims.filter((claim) => countedOf(claim)[side].length === 1 && timeOf(claim, total) !== 'a-later');
  return [...new Map(alone.map((claim) => [countedOf(claim)[side][0], claim])).values()];
}

function crossCheck(total: RecordedClaim, claims: readonly RecordedClaim[], side: Side): Check[] {
  const parts = partsIn(claims, total, side);
  const counted = parts.map((claim) => countedOf(claim)[side]);
  if (parts.length < 2 || !covers(countedOf(total)[side], counted)) return [];
  const sum = sumOf(parts);
  const verdict = meet(sum, meaningOf(total).hard) ? 'pass' : 'fail';
  const equal = sum.low !== null && sum.low === total.low && sum.high === total.high;
  const expression = verdictText(parts, total, verdict, equal);
  return [{ kind: 'parts-sum', total: total.id, parts: parts.map(({ id }) => id), expression, verdict }];
}

/** The articles a total is held against. */
type Beside = (total: RecordedClaim, side: Side) => readonly RecordedClaim[][];

const lastDay = ({ asOf }: RecordedClaim): string => (asOf === null ? '' : lastDayOf(asOf));

interface Giving {
  claims: RecordedClaim[];
  /** The last day of the first of its parts. */
  from: string;
}

/** Articles by what they count, each list made once and sorted by day, so that a total finds the nearest at once. */
function nearest(articles: readonly RecordedClaim[][]): Beside {
  const lists = new Map<string, Giving[]>();
  const listFor = (total: RecordedClaim, side: Side): Giving[] => {
    const key = `${side} ${countedOf(total)[side].join()}`;
    const list = lists.get(key) ?? giving(articles, countedOf(total)[side], side);
    lists.set(key, list);
    return list;
  };
  return (total, side) => {
    const list = listFor(total, side);
    const until = total.asOf === null ? list.length : after(list, lastDay(total));
    return list.slice(Math.max(0, until - NEAREST), until).map(({ claims }) => claims);
  };
}

/** The articles that give some of the things apart, by day. */
function giving(articles: readonly RecordedClaim[][], things: readonly string[], side: Side): Giving[] {
  const found = articles.flatMap((claims): Giving[] => {
    const parts = claims.filter((claim) => countedOf(claim)[side].length === 1 && things.includes(countedOf(claim)[side][0]!));
    if (new Set(parts.map((claim) => countedOf(claim)[side][0])).size < 2) return [];
    return [{ claims, from: parts.map(lastDay).sort()[0] as string }];
  });
  return found.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** The place behind the last article that begins no later than a day. */
function after(list: readonly Giving[], day: string): number {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (list[middle]!.from <= day) from = middle + 1;
    else to = middle;
  }
  return from;
}

const several = ({ heads, acts }: Counted): boolean => heads.length > 1 || acts.length > 1;

/** One text gives the parts apart ("31 villages and six farms") that another gives as one figure. `articles` are those with several claims. */
export function crossChecks(members: readonly RecordedClaim[], articles: readonly RecordedClaim[][]): Check[] {
  const totals = members.filter((claim) => mayCountSeveral(claim) && several(countedOf(claim)));
  if (totals.length === 0) return [];
  const beside = articles.length > EVERY_ARTICLE ? nearest(articles) : () => articles;
  return totals.flatMap((total) => {
    const side = countedOf(total).heads.length > 1 ? 'heads' : 'acts';
    const others = beside(total, side).filter(([claim]) => claim?.articleId !== total.articleId);
    return others.flatMap((claims) => crossCheck(total, claims, side));
  });
}
