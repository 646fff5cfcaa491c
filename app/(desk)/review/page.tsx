import type { Metadata } from 'next';
import { database, now } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { queryOf, queueQuery } from '@/app/_shell/queue-query';
import {
  type ItemSplit,
  isItemSplit,
  lastWordsOf,
  newerReadings,
  openSuggestions,
  PAIRS_A_PAGE,
  queueCounts,
  queuePage,
  READINGS_A_PAGE,
  readClashes,
} from '@/db/desk';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import { presentAt } from '@/db/presence';
import { wakeDue } from '@/db/queue/due';
import { MOST_COUNTED } from '@/db/queue/places';
import { colleagues, resolveFilters } from '@/db/queue/told';
import { loadView, viewsFor } from '@/db/queue/views';
import { countWords } from '@/lib/publication';
import { DrawForm } from '../_parts/draw-form';
import { NewerList } from '../_parts/newer-list';
import { DoneNote, ProblemNote } from '../_parts/notices';
import { Pages } from '../_parts/pages';
import { scopeOf } from '../_parts/pair-card';
import { Narrowing, QueueFilterForm } from '../_parts/queue-filters';
import { QueueList } from '../_parts/queue-lists';
import { ViewForm, ViewLinks } from '../_parts/queue-views';
import { SPLIT_WORDS } from '../_parts/split-words';
import { SplitLinks } from '../_parts/splits';
import { SuggestionList } from '../_parts/suggestion-list';

export const metadata: Metadata = { title: 'Queue' };

export default async function QueuePage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const db = await database();
  await wakeDue(db, now());
  const counts = await queueCounts(db.read, actor.id, now());
  const asked = await queryValue(searchParams, 'view');
  const view = asked === null ? null : await loadView(db.read, asked);
  const query = await queueQuery(searchParams, view?.query ?? null);
  const split = query.split ?? (counts.conflicts === 0 && counts.articles > 0 ? 'articles' : 'conflicts');
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <div className="queue">
        <div>
          <SplitLinks counts={counts} current={view ? null : split} />
          <ViewLinks views={await viewsFor(db.read, actor.id)} current={view} actor={actor} />
        </div>
        <section aria-labelledby="split">
          <h1 id="split">{view ? <bdi>{view.name}</bdi> : SPLIT_WORDS[split].word}</h1>
          <p className="quiet">{SPLIT_WORDS[split].about}</p>
          {asked !== null && view === null && <p className="quiet">The view of this address was dropped. This is the queue itself.</p>}
          {split === 'suggestions' ? (
            <Suggestions actor={actor} query={searchParams} total={counts.suggestions} />
          ) : split === 'rereadings' ? (
            <Newer query={searchParams} total={counts.rereadings} />
          ) : (
            isItemSplit(split) && <Items actor={actor} query={searchParams} {...{ split, view, asked: query }} />
          )}
        </section>
      </div>
    </>
  );
}

interface ItemsProps {
  actor: Person;
  query: Query;
  split: ItemSplit;
  view: Awaited<ReturnType<typeof loadView>>;
  asked: Awaited<ReturnType<typeof queueQuery>>;
}

async function Items({ actor, query, split, view, asked }: ItemsProps) {
  const { read } = await database();
  const { filters, unknown } = await resolveFilters(read, asked.filters, actor.id);
  const page = await queuePage(read, { split, filters, personId: actor.id, now: now(), begin: asked.begin });
  const list = view ? `/review?view=${view.id}` : `/review?${queryOf(split, asked.filters)}`;
  const people = await colleagues(read);
  const works = may(actor, 'queue.assign');
  const refusedForm = await queryValue(query, 'draft');
  const state = refusedForm ? await formState(refusedForm, actor, query) : null;
  const keeping = state?.refused && state.name === 'queue.save-view' ? state : null;
  return (
    <>
      <ProblemNote refusal={state?.refused ?? null} scope={keeping === null ? null : 'view'} />
      {works && page.lines.length > 0 && <DrawForm split={split} filters={asked.filters} list={list} />}
      <QueueFilterForm split={split} filters={asked.filters} colleagues={people} actor={actor} keeps={works && view === null} />
      {unknown.map((words) => (
        <p key={words} className="quiet">
          {words}
        </p>
      ))}
      {page.found !== null && (
        <Narrowing split={split} filters={asked.filters} colleagues={people} actor={actor} found={foundWords(page.found)} />
      )}
      {works && <ViewForm split={split} filters={asked.filters} view={view} list={list} actor={actor} refused={keeping} />}
      <QueueList
        {...{ split, page, list, actor, works }}
        present={
          await presentAt(
            read,
            page.lines.map(({ id }) => id),
            now(),
          )
        }
        way={queryOf(split, asked.filters)}
        here={asked.begin ? `${list}&${asked.begin.way}=${encodeURIComponent(asked.begin.cursor)}` : list}
        ticked={(await queryValue(query, 'tick')) === 'all'}
        narrowed={page.found !== null}
        now={now()}
      />
    </>
  );
}

const foundWords = (found: number): string =>
  found >= MOST_COUNTED ? `${MOST_COUNTED.toLocaleString('en')} rows and more.` : `${countWords(found, 'row')}.`;

/** As many words as somebody may want to take back in a hurry. */
const LAST = 5;

async function Suggestions({ actor, query, total }: { actor: Person; query: Query; total: number }) {
  const { read } = await database();
  const { page, pages } = await pageOf(query, total, PAIRS_A_PAGE);
  const refusedForm = await queryValue(query, 'draft');
  const state = refusedForm ? await formState(refusedForm, actor, query) : null;
  return (
    <>
      <ProblemNote refusal={state?.refused ?? null} scope={state && scopeOf(state)} />
      <SuggestionList
        pairs={await openSuggestions(read, actor.id, page)}
        clashes={await readClashes(read)}
        last={await lastWordsOf(read, actor.id, LAST)}
        {...{ total, page, pages, actor, state }}
      />
    </>
  );
}

async function Newer({ query, total }: { query: Query; total: number }) {
  const { page, pages } = await pageOf(query, total, READINGS_A_PAGE);
  return (
    <>
      <NewerList readings={total === 0 ? [] : await newerReadings((await database()).read, page, now())} total={total} />
      <Pages list="/review?split=rereadings" {...{ page, pages }} about={countWords(total, 'article')} before="Before" after="More" />
    </>
  );
}

/** The page that the address names, kept within what there is. */
async function pageOf(query: Query, total: number, size: number): Promise<{ page: number; pages: number }> {
  const pages = Math.max(1, Math.ceil(total / size));
  const asked = Number.parseInt((await queryValue(query, 'page')) ?? '1', 10) || 1;
  return { page: Math.min(pages, Math.max(1, asked)), pages };
}
