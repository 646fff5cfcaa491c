import { articleTwin } from '@/app/_shell/article-twin';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { alternatesOf } from '@/app/_ui/twins';
import { ID_PATTERN } from '@/db/ids';
import { articleRecord } from '@/db/published';
import { measurePage, twinAsked, twinsOf } from '@/lib/publication';
import { ArticleView } from './article-view';

export const dynamic = 'force-dynamic';

/** An article with its public claims, and with an ending the same in another format. */
export const GET = publicRoute(async ({ read, params, site }): Promise<PublicAnswer> => {
  const twin = twinAsked('articles', params.id ?? '');
  const record = twin && ID_PATTERN.test(twin.id) ? await articleRecord(read, twin.id) : null;
  if (!twin || !record) return { kind: 'missing' };
  if (twin.end !== null) return articleTwin(twin.end, record, site);
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
      alternates: alternatesOf(twinsOf('articles', `/articles/${article.id}`)),
    },
    body: <ArticleView page={record.page} measures={record.measures.map(measurePage)} />,
    ...(withheld ? { gone: 451 } : {}),
  };
});
