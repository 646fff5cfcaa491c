import { countedOf, type RecordedClaim } from '@/lib/measure';
import { gather } from './gather';
import { meaningOf, meet, surelyBelow } from './intervals';
import { timeOf } from './pair';
import { figureText, sumOf, sumText } from './sums';
import type { Check } from './types';

function verdictText(parts: readonly RecordedClaim[], total: RecordedClaim, verdict: Check['verdict'], equal: boolean): string {
  const sum = sumText(parts);
  const want = figureText(total);
  if (verdict === 'fail') return `${sum}, not ${want}`;
  return equal ? sum : `${sum}, within ${want}`;
}

/** Parts of one article against the total they are stated to belong to. Parts after "including" may only not exceed it. */
function partsCheck(total: RecordedClaim, parts: readonly RecordedClaim[]): Check {
  const sum = sumOf(parts);
  const whole = meaningOf(total).hard;
  const equal = sum.low !== null && sum.low === total.low && sum.high === total.high;
  const exhaustive = total.frame.exhaustiveParts ?? equal;
  const fails = exhaustive ? !meet(sum, whole) : surelyBelow(whole, sum);
  const verdict = fails ? 'fail' : 'pass';
  return {
    kind: exhaustive ? 'parts-sum' : 'included-parts',
    total: total.id,
    parts: parts.map(({ id }) => id),
    expression: verdictText(parts, total, verdict, equal),
    verdict,
  };
}

const covers = (whole: readonly string[], parts: readonly string[][]): boolean =>
  whole.length > 1 &&
  parts.every((part) => part.length > 0 && part.every((word) => whole.includes(word))) &&
  whole.every((word) => parts.some((part) => part.includes(word)));

/** One text gives the parts apart ("31 villages and six farms") that another gives as one figure. */
function crossChecks(members: readonly RecordedClaim[]): Check[] {
  const checks: Check[] = [];
  const counted = new Map(members.map((claim) => [claim.id, countedOf(claim)]));
  const of = (claim: RecordedClaim) => counted.get(claim.id) ?? { heads: [], acts: [] };
  const totals = members.filter((claim) => of(claim).heads.length > 1 || of(claim).acts.length > 1);
  for (const total of totals) {
    const byArticle = gather(
      members.filter((claim) => claim.articleId !== total.articleId && claim.partOf === null),
      ({ articleId }) => articleId,
    );
    for (const claims of byArticle.values()) {
      const side = of(total).heads.length > 1 ? 'heads' : 'acts';
      const parts = [
        ...new Map(
          claims
            .filter((claim) => of(claim)[side].length === 1 && timeOf(claim, total) !== 'a-later')
            .map((claim) => [of(claim)[side][0], claim]),
        ).values(),
      ];
      if (
        parts.length < 2 ||
        !covers(
          of(total)[side],
          parts.map((claim) => of(claim)[side]),
        )
      )
        continue;
      const sum = sumOf(parts);
      const verdict = meet(sum, meaningOf(total).hard) ? 'pass' : 'fail';
      const equal = sum.low !== null && sum.low === total.low && sum.high === total.high;
      checks.push({
        kind: 'parts-sum',
        total: total.id,
        parts: parts.map(({ id }) => id),
        expression: verdictText(parts, total, verdict, equal),
        verdict,
      });
    }
  }
  return checks;
}

/** The headline's figure against the first figure of the text that answers the same question. */
function headlineChecks(members: readonly RecordedClaim[]): Check[] {
  return [...gather(members, ({ articleId }) => articleId).values()].flatMap((claims): Check[] => {
    const [headline, ...rest] = claims.filter(({ partOf }) => partOf === null);
    const body = rest.find(
      (claim) =>
        headline && claim.sentence.start > headline.sentence.start && countedOf(claim).heads.join() === countedOf(headline).heads.join(),
    );
    if (!headline || !body || headline.sentence.start !== 0) return [];
    const holds = meet(meaningOf(headline, body.grain).hard, meaningOf(body, headline.grain).hard);
    const expression = `headline ${figureText(headline)}, text ${figureText(body)}`;
    return [{ kind: 'headline-body', total: body.id, parts: [headline.id], expression, verdict: holds ? 'pass' : 'warn' }];
  });
}

/** Every check the members of one measure allow: stated parts inside an article, headline and text, totals across articles. */
export function checksOf(members: readonly RecordedClaim[]): Check[] {
  const parts = gather(
    members.filter(({ partOf }) => partOf !== null),
    ({ partOf }) => partOf,
  );
  const stated = members.flatMap((total) => (parts.has(total.id) ? [partsCheck(total, parts.get(total.id) ?? [])] : []));
  return [...stated, ...crossChecks(members), ...headlineChecks(members)];
}
