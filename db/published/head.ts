import type { Reads } from '../open';
import { PUBLIC_HEAD } from '../public-head';
import { ask, words } from '../statement';

export { publicMoves } from '../public-head';

/** Moves with every write after which a page of the public may be another; what was made at one head is right until it moves. */
export async function publicHead(from: Reads): Promise<string> {
  const [row] = await ask<{ value: string }>(from, words`SELECT value FROM meta WHERE key = ${PUBLIC_HEAD}`);
  return row?.value ?? '0';
}
