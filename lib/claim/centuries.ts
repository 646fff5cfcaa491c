import type { Token } from '@/lib/base';
import { markAt, wordAt } from './view';

/** The years of a century or of a part of it, and the first token that belongs to it. */
export interface Century {
  from: number;
  first: number;
  last: number;
}

/** Where the parts of a century begin and end, in years: what is called early and what is called late do not overlap. */
const PARTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['beginning', [1, 10]],
  ['start', [1, 10]],
  ['turn', [1, 10]],
  ['early', [1, 33]],
  ['mid', [34, 67]],
  ['middle', [34, 67]],
  ['late', [68, 100]],
  ['end', [91, 100]],
  ['close', [91, 100]],
]);
const LATEST = 21;

/** "the mid-19th century", "the end of the 17th century": the years meant, for the ordinal at tokens `from`..`to`; null where it is of no century. */
export function centuryAt(tokens: readonly Token[], from: number, to: number): Century | null {
  const nth = Number(/^\d{1,2}/.exec(tokens[from]?.text ?? '')?.[0] ?? 0);
  const named = [to - 1, to, to + 1].find((k) => wordAt(tokens, k) === 'century');
  if (named === undefined || nth < 1 || nth > LATEST || /^bce?$/.test(wordAt(tokens, named + 1))) return null;
  let at = from - 1;
  while (markAt(tokens, at) === '-' || /^(?:the|of)$/.test(wordAt(tokens, at))) at -= 1;
  const part = PARTS.get(wordAt(tokens, at));
  const [first, last] = part ?? [1, 100];
  const opens = part ? at : from;
  const before = (nth - 1) * 100;
  return { from: wordAt(tokens, opens - 1) === 'the' ? opens - 1 : opens, first: before + first, last: before + last };
}
