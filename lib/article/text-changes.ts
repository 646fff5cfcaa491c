import type { Span } from '@/lib/base';

/** A part of two texts, in order: the same words in both, or words of the one in the place of words of the other. */
export interface TextPart {
  before: Span;
  after: Span;
  same: boolean;
}

/** A token of a text; one with a digit in it is a number with all that belongs to it: "1,003", "−4.5%", "$12", "2020-03-26". */
interface Token extends Span {
  text: string;
  isNumber: boolean;
}

const DIGIT = /\p{N}/u;
const LETTER = /[\p{L}\p{M}]/u;
const SPACE = /\s/u;
/** Between two digits they belong to the number. */
const JOINERS = new Set(".,:/'’·٫٬-–".split(''));
const WORD_JOINERS = new Set(["'", '’', '-']);
const SIGNS = /[+\-−±.\p{Sc}]/u;
const GROUP_SPACES = new Set([' ', '\u00a0', '\u202f']);

const signAt = (text: string, at: number): string => {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
};

/** The words, numbers, blanks and signs of a text, without a gap. A number is never two of them. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const end = tokenEnd(text, at, tokens.at(-1));
    const own = text.slice(at, end);
    tokens.push({ start: at, end, text: own, isNumber: DIGIT.test(own) });
    at = end;
  }
  return tokens;
}

function tokenEnd(text: string, from: number, before: Token | undefined): number {
  const first = signAt(text, from);
  if (SPACE.test(first)) return runEnd(text, from, SPACE);
  if (DIGIT.test(first) || LETTER.test(first)) return wordEnd(text, from);
  // A sign before a number is a part of it, where it is no hyphen between words.
  const isFree = before === undefined || !/[\p{L}\p{N}\p{M}]$/u.test(before.text);
  let at = from;
  for (let signs = 0; isFree && signs < 3 && SIGNS.test(signAt(text, at)); signs += 1) at += signAt(text, at).length;
  return at > from && DIGIT.test(signAt(text, at)) ? wordEnd(text, at) : from + first.length;
}

function runEnd(text: string, from: number, kind: RegExp): number {
  let at = from;
  for (let sign = signAt(text, at); sign !== '' && kind.test(sign); sign = signAt(text, at)) at += sign.length;
  return at;
}

const WORDLIKE = /[\p{L}\p{M}\p{N}]/u;

function wordEnd(text: string, from: number): number {
  let at = runEnd(text, from, WORDLIKE);
  let hasDigit = DIGIT.test(text.slice(from, at));
  let isGrouped = /^\p{N}{1,3}$/u.test(text.slice(from, at));
  for (;;) {
    const [sign, next] = [signAt(text, at), signAt(text, at + 1)];
    const goesOn = hasDigit
      ? (JOINERS.has(sign) && DIGIT.test(next) && DIGIT.test(text[at - 1] as string)) ||
        (isGrouped && GROUP_SPACES.has(sign) && isGroup(text, at + 1))
      : WORD_JOINERS.has(sign) && WORDLIKE.test(next);
    if (!goesOn) break;
    isGrouped &&= GROUP_SPACES.has(sign);
    at = runEnd(text, at + 1, WORDLIKE);
    hasDigit ||= DIGIT.test(text.slice(from, at));
  }
  return hasDigit && /[%‰]/.test(signAt(text, at)) ? at + 1 : at;
}

/** Three digits and no more: "1 003". */
const isGroup = (text: string, at: number): boolean => runEnd(text, at, DIGIT) === at + 3 && !LETTER.test(signAt(text, at + 3));

/** So many steps are gone at most; texts that differ in more are told apart as a whole, between what they begin and end with alike. */
const MOST_STEPS = 30_000_000;
const MOST_EDITS = 2000;

/** What of a text became what of another, token by token: no number is ever cut in two. */
export function textChanges(before: string, after: string): TextPart[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  let [head, tail] = [0, 0];
  const least = Math.min(a.length, b.length);
  while (head < least && a[head]!.text === b[head]!.text) head += 1;
  while (tail < least - head && a[a.length - 1 - tail]!.text === b[b.length - 1 - tail]!.text) tail += 1;
  const middle = pairsOf(a.slice(head, a.length - tail), b.slice(head, b.length - tail)).map(([x, y]) => [x + head, y + head] as const);
  const pairs = [
    ...Array.from({ length: head }, (_, at) => [at, at] as const),
    ...middle,
    ...Array.from({ length: tail }, (_, at) => [a.length - tail + at, b.length - tail + at] as const),
  ];
  return joined(partsOf(pairs, a, b), before);
}

/** Which tokens of two texts are the same, in order: the shortest way from one to the other (Myers 1986). None where that is too far. */
function pairsOf(a: readonly Token[], b: readonly Token[]): [number, number][] {
  const most = Math.min(a.length + b.length, MOST_EDITS, Math.floor(MOST_STEPS / (a.length + b.length + 1)));
  const reached: Map<number, number>[] = [];
  let ends = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= most; edits += 1) {
    const now = new Map<number, number>();
    for (let line = -edits; line <= edits; line += 2) {
      const down = line === -edits || (line !== edits && (ends.get(line - 1) ?? -1) < (ends.get(line + 1) ?? -1));
      let x = down ? (ends.get(line + 1) ?? 0) : (ends.get(line - 1) ?? 0) + 1;
      while (x < a.length && x - line < b.length && a[x]!.text === b[x - line]!.text) x += 1;
      now.set(line, x);
      if (x >= a.length && x - line >= b.length) return wayBack([...reached, ends], a, b);
    }
    reached.push(ends);
    ends = now;
  }
  return [];
}

function wayBack(reached: readonly Map<number, number>[], a: readonly Token[], b: readonly Token[]): [number, number][] {
  const pairs: [number, number][] = [];
  let [x, y] = [a.length, b.length];
  for (let edits = reached.length - 1; edits >= 0; edits -= 1) {
    const ends = reached[edits] as Map<number, number>;
    const line = x - y;
    const down = line === -edits || (line !== edits && (ends.get(line - 1) ?? -1) < (ends.get(line + 1) ?? -1));
    const from = down ? line + 1 : line - 1;
    const startX = ends.get(from) ?? 0;
    const startY = startX - from;
    const [turnX, turnY] = edits === 0 ? [0, 0] : down ? [startX, startY + 1] : [startX + 1, startY];
    while (x > turnX && y > turnY) {
      x -= 1;
      y -= 1;
      pairs.push([x, y]);
    }
    [x, y] = [startX, startY];
  }
  return pairs.reverse();
}

function partsOf(pairs: readonly (readonly [number, number])[], a: readonly Token[], b: readonly Token[]): TextPart[] {
  const parts: TextPart[] = [];
  const add = (same: boolean, [x, toX]: [number, number], [y, toY]: [number, number]) => {
    if (x === toX && y === toY) return;
    parts.push({ same, before: spanOf(a, x, toX), after: spanOf(b, y, toY) });
  };
  let [x, y] = [0, 0];
  for (let at = 0; at < pairs.length; ) {
    const [nextX, nextY] = pairs[at]!;
    add(false, [x, nextX], [y, nextY]);
    let run = at;
    while (run < pairs.length && pairs[run]![0] === nextX + run - at && pairs[run]![1] === nextY + run - at) run += 1;
    [x, y] = [nextX + run - at, nextY + run - at];
    add(true, [nextX, x], [nextY, y]);
    at = run;
  }
  add(false, [x, a.length], [y, b.length]);
  return parts;
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  const start = tokens[from]?.start ?? tokens.at(-1)?.end ?? 0;
  return { start, end: to > from ? tokens[to - 1]!.end : start };
}

/** Two changes with nothing but a blank between them are one. */
function joined(parts: readonly TextPart[], before: string): TextPart[] {
  const told: TextPart[] = [];
  for (const [at, part] of parts.entries()) {
    const last = told.at(-1);
    const isBlank = part.same && before.slice(part.before.start, part.before.end).trim() === '' && parts[at + 1]?.same === false;
    if (last && !last.same && (isBlank || !part.same)) {
      last.before = { start: last.before.start, end: part.before.end };
      last.after = { start: last.after.start, end: part.after.end };
    } else told.push({ ...part });
  }
  return told;
}

/** A number of one text and what stands in its place in the other; null where nothing does. */
export interface ChangedNumber {
  before: Token | null;
  after: Token | null;
}

/** The numbers that changed from one text to another. Words that were put otherwise around the same numbers change none. */
export function changedNumbers(parts: readonly TextPart[], before: string, after: string): ChangedNumber[] {
  return parts.flatMap((part) => {
    if (part.same) return [];
    const [was, is] = [numbersIn(before, part.before), numbersIn(after, part.after)];
    const kept = pairsOf(was, is);
    const [stayed, stays] = [new Set(kept.map(([x]) => x)), new Set(kept.map(([, y]) => y))];
    const [gone, came] = [was.filter((_, at) => !stayed.has(at)), is.filter((_, at) => !stays.has(at))];
    return Array.from({ length: Math.max(gone.length, came.length) }, (_, at) => ({ before: gone[at] ?? null, after: came[at] ?? null }));
  });
}

const numbersIn = (text: string, { start, end }: Span): Token[] =>
  tokensOf(text.slice(start, end))
    .filter(({ isNumber }) => isNumber)
    .map((token) => ({ ...token, start: token.start + start, end: token.end + start }));

/** So many signs on both sides have to be the same for a quote to count as still there. */
const CONTEXT = 12;

/**
 * Where a quoted place of one text stands in the other: at the same words with the same words around it, or in the same sentence elsewhere.
 * Null where it does not stand there any more. The same digits in other words are another place, and never taken for it.
 */
export function stillAt(place: Span, sentence: Span, parts: readonly TextPart[], before: string, after: string): Span | null {
  const around = { start: Math.max(sentence.start, place.start - CONTEXT), end: Math.min(sentence.end, place.end + CONTEXT) };
  const part = parts.find(({ same, before: own }) => same && own.start <= around.start && own.end >= around.end);
  if (part) {
    const by = part.after.start - part.before.start;
    return { start: place.start + by, end: place.end + by };
  }
  const at = after.indexOf(before.slice(sentence.start, sentence.end));
  return at < 0 ? null : { start: at + place.start - sentence.start, end: at + place.end - sentence.start };
}
