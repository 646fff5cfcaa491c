import { inPart } from './around-commit';
import type { Database, Tx } from './open';

/**
 * The record as seen from inside a transaction: verbs that are given it do their part in that transaction, and stand or fall with it. One that
 * is refused leaves nothing of its own, whatever becomes of the rest.
 */
export const within = (db: Database, tx: Tx): Database => ({
  ...db,
  read: tx as unknown as Database['read'],
  write: (work) => inPart(tx, () => work(tx)),
  snapshot: (work) => work(tx),
});
