import { database, now } from '@/app/_shell/database';
import { formState, type Query, queryValue } from '@/app/_shell/desk-page';
import { isOffered } from '@/app/_shell/offered';
import { queryOf, queueQuery } from '@/app/_shell/queue-query';
import { linesOf } from '@/db/desk';
import type { Person } from '@/db/people';
import { noteChosen } from '@/db/queue/chosen';
import { loadItem } from '@/db/queue/items';
import { instantWords } from '@/lib/publication';
import { OperationForm } from './forms';
import { ProblemNote } from './notices';

/** What is said of an item in the queue, on the page of the item: with whom it is, its mark, until when it is put aside; and how to say it. */
export async function ItemBar({ id, page, actor, query }: { id: string; page: string; actor: Person; query: Query }) {
  const db = await database();
  const item = await loadItem(db.read, id);
  if (!item.ok) return null;
  if (!isOffered(actor.id, id, await queryValue(query, 'offer'))) await noteChosen(db, item.value, actor, now());
  const [line] = await linesOf(db.read, [{ id }], actor.id);
  if (!line) return null;
  const { assignedTo, snoozed, flag } = line;
  const mine = assignedTo?.id === actor.id;
  const draft = await queryValue(query, 'draft');
  const refused = draft?.startsWith('queue.') ? (await formState(draft, actor, query)).refused : null;
  const { split, filters } = await queueQuery(query, null);
  return (
    <section className="item-bar" aria-label="In the queue">
      <ProblemNote refusal={refused} />
      <p className="line-facts">
        <span>{assignedTo ? `assigned to ${mine ? 'you' : assignedTo.name}` : 'assigned to nobody'}</span>
        {flag && <span className="held">⚑ {flag}</span>}
        {snoozed && (
          <span className="held">
            put aside until {instantWords(snoozed.until)}
            {snoozed.reason && (
              <>
                : “<bdi>{snoozed.reason}</bdi>”
              </>
            )}
          </span>
        )}
      </p>
      <div className="row-acts">
        <OperationForm path={`queue/${id}/assign`} page={page}>
          <button type="submit" name="to" value={mine ? '' : 'me'} className="as-link" data-command="assign">
            {mine ? 'Give back' : 'Assign to me'}
          </button>
        </OperationForm>
        <a href={batch('assign', id, page)}>Assign …</a>
        {snoozed ? (
          <OperationForm path={`queue/${id}/wake`} page={page}>
            <button type="submit" className="as-link" data-command="wake">
              Bring back
            </button>
          </OperationForm>
        ) : (
          <a href={batch('snooze', id, page)} data-command="snooze">
            Put aside …
          </a>
        )}
        <a href={batch('flag', id, page)} data-command="flag">
          Mark …
        </a>
        <a href={`/review/next?${queryOf(split ?? SPLIT_OF[line.kind], filters)}&from=${id}`} data-command="next" rel="next">
          Next
        </a>
      </div>
    </section>
  );
}

const SPLIT_OF = { case: 'conflicts', article: 'articles', measure: 'stale' } as const;

const batch = (act: string, id: string, from: string): string => `/review/batch?act=${act}&item=${id}&from=${encodeURIComponent(from)}`;
