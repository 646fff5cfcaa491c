import type { Occasion } from '@/lib/claim';
import { countWords } from './vocabulary';

/** A claim as far as its origin is told by it. */
interface Told {
  article: { id: string; textHash: string; originId: string; firstId?: string };
  occasion: Occasion | null;
}

/** How many articles stand behind some claims, and how many origins behind these. */
export interface Reported {
  articles: number;
  origins: number;
}

/** The texts that an article had are of one article. */
const articleOf = ({ article: { id, firstId } }: Told): string => firstId ?? id;

/** Articles that share a text, an origin or an occasion are one origin: ten reprints of an agency text are not ten confirmations. */
export function reportedIn(claims: readonly Told[]): Reported {
  const above = new Map<string, string>();
  const root = (key: string): string => {
    let at = key;
    for (let next = above.get(at); next !== undefined; next = above.get(at)) at = next;
    return at;
  };
  for (const claim of claims) {
    const { article, occasion } = claim;
    const shared = [`text ${article.textHash}`, `origin ${article.originId}`];
    if (occasion) shared.push(`occasion ${occasion.name} ${occasion.day ?? ''}`);
    for (const key of shared) {
      const [one, other] = [root(key), root(`article ${articleOf(claim)}`)];
      if (one !== other) above.set(one, other);
    }
  }
  const articles = [...new Set(claims.map(articleOf))];
  return { articles: articles.length, origins: new Set(articles.map((id) => root(`article ${id}`))).size };
}

/** "14 articles, 2 origins": the second number is left out where it says the same as the first. */
export function reportedWords({ articles, origins }: Reported): string {
  return articles === origins ? countWords(articles, 'article') : `${countWords(articles, 'article')}, ${countWords(origins, 'origin')}`;
}

/** "3 claims from 2 sources"; where sources repeat one another, it is not them that count: "15 claims in 14 articles, 2 origins". */
export function claimedWords(claims: number, sources: number, reported: Reported): string {
  const where = reported.articles === reported.origins ? `from ${countWords(sources, 'source')}` : `in ${reportedWords(reported)}`;
  return `${countWords(claims, 'claim')} ${where}`;
}
