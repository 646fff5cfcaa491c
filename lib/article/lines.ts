import type { Span } from '@/lib/base';
import { isBlank, isLineEnd } from './blank';

/** One paragraph of a text. Paragraphs of one `block` have no empty line between them. */
export interface Paragraph extends Span {
  block: number;
}

interface Line extends Span {
  indented: boolean;
  empty: boolean;
}

const LOWER = /^\p{Ll}/u;
/** In wrapped prose a shorter line is a heading or the end of a paragraph. */
const SHORT_LINE = 45;

/**
 * Cuts a text into paragraphs. Text files come in two shapes: a paragraph a line, or prose wrapped at a fixed width; the share of lines
 * that begin in lower case tells which.
 */
export function paragraphsOf(text: string): Paragraph[] {
  const lines = linesOf(text);
  const filled = lines.filter((line) => !line.empty);
  const continued = filled.filter((line) => LOWER.test(text.slice(line.start, line.start + 2))).length;
  const wrapped = filled.length >= 4 && continued / filled.length >= 0.15;
  const paragraphs: Paragraph[] = [];
  let block = 0;
  let open = false;
  let previous: Line | null = null;
  for (const line of lines) {
    if (line.empty) {
      if (open) block += 1;
      open = false;
      continue;
    }
    const last = paragraphs.at(-1);
    if (open && last && previous && joins(text, previous, line, wrapped)) last.end = line.end;
    else paragraphs.push({ start: line.start, end: line.end, block });
    open = true;
    previous = line;
  }
  return paragraphs;
}

function joins(text: string, previous: Line, line: Line, wrapped: boolean): boolean {
  if (LOWER.test(text.slice(line.start, line.start + 2))) return !line.indented;
  if (!wrapped || line.indented) return false;
  return previous.end - previous.start >= SHORT_LINE;
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let i = 0; i <= text.length; ) {
    let end = i;
    while (end < text.length && !isLineEnd(text, end)) end += 1;
    let [from, to] = [i, end];
    while (from < to && isBlank(text, from)) from += 1;
    while (to > from && isBlank(text, to - 1)) to -= 1;
    // One empty line says all that a million of them say.
    if (from < to || lines.at(-1)?.empty === false) lines.push({ start: from, end: to, indented: from - i >= 2, empty: from === to });
    i = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
  }
  return lines;
}
