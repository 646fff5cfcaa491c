import type { ArticleNotice } from '@/lib/publication';
import { type NoticeKind, standingNotices } from '../notice-record';
import type { Reads } from '../open';
import { actorsOf } from './roles';

/** What stands noted on some articles, as the public is told: who did is a role. */
export async function publicNotices(from: Reads, ids: readonly string[]): Promise<Map<string, Partial<Record<NoticeKind, ArticleNotice>>>> {
  const standing = await standingNotices(from, ids);
  const rows = [...standing.values()].flatMap(({ retracted, withheld }) => [retracted ?? [], withheld ?? []].flat());
  const actor = await actorsOf(from, rows);
  const shown = new Map<string, Partial<Record<NoticeKind, ArticleNotice>>>();
  for (const row of rows) {
    const { articleId, kind, day, url, reason, at, seq } = row;
    shown.set(articleId, { ...shown.get(articleId), [kind]: { day, url, reason, at, entry: seq, by: actor(row) } });
  }
  return shown;
}
