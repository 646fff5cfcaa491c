import { type FormState, fieldValue } from '@/app/_shell/desk-page';
import { queryOf } from '@/app/_shell/queue-query';
import type { Split } from '@/db/desk';
import type { Person } from '@/db/people';
import type { QueueFilters } from '@/db/queue/places';
import type { View } from '@/db/queue/views';
import { OperationForm } from './forms';

/** Filters that were kept under a name: one's own, and those of others for everybody. */
export function ViewLinks({ views, current, actor }: { views: View[]; current: View | null; actor: Person }) {
  if (views.length === 0) return null;
  return (
    <nav className="views" aria-label="Views">
      <h2>Views</h2>
      <ul>
        {views.map(({ id, name, personId, shared }) => (
          <li key={id}>
            <a href={`/review?view=${id}`} aria-current={id === current?.id ? 'page' : undefined}>
              <bdi>{name}</bdi>
              {shared && <span className="quiet"> {personId === actor.id ? 'shared' : 'of somebody else'}</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Keeps what is shown now, or drops the view that shows it. */
export function ViewForm(props: {
  split: Split;
  filters: QueueFilters;
  view: View | null;
  list: string;
  actor: Person;
  refused: FormState | null;
}) {
  const { split, filters, view, list, actor, refused } = props;
  if (view)
    return view.personId === actor.id || actor.role === 'admin' ? (
      <OperationForm path={`queue/views/${view.id}/drop`} page={`/review?split=${split}`} className="judge" label="This view">
        <button type="submit" className="button slim">
          Drop the view “{view.name}”
        </button>
      </OperationForm>
    ) : null;
  if (Object.keys(filters).length === 0)
    return <p className="quiet">To save a view, choose filters and show them: then give the list a name here.</p>;
  return (
    <OperationForm path="queue/views" page={list} className="judge" label="Keep these filters">
      <input type="hidden" name="query" value={queryOf(split, filters)} />
      <input type="hidden" name="_next" value="/review?view={id}" />
      <label htmlFor="f-view-name">Keep these filters as</label>
      <input
        id="f-view-name"
        data-command="save-view"
        name="name"
        type="text"
        maxLength={60}
        autoComplete="off"
        aria-invalid={refused !== null || undefined}
        defaultValue={refused ? fieldValue(refused, 'name') : ''}
      />
      <label className="tick">
        <input type="checkbox" name="shared" defaultChecked={refused !== null && fieldValue(refused, 'shared') !== ''} />
        <span>for everybody at the desk</span>
      </label>
      <button type="submit" className="button slim">
        Keep
      </button>
    </OperationForm>
  );
}
