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
  for (const [index, a] of positions.entries()) {
    for (const b of positions.slice(index + 1)) {
      const [from, to] = [markOf(a, marks), markOf(b, marks)];
      if (!from || !to) continue;
      if (joints.length === MOST) more += 1;
      else joints.push(joint(from, to, { label: gapLabel(a, b), plot, ruled, shift: joints.length * step }));
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

function joint(from: Mark, to: Mark, how: { label: string; plot: ChartModel['plot']; ruled: boolean; shift: number }): Joint {
  // Marks above each other have no middle between them: the elbow steps out to the right.
  const apart = Math.abs(from.x - to.x) > 60;
  const middle = round(apart ? (from.x + to.x) / 2 : Math.min(Math.max(from.x, to.x) + OUT + how.shift, how.plot.right - 4));
  return {
    from: { x: from.x, y: from.y },
    to: { x: to.x, y: to.y },
    middle,
    label: how.label,
    labelAt: { x: middle + 6, y: round((from.y + to.y) / 2 + 4) },
    ruled: how.ruled,
  };
}
