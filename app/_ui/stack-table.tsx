// biome-ignore-all lint/a11y/noRedundantRoles: narrow screens lay the rows out as cards, and a table without table layout loses its roles.
import type { ReactNode } from 'react';
import { HeadWord, type SortHead } from './sort-heads';

interface StackRow {
  key: string;
  /** Anchor of the row. */
  id?: string;
  /** As many as there are columns; the first one names the row. */
  cells: ReactNode[];
}

/** A table that becomes a list of cards on a narrow screen and stays a table for those who hear it. */
export function StackTable({
  caption,
  columns,
  heads = [],
  rows,
  className = '',
}: {
  caption: string;
  columns: string[];
  /** What sorts, by the place of its column. */
  heads?: SortHead[];
  rows: StackRow[];
  className?: string;
}) {
  return (
    <table className={`stack ${className}`.trim()} role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column, index) => (
            <th key={column} scope="col" role="columnheader" aria-sort={heads[index]?.sorted ?? undefined}>
              {heads[index] ? <HeadWord {...heads[index]} /> : column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.key} id={row.id} role="row">
            <th scope="row" role="rowheader">
              {row.cells[0]}
            </th>
            {columns.slice(1).map((column, index) => (
              <td key={column} role="cell" data-label={column}>
                {row.cells[index + 1]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
