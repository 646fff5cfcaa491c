import type { Site } from '../claim-review';
import type { Column } from './columns';

/** A table as CSV has it: header first, every cell guarded against spreadsheet formulas. */
export function csvTable<T>(columns: readonly Column<T>[], rows: readonly T[], site: Site): string[][] {
  return [columns.map(({ name }) => name), ...rows.map((row) => csvRow(columns, row, site))];
}

const csvRow = <T>(columns: readonly Column<T>[], row: T, site: Site): string[] =>
  columns.map((column) => guardedCell(String(column.of(row, site) ?? '')));

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front: = + - @, their full-width forms, tab and CR.
 * Plain negative numbers stay numbers.
 */
export function guardedCell(cell: string): string {
  if (/^-\d+(\.\d+)?$/.test(cell)) return cell;
  return /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell;
}
