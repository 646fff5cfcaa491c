import { expect, test } from 'vitest';
import { filesIn, floorOf, importsOf, roomOf, type SourceFile } from './house';

/** What each floor may stand on. */
const MAY: Record<string, string[]> = {
  app: ['app', 'db', 'lib'],
  bin: ['bin', 'db', 'lib'],
  db: ['db', 'lib'],
  lib: ['lib'],
  scripts: ['scripts', 'db', 'lib'],
};

/** Rooms of lib from the cellar up: a room may use those below it. */
const HEIGHT: Record<string, number> = {
  base: 0,
  audit: 1,
  keys: 1,
  quantity: 1,
  article: 1,
  claim: 2,
  measure: 3,
  conflict: 4,
  adjudication: 5,
  publication: 6,
};

/** Folders of the reader of quantities, from the words up: a folder may use those before it, and the small looks that all share. */
const STOREYS = ['words', 'units', 'figures', 'signs', 'amounts', 'counted', 'readers', 'sentence', 'refiners'];
const SHARED = ['types', 'found', 'look', 'closes'];

/** The rows of the corpora are what benches measure on too. */
const CORPORA = 'tests/corpora/read.ts';

const files = filesIn('app', 'bin', 'db', 'lib', 'scripts');
const offences = (broken: (file: SourceFile, target: string) => boolean) =>
  files.flatMap((file) =>
    importsOf(file)
      .filter((target) => floorOf(target) && broken(file, target))
      .map((target) => `${file.path} → ${target}`),
  );

test('imports go down: no floor knows one above it', () => {
  const bench = (file: SourceFile, target: string) => file.path.startsWith('scripts/bench/') && target === CORPORA;
  expect(offences((file, target) => !MAY[floorOf(file.path)!]!.includes(floorOf(target)!) && !bench(file, target))).toEqual([]);
});

test('what the desk reads is read by pages alone: nothing that writes leans on it', () => {
  const isOfDesk = (path: string) => /^db\/desk(\/|$)/.test(path);
  expect(offences((file, target) => file.path.startsWith('db/') && !isOfDesk(file.path) && isOfDesk(target))).toEqual([]);
});

test('a room of lib is entered by its door', () => {
  expect(
    offences(
      (file, target) => roomOf(target) !== null && roomOf(target) !== roomOf(file.path) && !/^lib\/[^/]+(\/index\.ts)?$/.test(target),
    ),
  ).toEqual([]);
});

test('inside lib, rooms use only those below them', () => {
  const height = (path: string) => HEIGHT[roomOf(path)!] ?? Number.NaN;
  expect(
    offences((file, target) => {
      if (!roomOf(file.path) || roomOf(file.path) === roomOf(target)) return false;
      if (roomOf(file.path) === 'audit') return roomOf(target) !== 'base';
      return !(height(target) < height(file.path));
    }),
  ).toEqual([]);
});

test('inside the reader of quantities, folders use only those below them, and what all share uses words alone', () => {
  const placeOf = (path: string) => /^lib\/quantity\/([^/.]+)/.exec(path)?.[1] ?? '';
  const own = filesIn('lib/quantity').filter(({ path }) => [...STOREYS, ...SHARED].includes(placeOf(path)));
  expect(new Set(own.map(({ path }) => placeOf(path)))).toEqual(new Set([...STOREYS, ...SHARED]));
  const highest = (place: string) => (SHARED.includes(place) ? STOREYS.indexOf('words') : STOREYS.indexOf(place));
  const broken = (place: string, target: string) =>
    target.startsWith('lib/quantity') &&
    !SHARED.includes(placeOf(target)) &&
    !STOREYS.slice(0, highest(place) + 1).includes(placeOf(target));
  expect(
    own.flatMap((file) =>
      importsOf(file)
        .filter((target) => broken(placeOf(file.path), target))
        .map((target) => `${file.path} → ${target}`),
    ),
  ).toEqual([]);
});

test('every room of lib stands in the map', () => {
  const rooms = new Set(filesIn('lib').map((file) => roomOf(file.path)!));
  expect([...rooms].filter((room) => !(room in HEIGHT))).toEqual([]);
});

test('every door says in its first lines what the room knows and what it refuses to know', () => {
  const doors = files.filter((file) => /^lib\/[^/]+\/index\.ts$/.test(file.path));
  expect(doors.filter((door) => !/^\/\*\*[^/]*?\b(know|knows)\b[^/]*?\brefuses\b/s.test(door.source)).map((door) => door.path)).toEqual([]);
});

test('no file of lib needs itself', () => {
  const byPath = new Map(filesIn('lib').map((file) => [file.path, file]));
  const resolve = (target: string) => [`${target}.ts`, `${target}/index.ts`, `${target}.tsx`, target].find((path) => byPath.has(path));
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (path: string, trail: string[]) => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') return void circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    state.set(path, 'open');
    for (const target of importsOf(byPath.get(path)!)) {
      const next = resolve(target);
      if (next) visit(next, [...trail, path]);
    }
    state.set(path, 'done');
  };
  for (const path of byPath.keys()) visit(path, []);
  expect(circles).toEqual([]);
});
