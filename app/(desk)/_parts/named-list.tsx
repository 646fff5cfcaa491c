import { database } from '@/app/_shell/database';
import { type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { StackTable } from '@/app/_ui/stack-table';
import { listNamed, type NamedLine, namedPath } from '@/db/desk';
import type { NamedKind } from '@/db/named';
import { may } from '@/db/operations';
import { countWords } from '@/lib/publication';
import { SearchForm } from './search-form';
import { KIND_WORDS } from './words';

const ABOUT: Record<NamedKind, { title: string; lede: string; uses: string; column: string }> = {
  speaker: {
    title: 'Speakers',
    lede: 'Whoever articles quote, one for each name. A short name is told apart by its post. Two names for the same can be merged, and split again.',
    uses: 'claim',
    column: 'Claims',
  },
  source: {
    title: 'Outlets and agencies',
    lede: 'Whoever published an article, and agencies whose texts others print. Two names for the same can be merged, and split again.',
    uses: 'article',
    column: 'Articles',
  },
};

/** The list of speakers or of outlets, with its search and the way to its next page. */
export async function NamedList({ kind, query }: { kind: NamedKind; query: Query }) {
  const actor = await requireActor();
  const search = (await queryValue(query, 'q')) ?? '';
  const { lines, next } = await listNamed((await database()).read, kind, search, await queryValue(query, 'after'));
  const { title, lede, uses, column } = ABOUT[kind];
  const path = namedPath(kind);
  const more = `${path}?${new URLSearchParams({ ...(search && { q: search }), after: next ?? '' })}`;
  return (
    <>
      <header className="sheet-head">
        <h1>{title}</h1>
        <p className="quiet">{lede}</p>
      </header>
      <SearchForm path={path} label="Name" value={search} />
      {lines.length > 0 ? (
        <StackTable
          caption={search ? `Those with “${search}” in a name, by name` : 'By name'}
          columns={['Name', 'What it is', column]}
          rows={lines.map((line) => ({ key: line.id, cells: cellsOf(line, path, uses) }))}
        />
      ) : (
        <p className="empty">
          {search ? `No name has “${search}” in it. ` : 'Names appear here with the first article. '}
          {(search || may(actor, 'articles.add')) && <a href={search ? path : '/review/intake'}>{search ? 'See all' : 'Add an article'}</a>}
        </p>
      )}
      {next && (
        <nav className="pages" aria-label="Pages">
          <a href={more} rel="next">
            More →
          </a>
        </nav>
      )}
    </>
  );
}

const cellsOf = ({ id, name, role, kind, aliases, uses }: NamedLine, path: string, called: string) => [
  <a key="name" href={`${path}/${id}`}>
    <bdi>{name}</bdi>
    {role && <>, {role}</>}
  </a>,
  <span key="kind">
    {kind ? KIND_WORDS[kind] : 'outlet'}
    {aliases > 0 && <span className="quiet">, {countWords(aliases, 'other name')}</span>}
  </span>,
  <span key="uses">{countWords(uses, called)}</span>,
];
