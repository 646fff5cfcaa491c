import { eq, max } from 'drizzle-orm';
import { checkReason } from '@/lib/adjudication';
import { type Instant, ok, overlaps, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { recordClaims } from './article-record';
import { fileClaims } from './claim-keys';
import { type ArticleRow, type ClaimRow, claimRow, recordedClaim } from './codec';
import { readColumns } from './hand-columns';
import { type SaidOtherwise, saidOtherwise } from './hand-fields';
import { recordHand } from './hand-record';
import { newId } from './ids';
import type { Database, Tx } from './open';
import { oweRegroup } from './owed';
import { claims } from './schema';
import { articleToSelect, readWords, type Selected } from './selected-words';
import { verb } from './verb';

export interface MissedClaim extends SaidOtherwise {
  /** Id of the article. */
  id: string;
  selected: Selected;
  /** May be left out. */
  reason: string | null;
}

/**
 * Adds a claim that the machine missed: the words are selected, and the reader finds its one number in them. It is marked as added by hand and
 * waits for a judgement like all others. 409 `ClaimThere` where the machine, or somebody, read that number already; `TextTaken` for a text in
 * which nothing can be added.
 */
export function addClaim(db: Database, missed: MissedClaim, by: Actor, now: Instant): Promise<Result<{ id: string; articleId: string }>> {
  return verb(db, async (tx) => {
    if (by.kind !== 'person') return refuse(403, 'Forbidden', 'Only a person reads by hand.', 'Sign in as a reviewer.');
    const from = await articleToSelect(tx, missed.id);
    if (!from) return refuse(404, 'ArticleUnknown', `There is no article "${missed.id}".`, 'Choose one from the list.');
    const reason = checkReason(missed.reason ?? '', 0, 'reason');
    if (!reason.ok) return reason;
    const read = readWords(from, missed.selected);
    if (!read.ok) return read;
    const { id: articleId, publishedAt } = from.article;
    const there = await readAlready(tx, articleId, read.value.claim.figure);
    if (there) return there;
    const said = saidOtherwise(read.value.claim, fieldsOf(missed), publishedAt);
    if (!said.ok) return said;
    const row = claimRow(said.value.claim, {
      id: newId(),
      articleId,
      ordinal: await nextOrdinal(tx, articleId),
      partOf: null,
      createdAt: now,
    });
    await record(tx, from.article, from.context.outlet, row);
    const act = {
      act: 'added',
      takesBack: null,
      changed: ['figure', ...said.value.changed],
      before: null,
      reading: readColumns(row),
    } as const;
    await recordHand(
      tx,
      { claimId: row.id, revision: 1, ...act, changed: [...act.changed], selected: read.value.span, reason: reason.value || null, at: now },
      by,
    );
    oweRegroup(tx, now);
    return ok({ id: row.id, articleId });
  });
}

const fieldsOf = ({ speaker, speakerRole, asOf, scope, noun }: MissedClaim): SaidOtherwise => ({ speaker, speakerRole, asOf, scope, noun });

/** One number makes one claim. What was rejected can be accepted again. */
async function readAlready(tx: Tx, articleId: string, figure: { start: number; end: number }): Promise<Result<never> | null> {
  const rows = await tx.select().from(claims).where(eq(claims.articleId, articleId));
  const known = rows.find((row) => row.status !== 'superseded' && overlaps({ start: row.figureStart, end: row.figureEnd }, figure));
  if (!known) return null;
  const next = known.status === 'rejected' ? 'Accept that reading again, or correct it.' : 'Correct that reading instead.';
  return refuse(409, 'ClaimThere', `This number is read already: “${known.text}”.`, next, { field: 'quote', details: { claim: known.id } });
}

async function nextOrdinal(tx: Tx, articleId: string): Promise<number> {
  const last = await tx
    .select({ ordinal: max(claims.ordinal) })
    .from(claims)
    .where(eq(claims.articleId, articleId))
    .get();
  return (last?.ordinal ?? -1) + 1;
}

async function record(tx: Tx, { text, publishedAt, textHash }: ArticleRow, outlet: string | null, row: ClaimRow): Promise<void> {
  await recordClaims(tx, text, [row]);
  await fileClaims(tx, [recordedClaim(row, { outlet, publishedAt, textHash })]);
}
