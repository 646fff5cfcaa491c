import { and, eq, ne } from 'drizzle-orm';
import { type Instant, ok, type Refusal, type Result, refuse } from '@/lib/base';
import { newId } from './ids';
import type { Database } from './open';
import { drafts } from './schema';
import { isAmong } from './statement';
import { unlogged } from './verb';

/** Fields by name as a form sends them: a name given several times is a list. Values are text and nothing else. */
export type Fields = Record<string, string | string[]>;

/** What somebody typed and has not sent, or sent and had refused: `refusal` says why. */
export interface Draft {
  form: string;
  fields: Fields;
  refusal: Refusal | null;
  savedAt: Instant;
  /** Another with every other text: who says which draft they saw overwrites no other. */
  version: string;
}

/** The form of articles holds a whole one, every other form what a person types. */
const MOST_CHARACTERS = { 'articles.add': 6_000_000, other: 1_000_000 } as const;
const MOST_DRAFTS = 200;

/** A draft to keep. `seen`: the version its writer typed upon, "" for none; left out, it takes the place of whatever was kept. */
export interface NewDraft {
  form: string;
  fields: Fields;
  refusal?: Refusal | null;
  seen?: string;
}

/**
 * Keeps what a person typed into a form, one draft for each form. It is private, so it is no fact of the log.
 * 413 `DraftTooLarge`, 409 `TooManyDrafts`, 409 `DraftMoved` where another draft was kept since the one that was seen: its text, version
 * and time are in the details, and nothing of it is changed. A draft that is gone meanwhile was sent, and stands in nobody's way.
 */
export function saveDraft(db: Database, personId: string, draft: NewDraft, now: Instant): Promise<Result<SavedDraft>> {
  const { form, fields, refusal = null, seen } = draft;
  return unlogged(db, async (tx) => {
    if (JSON.stringify(fields).length > (form === 'articles.add' ? MOST_CHARACTERS[form] : MOST_CHARACTERS.other))
      return refuse(413, 'DraftTooLarge', 'This is too much text for a draft.', 'Keep a copy of your own, and send less at once.');
    const before = await tx.select().from(drafts).where(ofForm(personId, form)).get();
    const isSame = before !== undefined && isSameText(before.fields, fields);
    if (before && seen !== undefined && before.id !== seen && !isSame) return moved(before);
    const others = and(eq(drafts.personId, personId), ne(drafts.form, form));
    if ((await tx.$count(drafts, others)) >= MOST_DRAFTS) {
      const next = 'Send some of what you began first, and keep a copy of this of your own.';
      return refuse(409, 'TooManyDrafts', `You have ${MOST_DRAFTS} drafts already.`, next);
    }
    const kept = { id: isSame ? before.id : newId(), fields, refusal, savedAt: now };
    await tx
      .insert(drafts)
      .values({ personId, form, ...kept })
      .onConflictDoUpdate({ target: [drafts.personId, drafts.form], set: kept });
    return ok({ form, version: kept.id, savedAt: now });
  });
}

/**
 * Whether what is sent was typed upon the draft that is kept, or says the same. 409 `DraftMoved` with the other text where another window of the
 * same person kept a later one: sent all the same, that would be lost unseen.
 */
export async function checkSeen(
  db: Database,
  personId: string,
  sent: Required<Pick<NewDraft, 'form' | 'fields' | 'seen'>>,
): Promise<Result<null>> {
  const kept = await db.read.select().from(drafts).where(ofForm(personId, sent.form)).get();
  return kept && kept.id !== sent.seen && !isSameText(kept.fields, sent.fields) ? moved(kept) : ok(null);
}

/** What a form fills in by itself says nothing of who typed what. */
const UNTYPED = ['id', 'revision', 'status', 'seen', 'from', 'lookBy', 'item', 'act'];

/** Whether somebody typed or chose something: a press of a button that was refused leaves fields that say nothing. */
export const isTyped = (fields: Fields): boolean =>
  Object.entries(fields).some(([name, value]) => !UNTYPED.includes(name) && [value].flat().some((text) => text.trim() !== ''));

/** Neither makes another text of it. */
const SAME_ANYWAY = ['id', 'revision'];

const isSameText = (one: Fields, other: Fields): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (name) => SAME_ANYWAY.includes(name) || sameWords(one[name], other[name]),
  );

type Value = Fields[string] | undefined;

/** Whether a field holds the same in two texts: left out is empty, and a browser sends its line ends in two ways. */
export const sameWords = (one: Value, other: Value): boolean => plainly(one) === plainly(other);
const plainly = (value: Value): string => JSON.stringify([value ?? ''].flat().map((text) => text.replace(/\r\n?/g, '\n')));

export type SavedDraft = Pick<Draft, 'form' | 'version' | 'savedAt'>;

const ofForm = (personId: string, form: string) => and(eq(drafts.personId, personId), eq(drafts.form, form));

const moved = ({ id: version, fields, savedAt }: typeof drafts.$inferSelect): Result<never> =>
  refuse(
    409,
    'DraftMoved',
    'Another window of yours kept a later draft of this form.',
    'Look at both and choose which to go on with. Yours stands in the form, and the other is told here.',
    { details: { version, fields, savedAt } },
  );

/** A person's own draft of a form. */
export async function loadDraft(db: Database, personId: string, form: string): Promise<Draft | null> {
  return (await loadDrafts(db, personId, [form])).get(form) ?? null;
}

/** A person's own drafts of several forms, by the form. */
export async function loadDrafts(db: Database, personId: string, forms: string[]): Promise<Map<string, Draft>> {
  const rows = await db.read
    .select()
    .from(drafts)
    .where(and(eq(drafts.personId, personId), isAmong(drafts.form, forms)));
  return new Map(rows.map(({ id, form, fields, refusal, savedAt }) => [form, { form, fields, refusal, savedAt, version: id }]));
}

/** What was sent and taken needs no draft any more. */
export function dropDraft(db: Database, personId: string, form: string): Promise<Result<null>> {
  return unlogged(db, async (tx) => {
    await tx.delete(drafts).where(ofForm(personId, form));
    return ok(null);
  });
}
