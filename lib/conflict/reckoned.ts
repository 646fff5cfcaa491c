import { compare, groupedDigits, type Steps, toNumber } from '@/lib/base';
import { actOf } from '@/lib/claim';
import { countedOf, type RecordedClaim, sameUnit } from '@/lib/measure';
import { gather } from './gather';
import { meaningOf, middle } from './intervals';
import { figureText } from './sums';
import { aboardIn, ratesIn, sharesTogether } from './together';
import type { Check } from './types';

/** A run of numbers, for what is reckoned from rounded figures. */
interface Reach {
  low: number;
  high: number;
}

/** What a figure may be: one without hedge, its last written digit rounded (340 million, written to the million, is 339.5 to 340.5). */
function reachOf(claim: RecordedClaim): Reach {
  const figure = toNumber(middle(claim));
  const half = toNumber(claim.grain) / 2;
  if (claim.hedge === 'exact') return { low: figure - half, high: figure + half };
  const { low, high } = meaningOf(claim).soft;
  return { low: low === null ? figure - half : toNumber(low), high: high === null ? figure + half : toNumber(high) };
}

/** The share or change that `part` is of `whole`, in percent, as far as both are told. */
const percentOf = (part: Reach, whole: Reach): Reach => ({ low: (100 * part.low) / whole.high, high: (100 * part.high) / whole.low });
const meet = (a: Reach, b: Reach): boolean => a.low <= b.high && b.low <= a.high;
const about = (share: number): string => String(Math.round(share * 10) / 10);

function checkOf(kind: 'change' | 'share', total: RecordedClaim, parts: RecordedClaim[], sum: string, holds: boolean): Check {
  const expression = `${sum}, told as ${figureText(total)}${total.unit === '%' ? ' %' : ''}`;
  return { kind, total: total.id, parts: parts.map(({ id }) => id), expression, verdict: holds ? 'pass' : 'warn' };
}

/** "Rose 12 percent to 340 from 304", "rose by 9 to 27 from 18": what is told of a change against what it came from and came to. */
function changeIn(sentence: readonly RecordedClaim[]): Check[] {
  const [by, to, from] = (['by', 'to', 'from'] as const).map((step) => sentence.filter(({ frame }) => frame.step === step));
  const [change, now, past] = [by?.[0], to?.[0], from?.[0]];
  if (!change || !now || !past || (by?.length ?? 0) + (to?.length ?? 0) + (from?.length ?? 0) !== 3) return [];
  if (change.frame.again || !sameUnit(now.unit, past.unit) || toNumber(middle(past)) <= 0) return [];
  const [x, y] = [reachOf(past), reachOf(now)];
  const moved = toNumber(middle(now)) - toNumber(middle(past));
  const difference = moved >= 0 ? { low: y.low - x.high, high: y.high - x.low } : { low: x.low - y.high, high: x.high - y.low };
  const told = reachOf(change);
  if (change.unit === '%' && now.unit !== '%') {
    const share = about((100 * Math.abs(moved)) / toNumber(middle(past)));
    const sum = `${figureText(past)} to ${figureText(now)} = ${share} %`;
    return [checkOf('change', change, [past, now], sum, meet(percentOf(difference, x), told))];
  }
  if (!sameUnit(change.unit, now.unit)) return [];
  const sum = `${figureText(past)} to ${figureText(now)} = ${groupedDigits(about(Math.abs(moved)))}`;
  return [checkOf('change', change, [past, now], sum, meet(difference, told))];
}

/** "8,000 jobs, or 10 percent of its staff": the share against the count before it and the whole of both. */
function shareIn(share: RecordedClaim, part: RecordedClaim, whole: RecordedClaim | null): Check[] {
  if (whole === null || part.unit !== whole.unit || toNumber(middle(whole)) <= 0) return [];
  const sum = `${figureText(part)} of ${figureText(whole)} = ${about((100 * toNumber(middle(part))) / toNumber(middle(whole)))} %`;
  return [checkOf('share', share, [part, whole], sum, meet(percentOf(reachOf(part), reachOf(whole)), reachOf(share)))];
}

/** The figures of one article that a share may be taken of. */
interface Wholes {
  byId: ReadonlyMap<string, RecordedClaim>;
  /** The two largest figures of each unit and act, as far as they tell how many there are: two are enough to know that there is not one. */
  largest: ReadonlyMap<string, readonly RecordedClaim[]>;
}

function wholesOf(article: readonly RecordedClaim[]): Wholes {
  const largest = new Map<string, readonly RecordedClaim[]>();
  for (const claim of article) {
    if (claim.frame.aggregation !== 'level') continue;
    for (const act of countedOf(claim).acts) {
      const key = `${claim.unit} ${act}`;
      largest.set(key, distinct([...(largest.get(key) ?? []), claim]).slice(0, 2));
    }
  }
  return { byId: new Map(article.map((claim) => [claim.id, claim])), largest };
}

/** One claim of each figure, the one that stands first in the text; the largest figure first. */
function distinct(claims: readonly RecordedClaim[]): RecordedClaim[] {
  const ranked = [...claims].sort((a, b) => compare(middle(b), middle(a)) || a.span.start - b.span.start);
  return ranked.filter((claim, at) => at === 0 || compare(middle(claim), middle(ranked[at - 1] as RecordedClaim)) !== 0);
}

/** The stated total of the count that a share says again; else the one figure of the article that counts what it is a share of. */
function wholeOf(share: RecordedClaim, part: RecordedClaim, { byId, largest }: Wholes): RecordedClaim | null {
  if (part.partOf !== null) return byId.get(part.partOf) ?? null;
  const acts = new Set(share.frame.modifiers.flatMap((word) => actOf(word) ?? []));
  const counted = [...acts].flatMap((act) => largest.get(`${part.unit} ${act}`) ?? []);
  const fits = distinct(counted.filter((claim) => compare(middle(claim), middle(part)) > 0));
  // Two figures for the whole leave open which of them the share was taken of.
  return fits.length === 1 ? (fits[0] as RecordedClaim) : null;
}

/** The claim that ends last before another, all in order. */
function lastBefore(sentence: readonly RecordedClaim[], at: number): RecordedClaim | undefined {
  let before = at - 1;
  while (before >= 0 && (sentence[before] as RecordedClaim).span.end > (sentence[at] as RecordedClaim).span.start) before -= 1;
  return sentence[before];
}

/** The shares of a sentence that say again what a count before them says. */
function sharesIn(sentence: readonly RecordedClaim[], wholes: Wholes): Check[] {
  const partOf = new Map([...sentence].reverse().map((claim) => [claim.partOf, claim]));
  return sentence.flatMap((share, at): Check[] => {
    if (!share.frame.again) return [];
    const before = lastBefore(sentence, at);
    if (before === undefined) return [];
    // "600 of the 2,000 houses, or 30 percent"
    const part = partOf.get(before.id) ?? before;
    return shareIn(share, part, wholeOf(share, part, wholes));
  });
}

/** What no share of a whole can be. A rise, and what is held against another year, may well be more. */
function impossible(claim: RecordedClaim): Check[] {
  const { low } = meaningOf(claim).hard;
  if (claim.unit !== '%' || claim.frame.step !== null || low === null || toNumber(low) <= 100 || !isShare(claim)) return [];
  return [{ kind: 'impossible-share', total: claim.id, parts: [], expression: `${figureText(claim)} % of a whole`, verdict: 'fail' }];
}

/** Acts that a part of a whole does or suffers: voting, being contained or counted among the dead. */
const OF_A_WHOLE = /^(?:vote|turn_out|tally|die|injure|fall_ill|recover|vaccinate|contain|attend|employ|destroy|damage)$/;
const isShare = (claim: RecordedClaim): boolean => countedOf(claim).acts.some((act) => OF_A_WHOLE.test(act));

function reckonedIn(article: readonly RecordedClaim[]): Check[] {
  const inOrder = [...article].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const sentences = [...gather(inOrder, ({ sentence }) => sentence.start).values()];
  const alone = [
    ...inOrder.flatMap(impossible),
    ...aboardIn(inOrder),
    ...sentences.flatMap((one) => [...sharesTogether(one), ...ratesIn(one)]),
  ];
  if (!inOrder.some(({ frame }) => frame.step === 'by' || frame.again)) return alone;
  const wholes = wholesOf(inOrder);
  return [...sentences.flatMap((sentence) => [...changeIn(sentence), ...sharesIn(sentence, wholes)]), ...alone];
}

/** So many claims are reckoned with in a step, or those of one article. */
const AT_ONCE = 1000;

/**
 * What can be reckoned from several figures of one article, whatever measures they stand in: changes against what they came from and came
 * to, shares against their counts, and shares of more than all. What other articles say plays no part. The time grows as the claims do.
 * @param claims all of each article that is looked at, in any order.
 */
export function* reckonInSteps(claims: readonly RecordedClaim[]): Steps<Check[]> {
  const found: Check[] = [];
  let looked = 0;
  for (const article of gather(claims, ({ articleId }) => articleId).values()) {
    looked += article.length;
    if (looked > AT_ONCE) {
      yield;
      looked = article.length;
    }
    for (const check of reckonedIn(article)) found.push(check);
  }
  return found;
}
