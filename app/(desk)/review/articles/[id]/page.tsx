import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { database } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { readArticleSheet } from '@/db/desk';
import { countWords } from '@/lib/publication';
import { ArticleHead } from '../../../_parts/article-head';
import { stretchesOf } from '../../../_parts/article-text';
import { OperationForm } from '../../../_parts/forms';
import { ItemBar } from '../../../_parts/item-bar';
import { MarkedText } from '../../../_parts/marked-text';
import { DoneNote, ProblemNote } from '../../../_parts/notices';
import { ReadingList } from '../../../_parts/reading-list';

export const metadata: Metadata = { title: 'Readings of an article' };

export default async function ArticleReadingsPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Query }) {
  const actor = await requireActor();
  const { id } = await params;
  const sheet = await readArticleSheet((await database()).read, id);
  if (!sheet) notFound();
  const page = `/review/articles/${id}`;
  const numbers = new Map(sheet.claims.map((claim, index) => [claim.id, index + 1]));
  const states = new Map(sheet.claims.map((claim) => [claim.id, claim.status]));
  const waiting = sheet.claims.filter((claim) => claim.status === 'read').length;
  const refusedForm = await queryValue(searchParams, 'draft');
  const state = refusedForm ? await formState(refusedForm, actor, searchParams) : null;
  const stretches = stretchesOf(sheet.article.text, sheet.claims);
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={state?.refused ?? null} scope={state?.name.split(':')[1] ?? null} />
      <ArticleHead sheet={sheet} waiting={waiting} />
      <ItemBar id={id} page={page} actor={actor} query={searchParams} />
      <div className={sheet.claims.length > 0 ? 'two reading' : 'two'}>
        <section aria-labelledby="text">
          <h2 id="text">The text</h2>
          <div className="article-text" lang={sheet.article.language ?? undefined} dir="auto">
            {stretches.map((pieces, index) => (
              <div key={index}>
                {index > 0 && <p className="gap">Text left out</p>}
                <MarkedText pieces={pieces} numbers={numbers} states={states} />
              </div>
            ))}
          </div>
        </section>
        <section aria-labelledby="readings">
          <h2 id="readings">
            {sheet.claims.length === 0 ? 'No readings' : countWords(sheet.claims.length, 'reading')}
            {waiting > 0 && <span className="quiet"> {waiting} to judge</span>}
          </h2>
          <ReadingList sheet={sheet} numbers={numbers} page={page} state={state} />
        </section>
      </div>
      {waiting > 0 && (
        <section className="decision-bar" aria-label="Decision">
          <p>
            <strong>{waiting === 1 ? 'One reading waits.' : `${waiting} readings wait.`}</strong> Accepted claims are public at once.
          </p>
          <OperationForm path={`articles/${id}/accept`} page={page}>
            <button type="submit" className="button primary">
              {waiting === 1 ? 'Accept the one that waits' : `Accept all ${waiting}`}
            </button>
          </OperationForm>
        </section>
      )}
    </>
  );
}
