import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { At } from '@/app/_ui/words';
import { ID_PATTERN } from '@/db/ids';
import { articleRecord, snapshotsOf } from '@/db/published';
import { measurePage } from '@/lib/publication';
import { ArticleView } from '../../article-view';
import { SnapshotsList } from '../../snapshots-list';

export const dynamic = 'force-dynamic';

/** One text of an article, word for word as it was stored, under an address of its own. */
export const GET = publicRoute(async ({ read, params }): Promise<PublicAnswer> => {
  const id = params.id ?? '';
  const snapshots = ID_PATTERN.test(id) ? await snapshotsOf(read, id) : [];
  const snapshot = snapshots.find(({ number }) => String(number) === params.number);
  const record = snapshot && (await articleRecord(read, snapshot.article.id));
  if (!record) return { kind: 'missing' };
  const { number, article } = snapshot;
  const withheld = record.page.policy === 'withheld';
  return {
    kind: 'page',
    head: {
      title: `Text ${number}: ${withheld ? 'withheld for legal reasons' : (article.title ?? 'article without a title')}`,
      description: 'One text of an article, as it was stored.',
      canonical: `/articles/${article.id}`,
      noindex: true,
    },
    body: (
      <>
        <aside className="note moment" role="note" aria-label="One text of the article">
          <p>
            <strong>Text {number}</strong>, first seen by us <At instant={article.addedAt} />, with the hash{' '}
            <code className="hash">{article.textHash}</code>. Its words never change. <a href={`/articles/${article.id}`}>The article</a>
          </p>
        </aside>
        <ArticleView page={record.page} measures={record.measures.map(measurePage)} />
        <SnapshotsList id={id} snapshots={snapshots} shown={number} />
      </>
    ),
    ...(withheld ? { gone: 451 } : {}),
  };
});
