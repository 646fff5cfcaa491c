import { words } from '@/lib/base';
import { sidesOf } from '@/lib/claim';
import { countedOf, type RecordedClaim } from '@/lib/measure';
import { singular } from '@/lib/quantity';

/** What both sides of a game or a vote are counted in, and the verbs for it. */
const SCORED = words('goal point run try set frame basket touchdown vote');
const SCORES = words('score scores scored scoring net nets netted');
const WON = words(
  `won win wins winning victory triumph lead leads led leading beat beats beating defeated defeats defeating edged routed thrashed hammered crushed
  outscored`,
);
const LOST = words('lost lose loses losing loss defeat beaten trailed trail trails trailing');
/** How many words from a result the one may stand that says who had the better of it. */
const WITHIN = 12;

/**
 * Of a result that one statement tells, the count of whoever the other counts for: "won 6-3" is six goals of the winner, and three of whom they
 * beat. Null where the other counts nothing of what was played for, or the words do not say who had the better of it.
 */
export function countOf(result: RecordedClaim, text: string, count: RecordedClaim): RecordedClaim | null {
  const { unit, low, span, frame } = result;
  if (unit !== 'result' || low === null || frame.edge !== null || count.unit !== null) return null;
  const before = text.slice(0, span.start);
  const better = isRecord(before) || !isPlayedFor(count, before) ? null : betterOf(text, span.start);
  if (better === null) return null;
  const pick = better.won === isOther(text, better.at, count) ? Math.min : Math.max;
  const figure = String(pick(...sidesOf(low)));
  return { ...result, unit: null, noun: count.noun, low: figure, high: figure, grain: '1' };
}

/** "Rovers (12-2)": what they won and lost so far. */
const isRecord = (before: string): boolean => before.trimEnd().endsWith('(');

/** Goals, points and votes; what a bare figure says was scored; and what the words before the result name: "lead in cups won by 7-6". */
function isPlayedFor(count: RecordedClaim, before: string): boolean {
  const { heads } = countedOf(count);
  if (heads.length === 0) return count.frame.near.some((word) => SCORES.has(word));
  return heads.every((head) => SCORED.has(head)) || wordsOf(before).some(({ word }) => singular(word) === count.frame.head);
}

/**
 * The other statement counts for those behind the verb: "Rovers beat Albion", "a win over Albion", and not "a win for Albion" or "by Albion", nor
 * "after a win over Albion, Rovers".
 */
function isOther(text: string, verbAt: number, { frame: { subject } }: RecordedClaim): boolean {
  const names = wordsOf(subject ?? '').map(({ word }) => word);
  const all = wordsOf(text);
  const own = names.length === 0 ? undefined : all.find((_, k) => names.every((name, at) => all[k + at]?.word === name));
  if (own === undefined || own.at <= verbAt || text.slice(verbAt, own.at).includes(',')) return false;
  return !/\b(?:for|by) (?:the )?$/i.test(text.slice(0, own.at));
}

/** The nearest word that says whether the side before it had the better of the game. */
function betterOf(text: string, start: number): { won: boolean; at: number } | null {
  const all = wordsOf(text);
  const own = all.findIndex(({ at }) => at >= start);
  const near = all.map((one, k) => ({ ...one, far: Math.abs(k - own) })).filter(({ far }) => far <= WITHIN);
  const [told] = near.filter(({ word }) => WON.has(word) || LOST.has(word)).sort((a, b) => a.far - b.far);
  return told ? { won: WON.has(told.word), at: told.at } : null;
}

const wordsOf = (text: string): { word: string; at: number }[] =>
  [...text.matchAll(/[\p{L}\d]+/gu)].map(({ 0: word, index }) => ({ word: word.toLowerCase(), at: index }));
