import { compare } from '@/lib/base';
import type { Claim } from './types';
import { type ArticleView, type Mention, markAt, wordAt } from './view';

/** A claim with the mention it was read from, while an article is being read. */
export interface ReadClaim {
  claim: Claim;
  mention: Mention;
}

export const isJoined = ({ tokens }: ArticleView, { mention: { from } }: ReadClaim): boolean =>
  wordAt(tokens, from - 1) === 'and' || markAt(tokens, from - 1) === ',';

/** "four were truck drivers": told by what they were. */
export const isNamedPart = ({ tokens }: ArticleView, { claim: { noun }, mention }: ReadClaim): boolean =>
  noun !== null &&
  /^(?:were|are)$/.test(wordAt(tokens, mention.to)) &&
  wordAt(tokens, mention.to + 1) === noun.split(' ')[0]?.toLowerCase();

/** What befell all of them befell a part that is told by another name. */
export function befell(view: ArticleView, part: ReadClaim, total: ReadClaim): void {
  if (isNamedPart(view, part)) part.claim.frame.act = total.claim.frame.act;
}

export const isLike = (one: ReadClaim, other: ReadClaim): boolean => one.claim.frame.head === other.claim.frame.head;

export const exactly = (claim: Claim): boolean => claim.low !== null && claim.low === claim.high;

export const fits = (part: Claim, total: Claim): boolean => {
  const [a, b] = [part.low ?? part.high, total.low ?? total.high];
  return a !== null && b !== null && part.unit === total.unit && compare(a, b) <= 0;
};
