import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { database, now } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { ownPath } from '@/app/_shell/paths';
import { lookAhead } from '@/db/desk';
import { BATCH_ACTS, type BatchAct } from '@/db/queue/batch';
import { colleagues } from '@/db/queue/told';
import { digestOf } from '@/lib/audit';
import { countWords } from '@/lib/publication';
import { BATCH_WORDS } from '../../_parts/batch-bar';
import { BatchEffects } from '../../_parts/batch-effects';
import { BatchFields } from '../../_parts/batch-fields';
import { DraftNote } from '../../_parts/draft-note';
import { OperationForm } from '../../_parts/forms';
import { ProblemNote } from '../../_parts/notices';

export const metadata: Metadata = { title: 'Before it is done' };

/** What one act would do to the rows that were ticked. Nothing is written until its form is sent. */
export default async function BatchPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor('reviewer');
  const asked = await queryValue(searchParams, 'act');
  const act = BATCH_ACTS.find((one) => one === asked);
  if (!act) notFound();
  const { read } = await database();
  const chosen = [(await searchParams).item ?? []].flat();
  const from = ownPath(await queryValue(searchParams, 'from')) ?? '/review';
  const state = await formState(draftName(act, chosen), actor, searchParams);
  const effects = await lookAhead(read, { act, items: chosen }, actor, now());
  const able = effects.filter(({ refusal }) => refusal === null);
  // What was typed before goes with the rows as they stood then, until this page has said that they changed.
  const kept = state.refused === null ? [state.draft?.fields.item ?? []].flat() : [];
  const begun = new Map(kept.map((item) => [item.slice(0, item.indexOf('@')), item]));
  const here = `/review/batch?${new URLSearchParams([['act', act], ['from', from], ...chosen.map((id): [string, string] => ['item', id])])}`;
  return (
    <>
      <ProblemNote refusal={state.refused} />
      <DraftNote state={state} />
      <header className="sheet-head">
        <p className="kicker">
          <a href={from} data-back>
            Back to the list
          </a>
        </p>
        <h1>{BATCH_WORDS[act]}</h1>
        <p className="quiet">
          {chosen.length === 0
            ? 'Nothing is ticked. Go back and tick some rows.'
            : `Nothing is done yet. ${countWords(able.length, 'row')} would change${
                able.length < effects.length
                  ? `, ${countWords(effects.length - able.length, 'row')} would stay as ${effects.length - able.length === 1 ? 'it is' : 'they are'}`
                  : ''
              }.`}
        </p>
      </header>
      {able.length > 0 && (
        <OperationForm path="queue/batch" page={here} className="form batch-form" label={BATCH_WORDS[act]}>
          <input type="hidden" name="_draft" value={state.name} />
          <input type="hidden" name="_next" value={from} />
          <input type="hidden" name="act" value={act} />
          {able.map(({ id, seen }) => (
            <input key={id} type="hidden" name="item" value={begun.get(id) ?? `${id}@${seen ?? ''}`} />
          ))}
          <BatchFields act={act} state={state} actor={actor} now={now()} colleagues={await colleagues(read)} />
          <button type="submit" className="button primary">
            {BATCH_WORDS[act]}: {countWords(able.length, 'row')}
          </button>
          <p className="hint">One act, taken back by one “Undo”.</p>
        </OperationForm>
      )}
      <BatchEffects act={act} effects={effects} />
    </>
  );
}

/** A draft is of one act on these rows: what was meant for colleagues is not to stand in a public field, nor at another row. */
function draftName(act: BatchAct, chosen: readonly string[]): string {
  return `queue.batch:${digestOf([act, ...[...chosen].sort()]).slice(0, 20)}`;
}
