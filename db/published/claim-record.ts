import { sentencesOf } from '@/lib/article';
import { excerptSpans, type MeasureRecord, type Passage, passageOf } from '@/lib/publication';
import type { Reads } from '../open';
import { words } from '../statement';
import { textOf } from './articles';
import { publicClaims } from './claims';
import { measureRecord } from './records';

/** A public claim's measure, and its quote with two sentences on both sides. Null for what is not public, known or not. */
export async function claimRecord(from: Reads, id: string): Promise<{ record: MeasureRecord; context: Passage } | null> {
  const found = await publicClaims(from, words`claims.id = ${id}`);
  const claim = found.claims[0];
  if (!claim) return null;
  const record = await measureRecord(from, claim.measureId);
  const text = await textOf(from, claim.article.id);
  if (!record) return null;
  if (text === null) return claim.article.withheld ? { record, context: claim.quote } : null;
  const around = excerptSpans(sentencesOf(text), [claim.span])[0] ?? found.recorded.get(id)!.sentence;
  return { record, context: passageOf(text, around, { ...claim.span, id }, 2400) };
}
