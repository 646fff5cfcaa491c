import type { Instant } from '@/lib/base';
import { toNumber } from '@/lib/base';
import type { Claim } from '@/lib/claim';
import type { RecordedClaim } from '@/lib/measure';
import type { articles, claims } from './schema';

export type ClaimRow = typeof claims.$inferSelect;
export type ArticleRow = typeof articles.$inferSelect;

/** What a claim row takes from outside its own words. */
export interface ClaimPlace {
  id: string;
  articleId: string;
  ordinal: number;
  /** Id of the claim whose total it is part of. */
  partOf: string | null;
  createdAt: Instant;
}

/** A read claim as the row that keeps it. `recordedClaim` is the way back. */
export function claimRow(claim: Claim, place: ClaimPlace): ClaimRow {
  return {
    ...place,
    start: claim.span.start,
    end: claim.span.end,
    text: claim.text,
    sentenceStart: claim.sentence.start,
    sentenceEnd: claim.sentence.end,
    figureStart: claim.figure.start,
    figureEnd: claim.figure.end,
    low: claim.low,
    high: claim.high,
    lowInclusive: claim.lowInclusive,
    highInclusive: claim.highInclusive,
    lowReal: claim.low === null ? null : toNumber(claim.low),
    highReal: claim.high === null ? null : toNumber(claim.high),
    grain: claim.grain,
    hedge: claim.hedge,
    unit: claim.unit,
    noun: claim.noun,
    measureWords: claim.measure,
    speakerName: claim.speaker?.name ?? null,
    speakerRole: claim.speaker?.role ?? null,
    speakerInferred: claim.speaker?.inferred ?? false,
    occasion: claim.occasion,
    asOf: claim.asOf,
    asOfBasis: claim.asOfBasis,
    frame: claim.frame,
    measureId: null,
    status: 'read',
    acceptedAt: null,
  };
}

/** What the engine of measures must know of the article a claim stands in. */
export interface ClaimOrigin {
  outlet: string | null;
  publishedAt: string | null;
  textHash: string;
}

export function recordedClaim(row: ClaimRow, origin: ClaimOrigin): RecordedClaim {
  const { id, articleId, text, low, high, lowInclusive, highInclusive, grain, hedge, unit, noun, occasion, asOf, asOfBasis } = row;
  return {
    id,
    articleId,
    ...origin,
    measureId: row.measureId,
    partOf: row.partOf,
    span: { start: row.start, end: row.end },
    text,
    sentence: { start: row.sentenceStart, end: row.sentenceEnd },
    figure: { start: row.figureStart, end: row.figureEnd },
    low,
    high,
    lowInclusive,
    highInclusive,
    grain,
    hedge,
    unit,
    noun,
    measure: row.measureWords,
    speaker: row.speakerName === null ? null : { name: row.speakerName, role: row.speakerRole, inferred: row.speakerInferred },
    occasion,
    asOf,
    asOfBasis,
    frame: row.frame,
  };
}

/** A fresh claim as the engine of measures takes it, before or without any record. */
export function unrecordedClaim(claim: Claim, place: ClaimPlace, origin: ClaimOrigin): RecordedClaim {
  return recordedClaim(claimRow(claim, place), origin);
}
