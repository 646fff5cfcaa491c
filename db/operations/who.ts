import { ok, type Result, refuse } from '@/lib/base';
import { type Actor, holds, type Role } from '../actor';
import type { Who } from './operation';

/** 401 `SignInNeeded` for nobody, 403 `Forbidden` for somebody else. */
export function mayRun(who: Who, actor: Actor): Result<null> {
  if (isAmong(who, actor)) return ok(null);
  if (actor.kind === 'anonymous')
    return refuse(401, 'SignInNeeded', 'You are not signed in.', 'Sign in and send it again: what you typed is kept.');
  return refuse(403, 'Forbidden', 'Your role does not allow this.', 'Ask an administrator for another role. Nothing was changed.');
}

function isAmong(who: Who, actor: Actor): boolean {
  if (who === 'anyone') return true;
  if (who === 'owner') return actor.kind === 'owner';
  const roles: readonly Role[] = typeof who === 'string' ? [who] : who;
  if (actor.kind === 'owner') return roles.includes('admin');
  return actor.kind === 'person' && roles.some((role) => holds(actor.role, role));
}
