import { stringify } from 'csv-stringify/sync';
import {
  chartFile,
  citedMeasure,
  type EditionMark,
  type End,
  feedOf,
  isFeed,
  type MeasurePage,
  type Moments,
  measureCsv,
  measureJson,
  measureJsonLd,
  measureMd,
  typeOf,
} from '@/lib/publication';
import { citationTwin } from './citation-twin';
import { pictureAnswer } from './measure-picture';
import type { Ask, PublicAnswer } from './public-page';
import { claimBook } from './workbook';

/** A measure as it was asked for. */
export interface MeasureShown {
  page: MeasurePage;
  edition: EditionMark | null;
  moments: Moments;
}

/** A twin of a measure’s page: the same record, at the same moment, in the format of the ending. */
export async function measureTwin(
  end: End,
  { page, edition, moments }: MeasureShown,
  { query, site, now }: Pick<Ask, 'query' | 'site' | 'now'>,
): Promise<PublicAnswer> {
  const path = `/measures/${page.record.id}`;
  const data = (body: string | Uint8Array<ArrayBuffer>, download?: string): PublicAnswer => ({
    kind: 'data',
    type: typeOf(end),
    body,
    download,
    cors: true,
  });
  const name = `countercheck-${page.record.id}${end}`;
  if (isFeed(end))
    return data(feedOf(end, page.changes, site, { title: page.title, base: path, page: page.path, picture: `${path}/spark.svg` }));
  switch (end) {
    case '.json':
      return data(`${JSON.stringify({ ...measureJson(page, site), edition, asked: moments }, null, 1)}\n`);
    case '.csv':
      return data(stringify(measureCsv(page, site), { record_delimiter: 'windows', quoted_string: false }), name);
    case '.xlsx':
      return data(await claimBook(page.rows, site), name);
    case '.jsonld':
      return data(`${JSON.stringify(measureJsonLd(page, edition, site), null, 1)}\n`);
    case '.md':
      return data(measureMd(page, site));
    case '.svg':
    case '.png':
      return pictureAnswer({ query, site }, { path: `${path}${end}`, kind: 'chart', moments, draw: (wanted) => chartFile(page, wanted) });
    default:
      return citationTwin(end, citedMeasure(page, edition, site), { site, now }) ?? { kind: 'missing' };
  }
}
