import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { database } from '@/app/_shell/database';
import { formState, formStates, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { withQuery } from '@/app/_shell/paths';
import { readArticleSheet } from '@/db/desk';
import { may } from '@/db/operations';
import { countWords } from '@/lib/publication';
import { Key } from '../../../_keys/key';
import { AddClaim } from '../../../_parts/add-claim';
import { ArticleHead } from '../../../_parts/article-head';
import { NoticeForms, StandingNotices } from '../../../_parts/article-notices';
import { stretchesOf } from '../../../_parts/article-text';
import { OperationForm, onTo } from '../../../_parts/forms';
import { ItemBar } from '../../../_parts/item-bar';
import { MarkedText } from '../../../_parts/marked-text';
import { TwoWindows } from '../../../_parts/merge';
import { DoneNote, ProblemNote } from '../../../_parts/notices';
import { itemPath, onward } from '../../../_parts/onward';
import { OnwardLinks } from '../../../_parts/onward-links';
import { Presence } from '../../../_parts/presence';
import { ReadingList } from '../../../_parts/reading-list';
import { MOST_READINGS, ReadingWindow, readingsFrom } from '../../../_parts/reading-window';

export const metadata: Metadata = { title: 'Readings of an article' };

export default async function ArticleReadingsPage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Query }) {
  const actor = await requireActor();
  const { id } = await params;
  const sheet = await readArticleSheet((await database()).read, id);
  if (!sheet) notFound();
  const way = await onward(searchParams, id, actor.id);
  const path = way ? itemPath(way.list, { id, kind: 'article' }) : `/review/articles/${id}`;
  const first = await queryValue(searchParams, 'first');
  const page = first === null ? path : withQuery(path, 'first', first);
  const numbers = new Map(sheet.claims.map((claim, index) => [claim.id, index + 1]));
  const states = new Map(sheet.claims.map((claim) => [claim.id, claim.status]));
  const from = readingsFrom(first, sheet.claims);
  const shown = sheet.claims.slice(from, from + MOST_READINGS);
  const waiting = sheet.claims.filter((claim) => claim.status === 'read').length;
  const here = shown.filter((claim) => claim.status === 'read').length;
  const seen = shown.flatMap(({ id: claim, status, revision }) => (status === 'read' ? [`${claim}@${revision}`] : [])).join(' ');
  const rejections = await formStates(
    shown.map((claim) => `claims.reject:${claim.id}`),
    actor,
    searchParams,
  );
  const [retract, unretract, withhold, restore] = await Promise.all(
    ['retract', 'unretract', 'withhold', 'restore'].map((act) => formState(`articles.${act}:${id}`, actor, searchParams)),
  );
  const forms = { retract: retract!, unretract: unretract!, withhold: withhold!, restore: restore! };
  const refusedForm = await queryValue(searchParams, 'draft');
  const state = refusedForm ? (rejections.get(refusedForm) ?? (await formState(refusedForm, actor, searchParams))) : null;
  const judges = may(actor, 'claims.accept');
  const stretches = stretchesOf(sheet.article.text, shown);
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={state?.refused ?? null} scope={scopeOf(state?.name ?? '')} />
      <TwoWindows state={state} page={page} open />
      <ArticleHead sheet={sheet} waiting={waiting} />
      <StandingNotices sheet={sheet} />
      {way && <OnwardLinks way={way} kind="article" />}
      <Presence id={id} actor={actor} />
      <ItemBar id={id} page={page} actor={actor} query={searchParams} way={way} />
      <div className={sheet.claims.length > 0 ? 'two reading' : 'two'}>
        <section aria-labelledby="text">
          <h2 id="text">The text</h2>
          {sheet.notices.withheld ? (
            <p className="quiet">Withheld for legal reasons: nobody is shown a word of it. What was read in it stands beside.</p>
          ) : (
            <div className="article-text" lang={sheet.article.language ?? undefined} dir="auto">
              {stretches.map((pieces, index) => (
                <div key={index}>
                  {index > 0 && <p className="gap">Text left out</p>}
                  <MarkedText pieces={pieces} numbers={numbers} states={states} />
                </div>
              ))}
            </div>
          )}
        </section>
        <section aria-labelledby="readings">
          <h2 id="readings">
            {sheet.claims.length === 0 ? 'No readings' : countWords(sheet.claims.length, 'reading')}
            {waiting > 0 && <span className="quiet"> {waiting} to judge</span>}
          </h2>
          <ReadingWindow page={page} from={from} total={sheet.claims.length} />
          <ReadingList sheet={{ ...sheet, claims: shown }} numbers={numbers} page={page} states={rejections} way={way} judges={judges} />
          {judges && sheet.article.state === 'read' && !sheet.notices.withheld && (
            <AddClaim article={sheet.article} actor={actor} query={searchParams} />
          )}
          <NoticeForms sheet={sheet} actor={actor} page={page} forms={forms} />
        </section>
      </div>
      {here > 0 && judges && (
        <section className="decision-bar" aria-label="Decision">
          <p>
            <strong>{waiting === 1 ? 'One reading waits.' : `${waiting} readings wait.`}</strong> Accepted claims are public at once.
          </p>
          <OperationForm path={`articles/${id}/accept`} page={page}>
            <input type="hidden" name="seen" value={seen} />
            <button type="submit" className="button primary" data-command="reading-accept-all" {...onTo(way?.next)}>
              {here === 1 ? 'Accept the one that waits' : here === waiting ? `Accept all ${waiting}` : `Accept these ${here}`}{' '}
              <Key of="reading-accept-all" />
            </button>
          </OperationForm>
        </section>
      )}
    </>
  );
}

/** What tells the fields of one form of the page from those of another. */
function scopeOf(form: string): string | null {
  const [operation = '', id] = form.split(':');
  if (operation === 'claims.reject') return id ?? null;
  return /^articles\.(retract|unretract|withhold|restore)$/.exec(operation)?.[1] ?? null;
}
