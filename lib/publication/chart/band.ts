import { toNumber } from '@/lib/base';
import type { PositionView } from '../positions';
import type { ChartModel, Mark } from './model';
import { covered, round, type ValueScale } from './scales';

/** A band is never thinner than this: a single accepted figure is one, too. */
const THIN = 8;
const LONGEST_LABEL = 44;

/** The accepted range, from its first figure on; null where no ruling in force accepted one. */
export function bandOf(
  positions: PositionView[],
  { y, plot, marks, until }: { y: ValueScale; plot: ChartModel['plot']; marks: Mark[]; until: number },
): ChartModel['band'] {
  const accepted = positions.find((position) => position.accepted);
  if (!accepted) return null;
  const figures = accepted.rows.flatMap((row) => covered(row.claim) ?? []);
  if (figures.length === 0) return null;
  const open = {
    up: accepted.rows.some((row) => row.claim.high === null),
    down: accepted.rows.some((row) => row.claim.low === null),
  };
  const exactOnes = accepted.rows.filter((row) => row.claim.hedge === 'exact').map((row) => toNumber(row.claim.low ?? '0'));
  const range = exactOnes.length > 0 ? { low: Math.min(...exactOnes), high: Math.max(...exactOnes) } : null;
  const high = range?.high ?? Math.max(...figures.map((figure) => figure.high));
  const low = range?.low ?? Math.min(...figures.map((figure) => figure.low));
  const top = open.up && !range ? plot.top : y.at(high);
  const bottom = open.down && !range ? plot.bottom : y.at(low);
  const ids = new Set(accepted.rows.map((row) => row.id));
  const own = marks.filter((mark) => ids.has(mark.claim)).map((mark) => mark.x);
  const thin = bottom - top < THIN;
  const label = `accepted: ${accepted.label}`;
  const edges = { top: round(thin ? (top + bottom) / 2 - THIN / 2 : top), bottom: round(thin ? (top + bottom) / 2 + THIN / 2 : bottom) };
  return {
    left: own.length > 0 ? Math.max(plot.left, Math.min(...own) - 30) : plot.left,
    right: until,
    ...edges,
    label: label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label,
    labelAt: edges.top > plot.top + 24 ? edges.top - 12 : edges.bottom + 22,
  };
}
