import type { Steps } from '@/lib/base';
import { groupInSteps } from './group';
import type { Kept } from './kept';
import { partsOf } from './parted';
import { type Settled, settle } from './settle';
import type { Grouping, PairJudgement, RecordedClaim } from './types';

/** What people said of pairs, and the claims of published rulings by measure. */
export interface Spoken {
  said: readonly PairJudgement[];
  published: Kept;
}

/** Claims that stay together and in their measure, and the measures among these that a ruling is published on. */
export interface Standing {
  kept: Kept;
  ruled: ReadonlySet<string>;
}

/** Groups, and what the words come to beside them. */
interface SeenFirst {
  grouping: Grouping;
  settled: Settled;
}

export interface WhatIsSeen {
  /** Ids of the claims that readers see. */
  seen: ReadonlySet<string>;
  /** They stand where they do, and are not grouped: nothing happened to what readers see. */
  asTheyStand?: boolean;
}

/**
 * Groups what readers see by itself and then everything around it, so that a claim that nobody accepted neither brings together nor parts what
 * is public, by its words or by what people say of it. Where all is seen this is one grouping. Claims of a case that readers see stay together
 * as long as they still hang together without what was rejected or taken back; those of a published ruling in any case.
 */
export function* groupSeenFirst(
  claims: RecordedClaim[],
  { seen, asTheyStand = false }: WhatIsSeen,
  standing: Standing,
  { said, published }: Spoken,
): Steps<SeenFirst> {
  const open = claims.filter(({ id }) => seen.has(id));
  if (open.length === claims.length) {
    const settled = settle(said, published);
    return { grouping: yield* groupInSteps(claims, yield* stillKept(claims, standing, settled), settled), settled };
  }
  const first = asTheyStand ? today(open) : yield* groupOpen(open, seen, standing, { said, published });
  const settled = settle(said, published, new Map([...first].flatMap(([measure, ids]) => ids.map((id) => [id, measure] as const))));
  const { measures, suggestions } = yield* groupInSteps(claims, beside(first, standing.kept), settled);
  return { grouping: { measures: measures.map(unnamed), suggestions }, settled };
}

/** True where claims that readers see, all of them, stand in the measures that they would be grouped to by themselves. */
export function* standByThemselves(claims: readonly RecordedClaim[], standing: Standing, spoken: Spoken): Steps<boolean> {
  const home = new Map(claims.map(({ id, measureId }) => [id, measureId]));
  const groups = yield* groupOpen(claims, new Set(home.keys()), standing, spoken);
  return [...groups].every(([measure, ids]) => ids.every((id) => home.get(id) === measure));
}

/** A group that has no measure yet, until it gets one. */
const NEW = 'new ';

/** What readers see, by measure, as it would be without anything else. */
function* groupOpen(
  open: readonly RecordedClaim[],
  seen: ReadonlySet<string>,
  { kept, ruled }: Standing,
  { said, published }: Spoken,
): Steps<Map<string, string[]>> {
  // A part of a total that nobody accepted is part of nothing.
  const alone = open.map((claim) => (claim.partOf === null || seen.has(claim.partOf) ? claim : { ...claim, partOf: null }));
  const words = said.filter(({ a, b }) => seen.has(a) && seen.has(b));
  const settled = settle(words, published);
  const keptOpen = new Map([...kept].map(([measure, ids]) => [measure, ids.filter((id) => seen.has(id))] as const));
  const { measures } = yield* groupInSteps(alone, yield* stillKept(alone, { kept: keptOpen, ruled }, settled), settled);
  return new Map(measures.map(({ id, claims }, at) => [id ?? `${NEW}${at}`, claims]));
}

/** What is kept without what does not hang together with the rest of its measure any more. */
function* stillKept(claims: readonly RecordedClaim[], { kept, ruled }: Standing, settled: Settled): Steps<Kept> {
  const still = new Map(kept);
  for (const [measure, ids] of kept) {
    if (ruled.has(measure)) continue;
    const members = claims.filter(({ measureId }) => measureId === measure);
    const parts = yield* partsOf(members, { seen: new Set(), kept: new Set(), settled });
    const own = parts.map((part) => part.flatMap(({ id }) => (ids.includes(id) ? [id] : [])));
    still.set(measure, own.sort((x, y) => y.length - x.length)[0] ?? []);
  }
  return still;
}

function today(open: readonly RecordedClaim[]): Map<string, string[]> {
  const homes = new Map<string, string[]>();
  for (const { id, measureId } of open) {
    const home = measureId ?? `${NEW}${id}`;
    const own = homes.get(home);
    if (own) own.push(id);
    else homes.set(home, [id]);
  }
  return homes;
}

/** What stays where it is while the rest is grouped: what readers see, and what else is kept. */
function beside(first: ReadonlyMap<string, readonly string[]>, kept: Kept): Kept {
  const there = new Set([...first.values()].flat());
  const all = new Map<string, readonly string[]>(first);
  for (const [measure, ids] of kept) {
    const more = ids.filter((id) => !there.has(id));
    if (more.length > 0) all.set(measure, [...(first.get(measure) ?? []), ...more]);
  }
  return all;
}

const unnamed = (measure: Grouping['measures'][number]): Grouping['measures'][number] =>
  measure.id?.startsWith(NEW) ? { ...measure, id: null } : measure;
