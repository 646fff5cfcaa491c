import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { Empty } from '@/app/_ui/empty';
import { listedSources } from '@/db/published';
import { countWords } from '@/lib/publication';

export const dynamic = 'force-dynamic';

export const GET = publicRoute(async ({ read }): Promise<PublicAnswer> => {
  const lines = await listedSources(read);
  return {
    kind: 'page',
    head: { title: 'Sources', description: 'The outlets whose numbers are on record, with counts.', canonical: '/sources' },
    body: (
      <>
        <header>
          <h1>Sources</h1>
          <p className="lede">The outlets that published the figures on record. Counts only: we give no scores of trust.</p>
        </header>
        {lines.length > 0 ? (
          <table>
            <caption>{countWords(lines.length, 'source')}, by name</caption>
            <thead>
              <tr>
                <th scope="col">Source</th>
                <th scope="col">Articles</th>
                <th scope="col">Claims</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <th scope="row">
                    <a href={`/sources/${line.id}`}>{line.name}</a>
                  </th>
                  <td>{line.articles}</td>
                  <td>{line.claims}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <Empty will="An outlet appears here with its first accepted claim." href="/about" action="What this is" />
        )}
      </>
    ),
  };
});
