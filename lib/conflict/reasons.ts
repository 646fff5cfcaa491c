import { movesGoods } from '@/lib/claim';
import type { RecordedClaim } from '@/lib/measure';
import type { Pair } from './pair';

const has = (claim: RecordedClaim, words: readonly string[]): boolean => {
  const own = [...claim.frame.terms, ...claim.frame.modifiers, ...claim.measure.toLowerCase().split(' ')];
  return words.some((word) => own.includes(word));
};

const PLEDGED = 'pledge pledged promise promised announce announced plan planned offer offered'.split(' ');
const DELIVERED = 'deliver delivered provide provided give gave given send sent ship shipped arrived received'.split(' ');

const only = (a: RecordedClaim, b: RecordedClaim): string[] => a.frame.modifiers.filter((word) => !b.frame.modifiers.includes(word));

/** What a text tells of the way from a promise to what arrives. */
interface Stage {
  pledged: boolean;
  delivered: boolean;
}

/** What is promised is often counted apart from what arrives: one text says the one and the other the other, or neither says which. */
function pledgedOrDelivered(a: RecordedClaim, b: RecordedClaim): boolean {
  const [x, y] = [a, b].map((claim) => ({ pledged: has(claim, PLEDGED), delivered: has(claim, DELIVERED) })) as [Stage, Stage];
  if ((x.pledged && y.delivered) || (y.pledged && x.delivered)) return true;
  const told = [x, y].some(({ pledged, delivered }) => pledged || delivered);
  return !told && movesGoods(a.frame.act) && movesGoods(b.frame.act);
}

/** What may lie behind a gap. Shown beside an alert, in no order of likelihood; none of them silences it. */
export function possibleReasons({ a, b, containment, time }: Pair): string[] {
  const reasons: string[] = [];
  const [mine, yours] = [only(a, b), only(b, a)];
  if (mine.length + yours.length > 0 && a.noun && b.noun && a.noun !== b.noun) reasons.push(`the words differ: “${a.noun}” / “${b.noun}”`);
  if (containment?.by === 'grade') reasons.push('one figure counts only those who are hurt so badly, or so little');
  if (containment?.by === 'coordination') reasons.push('one figure may count more kinds of things than the other');
  if (pledgedOrDelivered(a, b)) reasons.push('one may count what was pledged, the other what was delivered');
  if (a.speaker?.name !== b.speaker?.name) reasons.push('different bodies may count differently or have different cut-off dates');
  if (a.articleId === b.articleId && (a.frame.headline || b.frame.headline)) reasons.push('a headline may round the figure of the text');
  if (time === 'unknown' || [a, b].some(({ asOfBasis }) => asOfBasis === 'assumed'))
    reasons.push('the dates are not stated, so the figures may be of different days');
  if (a.hedge === 'about' || b.hedge === 'about' || a.frame.modality === 'estimate' || b.frame.modality === 'estimate')
    reasons.push('at least one is an estimate');
  return reasons;
}

/** Falls a step for each thing we supplied rather than read. */
export function confidenceOf({ a, b, alignment, containment, time }: Pair): number {
  const doubts = [
    [a, b].some(({ asOfBasis }) => asOfBasis === 'assumed') || time === 'unknown',
    [a, b].some(({ speaker }) => speaker?.inferred),
    containment !== null && containment.by !== 'scope',
    alignment.scope === 'only-a' || alignment.scope === 'only-b',
    alignment.score < 0.6,
  ].filter(Boolean).length;
  return Math.max(0.2, Math.round((0.95 - 0.15 * doubts) * 100) / 100);
}
