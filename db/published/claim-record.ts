import { asc, eq } from 'drizzle-orm';
import { sentencesOf } from '@/lib/article';
import type { Instant, Span } from '@/lib/base';
import { excerptSpans, type MeasureRecord, type Passage, passageOf } from '@/lib/publication';
import type { Reads } from '../open';
import { claimJudgements, claims } from '../schema';
import { words } from '../statement';
import { publicArticles, textOf } from './articles';
import { type PlacedClaim, publicClaims } from './claims';
import { measureRecord } from './records';

/** A public claim's measure, and its quote with two sentences on both sides. Null for what is not public, known or not. */
export async function claimRecord(from: Reads, id: string): Promise<{ record: MeasureRecord; context: Passage } | null> {
  const found = await publicClaims(from, words`claims.id = ${id}`);
  const claim = found.claims[0];
  if (!claim) return null;
  const record = await measureRecord(from, claim.measureId);
  const context = await contextOf(from, claim, found.recorded.get(id)!.sentence);
  return record && context && { record, context };
}

/** Null where there is no text to quote, and nobody says that it is withheld. */
async function contextOf(from: Reads, { id, span, article, quote }: PlacedClaim, sentence: Span): Promise<Passage | null> {
  const text = await textOf(from, article.id);
  if (text === null) return article.withheld ? quote : null;
  return passageOf(text, excerptSpans(sentencesOf(text), [span])[0] ?? sentence, { ...span, id }, 2400);
}

/** The words around a claim as they may be shown today; null where it is public no more. */
export async function contextToday(from: Reads, id: string): Promise<Passage | null> {
  const { claims: found, recorded } = await publicClaims(from, words`claims.id = ${id}`);
  return found[0] ? contextOf(from, found[0], recorded.get(id)!.sentence) : null;
}

/** A claim that readers saw and see no more: since when, by which entry of the log, and its article where that is public still. */
export interface ClaimGone {
  /** Accepted first, and rejected or taken back last. */
  since: Instant;
  at: Instant;
  entry: number;
  rejected: boolean;
  article: { id: string; title: string | null } | null;
}

/** Null for what no reader ever saw, known or not, and for what they see. */
export async function claimGone(from: Reads, id: string): Promise<ClaimGone | null> {
  const claim = await from.select({ status: claims.status, articleId: claims.articleId }).from(claims).where(eq(claims.id, id)).get();
  if (!claim || claim.status === 'accepted') return null;
  const ofIt = eq(claimJudgements.claimId, id);
  const said = await from.select().from(claimJudgements).where(ofIt).orderBy(asc(claimJudgements.seq));
  const [first, last] = [said.find(({ judgement }) => judgement === 'accepted'), said.at(-1)];
  if (!first || !last) return null;
  const article = (await publicArticles(from, [claim.articleId])).get(claim.articleId);
  return {
    ...{ since: first.at, at: last.at, entry: last.seq, rejected: claim.status === 'rejected' },
    article: article ? { id: article.id, title: article.title } : null,
  };
}
