import { type EditionMark, type MeasureRecord, type Moments, recordAsOf } from '@/lib/publication';
import type { Reads } from '../open';
import { editionKnown, editionRecord } from './editions';
import { measureRecord } from './records';

/** A measure as it is asked for: as of a day, as it was known at a moment, or both. */
export interface AskedMeasure {
  /** Null where nothing of it was on record then. */
  record: MeasureRecord | null;
  /** What readers saw then; null where today is asked for, or nothing was on record. */
  edition: EditionMark | null;
}

export async function measureAsked(from: Reads, id: string, { asof, known }: Moments): Promise<AskedMeasure> {
  const edition = known === null ? null : await editionKnown(from, id, known);
  const record =
    known === null ? await measureRecord(from, id) : edition && ((await editionRecord(from, id, edition.number))?.record ?? null);
  return { record: record && asof !== null ? recordAsOf(record, asof) : record, edition };
}
