import { setImmediate as immediately } from 'node:timers/promises';
import type { Steps } from '@/lib/base';

/**
 * Lets everybody else have a turn: calls of libSQL block, and promises alone give nobody one. One round of the event loop is not enough:
 * what was called by a message or a file goes on at the end of the same round, before any timer, connection or file was looked at.
 */
export async function nextTurn(): Promise<void> {
  await immediately();
  await immediately();
}

/** Milliseconds of work before somebody else has a turn. */
const TURN = 6;

/** A clock of its own for a piece of work: gives a turn once as much time has passed since the last one. */
export function turns(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < TURN) return undefined;
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}

/** Takes the steps one after another and lets whoever else waits have a turn in between: a page is not kept waiting for a grouping. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (const due = turns(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    await due();
  }
}
