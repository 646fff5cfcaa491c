import { parseArgs } from 'node:util';
import { type Command, type Invocation, UsageError } from './command';

/** Reads the words after the command's name. Throws UsageError on what the command does not know. */
export function invocationOf(command: Command, words: string[]): Invocation | 'help' {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { type, short }]) => [name, short ? { type, short } : { type }]),
  );
  const { values, positionals } = parsed(words, { ...options, help: { type: 'boolean', short: 'h' } });
  if (values.help === true) return 'help';
  const { operands } = command;
  if (operands.least === 1 && positionals.length < 1) throw new UsageError(operands.missing);
  if (positionals.length > operands.most) throw new UsageError(`"${positionals[operands.most]}" is one word too many.`);
  return {
    operands: positionals,
    text: (name) => (typeof values[name] === 'string' ? values[name] : undefined),
    has: (name) => values[name] === true,
  };
}

function parsed(args: string[], options: Record<string, { type: 'string' | 'boolean'; short?: string }>) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The help page of one command. */
export function helpOf(command: Command): string {
  const lines = Object.entries(command.options).map(([name, { short, value, about }]) => {
    const flag = `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
    return `  ${flag.padEnd(22)} ${about}`;
  });
  const options = lines.length > 0 ? `\nOptions\n${lines.join('\n')}\n` : '';
  return `${command.usage}\n\n${command.about}\n${options}\nExample\n${command.example.replace(/^/gm, '  ')}\n`;
}
