import { type AuditEntry, canonicalBody, GENESIS, hex, leafOf } from '@/lib/audit';
import type { Instant } from '@/lib/base';
import { type Actor, actorId, personId } from './actor';
import { type Act, type Change, writeActs } from './acts';
import { beforeCommit, noteKind, rewinding } from './around-commit';
import type { Reads, Tx } from './open';
import { giveUp } from './refused';
import { ask, send, words } from './statement';

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
  /** What the act changed, for whoever looks at it later or takes it back. The log itself holds no more of it than the hashes do. */
  before?: Change;
  after?: Change;
  /** The act that this one takes back. */
  undoes?: number;
}

/** Appends one fact inside the transaction of its act: both stand or neither. Gives the number of the entry. */
export const append = async (tx: Tx, fact: Fact): Promise<number> => (await appendAll(tx, [fact]))[0] as number;

/** Appends facts one after another, and gives their numbers. They are written together with all others of the transaction, at its end. */
export async function appendAll(tx: Tx, facts: readonly Fact[]): Promise<number[]> {
  if (facts.length === 0) return [];
  const end = ENDS.get(tx) ?? (await endOf(tx));
  return facts.map((fact) => {
    const body = canonicalBody(entryOf(fact, end));
    noteKind(tx, `${fact.actor.kind === 'machine' ? 'machine:' : ''}${fact.action}`);
    const leaf = leafOf(body);
    end.seq += 1;
    end.entries.push([end.seq, body, hex(end.leaf), hex(leaf)]);
    end.leaf = leaf;
    const by = personId(fact.actor);
    if (by !== null) end.acts.push(actOf(by, fact, end));
    return end.seq;
  });
}

/** What is appended from here on is a part of this act; null ends that. */
export async function appendUnder(tx: Tx, seq: number | null): Promise<void> {
  (ENDS.get(tx) ?? (await endOf(tx))).under = seq;
}

const actOf = (by: string, fact: Fact, { seq, under }: End): Act => ({
  ...{ seq, by, action: fact.action, subject: fact.subject, at: fact.at, under },
  ...{ undoes: fact.undoes ?? null, before: fact.before ?? null, after: fact.after ?? null },
});

/** Its number, its body, and in hex the hash of the one before it and its own. */
type Entry = [seq: number, body: string, prev: string, leaf: string];

/** How far the log goes by what a transaction appended, and what it has yet to write: nobody else writes in between, so it is looked up once. */
interface End {
  seq: number;
  leaf: Uint8Array;
  entries: Entry[];
  /** Those of people. */
  acts: Act[];
  under: number | null;
}
const ENDS = new WeakMap<object, End>();

function writeEntries(tx: Tx, { seq, leaf, entries, acts }: End): void {
  if (entries.length === 0) return;
  send(
    tx,
    words`INSERT INTO audit_log (seq, body, prev, leaf) SELECT value ->> 0, value ->> 1, unhex(value ->> 2), unhex(value ->> 3)
      FROM json_each(${JSON.stringify(entries)})`,
  );
  send(
    tx,
    words`INSERT INTO meta (key, value) VALUES (${AUDIT_HEAD}, ${headNote(seq, hex(leaf))})
      ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  );
  writeActs(tx, acts);
}

/** The end of the log, which must be sound: nothing is appended to a log that somebody changed. */
async function endOf(tx: Tx): Promise<End> {
  const [last] = await ask<{ seq: number; body: string; leaf: ArrayBuffer }>(
    tx,
    words`SELECT seq, body, leaf FROM audit_log ORDER BY seq DESC LIMIT 1`,
  );
  const leaf = last ? new Uint8Array(last.leaf) : GENESIS;
  if (last && hex(leaf) !== hex(leafOf(last.body))) {
    giveUp(
      503,
      'AuditBroken',
      'The last entry of the log does not match its hash, so nothing more is written.',
      'Run `countercheck verify` and restore a good backup.',
    );
  }
  const end: End = { seq: last?.seq ?? 0, leaf, entries: [], acts: [], under: null };
  ENDS.set(tx, end);
  beforeCommit(tx, () => writeEntries(tx, end));
  rewinding(tx, () => {
    const { entries, acts, ...stood } = end;
    const [written, done] = [entries.length, acts.length];
    return () => {
      Object.assign(end, stood);
      entries.length = written;
      acts.length = done;
    };
  });
  return end;
}

const entryOf = (fact: Fact, { seq, leaf }: End): AuditEntry => ({
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

/** The hash of the last entry, of a transaction with what it appended itself: that which the next one names as the one before it. */
export const headHash = async (tx: Tx): Promise<string> => hex((ENDS.get(tx) ?? (await endOf(tx))).leaf);

/** Number of the last entry, of a transaction with what it appended itself; 0 for an empty log. Every write appends one, so what was read at this number is right until it moves. */
export async function logHead(from: Reads): Promise<number> {
  const own = ENDS.get(from);
  if (own) return own.seq;
  const [row] = await ask<{ head: number | null }>(from, words`SELECT max(seq) AS head FROM audit_log`);
  return row?.head ?? 0;
}
