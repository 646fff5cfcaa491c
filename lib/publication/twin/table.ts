import { isDay } from '@/lib/base';
import type { Site } from '../claim-review';
import { legible } from '../xml';
import type { Column } from './columns';

/** A table as CSV has it: header first, every cell guarded against spreadsheet formulas. */
export function csvTable<T>(columns: readonly Column<T>[], rows: readonly T[], site: Site): string[][] {
  return [columns.map(({ name }) => name), ...rows.map((row) => csvRow(columns, row, site))];
}

export const csvRow = <T>(columns: readonly Column<T>[], row: T, site: Site): string[] =>
  columns.map((column) => guardedCell(String(column.of(row, site) ?? '')));

/**
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front: = + - @, their full-width forms, tab and CR.
 * Plain negative numbers stay numbers.
 */
export function guardedCell(cell: string): string {
  if (/^-\d+(\.\d+)?$/.test(cell)) return cell;
  return /^[\s]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell;
}

/** A cell of a workbook: numbers and days are such, all else is text. */
export type SheetCell =
  | { type: 'text'; value: string }
  | { type: 'number'; value: number }
  | { type: 'day' | 'instant'; value: Date }
  | { type: 'truth'; value: boolean }
  | null;

/** What a cell of a workbook can hold at most. */
const MOST_SIGNS = 32_000;
/** Digits that a number of a workbook keeps: a longer one stays text, so that none is lost. */
const DIGITS = 15;

/** The same table as cells of a workbook, without its header. Text is guarded as in CSV: workbooks are saved as such. */
export const sheetRows = <T>(columns: readonly Column<T>[], rows: readonly T[], site: Site): SheetCell[][] =>
  rows.map((row) => columns.map((column) => sheetCell(column, column.of(row, site))));

function sheetCell<T>({ kind }: Column<T>, given: string | boolean | null): SheetCell {
  if (given === null || given === '') return null;
  if (typeof given === 'boolean') return { type: 'truth', value: given };
  if (kind === 'number' && given.replace(/\D/g, '').length <= DIGITS) return { type: 'number', value: Number(given) };
  // Workbooks know no day before 1900, and no month without a day.
  if (kind === 'day' && given.length === 10 && isDay(given) && given >= '1900-03-01')
    return { type: 'day', value: new Date(`${given}T00:00:00Z`) };
  if (kind === 'instant') return { type: 'instant', value: new Date(given) };
  return { type: 'text', value: guardedCell(legible(given)).slice(0, MOST_SIGNS) };
}
