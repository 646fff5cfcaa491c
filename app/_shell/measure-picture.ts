import { ID_PATTERN } from '@/db/ids';
import { measureRecord, measureToday } from '@/db/published';
import { type ChartModel, type MeasurePage, measurePage, type Site, type Theme } from '@/lib/publication';
import { pngOf } from './png';
import { type Ask, type PublicAnswer, publicRoute } from './public-page';

/** What may be asked of a picture. */
export const PICTURE_QUERY = ['theme', 'width'];

interface Wanted {
  theme: Theme;
  size: ChartModel['size'];
  site: Site;
}

/** A picture of a measure as SVG, or as PNG where its name ends so. Of what else is asked for, there is none: it leads to the plain one. */
export async function pictureAnswer(
  { query, site }: Pick<Ask, 'query' | 'site'>,
  { path, kind, draw }: { path: string; kind: 'chart' | 'card'; draw: (wanted: Wanted) => string },
): Promise<PublicAnswer> {
  const [theme, size] = [query.get('theme') ?? 'light', query.get('width') ?? 'wide'];
  if ((theme !== 'light' && theme !== 'dark') || (size !== 'wide' && size !== 'narrow')) return { kind: 'elsewhere', to: path };
  const svg = draw({ theme, size, site });
  return path.endsWith('.png')
    ? { kind: 'data', type: 'image/png', body: await pngOf(svg, kind), cors: true }
    : { kind: 'data', type: 'image/svg+xml; charset=utf-8', body: svg, cors: true };
}

/** A public route that answers `/measures/{id}/{name}` with a picture. The id of a question that became part of another leads to the other. */
export function pictureRoute(name: string, draw: (page: MeasurePage, wanted: Wanted) => string) {
  return publicRoute(async ({ read, params, query, site }): Promise<PublicAnswer> => {
    const today = ID_PATTERN.test(params.id ?? '') ? await measureToday(read, params.id!) : null;
    const record = today && (await measureRecord(read, today));
    if (!record) return { kind: 'missing' };
    const path = `/measures/${today}/${name}`;
    if (today !== params.id) return { kind: 'moved', to: path };
    const page = measurePage(record);
    return pictureAnswer({ query, site }, { path, kind: 'card', draw: (wanted) => draw(page, wanted) });
  }, PICTURE_QUERY);
}
