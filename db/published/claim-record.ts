import { asc, eq } from 'drizzle-orm';
import { sentencesOf } from '@/lib/article';
import type { Instant } from '@/lib/base';
import { excerptSpans, type MeasureRecord, type Passage, passageOf } from '@/lib/publication';
import type { Reads } from '../open';
import { claimJudgements, claims } from '../schema';
import { words } from '../statement';
import { publicArticles, textOf } from './articles';
import { publicClaims } from './claims';
import { measureRecord } from './records';

/** A public claim's measure, and its quote with two sentences on both sides. Null for what is not public, known or not. */
export async function claimRecord(from: Reads, id: string): Promise<{ record: MeasureRecord; context: Passage } | null> {
  const found = await publicClaims(from, words`claims.id = ${id}`);
  const claim = found.claims[0];
  if (!claim) return null;
  const record = await measureRecord(from, claim.measureId);
  const text = await textOf(from, claim.article.id);
  if (!record) return null;
  if (text === null) return claim.article.withheld ? { record, context: claim.quote } : null;
  const around = excerptSpans(sentencesOf(text), [claim.span])[0] ?? found.recorded.get(id)!.sentence;
  return { record, context: passageOf(text, around, { ...claim.span, id }, 2400) };
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
