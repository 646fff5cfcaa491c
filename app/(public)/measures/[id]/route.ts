import { stringify } from 'csv-stringify/sync';
import { PICTURE_QUERY, pictureAnswer } from '@/app/_shell/measure-picture';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ID_PATTERN } from '@/db/ids';
import { measureRecord, measureToday } from '@/db/published';
import { atomFeed, chartFile, measureCsv, measureJson, measurePage, measurePath } from '@/lib/publication';

export const dynamic = 'force-dynamic';

const TWINS = ['.json', '.csv', '.atom', '.svg', '.png'];

/** `/measures/{id}` leads to its full address; `{id}.json` and `{id}.csv` are the same page as data, `{id}.svg` and `{id}.png` its chart, and `{id}.atom` is all that happened to it. */
export const GET = publicRoute(async ({ read, params, query, site }): Promise<PublicAnswer> => {
  const [id = '', twin] = (params.id ?? '').split('.');
  const today = ID_PATTERN.test(id) ? await measureToday(read, id) : null;
  const record = today && (await measureRecord(read, today));
  if (!record) return { kind: 'missing' };
  if (twin === undefined) return { kind: 'moved', to: measurePath(record) };
  const end = params.id!.slice(id.length);
  if (today !== id && TWINS.includes(end)) return { kind: 'moved', to: `/measures/${today}${end}` };
  const page = measurePage(record);
  switch (end) {
    case '.json':
      return {
        kind: 'data',
        type: 'application/json; charset=utf-8',
        body: `${JSON.stringify(measureJson(page, site), null, 1)}\n`,
        cors: true,
      };
    case '.csv':
      return {
        kind: 'data',
        type: 'text/csv; charset=utf-8',
        body: stringify(measureCsv(page, site), { record_delimiter: 'windows', quoted_string: false }),
        download: `countercheck-${id}.csv`,
        cors: true,
      };
    case '.atom': {
      const about = { title: record.title, path: `/measures/${id}.atom`, page: measurePath(record), picture: `/measures/${id}/spark.svg` };
      return { kind: 'data', type: 'application/atom+xml; charset=utf-8', body: atomFeed(page.changes, site, about), cors: true };
    }
    case '.svg':
    case '.png': {
      const path = `/measures/${id}${end}`;
      return pictureAnswer({ query, site }, { path, kind: 'chart', draw: (wanted) => chartFile(page, wanted) });
    }
    default:
      return { kind: 'missing' };
  }
}, PICTURE_QUERY);
