import { headers } from 'next/headers';
import { currentActor } from '@/app/_shell/actor';
import { holds, type Role } from '@/db/actor';
import { ROLE_WORDS } from '@/lib/publication';

/** Pages that are for some roles alone, which everybody may know: the table of who may what is public. What an id names is told to nobody. */
const FOR: Record<string, Role> = {
  '/review/intake': 'reviewer',
  '/review/batch': 'reviewer',
  '/admin/people': 'admin',
  '/admin/queue': 'admin',
  '/admin/jobs': 'admin',
  '/admin/settings': 'admin',
};

export default async function NotFound() {
  const actor = await currentActor();
  const path = ((await headers()).get('x-desk-path') ?? '').split('?')[0] ?? '';
  const needed = Object.hasOwn(FOR, path) ? FOR[path] : undefined;
  const isBarred = actor !== null && needed !== undefined && !holds(actor.role, needed);
  return (
    <div className="empty">
      <h1>{isBarred ? `This page needs the role of ${ROLE_WORDS[needed].one}` : 'There is nothing here'}</h1>
      <p>
        {isBarred
          ? `You are signed in as ${ROLE_WORDS[actor.role].one}. If your work needs it, ask an administrator of this desk to change your role.`
          : 'The address may be mistyped, or what it named may not be yours to see.'}
      </p>
      <p>
        <a href="/review">Back to the queue</a>
      </p>
    </div>
  );
}
