import { ok, type Result, refuse } from '@/lib/base';
import type { Claim } from '@/lib/claim';
import { type ReadingWords, readingWords } from '@/lib/publication';
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
