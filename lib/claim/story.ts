import { isDayName } from '@/lib/base';
import type { ArticleView } from './view';
import { capitalAt } from './view';

/** Most names that tell which story an article is of. */
const MOST_NAMES = 12;

/**
 * The names an article speaks of most, in small letters: the places, people and bodies of its story. Two articles that share none of them
 * tell two stories, however alike their sentences are. A capital at the head of a sentence names nothing by itself.
 */
export function storyOf({ tokens, sentences }: ArticleView): string[] {
  const count = new Map<string, number>();
  for (const { from, to } of sentences)
    for (let k = from + 1; k < to; k += 1) {
      const token = tokens[k];
      if (token?.kind !== 'word' || token.lower.length < 3 || !capitalAt(tokens, k) || isDayName(token.lower)) continue;
      const name = token.lower.replace(/['’]s$/, '');
      count.set(name, (count.get(name) ?? 0) + 1);
    }
  return [...count]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_NAMES)
    .map(([name]) => name)
    .sort();
}
