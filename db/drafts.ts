import { and, eq } from 'drizzle-orm';
import { type Instant, ok, type Refusal, type Result, refuse } from '@/lib/base';
import { newId } from './ids';
import type { Database } from './open';
import { drafts } from './schema';
import { verb } from './verb';

/** Fields by name as a form sends them: a name given several times is a list. Values are text and nothing else. */
export type Fields = Record<string, string | string[]>;

/** What somebody typed and has not sent, or sent and had refused: `refusal` says why. */
export interface Draft {
  form: string;
  fields: Fields;
  refusal: Refusal | null;
  savedAt: Instant;
}

/** A draft holds at most one whole article. */
const MOST_CHARACTERS = 6_000_000;

/** Keeps what a person typed into a form, one draft for each form. It is private, so it is no fact of the log. 413 `DraftTooLarge`. */
export function saveDraft(
  db: Database,
  personId: string,
  draft: { form: string; fields: Fields; refusal?: Refusal | null },
  now: Instant,
): Promise<Result<{ form: string }>> {
  const { form, fields, refusal = null } = draft;
  return verb(db, async (tx) => {
    if (JSON.stringify(fields).length > MOST_CHARACTERS)
      return refuse(413, 'DraftTooLarge', 'This is too much text for a draft.', 'Keep a copy of your own, and send less at once.');
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
  return verb(db, async (tx) => {
    await tx.delete(drafts).where(and(eq(drafts.personId, personId), eq(drafts.form, form)));
    return ok(null);
  });
}
