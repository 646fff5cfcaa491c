import { speakerTwin } from '@/app/_shell/named-twin';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { alternatesOf } from '@/app/_ui/twins';
import { ID_PATTERN } from '@/db/ids';
import { speakerRecord, speakerToday } from '@/db/published';
import { twinAsked, twinPath, twinsOf } from '@/lib/publication';
import { SpeakerView } from './speaker-view';

export const dynamic = 'force-dynamic';

/** The page of a speaker, and with an ending the same in another format. The id of one that was merged into another leads to that one. */
export const GET = publicRoute(async ({ read, params, site }): Promise<PublicAnswer> => {
  const twin = twinAsked('speakers', params.id ?? '');
  const today = twin && ID_PATTERN.test(twin.id) ? await speakerToday(read, twin.id) : null;
  if (!twin || today === null) return { kind: 'missing' };
  const path = `/speakers/${today}`;
  if (today !== twin.id) return { kind: 'moved', to: twin.end ? twinPath(path, twin.end) : path };
  const record = await speakerRecord(read, today);
  if (!record) return { kind: 'missing' };
  if (twin.end !== null) return speakerTwin(twin.end, record, { read, site });
  return {
    kind: 'page',
    head: {
      title: record.name,
      description: `The figures of ${record.name} on record.`,
      canonical: path,
      alternates: alternatesOf(twinsOf('speakers', path)),
    },
    body: <SpeakerView record={record} />,
  };
});
