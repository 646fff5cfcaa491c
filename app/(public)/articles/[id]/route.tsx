import { articleTwin } from '@/app/_shell/article-twin';
import { askedFor, MOMENTS, nothingThen } from '@/app/_shell/asked';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { MomentNote } from '@/app/_ui/moment-note';
import { alternatesOf } from '@/app/_ui/twins';
import { ID_PATTERN } from '@/db/ids';
import { articleAsked, snapshotsOf } from '@/db/published';
import { measurePage, twinAsked, twinsOf } from '@/lib/publication';
import { ArticleView } from './article-view';
import { ChangedBadge, SnapshotsList } from './snapshots-list';

export const dynamic = 'force-dynamic';

/** An article, its claims marked in place, and with an ending the same in another format. */
export const GET = publicRoute(async ({ read, params, query, site }): Promise<PublicAnswer> => {
  const twin = twinAsked('articles', params.id ?? '');
  if (!twin || !ID_PATTERN.test(twin.id)) return { kind: 'missing' };
  const { id, end } = twin;
  const result = await askedFor({ read, query }, id, articleAsked);
  if (!result.ok) return { kind: 'wrong', refusal: result.refusal };
  const record = result.value;
  const path = `/articles/${id}`;
  if (record.kind === 'nothing') return nothingThen(record, { title: record.title, path });
  if (record.kind !== 'found') return { kind: 'missing' };
  if (end !== null) return articleTwin(end, record, site);
  const { article } = record.page;
  // What texts there were is no matter of the moment that is asked for.
  const snapshots = record.isPast ? [] : await snapshotsOf(read, id);
  const withheld = record.page.policy === 'withheld';
  const title = withheld ? 'Article withheld for legal reasons' : (article.title ?? 'Article without a title');
  return {
    kind: 'page',
    head: {
      title,
      description: `The numbers in this article${article.source ? ` of ${article.source.name}` : ''}, marked in place.`,
      canonical: path,
      noindex: withheld || record.isPast,
      alternates: alternatesOf(twinsOf('articles', path, String(query))),
    },
    body: (
      <>
        {record.isPast ? <MomentNote moments={record.moments} edition={null} today={path} /> : null}
        <ChangedBadge id={id} snapshots={snapshots} />
        <ArticleView page={record.page} measures={record.measures.map(measurePage)} />
        <SnapshotsList id={id} snapshots={snapshots} shown={snapshots.find((one) => one.article.id === id)?.number ?? 1} />
      </>
    ),
    ...(withheld ? { gone: 451 } : {}),
  };
}, MOMENTS);
