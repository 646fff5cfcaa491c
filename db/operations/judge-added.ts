import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { acceptArticle, rejectClaim } from '../claims';
import { claims } from '../schema';
import { text } from './fields';
import type { OperationContext } from './operation';

/** What a person said of one reading before it was stored: where it stands in the text ("12-20"), and whether it is right. */
export const judgedBefore = z
  .array(
    z.strictObject({
      at: z.string().regex(/^\d{1,8}-\d{1,8}$/, 'This is no place of a reading.'),
      word: z.enum(['accept', 'reject', '']).optional(),
      reason: text.optional(),
    }),
  )
  .optional();

export type JudgedBefore = z.output<typeof judgedBefore>;

/** Why a reading is rejected where nobody says more. */
const OTHERWISE = 'It asserts nothing that could be checked.';

/**
 * Judges the readings of an article that was just stored by what was said of them in its preview; one whose place has another reading by now waits
 * for a look. With `rest`, those that were shown and of which nothing was said are accepted.
 */
export async function judgeAdded(
  { db, actor, now }: OperationContext,
  articleId: string,
  { judge = [], rest }: { judge: JudgedBefore; rest: boolean },
): Promise<void> {
  const said = new Map(judge.map(({ at, word, reason }) => [at, { word: word || (rest ? 'accept' : ''), reason }]));
  if (said.size === 0) return;
  const { id, start, end } = claims;
  const rows = await db.read.select({ id, start, end }).from(claims).where(eq(claims.articleId, articleId)).orderBy(asc(claims.ordinal));
  const judged = rows.map((row) => ({ id: row.id, ...said.get(`${row.start}-${row.end}`) }));
  for (const one of judged)
    if (one.word === 'reject') await rejectClaim(db, { id: one.id, reason: one.reason?.trim() || OTHERWISE }, actor, now);
  const accepted = judged.filter(({ word }) => word === 'accept').map((one) => ({ id: one.id, revision: 0 }));
  if (accepted.length > 0) await acceptArticle(db, { id: articleId, seen: accepted }, actor, now);
}
