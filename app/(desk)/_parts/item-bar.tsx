import { database, now } from '@/app/_shell/database';
import { formState, type Query, queryValue } from '@/app/_shell/desk-page';
import { isOffered } from '@/app/_shell/offered';
import { linesOf } from '@/db/desk';
import { may } from '@/db/operations';
import type { Person } from '@/db/people';
import { noteChosen } from '@/db/queue/chosen';
import { loadItem } from '@/db/queue/items';
import { Key } from '../_keys/key';
import { OperationForm } from './forms';
import { HeldFacts } from './held';
import { ProblemNote } from './notices';
import { nextPath, type Onward } from './onward';

/** What is said of an item in the queue, on the page of the item: with whom it is, its mark, until when it is put aside; and how to say it. */
export async function ItemBar(props: { id: string; page: string; actor: Person; query: Query; way: Onward | null }) {
  const { id, page, actor, query, way } = props;
  const db = await database();
  const item = await loadItem(db.read, id);
  if (!item.ok) return null;
  const works = may(actor, 'queue.assign');
  if (works && !isOffered(actor.id, id, await queryValue(query, 'offer'))) await noteChosen(db, item.value, actor, now());
  const [line] = await linesOf(db.read, [{ id }], actor.id);
  if (!line) return null;
  const { assignedTo, snoozed, asked } = line;
  const mine = assignedTo?.id === actor.id;
  const draft = await queryValue(query, 'draft');
  // Forms of the case say by themselves what is wrong with them.
  const refused =
    draft?.startsWith('queue.') && !/^queue\.(ask-source|second-look):/.test(draft) ? (await formState(draft, actor, query)).refused : null;
  return (
    <section className="item-bar" aria-label="In the queue">
      <ProblemNote refusal={refused} />
      <p className="line-facts">
        <span>{assignedTo ? `assigned to ${mine ? 'you' : assignedTo.name}` : 'assigned to nobody'}</span>
        <HeldFacts line={line} actor={actor} />
      </p>
      {works && line.kind === 'case' && (
        <p className="hint">
          The lock tells who has the page open; “Assign to me” puts the case into your list; “Take this case” says that you are deciding it.
          None of them keeps others out.
        </p>
      )}
      {works && (
        <div className="row-acts">
          <OperationForm path={`queue/${id}/assign`} page={page}>
            <input type="hidden" name="from" value={assignedTo?.id ?? ''} />
            <button type="submit" name="to" value={mine ? '' : 'me'} className="as-link" data-command="item-assign">
              {mine ? 'Give back' : 'Assign to me'} <Key of="item-assign" />
            </button>
          </OperationForm>
          <a href={batch('assign', id, page)}>Assign …</a>
          {snoozed ? (
            <OperationForm path={`queue/${id}/wake`} page={page}>
              <button type="submit" className="as-link" data-command="wake">
                Bring back <Key of="wake" />
              </button>
            </OperationForm>
          ) : (
            <a href={batch('snooze', id, page)} data-command="snooze">
              Put aside … <Key of="snooze" />
            </a>
          )}
          <a href={batch('flag', id, page)} data-command="flag">
            Mark … <Key of="flag" />
          </a>
          {asked && (
            <OperationForm path={`queue/${id}/source/answered`} page={page}>
              <button type="submit" className="as-link">
                The answer is in
              </button>
            </OperationForm>
          )}
          {way === null && line.kind !== 'measure' && (
            <a
              href={nextPath(`split=${SPLIT_OF[line.kind]}`, id)}
              data-command={line.kind === 'case' ? 'case-next' : 'reading-next'}
              rel="next"
            >
              Next <Key of={line.kind === 'case' ? 'case-next' : 'reading-next'} />
            </a>
          )}
        </div>
      )}
    </section>
  );
}

/** Where somebody goes on who came from elsewhere. */
const SPLIT_OF = { case: 'conflicts', article: 'articles' } as const;

const batch = (act: string, id: string, from: string): string => `/review/batch?act=${act}&item=${id}&from=${encodeURIComponent(from)}`;
