import { eq, inArray } from 'drizzle-orm';
import { checkReason } from '@/lib/adjudication';
import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { PairSubject, PairWord } from '@/lib/measure';
import { type Actor, holds } from './actor';
import { regroupPair } from './grouping';
import type { Database, Reads, Tx } from './open';
import { pairOf, recordPair } from './pair-record';
import { standingWords, wordsToday } from './pair-words';
import { claims, pairJudgements } from './schema';
import { verb } from './verb';

/** What came of a word. */
export interface Judged {
  /** Of the word. */
  id: string;
  /** False where others stand against it: then it is kept, and nothing is grouped by it. */
  followed: boolean;
  /** Where it is not followed: it will be once a reading is accepted. Until then it would move what readers see. */
  waits: boolean;
}

/**
 * One person's word on whether two claims are the same in what is asked: their question, their utterance or their occasion. It takes the place of what the person said of that before, and the
 * claims are grouped by it in the same act. Its reason may be left out.
 */
export function judgePair(
  db: Database,
  { id, other, about, word, reason }: { id: string; other: string; about: PairSubject; word: PairWord; reason: string | null },
  by: Actor,
  now: Instant,
): Promise<Result<Judged>> {
  return verb(db, async (tx) => {
    if (by.kind !== 'person' || !holds(by.role, 'reviewer'))
      return refuse(403, 'Forbidden', 'Only a reviewer judges two claims.', 'Sign in as a reviewer.');
    const fit = await areBothToday(tx, id, other);
    if (!fit.ok) return fit;
    const checked = checkReason(reason ?? '', 0, 'reason');
    if (!checked.ok) return checked;
    const said = { ...pairOf(id, other), about, word, reason: checked.value || null, person: by.id } as const;
    const before = (await standingWords(tx)).find((one) => SAID_OF.every((part) => one[part] === said[part]));
    if (before?.word === word && before.reason === said.reason)
      return refuse(409, 'IllegalTransition', 'You said so already.', 'Nothing is left to do.');
    const judgement = await recordPair(tx, { ...said, at: now }, by);
    await regroupPair(tx, [id, other], now);
    return ok({ id: judgement, ...(await whatCameOf(tx, judgement)) });
  });
}

/** Takes a word back, as if it had never been said: one's own, or as an administrator that of another. The record keeps both. */
export function takeBackPair(db: Database, { id }: { id: string }, by: Actor, now: Instant): Promise<Result<{ id: string }>> {
  return verb(db, async (tx) => {
    const word = (await standingWords(tx)).find((one) => one.id === id);
    if (!word) return isNoMore(tx, id);
    if (by.kind !== 'person' || (by.id !== word.person && by.role !== 'admin'))
      return refuse(
        403,
        'Forbidden',
        'This is the word of somebody else.',
        'Say your own, or ask them or an administrator to take it back.',
      );
    const { about, a, b, person } = word;
    await recordPair(tx, { about, a, b, person, word: 'taken-back', reason: null, at: now }, by);
    await regroupPair(tx, [a, b], now);
    return ok({ id });
  });
}

/** What a word takes the place of another by. */
const SAID_OF = ['a', 'b', 'about', 'person'] as const;

async function whatCameOf(from: Reads, id: string): Promise<Omit<Judged, 'id'>> {
  const { settled } = await wordsToday(from);
  const clash = settled.clashes.find(({ yields }) => yields.id === id);
  return { followed: !clash, waits: clash !== undefined && clash.waits.length > 0 };
}

async function isNoMore(tx: Tx, id: string): Promise<Result<never>> {
  const known = await tx.select({ id: pairJudgements.id }).from(pairJudgements).where(eq(pairJudgements.id, id)).get();
  return known
    ? refuse(
        409,
        'IllegalTransition',
        'This word does not count any more.',
        'It was taken back, another took its place, or one of its two claims is rejected or gone.',
      )
    : refuse(404, 'JudgementUnknown', `There is no judgement "${id}".`, 'Choose one from the page of the two claims.');
}

/** Two claims that are read today and that nobody rejected. */
async function areBothToday(from: Reads, id: string, other: string): Promise<Result<null>> {
  if (id === other) return refuse(422, 'SameClaim', 'This is one claim, not two.', 'Choose another claim beside it.', { field: 'other' });
  const rows = await from
    .select({ id: claims.id, status: claims.status })
    .from(claims)
    .where(inArray(claims.id, [id, other]));
  for (const one of [id, other]) {
    const status = rows.find((row) => row.id === one)?.status;
    if (status === undefined) return refuse(404, 'ClaimUnknown', `There is no claim "${one}".`, 'Choose one from the list of suggestions.');
    if (status === 'superseded')
      return refuse(409, 'ClaimSuperseded', 'A later reading of the article took the place of this one.', 'Judge what is read today.');
    if (status === 'rejected')
      return refuse(409, 'ClaimRejected', 'The reading of one of the two was rejected.', 'Accept the reading first, if it is right.');
  }
  return ok(null);
}
