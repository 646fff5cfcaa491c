import { expect, test } from 'vitest';
import { filesIn, floorOf, type SourceFile, targetOf } from './house';

/** Files whose exports the framework takes by name. */
const BY_CONVENTION = /^app\/(.*\/)?(page|route|layout|error|not-found)\.tsx?$/;

// Types are left out: what a signature speaks of may have a name that nobody happens to write.
const DECLARED = /^export\s+(?:async\s+)?(?:function\*?|const|let|class)\s+([\w$]+)/gm;
const PASSED_ON = /^export\s*\{([^}]*)\}/gm;
const TAKEN = /\b(?:import|export)\s+(?:type\s+)?(?:[\w$]+\s*,\s*)?\{([^}]*)\}\s*from\s*['"]([^'"]+)['"]/g;
const TAKEN_WHOLE = /\b(?:import|export)\s+\*(?:\s+as\s+[\w$]+)?\s*from\s*['"]([^'"]+)['"]/g;
const TAKEN_LATER = /(?:\{([^{}]*)\}\s*=\s*await\s+)?\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** A list in braces as pairs of the name here and the name there: "a, type B, c as d" gives a/a and c/d. */
const valuesOf = (list: string): [string, string][] =>
  list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '' && !word.startsWith('type '))
    .map((word) => word.split(/\s+as\s+|\s*:\s*/))
    .map(([here, there]) => [here!, there ?? here!]);

/** Values that a file gives away under these names, its own or passed on by a door. */
export const given = ({ code }: Pick<SourceFile, 'code'>): string[] => [
  ...[...code.matchAll(DECLARED)].map((match) => match[1]!),
  ...[...code.matchAll(PASSED_ON)].flatMap((match) => valuesOf(match[1]!).map(([, there]) => there)),
];

/** What a file takes from others, as "module#name", and "module#*" where it takes one whole. */
export const takenBy = (file: Pick<SourceFile, 'path' | 'code'>): string[] => [
  ...[...file.code.matchAll(TAKEN)].flatMap(([, list, from]) => valuesOf(list!).map(([here]) => `${targetOf(file, from!)}#${here}`)),
  ...[...file.code.matchAll(TAKEN_WHOLE)].map(([, from]) => `${targetOf(file, from!)}#*`),
  ...[...file.code.matchAll(TAKEN_LATER)].flatMap(([, list, from]) =>
    (list === undefined ? ['*'] : valuesOf(list).map(([here]) => here)).map((name) => `${targetOf(file, from!)}#${name}`),
  ),
];

test('whatever is given away is taken: no export without somebody who imports it', () => {
  const house = filesIn('app', 'bin', 'db', 'lib', 'scripts', 'tests');
  const roof = filesIn('.').filter(({ path }) => !path.includes('/'));
  const taken = new Set([...house, ...roof].flatMap(takenBy));
  const modules = (path: string) => [path, path.replace(/\.tsx?$/, ''), path.replace(/\/index\.tsx?$/, '')];
  const isTaken = (path: string, name: string) =>
    modules(path).some((module) => taken.has(`${module}#${name}`) || taken.has(`${module}#*`));
  const own = house.filter(({ path }) => floorOf(path) !== 'tests' && !BY_CONVENTION.test(path));
  expect(own.flatMap((file) => given(file).flatMap((name) => (isTaken(file.path, name) ? [] : [`${file.path}: ${name}`])))).toEqual([]);
});

test('the law above reads exports and imports as they are written', () => {
  const code = ['export const a = 1;', 'export type B = 1;', 'export async function c() {}', "export { d, type E, f as g } from './x';"];
  expect(given({ code: code.join('\n') })).toEqual(['a', 'c', 'd', 'g']);
  const taking = ["import { h, type I } from '@/lib/base';", "const { j } = await import('./k');", "const l = [await import('./m')];"];
  expect(takenBy({ path: 'db/n.ts', code: [...code, ...taking].join('\n') })).toEqual([
    ...['db/x#d', 'db/x#f', 'lib/base#h', 'db/k#j', 'db/m#*'],
  ]);
});
