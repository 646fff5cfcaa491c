import { sourceTwin } from '@/app/_shell/named-twin';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { alternatesOf, Twins } from '@/app/_ui/twins';
import { ID_PATTERN } from '@/db/ids';
import { sourceRecord, sourceToday } from '@/db/published';
import { twinAsked, twinPath, twinsOf } from '@/lib/publication';
import { SourceView } from './source-view';

export const dynamic = 'force-dynamic';

/** The page of an outlet or an agency, and with an ending the same in another format. The id of one that was merged leads to the other. */
export const GET = publicRoute(async ({ read, params, site }): Promise<PublicAnswer> => {
  const twin = twinAsked('sources', params.id ?? '');
  const today = twin && ID_PATTERN.test(twin.id) ? await sourceToday(read, twin.id) : null;
  if (!twin || today === null) return { kind: 'missing' };
  const path = `/sources/${today}`;
  if (today !== twin.id) return { kind: 'moved', to: twin.end ? twinPath(path, twin.end) : path };
  const record = await sourceRecord(read, today);
  if (!record) return { kind: 'missing' };
  if (twin.end !== null) return sourceTwin(twin.end, record, { read, site });
  const { source } = record;
  const twins = twinsOf('sources', path);
  return {
    kind: 'page',
    head: { title: source.name, description: `The figures of ${source.name} on record.`, canonical: path, alternates: alternatesOf(twins) },
    body: (
      <>
        <SourceView record={record} />
        <section id="reuse">
          <h2>Reuse</h2>
          <Twins twins={twins} />
        </section>
      </>
    ),
  };
});
