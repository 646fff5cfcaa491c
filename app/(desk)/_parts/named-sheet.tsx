import { notFound } from 'next/navigation';
import { database } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { listNamed, namedPath, readNamed } from '@/db/desk';
import { ID_PATTERN } from '@/db/ids';
import { NAMED, type NamedKind } from '@/db/named';
import { may } from '@/db/operations';
import { countWords, dayWords } from '@/lib/publication';
import { FollowButton } from './follow-button';
import { TwoWindows } from './merge';
import { Aliases, MergeForms, RenamedMeanwhile, RenameForm } from './named-forms';
import { DoneNote, ProblemNote } from './notices';
import { RevisionList } from './revision-list';
import { SearchForm } from './search-form';
import { KIND_WORDS } from './words';

/** One speaker or outlet: what it is called, where it is used, and what can be done with its names. */
export async function NamedSheetPage({ kind, id, query }: { kind: NamedKind; id: string; query: Query }) {
  const actor = await requireActor();
  const { read } = await database();
  const sheet = ID_PATTERN.test(id) ? await readNamed(read, kind, id) : null;
  if (!sheet) notFound();
  const { row, standing, aliases, uses, candidates, history } = sheet;
  const { acts } = NAMED[kind];
  const [names, merges] = [may(actor, `${acts}.alias`), may(actor, `${acts}.merge`)];
  const path = namedPath(kind);
  const page = `${path}/${id}`;
  const asked = await queryValue(query, 'draft');
  const [adding, renaming] = [await formState(`${acts}.alias:${id}`, actor, query), await formState(`${acts}.rename:${id}`, actor, query)];
  const state = [adding, renaming].find(({ name }) => name === asked) ?? (asked ? await formState(asked, actor, query) : null);
  const search = (await queryValue(query, 'into')) ?? '';
  const found = search ? (await listNamed(read, kind, search, null)).lines.filter((line) => line.id !== id) : [];
  return (
    <>
      <DoneNote done={await queryValue(query, 'done')} />
      <ProblemNote refusal={state?.refused ?? null} scope={state?.name.includes('.alias:') ? 'alias' : null} />
      <TwoWindows state={state} page={page} open />
      {state === renaming && <RenamedMeanwhile {...{ sheet, page, state }} />}
      <header className="sheet-head">
        <p className="kicker">
          <a href={path}>{kind === 'speaker' ? 'Speakers' : 'Outlets'}</a>
          {row.kind ? ` · ${KIND_WORDS[row.kind]}` : ''}
        </p>
        <h1>
          <bdi>{row.name}</bdi>
          {row.role && <span className="quiet">, {row.role}</span>}
        </h1>
        {standing ? (
          <p className="note">
            Merged: <a href={`${path}/${standing.id}`}>{standing.name}</a> stands for it. To act on it, split it off there first.
          </p>
        ) : (
          <p className="quiet">
            <a href={`/${kind === 'speaker' ? 'speakers' : 'sources'}/${id}`}>Public page</a> (once something of it is accepted)
          </p>
        )}
        <FollowButton kind={kind} id={id} page={page} actor={actor} />
      </header>
      <div className="two">
        <div>
          <section aria-labelledby="uses">
            <h2 id="uses">{kind === 'speaker' ? 'What it said' : 'Articles'}</h2>
            {uses.length === 0 && <p className="quiet">Nothing yet.</p>}
            <ul className="uses">
              {uses.map(({ articleId, text, called, outlet, publishedAt }, at) => (
                <li key={`${articleId} ${at}`}>
                  <a href={`/review/articles/${articleId}`}>{text}</a>{' '}
                  <span className="quiet">
                    {[called && `as ${called}`, outlet, publishedAt ? dayWords(publishedAt) : 'no date'].filter(Boolean).join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
          <RevisionList lines={history} />
        </div>
        <div>
          <Aliases {...{ kind, sheet, page }} state={adding} names={names} merges={merges} />
          {merges && !standing && (
            <section aria-labelledby="merge">
              <h2 id="merge">Merge into another</h2>
              <p className="quiet">
                The other then stands for this one{aliases.length > 0 ? ` and its ${countWords(aliases.length, 'other name')}` : ''}: every
                address leads there. It can be split off again at any time.
              </p>
              <MergeForms kind={kind} row={row} page={page} lines={candidates} empty="Nothing looks like another name for it." />
              <SearchForm path={page} label="Another name" value={search} name="into" />
              {search && <MergeForms kind={kind} row={row} page={page} lines={found} empty={`No other name has “${search}” in it.`} />}
            </section>
          )}
          {names && !standing && <RenameForm kind={kind} row={row} page={page} state={renaming} />}
        </div>
      </div>
    </>
  );
}
