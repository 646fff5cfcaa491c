import { eq } from 'drizzle-orm';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Reads } from './open';
import { articles, cases, measures, people, sessions } from './schema';
import { isAmong } from './statement';

/** Of what holds a soft lock: so long without anything done there, and it is gone. */
const LEASE_MS = 5 * 60_000;
/** Windows of one session that can hold something at once: the one that began first gives way. */
const MOST_WINDOWS = 50;

interface Lease {
  item: string;
  session: string;
  /** Ticks: when it began, and when it ends. */
  began: number;
  ends: number;
}

/**
 * Who is at what: a soft lock on a case, an article or a measure, which tells others and blocks nobody. It is no fact and nobody looks for it
 * later, so it stands in no table: it is renewed by every few keystrokes, and each renewal would be a commit that waits for the disk. It hangs
 * in the memory of the process that serves the desk, shared by all its bundles, and goes with it.
 */
const HELD = Symbol.for('countercheck.presence');
const shared = globalThis as { [HELD]?: Map<string, Lease> };
const held = (): Map<string, Lease> => (shared[HELD] ??= new Map());

/** Milliseconds since the process began: a clock that is set back makes no lock longer. */
const ticks = (): number => performance.now();

/** Somebody at an item: the name of today, and how many milliseconds are left of their lock. */
export interface Present {
  id: string;
  name: string;
  left: number;
}

/** A window of a session at an item. */
export interface Here {
  id: string;
  session: string;
  window: string;
}

const nameOf = ({ id, session, window }: Here): string => `${session} ${window} ${id}`;

/** Takes the lock on an item for a window, or renews it. 404 `ItemUnknown`. */
export async function holdItem(from: Reads, here: Here, tick = ticks()): Promise<Result<null>> {
  const leases = held();
  const name = nameOf(here);
  const lease = leases.get(name);
  if (!lease && !(await isThere(from, here.id)))
    return refuse(404, 'ItemUnknown', `Nothing at the desk is called "${here.id}".`, 'Choose something from the queue.');
  leases.set(name, { item: here.id, session: here.session, began: alive(lease, tick) ? lease.began : tick, ends: tick + LEASE_MS });
  const own = [...leases].filter(([, { session }]) => session === here.session);
  for (const [first] of own.slice(0, Math.max(0, own.length - MOST_WINDOWS))) leases.delete(first);
  return ok(null);
}

/** Lets go of it: the window is closed, or shows something else. */
export const leaveItem = (here: Here): boolean => held().delete(nameOf(here));

const alive = (lease: Lease | undefined, tick: number): lease is Lease => lease !== undefined && lease.ends > tick;

/**
 * Who is at each of some items, whoever came first before the others; nobody whose session ended or who was disabled meanwhile. A person with
 * several windows is one.
 */
export async function presentAt(from: Reads, ids: readonly string[], now: Instant, tick = ticks()): Promise<Map<string, Present[]>> {
  const leases = held();
  for (const [name, lease] of leases) if (!alive(lease, tick)) leases.delete(name);
  const some = [...leases.values()].filter(({ item }) => ids.includes(item)).sort((one, other) => one.began - other.began);
  const found = new Map<string, Present[]>();
  if (some.length === 0) return found;
  const rows = await from
    .select({ session: sessions.id, id: people.id, name: people.name, ...ENDED })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      isAmong(
        sessions.id,
        some.map(({ session }) => session),
      ),
    );
  const open = new Map(
    rows.filter((row) => row.revokedAt === null && row.disabledAt === null && row.expiresAt > now).map((row) => [row.session, row]),
  );
  for (const { item, session, ends } of some) {
    const who = open.get(session);
    if (!who) continue;
    const there = found.get(item) ?? [];
    const known = there.find(({ id }) => id === who.id);
    if (known) known.left = Math.max(known.left, ends - tick);
    else there.push({ id: who.id, name: who.name, left: ends - tick });
    found.set(item, there);
  }
  return found;
}

const ENDED = { revokedAt: sessions.revokedAt, expiresAt: sessions.expiresAt, disabledAt: people.disabledAt };

async function isThere(from: Reads, id: string): Promise<boolean> {
  for (const table of [cases, articles, measures])
    if (await from.select({ id: table.id }).from(table).where(eq(table.id, id)).get()) return true;
  return false;
}
