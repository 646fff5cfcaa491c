import type { Instant } from '@/lib/base';
import type { Claim } from '@/lib/claim';
import { asCompared, type ClaimOrigin, type RecordedClaim } from '@/lib/measure';
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
    // One by one: a copy of all of them at once, with others after it, takes ten times as long.
    id: place.id,
    articleId: place.articleId,
    ordinal: place.ordinal,
    partOf: place.partOf,
    createdAt: place.createdAt,
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
    speakerId: null,
  };
}

/**
 * A claim as its article gave it, without what moves later: its measure, the record of its speaker and what people think of the reading. This goes into the log,
 * so a column that is added later must be left out here, or every article before it would look rewritten.
 */
export function readingOf<T extends Record<'measureId' | 'status' | 'acceptedAt' | 'speakerId', unknown>>(row: T) {
  const { measureId: _, status: __, acceptedAt: ___, speakerId: ____, ...reading } = row;
  return reading;
}

/** A stored claim as the engine of measures takes it. */
export function recordedClaim(row: ClaimRow, origin: Omit<ClaimOrigin, 'articleId'>): RecordedClaim {
  const { id, articleId, text, lowInclusive, highInclusive, noun, occasion, asOf, asOfBasis } = row;
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
    ...asCompared(row),
    lowInclusive,
    highInclusive,
    noun,
    measure: row.measureWords,
    speaker: row.speakerName === null ? null : { name: row.speakerName, role: row.speakerRole, inferred: row.speakerInferred },
    occasion,
    asOf,
    asOfBasis,
    frame: row.frame,
  };
}
