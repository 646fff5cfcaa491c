import { type ListKind, listAsked, listQuery } from '@/app/_shell/list-asked';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { Empty } from '@/app/_ui/empty';
import { listedSpeakers, type SpeakerRecord } from '@/db/published';
import { countWords } from '@/lib/publication';

export const dynamic = 'force-dynamic';

const KIND_WORDS: Record<SpeakerRecord['kind'], string> = { person: 'person', body: 'body', role: 'no name given' };

const LIST: ListKind = { path: '/speakers', filters: [], orders: ['name'] };

export const GET = publicRoute(async ({ read, query }): Promise<PublicAnswer> => {
  const asked = await listAsked({ query }, LIST);
  if (!asked.ok) return { kind: 'wrong', refusal: asked.refusal };
  const { items: lines, next } = await listedSpeakers(read, asked.value.after);
  return {
    kind: 'page',
    head: {
      title: 'Speakers',
      description: 'Those whose figures are on record, with counts.',
      canonical: '/speakers',
      noindex: asked.value.after !== null,
    },
    body: (
      <>
        <header>
          <h1>Speakers</h1>
          <p className="lede">Those who gave the figures on record, as articles name them. Counts only: we give no scores of trust.</p>
        </header>
        {lines.length > 0 ? (
          <table>
            <caption>{next ? `${lines.length} speakers, by name` : `${countWords(lines.length, 'speaker')}, by name`}</caption>
            <thead>
              <tr>
                <th scope="col" aria-sort="ascending">
                  Speaker
                </th>
                <th scope="col">What it is</th>
                <th scope="col">Claims</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line.id}>
                  <th scope="row">
                    <a href={`/speakers/${line.id}`}>{line.name}</a>
                  </th>
                  <td>{KIND_WORDS[line.kind]}</td>
                  <td>{line.claims}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : (
          <Empty will="A speaker appears here with the first accepted claim." href="/about" action="What this is" />
        )}
        {next ? (
          <p>
            <a href={asked.value.next(next)} rel="next">
              More speakers
            </a>
          </p>
        ) : null}
      </>
    ),
  };
}, listQuery(LIST));
