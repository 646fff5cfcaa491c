import { compare } from '@/lib/base';
import { nominal } from '@/lib/quantity';
import { headRow } from '../answer';
import { percentWords } from '../figures';
import type { PositionView } from '../positions';
import type { ChartModel, Joint, Mark } from './model';
import { round } from './scales';

const MOST = 5;
/** How far an elbow steps out, the least distance to the next one, and the room its words take. */
const [OUT, STEP, WORDS] = [34, 16, 70];

/** One dashed elbow for each pair of positions, from mark to mark, with "≠ +7 %" at its middle; thin and grey once ruled. */
export function jointsOf(
  positions: PositionView[],
  marks: Mark[],
  plot: ChartModel['plot'],
  ruled: boolean,
): { joints: Joint[]; more: number } {
  const joints: Joint[] = [];
  let more = 0;
  // Elbows beside each other leave room for their words where the plot is wide enough.
  const pairs = Math.min(MOST, (positions.length * (positions.length - 1)) / 2);
  const rightmost = Math.max(plot.left, ...positions.flatMap((position) => markOf(position, marks)?.x ?? []));
  const step = Math.min(WORDS, Math.max(STEP, (plot.right - rightmost - OUT - WORDS) / Math.max(1, pairs - 1)));
  const taken: Box[] = marks.map(({ x, y }) => ({ left: x - RING, right: x + RING, top: y - RING, bottom: y + RING }));
  for (const [index, a] of positions.entries()) {
    for (const b of positions.slice(index + 1)) {
      const [from, to] = [markOf(a, marks), markOf(b, marks)];
      if (!from || !to) continue;
      if (joints.length === MOST) more += 1;
      else joints.push(joint(from, to, { label: gapLabel(a, b), plot, ruled, shift: joints.length * step, taken }));
    }
  }
  return { joints, more };
}

const markOf = (position: PositionView, marks: Mark[]): Mark | undefined => {
  const head = marks.find((mark) => mark.claim === headRow(position.rows).id);
  return head ?? marks.find((mark) => position.rows.some((row) => row.id === mark.claim));
};

function gapLabel(a: PositionView, b: PositionView): string {
  const [x, y] = [nominal(headRow(a.rows).claim), nominal(headRow(b.rows).claim)];
  if (x === null || y === null || compare(x, y) === 0) return '≠';
  return `≠ ${percentWords(x, y) ?? ''}`.trim();
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
/** Room around a mark, and of words: by the sign and by the line. */
const [RING, SIGN, LINE] = [14, 7.4, 14];
/** Where along an elbow its words may stand, the best places first. */
const PLACES = [0.5, 0.35, 0.65, 0.2, 0.8, 0.1, 0.9];

function joint(from: Mark, to: Mark, how: { label: string; plot: ChartModel['plot']; ruled: boolean; shift: number; taken: Box[] }): Joint {
  // Marks above each other have no middle between them: the elbow steps out to the right.
  const apart = Math.abs(from.x - to.x) > 60;
  const middle = round(apart ? (from.x + to.x) / 2 : Math.min(Math.max(from.x, to.x) + OUT + how.shift, how.plot.right - 4));
  return {
    from: { x: from.x, y: from.y },
    to: { x: to.x, y: to.y },
    middle,
    label: how.label,
    labelAt: freePlace(how.label, { middle, from: from.y, to: to.y }, how),
    ruled: how.ruled,
  };
}

/** Beside the elbow, to the right or to the left of it, where no mark and no other words are; in its middle where all is full. */
function freePlace(
  label: string,
  elbow: { middle: number; from: number; to: number },
  { plot, taken }: { plot: ChartModel['plot']; taken: Box[] },
) {
  const width = label.length * SIGN;
  const boxes = PLACES.flatMap((part) =>
    [elbow.middle + 6, elbow.middle - 6 - width].map((left): Box => {
      const y = elbow.from + (elbow.to - elbow.from) * part;
      return { left, right: left + width, top: y - LINE / 2, bottom: y + LINE / 2 };
    }),
  );
  const isFree = (box: Box) =>
    box.left > plot.left && !taken.some((t) => t.left < box.right && box.left < t.right && t.top < box.bottom && box.top < t.bottom);
  const box = boxes.find(isFree) ?? boxes[0]!;
  taken.push(box);
  return { x: round(box.left), y: round((box.top + box.bottom) / 2 + 4) };
}
