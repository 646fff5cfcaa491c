import type { MeasurePage } from '../measure-page';
import type { PositionView } from '../positions';
import { type ClaimRow, unique } from '../rows';
import { bandOf } from './band';
import { jointsOf } from './joints';
import { labelRoom, sourceLabels } from './labels';
import { CROWDED, type Drawn, drawnRows, formerClaims, placeMarks } from './marks';
import type { ChartModel, Mark, SourceSlot } from './model';
import { round, timeScale, valueScale } from './scales';
import { sourceSlots } from './sources';

const SIZES = { wide: { width: 760, height: 400, ticks: 6, left: 44 }, narrow: { width: 320, height: 320, ticks: 3, left: 36 } };
/** The strip of those without a date: for few of them so wide, and with many at most this part of the plot. */
const [RAIL, PER_UNDATED, MOST_OF_PLOT] = [64, 18, 0.4];

/** Half of what a date on the axis takes: none reaches into what stands beside it. */
const HALF_DATE = 36;

/** What a chart is made from: a page as far as it is of figures. */
export type Charted = Pick<MeasurePage, 'record' | 'rows' | 'positions'>;

/** Places every claim of a measure in time and value. Pure: the same record gives the same picture, to the pixel. */
export function chartModel({ record, rows, positions }: Charted, size: ChartModel['size']): ChartModel {
  const { width, height, ticks, left } = SIZES[size];
  const { slotOf, legend } = sourceSlots(rows);
  const drawn = drawnRows(rows);
  const frame = { top: 40, bottom: height - 34 };
  const y = valueScale(
    drawn.map(({ row }) => row.claim),
    frame,
  );
  const names = labelRoom(legend.map((source) => source.short));
  const values = labelRoom(y.ticks.map(({ label }) => label));
  const plot = {
    ...frame,
    left: round(Math.max(left, values + 14)),
    right: round(width - (size === 'wide' ? Math.max(40, names + 26) : 18)),
  };
  const days = drawn.flatMap(({ row }) => row.claim.asOf ?? []);
  const undated = railOf(drawn.length - days.length, days.length > 0, plot);
  const dated = { left: plot.left, right: undated && days.length > 0 ? undated.left - 8 : plot.right };
  const x = timeScale(days, dated, ticks);
  const against = opponents(rows, positions);
  const marks = placeMarks(drawn, { y, x, undated, dated }, slotOf, { against, former: formerClaims(rows) });
  const status = record.case?.standing.status;
  // A joint says that two figures cannot both stand: where a person found that they can, none is drawn.
  const { joints, more } = jointsOf(status === 'dismissed' ? [] : positions, marks, plot, status === 'settled');
  return {
    size,
    width,
    height,
    plot,
    y: { title: valueTitle(drawn), ticks: y.ticks, log: y.log },
    x: { ticks: (x?.ticks ?? []).filter(({ at }) => at + HALF_DATE < (undated ? undated.left + 8 : width)), undated },
    band: status === 'settled' ? bandOf(positions, { y, plot, marks, until: dated.right }) : null,
    joints,
    moreJoints: more,
    marks,
    // In a crowd, ways through time are a tangle.
    trails: marks.length > CROWDED ? [] : trailsOf(legend, marks, undated),
    labels: size === 'wide' ? sourceLabels(legend, marks, plot) : [],
    legend,
    undrawn: rows.length - drawn.reduce((sum, { copies }) => sum + copies, 0),
  };
}

/** Where those without a date stand: at the right, or everywhere where nothing has one. */
function railOf(undated: number, dated: boolean, plot: ChartModel['plot']): ChartModel['x']['undated'] {
  if (undated === 0) return null;
  if (!dated) return { left: plot.left, right: plot.right };
  const width = Math.min(Math.max(RAIL, undated * PER_UNDATED), (plot.right - plot.left) * MOST_OF_PLOT);
  return { left: round(plot.right - width), right: plot.right };
}

/** Whom a contested claim stands against: those of the other positions. */
function opponents(rows: ClaimRow[], positions: PositionView[]): (claimId: string) => ClaimRow[] {
  const contested = new Set(rows.filter((row) => row.contested).map((row) => row.id));
  const own = new Map(positions.flatMap((position) => position.rows.map((row) => [row.id, position] as const)));
  const others = new Map(positions.map((one) => [one, positions.filter((other) => other !== one).flatMap((other) => other.rows)]));
  return (id) => (contested.has(id) && positions.length > 1 ? (others.get(own.get(id)!) ?? positions.flatMap((p) => p.rows)) : []);
}

/** What the value axis counts: the shared noun or unit, else the plain word. */
function valueTitle(drawn: Drawn[]): string {
  const counted = unique(drawn.map(({ row }) => row.claim.noun ?? row.claim.unit ?? ''));
  return counted.length === 1 && counted[0] ? counted[0] : 'figure as reported';
}

/** Through the dated marks of one source alone: "other sources" are many, and have no way of their own. */
function trailsOf(legend: SourceSlot[], marks: Mark[], undated: ChartModel['x']['undated']): ChartModel['trails'] {
  const onRail = (mark: Mark) => undated !== null && mark.x >= undated.left;
  return legend
    .filter(({ slot }) => slot !== 7)
    .map(({ slot }) => ({
      slot,
      points: marks.filter((mark) => mark.slot === slot && !onRail(mark) && !mark.former).map(({ x, y }) => ({ x, y })),
    }))
    .filter(({ points }) => points.length > 1);
}
