import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { ID_PATTERN } from '@/db/ids';
import { articleRecord } from '@/db/published';
import { measurePage } from '@/lib/publication';
import { ArticleView } from './article-view';

export const dynamic = 'force-dynamic';

export const GET = publicRoute(async ({ read, params }): Promise<PublicAnswer> => {
  const record = ID_PATTERN.test(params.id ?? '') ? await articleRecord(read, params.id!) : null;
  if (!record) return { kind: 'missing' };
  const { article } = record.page;
  const withheld = record.page.policy === 'withheld';
  const title = withheld ? 'Article withheld for legal reasons' : (article.title ?? 'Article without a title');
  return {
    kind: 'page',
    head: {
      title,
      description: `The numbers in this article${article.source ? ` of ${article.source.name}` : ''}, marked in place.`,
      canonical: `/articles/${article.id}`,
      noindex: withheld,
    },
    body: <ArticleView page={record.page} measures={record.measures.map(measurePage)} />,
    ...(withheld ? { gone: 451 } : {}),
  };
});
