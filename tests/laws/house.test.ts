import { expect, test } from 'vitest';
import { fileOf, importsOf, packageOf } from './house';

// The laws stand on this reader of sources, so it is checked before they are trusted.
const SOURCE = [
  "import { a } from '@/lib/base';",
  "import type { B } from './b'; // import c from 'hidden'",
  "export * from '../x/y';",
  "import 'side-effect';",
  "type T = import('node:fs').Stats;",
  "const later = () => import('react-dom/server');",
  "/* import d from 'hidden' */",
  `const s = "it's // no comment"; const p = /['"]\\/[/]/g; const q = 4 / 2;`,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a template, as a source has it
  "const t = `new Date() ${a ? `in ${{ b: 1 }.b} Math.random()` : 'x'} out`; Date.now();",
].join('\n');

test('finds every import and none in a comment', () => {
  const file = fileOf('lib/quantity/read.ts', SOURCE);
  expect(importsOf(file)).toEqual(['lib/base', 'lib/quantity/b', 'lib/x/y', 'side-effect', 'node:fs', 'react-dom/server']);
});

test('empties strings, templates and patterns, and keeps the code between them', () => {
  const { bare, code } = fileOf('x.ts', SOURCE);
  expect(bare).not.toMatch(/hidden|no comment|new Date|Math\.random/);
  expect(bare).toMatch(/const q = 4 \/ 2;/);
  expect(bare).toMatch(/Date\.now\(\);/);
  expect(bare).toMatch(/\$\{\{ b: 1 \}\.b\}/);
  expect(code).toMatch(/it's \/\/ no comment/);
  expect(bare.split('\n')).toHaveLength(SOURCE.split('\n').length);
});

test('tells packages from our own files', () => {
  expect(['@libsql/client', 'next/headers', 'node:fs', 'lib/base', 'app'].map(packageOf)).toEqual([
    '@libsql/client',
    'next',
    null,
    null,
    null,
  ]);
});
