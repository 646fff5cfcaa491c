import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { ZipFile } from 'yazl';
import { csvRow, dictionaryMd, licenceMd, type Site, TABLES, type Table } from '@/lib/publication';
import type { Sink } from './dump';

/** A file for each table, beside each other until they are zipped: rows of several come in turn, and a zip takes one file after the other. */
export class CsvFolder implements Sink {
  private readonly streams = new Map<string, WriteStream>();

  constructor(
    private readonly folder: string,
    private readonly site: Site,
  ) {}

  async put(table: Table<never, never>, rows: readonly unknown[]): Promise<void> {
    const stream = await this.streamOf(table);
    const text = stringify(
      rows.map((row) => csvRow(table.columns, row as never, this.site)),
      { record_delimiter: 'windows', quoted_string: false },
    );
    if (text !== '' && !stream.write(text)) await once(stream, 'drain');
  }

  /** The files by their names, with the columns of those, too, that got no row. */
  async end(): Promise<[name: string, path: string][]> {
    for (const table of TABLES) await this.streamOf(table);
    for (const stream of this.streams.values()) {
      stream.end();
      await once(stream, 'close');
    }
    return TABLES.map(({ name }) => [`${name}.csv`, join(this.folder, `${name}.csv`)]);
  }

  private async streamOf({ name, columns }: Pick<Table<never, never>, 'name' | 'columns'>): Promise<WriteStream> {
    const known = this.streams.get(name);
    if (known) return known;
    await mkdir(this.folder, { recursive: true });
    const stream = createWriteStream(join(this.folder, `${name}.csv`));
    this.streams.set(name, stream);
    stream.write(`${columns.map((column) => column.name).join(',')}\r\n`);
    return stream;
  }
}

/** No file of a zip is older; what is in it has days of its own, and the same record gives the same bytes. */
const EPOCH = new Date(1980, 0, 1, 12);
const FIXED = { mtime: EPOCH, mode: 0o100644, forceDosTimestamp: true };

export async function zipped(files: [name: string, path: string][], to: WriteStream): Promise<void> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(licenceMd()), 'LICENCE.md', FIXED);
  zip.addBuffer(Buffer.from(dictionaryMd()), 'DATA-DICTIONARY.md', FIXED);
  for (const [name, path] of files) zip.addFile(path, name, FIXED);
  zip.end();
  await pipeline(zip.outputStream, to);
}
