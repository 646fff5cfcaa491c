import type { Span } from '@/lib/base';
import { markedPieces, type Piece } from '@/lib/publication';

/** A text up to this length is shown whole; of a longer one, the surroundings of what was read. */
const WHOLE = 60_000;
const AROUND = 600;

type Mark = Span & { id: string };

/** The text in stretches, marked. Between two of them something is left out. */
export function stretchesOf(text: string, marks: Mark[]): Piece[][] {
  if (text.length <= WHOLE) return [markedPieces(text, { start: 0, end: text.length }, marks)];
  if (marks.length === 0) return [markedPieces(text, { start: 0, end: WHOLE }, [])];
  const spans: Span[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    const wanted = { start: Math.max(0, mark.start - AROUND), end: Math.min(text.length, mark.end + AROUND) };
    const last = spans.at(-1);
    if (last && wanted.start <= last.end) last.end = Math.max(last.end, wanted.end);
    else spans.push(wanted);
  }
  return spans.map((span) => markedPieces(text, span, marks));
}
