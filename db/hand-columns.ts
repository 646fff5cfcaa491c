import type { Claim } from '@/lib/claim';
import { type ClaimRow, claimRow } from './codec';

const NAMES = [
  ...['start', 'end', 'text', 'sentenceStart', 'sentenceEnd', 'figureStart', 'figureEnd', 'low', 'high', 'lowInclusive', 'highInclusive'],
  ...[
    'grain',
    'hedge',
    'unit',
    'noun',
    'measureWords',
    'speakerName',
    'speakerRole',
    'speakerInferred',
    'occasion',
    'asOf',
    'asOfBasis',
    'frame',
  ],
] as const satisfies (keyof ClaimRow)[];

/** What reading the words gives of a claim: the columns that a person's reading may change. */
export type ReadColumns = Pick<
  ClaimRow,
  | ('start' | 'end' | 'text' | 'sentenceStart' | 'sentenceEnd' | 'figureStart' | 'figureEnd' | 'low' | 'high' | 'lowInclusive')
  | ('highInclusive' | 'grain' | 'hedge' | 'unit' | 'noun' | 'measureWords' | 'speakerName' | 'speakerRole' | 'speakerInferred')
  | ('occasion' | 'asOf' | 'asOfBasis' | 'frame')
>;

export const readColumns = (row: ReadColumns): ReadColumns =>
  Object.fromEntries((NAMES as readonly (keyof ReadColumns)[]).map((name) => [name, row[name]])) as unknown as ReadColumns;

/** A read claim as these columns. */
export const columnsOfClaim = (claim: Claim): ReadColumns =>
  readColumns(claimRow(claim, { id: '', articleId: '', ordinal: 0, partOf: null, createdAt: '' }));

/** Stored columns as the claim that was read. */
export function claimOfColumns(row: ReadColumns): Claim {
  const { text, low, high, lowInclusive, highInclusive, grain, hedge, unit, noun, occasion, asOf, asOfBasis, frame } = row;
  return {
    span: { start: row.start, end: row.end },
    sentence: { start: row.sentenceStart, end: row.sentenceEnd },
    figure: { start: row.figureStart, end: row.figureEnd },
    ...{ text, low, high, lowInclusive, highInclusive, grain, hedge, unit, noun, measure: row.measureWords },
    speaker: row.speakerName === null ? null : { name: row.speakerName, role: row.speakerRole, inferred: row.speakerInferred },
    ...{ occasion, asOf, asOfBasis, partOf: null, frame },
  };
}
