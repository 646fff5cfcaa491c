import { ID_PATTERN } from '@/db/ids';
import { measureAsked } from '@/db/published';
import {
  type ChartModel,
  type MeasurePage,
  type Moments,
  measurePage,
  measurePath,
  momentQuery,
  type Site,
  type Theme,
} from '@/lib/publication';
import { askedFor, MOMENTS, nothingThen, sameQuery } from './asked';
import { pngOf } from './png';
import { type Ask, type PublicAnswer, publicRoute } from './public-page';

/** What may be asked of a picture. */
export const PICTURE_QUERY = ['theme', 'width'];

interface Wanted {
  theme: Theme;
  size: ChartModel['size'];
  site: Site;
  moments: Moments;
}

/** A picture of a measure as SVG, or as PNG where its name ends so. Of what else is asked for, there is none: it leads to the plain one. */
export async function pictureAnswer(
  { query, site }: Pick<Ask, 'query' | 'site'>,
  { path, kind, moments, draw }: { path: string; kind: 'chart' | 'card'; moments: Moments; draw: (wanted: Wanted) => string },
): Promise<PublicAnswer> {
  const [theme, size] = [query.get('theme') ?? 'light', query.get('width') ?? 'wide'];
  if ((theme !== 'light' && theme !== 'dark') || (size !== 'wide' && size !== 'narrow'))
    return { kind: 'elsewhere', to: `${path}${momentQuery(moments)}` };
  const svg = draw({ theme, size, site, moments });
  return path.endsWith('.png')
    ? { kind: 'data', type: 'image/png', body: await pngOf(svg, kind), cors: true }
    : { kind: 'data', type: 'image/svg+xml; charset=utf-8', body: svg, cors: true };
}

/** A public route that answers `/measures/{id}/{name}` with a picture. The id of a question that became part of another leads to the other. */
export function pictureRoute(name: string, draw: (page: MeasurePage, wanted: Wanted) => string) {
  return publicRoute(
    async ({ read, params, query, site }): Promise<PublicAnswer> => {
      const id = params.id ?? '';
      const asked = ID_PATTERN.test(id) ? await askedFor({ read, query }, id, measureAsked) : null;
      if (asked?.ok === false) return { kind: 'wrong', refusal: asked.refusal };
      if (!asked || asked.value.kind === 'unknown') return { kind: 'missing' };
      if (asked.value.kind === 'moved') return { kind: 'moved', to: sameQuery(`/${asked.value.to}/${name}`, { query }) };
      const { title } = asked.value;
      if (asked.value.kind === 'nothing') return nothingThen(asked.value, { title, path: measurePath({ id, title }) });
      const page = measurePage(asked.value.record);
      const wanted = { path: `/measures/${id}/${name}`, kind: 'card' as const, moments: asked.value.moments };
      return pictureAnswer({ query, site }, { ...wanted, draw: (how) => draw(page, how) });
    },
    [...MOMENTS, ...PICTURE_QUERY],
  );
}
