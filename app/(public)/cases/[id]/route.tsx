import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ID_PATTERN } from '@/db/ids';
import { caseMeasure } from '@/db/published';
import { measurePage, measurePath, phraseText } from '@/lib/publication';
import { CaseView } from './case-view';

export const dynamic = 'force-dynamic';

export const GET = publicRoute(async ({ read, params }): Promise<PublicAnswer> => {
  const record = ID_PATTERN.test(params.id ?? '') ? await caseMeasure(read, params.id!) : null;
  if (!record) return { kind: 'missing' };
  if (record.case === null || record.case.id !== params.id)
    return { kind: 'moved', to: record.case ? `/cases/${record.case.id}` : measurePath(record) };
  const page = measurePage(record);
  return {
    kind: 'page',
    head: { title: `Case: ${page.title}`, description: phraseText(page.answer.sentence), canonical: `/cases/${record.case.id}` },
    body: <CaseView page={page} held={record.case} />,
  };
});
