import { sentencesOf } from '@/lib/article';
import { type ComparedTexts, compareTexts, type PublicArticle, type SnapshotText } from '@/lib/publication';
import { textsOf } from '../article-snapshots';
import type { Reads } from '../open';
import { words } from '../statement';
import { publicArticles, textOf } from './articles';
import { publicClaims } from './claims';

/** One text of an article, by its number among them. */
export interface ListedSnapshot {
  number: number;
  article: PublicArticle;
  /** How many numbers are others than in the text before; null for the first, and where one of the two is withheld. */
  numbersChanged: number | null;
}

/** So many texts of one article are held against the one before; each has its address, whether it is or not. */
const MOST_COMPARED = 12;

/**
 * The texts of an article that are public, the first one first, with how many numbers changed from one to the next. A text of which nobody accepted a
 * claim is not among them, nor is its number; of an article with one text there is one. None where the article is not public.
 */
export async function snapshotsOf(from: Reads, id: string): Promise<ListedSnapshot[]> {
  const chain = await chainOf(from, id);
  const listed: ListedSnapshot[] = [];
  for (const [at, { number, article }] of chain.entries()) {
    const earlier = chain[at - 1];
    const isCompared = earlier !== undefined && chain.length - at <= MOST_COMPARED;
    const compared = isCompared ? await comparedTexts(from, [earlier, { number, article }]) : null;
    listed.push({ number, article, numbersChanged: compared && !compared.withheld ? compared.numbers.length : null });
  }
  return listed;
}

/** Two of the public texts of an article beside each other, by their numbers; null where one of them is not there. */
export async function snapshotsCompared(from: Reads, id: string, numbers: [number, number]): Promise<SnapshotsCompared | null> {
  const chain = await chainOf(from, id);
  const [one, other] = numbers.map((number) => chain.find((snapshot) => snapshot.number === number));
  return one && other ? { one, other, ...(await comparedTexts(from, [one, other])) } : null;
}

export interface SnapshotsCompared extends ComparedTexts {
  one: Snapshot;
  other: Snapshot;
}

type Snapshot = Pick<ListedSnapshot, 'number' | 'article'>;

async function chainOf(from: Reads, id: string): Promise<Snapshot[]> {
  const all = await textsOf(from, id);
  const shown = await publicArticles(
    from,
    all.map((one) => one.id),
  );
  // Under the id of a text that is not public, there is nothing.
  if (!shown.has(id)) return [];
  return all.flatMap((one) => (shown.has(one.id) ? [{ number: one.number, article: shown.get(one.id) as PublicArticle }] : []));
}

async function comparedTexts(from: Reads, [one, other]: readonly [Snapshot, Snapshot]): Promise<ComparedTexts> {
  return compareTexts(await textIn(from, one), await textIn(from, other));
}

async function textIn(from: Reads, { number, article }: Snapshot): Promise<SnapshotText> {
  const text = await textOf(from, article.id);
  const { claims } = await publicClaims(from, words`claims.article_id = ${article.id}`);
  return { number, article, claims, body: text === null ? null : { text, sentences: sentencesOf(text) } };
}
