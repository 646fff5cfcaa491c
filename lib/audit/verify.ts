import { canonicalize } from 'json-canonicalize';
import { type AuditEntry, GENESIS, hex, leafOf } from './leaf';

/** One stored row of the log. */
export interface ChainRow {
  seq: number;
  body: string;
  prev: Uint8Array;
  leaf: Uint8Array;
}

/** `head` is the last leaf in hex. A refusal names the first bad entry and what is wrong with it. */
export type ChainVerdict = { ok: true; entries: number; head: string } | ChainFault;
export type ChainFault = { ok: false; seq: number; reason: string };

const FIELDS = ['action', 'actor', 'at', 'evidenceHashes', 'fromVersion', 'prev', 'reason', 'seq', 'subject', 'toVersion'];

/** A walk along the log, row by row, for logs too long to hold at once. */
export interface ChainWalk {
  /** The fault of this row, or null when it follows from the ones before. After a fault the walk is over. */
  next(row: ChainRow): ChainFault | null;
  verdict(): ChainVerdict;
}

export function startWalk(): ChainWalk {
  let entries = 0;
  let head = GENESIS;
  return {
    next(row) {
      const fault = faultOf(row, entries + 1, head);
      if (fault) return { ok: false, ...fault };
      entries = row.seq;
      head = row.leaf;
      return null;
    },
    verdict: () => ({ ok: true, entries, head: hex(head) }),
  };
}

/**
 * Walks the log from its first entry. It finds every edit, swap, gap and duplicate, and a body that is not written in the one
 * way it can be written. What a chain alone cannot show is a cut tail: compare `entries` with a checkpoint for that.
 */
export function verifyChain(rows: Iterable<ChainRow>): ChainVerdict {
  const walk = startWalk();
  for (const row of rows) {
    const fault = walk.next(row);
    if (fault) return fault;
  }
  return walk.verdict();
}

function faultOf(row: ChainRow, expected: number, head: Uint8Array): { seq: number; reason: string } | null {
  const at = (reason: string) => ({ seq: row.seq, reason });
  if (row.seq > expected) return { seq: expected, reason: `entry ${expected} is missing: the log goes on with ${row.seq}` };
  if (row.seq < expected) return at(`entry ${row.seq} stands twice or out of order`);
  if (hex(row.leaf) !== hex(leafOf(row.body))) return at('the body does not match its hash: one of them was edited');
  if (hex(row.prev) !== hex(head)) return at('it does not follow from the entry before it');
  const entry = parsed(row.body);
  if (entry === null) return at('the body is not an audit entry');
  // Written back it must be the same text, so nothing hides in a blank, an order or a field given twice.
  if (canonicalize(entry) !== row.body) return at('the body is not in canonical form');
  if (Object.keys(entry).sort().join() !== FIELDS.join()) return at('the body has other fields than an audit entry');
  if (entry.seq !== row.seq) return at(`the body says it is entry ${entry.seq}`);
  if (entry.prev !== hex(row.prev)) return at('the body names another entry before it');
  return null;
}

function parsed(body: string): AuditEntry | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as AuditEntry) : null;
  } catch {
    return null;
  }
}
