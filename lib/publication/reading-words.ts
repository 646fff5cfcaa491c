import { dayWords } from '@/lib/base';
import { type Claim, placeWords } from '@/lib/claim';
import { HEDGE_WORDS } from '@/lib/quantity';
import { figureWithNoun } from './figures';

/** A reading field by field, in words for people. */
export interface ReadingWords {
  figure: string;
  hedge: string;
  counts: string;
  speaker: string;
  asOf: string;
  scope: string;
}

export function readingWords(claim: Claim): ReadingWords {
  const { hedge, unit, noun, measure, speaker, asOf, frame } = claim;
  return {
    figure: figureWithNoun(claim),
    hedge: hedge === 'exact' ? 'none' : hedge === 'vague' ? 'a vague word' : `“${HEDGE_WORDS[hedge]}”`,
    counts: unit ?? noun ?? measure,
    speaker: speaker?.name ?? 'nobody named',
    asOf: asOf === null ? 'no date' : dayWords(asOf),
    scope: frame.scope.length === 0 ? 'no place' : frame.scope.map(placeWords).join(', '),
  };
}
