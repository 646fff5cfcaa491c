import type { Readable } from 'node:stream';
import { ok, type Result, refuse } from '@/lib/base';

/** Longest line that is kept: 5 MiB of text may be six times as long in JSON escapes. A longer one is reported, not stored. */
const LINE_LIMIT = 32 * 1024 * 1024;

/** One line as bytes, or a mark in place of one that was longer than the limit. */
export type Line = Buffer | 'too-long';

const NEWLINE = 0x0a;

/**
 * Splits a byte stream into lines, as many at a time as arrived together. Holds one line at most, whatever the length of the stream.
 * A last line without a line break counts; the emptiness after a last line break does not.
 */
export async function* linesOf(input: Readable | AsyncIterable<Buffer>, limit = LINE_LIMIT): AsyncGenerator<Line[]> {
  let pieces: Buffer[] = [];
  let size = 0;
  const take = (piece: Buffer) => {
    size += piece.length;
    if (size <= limit) pieces.push(piece);
    else pieces = [];
  };
  const finish = (): Line => {
    const line: Line = size > limit ? 'too-long' : Buffer.concat(pieces, size);
    pieces = [];
    size = 0;
    return line;
  };
  for await (const chunk of input as AsyncIterable<Buffer>) {
    const lines: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      take(chunk.subarray(from, at));
      lines.push(finish());
      from = at + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
    if (lines.length > 0) yield lines;
  }
  if (size > 0) yield [finish()];
}

/** A line of JSON Lines as a value. Refused with `LineTooLong`, `WrongEncoding` or `InvalidJson`. */
export function parsedLine(line: Line): Result<unknown> {
  if (line === 'too-long')
    return refuse(413, 'LineTooLong', `The line is longer than ${LINE_LIMIT.toLocaleString('en')} bytes.`, 'Split it.');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(line);
  } catch {
    return refuse(415, 'WrongEncoding', 'The line is not written in UTF-8.', 'Save it again as UTF-8.');
  }
  try {
    return ok(JSON.parse(text));
  } catch {
    return refuse(422, 'InvalidJson', 'The line is not valid JSON.', 'Give one JSON object a line.');
  }
}

export const isBlank = (line: Line): boolean => line !== 'too-long' && line.toString('latin1').trim() === '';
