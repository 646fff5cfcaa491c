import type { ChainFault } from '@/lib/audit';
import { articleSubject } from './article-record';
import { SNAPSHOT_STORED, snapshotDigest } from './article-snapshots';
import { logHead } from './audit';
import { entryPages } from './log-pages';
import type { Reads } from './open';
import { articleSnapshots } from './schema';

/** Holds every snapshot of an article against the entry that made it, and the other way round. */
export async function snapshotFault(from: Reads): Promise<ChainFault | null> {
  const rows = new Map((await from.select().from(articleSnapshots)).map((row) => [row.seq, row]));
  for await (const entries of entryPages(from)) {
    for (const { seq, action, subject, evidenceHashes } of entries) {
      if (action !== SNAPSHOT_STORED) continue;
      const row = rows.get(seq);
      rows.delete(seq);
      if (!row || subject !== articleSubject(row.articleId) || evidenceHashes[0] !== snapshotDigest(row))
        return { ok: false, seq, reason: `the snapshot ${subject} is not what was logged` };
    }
  }
  for (const { articleId } of rows.values())
    return { ok: false, seq: (await logHead(from)) + 1, reason: `the snapshot ${articleSubject(articleId)} was never logged` };
  return null;
}
