import { toNumber } from '@/lib/base';
import { countedOf, type RecordedClaim } from '@/lib/measure';
import { meaningOf, meet, middle } from './intervals';
import { figureText, sumOf, verdictText } from './sums';
import type { Check } from './types';

/** Figures without a hedge that leaves them open. */
const isClosed = ({ low, hedge }: RecordedClaim): boolean => low !== null && hedge !== 'vague';
const countsOf = (claims: readonly RecordedClaim[], head: string, act: string): RecordedClaim[] =>
  claims.filter((claim) => claim.unit === null && claim.frame.act === act && countedOf(claim).heads.join() === head && isClosed(claim));
const distinct = (claims: readonly RecordedClaim[]): number => new Set(claims.map((claim) => middle(claim))).size;

/** "332 passengers and 18 crew" beside the 361 people on board that the same article tells of, where it gives one figure for each. */
export function aboardIn(article: readonly RecordedClaim[]): Check[] {
  const [passengers, crew, all] = ['passenger', 'crew', 'person'].map((head) => countsOf(article, head, 'travel'));
  if (!passengers || !crew || !all || [passengers, crew, all].some((claims) => distinct(claims) !== 1)) return [];
  const parts = [passengers[0], crew[0]] as RecordedClaim[];
  const total = all[0] as RecordedClaim;
  const sum = sumOf(parts);
  const holds = meet(sum, meaningOf(total).hard);
  const equal = sum.low !== null && sum.low === total.low && sum.high === total.high;
  const expression = verdictText(parts, total, holds ? 'pass' : 'fail', equal);
  return [{ kind: 'kinds-sum', total: total.id, parts: parts.map(({ id }) => id), expression, verdict: holds ? 'pass' : 'warn' }];
}

/** What each share of a vote may be rounded up by, in percent. */
const ROUNDED = 0.5;

/** "Lind won 58 percent of the vote and Moss 44 percent": shares of one vote in one sentence that are more than all of it together. */
export function sharesTogether(sentence: readonly RecordedClaim[]): Check[] {
  const shares = sentence.filter(({ unit, frame }) => unit === '%' && frame.step === null && !frame.again);
  const [first, ...others] = shares;
  if (!first || others.length === 0 || !first.frame.modifiers.some((word) => VOTED.test(word))) return [];
  // "60 percent of the women and 70 percent of the men" are of two wholes.
  const known = new Set([...first.frame.modifiers, ...first.frame.story]);
  const alike = ({ frame, asOf }: RecordedClaim): boolean =>
    asOf === first.asOf &&
    frame.act === first.frame.act &&
    frame.scope.join() === first.frame.scope.join() &&
    frame.modifiers.every((word) => known.has(word));
  if (!others.every(alike) || first.frame.terms.some((word) => ANOTHER_VOTE.test(word))) return [];
  // What one side won twice was won in two votes.
  if (new Set(shares.map(wonBy)).size < shares.length) return [];
  const least = shares.map((share) => toNumber(meaningOf(share).hard.low ?? '0') - ROUNDED);
  if (least.reduce((sum, share) => sum + share, 0) <= 100) return [];
  const expression = `${shares.map((share) => `${figureText(share)} %`).join(' + ')}, more than all of one vote`;
  return [{ kind: 'shares-together', total: first.id, parts: others.map(({ id }) => id), expression, verdict: 'warn' }];
}
const VOTED = /^(?:vote|voter|ballot|poll)$/;
/** Words of a sentence that speaks of two rounds or two votes. */
const ANOTHER_VOTE = /^(?:round|run-?off|rerun|first|second|last|previous|previously|earlier|compared|former)$/;
const wonBy = ({ frame }: RecordedClaim): string => [frame.subject ?? '', ...frame.modifiers].sort().join();

interface Ends {
  low: number;
  high: number;
}
/** What the words allow: "fewer than 5" is anything from 0 on. */
function endsOf(claim: RecordedClaim): Ends {
  const { low, high } = meaningOf(claim).hard;
  return { low: toNumber(low ?? '0'), high: high === null ? Number.POSITIVE_INFINITY : toNumber(high) };
}

const PER = /^per (1[0,]*)$/;
/** How far a rate may lie from what its parts make, where they are rounded. */
const NEAR = 0.06;

/** "6 murders among its 200,000 residents, or 3 per 100,000": a rate against the one count and the one population of its sentence. */
export function ratesIn(sentence: readonly RecordedClaim[]): Check[] {
  const rates = sentence.filter(({ unit, hedge }) => unit !== null && PER.test(unit) && hedge !== 'vague');
  const counted = sentence.filter(({ unit, partOf }) => unit === null && partOf === null);
  const people = counted.filter(({ frame }) => frame.act === 'live' || frame.aggregation === 'level');
  const events = counted.filter((claim) => !people.includes(claim));
  const [rate, population, count] = [rates[0], people[0], events[0]];
  if (!rate || !population || !count || rates.length + people.length + events.length !== 3) return [];
  const base = Number((PER.exec(rate.unit as string)?.[1] ?? '1').replaceAll(',', ''));
  const [part, whole, told] = [count, population, rate].map((claim) => toNumber(middle(claim))) as [number, number, number];
  if (whole <= 0 || part > whole) return [];
  const made = (base * part) / whole;
  const slack = Math.max(toNumber(rate.grain) / 2, NEAR * told);
  const [parts, wholes, rated] = [count, population, rate].map(endsOf) as [Ends, Ends, Ends];
  const holds = (base * parts.low) / wholes.high <= rated.high + slack && rated.low - slack <= (base * parts.high) / wholes.low;
  const expression = `${figureText(count)} of ${figureText(population)} = ${Math.round(made * 10) / 10} ${rate.unit}, told as ${figureText(rate)}`;
  return [{ kind: 'rate', total: rate.id, parts: [count.id, population.id], expression, verdict: holds ? 'pass' : 'warn' }];
}
