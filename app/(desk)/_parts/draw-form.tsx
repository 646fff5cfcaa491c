import { queryOf } from '@/app/_shell/queue-query';
import { type ItemSplit, isDrawn } from '@/db/desk';
import type { QueueFilters } from '@/db/queue/places';
import { Key } from '../_keys/key';
import { OperationForm } from './forms';
import { itemPath } from './onward';

/** Gives whoever asks the next thing of this list that nobody has, and opens it. */
export function DrawForm({ split, filters, list }: { split: ItemSplit; filters: QueueFilters; list: string }) {
  // Who looks at what somebody has is not given any of it.
  if (!isDrawn(split) || (filters.who !== undefined && filters.who !== 'nobody')) return null;
  return (
    <OperationForm path="queue/draw" page={list} className="judge" label="Take the next one">
      <input type="hidden" name="split" value={split} />
      {Object.entries(filters).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <input
        type="hidden"
        name="_next"
        value={itemPath(queryOf(split, filters), { id: '{id}', kind: split === 'articles' ? 'article' : 'case' })}
      />
      <button type="submit" className="button primary" data-command="draw">
        Take the next one <Key of="draw" />
      </button>
      <span className="hint">Opens the first in this list that is assigned to nobody, and assigns it to you.</span>
    </OperationForm>
  );
}
