import { dayOf, dayWords } from '@/lib/base';
import { phraseText } from '../answer';
import type { Site } from '../claim-review';
import type { MeasurePage } from '../measure-page';
import { type Moments, momentQuery, momentWords, TODAY } from '../moments';
import { unique } from '../rows';
import { countWords, listWords } from '../vocabulary';
import { type Markup, xml } from '../xml';
import { drawChart } from './draw';
import { chartModel } from './index';
import { chartKey } from './key';
import type { ChartModel, SourceSlot } from './model';
import { COLOURS, FONT, fileLook, type Look, type Theme } from './paint';
import { wrapped } from './wrapped';

const [PAD, LINE] = [14, 16];

/** The chart of a measure as an SVG file of its own: with its question, its answer, what its signs mean, its sources and its address. */
export function chartFile(
  page: MeasurePage,
  { size, theme, site, moments = TODAY }: { size: ChartModel['size']; theme: Theme; site: Site; moments?: Moments },
): string {
  const model = chartModel(page, size);
  const look = fileLook(theme);
  const room = model.width - 2 * PAD;
  const lines = (text: string, most: number, fontSize = 12, bold = false) => wrapped(text, { room, size: fontSize, most, bold });
  const blocks: Block[] = [
    { lines: lines(page.title, 3, 15, true), size: 15, fill: 'ink', bold: true },
    { lines: lines(momentWords(moments) ?? '', 2, 12, true), size: 12, fill: 'ink', bold: true },
    { lines: lines(phraseText(page.answer.sentence), 6), size: 12, fill: 'ink' },
  ];
  const chart: Block | Picture =
    model.marks.length > 0
      ? { height: model.height, draw: () => drawChart(model, look) }
      : { lines: ['No figure of this measure can be drawn.'], size: 12, fill: 'muted' };
  const after: (Block | Picture)[] = [
    ...(size === 'narrow' ? [legendOf(model.legend, room, look)] : []),
    { lines: model.marks.length > 0 ? lines(chartKey(withoutTrails(model)), 8, 11) : [], size: 11, fill: 'muted' },
    {
      lines: [...lines(sourceLine(page, site), 3, 11), ...lines(`${site.url}/measures/${page.record.id}${momentQuery(moments)}`, 2, 11)],
      size: 11,
      fill: 'ink',
    },
  ];
  const { drawn, height } = stacked([...blocks, chart, ...after], theme);
  return String(
    xml`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${model.width}" height="${height}" viewBox="0 0 ${model.width} ${height}" font-family="${FONT}" font-size="12"><title>${page.title}</title><desc>${phraseText(page.answer.sentence)}</desc><rect width="${model.width}" height="${height}" fill="${COLOURS[theme].panel!}"/>${drawn}</svg>`,
  );
}

interface Block {
  lines: string[];
  size: number;
  fill: string;
  bold?: boolean;
}
interface Picture {
  height: number;
  draw: () => Markup;
}

/** One below the other, with air between them. */
function stacked(blocks: (Block | Picture)[], theme: Theme): { drawn: Markup[]; height: number } {
  let y = PAD;
  const drawn: Markup[] = [];
  for (const block of blocks) {
    if ('draw' in block) {
      drawn.push(xml`<g transform="translate(0 ${y})">${block.draw()}</g>`);
      y += block.height + 6;
    } else if (block.lines.length > 0) {
      const step = block.size + 4;
      for (const line of block.lines) {
        y += step;
        drawn.push(
          xml`<text x="${PAD}" y="${y - 3}" font-size="${block.size}"${block.bold ? xml` font-weight="bold"` : null} fill="${COLOURS[theme][block.fill]!}">${line}</text>`,
        );
      }
      y += 8;
    }
  }
  return { drawn, height: y + PAD - 6 };
}

/** A file is not pointed at. */
const withoutTrails = (model: ChartModel): ChartModel => ({ ...model, trails: [] });

function sourceLine(page: MeasurePage, site: Site): string {
  const names = unique(page.rows.map((row) => row.source));
  const more = names.length - 4;
  const told = more > 1 ? [...names.slice(0, 4), countWords(more, 'other')] : names;
  const changed = page.changes[0] ? `, as of the record of ${dayWords(dayOf(page.changes[0].at))}` : '';
  return `Source: ${listWords(told)}; gathered by ${site.name}${changed}.`;
}

/** Names with their symbols, for the narrow picture, whose edge has no room for them. */
function legendOf(legend: SourceSlot[], room: number, look: Look): Picture {
  const columns = Math.max(1, Math.floor(room / 150));
  const at = (index: number) => ({ x: PAD + 8 + (index % columns) * (room / columns), y: LINE * Math.floor(index / columns) + 8 });
  return {
    height: Math.ceil(legend.length / columns) * LINE + 4,
    draw: () =>
      xml`${legend.map(({ slot, short }, index) => {
        const { x, y } = at(index);
        return xml`<g ${look.slot(slot)}><use xlink:href="#${look.prefix}${slot}" x="${x}" y="${y}"/><text ${look.part('label')} x="${x + 11}" y="${y + 4}">${short}</text></g>`;
      })}`,
  };
}
