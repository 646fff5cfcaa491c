import { text } from 'node:stream/consumers';
import { type Invocation, type Option, UsageError } from './command';
import type { Io } from './io';

/** A password never stands among the words of a command: lists of processes and the history of a shell would keep it. */
export const PASSWORD_OPTION: Option = { type: 'boolean', about: 'read the password from standard input' };

export function wantPassword(invocation: Invocation): void {
  if (!invocation.has('password-stdin')) throw new UsageError('Give the password on standard input, with --password-stdin.');
}

/** What came in, without the one line break that belongs to the command that sent it. */
export const passwordFrom = async (io: Io): Promise<string> => (await text(io.input)).replace(/\r?\n$/, '');
