/** Which places of two runs of words correspond, and how much of the shorter run the other holds in its order (0 to 1). */
export interface Place {
  of: ReadonlyMap<number, number>;
  share: number;
}

/** Longest common subsequence of two runs of words: time and memory grow with the product of their lengths, so callers keep both short. */
export function placesOf(a: readonly string[], b: readonly string[]): Place {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] as number;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const of = new Map<number, number>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) of.set(i++, j++);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return { of, share: at(0, 0) / Math.max(1, Math.min(a.length, b.length)) };
}

/** How much of the smaller set the other holds (0 to 1). */
export function sharedShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared += 1;
  return shared / Math.max(1, small.size);
}
