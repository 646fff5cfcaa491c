import { type Alignment, align } from './align';
import type { RecordedClaim } from './types';
import { cosine, type Vector, vectorsOf } from './words';

/** The claims that are looked at together: whether two articles tell one story is seen from all their claims. */
export interface Corpus {
  /** Word vectors by claim id. */
  vectors: ReadonlyMap<string, Vector>;
  /** Ranks and judges a pair of its claims. */
  align: (a: RecordedClaim, b: RecordedClaim) => Alignment;
}

const EMPTY: Vector = new Map();

/** All words of an article's claims together. */
function storiesOf(claims: readonly RecordedClaim[], vectors: ReadonlyMap<string, Vector>): Map<string, Vector> {
  const stories = new Map<string, Map<string, number>>();
  for (const claim of claims) {
    const story = stories.get(claim.articleId) ?? new Map<string, number>();
    for (const [word, weight] of vectors.get(claim.id) ?? EMPTY) story.set(word, Math.max(story.get(word) ?? 0, weight));
    stories.set(claim.articleId, story);
  }
  return new Map(
    [...stories].map(([id, story]) => {
      // Summed in the order of the words, so that the order of claims cannot show in the last digit.
      const words = [...story].sort((a, b) => (a[0] < b[0] ? -1 : 1));
      const length = Math.sqrt(words.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
      return [id, new Map(words.map(([word, weight]) => [word, weight / length]))] as const;
    }),
  );
}

export function corpusOf(claims: readonly RecordedClaim[]): Corpus {
  const vectors = vectorsOf(claims);
  const stories = storiesOf(claims, vectors);
  const vectorOf = ({ id }: RecordedClaim) => vectors.get(id) ?? EMPTY;
  const storyOf = ({ articleId }: RecordedClaim) => stories.get(articleId) ?? EMPTY;
  return { vectors, align: (a, b) => align(a, b, vectorOf(a), vectorOf(b), cosine(storyOf(a), storyOf(b))) };
}
