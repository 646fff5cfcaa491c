import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { checkReason, LIMITS } from '@/lib/adjudication';
import { ok, type Result } from '@/lib/base';
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

/** Whether what was said can be kept at all: asked before anything is stored. 422 where a reason says too little or too much. */
export function checkJudged(judge: JudgedBefore): Result<null> {
  for (const [at, { word, reason }] of (judge ?? []).entries()) {
    const checked = word === 'reject' && reason?.trim() ? checkReason(reason, LIMITS.reasonWords, 'reason') : null;
    if (checked?.ok === false) return { ok: false, refusal: { ...checked.refusal, field: `judge.${at}.reason` } };
  }
  return ok(null);
}

/** Of how many readings something was said, and for how many of them that stands. */
export const judgedAnswer = z.strictObject({ said: z.int(), stood: z.int() });

/** On how many readings a word is: with `rest`, those that were shown and of which nothing was said are accepted. */
export const saidOf = ({ judge = [], rest }: { judge: JudgedBefore; rest: boolean }): number =>
  judge.filter(({ word }) => word || rest).length;

/**
 * Judges the readings of an article that was just stored by what was said of them in its preview; one whose place has another reading by now waits
 * for a look. Gives for how many what was said stands.
 */
export async function judgeAdded(
  { db, actor, now }: OperationContext,
  articleId: string,
  { judge = [], rest }: { judge: JudgedBefore; rest: boolean },
): Promise<number> {
  const said = new Map(judge.map(({ at, word, reason }) => [at, { word: word || (rest ? 'accept' : ''), reason }]));
  if (said.size === 0) return 0;
  const { id, start, end } = claims;
  const rows = await db.read.select({ id, start, end }).from(claims).where(eq(claims.articleId, articleId)).orderBy(asc(claims.ordinal));
  const judged = rows.map((row) => ({ id: row.id, ...said.get(`${row.start}-${row.end}`) }));
  let stood = 0;
  for (const one of judged) {
    if (one.word !== 'reject') continue;
    const rejected = await rejectClaim(db, { id: one.id, reason: one.reason?.trim() || OTHERWISE }, actor, now);
    if (rejected.ok) stood += 1;
  }
  const seen = judged.filter(({ word }) => word === 'accept').map((one) => ({ id: one.id, revision: 0 }));
  const accepted = seen.length > 0 ? await acceptArticle(db, { id: articleId, seen }, actor, now) : null;
  return accepted?.ok ? stood + accepted.value.accepted : stood;
}
