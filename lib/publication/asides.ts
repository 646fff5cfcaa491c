import { toNumber } from '@/lib/base';
import { nominal } from '@/lib/quantity';
import type { ClaimRow } from './rows';

/**
 * Claims that do not compete with the others of their measure: a stated part of a total that stands here too ("12 northern villages" of
 * 31), and a small figure counted beside a large one in the same sentence ("31 villages and two farms"). On one scale they
 * would press the competing figures together, so a chart leaves them to the table and says so. What a source took back competes with nothing.
 */
export function asideClaims(rows: ClaimRow[]): Set<string> {
  const here = new Set(rows.map((row) => row.id));
  const told = rows.map((row) => ({
    row,
    sentence: `${row.claim.article.id} ${row.claim.quote.pieces.map((piece) => piece.text).join('')}`,
    value: toNumber(nominal(row.claim) ?? '0'),
  }));
  const largest = new Map<string, number>();
  for (const { sentence, value } of told) largest.set(sentence, Math.max(largest.get(sentence) ?? 0, value));
  const isAside = ({ row, sentence, value }: (typeof told)[number]) =>
    row.retracted || (row.claim.partOf !== null && here.has(row.claim.partOf)) || value * 10 < largest.get(sentence)!;
  return new Set(told.filter((one) => nominal(one.row.claim) !== null && isAside(one)).map(({ row }) => row.id));
}
