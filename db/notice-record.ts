import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { checkReason, LIMITS } from '@/lib/adjudication';
import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import { articleSubject } from './article-record';
import { append } from './audit';
import { newId } from './ids';
import type { Reads, Tx } from './open';
import type { Person } from './people';
import { articleNotices, articles } from './schema';
import { isAmong } from './statement';

export type NoticeRow = typeof articleNotices.$inferSelect;
export type NoticeKind = NoticeRow['kind'];

/** The acts that set and end each kind, as the log names them. */
export const NOTICE_ACTS = {
  retracted: { set: 'articles.retract', end: 'articles.unretract' },
  withheld: { set: 'articles.withhold', end: 'articles.restore' },
} as const satisfies Record<NoticeKind, { set: string; end: string }>;

/** What the log keeps of a notice, and of its end. */
export const noticeDigest = ({ id, articleId, kind, day, url, reason, by, byRole, at }: NoticeRow): string =>
  digestOf({ id, articleId, kind, day, url, reason, by, byRole, at });
export const endDigest = ({ id, endedReason, endedBy, endedByRole, endedAt }: NoticeRow): string =>
  digestOf({ id, endedReason, endedBy, endedByRole, endedAt });

/** Whether a notice of this kind stands on an article, as a condition of a query. */
export const isNoted = (kind: NoticeKind, articleId: SQL | typeof articles.id): SQL<number> =>
  sql<number>`EXISTS (SELECT 1 FROM article_notices n WHERE n.article_id = ${articleId} AND ${sql.raw(standing(kind))})`;

const standing = (kind: NoticeKind): string => `n.kind = '${kind}' AND n.ended_seq IS NULL`;

/** The same in words of a statement. @param called the name of the table of articles there */
export const notedIn = (kind: NoticeKind, called: string): string =>
  `EXISTS (SELECT 1 FROM article_notices n WHERE n.article_id = ${called}.id AND ${standing(kind)})`;

/** The notices that stand on some articles, by article. */
export async function standingNotices(from: Reads, ids: readonly string[]): Promise<Map<string, Partial<Record<NoticeKind, NoticeRow>>>> {
  const standing = new Map<string, Partial<Record<NoticeKind, NoticeRow>>>();
  if (ids.length === 0) return standing;
  const rows = await from
    .select()
    .from(articleNotices)
    .where(and(isAmong(articleNotices.articleId, ids), isNull(articleNotices.endedSeq)));
  for (const row of rows) standing.set(row.articleId, { ...standing.get(row.articleId), [row.kind]: row });
  return standing;
}

const WORDS: Record<NoticeKind, { stands: string; none: string }> = {
  retracted: { stands: 'This article is noted as taken back by its source already.', none: 'This article is not noted as taken back.' },
  withheld: { stands: 'The text of this article is withheld already.', none: 'The text of this article is not withheld.' },
};

/** Notes something on an article. 404 `ArticleUnknown`, 409 `IllegalTransition` where it stands already, 422 for the reason. */
export async function setNotice(
  tx: Tx,
  { id: articleId, kind, day, url, reason }: Pick<NoticeRow, 'id' | 'kind' | 'day' | 'url' | 'reason'>,
  by: Person,
  at: Instant,
): Promise<Result<NoticeRow>> {
  const standing = await noticeOn(tx, articleId, kind);
  if (!standing.ok) return standing;
  if (standing.value) return refuse(409, 'IllegalTransition', WORDS[kind].stands, 'Nothing is left to do.');
  const said = checkReason(reason, LIMITS.reasonWords, 'reason');
  if (!said.ok) return said;
  const row: NoticeRow = {
    ...{ id: newId(), seq: 0, articleId, kind, day, url, reason: said.value, by: by.id, byRole: by.role, at },
    ...{ endedSeq: null, endedReason: null, endedBy: null, endedByRole: null, endedAt: null },
  };
  const change = { before: { [kind]: false }, after: { [kind]: true } };
  const fact = {
    action: NOTICE_ACTS[kind].set,
    subject: articleSubject(articleId),
    reason: row.reason,
    evidenceHashes: [noticeDigest(row)],
  };
  const seq = await append(tx, { at, actor: by, ...fact, ...change });
  await tx.insert(articleNotices).values({ ...row, seq });
  return ok(row);
}

/** Takes a notice back: from then on the article is as if it had never stood. 404 `ArticleUnknown`, 409 `IllegalTransition` where none stands. */
export async function endNotice(
  tx: Tx,
  { id: articleId, kind, reason }: Pick<NoticeRow, 'id' | 'kind' | 'reason'>,
  by: Person,
  at: Instant,
): Promise<Result<NoticeRow>> {
  const standing = await noticeOn(tx, articleId, kind);
  if (!standing.ok) return standing;
  if (!standing.value) return refuse(409, 'IllegalTransition', WORDS[kind].none, 'Nothing is left to do.');
  const said = checkReason(reason, LIMITS.reasonWords, 'reason');
  if (!said.ok) return said;
  const row: NoticeRow = { ...standing.value, endedReason: said.value, endedBy: by.id, endedByRole: by.role, endedAt: at };
  const change = { before: { [kind]: true }, after: { [kind]: false } };
  const fact = { action: NOTICE_ACTS[kind].end, subject: articleSubject(articleId), reason: said.value, evidenceHashes: [endDigest(row)] };
  const endedSeq = await append(tx, { at, actor: by, ...fact, ...change });
  await tx
    .update(articleNotices)
    .set({ ...row, endedSeq })
    .where(eq(articleNotices.id, row.id));
  return ok(row);
}

async function noticeOn(tx: Tx, articleId: string, kind: NoticeKind): Promise<Result<NoticeRow | null>> {
  const known = await tx.select({ id: articles.id }).from(articles).where(eq(articles.id, articleId)).get();
  if (!known) return refuse(404, 'ArticleUnknown', `There is no article "${articleId}".`, 'Choose one from the list.');
  return ok((await standingNotices(tx, [articleId])).get(articleId)?.[kind] ?? null);
}
