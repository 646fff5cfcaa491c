import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { Empty } from '@/app/_ui/empty';
import { Cards } from '@/app/_ui/measure-card';
import { alternatesOf } from '@/app/_ui/twins';
import { listedCases } from '@/db/published';
import { measurePage, twinsOf } from '@/lib/publication';

export const dynamic = 'force-dynamic';

export const GET = publicRoute(
  async ({ read, query }): Promise<PublicAnswer> => {
    const { items, next } = await listedCases(read, query.get('after'));
    return {
      kind: 'page',
      head: {
        title: 'Cases',
        description: 'Open and settled disagreements between numbers in the news.',
        canonical: '/cases',
        alternates: alternatesOf(twinsOf('lists', '/cases')),
        noindex: query.has('after'),
      },
      body: (
        <>
          <header>
            <h1>Cases</h1>
            <p className="lede">
              A case holds the reports of one figure that cannot all stand, until a person rules and a second one publishes.
            </p>
          </header>
          {items.length > 0 ? (
            <Cards pages={items.map(measurePage)} heading="h2" href={(page) => `/cases/${page.record.case?.id}`} />
          ) : (
            <Empty
              will="A case appears here when accepted reports of one figure contradict each other."
              href="/measures"
              action="See what is on record"
            />
          )}
          {next ? (
            <p>
              <a href={`/cases?after=${next}`}>Older cases</a>
            </p>
          ) : null}
        </>
      ),
    };
  },
  ['after'],
);
