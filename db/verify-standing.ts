import { gt, isNotNull, or, sql } from 'drizzle-orm';
import { type AuditEntry, type ChainFault, digestOf } from '@/lib/audit';
import { logHead } from './audit';
import { definitionDigest, measureSubject } from './definition-record';
import { entryPages } from './log-pages';
import { speakerDigest, speakerSubject } from './named';
import type { Reads } from './open';
import { personSubject } from './person-record';
import { REVISION_ACTS } from './revision-record';
import { measureDefinitions, people, sources, speakers } from './schema';
import { sourceDigest, sourceSubject } from './sources';

/** The last entry about a row, and the digest it gives of it. */
interface Last {
  seq: number;
  digest: string | undefined;
}

/** A row with what is to be said of it. */
interface Standing {
  what: string;
  id: string;
  subject: string;
  digest: string;
}

/**
 * Holds people, outlets, speakers and definitions, whose rows move, against the last entry about each: it keeps the digest of the row as it
 * was left. A speaker that nobody changed is what articles say, and no fact.
 */
export async function standingRowFault(from: Reads): Promise<ChainFault | null> {
  const last = await lastEntries(from);
  for (const { what, id, subject, digest } of await standingRows(from)) {
    const found = last.get(subject);
    last.delete(subject);
    if (!found) return { ok: false, seq: (await logHead(from)) + 1, reason: `${what} ${id} was never logged` };
    if (digest !== found.digest) return { ok: false, seq: found.seq, reason: `${what} ${id} is not what was logged` };
  }
  for (const [subject, { seq }] of last) return { ok: false, seq, reason: `${subject} is missing` };
  return astray(from);
}

async function standingRows(from: Reads): Promise<Standing[]> {
  const moved = await from
    .select()
    .from(speakers)
    .where(or(gt(speakers.revision, 0), isNotNull(speakers.intoId)));
  return [
    ...(await from.select().from(people)).map((row) => standing('person', row.id, personSubject(row.id), digestOf(row))),
    ...(await from.select().from(sources)).map((row) => standing('outlet', row.id, sourceSubject(row.id), sourceDigest(row))),
    ...moved.map((row) => standing('speaker', row.id, speakerSubject(row.id), speakerDigest(row))),
    ...(await from.select().from(measureDefinitions)).map((row) =>
      standing('the definition of measure', row.measureId, measureSubject(row.measureId), definitionDigest(row)),
    ),
  ];
}

const standing = (what: string, id: string, subject: string, digest: string): Standing => ({ what, id, subject, digest });

/** What stands for a name is what stands for the one it was merged into. */
async function astray(from: Reads): Promise<ChainFault | null> {
  for (const [what, table] of [
    ['speaker', speakers],
    ['outlet', sources],
  ] as const) {
    const [found] = await from.all<{ id: string }>(sql`SELECT own.id FROM ${table} own LEFT JOIN ${table} other ON other.id = own.into_id
      WHERE own.standing_id IS NOT coalesce(other.standing_id, other.id) LIMIT 1`);
    if (found) return { ok: false, seq: (await logHead(from)) + 1, reason: `${what} ${found.id} leads elsewhere than it was merged` };
  }
  return null;
}

const FOLLOWED = [personSubject(''), sourceSubject(''), speakerSubject('')];

/** Of measures, what people did to them alone: what the engine makes of them is worked out from the claims. */
const isFollowed = ({ subject, action }: AuditEntry): boolean =>
  FOLLOWED.some((kind) => subject.startsWith(kind)) ||
  (subject.startsWith(measureSubject('')) && REVISION_ACTS.some((act) => act === action));

async function lastEntries(from: Reads): Promise<Map<string, Last>> {
  const last = new Map<string, Last>();
  for await (const entries of entryPages(from)) {
    for (const entry of entries) if (isFollowed(entry)) last.set(entry.subject, { seq: entry.seq, digest: entry.evidenceHashes[0] });
  }
  return last;
}
