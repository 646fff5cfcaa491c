import type { Passage } from './passage';

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/**
 * The words of a passage around its mark, as many whole ones as fit into `room` signs: "… the storm took the roofs of 31 villages …".
 * Null where the mark alone is longer than that, or stands without a neighbour that fits.
 */
export function wordsAround(passage: Passage, room: number): string | null {
  const at = passage.pieces.findIndex((piece) => piece.claim !== null);
  if (at < 0) return null;
  const [left, mark, right] = [passage.pieces.slice(0, at), passage.pieces.slice(at, at + 1), passage.pieces.slice(at + 1)].map((pieces) =>
    pieces.map((piece) => piece.text).join(''),
  ) as [string, string, string];
  const [before, after] = [wordsOf(left), wordsOf(right)];
  // A bracket or a comma may stand at the mark without a space, and goes on standing there.
  const gaps = { left: /\s$/.test(left) ? ' ' : '', right: /^\s/.test(right) ? ' ' : '' };
  const worded = (from: number, to: number): string =>
    [
      from > 0 || passage.cutBefore ? '… ' : '',
      from < before.length ? before.slice(from).join(' ') + gaps.left : '',
      wordsOf(mark).join(' '),
      to > 0 ? gaps.right + after.slice(0, to).join(' ') : '',
      to < after.length || passage.cutAfter ? ' …' : '',
    ].join('');
  let [from, to] = [before.length, 0];
  // What follows a figure tells what is counted, so it comes first; then one word from each side in turn.
  for (let grew = true; grew; ) {
    grew = false;
    if (to < after.length && worded(from, to + 1).length <= room) [to, grew] = [to + 1, true];
    if (from > 0 && worded(from - 1, to).length <= room) [from, grew] = [from - 1, true];
  }
  const alone = from === before.length && to === 0 && before.length + after.length > 0;
  const words = worded(from, to);
  return alone || words.length > room ? null : words;
}
