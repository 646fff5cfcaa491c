import { stringify } from 'csv-stringify/sync';
import { askedFor, MOMENTS, nothingThen, sameQuery } from '@/app/_shell/asked';
import { PICTURE_QUERY, pictureAnswer } from '@/app/_shell/measure-picture';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ID_PATTERN } from '@/db/ids';
import { editionNow, measureAsked } from '@/db/published';
import { atomFeed, chartFile, measureCsv, measureJson, measurePage, measurePath } from '@/lib/publication';

export const dynamic = 'force-dynamic';

const TWINS = ['.json', '.csv', '.atom', '.svg', '.png'];

/** `/measures/{id}` leads to its full address; `{id}.json` and `{id}.csv` are the same page as data, `{id}.svg` and `{id}.png` its chart, and `{id}.atom` is all that happened to it. */
export const GET = publicRoute(
  async ({ read, params, query, site }): Promise<PublicAnswer> => {
    const [id = '', twin] = (params.id ?? '').split('.');
    const end = params.id!.slice(id.length);
    if (!ID_PATTERN.test(id) || (twin !== undefined && !TWINS.includes(end))) return { kind: 'missing' };
    const result = await askedFor({ read, query }, id, measureAsked);
    if (!result.ok) return { kind: 'wrong', refusal: result.refusal };
    const asked = result.value;
    if (asked.kind === 'unknown') return { kind: 'missing' };
    if (asked.kind === 'moved') return { kind: 'moved', to: sameQuery(`/${asked.to}${end}`, { query }) };
    const now = measurePath({ id, title: asked.title });
    if (twin === undefined) return { kind: 'moved', to: sameQuery(now, { query }) };
    if (asked.kind === 'nothing') return nothingThen(asked, { title: asked.title, path: now });
    const { record, moments, isPast } = asked;
    const edition = isPast ? asked.edition : await editionNow(read, id);
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
        return pictureAnswer(
          { query, site },
          { path: `/measures/${id}${end}`, kind: 'chart', moments, draw: (wanted) => chartFile(page, wanted) },
        );
      }
      default:
        return { kind: 'missing' };
    }
  },
  [...MOMENTS, ...PICTURE_QUERY],
);
