import { ok, type Result, refuse } from '@/lib/base';
import { type Claim, placeWords } from '@/lib/claim';
import { dayWords, figureWithNoun, HEDGE_WORDS } from '@/lib/publication';
import type { Database } from './open';
import { articleToSelect, readWords, type Selected } from './selected-words';

/** What would be read in selected words; figures as exact decimals, places as UTF-16 code units into the stored text. */
export interface PreviewedReading
  extends Pick<Claim, 'text' | 'low' | 'high' | 'lowInclusive' | 'highInclusive' | 'hedge' | 'unit' | 'noun'> {
  selected: { start: number; end: number };
  start: number;
  end: number;
  measure: string;
  speaker: string | null;
  asOf: string | null;
  asOfBasis: Claim['asOfBasis'];
  scope: string[];
  words: ReadingWords;
}

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

/** Reads the words and writes nothing. 404 `ArticleUnknown`, and refused as the saving would be. */
export async function previewReading(db: Pick<Database, 'read'>, id: string, selected: Selected): Promise<Result<PreviewedReading>> {
  const from = await articleToSelect(db.read, id);
  if (!from) return refuse(404, 'ArticleUnknown', `There is no article "${id}".`, 'Choose one from the list.');
  const read = readWords(from, selected);
  if (!read.ok) return read;
  const { span, claim } = read.value;
  const { text, low, high, lowInclusive, highInclusive, hedge, unit, noun, measure, asOf, asOfBasis, frame } = claim;
  return ok({
    selected: span,
    ...claim.span,
    ...{ text, low, high, lowInclusive, highInclusive, hedge, unit, noun, measure, asOf, asOfBasis },
    ...{ speaker: claim.speaker?.name ?? null, scope: frame.scope, words: readingWords(claim) },
  });
}
