import type { ChartModel, Mark, SourceSlot } from './model';
import { round } from './scales';

/** Width of a label's sign at 12 px, generous: a clipped name is worse than a little air. */
const SIGN = 7.2;
const LINE = 15;

/** Room that the longest of some labels takes. */
export const labelRoom = (labels: string[]): number => Math.max(0, ...labels.map((label) => label.length * SIGN));

/** Names at the right edge beside each source's newest mark, 15 units apart. */
export function sourceLabels(legend: SourceSlot[], marks: Mark[], plot: ChartModel['plot']): ChartModel['labels'] {
  const wanted = legend
    .flatMap((source) => {
      const last = marks.findLast((mark) => mark.slot === source.slot);
      return last ? [{ source, y: last.y }] : [];
    })
    .sort((a, b) => a.y - b.y);
  let free = plot.top;
  for (const label of wanted) {
    label.y = Math.max(label.y, free);
    free = label.y + LINE;
  }
  const overflow = Math.max(0, free - LINE - plot.bottom);
  return wanted.map(({ source, y }) => ({ source, x: plot.right + 10, y: round(y - overflow + 4) }));
}
