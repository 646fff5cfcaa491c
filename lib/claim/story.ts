import { isDayName } from '@/lib/base';
import { endsPhrase } from '@/lib/quantity';
import type { ArticleView } from './view';
import { capitalAt } from './view';

/** Most names that tell which story an article is of. */
const MOST_NAMES = 12;

/**
 * The names an article speaks of most, in small letters: the places, people and bodies of its story. Two articles that share none of them
 * tell two stories, however alike their sentences are. A word that the article writes small as well names nothing.
 */
export function storyOf({ tokens }: ArticleView): string[] {
  const count = new Map<string, number>();
  const small = new Set<string>();
  tokens.forEach(({ kind, lower }, k) => {
    if (kind !== 'word' || lower.length < 3) return;
    if (!capitalAt(tokens, k)) small.add(lower);
    else if (!isDayName(lower) && !endsPhrase(lower)) {
      const name = lower.replace(/['’]s$/, '');
      count.set(name, (count.get(name) ?? 0) + 1);
    }
  });
  return [...count]
    .filter(([name]) => !small.has(name))
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_NAMES)
    .map(([name]) => name)
    .sort();
}
