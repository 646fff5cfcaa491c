import { helpOf, invocationOf } from './arguments';
import { type Command, type ExitCode, UsageError } from './command';
import { loadEnvironment } from './environment';
import { type Io, processIo } from './io';

type Load = () => Promise<{ command: Command }>;

/** Each command is loaded when it is called, so that a small one starts fast and `extract` never sees the database. */
const COMMANDS: Record<string, { summary: string; load: Load }> = {
  extract: { summary: 'find the quantities and claims of texts', load: () => import('./extract') },
  compare: { summary: 'say how the claims of two texts stand to each other', load: () => import('./compare') },
  import: { summary: 'store articles with their claims', load: () => import('./import') },
  export: { summary: 'print the whole record', load: () => import('./export') },
  verify: { summary: 'check the audit log from its first entry to its last', load: () => import('./verify') },
  backup: { summary: 'write a checked copy of the record to a file', load: () => import('./backup') },
  restore: { summary: 'put a checked copy back in its place', load: () => import('./restore') },
  doctor: { summary: 'explain each wrong setting with its mend', load: () => import('./doctor') },
  'user add': { summary: 'add a person who may sign in', load: () => import('./user-add') },
};

const EXIT_CODES = '0 done · 1 failed · 2 wrong usage · 3 done in part';

/** Runs one call of the command line and ends the process with its exit code. */
export async function main(words: string[]): Promise<void> {
  const io = processIo();
  loadEnvironment();
  process.exit(await runCommand(words, io));
}

/** Runs one call and gives its exit code: what `main` does, for callers that go on living. */
export async function runCommand(words: string[], io: Io): Promise<ExitCode> {
  const name = words[0] === 'user' ? words.slice(0, 2).join(' ') : (words[0] ?? '');
  const known = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!known) return overview(name, words, io);
  const { command } = await known.load();
  try {
    const invocation = invocationOf(command, words.slice(name.split(' ').length));
    if (invocation === 'help') {
      await io.out(helpOf(command));
      return 0;
    }
    return await command.run(invocation, io);
  } catch (error) {
    return failed(error, command, io);
  }
}

async function overview(name: string, words: string[], io: Io): Promise<ExitCode> {
  const list = Object.entries(COMMANDS).map(([word, { summary }]) => `  ${word.padEnd(10)} ${summary}`);
  const text = `countercheck COMMAND\n\n${list.join('\n')}\n\n"countercheck COMMAND --help" explains each. Exit codes: ${EXIT_CODES}.\n`;
  if (words.length === 0 || ['--help', '-h', 'help'].includes(name)) {
    await io.out(text);
    return words.length === 0 ? 2 : 0;
  }
  io.note(`"${name}" is no command.\n\n${text}`);
  return 2;
}

function failed(error: unknown, command: Command, io: Io): ExitCode {
  if (error instanceof UsageError) {
    io.note(`${error.message}\n\n${helpOf(command)}`);
    return 2;
  }
  if (error instanceof Error && 'refusal' in error) {
    const { code, cause, next } = error.refusal as { code: string; cause: string; next: string };
    io.note(`${cause} ${next} [${code}]`);
    return 1;
  }
  io.note(error instanceof Error ? (process.env.DEBUG ? (error.stack ?? error.message) : error.message) : String(error));
  return 1;
}
