import { afterCommit } from './around-commit';
import type { Tx } from './open';
import { send, words } from './statement';

export const PUBLIC_HEAD = 'public_head';

/**
 * Acts that by themselves change nothing a reader sees: what comes in and waits, what people do among themselves, a ruling before it is published. Where
 * one of them touches something public after all, as the grouping of what came in may, what it touched says so.
 */
const QUIET = [
  ...['articles.add', 'sources.add', 'machine:articles.snapshot'],
  // A report is read by its sender alone; what is done about it is an act of its own.
  'reports.send',
  ...['cases.take', 'cases.release', 'cases.rule', 'cases.submit', 'cases.return', 'cases.audit'],
];
const QUIET_KINDS = ['queue.', 'notes.', 'jobs.', 'account.', 'machine:cases.', 'machine:measures.'];

export const isQuiet = (action: string): boolean => QUIET.includes(action) || QUIET_KINDS.some((kind) => action.startsWith(kind));

/** Something became another for readers. */
export interface PublicMove {
  /** In this process it was the so manieth. */
  count: number;
  /** By `performance.now()`. */
  at: number;
  /** What it is about. */
  measures: readonly string[];
  /** It may show on the pages of other measures too: a name, what became of an article. */
  anywhere: boolean;
}

type About = Pick<PublicMove, 'measures' | 'anywhere'>;

/** So long a move is remembered, in milliseconds. */
const REMEMBERED = 2000;

// Bundles duplicate modules: whoever writes and whoever keeps pages count in one place.
const MOVES = Symbol.for('countercheck.public-moves');
const shared = globalThis as { [MOVES]?: { count: number; lately: PublicMove[]; hearers: Set<(move: PublicMove) => void> } };
const moves = () => (shared[MOVES] ??= { count: 0, lately: [], hearers: new Set() });

/** From here on readers see something else. */
export function movePublicHead(tx: Tx, about: About = { measures: [], anywhere: true }): void {
  afterCommit(tx, () => moved(about));
  send(
    tx,
    words`INSERT INTO meta (key, value) VALUES (${PUBLIC_HEAD}, '1') ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)`,
  );
}

function moved(about: About): void {
  const all = moves();
  all.count += 1;
  const move = { count: all.count, at: performance.now(), ...about };
  all.lately = [...all.lately.filter(({ at }) => move.at - at < REMEMBERED), move];
  for (const hear of all.hearers) hear(move);
}

/** How often this process moved the public head. Where it alone writes, what was made since the last move is right, and nothing needs to be read for that. */
export const publicMoves = (): number => moves().count;

/** The moves after the so manieth, the first of them first; null where one of them is forgotten. */
export function movesSince(count: number): PublicMove[] | null {
  const since = moves().lately.filter((move) => move.count > count);
  return since.length === publicMoves() - count ? since : null;
}

/** Calls `hear` after each such commit of this process. */
export const onPublicMove = (hear: (move: PublicMove) => void): void => void moves().hearers.add(hear);
