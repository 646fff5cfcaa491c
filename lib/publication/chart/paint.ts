import { Markup, xml } from '../xml';
import type { SourceSlot } from './model';

export type Theme = 'light' | 'dark';

/** Colours of a picture that stands by itself, as the pages have them; a test holds both against each other. */
export const COLOURS: Record<Theme, Record<string, string>> = {
  light: {
    ...{ ground: '#fbfaf7', panel: '#ffffff', ink: '#16181d', muted: '#565d69', line: '#d8d4c8', hair: '#e8e5db' },
    ...{ conflict: '#b3261e', settled: '#1b6646', again: '#7d5200' },
    ...{ s1: '#005f9e', s2: '#d55e00', s3: '#009e73', s4: '#aa3377', s5: '#7a5c00', s6: '#222222', s7: '#6b7280' },
  },
  dark: {
    ...{ ground: '#0f1216', panel: '#15191f', ink: '#eceff4', muted: '#a3adbd', line: '#303743', hair: '#252b34' },
    ...{ conflict: '#ff8a80', settled: '#6fd3a3', again: '#efc061' },
    ...{ s1: '#4fa8f0', s2: '#ff8a3d', s3: '#1fbf92', s4: '#e07bc0', s5: '#f0e442', s6: '#ffffff', s7: '#98a2b3' },
  },
};

/** The font that lies with the program, then what a reader's machine has. */
export const FONT = 'DejaVu Sans Condensed, DejaVu Sans, Noto Sans, Segoe UI, Roboto, Helvetica, Arial, sans-serif';

/** How each part of a chart is drawn where no stylesheet is; names of colours stand in brackets. On pages the class of that name is. */
const PARTS = {
  grid: 'stroke="[hair]"',
  axis: 'stroke="[muted]"',
  tick: 'fill="[muted]"',
  label: 'fill="[ink]"',
  band: 'fill="[settled]" fill-opacity="0.12"',
  edge: 'stroke="[settled]"',
  accepted: 'fill="[settled]" paint-order="stroke" stroke="[panel]" stroke-width="4"',
  joint: 'fill="none" stroke="[conflict]" stroke-width="1.5" stroke-dasharray="4 3"',
  joined: 'fill="none" stroke="[muted]"',
  gap: 'fill="[conflict]" font-weight="bold" paint-order="stroke" stroke="[panel]" stroke-width="4"',
  reach: 'fill="none" stroke="currentColor" stroke-width="2"',
  span: 'fill="none" stroke="currentColor" stroke-width="6" stroke-opacity="0.3"',
  dotted: 'fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="2 3"',
  head: 'fill="currentColor" stroke="currentColor"',
  open: 'fill="[panel]" stroke="currentColor" stroke-width="1.5"',
  symbol: 'fill="currentColor" stroke="[panel]" stroke-width="1.5"',
  hollow: 'fill="[panel]" stroke="currentColor" stroke-width="1.5"',
  former: 'fill="[panel]" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2 1.5"',
  ring: 'fill="none" stroke="[conflict]" stroke-width="1.5"',
  ruled: 'fill="none" stroke="[muted]"',
  dot: 'fill="[muted]"',
  clash: 'fill="[conflict]"',
  halo: '',
  hatch: '',
  trail: '',
} as const;

export type PartName = keyof typeof PARTS;

/** What differs between a chart on a page and one that stands by itself. */
export interface Look {
  /** Attributes of a part. */
  part: (name: PartName) => Markup;
  /** Attributes that give what is inside the colour of a source. */
  slot: (slot: SourceSlot['slot']) => Markup;
  /** Where a mark leads; null where marks lead nowhere. */
  href: ((claim: string) => string) | null;
  /** Before the names that parts of the drawing have for each other, as two drawings stand on one page. */
  prefix: string;
  page: boolean;
}

/** By classes, for a page with a stylesheet. */
export function pageLook(prefix: string, href: (claim: string) => string): Look {
  return { part: (name) => CLASSES[name], slot: (slot) => SLOTS[slot - 1]!, href, prefix, page: true };
}

const CLASSES = Object.fromEntries(Object.keys(PARTS).map((name) => [name, xml`class="${name}"`])) as Record<PartName, Markup>;
const SLOTS = [1, 2, 3, 4, 5, 6, 7].map((slot) => xml`class="slot${slot}"`);

/** By colours, for a file of its own. */
export function fileLook(theme: Theme): Look {
  const colours = COLOURS[theme];
  const coloured = (attributes: string) => new Markup(attributes.replace(/\[(\w+)\]/g, (_, name: string) => colours[name]!));
  const parts = Object.fromEntries(Object.entries(PARTS).map(([name, attributes]) => [name, coloured(attributes)]));
  return {
    part: (name) => parts[name]!,
    slot: (slot) => xml`color="${colours[`s${slot}`]!}"`,
    ...{ href: null, prefix: 'c', page: false },
  };
}
