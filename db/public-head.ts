import { afterCommit } from './around-commit';
import type { Tx } from './open';
import { send, words } from './statement';

export const PUBLIC_HEAD = 'public_head';

/**
 * Acts that by themselves change nothing a reader sees: what comes in and waits, what people do among themselves, a ruling before it is published. Where
 * one of them touches something public after all, as the grouping of what came in may, what it touched says so.
 */
const QUIET = [
  ...['articles.add', 'sources.add'],
  ...['cases.take', 'cases.release', 'cases.rule', 'cases.submit', 'cases.return', 'cases.audit'],
];
const QUIET_KINDS = ['queue.', 'notes.', 'jobs.', 'account.', 'machine:cases.', 'machine:measures.'];

export const isQuiet = (action: string): boolean => QUIET.includes(action) || QUIET_KINDS.some((kind) => action.startsWith(kind));

type Hearer = (measures: readonly string[]) => void;

// Bundles duplicate modules: whoever writes and whoever keeps pages count in one place.
const MOVES = Symbol.for('countercheck.public-moves');
const shared = globalThis as { [MOVES]?: { count: number; hearers: Set<Hearer> } };
const moves = () => (shared[MOVES] ??= { count: 0, hearers: new Set() });

/** From here on readers see something else, of these measures among others. */
export function movePublicHead(tx: Tx, measures: readonly string[] = []): void {
  afterCommit(tx, () => {
    moves().count += 1;
    for (const hear of moves().hearers) hear(measures);
  });
  send(
    tx,
    words`INSERT INTO meta (key, value) VALUES (${PUBLIC_HEAD}, '1') ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)`,
  );
}

/** How often this process moved the public head. Where it alone writes, what was made since the last move is right, and nothing needs to be read for that. */
export const publicMoves = (): number => moves().count;

/** Calls `hear` after each such commit of this process. */
export const onPublicMove = (hear: Hearer): void => void moves().hearers.add(hear);
