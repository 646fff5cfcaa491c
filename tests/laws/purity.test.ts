import { expect, test } from 'vitest';
import { filesIn, importsOf, packageOf, roomOf, type SourceFile } from './house';

/** Pure packages that lib may use, and the rooms that do. The grammar of figures, hedges and conflicts is ours. */
const PACKAGES: Record<string, string[]> = {
  'decimal.js': ['base'],
  'json-canonicalize': ['audit'],
  'd3-scale': ['publication'],
  'csv-stringify': ['publication'],
  feedsmith: ['publication'],
};

/** A hash is a function of its bytes; nothing else of Node's is. */
const HASHING = ['audit', 'article'];

const IMPURE: [name: string, pattern: RegExp][] = [
  ['a clock', /\bDate\.now\b|\bnew Date\s*(\(\s*\)|[^\s(])|(?<![\w.]|new )Date\s*\(|\bperformance\b|\bprocess\.hrtime\b/],
  ['randomness', /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b|\brandomBytes\b/],
  ['the process', /\bprocess\b|\bglobalThis\b|\bconsole\b/],
  ['the network', /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b/],
  ['time passing', /\bset(Timeout|Interval|Immediate)\b/],
  ['the place it runs at', /\btoLocale\w*String\s*\(\s*\)|\bget(Hours|Minutes|Date|Day|Month|FullYear|TimezoneOffset)\s*\(/],
];

const files = filesIn('lib');

test.each(IMPURE)('lib is pure: it knows nothing of %s', (_name, pattern) => {
  expect(files.filter((file) => pattern.test(file.bare)).map((file) => `${file.path}: ${pattern.exec(file.bare)?.[0]}`)).toEqual([]);
});

test("lib is pure: of Node's modules it uses a hash alone, in two rooms", () => {
  const lawful = (file: SourceFile, name: string) =>
    name === 'node:crypto' &&
    HASHING.includes(roomOf(file.path)!) &&
    /import\s*\{\s*createHash\s*\}\s*from\s*['"]node:crypto['"]/.test(file.code);
  expect(
    files.flatMap((file) =>
      importsOf(file)
        .filter((name) => /^(node:|fs|path|os|crypto|child_process|worker_threads)/.test(name) && !lawful(file, name))
        .map((name) => `${file.path} → ${name}`),
    ),
  ).toEqual([]);
});

test('lib is pure: it uses only the small pure packages of the list', () => {
  expect(
    files.flatMap((file) =>
      importsOf(file)
        .map(packageOf)
        .filter((name) => name !== null && !PACKAGES[name]?.includes(roomOf(file.path)!))
        .map((name) => `${file.path} → ${name}`),
    ),
  ).toEqual([]);
});
