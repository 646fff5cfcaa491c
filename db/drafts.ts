import { and, eq, ne } from 'drizzle-orm';
import { type Instant, ok, type Refusal, type Result, refuse } from '@/lib/base';
import { newId } from './ids';
import type { Database } from './open';
import { drafts } from './schema';
import { unlogged } from './verb';

/** Fields by name as a form sends them: a name given several times is a list. Values are text and nothing else. */
export type Fields = Record<string, string | string[]>;

/** What somebody typed and has not sent, or sent and had refused: `refusal` says why. */
export interface Draft {
  form: string;
  fields: Fields;
  refusal: Refusal | null;
  savedAt: Instant;
}

/** The form of articles holds a whole one, every other form what a person types. */
const MOST_CHARACTERS = { 'articles.add': 6_000_000, other: 1_000_000 } as const;
const MOST_DRAFTS = 200;

/**
 * Keeps what a person typed into a form, one draft for each form. It is private, so it is no fact of the log.
 * 413 `DraftTooLarge`, 409 `TooManyDrafts`.
 */
export function saveDraft(
  db: Database,
  personId: string,
  draft: { form: string; fields: Fields; refusal?: Refusal | null },
  now: Instant,
): Promise<Result<{ form: string }>> {
  const { form, fields, refusal = null } = draft;
  return unlogged(db, async (tx) => {
    if (JSON.stringify(fields).length > (form === 'articles.add' ? MOST_CHARACTERS[form] : MOST_CHARACTERS.other))
      return refuse(413, 'DraftTooLarge', 'This is too much text for a draft.', 'Keep a copy of your own, and send less at once.');
    const others = and(eq(drafts.personId, personId), ne(drafts.form, form));
    if ((await tx.$count(drafts, others)) >= MOST_DRAFTS) {
      const next = 'Send some of what you began first, and keep a copy of this of your own.';
      return refuse(409, 'TooManyDrafts', `You have ${MOST_DRAFTS} drafts already.`, next);
    }
    const kept = { fields, refusal, savedAt: now };
    await tx
      .insert(drafts)
      .values({ id: newId(), personId, form, ...kept })
      .onConflictDoUpdate({ target: [drafts.personId, drafts.form], set: kept });
    return ok({ form });
  });
}

/** A person's own draft of a form. */
export async function loadDraft(db: Database, personId: string, form: string): Promise<Draft | null> {
  const mine = and(eq(drafts.personId, personId), eq(drafts.form, form));
  const row = await db.read.select().from(drafts).where(mine).get();
  return row ? { form: row.form, fields: row.fields, refusal: row.refusal, savedAt: row.savedAt } : null;
}

/** What was sent and taken needs no draft any more. */
export function dropDraft(db: Database, personId: string, form: string): Promise<Result<null>> {
  return unlogged(db, async (tx) => {
    await tx.delete(drafts).where(and(eq(drafts.personId, personId), eq(drafts.form, form)));
    return ok(null);
  });
}
