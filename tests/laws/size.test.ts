import { expect, test } from 'vitest';
import { filesIn, pathsIn } from './house';

const files = filesIn('app', 'bin', 'db', 'lib', 'scripts').map(({ path, source }) => ({
  path,
  lines: source.trimEnd().split('\n').length,
}));

test('small rooms: no file is longer than 250 lines', () => {
  expect(files.filter((file) => file.lines > 250)).toEqual([]);
});

test('small rooms: most files have fewer than 100 lines', () => {
  const small = files.filter((file) => file.lines < 100).length;
  expect(small / files.length).toBeGreaterThan(0.7);
});

test('no file is a drawer for leftovers', () => {
  const names = pathsIn('app', 'bin', 'db', 'lib', 'scripts', 'tests');
  expect(names.filter((path) => /(^|[/.-])(utils?|helpers?|common|managers?|misc)([/.-]|$)/i.test(path))).toEqual([]);
});
