import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, gt, isNull, lt, ne } from 'drizzle-orm';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { endLinks } from './links';
import type { Database, Reads, Tx } from './open';
import { people, sessions } from './schema';
import { type Caller, noteSignIn } from './sign-in-history';
import { unlogged } from './verb';

export type Person = Extract<Actor, { kind: 'person' }>;

const HOURS = 12;

/** What is stored is the digest: who reads the record cannot sign in with it. */
export const storedSession = (sid: string): string => createHash('sha256').update(sid).digest('hex');

/** How its person came in, and from where. */
export interface Arrival extends Caller {
  way: Parameters<typeof noteSignIn>[1]['way'];
}

const UNKNOWN: Arrival = { way: 'password', network: 'unknown', agent: null };

/**
 * A new session of 12 hours, noted in its person's history. The id is random, given out once, and never the one of an earlier session.
 * Expired ones go.
 */
export async function startSession(db: Database, personId: string, now: Instant, arrival: Arrival = UNKNOWN): Promise<Result<string>> {
  const sid = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.parse(now) + HOURS * 3_600_000).toISOString();
  return unlogged(db, async (tx) => {
    await tx.delete(sessions).where(lt(sessions.expiresAt, now));
    const { way, network, agent } = arrival;
    await tx.insert(sessions).values({ id: storedSession(sid), personId, createdAt: now, expiresAt, network, agent: agent?.slice(0, 200) });
    await noteSignIn(tx, { personId, way, outcome: 'in' }, arrival, now);
    return ok(sid);
  });
}

/** Who this session belongs to at this moment, with the role of this moment. Null when it expired, was ended, or its person is disabled. */
export async function checkSession(db: Database, sid: string, now: Instant): Promise<Person | null> {
  const row = await db.read
    .select({ id: people.id, name: people.name, role: people.role, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.id, storedSession(sid)), isNull(sessions.revokedAt), isNull(people.disabledAt)))
    .get();
  return row && row.expiresAt > now ? { kind: 'person', id: row.id, name: row.name, role: row.role } : null;
}

/** The person with the role of this moment: it may have been taken away since the request began. Null: disabled. */
export async function personNow(from: Reads, person: Person): Promise<Person | null> {
  const enabled = and(eq(people.id, person.id), isNull(people.disabledAt));
  const row = await from.select({ name: people.name, role: people.role }).from(people).where(enabled).get();
  return row ? { kind: 'person', id: person.id, ...row } : null;
}

/** Whether this session was ended before its time, by an act after which its person has to sign in anew. False for one that ran out. */
export async function wasEnded(from: Reads, sid: string): Promise<boolean> {
  const row = await from
    .select({ revokedAt: sessions.revokedAt })
    .from(sessions)
    .where(eq(sessions.id, storedSession(sid)))
    .get();
  return row !== undefined && row.revokedAt !== null;
}

/** When this session began; null when it is not known. */
export async function sessionSince(db: Database, sid: string): Promise<Instant | null> {
  const row = await db.read
    .select({ since: sessions.createdAt })
    .from(sessions)
    .where(eq(sessions.id, storedSession(sid)))
    .get();
  return row?.since ?? null;
}

/** Ends one session: signing out. */
export async function revokeSession(db: Database, sid: string, now: Instant): Promise<Result<null>> {
  return unlogged(db, async (tx) => {
    await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.id, storedSession(sid)), isNull(sessions.revokedAt)));
    return ok(null);
  });
}

/** Ends one session of a person's own, by the digest it is stored under. 404 `SessionUnknown`. */
export const endSession = (db: Database, id: string, person: Person, now: Instant): Promise<Result<{ id: string }>> =>
  unlogged(db, async (tx) => {
    const [ended] = await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.id, id), isOpen(person.id, now)))
      .returning();
    return ended ? ok({ id }) : refuse(404, 'SessionUnknown', 'This session has ended already.', 'Look at the list again.');
  });

/** The sessions of a person that can be used now, the latest first. */
export const openSessions = (from: Reads, personId: string, now: Instant) =>
  from.select().from(sessions).where(isOpen(personId, now)).orderBy(desc(sessions.createdAt));

/**
 * Ends every session of a person, inside the act that asks for it; all but one where that is told. Those that expired, too: a clock may be set
 * back. So do the ways in that somebody began with what they knew until now: a link for another password, a sign-in that waits for its code.
 */
export async function endSessions(tx: Tx, personId: string, now: Instant, but?: string): Promise<void> {
  const others = and(eq(sessions.personId, personId), isNull(sessions.revokedAt), but === undefined ? undefined : ne(sessions.id, but));
  await tx.update(sessions).set({ revokedAt: now }).where(others);
  for (const kind of ['reset', 'second-step'] as const) await endLinks(tx, kind, { personId }, now);
}

const isOpen = (personId: string, now: Instant) =>
  and(eq(sessions.personId, personId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now));
