import { desc, eq, lt } from 'drizzle-orm';
import type { Instant } from '@/lib/base';
import { newId } from './ids';
import type { Reads, Tx } from './open';
import { people, signIns } from './schema';

/** From where somebody asks: their network ("203.0.113.0/24"), and what their browser calls itself. */
export interface Caller {
  network: string;
  agent: string | null;
}

export type SignInLine = typeof signIns.$inferSelect & { name: string };

/** A season: enough to see what was strange, and no archive of when people work. */
const DAYS = 90;
const MOST = 50;
const LONGEST_AGENT = 200;

type Noted = Pick<typeof signIns.$inferSelect, 'personId' | 'way' | 'outcome'>;

/** Keeps that somebody signed in, or failed to, for ninety days. */
export async function noteSignIn(tx: Tx, what: Noted, { network, agent }: Caller, now: Instant): Promise<void> {
  await tx.delete(signIns).where(lt(signIns.at, new Date(Date.parse(now) - DAYS * 86_400_000).toISOString()));
  await tx.insert(signIns).values({ id: newId(), ...what, at: now, network, agent: agent?.slice(0, LONGEST_AGENT) ?? null });
}

/** The last sign-ins of one person, or of all, the latest first. */
export async function lastSignIns(from: Reads, personId: string | null): Promise<SignInLine[]> {
  const rows = await from
    .select({ line: signIns, name: people.name })
    .from(signIns)
    .innerJoin(people, eq(people.id, signIns.personId))
    .where(personId === null ? undefined : eq(signIns.personId, personId))
    .orderBy(desc(signIns.at), desc(signIns.id))
    .limit(MOST);
  return rows.map(({ line, name }) => ({ ...line, name }));
}
