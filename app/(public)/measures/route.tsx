import { type ListAsked, type ListKind, listAsked, listQuery } from '@/app/_shell/list-asked';
import { listPage } from '@/app/_shell/list-page';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { MeasureTable } from '@/app/_ui/measure-card';
import { plainHead, type SortHead } from '@/app/_ui/sort-heads';
import { type MeasureOrder, measureList } from '@/db/published';
import { measurePage } from '@/lib/publication';

export const dynamic = 'force-dynamic';

const KIND: ListKind = {
  path: '/measures',
  filters: ['state', 'reason', 'verdict', 'topic', 'place', 'source', 'speaker'],
  orders: ['title', 'change', 'claims'],
};

const ABOUT = {
  title: 'Measures',
  lede: 'Each is a question that a number answers: what is counted, whose, where, as of when.',
  one: 'measure',
  more: 'More measures',
  empty: {
    will: 'Questions appear here once a person has accepted a claim that answers them.',
    href: '/about',
    action: 'What this is',
  },
};

export const GET = publicRoute(async ({ read, query }): Promise<PublicAnswer> => {
  const asked = await listAsked({ query }, KIND);
  if (!asked.ok) return { kind: 'wrong', refusal: asked.refusal };
  const { filters, order, after } = asked.value;
  const page = await measureList(read, { filters, order: order as MeasureOrder, after });
  const orders = ordersOf(asked.value);
  return listPage({ read }, { kind: KIND, asked: asked.value, page, about: ABOUT }, (words) => (
    <MeasureTable pages={page.items.map(measurePage)} caption={`${words}, ${orders.words}`} heads={orders.heads} />
  ));
}, listQuery(KIND));

/** A list that is narrowed stands in one order alone. */
function ordersOf({ filters, order, href }: ListAsked): { words: string; heads: SortHead[] } {
  const isNarrowed = Object.keys(filters).length > 0;
  const head = (word: string, by: string, way: SortHead['sorted']): SortHead => ({
    word,
    href: isNarrowed ? null : href({ sort: by }),
    sorted: !isNarrowed && order === by ? way : null,
  });
  const change: SortHead = isNarrowed
    ? { word: 'Standing, last change', href: null, sorted: 'descending' }
    : head('Standing, last change', 'change', 'descending');
  return {
    words:
      isNarrowed || order === 'change' ? 'the one changed last first' : order === 'claims' ? 'the one with most claims first' : 'by title',
    heads: [head('Question', 'title', 'ascending'), plainHead('Figures'), change, head('Claims', 'claims', 'descending')],
  };
}
