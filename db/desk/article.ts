import { and, asc, desc, eq, ne } from 'drizzle-orm';
import type { Check } from '@/lib/conflict';
import { textsOf } from '../article-snapshots';
import { handRevisions } from '../by-hand';
import type { ArticleRow, ClaimRow } from '../codec';
import { deskHasEditor } from '../editors';
import { type NoticeKind, type NoticeRow, standingNotices } from '../notice-record';
import type { Reads } from '../open';
import { readingToday } from '../readings';
import { articleOrigins, articles, checks, claimJudgements, claims, measures, sources } from '../schema';
import { SAID, shownArticle } from '../shown-article';
import { outletName } from '../sources';
import { isAmong } from '../statement';
import { type HandMark, handMarks } from './hands';
import { namesOf } from './names';

export interface SheetClaim extends ClaimRow {
  measureTitle: string | null;
  /** The last word of a person on this reading. */
  judgement: { judgement: 'accepted' | 'rejected' | 'taken-back'; reason: string | null; by: string; at: string } | null;
  /** How many acts of people there are on what it says: whoever judges it says that they saw it so. */
  revision: number;
  /** Somebody added it by hand, or corrected what was read; null where the machine's reading stands. */
  hand: HandMark | null;
}

/** One article with its whole text and every claim that is read in it today or was judged; engine, state and doubts are those of today's reading. */
export interface ArticleSheet {
  /** Without its text, and what it says of itself, while that is withheld. */
  article: ArticleRow;
  /** What stands noted on it. */
  notices: Partial<Record<NoticeKind, NoticeRow>>;
  /** Then only an editor notes that a source took it back. */
  deskHasEditor: boolean;
  source: string | null;
  enteredBy: string | null;
  /** The article whose text this one repeats, all of it or most of the shorter; or the first of those that do. */
  original: { id: string; title: string | null; whole: boolean } | null;
  /** The texts of the article that this is one of, by their numbers; this one alone where there was no other. */
  texts: { id: string; number: number }[];
  claims: SheetClaim[];
  checks: Check[];
}

export async function readArticleSheet(from: Reads, id: string): Promise<ArticleSheet | null> {
  const found = await from
    .select({ article: articles, source: outletName })
    .from(articles)
    .leftJoin(sources, eq(sources.id, articles.sourceId))
    .where(eq(articles.id, id))
    .get();
  if (!found) return null;
  const rows = await from
    .select({ claim: claims, measureTitle: measures.title })
    .from(claims)
    .leftJoin(measures, eq(measures.id, claims.measureId))
    .where(and(eq(claims.articleId, id), ne(claims.status, 'superseded')))
    .orderBy(asc(claims.start), asc(claims.ordinal));
  const ids = rows.map(({ claim }) => claim.id);
  const judgements = await from
    .select()
    .from(claimJudgements)
    .where(isAmong(claimJudgements.claimId, ids))
    .orderBy(desc(claimJudgements.seq));
  // The last one of each: they come the latest first.
  const lastWords = new Map([...judgements].reverse().map((judgement) => [judgement.claimId, judgement]));
  const hands = await handMarks(from, ids);
  const revisions = await handRevisions(from, ids);
  const names = await namesOf(from, [found.article.enteredBy, ...judgements.map((judgement) => judgement.by)]);
  const notices = (await standingNotices(from, [id])).get(id) ?? {};
  const { sameTextAs, enteredBy } = found.article;
  const origin = await from.select().from(articleOrigins).where(eq(articleOrigins.articleId, id)).get();
  const repeated = sameTextAs ?? origin?.originId ?? id;
  const original = await from.select({ id: articles.id, title: SAID.title }).from(articles).where(eq(articles.id, repeated)).get();
  return {
    ...found,
    article: shownArticle({ ...found.article, ...(await readingToday(from, id)) }, notices.withheld !== undefined),
    ...{ notices, deskHasEditor: await deskHasEditor(from) },
    enteredBy: enteredBy === null ? null : (names.get(enteredBy) ?? 'somebody'),
    texts: await textsOf(from, id),
    original: original && original.id !== id ? { ...original, whole: sameTextAs !== null } : null,
    claims: rows.map(({ claim, measureTitle }) => {
      const last = lastWords.get(claim.id);
      return {
        ...claim,
        measureTitle,
        revision: revisions.get(claim.id) ?? 0,
        hand: hands.get(claim.id) ?? null,
        judgement: last ? { ...last, by: names.get(last.by) ?? 'somebody' } : null,
      };
    }),
    checks: await from.select().from(checks).where(isAmong(checks.total, ids)),
  };
}

/** Outlets the record knows, for the form to offer. A list longer than this helps nobody. */
export async function outletNames(from: Reads): Promise<string[]> {
  const rows = await from.select({ name: sources.name }).from(sources).orderBy(asc(sources.nameKey)).limit(500);
  return rows.map(({ name }) => name);
}
