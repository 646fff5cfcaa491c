import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { read as readBook, utils } from '@e965/xlsx';
import { createClient } from '@libsql/client';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DUMP_FILES, dump } from '@/db/dump';
import { withholdArticle } from '@/db/withholding';
import { TABLES } from '@/lib/publication';
import { ask } from '../app/public-routes';
import { FORMULA, MARKUP, SECRET, type TwinWorld, twinWorld } from '../app/twin-world';
import * as world from './public-world';
import { NOW } from './world';

const SITE = { url: 'https://check.example', name: 'Countercheck' };
let w: TwinWorld;
let folder: string;
beforeAll(async () => {
  w = await twinWorld();
  folder = join(w.folder, 'public');
  const done = await dump(w.db, folder, SITE);
  expect(done.ok).toBe(true);
});
afterAll(() => w.end());

const inZip = () => unzipSync(readFileSync(join(folder, DUMP_FILES.zip)));
const csvOf = (name: string): Record<string, string>[] => {
  const book = readBook(Buffer.from(inZip()[`${name}.csv`]!).toString(), { type: 'string', raw: true });
  return utils.sheet_to_json(book.Sheets[book.SheetNames[0]!]!, { raw: false, defval: '' });
};
async function rowsOf(statement: string): Promise<Record<string, unknown>[]> {
  const client = createClient({ url: `file:${join(folder, DUMP_FILES.sqlite)}` });
  try {
    return (await client.execute(statement)).rows as unknown as Record<string, unknown>[];
  } finally {
    client.close();
  }
}

describe('U8: the dump', () => {
  it('has every table as CSV, with licence and dictionary, and the same tables in a file of SQLite', async () => {
    expect(Object.keys(inZip()).sort()).toEqual(['DATA-DICTIONARY.md', 'LICENCE.md', ...TABLES.map(({ name }) => `${name}.csv`)].sort());
    expect(Buffer.from(inZip()['LICENCE.md']!).toString()).toContain('creativecommons.org/licenses/by/4.0/');
    expect(await rowsOf('PRAGMA integrity_check')).toMatchObject([{ integrity_check: 'ok' }]);
    for (const { name, columns } of TABLES) {
      const [csv, rows] = [csvOf(name), await rowsOf(`SELECT * FROM ${name}`)];
      expect(rows.length, name).toBe(csv.length);
      const info = await rowsOf(`PRAGMA table_info(${name})`);
      expect(
        info.map((column) => column.name),
        name,
      ).toEqual(columns.map((column) => column.name));
    }
  });

  it('says each column in words, in the zip, in the file and on a page', async () => {
    const dictionary = Buffer.from(inZip()['DATA-DICTIONARY.md']!).toString();
    const page = (await (await ask('/developers/data')).text()).replace(/&quot;/g, '"').replace(/&#x27;/g, "'");
    const rows = await rowsOf('SELECT "table", "column", means FROM dictionary');
    for (const { name, columns } of TABLES)
      for (const column of columns) {
        expect(column.words.length, column.name).toBeGreaterThan(3);
        expect(dictionary).toContain(`| ${column.name} |`);
        expect(page).toContain(column.words);
        expect(rows).toContainEqual(expect.objectContaining({ table: name, column: column.name, means: column.words }));
      }
  });

  it('holds what the public sees: claims with their words, the ruling, the events, and figures as numbers', async () => {
    const claims = csvOf('claims');
    expect(claims.map(({ claim }) => claim).sort()).toEqual(
      Object.values(w.placed)
        .map(({ id }) => id)
        .sort(),
    );
    expect(claims.find(({ claim }) => claim === w.placed.a.id)).toMatchObject({ value: '-12', source: `'${FORMULA}` });
    const [a] = await rowsOf(`SELECT * FROM claims WHERE claim = '${w.placed.a.id}'`);
    expect(a).toMatchObject({ value: -12, low_inclusive: 1, source: FORMULA, verdict: 'supported' });
    expect(String(a!.quote)).toContain(MARKUP);
    expect(await rowsOf('SELECT in_force, accepted, ruled_by FROM rulings')).toMatchObject([{ in_force: 1, ruled_by: 'a reviewer' }]);
    expect((await rowsOf('SELECT kind FROM changes')).map(({ kind }) => kind)).toContain('published');
    expect((await rowsOf("SELECT value FROM about WHERE name = 'latest'"))[0]!.value).toMatch(/^20\d\d-/);
  });

  it('holds nothing that is not public: no word of it, no text, no name of a person', async () => {
    const files = [...Object.values(inZip()).map((bytes) => Buffer.from(bytes)), readFileSync(join(folder, DUMP_FILES.sqlite))];
    for (const word of [...SECRET, 'Anna', 'anna@example.org', 'calm'])
      for (const bytes of files) expect(bytes.includes(word), word).toBe(false);
  });

  it('is the same for the same record, to the byte, and leaves nothing else in its folder', async () => {
    const digests = () =>
      Object.values(DUMP_FILES).map((name) =>
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      );
    const before = digests();
    expect((await dump(w.db, folder, SITE)).ok).toBe(true);
    expect(digests()).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(Object.values(DUMP_FILES).sort());
  });

  it('leaves the last one whole where a new one cannot be written', async () => {
    const before = readFileSync(join(folder, DUMP_FILES.zip));
    const broken = { ...w.db, snapshot: async () => Promise.reject(new Error('the disk is gone')) };
    await expect(dump(broken, folder, SITE)).rejects.toThrow('the disk is gone');
    expect(readFileSync(join(folder, DUMP_FILES.zip)).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(Object.values(DUMP_FILES).sort());
  });

  it('is offered to readers where it lies beside the record, and nothing else of that folder is', async () => {
    expect(existsSync(join(folder, DUMP_FILES.sqlite))).toBe(true);
    for (const name of Object.values(DUMP_FILES)) {
      const response = await ask(`/data/${name}`);
      expect(response.status).toBe(200);
      expect(Buffer.from(await response.arrayBuffer()).equals(readFileSync(join(folder, name)))).toBe(true);
      expect((await ask(`/data/${name}`, { headers: { 'if-none-match': response.headers.get('etag')! } })).status).toBe(304);
    }
    for (const name of ['record.db', '..%2Frecord.db', 'countercheck-data.csv'])
      expect((await ask(`/data/${name}`)).status, name).toBe(404);
  });

  it('is offered no more once a text is withheld, until it is made anew: what was written before may hold its words', async () => {
    const editor = await world.person(w.db, 'Edda', NOW, { role: 'admin' });
    const reason = 'A court forbade us to show this text.';
    const soon = new Date(Date.now() + 60_000).toISOString();
    world.taken(await withholdArticle(w.db, { id: w.placed.c.articleId, reason }, editor, soon));
    for (const name of Object.values(DUMP_FILES)) expect((await ask(`/data/${name}`)).status, name).toBe(404);
    const later = new Date(Date.now() + 120_000);
    for (const name of Object.values(DUMP_FILES)) utimesSync(join(folder, name), later, later);
    for (const name of Object.values(DUMP_FILES)) expect((await ask(`/data/${name}`)).status, name).toBe(200);
  });
});
