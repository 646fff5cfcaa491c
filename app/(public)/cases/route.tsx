import { type ListKind, listAsked, listQuery } from '@/app/_shell/list-asked';
import { listPage } from '@/app/_shell/list-page';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { Cards } from '@/app/_ui/measure-card';
import { caseList } from '@/db/published';
import { measurePage } from '@/lib/publication';

export const dynamic = 'force-dynamic';

const KIND: ListKind = {
  path: '/cases',
  filters: ['state', 'reason', 'verdict', 'kind', 'topic', 'place', 'source', 'speaker'],
  orders: ['opened', 'change'],
};

const ABOUT = {
  title: 'Cases',
  lede: 'A case holds the reports of one figure that cannot all stand, until a person rules and a second one publishes.',
  one: 'case',
  more: 'Older cases',
  empty: {
    will: 'A case appears here when accepted reports of one figure contradict each other.',
    href: '/measures',
    action: 'See what is on record',
  },
};

export const GET = publicRoute(async ({ read, query }): Promise<PublicAnswer> => {
  const asked = await listAsked({ query }, KIND);
  if (!asked.ok) return { kind: 'wrong', refusal: asked.refusal };
  const { filters, order, after, href } = asked.value;
  const page = await caseList(read, { filters, order: order as 'opened' | 'change', after });
  const isNarrowed = Object.keys(filters).length > 0;
  return listPage({ read }, { kind: KIND, asked: asked.value, page, about: ABOUT }, (words) => (
    <>
      <p className="quiet">
        {words}, {isNarrowed || order === 'change' ? 'the one changed last first' : 'the youngest first'}.
        {isNarrowed ? null : (
          <>
            {' '}
            {order === 'change' ? (
              <a href={href({ sort: null })}>The youngest first</a>
            ) : (
              <a href={href({ sort: 'change' })}>By last change</a>
            )}
          </>
        )}
      </p>
      <Cards pages={page.items.map(measurePage)} heading="h2" href={({ record }) => `/cases/${record.case?.id}`} />
    </>
  ));
}, listQuery(KIND));
