import type { InStatement, ResultSet } from '@libsql/client';
import { Refused } from './refused';
import type { Tx } from './writer';

/** What the statements of a transaction go through, and how they let others have a turn. */
export interface Through {
  execute(statement: InStatement): Promise<ResultSet>;
  due(): Promise<void> | undefined;
}

interface Acts {
  through: Through;
  /** Writes that nobody waits for. */
  sent: Promise<unknown>[];
  before: (() => void)[];
  after: (() => void)[];
  /** What kinds of acts it appended to the log; those of the machine begin with "machine:". Those of a part that was refused stay. */
  kinds: Set<string>;
  /** Each with the way back to where it began. */
  ways: { mark: Mark; begun: () => void }[];
}

/** Notes how something stands that is kept of a transaction beside the database, and gives the way back there. */
type Mark = () => () => void;

// Bundles duplicate modules: whoever writes may be another copy of this code than what waits for its commit.
const WAITING = Symbol.for('countercheck.around-commit');
const shared = globalThis as { [WAITING]?: WeakMap<object, Acts> };
shared[WAITING] ??= new WeakMap();
const waiting = shared[WAITING];

function actsOf(tx: Tx): Acts {
  const acts = waiting.get(tx);
  if (!acts) throw new Error('the writer began no such transaction');
  return acts;
}

/** For the writer alone, as the first thing of a transaction. */
export function beginning(tx: Tx, through: Through): void {
  waiting.set(tx, { through, sent: [], before: [], after: [], kinds: new Set(), ways: [] });
}

/** What the statements of a transaction go through; nothing for what only reads. */
export function throughOf(from: Tx): Through;
export function throughOf(from: object): Through | undefined;
export function throughOf(from: object): Through | undefined {
  return waiting.get(from)?.through;
}

/** A write that nobody waits for. Where it fails, the transaction does. */
export function sending(tx: Tx, write: Promise<unknown>): void {
  actsOf(tx).sent.push(write);
  // It is heard of before the commit.
  write.catch(() => undefined);
}

/** The last thing a transaction does, in it: what many steps gathered is written once. */
export function beforeCommit(tx: Tx, act: () => void): void {
  actsOf(tx).before.push(act);
}

/** Something to remember of a transaction once all of it is on the disk; nothing of it happens where the transaction rolls back. */
export function afterCommit(tx: Tx, act: () => void): void {
  actsOf(tx).after.push(act);
}

/** Notes what kind of act a transaction appended, for whoever works out at its end what that changed. */
export function noteKind(tx: Tx, kind: string): void {
  actsOf(tx).kinds.add(kind);
}

export const kindsIn = (tx: Tx): ReadonlySet<string> => actsOf(tx).kinds;

/** For what is kept of a transaction beside the database: where a part of the transaction is refused, it goes back to where it stood before. */
export function rewinding(tx: Tx, mark: Mark): void {
  actsOf(tx).ways.push({ mark, begun: mark() });
}

/**
 * A part of a transaction that stands or falls by itself: where it is refused, nothing of it is left and the rest goes on. Every other fault
 * is one of the whole. What is to happen before the commit stays: it writes what was gathered, and that is cut back.
 */
export async function inPart<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const { through, sent, after, ways } = actsOf(tx);
  const [sentBefore, afterBefore, waysBefore] = [sent.length, after.length, ways.length];
  const back = ways.map(({ mark }) => mark());
  await through.execute('SAVEPOINT part');
  try {
    const done = await work();
    await through.execute('RELEASE part');
    return done;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await Promise.all(sent.slice(sentBefore));
    await through.execute('ROLLBACK TO part');
    await through.execute('RELEASE part');
    after.length = afterBefore;
    for (const { begun } of ways.slice(waysBefore)) begun();
    for (const goBack of back) goBack();
    throw error;
  }
}

/** For the writer alone, before its commit. `last` is done when all else is. */
export async function finishing(tx: Tx, last: (tx: Tx) => Promise<void>): Promise<void> {
  const { before, sent } = actsOf(tx);
  for (const act of before) act();
  await Promise.all(sent);
  await last(tx);
  await Promise.all(sent);
}

/** For the writer alone, where a transaction failed: what failed first, which whoever waits may have heard of as the end of it alone. */
export async function faultOf(tx: Tx, otherwise: unknown): Promise<unknown> {
  for (const one of await Promise.allSettled(actsOf(tx).sent)) if (one.status === 'rejected') return one.reason;
  return otherwise;
}

/** For the writer alone, after its commit. */
export function committed(tx: Tx): void {
  for (const act of actsOf(tx).after) act();
}
