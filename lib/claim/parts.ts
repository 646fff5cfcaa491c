import { add, compare } from '@/lib/base';
import type { Claim } from './types';
import { type ArticleView, type Mention, markAt, wordAt } from './view';

/** A claim with the mention it was read from, while an article is being read. */
export interface ReadClaim {
  claim: Claim;
  mention: Mention;
}

/**
 * Finds which claims are stated components of another's total. "984 trams (including 2 in …)" names parts that need not exhaust it;
 * a list of one thing in the sentence of a total or next to it, whose figures add up to that total, exhausts it.
 */
export function linkParts(view: ArticleView, claims: readonly ReadClaim[]): void {
  claims.forEach((one, index) => {
    includedIn(view, claims, index, one);
    ofTotal(view, claims, index);
  });
  lists(claims).forEach((list) => {
    exhausts(claims, list);
  });
}

/** "Of the 8,000 jobs to go, 2,600 are in Oster": the total stands first. */
function opensWith({ tokens }: ArticleView, total: ReadClaim, part: ReadClaim): boolean {
  const of = wordAt(tokens, total.mention.from - 1) === 'the' ? total.mention.from - 2 : total.mention.from - 1;
  const opens = of === total.mention.sentence.from || markAt(tokens, of - 1) === ',';
  return opens && wordAt(tokens, of) === 'of' && markAt(tokens, part.mention.from - 1) === ',' && part.mention.from - total.mention.to < 9;
}

/** "3,100 of the 3,400 workers": the first is a part of the second. */
function ofTotal(view: ArticleView, claims: readonly ReadClaim[], index: number): void {
  const [part, total] = [claims[index] as ReadClaim, claims[index + 1]];
  if (total && opensWith(view, part, total)) {
    if (total.claim.partOf === null && fits(total.claim, part.claim)) {
      total.claim.partOf = index;
      part.claim.frame.exhaustiveParts ??= false;
      alsoOf(view, claims, index);
    }
    return;
  }
  if (
    !total ||
    wordAt(view.tokens, part.mention.to) !== 'of' ||
    total.mention.from - part.mention.to > 2 ||
    total.mention.from <= part.mention.to
  )
    return;
  if (part.claim.partOf !== null || !fits(part.claim, total.claim)) return;
  part.claim.partOf = index + 1;
  total.claim.frame.exhaustiveParts ??= false;
}

/** "Of the 141 victims, 52 were women and 23 were children": what goes on behind "and" is a part, too. */
function alsoOf({ tokens }: ArticleView, claims: readonly ReadClaim[], index: number): void {
  const total = claims[index] as ReadClaim;
  let sum = (claims[index + 1] as ReadClaim).claim.low ?? '0';
  for (let k = index + 2; k < claims.length; k += 1) {
    const next = claims[k] as ReadClaim;
    const joined = wordAt(tokens, next.mention.from - 1) === 'and' || markAt(tokens, next.mention.from - 1) === ',';
    const same = next.mention.sentence.index === total.mention.sentence.index && next.claim.frame.head === total.claim.frame.head;
    // What is more than the total together is said of other parts of it.
    sum = add(sum, next.claim.low ?? '0');
    if (!joined || !same || next.claim.partOf !== null || compare(sum, total.claim.low ?? total.claim.high ?? '0') > 0) return;
    next.claim.partOf = index;
  }
}

const INCLUDING = /^(including|includes|among|comprising|namely)$/;

/** Behind "including", "of whom", "among them": a part of the nearest earlier total of the same thing. */
function includedIn(view: ArticleView, claims: readonly ReadClaim[], index: number, { claim, mention }: ReadClaim): void {
  const opener = ofThem(view, mention) ?? openerBefore(view, mention);
  if (opener === null) return;
  for (let k = index - 1; k >= 0 && k >= index - 6; k -= 1) {
    const total = claims[k] as ReadClaim;
    if (mention.sentence.index - total.mention.sentence.index > 1) return;
    if (total.mention.to > opener.at || total.claim.partOf !== null) continue;
    const whole = opener.whole || total.claim.frame.head === claim.frame.head || claim.frame.head === null;
    if (!whole || !fits(claim, total.claim)) continue;
    claim.partOf = k;
    total.claim.frame.exhaustiveParts ??= false;
    return;
  }
}

/** "six people were hurt, two of them badly" */
const ofThem = ({ tokens }: ArticleView, { from, to }: Mention): { at: number; whole: boolean } | null =>
  wordAt(tokens, to) === 'of' && /^(them|whom|which|these|those)$/.test(wordAt(tokens, to + 1)) ? { at: from, whole: true } : null;

function openerBefore(view: ArticleView, mention: Mention): { at: number; whole: boolean } | null {
  const { tokens } = view;
  for (let k = mention.from - 1; k >= Math.max(mention.sentence.from, mention.from - 30); k -= 1) {
    const lower = wordAt(tokens, k);
    if (INCLUDING.test(lower)) return { at: k, whole: lower !== 'among' };
    if ((lower === 'whom' || lower === 'which' || lower === 'them') && /^(of|among)$/.test(wordAt(tokens, k - 1))) {
      // "1,200 of them badly, and 900 people sleep in tents": the words are of the figure before them.
      return tokens[k - 2]?.kind === 'number' ? null : { at: k - 1, whole: true };
    }
    if (markAt(tokens, k) === ')' || markAt(tokens, k) === ';' || /^(while|but|said|were|was)$/.test(lower)) return null;
  }
  return null;
}

const fits = (part: Claim, total: Claim): boolean => {
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

const exactly = (claim: Claim): boolean => claim.low !== null && claim.low === claim.high;

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

function give(claims: readonly ReadClaim[], total: number, parts: readonly number[]): void {
  for (const part of parts) {
    const { claim } = claims[part] as ReadClaim;
    if (claim.partOf === null) claim.partOf = total;
  }
  (claims[total] as ReadClaim).claim.frame.exhaustiveParts = true;
}
