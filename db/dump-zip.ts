import type { WriteStream } from 'node:fs';
import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { ZipFile } from 'yazl';
import { csvRow, dictionaryMd, licenceMd, type Site, TABLES, type Table } from '@/lib/publication';
import type { Sink } from './dump';

/** A file for each table, beside each other until they are zipped: rows of several come in turn, and a zip takes one file after the other. */
export class CsvFolder implements Sink {
  private readonly files = new Map<string, FileHandle>();

  constructor(
    private readonly folder: string,
    private readonly site: Site,
  ) {}

  async put(table: Table<never, never>, rows: readonly unknown[]): Promise<void> {
    const file = await this.fileOf(table);
    const cells = rows.map((row) => csvRow(table.columns, row as never, this.site));
    await file.appendFile(stringify(cells, { record_delimiter: 'windows', quoted_string: false }));
  }

  /** The files by their names, with the columns of those, too, that got no row. */
  async end(): Promise<[name: string, path: string][]> {
    for (const table of TABLES) await this.fileOf(table);
    await this.close();
    return TABLES.map(({ name }) => [`${name}.csv`, join(this.folder, `${name}.csv`)]);
  }

  /** Lets go of the files, also where something went wrong in between. */
  async close(): Promise<void> {
    for (const file of this.files.values()) await file.close();
    this.files.clear();
  }

  private async fileOf({ name, columns }: Pick<Table<never, never>, 'name' | 'columns'>): Promise<FileHandle> {
    const known = this.files.get(name);
    if (known) return known;
    await mkdir(this.folder, { recursive: true });
    const file = await open(join(this.folder, `${name}.csv`), 'wx');
    this.files.set(name, file);
    await file.appendFile(`${columns.map((column) => column.name).join(',')}\r\n`);
    return file;
  }
}

/** No file of a zip is older; what is in it has days of its own, and the same record gives the same bytes. */
const EPOCH = new Date(1980, 0, 1, 12);
const FIXED = { mtime: EPOCH, mode: 0o100644, forceDosTimestamp: true };

export async function zipped(files: [name: string, path: string][], to: WriteStream): Promise<void> {
  const zip = new ZipFile();
  const sent = zip.outputStream.pipe(new PassThrough());
  zip.on('error', (error: Error) => sent.destroy(error));
  zip.addBuffer(Buffer.from(licenceMd()), 'LICENCE.md', FIXED);
  zip.addBuffer(Buffer.from(dictionaryMd()), 'DATA-DICTIONARY.md', FIXED);
  for (const [name, path] of files) zip.addFile(path, name, FIXED);
  zip.end();
  await pipeline(sent, to);
}
