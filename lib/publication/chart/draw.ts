import { type Markup, xml } from '../xml';
import { definitions, markOf } from './draw-marks';
import type { ChartModel, Joint } from './model';
import type { Look } from './paint';

/**
 * A chart model as the inside of an SVG: grid and axes, band, joints, trails, marks with their reaches, then words. One drawer for pages,
 * files, cards and embeds; only its look differs.
 */
export function drawChart(model: ChartModel, look: Look): Markup {
  return xml`${definitions(model, look)}${axes(model, look)}${bandOf(model, look)}${model.joints.map((joint) => elbow(joint, look))}${
    look.page && model.trails.map(({ slot, points }) => xml`<path class="trail t${slot}" d="M${pathThrough(points)}"/>`)
  }${model.marks.map((mark) => markOf(mark, look))}<g aria-hidden="true">${model.joints.map((joint) => gapWords(joint, look))}${labels(model, look)}</g>`;
}

/** For a page: a group of links, because an image would hide them. */
export const chartOnPage = (model: ChartModel, look: Look, labelledBy: string): Markup =>
  xml`<svg class="${model.size}" role="group" aria-labelledby="${labelledBy}" viewBox="0 0 ${model.width} ${model.height}" xmlns="http://www.w3.org/2000/svg">${drawChart(model, look)}</svg>`;

const pathThrough = (points: { x: number; y: number }[]): string => points.map(({ x, y }) => `${x} ${y}`).join('L');

function axes({ plot, x, y }: ChartModel, look: Look): Markup {
  const foot = plot.bottom + 20;
  const undated = x.undated;
  return xml`<g aria-hidden="true">${y.ticks.map(
    (tick) =>
      xml`<path ${look.part('grid')} d="M${plot.left} ${tick.at}H${plot.right}"/><text ${look.part('tick')} x="${plot.left - 8}" y="${tick.at + 4}" text-anchor="end">${tick.label}</text>`,
  )}<path ${look.part('axis')} d="M${plot.left} ${plot.bottom}H${plot.right}${x.ticks.map((tick) => `M${tick.at} ${plot.bottom}v5`).join('')}"/>${x.ticks.map(
    (tick) => xml`<text ${look.part('tick')} x="${tick.at}" y="${foot}" text-anchor="middle">${tick.label}</text>`,
  )}${
    undated &&
    xml`<path ${look.part('grid')} d="M${undated.left} ${plot.top}V${plot.bottom}"/><text ${look.part('tick')} x="${(undated.left + undated.right) / 2}" y="${foot}" text-anchor="middle">undated</text>`
  }<text ${look.part('tick')} x="${look.page ? 2 : 14}" y="16">${y.title}${y.log ? ' (logarithmic scale)' : ''}</text></g>`;
}

function bandOf({ band }: ChartModel, look: Look): Markup | null {
  if (!band) return null;
  const { left, right, top, bottom } = band;
  const shape = xml`x="${left}" y="${top}" width="${right - left}" height="${bottom - top}"`;
  return xml`<g aria-hidden="true"><rect ${look.part('band')} ${shape}/>${
    look.page && xml`<rect class="hatch" ${shape} fill="url(#${look.prefix}h)"/>`
  }<path ${look.part('edge')} d="M${left} ${top}H${right}M${left} ${bottom}H${right}"/><text ${look.part('accepted')} x="${right - 4}" y="${band.labelAt}" text-anchor="end">${band.label}</text></g>`;
}

function elbow(joint: Joint, look: Look): Markup {
  const { from, to, middle, ruled } = joint;
  return xml`<path aria-hidden="true" ${look.part(ruled ? 'joined' : 'joint')} d="M${from.x} ${from.y}H${middle}V${to.y}H${to.x}"/>`;
}

function gapWords({ label, labelAt, ruled }: Joint, look: Look): Markup {
  return xml`<text ${look.part(ruled ? 'tick' : 'gap')} x="${labelAt.x}" y="${labelAt.y}">${label}</text>`;
}

/** Names beside the newest mark of each source, in the colour of words: the symbol has that of the source. */
function labels(model: ChartModel, look: Look): Markup[] {
  const ref = look.page ? xml`href` : xml`xlink:href`;
  return model.labels.map(
    ({ source, x, y }) =>
      xml`<g ${look.slot(source.slot)}><use ${ref}="#${look.prefix}${source.slot}" x="${x}" y="${y - 4}"/><text ${look.part('label')} x="${x + 11}" y="${y}"><title>${source.name}</title>${source.short}</text></g>`,
  );
}
