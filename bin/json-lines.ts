import { linesOf, parsedLine } from '@/db/line-reader';
import { type Result, refuse } from '@/lib/base';
import type { Io } from './io';

/** What a command makes of one line; the fields of the answer stand behind the line's id. */
export type Answer = (value: Record<string, unknown>) => Result<object>;

const FLUSH_AT = 64 * 1024;

/**
 * Answers each line of JSON on standard input with one line on standard output, in order. Memory does not grow with the number of
 * lines, and what has been answered is written before the next piece of input is awaited, so that a program can talk line by line.
 * Gives the number of lines that were answered, and of those whose answer is an error.
 */
export async function answerLines(io: Io, answer: Answer): Promise<{ answered: number; failed: number }> {
  let answered = 0;
  let failed = 0;
  let waiting = '';
  for await (const lines of linesOf(io.input)) {
    for (const line of lines) {
      const { ok, said } = answerOf(parsedLine(line), answer);
      answered += 1;
      if (!ok) failed += 1;
      waiting += `${said}\n`;
      if (waiting.length < FLUSH_AT) continue;
      await io.out(waiting);
      waiting = '';
    }
    if (waiting !== '') await io.out(waiting);
    waiting = '';
  }
  return { answered, failed };
}

/** What is said of one line, whether it is an answer or an error. */
function answerOf(line: Result<unknown>, answer: Answer): { ok: boolean; said: string } {
  if (!line.ok) return saidOf(null, line);
  const { value } = line;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return saidOf(null, refuse(422, 'InvalidJson', 'The line is no JSON object.', 'Give one object a line.'));
  }
  const fields = value as Record<string, unknown>;
  const id = idOf(fields.id);
  try {
    return saidOf(id, answer(fields));
  } catch (error) {
    // Reading never throws. Should it, or should its answer be too large to write, one line is lost and named, and not the million behind it.
    const cause = `The line could not be read: ${error instanceof Error ? error.message : 'unknown fault'}.`;
    return saidOf(id, refuse(422, 'ReadingFailed', cause, 'Report it with the text of the line.'));
  }
}

/** An id is a name: what has parts is none, and could be nested too deeply to be written again. */
const idOf = (id: unknown): string | number | boolean | null =>
  typeof id === 'string' || typeof id === 'number' || typeof id === 'boolean' ? id : null;

const saidOf = (id: unknown, result: Result<object>): { ok: boolean; said: string } => ({
  ok: result.ok,
  said: JSON.stringify(result.ok ? { id, ...result.value } : { id, error: errorOf(result.refusal) }),
});

const errorOf = ({ code, cause, next }: { code: string; cause: string; next: string }) => ({ code, message: `${cause} ${next}` });
