import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { database, now } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { listDeskMeasures, mergeEffects, readMeasure } from '@/db/desk';
import { ID_PATTERN } from '@/db/ids';
import { may } from '@/db/operations';
import { quoted } from '@/lib/base';
import { countWords } from '@/lib/publication';
import { EffectList } from '../../../../_parts/effects';
import { OperationForm, TextField } from '../../../../_parts/forms';
import { ProblemNote } from '../../../../_parts/notices';
import { SearchForm } from '../../../../_parts/search-form';

export const metadata: Metadata = { title: 'Merge a measure' };

export default async function MergePage({ params, searchParams }: { params: Promise<{ id: string }>; searchParams: Query }) {
  const actor = await requireActor();
  const { id } = await params;
  const { read } = await database();
  const sheet = ID_PATTERN.test(id) ? await readMeasure(read, id, now()) : null;
  if (!sheet || !may(actor, 'measures.merge')) notFound();
  const page = `/review/measures/${id}/merge`;
  const state = await formState(`measures.merge:${id}`, actor, searchParams);
  const chosen = await queryValue(searchParams, 'into');
  const into = chosen !== null && ID_PATTERN.test(chosen) ? chosen : null;
  const search = (await queryValue(searchParams, 'q')) ?? (into ? '' : sheet.line.title);
  const found = search ? (await listDeskMeasures(read, search, null)).lines.filter((line) => line.id !== id) : [];
  const effects = into ? await mergeEffects(read, id, into) : null;
  return (
    <>
      <ProblemNote refusal={state.refused ?? effects?.refusal ?? null} />
      <header className="sheet-head">
        <p className="kicker">
          <a href={`/review/measures/${id}/edit`}>This measure</a> · {countWords(sheet.line.claims, 'claim')}
        </p>
        <h1>Merge {quoted(sheet.line.title)} into another measure</h1>
      </header>
      {effects?.into && into && (
        <section aria-labelledby="effects">
          <h2 id="effects">What would come of it</h2>
          <EffectList effects={effects} act="merge" into={effects.into.title} />
          {effects.refusal === null && (
            <OperationForm path={`measures/${id}/merge`} page={`${page}?into=${into}`} className="form" label="Merge">
              <input type="hidden" name="_next" value={`/review/measures/${into}/edit`} />
              <input type="hidden" name="revision" value={sheet.definition.revision} />
              <input type="hidden" name="into" value={into} />
              <TextField
                state={state}
                name="reason"
                label="Why they ask the same"
                hint="May be left empty. Kept in the history of the measure."
              />
              <button type="submit" className="button primary">
                Merge into {quoted(effects.into.title)}
              </button>
            </OperationForm>
          )}
        </section>
      )}
      <section aria-labelledby="others">
        <h2 id="others">{into ? 'Another one' : 'Which one?'}</h2>
        <SearchForm path={page} label="Words of its question" value={into ? '' : search} />
        {search !== '' && found.length === 0 && <p className="quiet">No other question has all of these words: try fewer.</p>}
        <ul className="merge-list">
          {found.map((line) => (
            <li key={line.id}>
              <span>
                {line.title}{' '}
                <span className="quiet">
                  {countWords(line.claims, 'claim')}, {line.accepted} public
                </span>
              </span>
              <a className="button slim" href={`${page}?into=${line.id}`}>
                See what it would do<span className="visually-hidden"> {line.title}</span>
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
