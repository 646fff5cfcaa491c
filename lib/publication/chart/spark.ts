import { toNumber } from '@/lib/base';
import { nominal } from '@/lib/quantity';
import { type Markup, xml } from '../xml';
import { bandOf } from './band';
import type { Charted } from './index';
import { drawnRows } from './marks';
import { fileLook, type Look, pageLook, type Theme } from './paint';
import { timeScale, valueScale } from './scales';

const [WIDTH, HEIGHT, EDGE] = [160, 32, 4];
/** A dot for each claim as far as anybody could tell them apart: at most so many, and none closer than this. */
const [MOST, APART] = [120, 2];

const apart = (place: number): number => Math.round(place / APART) * APART;

/** The figures of a measure over time, as small as a word: a dot for each, red where it is contested, over the accepted range. Empty where none can be drawn. */
export function drawSpark({ record, rows, positions }: Charted, look: Look): Markup | null {
  const drawn = drawnRows(rows).filter(({ row }) => !row.retracted);
  if (drawn.length === 0) return null;
  const plot = { left: EDGE, right: WIDTH - EDGE, top: EDGE, bottom: HEIGHT - EDGE };
  const y = valueScale(
    drawn.map(({ row }) => row.claim),
    plot,
  );
  const days = drawn.flatMap(({ row }) => row.claim.asOf ?? []);
  const x = timeScale(days, { left: plot.left, right: plot.right - (days.length < drawn.length ? 16 : 0) }, 2);
  const dots = new Map<string, boolean>();
  for (const { row } of drawn) {
    const at = row.claim.asOf && x ? x.at(row.claim.asOf).x : plot.right;
    const place = `${apart(at)} ${apart(y.at(toNumber(nominal(row.claim)!)))}`;
    dots.set(place, row.contested || (dots.get(place) ?? false));
  }
  const settled = record.case?.standing.status === 'settled';
  const band = settled ? bandOf(positions, { y, plot, marks: [], until: plot.right }) : null;
  // Contested ones last, so that nothing lies over them.
  const sorted = [...dots].sort((a, b) => Number(a[1]) - Number(b[1]));
  const placed = sorted.filter(([, contested], index) => contested || index % Math.ceil(sorted.length / MOST) === 0).slice(-MOST);
  return xml`${band && xml`<rect ${look.part('band')} x="${plot.left}" y="${band.top}" width="${plot.right - plot.left}" height="${band.bottom - band.top}"/>`}${placed.map(
    ([place, contested]) => {
      const [cx, cy] = place.split(' ') as [string, string];
      return xml`<circle ${look.part(contested ? 'clash' : 'dot')} cx="${cx}" cy="${cy}" r="2.5"/>`;
    },
  )}`;
}

const open = (attributes: Markup) => xml`<svg ${attributes} viewBox="0 0 ${WIDTH} ${HEIGHT}">`;

/** For a list, where its words stand beside it; null where there is nothing to compare. */
export function sparkline(charted: Charted): Markup | null {
  if (charted.rows.length < 2) return null;
  const drawn = drawSpark(
    charted,
    pageLook('s', () => ''),
  );
  return drawn && xml`${open(xml`class="spark" aria-hidden="true"`)}${drawn}</svg>`;
}

/** As a file of its own, for feeds and for others' lists. */
export function sparkFile(charted: Charted, theme: Theme): string {
  const size = xml`xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"`;
  return String(xml`${open(size)}<title>${charted.record.title}</title>${drawSpark(charted, fileLook(theme))}</svg>`);
}
