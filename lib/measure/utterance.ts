import { dayWords, sameDay } from '@/lib/base';
import type { PairSubject, Reason, RecordedClaim } from './types';
import { cosine, wordsOf } from './words';

/** A machine's guess that two claims tell of one utterance, or of one occasion. */
export interface SayingSuggestion {
  about: Exclude<PairSubject, 'question'>;
  score: number;
  reasons: Reason[];
}

/** From this score on somebody should look: one name and one day, or one occasion told by both. */
const WORTH_ASKING = 0.6;
const NAME = 0.5;
const LAST_NAME = 0.35;
const DAY = 0.25;
const OTHER_DAY = -0.5;
const OCCASION = 0.35;
const FIGURE = 0.15;
const WORDING = 0.2;

/**
 * Whether two outlets may report one utterance of a speaker, or one occasion such as a press conference: with reasons, and only where that is
 * worth asking. A reprint is no second report, and neither is one article.
 */
export function sayingsOf(a: RecordedClaim, b: RecordedClaim): SayingSuggestion[] {
  const origin = ({ originId, textHash }: RecordedClaim) => originId ?? textHash;
  if (a.articleId === b.articleId || origin(a) === origin(b)) return [];
  const shared = [...dayReasons(a, b), ...occasionReasons(a, b)];
  const wording = { feature: 'words', weight: WORDING * cosine(wordsOf(a), wordsOf(b)), words: 'wording of the sentences' };
  const name = nameReason(a, b);
  const utterance = name === null ? [] : [name, ...shared, ...figureReasons(a, b), wording];
  // One name at one occasion is asked as an utterance.
  const occasion = a.occasion && b.occasion && name === null ? [...shared, wording] : [];
  return [worth('utterance', utterance), worth('occasion', occasion)].filter((one) => one !== null);
}

function worth(about: SayingSuggestion['about'], reasons: Reason[]): SayingSuggestion | null {
  const score = reasons.reduce((sum, { weight }) => sum + weight, 0);
  return score < WORTH_ASKING ? null : { about, score: Math.min(1, score), reasons: reasons.filter(({ weight }) => weight !== 0) };
}

function nameReason({ speaker: x }: RecordedClaim, { speaker: y }: RecordedClaim): Reason | null {
  if (!x || !y) return null;
  const [one, other] = [x.name.toLowerCase(), y.name.toLowerCase()];
  if (one === other) return { feature: 'speaker', weight: NAME, words: `both by ${x.name}` };
  const last = (name: string) => name.split(' ').at(-1) as string;
  const short = one.split(' ').length === 1 || other.split(' ').length === 1;
  return short && last(one) === last(other) ? { feature: 'speaker', weight: LAST_NAME, words: `by ${x.name} / by ${y.name}` } : null;
}

function dayReasons(a: RecordedClaim, b: RecordedClaim): Reason[] {
  const [x, y] = [a.occasion?.day ?? a.publishedAt, b.occasion?.day ?? b.publishedAt];
  if (!x || !y) return [];
  return sameDay(x, y)
    ? [{ feature: 'time', weight: DAY, words: `both told on ${dayWords(x)}` }]
    : [{ feature: 'time', weight: OTHER_DAY, words: `told on ${dayWords(x)} / told on ${dayWords(y)}` }];
}

function occasionReasons({ occasion: x }: RecordedClaim, { occasion: y }: RecordedClaim): Reason[] {
  if (!x || !y) return [];
  const same = x.name === y.name;
  return [{ feature: 'occasion', weight: same ? OCCASION : -OCCASION, words: same ? `both at a ${x.name}` : `${x.name} / ${y.name}` }];
}

const figureReasons = (a: RecordedClaim, b: RecordedClaim): Reason[] =>
  a.low === b.low && a.high === b.high ? [{ feature: 'figure', weight: FIGURE, words: 'the same figure' }] : [];
