import type { Steps } from '@/lib/base';
import { nextTurn } from './writer';

/** Milliseconds of work before somebody else has a turn. */
const TURN = 10;

/** Takes the steps one after another and lets whoever else waits have a turn in between: a page is not kept waiting for a grouping. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (let since = performance.now(); ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < TURN) continue;
    await nextTurn();
    since = performance.now();
  }
}
