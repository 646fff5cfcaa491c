import type { RecordedClaim } from './types';

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The one order the engine works in: publication date, article text, place in the article. It never looks at ids, so the same
 * texts give the same measures and sentences whatever ids the record drew and in whatever order they came.
 */
function inOrder(a: RecordedClaim, b: RecordedClaim): number {
  return (
    compareText(a.publishedAt ?? '9999', b.publishedAt ?? '9999') ||
    compareText(a.textHash, b.textHash) ||
    a.span.start - b.span.start ||
    compareText(a.outlet ?? '', b.outlet ?? '') ||
    compareText(a.id, b.id)
  );
}

export const sorted = (claims: readonly RecordedClaim[]): RecordedClaim[] => [...claims].sort(inOrder);
