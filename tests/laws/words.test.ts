import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, pathsIn } from './house';

const FLOORS = ['app', 'bin', 'db', 'lib', 'scripts', 'tests'];
const PAPERS = ['README.md', '.env.example', 'next.config.ts', 'vitest.config.ts', 'playwright.config.ts'].filter((path) =>
  existsSync(path),
);
const texts = [...pathsIn(...FLOORS).filter((path) => !/\.(png|ico|ttf|woff2?)$/.test(path)), ...PAPERS].map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}));

/** Written in halves, so that this file does not offend against itself. */
const FORBIDDEN: [what: string, pattern: RegExp][] = [
  ['unfinished work', new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX', 'HA' + 'CK'].join('|')})\\b`)],
  ['silenced types', new RegExp(`@ts-${'ignore'}|@ts-${'nocheck'}|\\bas ${'any'}\\b`)],
  ['tests left alone', new RegExp(`\\.(${'only'}|${'skip'}|${'todo'})\\(`)],
  ["a machine's own folders", new RegExp(`(?<![\\w.:/-])/(${['work', 'home', 'Users', 'root'].join('|')})/\\w`)],
  ['a registry by its host', new RegExp(`registry\\.${'npmjs'}|npm${'mirror'}|artifact${'ory'}`, 'i')],
  ['how it was made', new RegExp(`\\b(A${'I'}|L${'LM'}|GP${'T'}|co${'pilot'}|chat${'bot'})\\b`)],
];

test.each(FORBIDDEN)('the house holds no trace of %s', (_what, pattern) => {
  const found = texts.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
  expect(found).toEqual([]);
});

/** "never say" of the word list: as names of types and functions they would bring a second word for one thing. */
test('the field speaks with its own words', () => {
  const wrong = /\b(?:interface|type|class|function|const)\s+\w*(?:Ticket|Fuzzy|Metric|Cluster(?!s\b)|Unpublish)\w*/g;
  expect(filesIn('lib', 'db').flatMap((file) => (file.bare.match(wrong) ?? []).map((name) => `${file.path}: ${name}`))).toEqual([]);
});

const PRESS = [join('..', 'shared', 'seeds'), join('..', 'shared', 'bench', 'articles', 'dev', 'texts')];
const WIDTH = 9;

/** Runs of WIDTH words, lower case and without punctuation. */
function runsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Set<string>();
  for (let at = 0; at + WIDTH <= words.length; at++) runs.add(words.slice(at, at + WIDTH).join(' '));
  return runs;
}

test.skipIf(!PRESS.every((folder) => existsSync(folder)))(
  "no sentence of the press has entered the house (needs ../shared's articles)",
  () => {
    const press = new Set<string>();
    for (const folder of PRESS) {
      for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!entry.endsWith('.txt')) continue;
        for (const run of runsOf(readFileSync(join(folder, entry), 'utf8'))) press.add(run);
      }
    }
    const taken = texts.flatMap(({ path, text }) => [...runsOf(text)].filter((run) => press.has(run)).map((run) => `${path}: ${run}`));
    expect(taken).toEqual([]);
  },
);
