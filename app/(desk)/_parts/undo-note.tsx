import { headers } from 'next/headers';
import { currentActor } from '@/app/_shell/actor';
import { database } from '@/app/_shell/database';
import { withoutQuery } from '@/app/_shell/paths';
import { loadAct, takesBack } from '@/db/acts';
import { undoRefusal } from '@/db/operations';
import { Key } from '../_keys/key';

/** Takes back what somebody did just now. Where it was taken back already, there is nothing to offer. */
export async function UndoNote({ seq }: { seq: number }) {
  const { read } = await database();
  const [actor, act] = [await currentActor(), await loadAct(read, seq)];
  if (!actor || !act || act.by !== actor.id || (await undoRefusal(read, act, actor)) !== null) return null;
  const here = (await headers()).get('x-desk-path') ?? '/review';
  return <UndoForm seq={seq} again={await takesBack(read, act)} next={withoutQuery(here, 'done')} />;
}

interface Props {
  seq: number;
  /** It took another act back. */
  again: boolean;
  next: string;
  /** In a list of acts: which one it is. */
  numbered?: boolean;
}

/** Takes an act back; where that was itself to take one back, this does that one again. Refused, it leads to the list of acts, which says why. */
export function UndoForm({ seq, again, next, numbered }: Props) {
  const [command, word, label] = again ? (['redo', 'Do it again', 'Do again'] as const) : (['undo', 'Undo', 'Take back'] as const);
  return (
    <form
      method="post"
      action={`/api/v1/acts/${seq}/undo`}
      aria-label={numbered ? `${label} act ${seq}` : `${label} what was done just now`}
    >
      <input type="hidden" name="_form" value="/review/activity" />
      <input type="hidden" name="_next" value={next} />
      <button type="submit" className="button slim" data-command={command}>
        {word} <Key of={command} />
      </button>
    </form>
  );
}
