import { and, eq, isNull } from 'drizzle-orm';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import { caseSubject } from './case-record';
import { areNotesHidden, type NoteRow } from './note-record';
import { notify } from './notify';
import type { Database, Tx } from './open';
import { mentions } from './schema';
import { unlogged } from './verb';

/**
 * Tells people that a note names them, in the act that wrote it: the one place where that is done. Whoever was told of it before is told no second
 * time. While the notes of a case are for their authors alone, nobody hears that there is one: it waits on the list of what names them.
 */
export async function notifyMentioned(
  tx: Tx,
  { id, caseId }: Pick<NoteRow, 'id' | 'caseId'>,
  people: readonly string[],
  now: Instant,
): Promise<void> {
  if (people.length === 0) return;
  const rows = people.map((personId) => ({ personId, noteId: id, at: now }));
  const fresh = await tx.insert(mentions).values(rows).onConflictDoNothing().returning({ to: mentions.personId });
  if (await areNotesHidden(tx, caseId)) return;
  await notify(
    tx,
    fresh.map(({ to }) => ({ to, what: 'mentioned', subject: caseSubject(caseId), at: now })),
    null,
  );
}

/** Marks a mention of somebody as seen by them, or all of them. It is private, so it is no fact of the log. 404 `MentionUnknown`. */
export function seeMentions(db: Database, personId: string, noteId: string | null, now: Instant): Promise<Result<{ seen: number }>> {
  return unlogged(db, async (tx) => {
    const own = and(eq(mentions.personId, personId), noteId === null ? undefined : eq(mentions.noteId, noteId));
    const known = await tx.$count(mentions, own);
    if (noteId !== null && known === 0)
      return refuse(404, 'MentionUnknown', 'No note of this address names you.', 'Look at the list of your mentions again.');
    const seen = await tx
      .update(mentions)
      .set({ seenAt: now })
      .where(and(own, isNull(mentions.seenAt)))
      .returning({ noteId: mentions.noteId });
    return ok({ seen: seen.length });
  });
}
