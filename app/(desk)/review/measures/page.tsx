import type { Metadata } from 'next';
import { database } from '@/app/_shell/database';
import { type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { StackTable } from '@/app/_ui/stack-table';
import { listDeskMeasures } from '@/db/desk';
import { may } from '@/db/operations';
import { countWords } from '@/lib/publication';
import { SearchForm } from '../../_parts/search-form';
import { STATE_WORDS } from '../../_parts/words';

export const metadata: Metadata = { title: 'Measures' };

const PATH = '/review/measures';

export default async function MeasuresPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const search = (await queryValue(searchParams, 'q')) ?? '';
  const { lines, next } = await listDeskMeasures((await database()).read, search, await queryValue(searchParams, 'after'));
  return (
    <>
      <header className="sheet-head">
        <h1>Measures</h1>
        <p className="quiet">
          The questions that figures answer. Here it is said what one counts and what it does not, and two that ask the same are merged.
        </p>
      </header>
      <SearchForm path={PATH} label="Words of the question" value={search} />
      {lines.length > 0 ? (
        <StackTable
          caption={search ? `Those with “${search}” in their question` : 'By question'}
          columns={['Question', 'Claims', 'Case', 'Definition']}
          rows={lines.map(({ id, title, claims, accepted, caseState, defined }) => ({
            key: id,
            cells: [
              <a key="title" href={`${PATH}/${id}/edit`}>
                {title}
              </a>,
              <span key="claims">
                {countWords(claims, 'claim')}
                <span className="quiet">, {accepted === 0 ? 'none public' : `${accepted} public`}</span>
              </span>,
              <span key="case">{caseState ? STATE_WORDS[caseState].word : 'none'}</span>,
              <span key="defined">{defined ? 'by a person' : 'from its claims'}</span>,
            ],
          }))}
        />
      ) : (
        <p className="empty">
          {search ? `No question has “${search}” in it. ` : 'Measures appear here with the first article. '}
          {(search || may(actor, 'articles.add')) && <a href={search ? PATH : '/review/intake'}>{search ? 'See all' : 'Add an article'}</a>}
        </p>
      )}
      {next && (
        <nav className="pages" aria-label="Pages">
          <a href={`${PATH}?${new URLSearchParams({ ...(search && { q: search }), after: next })}`} rel="next">
            More →
          </a>
        </nav>
      )}
    </>
  );
}
