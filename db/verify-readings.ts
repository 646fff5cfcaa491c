import { and, eq } from 'drizzle-orm';
import type { AuditEntry, ChainFault } from '@/lib/audit';
import { articleSubject } from './article-record';
import { logHead } from './audit';
import { asMachineRead } from './by-hand';
import type { ClaimRow } from './codec';
import { entryPages } from './log-pages';
import type { Reads } from './open';
import { ARTICLE_REREAD, type ReadingRow, readingHashes } from './reading-record';
import { claims, readings } from './schema';
import { isAmong } from './statement';

/** Readings looked at together, with the claims that came and went with them. */
const TOGETHER = 50;

/** Holds every later reading of an article, the claims that came with it and those it took the place of against the entry that made it. */
export async function readingFault(from: Reads): Promise<ChainFault | null> {
  let [logged, superseded] = [0, 0];
  for await (const entries of entryPages(from)) {
    const again = entries.filter((entry) => entry.action === ARTICLE_REREAD);
    for (let at = 0; at < again.length; at += TOGETHER) {
      const found = await faultAmong(from, again.slice(at, at + TOGETHER));
      if (typeof found !== 'number') return found;
      superseded += found;
    }
    logged += again.length;
  }
  const fault = async (reason: string): Promise<ChainFault> => ({ ok: false, seq: (await logHead(from)) + 1, reason });
  if ((await from.$count(readings)) !== logged) return fault('a reading of an article was never logged');
  const marked = await from.$count(claims, eq(claims.status, 'superseded'));
  return marked === superseded ? null : fault('a claim is stored as superseded, which no reading says');
}

/** The first fault, or how many claims these readings took the place of. */
async function faultAmong(from: Reads, entries: readonly AuditEntry[]): Promise<ChainFault | number> {
  const ids = entries.map(({ subject }) => subject.slice(articleSubject('').length));
  const key = (id: string, revision: number | null) => `${id} ${revision}`;
  const rows = new Map<string, ReadingRow>();
  for (const row of await from.select().from(readings).where(isAmong(readings.articleId, ids)))
    rows.set(key(row.articleId, row.revision), row);
  let superseded = 0;
  for (const [index, { seq, toVersion, evidenceHashes }] of entries.entries()) {
    const fault = (reason: string): ChainFault => ({ ok: false, seq, reason: `${reason} article ${ids[index]}` });
    const row = rows.get(key(ids[index] as string, toVersion));
    if (!row || row.seq !== seq) return fault(`reading ${toVersion} is missing of`);
    const gone = row.superseded.map(({ claim }) => claim);
    const about = await claimsAmong(from, row, [...row.added, ...gone]);
    const [reading, came] = readingHashes(
      row,
      row.added.flatMap((id) => about.get(id) ?? []),
    );
    if (reading !== evidenceHashes[0]) return fault(`reading ${toVersion} is not what was logged of`);
    if (came !== evidenceHashes[1]) return fault(`the claims of reading ${toVersion} are not what was logged of`);
    if (gone.some((id) => about.get(id)?.status !== 'superseded')) return fault(`a claim stands that reading ${toVersion} superseded of`);
    superseded += gone.length;
  }
  return superseded;
}

async function claimsAmong(from: Reads, { articleId }: ReadingRow, ids: readonly string[]): Promise<Map<string, ClaimRow>> {
  const found = new Map<string, ClaimRow>();
  for (let at = 0; at < ids.length; at += 500) {
    const some = and(eq(claims.articleId, articleId), isAmong(claims.id, ids.slice(at, at + 500)));
    for (const row of await asMachineRead(from, await from.select().from(claims).where(some))) found.set(row.id, row);
  }
  return found;
}
