import { and, desc, eq, ne, or } from 'drizzle-orm';
import { isMember } from '../members';
import type { Reads } from '../open';
import { claimJudgements, claims, measures, suggestions } from '../schema';
import { type MemberClaim, membersOf } from './member-claims';
import { namesOf } from './names';
import { type PairOfIds, type PairView, saidOf, viewPairs } from './pair';

/** A claim with those that answer its question, and those that might. */
export interface BesideSheet {
  claim: MemberClaim;
  measure: string | null;
  /** Claims of its measure: the least alike first, since those are worth a look. */
  same: PairView[];
  /** Claims elsewhere that are alike, or that people said something of. */
  elsewhere: PairView[];
  /** How many others its measure has. */
  others: number;
}

/** More would be too long to look through; the rest is reached from the other claims. */
const MOST = 60;

/** Null where there is no such claim, or none that a measure may hold. */
export async function readBeside(from: Reads, id: string): Promise<BesideSheet | null> {
  const row = await from
    .select({ measureId: claims.measureId, title: measures.title })
    .from(claims)
    .leftJoin(measures, eq(measures.id, claims.measureId))
    .where(and(eq(claims.id, id), isMember))
    .get();
  const claim = (await membersOf(from, [id])).get(id);
  if (!row || !claim) return null;
  const inMeasure = and(eq(claims.measureId, row.measureId ?? ''), isMember, ne(claims.id, id));
  const mates = await from.select({ id: claims.id }).from(claims).where(inMeasure).orderBy(claims.id).limit(MOST);
  const near = await from
    .select({ a: suggestions.a, b: suggestions.b })
    .from(suggestions)
    .where(or(eq(suggestions.a, id), eq(suggestions.b, id)))
    .limit(MOST);
  const judged = [...(await saidOf(from)).keys()].map((key) => key.split(' ') as [string, string]).filter((pair) => pair.includes(id));
  const others = [
    ...mates.map((mate) => mate.id),
    ...[...near.map(({ a, b }) => [a, b] as const), ...judged].map(([a, b]) => (a === id ? b : a)),
  ];
  const views = await viewPairs(
    from,
    [...new Set(others)].map((other): PairOfIds => [id, other]),
  );
  return {
    ...{ claim, measure: row.title, others: await from.$count(claims, inMeasure) },
    same: views.filter(({ together }) => together).sort((x, y) => x.score - y.score),
    elsewhere: views.filter(({ together }) => !together).sort((x, y) => y.score - x.score),
  };
}

/** A claim that no measure holds, and the last word of a person on it; null where a later reading took its place unjudged. */
export interface OutsideSheet {
  claim: MemberClaim;
  judgement: { reason: string | null; by: string; at: string } | null;
}

/** Null for an id that no claim has. */
export async function readOutside(from: Reads, id: string): Promise<OutsideSheet | null> {
  const claim = (await membersOf(from, [id])).get(id);
  if (!claim) return null;
  const ofIt = eq(claimJudgements.claimId, id);
  const last = await from.select().from(claimJudgements).where(ofIt).orderBy(desc(claimJudgements.seq)).limit(1).get();
  const names = await namesOf(from, [last?.by ?? null]);
  return { claim, judgement: last ? { reason: last.reason, by: names.get(last.by) ?? 'somebody', at: last.at } : null };
}
