import { LICENCE } from '../licence';
import type { CellKind } from './columns';
import { TABLES } from './dump-tables';

/** What the cells of each kind of column are. */
export const KIND_OF_CELL: Record<CellKind, string> = {
  text: 'text',
  number: 'number, with all its digits',
  day: 'day as in 2026-03-01, or a month or year alone',
  instant: 'moment in UTC, as in 2026-03-01T08:00:00.000Z',
  truth: 'true or false; in SQLite 1 or 0',
};

/** The data dictionary as a file: every table and column in words. */
export const dictionaryMd = (): string =>
  [
    '# Data dictionary',
    'Everything that is public, and nothing else. An empty cell means that nothing is known or said. In CSV an apostrophe stands before what a spreadsheet would take for a formula; in SQLite text stands as it is.',
    ...TABLES.flatMap(({ name, words, columns }) => [
      `## ${name}`,
      `${words}.`,
      [
        '| column | holds | means |',
        '| --- | --- | --- |',
        ...columns.map((column) => `| ${column.name} | ${KIND_OF_CELL[column.kind]} | ${column.words} |`),
      ].join('\n'),
    ]),
    '',
  ].join('\n\n');

export const licenceMd = (): string => `# Licence\n\n${LICENCE.words}\n\n${LICENCE.name}: <${LICENCE.url}>\n`;
