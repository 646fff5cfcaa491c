import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesIn, importsOf, packageOf } from './house';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const runtime: Record<string, string> = manifest.dependencies;
const development: Record<string, string> = manifest.devDependencies;
const named = { ...runtime, ...development };

test('every version is exact', () => {
  expect(Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the lock file belongs to this package', () => {
  expect(lock.packages[''].dependencies).toEqual(runtime);
  expect(lock.packages[''].devDependencies).toEqual(development);
});

test('it runs on the Node it names, and every package of it does', () => {
  expect(manifest.engines.node).toBe('>=20.19');
  const wants = Object.entries(lock.packages as Record<string, { engines?: { node?: string } }>)
    .map(([place, { engines }]) => [place, engines?.node ?? ''] as const)
    .filter(([place, node]) => place !== '' && /^\s*(>=|\^)\s*(2[1-9]|[3-9]\d)\b(?!.*\|\|)/.test(node));
  expect(wants).toEqual([]);
});

test('installing runs no foreign script and takes no other version', () => {
  const settings = readFileSync('.npmrc', 'utf8').split('\n');
  expect(settings).toEqual(expect.arrayContaining(['save-exact=true', 'engine-strict=true', 'ignore-scripts=true']));
});

test('what runs in production stands among the dependencies, not among the tools', () => {
  const used = filesIn('app', 'bin', 'db', 'lib').flatMap((file) => importsOf(file).map((name) => [file.path, packageOf(name)] as const));
  expect(used.filter(([, name]) => name !== null && !(name in runtime) && name !== 'server-only')).toEqual([]);
});

test('every dependency is used', () => {
  const everywhere = filesIn('app', 'bin', 'db', 'lib', 'scripts', 'tests').map((file) => file.code);
  const unused = Object.keys(runtime).filter((name) => !everywhere.some((code) => code.includes(`'${name}`) || code.includes(`/${name}/`)));
  expect(unused).toEqual([]);
});

test("Node's modules are called by their full name", () => {
  const short = /^(fs|path|os|crypto|url|util|http|https|net|child_process|stream|zlib|events|readline|buffer)(\/|$)/;
  const files = filesIn('app', 'bin', 'db', 'lib', 'scripts', 'tests');
  expect(
    files.flatMap((file) =>
      importsOf(file)
        .filter((name) => short.test(name) && !name.startsWith('lib/'))
        .map((name) => `${file.path}: ${name}`),
    ),
  ).toEqual([]);
});
