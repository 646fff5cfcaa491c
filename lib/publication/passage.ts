import { type Span, slice } from '@/lib/base';

/** Text cut around marked places: pieces in order, `claim` set on the marked ones. Shown as text, never interpreted. */
export interface Piece {
  text: string;
  claim: string | null;
}
export interface Passage {
  pieces: Piece[];
  /** Text was left out before or after. */
  cutBefore: boolean;
  cutAfter: boolean;
}

/** A sentence longer than this (a text without full stops, or a hostile one) is cut around the mark. */
const LONGEST = 600;

/** Keeps surrogate pairs whole: a cut between the halves would show two broken signs. */
const whole = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
};

/**
 * The part of a text around one claim, with the claim's span marked. `around` is what a reader should see (a sentence,
 * or a sentence and its neighbours), given in offsets into `text`.
 */
export function passageOf(text: string, around: Span, mark: Span & { id: string }, longest = LONGEST): Passage {
  const room = Math.max(0, longest - (mark.end - mark.start)) / 2;
  const long = around.end - around.start > longest;
  const start = long ? whole(text, Math.max(around.start, Math.floor(mark.start - room))) : around.start;
  const end = long ? whole(text, Math.min(around.end, Math.ceil(mark.end + room))) : around.end;
  return {
    pieces: markedPieces(text, { start: Math.min(start, mark.start), end: Math.max(end, mark.end) }, [mark]),
    cutBefore: start > around.start,
    cutAfter: end < around.end,
  };
}

/** The text inside `within`, cut at the given marks. Overlapping marks: the first one wins, the others stay plain text. */
export function markedPieces(text: string, within: Span, marks: (Span & { id: string })[]): Piece[] {
  const pieces: Piece[] = [];
  let at = within.start;
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start < at || mark.end > within.end || mark.start >= mark.end) continue;
    if (mark.start > at) pieces.push({ text: text.slice(at, mark.start), claim: null });
    pieces.push({ text: slice(text, mark), claim: mark.id });
    at = mark.end;
  }
  if (at < within.end) pieces.push({ text: text.slice(at, within.end), claim: null });
  return pieces;
}

/**
 * The excerpt policy: each marked place in its sentence with `neighbours` sentences on both sides; places that touch are joined.
 * @returns stretches of the text in order; what lies between two of them is not shown.
 */
export function excerptSpans(sentences: Span[], marks: Span[], neighbours = 2): Span[] {
  const wanted = new Set<number>();
  for (const mark of marks) {
    const first = sentences.findIndex((sentence) => sentence.end > mark.start);
    if (first < 0) continue;
    const beyond = sentences.findIndex((sentence) => sentence.start >= mark.end);
    const last = beyond < 0 ? sentences.length - 1 : beyond - 1;
    for (let i = first - neighbours; i <= last + neighbours; i++) if (i >= 0 && i < sentences.length) wanted.add(i);
  }
  const spans: Span[] = [];
  let previous = -2;
  for (const i of [...wanted].sort((a, b) => a - b)) {
    const sentence = sentences[i]!;
    const open = spans.at(-1);
    if (open && i === previous + 1) open.end = sentence.end;
    else spans.push({ start: sentence.start, end: sentence.end });
    previous = i;
  }
  return spans;
}
