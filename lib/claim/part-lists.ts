import { add, compare } from '@/lib/base';
import type { Claim } from './types';
import { type ArticleView, type Mention, markAt } from './view';

/** A claim with the mention it was read from, while an article is being read. */
export interface ReadClaim {
  claim: Claim;
  mention: Mention;
}

/** A list of one thing is of the total that it adds up to, or that stands right before it and a colon. */
export function linkLists(view: ArticleView, claims: readonly ReadClaim[]): void {
  for (const list of lists(claims)) {
    exhausts(claims, list);
    behindColon(view, claims, list);
  }
}

export const isLike = (one: ReadClaim, other: ReadClaim): boolean => one.claim.frame.head === other.claim.frame.head;

export const exactly = (claim: Claim): boolean => claim.low !== null && claim.low === claim.high;

export const fits = (part: Claim, total: Claim): boolean => {
  const [a, b] = [part.low ?? part.high, total.low ?? total.high];
  return a !== null && b !== null && part.unit === total.unit && compare(a, b) <= 0;
};

/** Runs of two or more exact figures of one head in one sentence. */
function lists(claims: readonly ReadClaim[]): number[][] {
  const runs: number[][] = [];
  claims.forEach(({ claim, mention }, index) => {
    const run = runs.at(-1);
    const last = run === undefined ? undefined : claims[run.at(-1) as number];
    const joins =
      last !== undefined &&
      last.mention.sentence.index === mention.sentence.index &&
      last.claim.frame.head === claim.frame.head &&
      claim.frame.head !== null &&
      last.claim.unit === claim.unit &&
      exactly(claim) &&
      exactly(last.claim) &&
      mention.from - last.mention.to <= 12;
    if (joins) (run as number[]).push(index);
    else runs.push([index]);
  });
  return runs.filter((run) => run.length >= 2);
}

/** "At least 61 people: 45 in …, 12 in … and 4 in …" names all of whom is known so far. */
const reaches = (total: Claim, sum: string | null): boolean => (exactly(total) || total.hedge === 'at-least') && total.low === sum;

/** How many claims before and behind a list may hold its total. */
const NEARBY = 40;

/** The list adds up to a total of the same thing that stands before it (up to two sentences), behind it, or at its own head. */
function exhausts(claims: readonly ReadClaim[], list: readonly number[]): void {
  const first = claims[list[0] as number] as ReadClaim;
  const figures = list.map((k) => (claims[k] as ReadClaim).claim.low as string);
  const within = list[0] as number;
  if (list.length >= 3 && figures[0] === add(...figures.slice(1))) {
    give(claims, within, list.slice(1));
    return;
  }
  const from = Math.max(0, within - NEARBY);
  const near = claims
    .slice(from, within + list.length + NEARBY)
    .map((total, k) => ({ total, index: from + k, far: first.mention.sentence.index - total.mention.sentence.index }))
    .filter(({ index, far }) => (index < within || index >= within + list.length) && far <= 2 && far >= -1)
    .sort((a, b) => Math.abs(a.far) - Math.abs(b.far));
  const sum = near.length === 0 ? null : add(...figures);
  const whole = near.find(({ total }) => total.claim.frame.head === first.claim.frame.head && reaches(total.claim, sum));
  if (whole) give(claims, whole.index, list);
}

/** "30 coaches: 12 in Elmton and 19 in Varn": a list right behind its total and a colon is of it, whether it adds up or not. */
function behindColon({ tokens }: ArticleView, claims: readonly ReadClaim[], list: readonly number[]): void {
  const at = list.findIndex((k) => markAt(tokens, (claims[k] as ReadClaim).mention.from - 1) === ':');
  const index = (list[at] ?? 0) - 1;
  const total = claims[index];
  if (!total || total.claim.frame.exhaustiveParts !== null) return;
  const parts = list.slice(at).map((k) => claims[k] as ReadClaim);
  const fit = parts.every((part) => part.claim.partOf === null && isLike(part, total) && fits(part.claim, total.claim));
  if (!fit || (parts[0] as ReadClaim).mention.from - total.mention.to > COLON_WITHIN) return;
  for (const { claim } of parts) claim.partOf = index;
  total.claim.frame.exhaustiveParts = false;
}
/** Tokens between a total and the list of its parts. */
const COLON_WITHIN = 8;

function give(claims: readonly ReadClaim[], total: number, parts: readonly number[]): void {
  for (const part of parts) {
    const { claim } = claims[part] as ReadClaim;
    if (claim.partOf === null) claim.partOf = total;
  }
  (claims[total] as ReadClaim).claim.frame.exhaustiveParts = true;
}
