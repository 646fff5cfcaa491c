import { headers } from 'next/headers';
import { currentActor } from '@/app/_shell/actor';
import { database } from '@/app/_shell/database';
import { withoutQuery } from '@/app/_shell/paths';
import { loadAct } from '@/db/acts';
import { undoRefusal } from '@/db/operations';
import { Key } from '../_keys/key';

/** Takes back what somebody did just now. Where it was taken back already, there is nothing to offer. */
export async function UndoNote({ seq }: { seq: number }) {
  const { read } = await database();
  const [actor, act] = [await currentActor(), await loadAct(read, seq)];
  if (!actor || !act || act.by !== actor.id || (await undoRefusal(read, act, actor)) !== null) return null;
  const here = (await headers()).get('x-desk-path') ?? '/review';
  return <UndoForm seq={seq} next={withoutQuery(here, 'done')} />;
}

/** Refused, it leads to the list of acts, which says why. */
export function UndoForm({ seq, next, label }: { seq: number; next: string; label?: string }) {
  return (
    <form method="post" action={`/api/v1/acts/${seq}/undo`} aria-label={label ?? 'Take it back'}>
      <input type="hidden" name="_form" value="/review/activity" />
      <input type="hidden" name="_next" value={next} />
      <button type="submit" className="button slim" data-command="undo">
        Undo <Key of="undo" />
      </button>
    </form>
  );
}
