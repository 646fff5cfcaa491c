import type { Tx } from './writer';

const waiting = new WeakMap<object, (() => void)[]>();

/** Something to remember of a transaction once all of it is on the disk; nothing of it happens where the transaction rolls back. */
export function afterCommit(tx: Tx, act: () => void): void {
  waiting.set(tx, [...(waiting.get(tx) ?? []), act]);
}

/** For the writer alone, after its commit. */
export function committed(tx: Tx): void {
  for (const act of waiting.get(tx) ?? []) act();
}
