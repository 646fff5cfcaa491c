/** Takes all steps of some work at once, for whoever waits for it anyway. */
export function toTheEnd<Result>(steps: Generator<undefined, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
