import { and, asc, eq, inArray, isNotNull, type SQL } from 'drizzle-orm';
import { type Actor, byTime, type PublicClaim, passageOf } from '@/lib/publication';
import { recordedClaim } from '../codec';
import type { Reads } from '../open';
import { claimJudgements, claims } from '../schema';
import { type StoredArticle, storedArticles } from './articles';
import { actorsOf } from './roles';

/** What makes a claim public: a person accepted its reading, and it answers a question. */
export const isPublicClaim = and(eq(claims.status, 'accepted'), isNotNull(claims.measureId), isNotNull(claims.acceptedAt))!;

/** A public claim together with the article it stands in: the article's page needs the place, other pages the quote alone. */
export interface PlacedClaim extends PublicClaim {
  span: { start: number; end: number };
}

/** The public claims that meet a condition, by time. */
export async function publicClaims(from: Reads, where: SQL): Promise<{ claims: PlacedClaim[]; articles: Map<string, StoredArticle> }> {
  const rows = await from.select().from(claims).where(and(isPublicClaim, where));
  const articles = await storedArticles(from, [...new Set(rows.map((row) => row.articleId))]);
  const judges = await acceptingActors(
    from,
    rows.map((row) => row.id),
  );
  const found = rows.map((row): PlacedClaim => {
    const held = articles.get(row.articleId)!;
    const { span, sentence, ...claim } = recordedClaim(row, {
      outlet: null,
      publishedAt: held.article.publishedAt,
      textHash: held.article.textHash,
    });
    if (held.text.slice(span.start, span.end) !== claim.text) throw new Error(`claim ${row.id} does not stand in its article`);
    return {
      ...publicPart(claim),
      measureId: row.measureId!,
      article: held.article,
      ordinal: row.ordinal,
      quote: passageOf(held.text, sentence, { ...span, id: row.id }),
      measureWords: row.measureWords,
      acceptedAt: row.acceptedAt!,
      acceptedBy: judges.get(row.id) ?? null,
      span,
    };
  });
  return { claims: found.sort(byTime), articles };
}

function publicPart({
  id,
  text,
  low,
  high,
  lowInclusive,
  highInclusive,
  hedge,
  grain,
  unit,
  noun,
  speaker,
  occasion,
  asOf,
  asOfBasis,
  partOf,
}: Omit<ReturnType<typeof recordedClaim>, 'span' | 'sentence'>) {
  return { id, text, low, high, lowInclusive, highInclusive, hedge, grain, unit, noun, speaker, occasion, asOf, asOfBasis, partOf };
}

/** Who last accepted each claim, as the role they had. */
async function acceptingActors(from: Reads, ids: string[]): Promise<Map<string, Actor>> {
  if (ids.length === 0) return new Map();
  const { claimId, by, byRole } = claimJudgements;
  const accepting = await from
    .select({ claimId, by, byRole })
    .from(claimJudgements)
    .where(and(inArray(claimId, ids), eq(claimJudgements.judgement, 'accepted')))
    .orderBy(asc(claimJudgements.seq));
  const actor = await actorsOf(from, accepting);
  return new Map(accepting.map((act) => [act.claimId, actor(act)]));
}
