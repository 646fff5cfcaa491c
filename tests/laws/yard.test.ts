import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('CI does what a person does at the desk, and nothing else', () => {
  const lines = readFileSync('.ci/run', 'utf8').split('\n');
  expect(lines.filter((line) => line.trim() !== '' && !line.startsWith('#'))).toEqual(['exec npm test']);
});

test.each(['scripts/ensure.mjs', 'scripts/yard/lock.mjs', 'scripts/yard/settings.mjs', 'scripts/yard/root.mjs'])(
  '%s runs before anything is installed: it needs Node alone',
  (path) => {
    const imports = [...readFileSync(path, 'utf8').matchAll(/from '([^']+)'/g)].map((match) => match[1]!);
    expect(imports.filter((name) => !name.startsWith('node:') && !name.startsWith('./'))).toEqual([]);
  },
);

// npm runs no "pre" script where ignore-scripts is set, as it is here: what a fresh clone needs must be asked for by the command itself.
test.each(['start', 'test', 'bench', 'soak'])('npm run %s makes a fresh clone ready first', (name) => {
  const [first] = [...readFileSync(`scripts/${name}.mjs`, 'utf8').matchAll(/^import .*$/gm)].map((match) => match[0]);
  expect(first).toBe("import './ensure.mjs';");
  // "exec": the shell that npm starts gives way to the program, which then gets the signals and gives the exit code.
  const exec = name === 'start' || name === 'test' ? 'exec ' : '';
  expect(JSON.parse(readFileSync('package.json', 'utf8')).scripts[name]).toBe(`${exec}node scripts/${name}.mjs`);
});
