import { add } from '@/lib/base';
import { befell, exactly, fits, isJoined, isLike, isNamedPart, type ReadClaim } from './part-claims';
import type { Claim } from './types';
import { type ArticleView, markAt } from './view';

/** A list of one thing is of the total that it adds up to, or that stands right before it and a colon. */
export function linkLists(view: ArticleView, claims: readonly ReadClaim[]): void {
  for (const list of lists(claims)) exhausts(claims, list);
  for (const at of claims.keys()) behindColon(view, claims, at);
}

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
function behindColon(view: ArticleView, claims: readonly ReadClaim[], at: number): void {
  const [total, first] = [claims[at - 1], claims[at] as ReadClaim];
  if (!total || total.claim.frame.exhaustiveParts !== null || markAt(view.tokens, first.mention.from - 1) !== ':') return;
  if (first.mention.from - total.mention.to > COLON_WITHIN) return;
  const parts: ReadClaim[] = [];
  for (const part of claims.slice(at)) {
    const goesOn = part === first || (isJoined(view, part) && part.mention.sentence === first.mention.sentence);
    if (!goesOn || part.claim.partOf !== null || !(isLike(part, total) || isNamedPart(view, part)) || !fits(part.claim, total.claim)) break;
    parts.push(part);
  }
  if (parts.length < 2) return;
  for (const part of parts) {
    part.claim.partOf = at - 1;
    befell(view, part, total);
  }
  const sum = add(...parts.map(({ claim }) => claim.low ?? '0'));
  total.claim.frame.exhaustiveParts = reaches(total.claim, sum);
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
