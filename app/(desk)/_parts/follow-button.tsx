import { database } from '@/app/_shell/database';
import { isFollowed } from '@/db/following';
import type { Followed } from '@/db/notification-tables';
import type { Person } from '@/db/people';
import { Key } from '../_keys/key';
import { OperationForm } from './forms';

/** To be told what happens to a measure, an outlet or a speaker, or to be told no more. */
export async function FollowButton({ kind, id, page, actor }: { kind: Followed; id: string; page: string; actor: Person }) {
  const follows = await isFollowed((await database()).read, actor.id, kind, id);
  return (
    <OperationForm path="follows" page={page} className="follow">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      {!follows && <input type="hidden" name="follow" value="on" />}
      <button type="submit" className="button slim" data-command="follow">
        {follows ? 'Follow no more' : 'Follow'} <Key of="follow" />
      </button>
      {follows && <span className="quiet"> You follow it: you are told when it changes.</span>}
    </OperationForm>
  );
}
