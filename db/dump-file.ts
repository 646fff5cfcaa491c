import Sqlite from 'libsql';
import { LICENCE, type Site, TABLES, type Table } from '@/lib/publication';
import type { Sink } from './dump';

const TYPES = { text: 'TEXT', number: 'NUMERIC', day: 'TEXT', instant: 'TEXT', truth: 'INTEGER' };
/** What is looked for most. */
const LOOKED_UP: [table: string, column: string][] = [
  ...([
    ['claims', 'claim'],
    ['claims', 'measure'],
    ['claims', 'article'],
    ['positions', 'claim'],
    ['pairs', 'measure'],
  ] as [string, string][]),
  ...([
    ['changes', 'measure'],
    ['measures', 'measure'],
    ['articles', 'article'],
    ['cases', 'measure'],
  ] as [string, string][]),
];

/** A file of SQLite with a table for each, one that explains the columns, and one that says under which terms it may be used. */
export class DumpFile implements Sink {
  private readonly database: Sqlite.Database;
  private readonly inserts = new Map<string, Sqlite.Statement<unknown[]>>();

  /** Names stand in quotes: a “case” is a word of SQL, too. */
  constructor(
    path: string,
    private readonly site: Site,
  ) {
    this.database = new Sqlite(path);
    // Nothing is lost that could not be made again: the file gets its name when it is whole and on the disk.
    for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'page_size = 4096']) this.database.exec(`PRAGMA ${pragma}`);
    this.database.exec('BEGIN');
    for (const { name, columns } of TABLES)
      this.database.exec(`CREATE TABLE ${name} (${columns.map((column) => `"${column.name}" ${TYPES[column.kind]}`).join(', ')})`);
    this.database.exec('CREATE TABLE dictionary ("table" TEXT, "column" TEXT, holds TEXT, means TEXT)');
    this.database.exec('CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT)');
    const explain = this.database.prepare<unknown[]>('INSERT INTO dictionary VALUES (?, ?, ?, ?)');
    for (const { name, columns } of TABLES) for (const column of columns) explain.run([name, column.name, column.kind, column.words]);
  }

  async put({ name, columns }: Table<never, never>, rows: readonly unknown[]): Promise<void> {
    const known = this.inserts.get(name);
    const insert = known ?? this.database.prepare<unknown[]>(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`);
    this.inserts.set(name, insert);
    for (const row of rows)
      insert.run(
        columns.map((column) => {
          const value = column.of(row as never, this.site);
          return typeof value === 'boolean' ? Number(value) : value;
        }),
      );
  }

  end(latest: string | null): void {
    for (const [table, column] of LOOKED_UP) this.database.exec(`CREATE INDEX ${table}_by_${column} ON ${table} ("${column}")`);
    const about = this.database.prepare<unknown[]>('INSERT INTO about VALUES (?, ?)');
    const told = { licence: LICENCE.name, licence_address: LICENCE.url, terms: LICENCE.words, site: this.site.url, latest };
    for (const [name, value] of Object.entries(told)) about.run([name, value]);
    this.database.exec('COMMIT');
    this.close();
  }

  /** Lets go of the file, also where something went wrong in between. */
  close(): void {
    this.database.close();
  }
}
