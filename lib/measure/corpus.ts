import { type Alignment, align } from './align';
import type { RecordedClaim } from './types';

export interface Corpus {
  align: (a: RecordedClaim, b: RecordedClaim) => Alignment;
}
export const corpusOf = (_claims: readonly RecordedClaim[]): Corpus => ({ align });
