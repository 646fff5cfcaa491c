import type { Kept } from './kept';
import type { Clash, PairJudgement } from './types';

type Chain = Pick<Clash, 'against' | 'published'>;

/** One step from a claim to another: by a word, or because a published ruling holds both. */
interface Step {
  to: string;
  from: string;
  by: PairJudgement | null;
  measure: string | null;
}

/**
 * The words, and the published rulings, that lead from one claim of a word to the other and that it breaks on. Among ways of equal length
 * the one with the earlier words is told.
 * @param joined the "same" that hold.
 * @param apart the "different" that hold; none where the word that yields is one itself.
 */
export function chainBetween(
  yields: PairJudgement,
  joined: readonly PairJudgement[],
  apart: readonly PairJudgement[],
  published: Kept,
): Chain {
  const steps = stepsOf(joined, published);
  const [near, far] = [reachedFrom(yields.a, steps), reachedFrom(yields.b, steps)];
  const whole = near.get(yields.b);
  if (whole) return told(wayBack(yields.b, near), []);
  for (const one of apart) {
    const [x, y] = near.has(one.a) && far.has(one.b) ? [one.a, one.b] : [one.b, one.a];
    if (near.has(x) && far.has(y)) return told([...wayBack(x, near), ...wayBack(y, far)], [one]);
  }
  // Two published rulings hold them apart.
  const held = (reached: ReadonlyMap<string, Step | null>) =>
    [...published].filter(([, claims]) => claims.some((claim) => reached.has(claim))).map(([measure]) => measure);
  return { against: [...near.values(), ...far.values()].flatMap((step) => step?.by ?? []), published: [...held(near), ...held(far)] };
}

function stepsOf(joined: readonly PairJudgement[], published: Kept): Map<string, Step[]> {
  const steps = new Map<string, Step[]>();
  const add = (step: Step) => {
    const known = steps.get(step.from);
    if (known) known.push(step);
    else steps.set(step.from, [step]);
  };
  for (const by of joined) {
    add({ from: by.a, to: by.b, by, measure: null });
    add({ from: by.b, to: by.a, by, measure: null });
  }
  for (const [measure, [first, ...rest]] of published)
    for (const claim of rest) {
      add({ from: first as string, to: claim, by: null, measure });
      add({ from: claim, to: first as string, by: null, measure });
    }
  return steps;
}

/** Every claim that can be reached, with the last step of the shortest way; the first has none. */
function reachedFrom(start: string, steps: ReadonlyMap<string, readonly Step[]>): Map<string, Step | null> {
  const reached = new Map<string, Step | null>([[start, null]]);
  for (const at of reached.keys()) for (const step of steps.get(at) ?? []) if (!reached.has(step.to)) reached.set(step.to, step);
  return reached;
}

function wayBack(end: string, reached: ReadonlyMap<string, Step | null>): Step[] {
  const way: Step[] = [];
  for (let step = reached.get(end); step; step = reached.get(step.from)) way.push(step);
  return way;
}

const told = (way: readonly Step[], between: readonly PairJudgement[]): Chain => ({
  against: [...way.flatMap(({ by }) => by ?? []), ...between],
  published: [...new Set(way.flatMap(({ measure }) => measure ?? []))],
});
