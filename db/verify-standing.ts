import { type ChainFault, digestOf } from '@/lib/audit';
import { logHead } from './audit';
import { entryPages } from './log-pages';
import type { Reads } from './open';
import { personSubject } from './person-record';
import { people, sources } from './schema';
import { sourceSubject } from './sources';

/** The last entry about a row, and the digest it gives of it. */
interface Last {
  seq: number;
  digest: string | undefined;
}

/** Holds people and outlets, whose rows move, against the last entry about each: it keeps the digest of the row as it was left. */
export async function standingRowFault(from: Reads): Promise<ChainFault | null> {
  const last = await lastEntries(from);
  const rows = [
    ...(await from.select().from(people)).map((row) => ({ what: 'person', subject: personSubject(row.id), row })),
    ...(await from.select().from(sources)).map((row) => ({ what: 'outlet', subject: sourceSubject(row.id), row })),
  ];
  for (const { what, subject, row } of rows) {
    const found = last.get(subject);
    last.delete(subject);
    if (!found) return { ok: false, seq: (await logHead(from)) + 1, reason: `${what} ${row.id} was never logged` };
    if (digestOf(row) !== found.digest) return { ok: false, seq: found.seq, reason: `${what} ${row.id} is not what was logged` };
  }
  for (const [subject, { seq }] of last) return { ok: false, seq, reason: `${subject} is missing` };
  return null;
}

async function lastEntries(from: Reads): Promise<Map<string, Last>> {
  const last = new Map<string, Last>();
  for await (const entries of entryPages(from)) {
    for (const { seq, subject, evidenceHashes } of entries) {
      if (subject.startsWith(personSubject('')) || subject.startsWith(sourceSubject('')))
        last.set(subject, { seq, digest: evidenceHashes[0] });
    }
  }
  return last;
}
