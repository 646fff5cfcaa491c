import { createHash, randomBytes } from 'node:crypto';
import { asc, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { checkReason, LIMITS } from '@/lib/adjudication';
import { digestOf } from '@/lib/audit';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { append } from './audit';
import { newId } from './ids';
import type { Database, Reads } from './open';
import type { REPORT_KINDS, REPORT_OUTCOMES } from './report-table';
import { reports } from './schema';
import { verb } from './verb';

export type ReportKind = (typeof REPORT_KINDS)[number];
export type ReportOutcome = (typeof REPORT_OUTCOMES)[number];
export type ReportRow = typeof reports.$inferSelect;

/** In characters. */
const LONGEST = { words: 4_000, about: 500, contact: 200 } as const;
const SHORTEST = 10;
/** More than people can read in a week or two: whoever floods us finds the door closed, and fills no disk. */
const MOST_WAITING = 1_000;

export interface ReportInput {
  about: string;
  kind: ReportKind;
  words: string;
  contact: string | null;
}

/** What is kept of a code. */
export const storedCode = (code: string): string => createHash('sha256').update(code).digest('hex');
const PATH = /^\/(?![/\\])[^\s\\\p{Cc}]*$/u;

/**
 * Takes what somebody says of a page. The code opens its receipt and is given this once: what is kept is its digest. 422 `PageUnknown`, `ReportShort`,
 * `TextTooLong`; 503 `ReportsWaiting`.
 */
export function sendReport(db: Database, input: ReportInput, by: Actor, now: Instant): Promise<Result<{ code: string }>> {
  const [words, about] = [input.words.trim(), input.about.trim()];
  if (!PATH.test(about) || about.length > LONGEST.about)
    return Promise.resolve(
      refuse(422, 'PageUnknown', 'This is no page of ours.', 'Give its address, from the first slash on: /measures/…', { field: 'page' }),
    );
  if (words.length < SHORTEST)
    return Promise.resolve(
      refuse(422, 'ReportShort', 'This says too little to look into.', 'Say in a sentence what is wrong, and how you know.', {
        field: 'words',
      }),
    );
  const long = words.length > LONGEST.words ? 'words' : (input.contact?.length ?? 0) > LONGEST.contact ? 'contact' : null;
  if (long !== null)
    return Promise.resolve(
      refuse(422, 'TextTooLong', `More than ${LONGEST[long]} characters stand here.`, 'Say it shorter, and link to the rest.', {
        field: long,
      }),
    );
  const code = randomBytes(16).toString('base64url');
  return verb(db, async (tx) => {
    if ((await tx.$count(reports, isNull(reports.answeredAt))) >= MOST_WAITING)
      return refuse(503, 'ReportsWaiting', 'More reports wait than we can read.', 'Keep what you wrote, and send it again in some days.');
    const said = { id: newId(), about, kind: input.kind, words, contact: input.contact, createdAt: now };
    await tx.insert(reports).values({ ...said, codeHash: storedCode(code) });
    // The log is for everybody who may read it: it binds what was said, and does not tell it.
    await append(tx, { at: now, actor: by, action: 'reports.send', subject: `report:${said.id}`, evidenceHashes: [digestOf(said)] });
    return ok({ code });
  });
}

/** Tells the sender of a report what became of it, for good. 404 `ReportUnknown`; 409 `ReportAnswered`; 422 `ReasonTooShort`, `TextTooLong`. */
export function answerReport(
  db: Database,
  { id, outcome, ...input }: { id: string; outcome: ReportOutcome; answer: string },
  by: Actor,
  now: Instant,
): Promise<Result<{ id: string }>> {
  return verb(db, async (tx) => {
    if (by.kind !== 'person') return refuse(403, 'Forbidden', 'Only a person answers.', 'Sign in at the desk.');
    const said = checkReason(input.answer, LIMITS.reasonWords, 'answer');
    if (!said.ok) return said;
    const answer = said.value;
    const row = await tx.select().from(reports).where(eq(reports.id, id)).get();
    if (!row) return refuse(404, 'ReportUnknown', `There is no report "${id}".`, 'Choose one from the list.');
    if (row.answeredAt !== null)
      return refuse(409, 'ReportAnswered', 'Somebody answered it already.', 'Read their answer in the list. Nothing was changed.');
    const after = { outcome, answer, answeredBy: by.id, answeredByRole: by.role, answeredAt: now };
    await tx.update(reports).set(after).where(eq(reports.id, id));
    await append(tx, {
      ...{ at: now, actor: by, action: 'reports.answer', subject: `report:${id}`, reason: outcome },
      ...{ evidenceHashes: [digestOf({ id, ...after })], before: { outcome: null }, after: { outcome, answer } },
    });
    return ok({ id });
  });
}

const MOST_LISTED = 100;

/** Those that wait, the oldest first, and the last that were answered. */
export async function listReports(from: Reads, asker: Actor): Promise<{ waiting: ReportRow[]; answered: ReportRow[] }> {
  const waiting = await from
    .select()
    .from(reports)
    .where(isNull(reports.answeredAt))
    .orderBy(asc(reports.createdAt), reports.id)
    .limit(MOST_LISTED);
  const answered = await from
    .select()
    .from(reports)
    .where(isNotNull(reports.answeredAt))
    .orderBy(desc(reports.answeredAt), reports.id)
    .limit(MOST_LISTED);
  // How to reach a sender is for those who answer.
  const shown = (row: ReportRow): ReportRow => (asker.kind === 'person' && asker.role === 'reader' ? { ...row, contact: null } : row);
  return { waiting: waiting.map(shown), answered: answered.map(shown) };
}
