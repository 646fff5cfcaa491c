import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { filesIn, pathsIn } from './house';

// The checker also comes as a native program and as one for Java; the tests use the plain JavaScript, which is the same everywhere.
process.env.RECHECK_BACKEND = 'pure';
const { checkSync } = await import('recheck');

interface Pattern {
  path: string;
  pattern: string;
  flags: string;
}

type Node = Record<string, unknown> & { type?: string };

function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one);
  else if (value !== null && typeof value === 'object' && !(value instanceof RegExp)) {
    yield value as Node;
    for (const one of Object.values(value)) yield* nodesOf(one);
  }
}

const treeOf = (path: string, source: string): Node[] => [...nodesOf(parseAst(source, { lang: /x$/.test(path) ? 'tsx' : 'ts' }).body)];

/** Regular expressions written in a source, from its syntax tree: a division or a slash in a string is none. */
const patternsIn = (path: string, source: string): Pattern[] =>
  treeOf(path, source).flatMap(({ regex }) => (regex ? [{ path, ...(regex as Omit<Pattern, 'path'>) }] : []));

/** Those put together while the program runs, which nobody can check beforehand. What copies the source of another is none. */
const builtIn = (path: string, source: string): string[] =>
  treeOf(path, source).flatMap(({ type, callee, arguments: given }) => {
    if (type !== 'NewExpression' && type !== 'CallExpression') return [];
    if ((callee as Node).name !== 'RegExp') return [];
    const [first] = given as Node[];
    return (first?.property as Node | undefined)?.name === 'source' ? [] : [`${path}: RegExp(${first?.type})`];
  });

/** No limit by the clock anywhere: on a busy machine it would find otherwise. */
const SETTINGS = { timeout: null, incubationTimeout: null, attackTimeout: null, randomSeed: 1 };

/** What makes a pattern slow, in words; null for one whose time grows in a straight line with the text. */
function slowness({ path, pattern, flags }: Pattern): string | null {
  const found = checkSync(pattern, flags, SETTINGS);
  if (found.status === 'safe') return null;
  const why = found.status === 'vulnerable' ? `${found.complexity.summary}, as with ${found.attack.pattern}` : found.error.kind;
  return `${path}: /${pattern}/${flags} is not linear: ${why}`;
}

const sources = filesIn('app', 'bin', 'db', 'lib').map(({ path, source }) => ({ path, source }));
sources.push(
  ...['proxy.ts', 'instrumentation.ts'].flatMap((path) =>
    pathsIn('.').includes(path) ? [{ path, source: readFileSync(path, 'utf8') }] : [],
  ),
);

test('the checker sees what is slow, and where patterns stand', () => {
  const source = 'const a = 4 / 2 / 1; const b = "/(c+)+/"; export const d = [/(a+)+$/, /\\s+$/u, /^a+$/];\n';
  const found = patternsIn('x.ts', source);
  expect(found.map(({ pattern }) => pattern)).toEqual(['(a+)+$', '\\s+$', '^a+$']);
  expect(found.map(slowness)).toEqual([expect.stringContaining('exponential'), expect.stringContaining('2nd degree polynomial'), null]);
  expect(builtIn('x.ts', 'new RegExp(`a+`); RegExp(b); new RegExp(c.source, "g")')).toHaveLength(2);
});

test('every pattern takes a time that grows in a straight line with the text', { timeout: 1_200_000 }, () => {
  const patterns = new Map(
    sources.flatMap(({ path, source }) => patternsIn(path, source)).map((one) => [`/${one.pattern}/${one.flags}`, one]),
  );
  expect(patterns.size).toBeGreaterThan(100);
  expect([...patterns.values()].map(slowness).filter((why) => why !== null)).toEqual([]);
});

test('no pattern is put together while the program runs', () => {
  expect(sources.flatMap(({ path, source }) => builtIn(path, source))).toEqual([]);
});
