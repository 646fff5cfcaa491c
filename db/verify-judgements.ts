import { and, asc, gt, gte, lte, sql } from 'drizzle-orm';
import type { AuditEntry, ChainFault } from '@/lib/audit';
import { ARTICLE_ADDED, articleSubject } from './article-record';
import { JUDGING, type JudgementRow, judgementDigest } from './judgement-record';
import { entryPages } from './log-pages';
import type { Reads } from './open';
import { claimJudgements, claims } from './schema';

const PAGE = 2000;

/** Holds every judgement against the entry that made it, and the standing of every claim against the last judgement on it. */
export async function judgementFault(from: Reads): Promise<ChainFault | null> {
  for await (const entries of entryPages(from)) {
    const made = await madeBy(from, entries);
    for (const { seq, action, evidenceHashes } of entries) {
      const found = (made.get(seq) ?? []).map(judgementDigest).sort();
      const logged = JUDGING.some((judging) => judging === action) ? [...evidenceHashes].sort() : [];
      if (found.join() !== logged.join()) return { ok: false, seq, reason: 'its judgements are not what was logged' };
    }
  }
  const [stray] = await from.all<{ seq: number; id: string }>(
    sql`SELECT seq, claim_id AS id FROM claim_judgements WHERE seq NOT IN (SELECT seq FROM audit_log) LIMIT 1`,
  );
  if (stray) return { ok: false, seq: stray.seq, reason: `a judgement on claim ${stray.id} was never logged` };
  return await standingFault(from);
}

async function madeBy(from: Reads, entries: AuditEntry[]): Promise<Map<number, JudgementRow[]>> {
  const within = and(gte(claimJudgements.seq, entries[0]!.seq), lte(claimJudgements.seq, entries.at(-1)!.seq));
  const made = new Map<number, JudgementRow[]>();
  for (const row of await from.select().from(claimJudgements).where(within)) made.set(row.seq, [...(made.get(row.seq) ?? []), row]);
  return made;
}

/** Claims by id, a page at a time, each with its judgements in the order of the log. */
async function standingFault(from: Reads): Promise<ChainFault | null> {
  const columns = { id: claims.id, status: claims.status, acceptedAt: claims.acceptedAt };
  for (let after = ''; ; ) {
    const page = await from.select(columns).from(claims).where(gt(claims.id, after)).orderBy(asc(claims.id)).limit(PAGE);
    if (page.length === 0) return null;
    const until = page.at(-1)!.id;
    const judged = await from
      .select()
      .from(claimJudgements)
      .where(and(gt(claimJudgements.claimId, after), lte(claimJudgements.claimId, until)))
      .orderBy(asc(claimJudgements.seq));
    const last = new Map(judged.map((row) => [row.claimId, row]));
    for (const { id, status, acceptedAt } of page) {
      const word = last.get(id);
      const at = word?.judgement === 'accepted' ? word.at : null;
      // Which reading took the place of a claim is held against the log with the readings; nobody's word is ever superseded.
      const unjudged = status === 'superseded' ? 'superseded' : 'read';
      const standing = word && word.judgement !== 'taken-back' ? word.judgement : unjudged;
      if (status !== standing || acceptedAt !== at)
        return {
          ok: false,
          seq: word?.seq ?? (await addedIn(from, id)),
          reason: `claim ${id} is stored as ${status}, which nobody said last`,
        };
    }
    after = until;
  }
}

/** The entry that added a claim, with its article, with a later reading or by hand: the one that is wrong where nobody ever judged it. */
async function addedIn(from: Reads, id: string): Promise<number> {
  const [found] = await from.all<{ seq: number }>(sql`
    SELECT coalesce((SELECT seq FROM hand_readings WHERE claim_id = c.id AND act = 'added'), (SELECT r.seq FROM readings r, json_each(r.added) AS came WHERE r.article_id = c.article_id AND came.value = c.id), l.seq) AS seq
    FROM claims c JOIN audit_log l ON l.body ->> '$.subject' = ${articleSubject('')} || c.article_id
    WHERE c.id = ${id} AND l.body ->> '$.action' = ${ARTICLE_ADDED}`);
  return found!.seq;
}
