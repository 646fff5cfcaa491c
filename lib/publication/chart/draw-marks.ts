import { type Markup, xml } from '../xml';
import type { Cap, ChartModel, Mark } from './model';
import type { Look } from './paint';
import { SYMBOLS } from './symbols';

/** Length of an arrow, which means nothing. */
const ARROW = 26;
/** A row of the table lights its mark up to this one: the stylesheet has a rule for each. */
export const LIT_ROWS = 60;

/** The shapes that marks point at: drawn once, and said once. A symbol with an arrow points at both. */
export function definitions({ marks, legend, band }: ChartModel, look: Look): Markup {
  const used = new Set(marks.map((mark) => shapeOf(mark)));
  const named = (name: string, inside: Markup) => xml`<g id="${look.prefix}${name}">${inside}</g>`;
  const symbols = legend.flatMap(({ slot }) =>
    (['', 'b', 'f'] as const)
      .filter((way) => way === '' || marks.some((mark) => mark.slot === slot && wayOf(mark) === way))
      .map((way) => named(`${slot}${way}`, xml`${look.page && HALO}<path ${look.part(PARTS_OF[way])} d="${SYMBOLS[slot]}"/>`)),
  );
  const arrows = (Object.keys(ARROWS) as (keyof typeof ARROWS)[])
    .filter((arrow) => [...used].some((name) => name.endsWith(arrow)))
    .map((arrow) => named(arrow, arrowOf(arrow, look)));
  const both = [...used]
    .filter((name) => /[udUD]$/.test(name))
    .map((name) => named(name, xml`${point(name.slice(-1), look)}${point(name.slice(0, -1), look)}`));
  const rings = (['contested', 'ruled'] as const)
    .filter((ring) => marks.some((mark) => mark.ring === ring))
    .map((ring) => named(RINGS[ring].name, xml`${RINGS[ring].radii.map((r) => xml`<circle ${look.part(RINGS[ring].part)} r="${r}"/>`)}`));
  return xml`<defs>${look.page && band && hatch(look)}${symbols}${arrows}${both}${rings}</defs>`;
}

const HALO = xml`<circle class="halo" r="13"/>`;
const PARTS_OF = { '': 'symbol', b: 'hollow', f: 'former' } as const;
const RINGS = {
  contested: { name: 'x', part: 'ring', radii: [9, 12] },
  ruled: { name: 'r', part: 'ruled', radii: [11] },
} as const;
/** Up and down, and as capitals with a filled head. */
const ARROWS = { u: -1, U: -1, d: 1, D: 1 } as const;

const hatch = ({ prefix }: Look): Markup =>
  xml`<pattern id="${prefix}h" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="edge" d="M0 0V6"/></pattern>`;

const point = (name: string, look: Look, at?: { x: number; y: number }): Markup =>
  xml`<use ${look.page ? null : XLINK}href="#${look.prefix}${name}"${at ? xml` x="${at.x}" y="${at.y}"` : null}/>`;

const XLINK = xml`xlink:`;

function arrowOf(arrow: keyof typeof ARROWS, look: Look): Markup {
  const tip = ARROWS[arrow] * ARROW;
  const back = tip - ARROWS[arrow] * 7;
  const ends = `M-4 ${back}L0 ${tip}L4 ${back}`;
  return /[ud]/.test(arrow)
    ? xml`<path ${look.part('reach')} d="M0 0V${tip}${ends}"/>`
    : xml`<path ${look.part('reach')} d="M0 0V${back}"/><path ${look.part('head')} d="${ends}z"/>`;
}

/** In the middle of a stated range stands no figure that anybody gave; what was taken back is dashed. */
const wayOf = ({ shape, former }: Mark): keyof typeof PARTS_OF => (former ? 'f' : shape.form === 'bar' ? 'b' : '');

/** The name of the shape that a mark points at: its source, how it is filled, its arrow. */
function shapeOf(mark: Mark): string {
  const { shape, slot } = mark;
  const arrow = shape.form === 'arrow' ? (shape.towards === 'up' ? 'u' : 'd') : '';
  return `${slot}${wayOf(mark)}${shape.form === 'arrow' && shape.cap === 'filled' ? arrow.toUpperCase() : arrow}`;
}

/** One mark: its reach, its rings, its symbol; on a page a link that says all of it in a sentence. */
export function markOf(mark: Mark, look: Look): Markup {
  const { x, y, slot, ring, copies } = mark;
  const shapes = xml`${mark.span && asOfSpan(mark.span, y, look)}${reach(mark, look)}${ring && point(RINGS[ring].name, look, mark)}${
    mark.shape.form !== 'dotted' && point(shapeOf(mark), look, mark)
  }${copies > 1 && xml`<text ${look.part('label')} x="${x + 9}" y="${y - 7}">×${copies}</text>`}`;
  if (!look.href) return xml`<g ${look.slot(slot)}><title>${mark.name}</title>${shapes}</g>`;
  const lit = mark.row <= LIT_ROWS ? ` k${mark.row}` : '';
  return xml`<a class="slot${slot}${lit}" href="${look.href(mark.claim)}"${mark.tab ? null : UNTABBED}><title>${mark.name}</title>${shapes}</a>`;
}

const UNTABBED = xml` tabindex="-1"`;

/** A date known to the month or year: a line with hollow ends over all of it. */
function asOfSpan({ left, right }: { left: number; right: number }, y: number, look: Look): Markup {
  return xml`<path ${look.part('reach')} d="M${left} ${y}H${right}"/><path ${look.part('open')} d="${hollowEnd(left, y)}${hollowEnd(right, y)}"/>`;
}

const hollowEnd = (x: number, y: number): string => `M${x - 2.5} ${y}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z`;

/** What a hedge adds to the symbol, where that is not an arrow. */
function reach({ shape, x }: Mark, look: Look): Markup | null {
  switch (shape.form) {
    case 'exact':
    case 'arrow':
      return null;
    case 'whisker':
    case 'bar': {
      const { top, bottom, caps } = shape;
      const line = xml`<path ${look.part('reach')} d="M${x} ${top}V${bottom}${capLine(x, top, caps.top)}${capLine(x, bottom, caps.bottom)}"/>`;
      const hollow = `${caps.top === 'open' ? hollowEnd(x, top) : ''}${caps.bottom === 'open' ? hollowEnd(x, bottom) : ''}`;
      const stated = shape.form === 'bar' && xml`<path ${look.part('span')} d="M${x} ${top}V${bottom}"/>`;
      return xml`${stated}${line}${hollow !== '' && xml`<path ${look.part('open')} d="${hollow}"/>`}`;
    }
    case 'dotted':
      return xml`<path ${look.part('dotted')} d="M${x} ${shape.top}V${shape.bottom}"/>`;
  }
}

const capLine = (x: number, y: number, cap: Cap): string => (cap === 'filled' ? `M${x - 5} ${y}h10` : '');
