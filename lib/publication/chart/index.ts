import { toNumber } from '@/lib/base';
import { byFigure } from '../figures';
import type { PositionView } from '../positions';
import type { MeasureRecord } from '../record';
import { type ClaimRow, unique } from '../rows';
import { jointsOf } from './joints';
import { drawnRows, placeMarks } from './marks';
import type { ChartModel, Mark, SourceSlot } from './model';
import { covered, round, timeScale, type ValueScale, valueScale } from './scales';
import { sourceSlots } from './sources';

export type { ChartModel, Joint, Mark, MarkForm, SourceSlot } from './model';

const SIZES = { wide: { width: 760, height: 400, ticks: 6 }, narrow: { width: 360, height: 320, ticks: 3 } };
/** Width of a label's sign at 12 px, generous: a clipped name is worse than a little air. */
const SIGN = 7.2;
const RAIL = 64;

/** Places every claim of a measure in time and value. Pure: the same record gives the same picture, to the pixel. */
export function chartModel(record: MeasureRecord, rows: ClaimRow[], positions: PositionView[], size: ChartModel['size']): ChartModel {
  const { width, height, ticks } = SIZES[size];
  const { slotOf, legend } = sourceSlots(rows);
  const drawn = drawnRows(rows);
  const rail = drawn.some(({ row }) => row.claim.asOf === null);
  const margin = size === 'wide' ? Math.max(40, ...legend.map((source) => source.short.length * SIGN + 26)) : 18;
  const plot = { left: size === 'wide' ? 76 : 58, right: round(width - margin), top: 40, bottom: height - 34 };
  const undated = rail ? { left: plot.right - RAIL, right: plot.right } : null;
  const time = { left: plot.left, right: undated ? undated.left - 8 : plot.right };
  const y =
    drawn.length > 0
      ? valueScale(
          drawn.map(({ row }) => row.claim),
          plot,
        )
      : { at: () => plot.bottom, ticks: [], log: false };
  const x = timeScale(
    drawn.flatMap(({ row }) => row.claim.asOf ?? []),
    time,
    ticks,
  );
  const opponents = (id: string) =>
    positions.filter((p) => positions.length > 1 && !p.rows.some((row) => row.id === id)).flatMap((p) => p.rows);
  const contested = new Set(rows.filter((row) => row.contested).map((row) => row.id));
  const marks = placeMarks(drawn, { y, x, undated }, slotOf, (id) => (contested.has(id) ? opponents(id) : []));
  const settled = record.case?.standing.status === 'settled';
  // A joint says that two figures cannot both stand: where a person found that they can, none is drawn.
  const apart = record.case?.standing.status === 'dismissed' ? [] : positions;
  const { joints, more } = jointsOf(apart, marks, plot, settled);
  return {
    size,
    width,
    height,
    plot,
    y: { title: valueTitle(rows), ticks: y.ticks, log: y.log },
    x: { ticks: x?.ticks ?? [], undated },
    band: bandOf(positions, settled, y, plot, marks),
    joints,
    moreJoints: more,
    marks,
    labels: size === 'wide' ? sourceLabels(legend, marks, plot) : [],
    legend,
    undrawn: rows.length - drawn.reduce((sum, { copies }) => sum + copies, 0),
  };
}

/** What the value axis counts: the shared noun or unit, else the plain word. */
function valueTitle(rows: ClaimRow[]): string {
  const counted = unique(rows.map((row) => row.claim.noun ?? row.claim.unit ?? ''));
  return counted.length === 1 && counted[0] ? counted[0] : 'figure as reported';
}

/** The accepted range, across the plot; a single accepted figure is a thin band, never nothing. */
function bandOf(positions: PositionView[], settled: boolean, y: ValueScale, plot: ChartModel['plot'], marks: Mark[]): ChartModel['band'] {
  const accepted = settled ? positions.find((position) => position.accepted) : undefined;
  if (!accepted) return null;
  const figures = accepted.rows.flatMap((row) => covered(row.claim) ?? []);
  if (figures.length === 0) return null;
  const lowest = [...accepted.rows].sort((a, b) => byFigure(a.claim, b.claim));
  const open = { up: lowest.some((row) => row.claim.high === null), down: lowest.some((row) => row.claim.low === null) };
  const exactOnes = accepted.rows.filter((row) => row.claim.hedge === 'exact').map((row) => toNumber(row.claim.low ?? '0'));
  const range = exactOnes.length > 0 ? { low: Math.min(...exactOnes), high: Math.max(...exactOnes) } : null;
  const top = range ? y.at(range.high) : open.up ? plot.top : y.at(Math.max(...figures.map((figure) => figure.high)));
  const bottom = range ? y.at(range.low) : open.down ? plot.bottom : y.at(Math.min(...figures.map((figure) => figure.low)));
  const own = marks.filter((mark) => accepted.rows.some((row) => row.id === mark.claim)).map((mark) => mark.x);
  const thin = bottom - top < 8;
  return {
    left: own.length > 0 ? Math.max(plot.left, Math.min(...own) - 30) : plot.left,
    right: plot.right,
    top: round(thin ? (top + bottom) / 2 - 4 : top),
    bottom: round(thin ? (top + bottom) / 2 + 4 : bottom),
    label: `accepted: ${accepted.label}`,
  };
}

/** Names at the right edge beside each source's newest mark, 15 units apart. */
function sourceLabels(legend: SourceSlot[], marks: Mark[], plot: ChartModel['plot']): ChartModel['labels'] {
  const wanted = legend
    .flatMap((source) => {
      const last = marks.findLast((mark) => mark.slot === source.slot);
      return last ? [{ source, y: last.y }] : [];
    })
    .sort((a, b) => a.y - b.y);
  let free = plot.top;
  for (const label of wanted) {
    label.y = Math.max(label.y, free);
    free = label.y + 15;
  }
  const overflow = Math.max(0, free - 15 - plot.bottom);
  return wanted.map(({ source, y }) => ({ source, x: plot.right + 10, y: round(y - overflow + 4) }));
}
