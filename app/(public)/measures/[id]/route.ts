import { stringify } from 'csv-stringify/sync';
import { askedFor, MOMENTS, nothingThen } from '@/app/_shell/measure-asked';
import { PICTURE_QUERY, pictureAnswer } from '@/app/_shell/measure-picture';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ID_PATTERN } from '@/db/ids';
import { editionNow, measureRecord, measureToday } from '@/db/published';
import { atomFeed, chartFile, measureCsv, measureJson, measurePage, measurePath } from '@/lib/publication';

export const dynamic = 'force-dynamic';

const TWINS = ['.json', '.csv', '.atom', '.svg', '.png'];

/** `/measures/{id}` leads to its full address; `{id}.json` and `{id}.csv` are the same page as data, `{id}.svg` and `{id}.png` its chart, and `{id}.atom` is all that happened to it. */
export const GET = publicRoute(
  async ({ read, params, query, site }): Promise<PublicAnswer> => {
    const [id = '', twin] = (params.id ?? '').split('.');
    const today = ID_PATTERN.test(id) ? await measureToday(read, id) : null;
    const now = today && (await measureRecord(read, today));
    if (!now) return { kind: 'missing' };
    const same = query.size > 0 ? `?${query}` : '';
    if (twin === undefined) return { kind: 'moved', to: `${measurePath(now)}${same}` };
    const end = params.id!.slice(id.length);
    if (today !== id && TWINS.includes(end)) return { kind: 'moved', to: `/measures/${today}${end}${same}` };
    const asked = await askedFor({ read, query }, today);
    if (!asked.ok) return { kind: 'wrong', refusal: asked.refusal };
    const { record, moments } = asked.value;
    if (record === null) return nothingThen(moments, { title: now.title, path: measurePath(now) });
    const edition = asked.value.isPast ? asked.value.edition : await editionNow(read, today);
    const page = measurePage(record);
    switch (end) {
      case '.json':
        return {
          kind: 'data',
          type: 'application/json; charset=utf-8',
          body: `${JSON.stringify({ ...measureJson(page, site), edition, asked: moments }, null, 1)}\n`,
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
        const about = {
          title: record.title,
          path: `/measures/${id}.atom`,
          page: measurePath(record),
          picture: `/measures/${id}/spark.svg`,
        };
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
  },
  [...MOMENTS, ...PICTURE_QUERY],
);
