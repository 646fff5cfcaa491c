/** Work cut into pieces of some milliseconds at most: whoever takes the steps may do something else in between. */
export type Steps<Result> = Generator<undefined, Result>;

/** Takes all steps of some work at once, for whoever waits for it anyway. */
export function toTheEnd<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
