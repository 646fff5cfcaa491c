import { desc, lt } from 'drizzle-orm';
import { type AuditEntry, hex } from '@/lib/audit';
import type { Reads } from '../open';
import { auditLog } from '../schema';
import { ask, words } from '../statement';
import { titlesOf } from '../titles';
import { namesOf } from './names';
import { nameless, SOME_REVIEWER } from './seen-by';

export interface LogLine {
  entry: AuditEntry;
  /** Hash of the entry in hex. */
  leaf: string;
  /** What it was about, as people call it; null for what has no name of its own. */
  title: string | null;
  /** Name of the person, or the word the log uses ("machine", "owner"). */
  who: string;
  /** Part of taking back an act, under the name of what it takes back. */
  undoes: boolean;
}

const PAGE = 50;

/** The newest entries, or those before one of them, as this person may see them. */
export async function readLog(from: Reads, before: number | null, reader: string): Promise<LogLine[]> {
  const rows = await from
    .select()
    .from(auditLog)
    .where(before === null ? undefined : lt(auditLog.seq, before))
    .orderBy(desc(auditLog.seq))
    .limit(PAGE);
  const lines = rows.map(({ body, leaf }) => ({ entry: JSON.parse(body) as AuditEntry, leaf: hex(leaf) }));
  const names = await namesOf(
    from,
    lines.map(({ entry }) => entry.actor),
  );
  const titles = await titlesOf(
    from,
    lines.map(({ entry }) => entry.subject),
  );
  const told = ({ actor, action, subject }: AuditEntry) => ({ by: actor, action, subject });
  const isNameless = await nameless(
    from,
    lines.map(({ entry }) => told(entry)),
    reader,
  );
  const undoing = await undoingIn(
    from,
    lines.map(({ entry }) => entry.seq),
  );
  const whoOf = (entry: AuditEntry) => (isNameless(told(entry)) ? SOME_REVIEWER : (names.get(entry.actor) ?? entry.actor));
  return lines.map((line) => ({
    ...line,
    who: whoOf(line.entry),
    title: titles.get(line.entry.subject) ?? null,
    undoes: undoing.has(line.entry.seq),
  }));
}

/** What some acts are taken back by is done in the same words as they were: which of the entries are such. */
async function undoingIn(from: Reads, seqs: readonly number[]): Promise<Set<number>> {
  const rows = await ask<{ seq: number }>(
    from,
    words`SELECT DISTINCT a.seq FROM acts a JOIN acts h ON h.seq = a.under AND h.undoes IS NOT NULL
      JOIN acts o ON (o.seq = h.undoes OR o.under = h.undoes) AND o.action = a.action WHERE a.seq IN (SELECT value FROM json_each(${JSON.stringify(seqs)}))`,
  );
  return new Set(rows.map(({ seq }) => seq));
}
