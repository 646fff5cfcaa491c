/** A chart as plain geometry in SVG units: everything is placed, nothing is drawn. One drawer turns it into marks. */
export interface ChartModel {
  size: 'wide' | 'narrow';
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  y: { title: string; ticks: Tick[]; log: boolean };
  x: { ticks: Tick[]; undated: { left: number; right: number } | null };
  band: { left: number; right: number; top: number; bottom: number; label: string; labelAt: number } | null;
  joints: Joint[];
  /** Pairs of positions without a joint of their own: at most five are drawn. */
  moreJoints: number;
  marks: Mark[];
  /** One line through the marks of each source that has several, in order of time; shown while one of them is pointed at. */
  trails: { slot: SourceSlot['slot']; points: Point[] }[];
  labels: { x: number; y: number; source: SourceSlot }[];
  legend: SourceSlot[];
  /** Claims that have no mark: without a figure, or beyond the number a chart can hold. All of them stand in the table. */
  undrawn: number;
}
export interface Point {
  x: number;
  y: number;
}
export interface Tick {
  at: number;
  label: string;
}
/** Colour and shape of one source, always both; 7 is "other sources". */
export interface SourceSlot {
  slot: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  name: string;
  short: string;
}
export interface Joint {
  from: Point;
  to: Point;
  middle: number;
  label: string;
  labelAt: Point;
  ruled: boolean;
}
/** How one end of a reach is drawn: filled where the figure there belongs to it, open where it does not. */
export type Cap = 'filled' | 'open';
/** How a hedge is drawn: a symbol, an arrow whose length means nothing, a whisker over what the words cover. */
export type MarkForm =
  | { form: 'exact' }
  | { form: 'arrow'; towards: 'up' | 'down'; cap: Cap }
  | { form: 'whisker' | 'bar'; top: number; bottom: number; caps: { top: Cap; bottom: Cap } }
  | { form: 'dotted'; top: number; bottom: number };
export interface Mark extends Point {
  claim: string;
  /** Which row of the table says the same, from 1. */
  row: number;
  slot: SourceSlot['slot'];
  shape: MarkForm;
  /** An as-of date that covers more than a day. */
  span: { left: number; right: number } | null;
  /** Its source took it back, or gave another figure for the same day later. */
  former: boolean;
  ring: 'contested' | 'ruled' | null;
  /** A sentence: who, figure, as of when, what it conflicts with. */
  name: string;
  /** Reached by the tab key; the others are reached through the table. */
  tab: boolean;
  /** Copies of one text drawn as one mark. */
  copies: number;
}
