import { desc, max } from 'drizzle-orm';
import { type AuditEntry, canonicalBody, GENESIS, hex, leafOf } from '@/lib/audit';
import type { Instant } from '@/lib/base';
import { type Actor, actorId } from './actor';
import type { Reads, Tx } from './open';
import { giveUp } from './refused';
import { auditLog, meta } from './schema';

/** What a verb says about its act; the log adds the number, the entry before and the hash. */
export interface Fact {
  at: Instant;
  actor: Actor;
  action: string;
  subject: string;
  fromVersion?: number | null;
  toVersion?: number | null;
  reason?: string | null;
  evidenceHashes?: string[];
}

/** Appends one fact inside the transaction of its act: both stand or neither. Gives the number of the entry. */
export const append = async (tx: Tx, fact: Fact): Promise<number> => (await appendAll(tx, [fact]))[0] as number;

/** Appends facts one after another, and gives their numbers. */
export async function appendAll(tx: Tx, facts: readonly Fact[]): Promise<number[]> {
  const head = HEADS.get(tx) ?? (await headOf(tx));
  const rows: (typeof auditLog.$inferSelect)[] = [];
  for (const fact of facts) {
    const body = canonicalBody(entryOf(fact, head));
    const leaf = leafOf(body);
    head.seq += 1;
    rows.push({ seq: head.seq, body, prev: Buffer.from(head.leaf), leaf: Buffer.from(leaf) });
    head.leaf = leaf;
  }
  if (rows.length === 0) return [];
  await tx.insert(auditLog).values(rows);
  const value = headNote(head.seq, hex(head.leaf));
  await tx.insert(meta).values({ key: AUDIT_HEAD, value }).onConflictDoUpdate({ target: meta.key, set: { value } });
  HEADS.set(tx, head);
  return rows.map(({ seq }) => seq);
}

interface Head {
  seq: number;
  leaf: Uint8Array;
}
/** How far the log goes by what a transaction appended: nobody else writes in between, so it is looked up once. */
const HEADS = new WeakMap<Tx, Head>();

/** The end of the log, which must be sound: nothing is appended to a log that somebody changed. */
async function headOf(tx: Tx): Promise<Head> {
  const last = await tx.select().from(auditLog).orderBy(desc(auditLog.seq)).limit(1).get();
  if (last && hex(last.leaf) !== hex(leafOf(last.body))) {
    giveUp(
      503,
      'AuditBroken',
      'The last entry of the log does not match its hash, so nothing more is written.',
      'Run `countercheck verify` and restore a good backup.',
    );
  }
  return { seq: last?.seq ?? 0, leaf: last?.leaf ?? GENESIS };
}

const entryOf = (fact: Fact, { seq, leaf }: Head): AuditEntry => ({
  seq: seq + 1,
  at: fact.at,
  actor: actorId(fact.actor),
  action: fact.action,
  subject: fact.subject,
  fromVersion: fact.fromVersion ?? null,
  toVersion: fact.toVersion ?? null,
  reason: fact.reason ?? null,
  evidenceHashes: fact.evidenceHashes ?? [],
  prev: hex(leaf),
});

/** Where the record remembers how far the log goes: a chain alone does not show that its end was cut off. */
export const AUDIT_HEAD = 'audit_head';
export const headNote = (entries: number, head: string): string => `${entries} ${head}`;

/** Number of the last entry; 0 for an empty log. Every write appends one, so what was read at this number is right until it moves. */
export async function logHead(from: Reads): Promise<number> {
  const row = await from
    .select({ head: max(auditLog.seq) })
    .from(auditLog)
    .get();
  return row?.head ?? 0;
}
