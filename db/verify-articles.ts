import { asc, sql } from 'drizzle-orm';
import type { AuditEntry, ChainFault } from '@/lib/audit';
import { ARTICLE_ADDED, articleHashes, articleSubject } from './article-record';
import { logHead } from './audit';
import { asMachineRead } from './by-hand';
import type { ClaimRow } from './codec';
import { entryPages } from './log-pages';
import type { Reads } from './open';
import { enginesOfLater } from './readings';
import { articles, claims } from './schema';
import { isAmong } from './statement';

/** Articles looked at together: each comes with its whole text. */
const TOGETHER = 50;

/** Holds every article and its claims as they were first read against the entry that added them, and the other way round. */
export async function articleFault(from: Reads): Promise<ChainFault | null> {
  let logged = 0;
  for await (const entries of entryPages(from)) {
    const added = entries.filter((entry) => entry.action === ARTICLE_ADDED);
    for (let at = 0; at < added.length; at += TOGETHER) {
      const fault = await faultAmong(from, added.slice(at, at + TOGETHER));
      if (fault) return fault;
    }
    logged += added.length;
  }
  return (await from.$count(articles)) === logged ? null : await neverLogged(from);
}

async function faultAmong(from: Reads, entries: AuditEntry[]): Promise<ChainFault | null> {
  const ids = entries.map(({ subject }) => subject.slice(articleSubject('').length));
  const rows = new Map((await from.select().from(articles).where(isAmong(articles.id, ids))).map((row) => [row.id, row]));
  const claimsOf = new Map<string, ClaimRow[]>();
  // Those that came later are held against the entry of their reading.
  const later = await enginesOfLater(from, ids);
  const stored = await from.select().from(claims).where(isAmong(claims.articleId, ids)).orderBy(asc(claims.ordinal));
  for (const row of await asMachineRead(from, stored)) {
    if (later.has(row.id)) continue;
    const ofArticle = claimsOf.get(row.articleId);
    if (ofArticle) ofArticle.push(row);
    else claimsOf.set(row.articleId, [row]);
  }
  for (const [index, { seq, evidenceHashes }] of entries.entries()) {
    const id = ids[index]!;
    const row = rows.get(id);
    if (!row) return { ok: false, seq, reason: `article ${id} is missing` };
    const [text, whole, readings] = articleHashes(row, claimsOf.get(id) ?? []);
    if (text !== evidenceHashes[0] || whole !== evidenceHashes[1])
      return { ok: false, seq, reason: `article ${id} is not what was logged` };
    if (readings !== evidenceHashes[2]) return { ok: false, seq, reason: `the claims of article ${id} are not what was logged` };
  }
  return null;
}

async function neverLogged(from: Reads): Promise<ChainFault> {
  const [found] = await from.all<{ id: string }>(sql`
    SELECT id FROM articles WHERE ${articleSubject('')} || id NOT IN
      (SELECT body ->> '$.subject' FROM audit_log WHERE body ->> '$.action' = ${ARTICLE_ADDED}) LIMIT 1`);
  return {
    ok: false,
    seq: (await logHead(from)) + 1,
    reason: found ? `article ${found.id} was never logged` : 'an article was logged twice',
  };
}
