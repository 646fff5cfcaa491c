import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesIn, importsOf, packageOf } from './house';

const app = filesIn('app');
const all = filesIn('app', 'bin', 'db', 'lib', 'scripts');
const withProxy = existsSync('proxy.ts') ? filesIn('.').filter((file) => file.path === 'proxy.ts') : [];
const paths = (files: { path: string }[]) => files.map((file) => file.path);

test('no SQL outside db: only db writes, and only db reads', () => {
  const drivers = ['drizzle-orm', '@libsql/client', 'libsql'];
  // The soak looks at the record past db, to find out whether db keeps its word, and one bench fills it past db, as no import could in time.
  const outside = filesIn('app', 'bin', 'scripts').filter(
    (file) => !file.path.startsWith('scripts/soak') && file.path !== 'scripts/bench/desk-record.mjs',
  );
  expect(paths(outside.filter((file) => importsOf(file).some((name) => drivers.includes(packageOf(name) ?? ''))))).toEqual([]);
  const sql = /\bsql\s*`|(['"`])\s*(SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|PRAGMA)\b/;
  expect(paths(outside.filter((file) => sql.test(file.code)))).toEqual([]);
  expect(paths(outside.filter((file) => importsOf(file).includes('db/schema')))).toEqual([]);
});

test('REPLACE would delete rows past the triggers that guard them: it is not used', () => {
  expect(paths(filesIn('db').filter((file) => /\bor\s+replace\b|\breplace\s+into\b/i.test(file.code)))).toEqual([]);
});

test('no Server Actions: a write is a POST to a route', () => {
  expect(paths(all.filter((file) => /['"]use server['"]/.test(file.code)))).toEqual([]);
});

test.each([
  ['next/image', /['"]next\/(legacy\/)?image['"]/],
  ['fonts from elsewhere', /['"]next\/font\/google['"]/],
  ['Draft Mode', /\bdraftMode\b/],
  ['updateTag, which works in Server Actions alone', /\bupdateTag\b/],
])('%s is not used', (_name, pattern) => {
  expect(paths(app.filter((file) => pattern.test(file.code)))).toEqual([]);
});

test('the proxy sets headers and decides nothing: no sign-in, no record', () => {
  const forbidden = (name: string) => name.startsWith('db') || packageOf(name) === 'next-auth' || /auth|actor|session/.test(name);
  expect(withProxy.flatMap(importsOf).filter(forbidden)).toEqual([]);
  expect(existsSync('middleware.ts')).toBe(false);
});

test('raw HTML has two ways in: the JSON-LD of a page, and drawings, whose every text is escaped', () => {
  const sinks = /dangerouslySetInnerHTML|\.innerHTML\b|\.outerHTML\s*=|insertAdjacentHTML|document\.write/g;
  const raw = all.flatMap((file) => file.code.split('\n').filter((line) => line.match(sinks)?.map((sink) => `${file.path}: ${sink}`)));
  expect(raw.length).toBeLessThanOrEqual(2);
  const drawing =
    /\(\{ drawing \}: \{ drawing: Markup \}\) => <span className="drawn" dangerouslySetInnerHTML=\{\{ __html: String\(drawing\) \}\} \/>/;
  // Markup comes from templates that escape; the two files that write it from text have none but their own.
  const writes = filesIn('app', 'bin', 'db', 'lib')
    .filter(({ code }) => /new Markup\(/.test(code))
    .map(({ path }) => path);
  expect(writes).toEqual(['lib/publication/chart/paint.ts', 'lib/publication/xml.ts']);
  for (const line of raw.filter((one) => !drawing.test(one)))
    expect(line).toMatch(/<script type="application\/ld\+json" dangerouslySetInnerHTML/);
});

test('nothing turns text into code', () => {
  expect(paths(all.filter((file) => /\beval\s*\(|\bnew Function\b/.test(file.bare)))).toEqual([]);
});

test('no route that could be cached catches everything at the root', () => {
  // One may say "there is no such page" in our own words: made anew each time, from nothing.
  const catching = app.filter((file) => /^app\/(\([^)]+\)\/)*\[\[?\.\.\./.test(file.path));
  expect(catching.length).toBeLessThanOrEqual(1);
  for (const file of catching) {
    expect(file.code).toMatch(/dynamic = 'force-dynamic'/);
    expect(importsOf(file)).toEqual(['app/_shell/public-page']);
    expect(file.code).toMatch(/GET = publicRoute\(async \(\) => \(\{ kind: 'missing' \}\)\)/);
  }
});

test('no rewrite leaves this host, and no setting brings back what was tried and rejected', () => {
  const config = readFileSync('next.config.ts', 'utf8');
  expect(config).not.toMatch(/i18n|destination:\s*['"`]https?:|cacheComponents:\s*true/);
});

test('what runs in the browser does not carry the validator', () => {
  const client = app.filter((file) => /^\s*['"]use client['"]/.test(file.code));
  expect(paths(client.filter((file) => importsOf(file).some((name) => packageOf(name) === 'zod' || name.startsWith('db'))))).toEqual([]);
});

test('tests and starts never share a build folder', () => {
  expect(readFileSync('next.config.ts', 'utf8')).toMatch(/distDir: process\.env\.COUNTERCHECK_DIST \?\? '\.next'/);
  expect(readFileSync('scripts/yard/serve.mjs', 'utf8')).toMatch(/DIST = '\.next-test'/);
  const { include } = JSON.parse(readFileSync('tsconfig.json', 'utf8'));
  // Listed from the start, or a build would edit the file.
  expect(include).toEqual(expect.arrayContaining(['.next/types/**/*.ts', '.next-test/types/**/*.ts']));
  expect(include.filter((place: string) => place.startsWith('.next') && !/^\.next(-test)?\//.test(place))).toEqual([]);
});
