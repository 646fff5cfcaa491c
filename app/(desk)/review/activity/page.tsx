import type { Metadata } from 'next';
import { database } from '@/app/_shell/database';
import { formState, type Query, queryValue, requireActor } from '@/app/_shell/desk-page';
import { ACTS_A_PAGE, readActs } from '@/db/desk';
import { ActTable } from '../../_parts/act-table';
import { DoneNote, ProblemNote } from '../../_parts/notices';

export const metadata: Metadata = { title: 'Activity' };

/** What people did, each act with what was before and after, and the way back where there is one. */
export default async function ActivityPage({ searchParams }: { searchParams: Query }) {
  const actor = await requireActor();
  const { read } = await database();
  const everybody = (await queryValue(searchParams, 'who')) === 'everybody';
  const before = Number((await queryValue(searchParams, 'before')) ?? Number.NaN);
  const lines = await readActs(read, everybody ? null : actor.id, Number.isSafeInteger(before) && before > 0 ? before : null, actor);
  const refused = await formState('acts.undo', actor, searchParams);
  const list = `/review/activity${everybody ? '?who=everybody' : ''}`;
  return (
    <>
      <DoneNote done={await queryValue(searchParams, 'done')} />
      <ProblemNote refusal={refused.refused} />
      <header className="sheet-head">
        <h1>Activity</h1>
        <p className="quiet">What people did, the latest first. Nothing is erased: to take an act back is an act of its own.</p>
        <nav className="whose" aria-label="Whose acts">
          <a href="/review/activity" aria-current={everybody ? undefined : 'page'}>
            Yours
          </a>
          <a href="/review/activity?who=everybody" aria-current={everybody ? 'page' : undefined}>
            Everybody’s
          </a>
        </nav>
      </header>
      {lines.length === 0 ? (
        <div className="empty">
          <p>{Number.isNaN(before) ? 'Nothing was done yet. What you do in the queue is listed here.' : 'Nothing is older.'}</p>
        </div>
      ) : (
        <ActTable lines={lines} here={list} />
      )}
      {lines.length === ACTS_A_PAGE && (
        <p>
          <a href={`${list}${everybody ? '&' : '?'}before=${lines.at(-1)!.act.seq}`}>Older acts</a>
        </p>
      )}
    </>
  );
}
