import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ID_PATTERN } from '@/db/ids';
import { sourceRecord, sourceToday } from '@/db/published';
import { SourceView } from './source-view';

export const dynamic = 'force-dynamic';

export const GET = publicRoute(async ({ read, params }): Promise<PublicAnswer> => {
  const today = ID_PATTERN.test(params.id ?? '') ? await sourceToday(read, params.id!) : null;
  if (today !== null && today !== params.id) return { kind: 'moved', to: `/sources/${today}` };
  const record = today && (await sourceRecord(read, today));
  if (!record) return { kind: 'missing' };
  const { source } = record;
  return {
    kind: 'page',
    head: { title: source.name, description: `The figures of ${source.name} on record.`, canonical: `/sources/${source.id}` },
    body: <SourceView record={record} />,
  };
});
