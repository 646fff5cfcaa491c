import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

/** The outside of a command. The result alone goes to `out`; progress, warnings and faults go to `note`. */
export interface Io {
  input: Readable;
  /** Writes to standard output and waits while its reader is slow. */
  out(text: string): Promise<void>;
  note(line: string): void;
  /** Shows a line that the next one replaces; only on a terminal. */
  progress(line: string): void;
}

/** The real thing. A reader that goes away ("| head") ends the command quietly: nobody is left to tell. */
export function processIo(): Io {
  const { stdin, stdout, stderr } = process;
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  stderr.on('error', () => undefined);
  let shown = false;
  const clear = () => {
    if (shown) stderr.write('\r\u001b[K');
    shown = false;
  };
  return {
    input: stdin,
    out: (text) => {
      if (stdout.isTTY) clear();
      return written(stdout, text);
    },
    note: (line) => {
      clear();
      stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (!stderr.isTTY) return;
      stderr.write(`\r\u001b[K${line}`);
      shown = line !== '';
    },
  };
}

async function written(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, 'drain');
}
