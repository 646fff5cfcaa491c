import type { Metadata } from 'next';
import { database } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { queueSetting } from '@/db/queue/setting';
import { OperationForm, TextField, Tick } from '../../_parts/forms';
import { DoneNote, ProblemNote } from '../../_parts/notices';

export const metadata: Metadata = { title: 'Work' };

export default async function QueueSettingPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor('admin');
  const setting = await queueSetting((await database()).read);
  const state = await formState('queue.set', actor, searchParams);
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={state.refused} />
      <header className="sheet-head">
        <h1>Work</h1>
        <p className="quiet">How the desk gives out its work. A change is a fact of the log.</p>
      </header>
      <OperationForm path="queue/setting" page="/admin/queue" className="form">
        <fieldset className="field">
          <legend>What comes next</legend>
          <Tick type="radio" name="order" value="severity" checked={setting.order === 'severity'}>
            The most severe first, then the surest, then the oldest
          </Tick>
          <Tick type="radio" name="order" value="random" checked={setting.order === 'random'}>
            One of the oldest, by chance: nobody picks the easy ones. What somebody opens by its address is logged as chosen
          </Tick>
        </fieldset>
        <TextField state={state} name="band" label="So many of the oldest are drawn from" otherwise={String(setting.band)} />
        <TextField
          state={state}
          name="staleDays"
          label="Days after which the newest figure of a published measure is old"
          otherwise={String(setting.staleDays)}
          hint="Where no days are said of the measure itself."
        />
        <button type="submit" className="button primary">
          Set
        </button>
      </OperationForm>
    </>
  );
}
