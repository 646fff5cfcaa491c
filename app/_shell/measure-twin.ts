import { stringify } from 'csv-stringify/sync';
import {
  chartFile,
  type EditionMark,
  type End,
  feedOf,
  isFeed,
  type MeasurePage,
  type Moments,
  measureCsv,
  measureJson,
  typeOf,
} from '@/lib/publication';
import { pictureAnswer } from './measure-picture';
import type { Ask, PublicAnswer } from './public-page';

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
  { query, site }: Pick<Ask, 'query' | 'site'>,
): Promise<PublicAnswer> {
  const path = `/measures/${page.record.id}`;
  const data = (body: string | Uint8Array<ArrayBuffer>): PublicAnswer => ({ kind: 'data', type: typeOf(end), body, cors: true });
  if (isFeed(end))
    return data(feedOf(end, page.changes, site, { title: page.title, base: path, page: page.path, picture: `${path}/spark.svg` }));
  switch (end) {
    case '.json':
      return data(`${JSON.stringify({ ...measureJson(page, site), edition, asked: moments }, null, 1)}\n`);
    case '.csv':
      return {
        ...data(stringify(measureCsv(page, site), { record_delimiter: 'windows', quoted_string: false })),
        ...{ download: `countercheck-${page.record.id}.csv` },
      } as PublicAnswer;
    case '.svg':
    case '.png':
      return pictureAnswer({ query, site }, { path: `${path}${end}`, kind: 'chart', draw: (wanted) => chartFile(page, wanted) });
    default:
      return { kind: 'missing' };
  }
}
