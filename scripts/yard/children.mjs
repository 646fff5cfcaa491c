import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/** Every process this script started and that has not ended yet. Nothing else is ever signalled. */
const running = new Set();

/** Starts a program in the project's folder. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/** Exit code of a started program; 128 + n when a signal ended it, 127 when it could not be started. */
export function ended(child) {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 130 : 1)));
    child.once('error', () => resolve(127));
  });
}

export const run = (command, args, options) => ended(start(command, args, options));

/** Everything the program wrote to standard output, with its exit code. */
export async function capture(command, args, options = {}) {
  const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', options.stderr ?? 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    output += chunk;
  });
  return { code: await ended(child), output };
}

/** Asks one process to end, waits, and ends it by force after `patience` milliseconds. */
export async function stop(child, patience = 20_000) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = ended(child);
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  await gone;
  clearTimeout(timer);
}

export const stopAll = (patience) => Promise.all([...running].map((child) => stop(child, patience)));

/** Ends everything that runs, by force and without waiting. */
export function killAll() {
  for (const child of running) child.kill('SIGKILL');
}

/** A tool of this project by its package and the script that its package.json names: no shell, no PATH. */
export const tool = (script) => `${ROOT}/node_modules/${script}`;
