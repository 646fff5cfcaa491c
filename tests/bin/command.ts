import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runCommand } from '@/bin/main';

export const COMMAND = fileURLToPath(new URL('../../bin/countercheck.mjs', import.meta.url));

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export interface RunOptions {
  input?: string | Buffer;
  cwd?: string;
  env?: Record<string, string>;
}

/** Starts the command as a user would, in a process of its own, without the settings of whoever runs the tests. */
export function begin(words: string[], { cwd, env = {} }: RunOptions = {}): ChildProcessWithoutNullStreams {
  const { PATH, HOME, TMPDIR } = process.env;
  return spawn(process.execPath, [COMMAND, ...words], { cwd, env: { NODE_ENV: 'production', PATH, HOME, TMPDIR, ...env } });
}

/** Runs the command to its end. */
export function run(words: string[], options: RunOptions = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const child = begin(words, options);
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (piece) => {
      out += piece;
    });
    child.stderr.setEncoding('utf8').on('data', (piece) => {
      err += piece;
    });
    // A command that refuses to read is still a command that ended.
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

/** Runs the command inside this process: the same answer as `run`, much sooner. Paths must be absolute. */
export async function call(words: string[], { input = '' }: Pick<RunOptions, 'input'> = {}): Promise<Ended> {
  const ended: Ended = { code: null, out: '', err: '' };
  ended.code = await runCommand(words, {
    input: Readable.from([Buffer.from(input)]),
    out: async (text) => {
      ended.out += text;
    },
    note: (line) => {
      ended.err += `${line}\n`;
    },
    progress: () => undefined,
  });
  return ended;
}

// biome-ignore lint/suspicious/noExplicitAny: what a command prints is checked by the tests, not by its type
export type Printed = any;

export const linesOf = (out: string): Printed[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Writes files below a folder: names with slashes make folders; objects become JSON. */
export async function writeFiles(folder: string, files: Record<string, string | Buffer | object>): Promise<void> {
  for (const [name, contents] of Object.entries(files)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, typeof contents === 'string' || Buffer.isBuffer(contents) ? contents : JSON.stringify(contents));
  }
}
