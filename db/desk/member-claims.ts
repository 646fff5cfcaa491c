import { eq, sql } from 'drizzle-orm';
import type { ArticleRow, ClaimRow } from '../codec';
import { isNoted } from '../notice-record';
import type { Reads } from '../open';
import { articleOrigins, articles, claims, sources } from '../schema';
import { SAID } from '../shown-article';
import { outletName } from '../sources';
import { isAmong } from '../statement';
import { type HandMark, handMarks } from './hands';

/** A claim with what a reviewer needs to judge it in its place. */
export interface MemberClaim extends ClaimRow {
  article: Pick<ArticleRow, 'id' | 'title' | 'url' | 'publishedAt' | 'byline' | 'demoNote' | 'textHash'> & { originId: string };
  source: string | null;
  /** Somebody added it by hand, or corrected what was read. */
  hand: HandMark | null;
  /** Its sentence with the text around it: a stretch of the article that holds the claim, and where that stretch begins. */
  context: { text: string; start: number };
  /** Its source took the article back; the text is withheld for legal reasons, and the context is the figure alone. */
  retracted: boolean;
  withheld: boolean;
}

/** Characters of context kept on each side of a sentence: enough for two or three more. */
const AROUND = 420;

/** Claims with a stretch of their text: whole articles are long, and a case has many of them. */
export async function membersOf(from: Reads, ids: string[]): Promise<Map<string, MemberClaim>> {
  if (ids.length === 0) return new Map();
  const rows = await from
    .select({
      claim: claims,
      source: outletName,
      article: {
        ...{ id: articles.id, ...SAID, publishedAt: articles.publishedAt },
        ...{ demoNote: articles.demoNote, textHash: articles.textHash },
        originId: sql<string>`coalesce(${articleOrigins.originId}, ${articles.id})`,
      },
      retracted: isNoted('retracted', articles.id),
      withheld: isNoted('withheld', articles.id),
    })
    .from(claims)
    .innerJoin(articles, eq(articles.id, claims.articleId))
    .leftJoin(articleOrigins, eq(articleOrigins.articleId, articles.id))
    .leftJoin(sources, eq(sources.id, articles.sourceId))
    .where(isAmong(claims.id, ids));
  const hands = await handMarks(from, ids);
  const texts = await textsOf(from, new Set(rows.map(({ article }) => article.id)));
  return new Map(
    rows.map(({ claim, source, article, ...noted }) => {
      const text = texts.get(article.id) ?? '';
      const [retracted, withheld] = [Number(noted.retracted) === 1, Number(noted.withheld) === 1];
      const alone = { sentenceStart: claim.start, sentenceEnd: claim.end, context: { text: claim.text, start: claim.start } };
      const start = Math.max(0, claim.sentenceStart - AROUND);
      return [
        claim.id,
        {
          ...claim,
          article,
          source,
          hand: hands.get(claim.id) ?? null,
          ...{ retracted, withheld, context: { text: text.slice(start, claim.sentenceEnd + AROUND), start } },
          ...(withheld ? alone : {}),
        },
      ];
    }),
  );
}

/** Each once: a long text may hold thousands of the claims. */
async function textsOf(from: Reads, ids: ReadonlySet<string>): Promise<Map<string, string>> {
  const rows = await from.select({ id: articles.id, text: articles.text }).from(articles).where(isAmong(articles.id, ids));
  return new Map(rows.map(({ id, text }) => [id, text]));
}
