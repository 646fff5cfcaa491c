import { askedFor, MOMENTS, nothingThen, sameQuery } from '@/app/_shell/asked';
import { PICTURE_QUERY } from '@/app/_shell/measure-picture';
import { measureTwin } from '@/app/_shell/measure-twin';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ID_PATTERN } from '@/db/ids';
import { editionNow, measureAsked } from '@/db/published';
import { measurePage, measurePath, twinAsked } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** `/measures/{id}` leads to its full address; with an ending it is the same page in another format, and what happened to it as a feed. */
export const GET = publicRoute(
  async ({ read, params, query, site, now }): Promise<PublicAnswer> => {
    const twin = twinAsked('measures', params.id ?? '');
    if (!twin || !ID_PATTERN.test(twin.id)) return { kind: 'missing' };
    const { id, end } = twin;
    const result = await askedFor({ read, query }, id, measureAsked);
    if (!result.ok) return { kind: 'wrong', refusal: result.refusal };
    const asked = result.value;
    if (asked.kind === 'unknown') return { kind: 'missing' };
    if (asked.kind === 'moved') return { kind: 'moved', to: sameQuery(`/${asked.to}${end ?? ''}`, { query }) };
    const path = measurePath({ id, title: asked.title });
    if (end === null) return { kind: 'moved', to: sameQuery(path, { query }) };
    if (asked.kind === 'nothing') return nothingThen(asked, { title: asked.title, path });
    const { record, moments, isPast } = asked;
    const edition = isPast ? asked.edition : await editionNow(read, id);
    return measureTwin(end, { page: measurePage(record), edition, moments }, { query, site, now });
  },
  [...MOMENTS, ...PICTURE_QUERY],
);
