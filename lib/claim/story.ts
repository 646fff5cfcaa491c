import { isDayName } from '@/lib/base';
import { endsPhrase } from '@/lib/quantity';
import { isPlaceName } from './places';
import { type ArticleView, capitalAt } from './view';

/** Most names that tell which story an article is of. */
const MOST_NAMES = 12;

/**
 * The names an article speaks of most, in small letters: the places, people and bodies of its story. Two articles that share none of them
 * tell two stories, however alike their sentences are. A capital at the head of a sentence names nothing by itself, but for known places;
 * a word that the article writes small as well names nothing either.
 */
export function storyOf({ tokens, sentences }: ArticleView): string[] {
  const count = new Map<string, number>();
  const small = new Set<string>();
  for (const { from, to } of sentences)
    for (let k = from; k < to; k += 1) {
      const token = tokens[k];
      if (token?.kind !== 'word' || token.lower.length < 3) continue;
      const name = token.lower.replace(/['’]s$/, '').normalize('NFC');
      if (!capitalAt(tokens, k)) small.add(name);
      else if (!isDayName(name) && !endsPhrase(name) && (k > from || isPlaceName(name))) count.set(name, (count.get(name) ?? 0) + 1);
    }
  return [...count]
    .filter(([name]) => !small.has(name))
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_NAMES)
    .map(([name]) => name)
    .sort();
}
