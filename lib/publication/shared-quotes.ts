import type { Passage, Piece } from './passage';
import type { ClaimRow } from './rows';

/** Claims that stand in one sentence of one article, with that sentence, and each of them marked in it. */
interface SharedQuote {
  rows: [ClaimRow, ...ClaimRow[]];
  passage: Passage;
}

/** The quotes of some claims in their order, each sentence once. */
export function sharedQuotes(rows: ClaimRow[]): SharedQuote[] {
  const groups = new Map<string, SharedQuote['rows']>();
  for (const row of rows) {
    const key = JSON.stringify([row.claim.article.id, row.speaker, textOf(row.claim.quote)]);
    const known = groups.get(key);
    groups.set(key, known ? [...known, row] : [row]);
  }
  return [...groups.values()].map((members) => ({ rows: members, passage: members.map((row) => row.claim.quote).reduce(joined) }));
}

const textOf = (passage: Passage): string => passage.pieces.map((piece) => piece.text).join('');

/** Two passages of the same text as one that carries the marks of both; where marks overlap, those of the first stand. */
function joined(first: Passage, second: Passage): Passage {
  const marked = second.pieces.findIndex((piece) => piece.claim !== null);
  const mark = second.pieces[marked];
  if (!mark) return first;
  const start = textOf({ ...second, pieces: second.pieces.slice(0, marked) }).length;
  const end = start + mark.text.length;
  let at = 0;
  const pieces = first.pieces.flatMap((piece): Piece[] => {
    const from = at;
    at += piece.text.length;
    if (piece.claim !== null || start < from || end > at) return [piece];
    const cut = (a: number, b: number, claim: string | null): Piece[] =>
      a < b ? [{ text: piece.text.slice(a - from, b - from), claim }] : [];
    return [...cut(from, start, null), ...cut(start, end, mark.claim), ...cut(end, at, null)];
  });
  return { ...first, pieces };
}
