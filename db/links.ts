import { createHash, randomBytes } from 'node:crypto';
import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Role } from './actor';
import type { Reads, Tx } from './open';
import { links } from './schema';

export type Link = typeof links.$inferSelect;

/** How long each holds, in minutes: an invitation may wait over a weekend, a forgotten password not over a night. */
const MINUTES: Record<Link['kind'], number> = { invitation: 7 * 24 * 60, reset: 60, 'second-step': 5 };

export const storedToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** What is known of a link when it is made. `personId` null with no address: an answer to somebody nobody knows, which opens nothing. */
interface NewLink {
  kind: Link['kind'];
  personId?: string;
  email?: string;
  role?: Role;
  madeBy?: string;
}

/** A link that works once, until it expires. The token is random and given out here alone. Those long expired go. */
export async function makeLink(tx: Tx, { kind, personId, email, role, madeBy }: NewLink, now: Instant): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.parse(now) + MINUTES[kind] * 60_000).toISOString();
  await tx.delete(links).where(lt(links.expiresAt, now));
  const from = { personId: personId ?? null, email: email ?? null, role: role ?? null, madeBy: madeBy ?? null };
  await tx.insert(links).values({ id: storedToken(token), kind, ...from, createdAt: now, expiresAt, usedAt: null });
  return token;
}

/** The link of this token, if it still works. */
export async function openLink(from: Reads, kind: Link['kind'], token: string, now: Instant): Promise<Link | null> {
  const row = await from
    .select()
    .from(links)
    .where(isOpen(kind, now, storedToken(token)))
    .get();
  return row ?? null;
}

/** The same, or 410 `LinkOver`: asked before a password is hashed, as only few are at once, and whoever holds no link would keep others from signing in. */
export async function checkLink(from: Reads, kind: Link['kind'], token: string, now: Instant): Promise<Result<Link>> {
  const link = await openLink(from, kind, token, now);
  return link ? ok(link) : over(kind);
}

/** Uses the link up, inside the act that it allows. 410 `LinkOver`. */
export async function takeLink(tx: Tx, kind: Link['kind'], token: string, now: Instant): Promise<Result<Link>> {
  const [row] = await tx
    .update(links)
    .set({ usedAt: now })
    .where(isOpen(kind, now, storedToken(token)))
    .returning();
  return row ? ok(row) : over(kind);
}

function over(kind: Link['kind']): Result<never> {
  const next = kind === 'invitation' ? 'Ask an administrator for a new one.' : 'Ask for a new one on the page to sign in.';
  return refuse(410, 'LinkOver', 'This link works no more: it was used, withdrawn or has expired.', next);
}

const isOpen = (kind: Link['kind'], now: Instant, id?: string) =>
  and(id === undefined ? undefined : eq(links.id, id), eq(links.kind, kind), isNull(links.usedAt), gt(links.expiresAt, now));

/** Uses up every link of this kind that was made for the address or the person; those that expired, too: a clock may be set back. */
export async function endLinks(tx: Tx, kind: Link['kind'], whose: { email: string } | { personId: string }, now: Instant): Promise<void> {
  const of = 'email' in whose ? eq(links.email, whose.email) : eq(links.personId, whose.personId);
  await tx
    .update(links)
    .set({ usedAt: now })
    .where(and(eq(links.kind, kind), isNull(links.usedAt), of));
}

/** Invitations that nobody has taken up, the latest first. */
export const openInvitations = (from: Reads, now: Instant): Promise<Link[]> =>
  from.select().from(links).where(isOpen('invitation', now)).orderBy(links.createdAt);
