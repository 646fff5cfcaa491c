import type { ChainFault } from '@/lib/audit';
import { articleSubject } from './article-record';
import { logHead } from './audit';
import { entryPages } from './log-pages';
import { endDigest, NOTICE_ACTS, noticeDigest } from './notice-record';
import type { Reads } from './open';
import { articleNotices } from './schema';

const ACTS: readonly string[] = Object.values(NOTICE_ACTS).flatMap(({ set, end }) => [set, end]);

/** Holds every notice on an article, and its end, against the entries that made them. */
export async function noticeFault(from: Reads): Promise<ChainFault | null> {
  const rows = await from.select().from(articleNotices);
  const facts = new Map(
    rows.flatMap((row): [number, { action: string; subject: string; digest: string }][] => {
      const [acts, subject] = [NOTICE_ACTS[row.kind], articleSubject(row.articleId)];
      const set = { action: acts.set, subject, digest: noticeDigest(row) };
      const end = { action: acts.end, subject, digest: endDigest(row) };
      return row.endedSeq === null
        ? [[row.seq, set]]
        : [
            [row.seq, set],
            [row.endedSeq, end],
          ];
    }),
  );
  for await (const entries of entryPages(from)) {
    for (const { seq, action, subject, evidenceHashes } of entries) {
      if (!ACTS.includes(action)) continue;
      const fact = facts.get(seq);
      facts.delete(seq);
      if (fact?.action !== action || fact.subject !== subject || fact.digest !== evidenceHashes[0])
        return { ok: false, seq, reason: `the notice on ${subject} is not what was logged` };
    }
  }
  for (const { subject } of facts.values())
    return { ok: false, seq: (await logHead(from)) + 1, reason: `a notice on ${subject} was never logged` };
  return null;
}
