import { chartSummary, countWords, type MeasurePage } from '@/lib/publication';
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
          ? ` ${countWords(wide.undrawn, 'claim')} not drawn (parts of a total, figures counted beside it, words without a number); the table has every one.`
          : ''}{' '}
        <a href="#claims" className="no-print">
          Skip chart, go to table
        </a>
      </p>
      <ChartSvg model={wide} labelledBy="chart-title" />
      <ChartSvg model={narrow} labelledBy="chart-title" />
      <Legend sources={narrow.legend} />
      <p className="key">
        Shape and colour: source. Arrow up: “over”, “at least”. Arrow down: “nearly”, “up to”. Whisker: “about”, or a stated range. Double
        red ring: in an open conflict. Dashed line: figures that cannot both stand. Green band: accepted by a published ruling.
      </p>
    </figure>
  );
}
