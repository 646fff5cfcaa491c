import type { CellObject } from 'write-excel-file/node';
import { CLAIM_COLUMNS, type ClaimRow, type SheetCell, type Site, sheetRows } from '@/lib/publication';

const FORMATS = { day: 'yyyy-mm-dd', instant: 'yyyy-mm-dd hh:mm' };
const WIDTHS: Record<string, number> = { quote: 60, figure: 26, original: 40, url: 44 };

/** Claims as a workbook, and what its columns hold on a sheet of its own. Numbers and days are such, and nothing is a formula. */
export async function claimBook(rows: readonly ClaimRow[], site: Site): Promise<Uint8Array<ArrayBuffer>> {
  // Fetched when it is first asked for: pages do without.
  const { default: writeBook } = await import('write-excel-file/node');
  const head = (words: string): CellObject => ({ value: words, type: String, fontWeight: 'bold' });
  const claims = [CLAIM_COLUMNS.map(({ name }) => head(name)), ...sheetRows(CLAIM_COLUMNS, rows, site).map((row) => row.map(cellOf))];
  const columns = [
    [head('column'), head('holds'), head('means')],
    ...CLAIM_COLUMNS.map(({ name, kind, words }) => [name, kind, words].map((value): CellObject => ({ value, type: String }))),
  ];
  const buffer = await writeBook([
    {
      ...{ sheet: 'claims', data: claims, stickyRowsCount: 1 },
      columns: CLAIM_COLUMNS.map(({ name }) => ({ width: WIDTHS[name] ?? 16 })),
    },
    { sheet: 'columns', data: columns, columns: [{ width: 18 }, { width: 10 }, { width: 90 }] },
  ]).toBuffer();
  return new Uint8Array(buffer);
}

function cellOf(cell: SheetCell): CellObject | null {
  if (cell === null) return null;
  switch (cell.type) {
    case 'number':
      return { value: cell.value, type: Number };
    case 'truth':
      return { value: cell.value, type: Boolean };
    case 'text':
      return { value: cell.value, type: String };
    default:
      return { value: cell.value, type: Date, format: FORMATS[cell.type] };
  }
}
