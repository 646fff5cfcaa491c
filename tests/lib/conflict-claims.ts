import { asCompared, type RecordedClaim } from '@/lib/measure';

type Parts = Partial<Omit<RecordedClaim, 'frame'>> & { frame?: Partial<RecordedClaim['frame']> };

let drawn = 0;

/** A claim as if read from "The river flooded N villages", as of one day, by one outlet; tests change what they are about. */
export function claim(figure: string, parts: Parts = {}): RecordedClaim {
  drawn += 1;
  const { frame, ...rest } = parts;
  const start = rest.span?.start ?? 0;
  const made: RecordedClaim = {
    id: `c${drawn}`,
    articleId: `a${drawn}`,
    outlet: `Outlet ${drawn}`,
    publishedAt: '2031-05-04',
    textHash: `hash${drawn}`,
    measureId: null,
    partOf: null,
    span: { start, end: start + 10 },
    figure: { start, end: start + 2 },
    sentence: { start: 0, end: 60 },
    text: `${figure} villages`,
    low: figure,
    high: figure,
    lowInclusive: true,
    highInclusive: true,
    grain: '1',
    hedge: 'exact',
    unit: null,
    noun: 'villages',
    measure: 'villages flooded',
    speaker: null,
    occasion: null,
    asOf: '2031-05-04',
    asOfBasis: 'publication',
    ...rest,
    frame: {
      head: 'village',
      modifiers: [],
      act: 'flood',
      direction: null,
      subject: 'river',
      scope: [],
      terms: ['flooded', 'river', 'village', 'weekend'],
      single: false,
      aggregation: 'running',
      modality: 'fact',
      edge: null,
      step: null,
      trend: null,
      again: false,
      overall: false,
      dated: rest.asOfBasis === 'stated' || (rest.asOfBasis === 'event' && !rest.occasion),
      near: [],
      story: [],
      exhaustiveParts: null,
      headline: false,
      question: null,
      ...frame,
    },
  };
  return { ...made, ...asCompared(made) };
}

export const over = (n: string, grain = '10', parts: Parts = {}): RecordedClaim =>
  claim(n, { text: `over ${n} villages`, hedge: 'more-than', high: null, lowInclusive: false, grain, ...parts });
export const atLeast = (n: string, grain = '1', parts: Parts = {}): RecordedClaim =>
  claim(n, { text: `at least ${n} villages`, hedge: 'at-least', high: null, grain, ...parts });
export const nearly = (n: string, grain = '10', parts: Parts = {}): RecordedClaim =>
  claim(n, { text: `nearly ${n} villages`, hedge: 'nearly', low: null, highInclusive: false, grain, ...parts });
export const about = (n: string, grain = '10', parts: Parts = {}): RecordedClaim =>
  claim(n, { text: `about ${n} villages`, hedge: 'about', grain, ...parts });
export const upTo = (n: string, grain = '10', parts: Parts = {}): RecordedClaim =>
  claim(n, { text: `up to ${n} villages`, hedge: 'up-to', low: null, grain, ...parts });
