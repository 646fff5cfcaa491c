import { askedFor, MOMENTS, nothingThen } from '@/app/_shell/measure-asked';
import { PICTURE_QUERY } from '@/app/_shell/measure-picture';
import { measureTwin } from '@/app/_shell/measure-twin';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ID_PATTERN } from '@/db/ids';
import { editionNow, measureRecord, measureToday } from '@/db/published';
import { measurePage, measurePath, twinAsked, twinPath } from '@/lib/publication';

export const dynamic = 'force-dynamic';

/** `/measures/{id}` leads to its full address; with an ending it is the same page in another format, and what happened to it as a feed. */
export const GET = publicRoute(
  async ({ read, params, query, site, now: at }): Promise<PublicAnswer> => {
    const twin = twinAsked('measures', params.id ?? '');
    const today = twin && ID_PATTERN.test(twin.id) ? await measureToday(read, twin.id) : null;
    const now = today && (await measureRecord(read, today));
    if (!twin || !now) return { kind: 'missing' };
    if (twin.end === null) return { kind: 'moved', to: `${measurePath(now)}${query.size > 0 ? `?${query}` : ''}` };
    if (today !== twin.id) return { kind: 'moved', to: twinPath(`/measures/${today}`, twin.end, String(query)) };
    const asked = await askedFor({ read, query }, today);
    if (!asked.ok) return { kind: 'wrong', refusal: asked.refusal };
    const { record, moments, isPast } = asked.value;
    if (record === null) return nothingThen(moments, { title: now.title, path: measurePath(now) });
    const edition = isPast ? asked.value.edition : await editionNow(read, today);
    return measureTwin(twin.end, { page: measurePage(record), edition, moments }, { query, site, now: at });
  },
  [...MOMENTS, ...PICTURE_QUERY],
);
