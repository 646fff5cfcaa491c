import type { Tx } from './writer';

interface Acts {
  before: (() => Promise<void>)[];
  after: (() => void)[];
}

// Bundles duplicate modules: whoever writes may be another copy of this code than what waits for its commit.
const WAITING = Symbol.for('countercheck.around-commit');
const shared = globalThis as { [WAITING]?: WeakMap<object, Acts> };
shared[WAITING] ??= new WeakMap();
const waiting = shared[WAITING];

function actsOf(tx: Tx): Acts {
  const acts = waiting.get(tx) ?? { before: [], after: [] };
  waiting.set(tx, acts);
  return acts;
}

/** The last thing a transaction does, in it: what many steps gathered is written once. */
export function beforeCommit(tx: Tx, act: () => Promise<void>): void {
  actsOf(tx).before.push(act);
}

/** Something to remember of a transaction once all of it is on the disk; nothing of it happens where the transaction rolls back. */
export function afterCommit(tx: Tx, act: () => void): void {
  actsOf(tx).after.push(act);
}

/** For the writer alone, before its commit. */
export async function finishing(tx: Tx): Promise<void> {
  for (const act of waiting.get(tx)?.before ?? []) await act();
}

/** For the writer alone, after its commit. */
export function committed(tx: Tx): void {
  for (const act of waiting.get(tx)?.after ?? []) act();
}
