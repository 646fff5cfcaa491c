import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ID_PATTERN } from '@/db/ids';
import { speakerRecord, speakerToday } from '@/db/published';
import { SpeakerView } from './speaker-view';

export const dynamic = 'force-dynamic';

/** The page of a speaker. The id of one that was merged into another leads to that one. */
export const GET = publicRoute(async ({ read, params }): Promise<PublicAnswer> => {
  const today = ID_PATTERN.test(params.id ?? '') ? await speakerToday(read, params.id!) : null;
  if (today !== null && today !== params.id) return { kind: 'moved', to: `/speakers/${today}` };
  const record = today && (await speakerRecord(read, today));
  if (!record) return { kind: 'missing' };
  return {
    kind: 'page',
    head: { title: record.name, description: `The figures of ${record.name} on record.`, canonical: `/speakers/${record.id}` },
    body: <SpeakerView record={record} />,
  };
});
