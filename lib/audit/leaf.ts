import { createHash } from 'node:crypto';
import { canonicalize } from 'json-canonicalize';
import type { Instant } from '@/lib/base';

/** One logged fact. Names, addresses and other personal text never enter: `actor` is an id, long texts enter as hashes. */
export interface AuditEntry {
  seq: number;
  at: Instant;
  /** Id of a person, or "machine", "owner", "anonymous". */
  actor: string;
  /** The operation that made it: "cases.rule". */
  action: string;
  /** What it is about: "case:k3v9m2qd4x". */
  subject: string;
  fromVersion: number | null;
  toVersion: number | null;
  reason: string | null;
  /** SHA-256 of each text or file the fact rests on, in hex. */
  evidenceHashes: string[];
  /** Leaf of the entry before, in hex; 64 zeros for the first. */
  prev: string;
}

export type AuditBody = string;

/** What stands before the first entry. */
export const GENESIS: Uint8Array = new Uint8Array(32);

/** The one way to write an entry down (RFC 8785), so that the same fact always has the same hash. */
export function canonicalBody(entry: AuditEntry): AuditBody {
  const { seq, at, actor, action, subject, fromVersion, toVersion, reason, evidenceHashes, prev } = entry;
  return canonicalize({ seq, at, actor, action, subject, fromVersion, toVersion, reason, evidenceHashes, prev });
}

/** SHA-256(0x00 ‖ body). The zero byte keeps leaves apart from the inner nodes of a later tree (RFC 6962). */
export const leafOf = (body: AuditBody): Uint8Array =>
  new Uint8Array(createHash('sha256').update(Uint8Array.of(0)).update(body, 'utf8').digest());

export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** SHA-256 of anything that can be written as JSON, in its one canonical form: how a fact points to what it rests on. */
export const digestOf = (value: unknown): string => createHash('sha256').update(canonicalize(value), 'utf8').digest('hex');
