import { type ItemSplit, isDrawn } from '@/db/desk';
import { Key } from '../_keys/key';
import { OperationForm } from './forms';
import { itemPath } from './onward';

/** Gives whoever asks the next thing that nobody has, and opens it. */
export function DrawForm({ split, list }: { split: ItemSplit; list: string }) {
  if (!isDrawn(split)) return null;
  return (
    <OperationForm path="queue/draw" page={list} className="judge" label="Draw one">
      <input type="hidden" name="split" value={split} />
      <input
        type="hidden"
        name="_next"
        value={itemPath(`split=${split}`, { id: '{id}', kind: split === 'articles' ? 'article' : 'case' })}
      />
      <button type="submit" className="button primary" data-command="draw">
        Draw one <Key of="draw" />
      </button>
      <span className="hint">The next that nobody has becomes yours.</span>
    </OperationForm>
  );
}
