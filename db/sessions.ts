import { createHash, randomBytes } from 'node:crypto';
import { and, eq, isNull, lt } from 'drizzle-orm';
import { type Instant, ok, type Result } from '@/lib/base';
import type { Actor } from './actor';
import type { Database, Tx } from './open';
import { people, sessions } from './schema';
import { unlogged } from './verb';

export type Person = Extract<Actor, { kind: 'person' }>;

const HOURS = 12;

/** What is stored is the digest: who reads the record cannot sign in with it. */
const stored = (sid: string): string => createHash('sha256').update(sid).digest('hex');

/** A new session of 12 hours. The id is random, given out once, and never the one of an earlier session. Expired ones go. */
export async function startSession(db: Database, personId: string, now: Instant): Promise<Result<string>> {
  const sid = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.parse(now) + HOURS * 3_600_000).toISOString();
  return unlogged(db, async (tx) => {
    await tx.delete(sessions).where(lt(sessions.expiresAt, now));
    await tx.insert(sessions).values({ id: stored(sid), personId, createdAt: now, expiresAt });
    return ok(sid);
  });
}

/** Who this session belongs to at this moment, with the role of this moment. Null when it expired, was ended, or its person is disabled. */
export async function checkSession(db: Database, sid: string, now: Instant): Promise<Person | null> {
  const row = await db.read
    .select({ id: people.id, name: people.name, role: people.role, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.id, stored(sid)), isNull(sessions.revokedAt), isNull(people.disabledAt)))
    .get();
  return row && row.expiresAt > now ? { kind: 'person', id: row.id, name: row.name, role: row.role } : null;
}

/** When this session began; null when it is not known. */
export async function sessionSince(db: Database, sid: string): Promise<Instant | null> {
  const row = await db.read
    .select({ since: sessions.createdAt })
    .from(sessions)
    .where(eq(sessions.id, stored(sid)))
    .get();
  return row?.since ?? null;
}

/** Ends one session: signing out. */
export async function revokeSession(db: Database, sid: string, now: Instant): Promise<Result<null>> {
  return unlogged(db, async (tx) => {
    await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.id, stored(sid)), isNull(sessions.revokedAt)));
    return ok(null);
  });
}

/** Ends every session of a person, inside the act that asks for it. */
export async function endSessions(tx: Tx, personId: string, now: Instant): Promise<void> {
  await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt)));
}
