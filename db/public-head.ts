import type { Tx } from './open';
import { send, words } from './statement';

export const PUBLIC_HEAD = 'public_head';

/**
 * Acts that by themselves change nothing a reader sees: what comes in and waits, what people do among themselves, a ruling before it is published. Where
 * one of them touches something public after all, as the grouping of what came in may, what it touched says so.
 */
const QUIET = [
  ...['articles.add', 'sources.add', 'machine:articles.snapshot'],
  ...['cases.take', 'cases.release', 'cases.rule', 'cases.submit', 'cases.return', 'cases.audit'],
];
const QUIET_KINDS = ['queue.', 'notes.', 'jobs.', 'account.', 'machine:cases.', 'machine:measures.'];

export const isQuiet = (action: string): boolean => QUIET.includes(action) || QUIET_KINDS.some((kind) => action.startsWith(kind));

/** From here on readers see something else. */
export const movePublicHead = (tx: Tx): void =>
  send(
    tx,
    words`INSERT INTO meta (key, value) VALUES (${PUBLIC_HEAD}, '1') ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)`,
  );
