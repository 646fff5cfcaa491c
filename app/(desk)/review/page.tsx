import type { Metadata } from 'next';
import { database, now } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import {
  lastWordsOf,
  newerReadings,
  openSuggestions,
  PAIRS_A_PAGE,
  queueArticles,
  queueCases,
  queueCounts,
  READINGS_A_PAGE,
  readClashes,
  SPLITS,
} from '@/db/desk';
import type { Person } from '@/db/people';
import { countWords } from '@/lib/publication';
import { NewerList } from '../_parts/newer-list';
import { DoneNote, ProblemNote } from '../_parts/notices';
import { Pages } from '../_parts/pages';
import { scopeOf } from '../_parts/pair-card';
import { ArticleList, CaseList } from '../_parts/queue-lists';
import { SPLIT_WORDS } from '../_parts/split-words';
import { SuggestionList } from '../_parts/suggestion-list';

export const metadata: Metadata = { title: 'Queue' };

export default async function QueuePage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const { read } = await database();
  const counts = await queueCounts(read, actor.id);
  const asked = await queryValue(searchParams, 'split');
  const split = SPLITS.find((name) => name === asked) ?? (counts.conflicts === 0 && counts.articles > 0 ? 'articles' : 'conflicts');
  const { word, about } = SPLIT_WORDS[split];
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <div className="queue">
        <nav className="splits" aria-label="Parts of the queue">
          <ul>
            {SPLITS.map((name) => (
              <li key={name}>
                <a href={`/review?split=${name}`} aria-current={name === split ? 'page' : undefined}>
                  <span>{SPLIT_WORDS[name].word}</span> <span className="count">{counts[name]}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <section aria-labelledby="split">
          <h1 id="split">{word}</h1>
          <p className="quiet">{about}</p>
          {split === 'articles' ? (
            <ArticleList lines={await queueArticles(read)} total={counts.articles} actor={actor} now={now()} />
          ) : split === 'suggestions' ? (
            <Suggestions actor={actor} query={searchParams} total={counts.suggestions} />
          ) : split === 'rereadings' ? (
            <Newer query={searchParams} total={counts.rereadings} />
          ) : (
            <CaseList split={split} lines={await queueCases(read, split, actor.id)} total={counts[split]} actor={actor} now={now()} />
          )}
        </section>
      </div>
    </>
  );
}

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
      <NewerList readings={await newerReadings((await database()).read, page, now())} total={total} />
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
