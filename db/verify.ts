import { eq } from 'drizzle-orm';
import { type ChainVerdict, startWalk } from '@/lib/audit';
import { AUDIT_HEAD, headNote } from './audit';
import { strangeMake } from './fingerprint';
import { logPages } from './log-pages';
import type { Database, Reads } from './open';
import { meta } from './schema';
import { actFault } from './verify-acts';
import { articleFault } from './verify-articles';
import { caseFault } from './verify-cases';
import { handFault } from './verify-hands';
import { judgementFault } from './verify-judgements';
import { noteFault } from './verify-notes';
import { noticeFault } from './verify-notices';
import { pairFault } from './verify-pairs';
import { readingFault } from './verify-readings';
import { revisionFault } from './verify-revisions';
import { snapshotFault } from './verify-snapshots';
import { standingRowFault } from './verify-standing';

const FAULTS = [
  ...[articleFault, snapshotFault, noticeFault, readingFault, handFault, judgementFault, pairFault],
  ...[revisionFault, caseFault, noteFault, actFault, standingRowFault],
];

/**
 * Holds the record against its log, in one read transaction, so that a server may go on writing: every entry against its hash and the
 * one before, how far the log goes, the make of the record with the guards that keep it append-only; then every article with its
 * claims, of whose snapshots it is one, every notice on it, every later reading of it, every reading by hand with what its claim says, every judgement with the standing of its claim, every word on a pair, every act on a speaker, outlet or measure, every case, ruling and publication, every note, everything that a person did, against the entry that made it, and every
 * person, outlet, speaker and definition that somebody changed against the last entry about them. Names the first bad entry.
 *
 * It says nothing about what no entry holds: the places in the queue, the measures, relations, checks, suggestions, origins, words for search and lists of the public that are made anew from the
 * rest, and what is private and passes: sessions, drafts, people's own settings, mentions they saw, what they follow and were told, failed sign-ins. The log and the articles are read in pages; the cases are held at once.
 */
export function verifyRecord(db: Pick<Database, 'snapshot'>): Promise<ChainVerdict> {
  return db.snapshot(async (from) => {
    const chain = await walkLog(from);
    if (!chain.ok) return chain;
    const loose = (await cutTail(from, chain)) ?? (await strangeMake(from));
    if (loose) return { ok: false, seq: chain.entries + 1, reason: loose };
    for (const faultIn of FAULTS) {
      const fault = await faultIn(from);
      if (fault) return fault;
    }
    return chain;
  });
}

const WALKS = new Map<string, Promise<ChainVerdict>>();

/** The same, once at a time: whoever asks while it goes on hears what it finds. A walk through a large record takes minutes. */
export function verifyTogether(db: Pick<Database, 'snapshot' | 'id'>): Promise<ChainVerdict> {
  const walk = WALKS.get(db.id) ?? verifyRecord(db).finally(() => WALKS.delete(db.id));
  WALKS.set(db.id, walk);
  return walk;
}

async function walkLog(from: Reads): Promise<ChainVerdict> {
  const walk = startWalk();
  for await (const rows of logPages(from)) {
    for (const row of rows) {
      const fault = walk.next(row);
      if (fault) return fault;
    }
  }
  return walk.verdict();
}

/** A log cut short is still a good chain, so the record remembers beside it how far it went. */
async function cutTail(from: Reads, { entries, head }: Extract<ChainVerdict, { ok: true }>): Promise<string | null> {
  const noted = await from.select().from(meta).where(eq(meta.key, AUDIT_HEAD)).get();
  const found = headNote(entries, head);
  if (entries === 0 && !noted) return null;
  return noted?.value === found
    ? null
    : `the log ends with entry ${entries}, but the record was written up to ${noted?.value ?? 'no entry'}`;
}
