import { type ListKind, listAsked, listQuery } from '@/app/_shell/list-asked';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { Empty } from '@/app/_ui/empty';
import { HeadWord, type SortHead } from '@/app/_ui/sort-heads';
import { listedSources } from '@/db/published';
import { countWords } from '@/lib/publication';

export const dynamic = 'force-dynamic';

const LIST: ListKind = { path: '/sources', filters: [], orders: ['name', 'articles', 'claims'] };

export const GET = publicRoute(async ({ read, query }): Promise<PublicAnswer> => {
  const asked = await listAsked({ query }, LIST);
  if (!asked.ok) return { kind: 'wrong', refusal: asked.refusal };
  const { order, href } = asked.value;
  const listed = await listedSources(read);
  const lines =
    order === 'name' ? listed : [...listed].sort((a, b) => (order === 'articles' ? b.articles - a.articles : b.claims - a.claims));
  const head = (word: string, by: string): SortHead => ({
    word,
    href: href({ sort: by }),
    sorted: order !== by ? null : by === 'name' ? 'ascending' : 'descending',
  });
  const heads = [head('Source', 'name'), head('Articles', 'articles'), head('Claims', 'claims')];
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
            <caption>
              {countWords(lines.length, 'source')}, {order === 'name' ? 'by name' : `the one with most ${order} first`}
            </caption>
            <thead>
              <tr>
                {heads.map((one) => (
                  <th key={one.word} scope="col" aria-sort={one.sorted ?? undefined}>
                    <HeadWord {...one} />
                  </th>
                ))}
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
}, listQuery(LIST));
