import type { AuditEntry, ChainFault } from '@/lib/audit';
import { logHead } from './audit';
import { entryPages } from './log-pages';
import { NOTE_ACTS, noteSubject, standingDigest, versionDigest } from './note-record';
import type { Reads } from './open';
import { notes, noteVersions } from './schema';

const ACTIONS: readonly string[] = Object.values(NOTE_ACTS);

/** Holds every version of every note against the entry that made it, and whether it is resolved against the last entry that says so. */
export async function noteFault(from: Reads): Promise<ChainFault | null> {
  const made = new Map<string, AuditEntry>();
  const settled = new Map<string, AuditEntry>();
  for await (const entries of entryPages(from))
    for (const entry of entries) {
      if (!ACTIONS.includes(entry.action)) continue;
      if (entry.action === NOTE_ACTS.resolved || entry.action === NOTE_ACTS.reopened) settled.set(entry.subject, entry);
      else made.set(`${entry.subject} ${entry.toVersion}`, entry);
    }
  const stray = async (reason: string): Promise<ChainFault> => ({ ok: false, seq: (await logHead(from)) + 1, reason });
  const rows = new Map((await from.select().from(notes)).map((row) => [row.id, row]));
  for (const version of await from.select().from(noteVersions)) {
    const row = rows.get(version.noteId);
    const key = `${noteSubject(version.noteId)} ${version.version}`;
    const entry = made.get(key);
    if (!row || !entry) return stray(`version ${version.version} of note ${version.noteId} was never logged`);
    if (entry.evidenceHashes[0] !== versionDigest(row, version))
      return { ok: false, seq: entry.seq, reason: `version ${version.version} of note ${version.noteId} is not what was logged` };
    made.delete(key);
  }
  for (const { seq, subject } of made.values()) return { ok: false, seq, reason: `words of ${subject} are missing` };
  for (const row of rows.values()) {
    const entry = settled.get(noteSubject(row.id));
    if (!entry && row.resolvedAt !== null) return stray(`that note ${row.id} is resolved was never logged`);
    if (entry && entry.evidenceHashes[0] !== standingDigest(row))
      return { ok: false, seq: entry.seq, reason: `note ${row.id} does not stand as was logged` };
  }
  return null;
}
