import { countedOf, type RecordedClaim } from '@/lib/measure';
import { crossChecks } from './crosschecks';
import { gather } from './gather';
import { meaningOf, meet, surelyBelow } from './intervals';
import { figureText, sumOf, verdictText } from './sums';
import type { Check } from './types';

/**
 * Parts of one article against the total they are stated to belong to. Parts after "including" may only not exceed it; those in places of
 * their own are counted once, and of others, drivers and guests or burnt and bruised, some may be counted twice.
 */
function partsCheck(total: RecordedClaim, parts: readonly RecordedClaim[]): Check {
  const sum = sumOf(parts);
  const whole = meaningOf(total).hard;
  const equal = sum.low !== null && sum.low === total.low && sum.high === total.high;
  const exhaustive = total.frame.exhaustiveParts ?? equal;
  const fails = exhaustive ? !meet(sum, whole) : surelyBelow(whole, sum);
  const apart = parts.every(({ frame }) => frame.scope.length > 0) && new Set(parts.map(({ frame }) => frame.head)).size === 1;
  const verdict = fails ? (exhaustive || apart ? 'fail' : 'warn') : 'pass';
  return {
    kind: exhaustive ? 'parts-sum' : 'included-parts',
    total: total.id,
    parts: parts.map(({ id }) => id),
    expression: verdictText(parts, total, verdict, equal),
    verdict,
  };
}

/** The headline's figure against the first figure of the text that answers the same question. */
function headlineCheck([headline, ...rest]: readonly RecordedClaim[]): Check[] {
  if (!headline?.frame.headline) return [];
  const counted = countedOf(headline).heads.join();
  const body = rest.find(
    (claim) =>
      !claim.frame.headline && !isOtherVoice(headline, claim) && claim.frame.step !== 'from' && countedOf(claim).heads.join() === counted,
  );
  if (!body) return [];
  const holds = meet(meaningOf(headline, body.grain).hard, meaningOf(body, headline.grain).hard);
  const expression = `headline ${figureText(headline)}, text ${figureText(body)}`;
  return [{ kind: 'headline-body', total: body.id, parts: [headline.id], expression, verdict: holds ? 'pass' : 'warn' }];
}

/** A text that opens with what one body says and gives the figure of another behind it has no headline that errs. */
const isOtherVoice = ({ speaker: a }: RecordedClaim, { speaker: b }: RecordedClaim): boolean =>
  a !== null && b !== null && a.name !== b.name;

/** Articles with several claims, parts of a stated total aside: where there is one alone, nothing can be held against it. */
function articlesOf(members: readonly RecordedClaim[]): RecordedClaim[][] {
  const articles = new Map<string, RecordedClaim | RecordedClaim[]>();
  for (const claim of members) {
    if (claim.partOf !== null) continue;
    const found = articles.get(claim.articleId);
    if (found === undefined) articles.set(claim.articleId, claim);
    else if (Array.isArray(found)) found.push(claim);
    else articles.set(claim.articleId, [found, claim]);
  }
  return [...articles.values()].filter((found) => Array.isArray(found));
}

/** Every check the members of one measure allow: stated parts inside an article, headline and text, totals across articles. */
export function checksOf(members: readonly RecordedClaim[]): Check[] {
  const parts = gather(
    members.filter(({ partOf }) => partOf !== null),
    ({ partOf }) => partOf,
  );
  const totals = parts.size === 0 ? [] : members.filter(({ id }) => parts.has(id));
  // "One in five of them" is on another scale than those it is a part of: there is nothing to add.
  const stated = totals.flatMap((total) => {
    const added = (parts.get(total.id) ?? []).filter((part) => part.unit === total.unit);
    return added.length > 0 ? [partsCheck(total, added)] : [];
  });
  const articles = articlesOf(members);
  return [...stated, ...crossChecks(members, articles), ...articles.flatMap(headlineCheck)];
}
