import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { Empty } from '@/app/_ui/empty';
import { MeasureTable } from '@/app/_ui/measure-card';
import { listedMeasures } from '@/db/published';
import { countWords, measurePage } from '@/lib/publication';

export const dynamic = 'force-dynamic';

export const GET = publicRoute(
  async ({ read, query }): Promise<PublicAnswer> => {
    const { items, next } = await listedMeasures(read, query.get('after'));
    return {
      kind: 'page',
      head: {
        title: 'Measures',
        description: 'Every question on record that a number in the news answers.',
        canonical: '/measures',
        noindex: query.has('after'),
      },
      body: (
        <>
          <header>
            <h1>Measures</h1>
            <p className="lede">Each is a question that a number answers: what is counted, whose, where, as of when.</p>
          </header>
          {items.length > 0 ? (
            <MeasureTable pages={items.map(measurePage)} caption={`${countWords(items.length, 'measure')} on this page, by title`} />
          ) : (
            <Empty
              will="Questions appear here once a person has accepted a claim that answers them."
              href="/measures"
              action="To the beginning of the list"
            />
          )}
          {next ? (
            <p>
              <a href={`/measures?after=${next}`}>More measures</a>
            </p>
          ) : null}
        </>
      ),
    };
  },
  ['after'],
);
