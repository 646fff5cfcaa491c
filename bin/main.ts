import { helpOf, invocationOf } from './arguments';
import { type Command, type ExitCode, sentence, UsageError } from './command';
import { loadEnvironment } from './environment';
import { refusalOf } from './fault';
import { type Io, processIo } from './io';

type Load = () => Promise<{ command: Command }>;

/** Each command is loaded when it is called, so that a small one starts fast and `extract` never sees the database. */
const COMMANDS: Record<string, { summary: string; load: Load }> = {
  extract: { summary: 'find the quantities and claims of texts', load: () => import('./extract') },
  compare: { summary: 'say how the claims of two texts stand to each other', load: () => import('./compare') },
  check: { summary: 'say what is on record for each number of a text', load: () => import('./check') },
  show: { summary: 'print what is public', load: () => import('./show') },
  import: { summary: 'store articles with their claims', load: () => import('./import') },
  reread: { summary: 'read stored articles again with the engine of today', load: () => import('./reread') },
  dump: { summary: 'write all that is public into a folder', load: () => import('./dump') },
  export: { summary: 'print the whole record', load: () => import('./export') },
  verify: { summary: 'check the audit log from its first entry to its last', load: () => import('./verify') },
  backup: { summary: 'write a checked copy of the record to a file', load: () => import('./backup') },
  restore: { summary: 'put a checked copy back in its place', load: () => import('./restore') },
  digest: { summary: 'send each person what they were told and have not read', load: () => import('./digest') },
  doctor: { summary: 'explain each wrong setting with its mend', load: () => import('./doctor') },
  'user add': { summary: 'add a person who may sign in', load: () => import('./user-add') },
  'user password': { summary: 'give a person another password', load: () => import('./user-password') },
  'user list': { summary: 'list who may sign in', load: () => import('./user-list') },
};

const EXIT_CODES = '0 done · 1 failed · 2 wrong usage · 3 done in part';

/**
 * Runs one call of the command line and lets the process end with its exit code. It is let end, not ended: only then does the driver
 * close its files in order, and no write-ahead log stays beside the record. What still holds it after that is cut off.
 */
export async function main(words: string[]): Promise<void> {
  const io = processIo();
  loadEnvironment();
  process.exitCode = await runCommand(words, io);
  setTimeout(() => process.exit(), LAST_PATIENCE).unref();
}

const LAST_PATIENCE = 3000;

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

/** The list of commands, or of those that begin with the same word ("user"). Asked for, it is a result; else it explains a mistake. */
async function overview(name: string, words: string[], io: Io): Promise<ExitCode> {
  const group = Object.keys(COMMANDS).some((known) => known.startsWith(`${words[0]} `)) ? `${words[0]} ` : '';
  const asked = words[group === '' ? 0 : 1];
  const list = Object.entries(COMMANDS)
    .filter(([word]) => word.startsWith(group))
    .map(([word, { summary }]) => `  ${word.padEnd(14)} ${summary}`);
  const usage = group === '' ? 'COMMAND' : `${group}COMMAND`;
  const explained = `"countercheck ${group === '' ? 'COMMAND' : `${group}…`} --help" explains each. Exit codes: ${EXIT_CODES}.`;
  const text = `countercheck ${usage}\n\n${list.join('\n')}\n\n${explained}\n`;
  if (asked === undefined || ['--help', '-h', 'help'].includes(asked)) {
    await io.out(text);
    return asked === undefined ? 2 : 0;
  }
  io.note(`"${name}" is no command.\n\n${text}`);
  return 2;
}

function failed(error: unknown, command: Command, io: Io): ExitCode {
  if (error instanceof UsageError) {
    io.note(`${error.message}\n\n${helpOf(command)}`);
    return 2;
  }
  if (process.env.DEBUG && error instanceof Error) io.note(error.stack ?? error.message);
  io.note(sentence(refusalOf(error)));
  return 1;
}
