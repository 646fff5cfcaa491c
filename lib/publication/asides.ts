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
  const sentence = ({ claim }: ClaimRow) => `${claim.article.id} ${claim.quote.pieces.map((piece) => piece.text).join('')}`;
  const value = (row: ClaimRow) => toNumber(nominal(row.claim) ?? '0');
  const largest = new Map<string, number>();
  for (const row of rows) largest.set(sentence(row), Math.max(largest.get(sentence(row)) ?? 0, value(row)));
  const isAside = (row: ClaimRow) =>
    row.retracted || (row.claim.partOf !== null && here.has(row.claim.partOf)) || value(row) * 10 < largest.get(sentence(row))!;
  return new Set(rows.filter((row) => nominal(row.claim) !== null && isAside(row)).map((row) => row.id));
}
