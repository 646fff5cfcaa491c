import type { Steps } from '@/lib/base';
import { Bonds } from './bonds';
import { countedOf } from './nouns';
import { once } from './once';
import type { RecordedClaim } from './types';
import { dimensionOf } from './units';

/** What keeps claims apart whatever their wording: counted things, acts, direction, dimension. Few distinct ones exist in any group. */
interface Signature {
  heads: string[];
  acts: string[];
  direction: string | null;
  dimension: string | null;
  /** All of it as one word. */
  name: string;
}

export interface Link {
  a: number;
  b: number;
  score: number;
}

const signatureOf = once((claim): Signature => {
  const parts = { ...countedOf(claim), direction: claim.frame.direction, dimension: dimensionOf(claim.unit) };
  return { ...parts, name: JSON.stringify(parts) };
});

export type Apart = (a: RecordedClaim, b: RecordedClaim) => boolean;
export type Likeness = (a: RecordedClaim, b: RecordedClaim) => number;

/** Two groups join when their members are alike on average, not by one pair alone; this many of each are asked. */
const ASKED = 12;
/** So many links are tried in a step. */
const LINKS = 32;

/** "Nine bridges" and "four tunnels" stand together where one claim counts both at once; so do the dead and the missing. */
function bridged(a: Signature, b: Signature, group: readonly Signature[]): boolean {
  const covers = (whole: string[], x: string[], y: string[]) =>
    whole.length > 1 && x.join() !== y.join() && [...x, ...y].every((word) => whole.includes(word));
  return group.some((whole) => covers(whole.heads, a.heads, b.heads) || covers(whole.acts, a.acts, b.acts));
}

/**
 * Joins claims along links, best first, and never joins two groups that hold claims which cannot answer one question. `must`
 * links (a stated part and its total) come first and are not questioned, but for what people keep apart. What people hold together is one
 * group whatever it says, and each side of it still gathers its own like. So does what stands side by side for people's sake (`side`). Gives
 * groups of indexes, each and all in order.
 */
export function* joinClaims(
  claims: readonly RecordedClaim[],
  must: readonly Link[],
  links: readonly Link[],
  apart: Apart,
  likeness: Likeness,
  enough: number,
  bonds: Bonds = new Bonds(),
  side: readonly Link[] = [],
): Steps<number[][]> {
  const wider = bonds.copy();
  const idOf = (index: number): string => (claims[index] as RecordedClaim).id;
  for (const { a, b } of side) wider.join(idOf(a), idOf(b));
  const owner = claims.map((_, index) => index);
  const members = new Map(claims.map((_, index) => [index, [index]]));
  const signatures = claims.map(signatureOf);
  const distinct = (group: readonly number[]): number[] => [...new Map(group.map((index) => [signatures[index]?.name, index])).values()];

  function alikeOnAverage(left: readonly number[], right: readonly number[]): boolean {
    let [sum, asked] = [0, 0];
    for (const i of left.slice(0, ASKED))
      for (const j of right.slice(0, ASKED)) {
        const [a, b] = [claims[i] as RecordedClaim, claims[j] as RecordedClaim];
        // Claims that a third one bridges are unlike by nature, and say nothing against joining.
        if (apart(a, b)) continue;
        sum += likeness(a, b);
        asked += 1;
      }
    return sum >= enough * asked;
  }

  /** A stated part follows its total, and answers for itself alone: three of seven shots may have hit, and all of them were fired. */
  const answering = (group: readonly number[]): readonly number[] => {
    const wholes = group.filter((index) => (claims[index] as RecordedClaim).partOf === null);
    return wholes.length > 0 ? wholes : group;
  };

  function mayJoin(one: readonly number[], other: readonly number[]): boolean {
    const [left, right] = [answering(one), answering(other)];
    if (!alikeOnAverage(left, right)) return false;
    const group = [...left, ...right].map((index) => signatures[index] as Signature);
    return distinct(left).every((i) =>
      distinct(right).every((j) => {
        const [a, b] = [claims[i] as RecordedClaim, claims[j] as RecordedClaim];
        return !apart(a, b) || bridged(signatures[i] as Signature, signatures[j] as Signature, group);
      }),
    );
  }

  function join(a: number, b: number, asked: boolean): void {
    const [x, y] = [owner[a] as number, owner[b] as number];
    if (x === y || wider.areApart(idOf(a), idOf(b))) return;
    const [left, right] = [members.get(x) ?? [], members.get(y) ?? []];
    if (asked && !mayJoin(left, right)) return;
    const [into, from] = x < y ? [x, y] : [y, x];
    for (const index of members.get(from) ?? []) owner[index] = into;
    members.set(
      into,
      [...left, ...right].sort((i, j) => i - j),
    );
    members.delete(from);
    wider.join(idOf(a), idOf(b));
  }

  for (const { a, b } of must) join(a, b, false);
  const best = [...links].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
  for (const [at, { a, b }] of best.entries()) {
    if (at % LINKS === 0) yield;
    join(a, b, true);
  }
  return gatherTogether([...members.values()], (index) => wider.rootOf(idOf(index)));
}

/** Groups that people hold together are one. */
function gatherTogether(groups: readonly number[][], rootOf: (index: number) => string): number[][] {
  const whole = new Map<string, number[]>();
  for (const group of groups) {
    const root = rootOf(group[0] as number);
    whole.set(root, [...(whole.get(root) ?? []), ...group]);
  }
  return [...whole.values()].map((group) => group.sort((x, y) => x - y)).sort((x, y) => (x[0] as number) - (y[0] as number));
}
