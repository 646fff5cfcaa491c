import { chartKey, chartModel, chartSummary, countWords, type MeasurePage } from '@/lib/publication';
import { ChartSvg, Legend } from './chart';

/** The chart with its caption and its words; the wide and the narrow picture, of which a reader gets one. */
export function ChartFigure({ page }: { page: MeasurePage }) {
  const [wide, narrow] = [chartModel(page, 'wide'), chartModel(page, 'narrow')];
  if (wide.marks.length === 0) return null;
  return (
    <figure className="chart" aria-labelledby="chart-title">
      <figcaption id="chart-title">{page.title}</figcaption>
      <p>
        {chartSummary(page.rows, page.positions)}
        {wide.moreJoints > 0 ? (
          <>
            {' '}
            <a href="#positions">{countWords(wide.moreJoints, 'more pair')} of positions</a> {wide.moreJoints === 1 ? 'is' : 'are'} not
            joined in the picture.
          </>
        ) : null}
        {wide.undrawn > 0
          ? ` ${countWords(wide.undrawn, 'claim')} not drawn (parts of a total, figures counted beside it, words without a number, more than a picture holds); the table has every one.`
          : ''}{' '}
        <a href="#claims" className="no-print">
          Skip chart, go to table
        </a>
      </p>
      <ChartSvg model={wide} labelledBy="chart-title" />
      <ChartSvg model={narrow} labelledBy="chart-title" />
      <Legend sources={narrow.legend} />
      <p className="key">{chartKey(wide)}</p>
      <p className="byline no-print">
        <a href="#claims">Sources</a> · <a href="#reuse">Get the data</a> · <a href="#embed">Embed</a> · Download{' '}
        <a href={`/measures/${page.record.id}.svg`}>SVG</a>, <a href={`/measures/${page.record.id}.png`}>PNG</a>
      </p>
    </figure>
  );
}
