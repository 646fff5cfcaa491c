import { type ListAsked, type ListKind, listAsked, listQuery } from '@/app/_shell/list-asked';
import { listPage } from '@/app/_shell/list-page';
import { type PublicAnswer, publicRoute } from '@/app/_shell/public-page';
import { Noted } from '@/app/_ui/noted';
import { plainHead, type SortHead } from '@/app/_ui/sort-heads';
import { StackTable } from '@/app/_ui/stack-table';
import { Pieces } from '@/app/_ui/words';
import { claimList } from '@/db/published';
import { dayWords, figureWithNoun, type PublicClaim } from '@/lib/publication';

export const dynamic = 'force-dynamic';

const KIND: ListKind = {
  path: '/claims',
  filters: ['verdict', 'state', 'reason', 'source', 'speaker', 'topic', 'place', 'from', 'to'],
  orders: ['article', 'as-of'],
};

const ABOUT = {
  title: 'Claims',
  lede: 'Each is a figure in the words of one article: who says what is counted, of whom, as of when.',
  one: 'claim',
  more: 'More claims',
  empty: { will: 'A claim appears here once a person has accepted its reading.', href: '/about', action: 'What this is' },
};

const COLUMNS = ['Figure', 'In its words', 'Who says so', 'As of'];

export const GET = publicRoute(async ({ read, query }): Promise<PublicAnswer> => {
  const asked = await listAsked({ query }, KIND);
  if (!asked.ok) return { kind: 'wrong', refusal: asked.refusal };
  const { filters, order, after } = asked.value;
  const page = await claimList(read, { filters, order: order as 'article' | 'as-of', after });
  return listPage({ read }, { kind: KIND, asked: asked.value, page, about: ABOUT }, (words) => (
    <StackTable
      caption={`${words}, ${orderWords(asked.value)}`}
      columns={COLUMNS}
      heads={headsOf(asked.value)}
      rows={page.items.map((claim) => ({ key: claim.id, cells: cellsOf(claim) }))}
    />
  ));
}, listQuery(KIND));

/** What narrows a list says how it is walked, see db/published/claim-list.ts. */
function orderWords({ filters, order }: ListAsked): string {
  if (filters.verdict) return 'those ruled on last first';
  if (filters.speaker) return 'those accepted last first';
  if (filters.source) return 'those of the latest article first';
  if (filters.state || filters.reason || filters.topic || filters.place) return 'those of the measure changed last first';
  return order === 'as-of' || filters.from || filters.to ? 'the latest as-of date first' : 'those that came in last first';
}

function headsOf({ filters, order, href }: ListAsked): SortHead[] {
  const isNarrowed = Object.keys(filters).length > 0;
  const byDay = order === 'as-of' && !isNarrowed;
  return [
    { word: 'Figure', href: isNarrowed || !byDay ? null : href({ sort: null }), sorted: null },
    plainHead('In its words'),
    plainHead('Who says so'),
    { word: 'As of', href: isNarrowed ? null : href({ sort: 'as-of' }), sorted: byDay ? 'descending' : null },
  ];
}

const cellsOf = (claim: PublicClaim) => [
  <a key="figure" href={`/claims/${claim.id}`}>
    {figureWithNoun(claim)}
  </a>,
  <span key="words" className="quote" lang={claim.article.language ?? undefined} dir="auto">
    “<Pieces pieces={claim.quote.pieces} />”
  </span>,
  <span key="who">
    {claim.speaker ? `${claim.speaker.name}, ` : ''}
    {claim.article.source ? <a href={`/sources/${claim.article.source.id}`}>{claim.article.source.name}</a> : 'source not named'}
    <Noted article={claim.article} />
  </span>,
  <span key="as-of">{claim.asOf ? <time dateTime={claim.asOf}>{dayWords(claim.asOf)}</time> : 'no date'}</span>,
];
