/** What a ruling (or a dismissal) was about, as far as reopening needs it. */
export interface Settled {
  /** Claims of each position at the time. */
  positions: string[][];
  accepted: number | null;
}

/**
 * Whether the positions of today contradict what was settled: a claim nobody had before them stands in a position that holds no
 * claim of the accepted one. One more voice for the accepted figure contradicts nothing.
 */
export function contradictsRuling(settled: Settled, today: string[][]): boolean {
  const known = new Set(settled.positions.flat());
  const accepted = new Set(settled.accepted === null ? [] : settled.positions[settled.accepted]);
  return today.some((claims) => claims.some((claim) => !known.has(claim)) && !claims.some((claim) => accepted.has(claim)));
}
