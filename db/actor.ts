import { ROLES, type Role } from '@/lib/adjudication';

export { ROLES, type Role };

/** Who acts. "machine" is the engine itself, "owner" the operator at the command line of this installation. */
export type Actor =
  | { kind: 'person'; id: string; name: string; role: Role }
  | { kind: 'owner' }
  | { kind: 'machine' }
  | { kind: 'anonymous' };

/** Roles that each role holds besides its own: whoever edits reviews too, and on a small desk the administrator does. */
const HOLDS: Record<Role, readonly Role[]> = {
  reader: ['reader'],
  reviewer: ['reader', 'reviewer'],
  editor: ['reader', 'reviewer', 'editor'],
  admin: ['reader', 'reviewer', 'admin'],
};

/** Whether somebody of this role may do what `asked` may. */
export const holds = (role: Role, asked: Role): boolean => HOLDS[role].includes(asked);

export const MACHINE: Actor = { kind: 'machine' };
export const OWNER: Actor = { kind: 'owner' };
export const ANONYMOUS: Actor = { kind: 'anonymous' };

/** The word that stands for the actor in the log: an id, never a name. */
export const actorId = (actor: Actor): string => (actor.kind === 'person' ? actor.id : actor.kind);

/** The person behind an act, where there is one: what columns that point to `people` hold. */
export const personId = (actor: Actor): string | null => (actor.kind === 'person' ? actor.id : null);
