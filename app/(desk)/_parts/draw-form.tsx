import { PLACE_OF } from '@/app/_shell/queue-query';
import { type ItemSplit, isDrawn } from '@/db/desk';
import { OperationForm } from './forms';

/** Gives whoever asks the next thing that nobody has, and opens it. */
export function DrawForm({ split, list }: { split: ItemSplit; list: string }) {
  if (!isDrawn(split)) return null;
  const place = split === 'articles' ? PLACE_OF.article : PLACE_OF.case;
  return (
    <OperationForm path="queue/draw" page={list} className="judge" label="Draw one">
      <input type="hidden" name="split" value={split} />
      <input type="hidden" name="_next" value={`${place}{id}`} />
      <button type="submit" className="button primary" data-command="draw">
        Draw one
      </button>
      <span className="hint">The next that nobody has becomes yours.</span>
    </OperationForm>
  );
}
