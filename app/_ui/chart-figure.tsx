import { type ChartModel, chartSummary, countWords, type MeasurePage } from '@/lib/publication';
import { ChartSvg, Legend } from './chart';

/** The chart with its caption and its words; the wide and the narrow picture, of which a reader gets one. */
export function ChartFigure({ page }: { page: MeasurePage }) {
  const { wide, narrow } = page.chart;
  if (wide.marks.length === 0) return null;
  return (
    <figure className="chart" aria-labelledby="chart-title">
      <figcaption id="chart-title">{page.title}</figcaption>
      <p>
        {chartSummary(page.rows, page.positions)}
        {wide.moreJoints > 0 ? ` ${wide.moreJoints} more pairs of positions are not drawn.` : ''}
        {wide.undrawn > 0
          ? ` ${countWords(wide.undrawn, 'claim')} not drawn (parts of a total, figures counted beside it, words without a number, what a source took back); the table has every one.`
          : ''}{' '}
        <a href="#claims" className="no-print">
          Skip chart, go to table
        </a>
      </p>
      <ChartSvg model={wide} labelledBy="chart-title" />
      <ChartSvg model={narrow} labelledBy="chart-title" />
      <Legend sources={narrow.legend} />
      <p className="key">{keyOf(wide)}</p>
    </figure>
  );
}

/** What the signs of this picture mean; signs that are not in it are not explained. */
function keyOf({ marks, joints, band }: ChartModel): string {
  const shapes = marks.map(({ shape }) => shape);
  const points = (towards: 'up' | 'down') => shapes.some((shape) => shape.form === 'arrow' && shape.towards === towards);
  const signs: [boolean, string][] = [
    [true, 'Shape and colour: source.'],
    [points('up'), 'Arrow up: “over”, “at least”.'],
    [points('down'), 'Arrow down: “nearly”, “up to”.'],
    [shapes.some(({ form }) => form === 'whisker' || form === 'bar'), 'Whisker: “about”, or a stated range.'],
    [shapes.some(({ form }) => form === 'dotted'), 'Dotted line: words without a number.'],
    [marks.some(({ span }) => span !== null), 'Line across: a date known to the month or year.'],
    [marks.some(({ ring }) => ring === 'contested'), 'Double red ring: in an open conflict.'],
    [marks.some(({ ring }) => ring === 'ruled'), 'Grey ring: ruled on.'],
    [joints.some(({ ruled }) => !ruled), 'Dashed line: figures that cannot both stand.'],
    [band !== null, 'Green band: accepted by a published ruling.'],
  ];
  return signs.flatMap(([shown, words]) => (shown ? [words] : [])).join(' ');
}
