import type { Day } from '@/lib/base';
import type { Claim } from '@/lib/claim';
import { asCompared } from './shares';
import type { RecordedClaim } from './types';

/** What the engine of measures must know of the article that claims stand in. */
export interface ClaimOrigin {
  articleId: string;
  outlet: string | null;
  publishedAt: Day | null;
  textHash: string;
  originId?: string;
}

/** The fresh claims of one article as the engine of measures takes them, before or without any record. `ids` has one for each claim. */
export function recorded(claims: readonly Claim[], article: ClaimOrigin, ids: readonly string[]): RecordedClaim[] {
  const idOf = (index: number): string => {
    const id = ids[index];
    if (id === undefined) throw new Error(`no id for claim ${index} of ${claims.length}`);
    return id;
  };
  return claims.map((claim, index) => ({
    ...claim,
    ...asCompared(claim),
    ...article,
    id: idOf(index),
    partOf: claim.partOf === null ? null : idOf(claim.partOf),
    measureId: null,
  }));
}
