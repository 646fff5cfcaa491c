import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { Empty } from '@/app/_ui/empty';
import { At } from '@/app/_ui/words';
import { toldChanges } from '@/db/published';
import { refusal } from '@/lib/base';

export const dynamic = 'force-dynamic';

/** All that changed for readers, the last first: the same as the feed and `/api/v1/changes`, for people. */
export const GET = publicRoute(
  async ({ read, query }): Promise<PublicAnswer> => {
    const after = query.get('after');
    if (after !== null && !/^[1-9]\d{0,14}$/.test(after))
      return {
        kind: 'wrong',
        refusal: refusal(
          422,
          'CursorUnknown',
          'This list never gave such a cursor.',
          'Begin with the latest changes, and follow its link to older ones.',
        ),
      };
    const { items, next } = await toldChanges(read, after === null ? null : Number(after));
    return {
      kind: 'page',
      head: {
        title: 'Changes',
        description: 'Everything that changed for readers, the last first.',
        canonical: '/changes',
        noindex: after !== null,
        alternates: [{ href: '/feed.atom', type: 'application/atom+xml', title: 'The same as a feed' }],
      },
      body: (
        <>
          <header>
            <h1>Changes</h1>
            <p className="lede">Everything that changed for readers, the last first. What only reviewers see changes nothing here.</p>
            <p className="quiet">
              As a <a href="/feed.atom">feed</a>, or for programs: <a href="/api/v1/changes">/api/v1/changes</a>.{' '}
              <a href="/corrections">Corrections</a> have a list of their own.
            </p>
          </header>
          {items.length > 0 ? (
            <ol className="history">
              {items.map(({ urn, at, title, summary, path }) => (
                <li key={urn}>
                  <span className="when">
                    <At instant={at} />
                  </span>
                  <a href={path}>{title}</a>
                  <p className="quiet">
                    <bdi>{summary}</bdi>
                  </p>
                </li>
              ))}
            </ol>
          ) : (
            <Empty
              will="Accepted claims, disagreements, rulings and corrections will be listed here."
              href="/about"
              action="What this is"
            />
          )}
          {next === null ? null : (
            <p>
              <a href={`/changes?after=${next}`} rel="next">
                Older changes
              </a>
            </p>
          )}
        </>
      ),
    };
  },
  ['after'],
);
