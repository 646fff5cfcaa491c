import { cookies } from 'next/headers';
import { decode } from 'next-auth/jwt';
import { cache } from 'react';
import { checkSession, type Person } from '@/db/people';
import { sessionCookie } from './auth';
import { database, now } from './database';
import { authSecret } from './settings';

/** The session id in the signed cookie (or in the value given); null where there is none or it was not made by us. */
export async function sessionId(given?: string): Promise<string | null> {
  const value = given ?? (await cookies()).get(sessionCookie())?.value;
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: authSecret() });
    return typeof token?.sid === 'string' ? token.sid : null;
  } catch {
    return null;
  }
}

/** Who asks, as the record knows them at this moment. Null when nobody signed in, or the session ended, or the person was disabled. */
export const currentActor = cache(async (): Promise<Person | null> => {
  const sid = await sessionId();
  return sid === null ? null : checkSession(await database(), sid, now());
});
