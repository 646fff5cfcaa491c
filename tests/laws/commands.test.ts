import { expect, test } from 'vitest';
import { COMMANDS, type Command } from '@/lib/keys';
import { filesIn } from './house';

const all: readonly Command[] = COMMANDS;
const desk = filesIn('app/(desk)');

test('every mark of a command on a page is one of the list', () => {
  const marks = desk.flatMap(({ path, code }) =>
    [...code.matchAll(/\b(?:data-command|command|of)=(?:\{?)["']([a-z0-9-]+)["']/g)].map((match) => [path, match[1]!] as const),
  );
  expect(marks.length).toBeGreaterThan(20);
  expect(marks.filter(([, id]) => !all.some((command) => command.id === id))).toEqual([]);
});

test('what the frame does by itself, the page of a link and the mark of a button are three ways, and each command goes one', () => {
  for (const { id, go, frame } of all) expect([id, go !== undefined && frame === true]).toEqual([id, false]);
  const frame = desk.find(({ path }) => path.endsWith('_keys/run.ts'))!.code;
  const done = all.filter((command) => command.frame && !command.id.startsWith('verdict-'));
  const written = ({ id }: Command) => frame.includes(`\n  ${id}: `) || frame.includes(`\n  '${id}': `);
  expect(done.filter((command) => !written(command)).map(({ id }) => id)).toEqual([]);
});

test('the script of the desk is its own: no file of it reaches into the record', () => {
  const script = desk.filter(
    ({ path, code }) => /_keys\/|_drafts\/|_presence\/|_notes\//.test(path) && !/desk-keys|next\/headers/.test(code),
  );
  expect(script.length).toBeGreaterThan(10);
  expect(script.flatMap(({ path, code }) => (/from '@\/db/.test(code) ? [path] : []))).toEqual([]);
});
