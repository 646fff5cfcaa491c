import type { Kept } from './kept';
import type { Settled } from './settle';

/**
 * What stays in its measure beside what people said. Claims that somebody keeps apart do not both stay, but for those of a published ruling;
 * what is held together stays in one measure, and two measures that it spans become one, unless a ruling is published on each. Where it is known
 * what readers see, that stays, and the rest goes with it.
 */
export function keptBeside(kept: Kept, { bonds, published, seen }: Settled): Kept {
  if (bonds.areSilent()) return kept;
  const rootOf = (claim: string): string => bonds.rootOf(claim);
  const inRulings = new Set([...published.values()].flat());
  const isFirm = (claim: string): boolean => seen === null || seen.has(claim) || inRulings.has(claim);
  const ordered = byWeight(kept, published);
  const firm = ordered.map(([measure, claims]): [string, string[]] => [measure, claims.filter(isFirm)]);
  const homeOf = mergedHomes(firm, rootOf, published);
  const ruled = new Set([...inRulings, ...(seen?.keys() ?? [])].map(rootOf));
  const homes = new Map<string, string>();
  for (const [measure, claims] of published) for (const claim of claims) homes.set(rootOf(claim), measure);
  for (const [measure, claims] of [...firm, ...ordered])
    for (const root of claims.map(rootOf)) if (!homes.has(root)) homes.set(root, homeOf(measure));
  const beside = new Map<string, string[]>();
  for (const claim of ordered.flatMap(([, claims]) => claims)) {
    const home = homes.get(bonds.rootOf(claim)) as string;
    const own = beside.get(home);
    if (own) own.push(claim);
    else beside.set(home, [claim]);
  }
  for (const [home, claims] of beside) {
    const roots = new Set(claims.map((claim) => bonds.rootOf(claim)));
    const leaves = new Set([...roots].filter((root) => !ruled.has(root) && bonds.isApartFromAny(root, roots)));
    const stay = claims.filter((claim) => !leaves.has(bonds.rootOf(claim)));
    if (stay.length > 0) beside.set(home, stay);
    else beside.delete(home);
  }
  return beside;
}

/** The measures that others become part of come first: those with a published ruling, then the largest. */
const byWeight = (kept: Kept, published: Kept): [string, readonly string[]][] =>
  [...kept].sort(([a, x], [b, y]) => Number(published.has(b)) - Number(published.has(a)) || y.length - x.length || (a < b ? -1 : 1));

/** The measure that each becomes part of, where claims of several are held together. */
function mergedHomes(
  ordered: readonly [string, readonly string[]][],
  rootOf: (claim: string) => string,
  published: Kept,
): (measure: string) => string {
  const into = new Map<string, string>();
  const homeOf = (measure: string): string => {
    const next = into.get(measure);
    return next === undefined ? measure : homeOf(next);
  };
  const first = new Map<string, string>();
  for (const [measure, claims] of ordered)
    for (const claim of claims) {
      const root = rootOf(claim);
      const [x, y] = [homeOf(first.get(root) ?? measure), homeOf(measure)];
      if (!first.has(root)) first.set(root, measure);
      if (x === y || (published.has(x) && published.has(y))) continue;
      const [home, gone] = published.has(y) ? [y, x] : [x, y];
      into.set(gone, home);
    }
  return homeOf;
}
