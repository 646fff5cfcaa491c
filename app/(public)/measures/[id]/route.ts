import { stringify } from 'csv-stringify/sync';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ID_PATTERN } from '@/db/ids';
import { measureRecord, measureToday } from '@/db/published';
import { measureCsv, measureJson, measurePage, measurePath } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** `/measures/{id}` leads to its full address; `{id}.json` and `{id}.csv` are the same page as data. */
export const GET = publicRoute(async ({ read, params, site }): Promise<PublicAnswer> => {
  const [id = '', twin] = (params.id ?? '').split('.');
  const today = ID_PATTERN.test(id) ? await measureToday(read, id) : null;
  const record = today && (await measureRecord(read, today));
  if (!record) return { kind: 'missing' };
  if (twin === undefined) return { kind: 'moved', to: measurePath(record) };
  const end = params.id!.slice(id.length);
  if (today !== id && (end === '.json' || end === '.csv')) return { kind: 'moved', to: `/measures/${today}${end}` };
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
    default:
      return { kind: 'missing' };
  }
});
