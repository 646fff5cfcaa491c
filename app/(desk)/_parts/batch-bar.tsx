import type { ItemSplit } from '@/db/desk';
import type { BatchAct } from '@/db/queue/batch';

export const BATCH_WORDS: Record<BatchAct, string> = {
  assign: 'Assign',
  snooze: 'Put aside',
  flag: 'Mark with a word',
  dismiss: 'Dismiss with one reason',
  accept: 'Accept all readings',
};

const OFFERED: Partial<Record<ItemSplit, BatchAct[]>> = {
  conflicts: ['assign', 'snooze', 'flag', 'dismiss'],
  articles: ['assign', 'snooze', 'flag', 'accept'],
  'to-publish': ['assign', 'snooze', 'flag'],
  settled: ['flag'],
};
const ALL: BatchAct[] = ['assign', 'snooze', 'flag'];

/** What to do with the rows that are ticked: the next page shows what would come of it, and nothing is done before. */
export function BatchBar({ split, here, ticked }: { split: ItemSplit; here: string; ticked: boolean }) {
  return (
    <fieldset className="batch">
      <legend>With the ticked rows</legend>
      <div className="batch-acts">
        {(OFFERED[split] ?? ALL).map((act) => (
          <button key={act} type="submit" name="act" value={act} className="button slim" data-batch={act}>
            {BATCH_WORDS[act]} …
          </button>
        ))}
      </div>
      <p className="hint">
        <a href={ticked ? here : `${here}&tick=all`}>{ticked ? 'Tick none' : 'Tick all rows of this page'}</a>
      </p>
    </fieldset>
  );
}
