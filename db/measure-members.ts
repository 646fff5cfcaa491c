import { type Instant, ok, type Result, refuse } from '@/lib/base';
import type { Actor } from './actor';
import { IS_MEMBER } from './members';
import type { Reads, Tx } from './open';
import { type PairRow, pairOf, recordPairs } from './pair-record';
import { type StandingWord, standingWords, wordsToday } from './pair-words';
import { MOST_MEMBERS } from './parted';
import { among, ask, send, words } from './statement';

/** What an act on a measure may hold together by words: a larger one is judged pair by pair. */
export const MOST_ACTED = MOST_MEMBERS;

/** Ids of the claims that stand in a measure: those that readers see first, since no word on another moves them, then the oldest. */
export async function memberIds(from: Reads, measureId: string): Promise<string[]> {
  const rows = await ask<{ id: string }>(
    from,
    words`SELECT id FROM claims WHERE measure_id = ${measureId} AND ${IS_MEMBER} ORDER BY status <> 'accepted', id`,
  );
  return rows.map(({ id }) => id);
}

/** Puts claims into a measure, whatever their words say: the words that hold them there are said in the same act. */
export function moveClaims(tx: Tx, ids: readonly string[], to: string): void {
  send(tx, words`UPDATE claims SET measure_id = ${to} WHERE id IN ${among(ids)}`);
}

/** What is said of two claims by an act. */
export interface Saying {
  a: string;
  b: string;
  word: 'same' | 'different';
}

/** Each of these claims is the same question as each of some others of them: one that is rejected later leaves the rest together. */
export const heldBy = (centres: readonly string[], ids: readonly string[]): Saying[] =>
  ids.flatMap((id) => centres.filter((centre) => centre !== id).map((centre): Saying => ({ a: centre, b: id, word: 'same' })));

/** The words that an act said, and what the same person had said of these pairs before. */
export interface SaidByAct {
  words: string[];
  replaced: Pick<PairRow, 'a' | 'b' | 'word' | 'reason'>[];
}

/** Says what an act comes to, but for what the person says already. */
export async function sayOf(tx: Tx, measureId: string, sayings: readonly Saying[], by: Actor, now: Instant): Promise<SaidByAct> {
  const person = by.kind === 'person' ? by.id : '';
  const standing = new Map((await ownWords(tx, person)).map((word) => [`${word.a} ${word.b}`, word]));
  const pairs = new Map(sayings.map(({ a, b, word }) => [Object.values(pairOf(a, b)).join(' '), { ...pairOf(a, b), word }]));
  const fresh = [...pairs].filter(([key, { word }]) => standing.get(key)?.word !== word);
  const replaced = fresh.flatMap(([key]) => {
    const before = standing.get(key);
    return before ? [{ a: before.a, b: before.b, word: before.word, reason: before.reason }] : [];
  });
  const said = fresh.map(([, pair]) => ({ ...pair, about: 'question', reason: null, person, at: now }) as const);
  return { words: await recordPairs(tx, measureId, said, by), replaced };
}

const ownWords = async (tx: Tx, person: string): Promise<StandingWord[]> =>
  (await standingWords(tx)).filter((word) => word.person === person && word.about === 'question');

/** Takes back those words of an act that still count, and says again what stood before them. */
export async function takeBack(tx: Tx, measureId: string, { words: ids, replaced }: SaidByAct, by: Actor, now: Instant): Promise<void> {
  const own = new Set(ids);
  const counting = (await standingWords(tx)).filter(({ id }) => own.has(id));
  const back = counting.map(({ about, a, b, person }) => ({ about, a, b, person, word: 'taken-back' as const, reason: null, at: now }));
  const person = counting[0]?.person;
  const again = person === undefined ? [] : replaced.map((one) => ({ ...one, about: 'question' as const, person, at: now }));
  await recordPairs(tx, measureId, [...back, ...again], by);
}

/** Refuses an act whose words others stand against: those count more, and the claims would not stand where it puts them. */
export async function checkFollowed(tx: Tx, { words: ids }: SaidByAct): Promise<Result<null>> {
  const own = new Set(ids);
  const { settled } = await wordsToday(tx);
  const clash = settled.clashes.find(({ yields, against }) => own.has(yields.id) || against.some(({ id }) => own.has(id)));
  if (!clash) return ok(null);
  if (clash.published.length > 0)
    return refuse(
      409,
      'RulingPublished',
      'A published ruling holds these claims where they stand: what was published is corrected, and not moved.',
      'Reopen its case first, or leave the claims of the ruling where they are.',
      { details: { measures: clash.published } },
    );
  const others = [clash.yields, ...clash.against].filter(({ id }) => !own.has(id)).length;
  return refuse(
    409,
    'WordsAgainst',
    `What people said of ${others === 1 ? 'two' : 'some'} of these claims stands against it.`,
    'Look at these words under Suggestions, and take them back first where they are wrong.',
    { details: { words: [clash.yields, ...clash.against].filter(({ id }) => !own.has(id)).map(({ a, b, word }) => ({ a, b, word })) } },
  );
}
