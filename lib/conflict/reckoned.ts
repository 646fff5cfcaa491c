import { groupedDigits, toNumber } from '@/lib/base';
import { actOf } from '@/lib/claim';
import { countedOf, type RecordedClaim, sameUnit } from '@/lib/measure';
import { gather } from './gather';
import { meaningOf, middle } from './intervals';
import { figureText } from './sums';
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
  if (!sameUnit(now.unit, past.unit) || toNumber(middle(past)) <= 0) return [];
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
function shareIn(share: RecordedClaim, part: RecordedClaim | undefined, whole: RecordedClaim | null): Check[] {
  if (part === undefined || whole === null || part.unit !== whole.unit || toNumber(middle(whole)) <= 0) return [];
  const sum = `${figureText(part)} of ${figureText(whole)} = ${about((100 * toNumber(middle(part))) / toNumber(middle(whole)))} %`;
  return [checkOf('share', share, [part, whole], sum, meet(percentOf(reachOf(part), reachOf(whole)), reachOf(share)))];
}

/** The stated total of the count that a share says again; else the one figure of the story that counts what it is a share of. */
function wholeOf(share: RecordedClaim, part: RecordedClaim | undefined, claims: readonly RecordedClaim[]): RecordedClaim | null {
  if (part === undefined) return null;
  if (part.partOf !== null) return claims.find(({ id }) => id === part.partOf) ?? null;
  const of = share.frame.modifiers;
  const acts = of.flatMap((word) => actOf(word) ?? []);
  const fits = claims.filter(
    (claim) =>
      claim.id !== part.id &&
      claim.unit === part.unit &&
      toNumber(middle(claim)) > toNumber(middle(part)) &&
      claim.frame.aggregation === 'level' &&
      (claim.articleId === share.articleId || ofOneStory(claim, share)) &&
      countedOf(claim).acts.some((act) => acts.includes(act)),
  );
  // Two figures for the whole leave open which of them the share was taken of.
  return new Set(fits.map(middle)).size === 1 ? (fits[0] as RecordedClaim) : null;
}

const ofOneStory = (a: RecordedClaim, b: RecordedClaim): boolean => a.frame.story.some((name) => b.frame.story.includes(name));

/** What no share of a whole can be. A rise, and what is held against another year, may well be more. */
function impossible(claim: RecordedClaim): Check[] {
  const { low } = meaningOf(claim).hard;
  if (claim.unit !== '%' || claim.frame.step !== null || low === null || toNumber(low) <= 100 || !isShare(claim)) return [];
  return [{ kind: 'impossible-share', total: claim.id, parts: [], expression: `${figureText(claim)} % of a whole`, verdict: 'fail' }];
}

/** Acts that a part of a whole does or suffers: voting, being contained or counted among the dead. */
const OF_A_WHOLE = /^(?:vote|die|injure|fall_ill|recover|vaccinate|contain|attend|employ|destroy|damage)$/;
const isShare = (claim: RecordedClaim): boolean => countedOf(claim).acts.some((act) => OF_A_WHOLE.test(act));

/**
 * What can be reckoned from several figures of one text, whatever measures they stand in: changes against what they came from and came to,
 * shares against their counts, the whole of which may stand in another text of the story, and shares of more than all.
 */
export function reckonedChecks(claims: readonly RecordedClaim[]): Check[] {
  const told = claims.filter(({ frame }) => frame.step === 'by' || frame.again);
  const shares = claims.flatMap(impossible);
  if (told.length === 0) return shares;
  const sentences = gather(claims, ({ articleId, sentence }) => `${articleId} ${sentence.start}`);
  const found = told.flatMap((claim): Check[] => {
    const sentence = sentences.get(`${claim.articleId} ${claim.sentence.start}`) ?? [];
    if (!claim.frame.again) return changeIn(sentence);
    const before = sentence.filter(({ span }) => span.end <= claim.span.start).sort((a, b) => b.span.end - a.span.end)[0];
    // "600 of the 2,000 houses, or 30 percent"
    const part = sentence.find(({ partOf }) => partOf !== null && partOf === before?.id) ?? before;
    return shareIn(claim, part, wholeOf(claim, part, claims));
  });
  return [...found, ...shares];
}
