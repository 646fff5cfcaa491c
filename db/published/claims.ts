import { and, eq, inArray, isNotNull, type SQL } from 'drizzle-orm';
import { byTime, type PublicClaim, passageOf } from '@/lib/publication';
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

/** Who last accepted each claim, as a role. */
async function acceptingActors(from: Reads, ids: string[]) {
  const rows =
    ids.length === 0
      ? []
      : await from
          .select({ claimId: claimJudgements.claimId, by: claimJudgements.by, at: claimJudgements.at })
          .from(claimJudgements)
          .where(and(inArray(claimJudgements.claimId, ids), eq(claimJudgements.judgement, 'accepted')));
  const last = new Map<string, { by: string; at: string }>();
  for (const row of rows) if ((last.get(row.claimId)?.at ?? '') <= row.at) last.set(row.claimId, row);
  const actor = await actorsOf(from, [...new Set([...last.values()].map((row) => row.by))]);
  return new Map([...last].map(([claim, row]) => [claim, actor(row.by)]));
}
