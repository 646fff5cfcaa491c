import { add, compare } from '@/lib/base';
import { befell, exactly, fits, isJoined, isLike, isNamedPart, type ReadClaim } from './part-claims';
import { linkLists } from './part-lists';
import { type ArticleView, type Mention, markAt, wordAt } from './view';

/**
 * Finds which claims are stated components of another's total. "984 trams (including 2 in …)" names parts that need not exhaust it;
 * a list of one thing in the sentence of a total or next to it, whose figures add up to that total, exhausts it.
 */
export function linkParts(view: ArticleView, claims: readonly ReadClaim[]): void {
  claims.forEach((one, index) => {
    includedIn(view, claims, index, one);
    ofTotal(view, claims, index);
  });
  linkLists(view, claims);
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
function alsoOf(view: ArticleView, claims: readonly ReadClaim[], index: number): void {
  const total = claims[index] as ReadClaim;
  const whole = total.claim.low ?? total.claim.high ?? '0';
  let sum = (claims[index + 1] as ReadClaim).claim.low ?? '0';
  befell(view, claims[index + 1] as ReadClaim, total);
  for (let k = index + 2; k < claims.length; k += 1) {
    const next = claims[k] as ReadClaim;
    const named = isNamedPart(view, next) && !isLike(next, total);
    const goesOn = isJoined(view, next) && next.mention.sentence.index === total.mention.sentence.index && next.claim.partOf === null;
    if (!goesOn || !(named || isLike(next, total)) || !fits(next.claim, total.claim)) break;
    // What is more than the total together is said of other parts of it.
    sum = add(sum, next.claim.low ?? '0');
    if (!named && compare(sum, whole) > 0) return;
    next.claim.partOf = index;
    befell(view, next, total);
  }
  if (compare(sum, whole) === 0 && exactly(total.claim)) total.claim.frame.exhaustiveParts = true;
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
