import type { Span } from './span';

/** What stands before a token: nothing, blanks, one line break (wrapped prose or a new line), or an empty line. */
export type Gap = 'none' | 'space' | 'line' | 'block';

/** A word, a run of digits with its inner separators, or one other character. `text` and `lower` leave out invisible characters. */
export interface Token extends Span {
  kind: 'word' | 'number' | 'mark';
  text: string;
  lower: string;
  gap: Gap;
}

const LETTER = /[\p{L}\p{M}]/u;
const DIGIT = /\p{Nd}/u;
const FRACTIONS = '¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞';
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

const invisible = (code: number): boolean =>
  code === 0xad ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  code === 0x2060 ||
  (code >= 0x2066 && code <= 0x2069) ||
  code === 0xfeff;

/** Longest abbreviation with full stops, in characters: a run of such letters is looked through again at each of them. */
const LONGEST_DOTTED = 40;

const blank = (code: number): boolean =>
  code === 32 || code === 9 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x205f || code === 0x3000;
const lineEnd = (code: number): boolean => code === 10 || code === 13 || code === 0x2028 || code === 0x2029 || code === 0x85;

function letterAt(text: string, i: number): number {
  if (i >= text.length) return 0;
  const code = text.charCodeAt(i);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) ? 1 : 0;
  const point = text.codePointAt(i) as number;
  return LETTER.test(String.fromCodePoint(point)) ? (point > 0xffff ? 2 : 1) : 0;
}

function digitAt(text: string, i: number): number {
  if (i >= text.length) return 0;
  const code = text.charCodeAt(i);
  if (code < 128) return code >= 48 && code <= 57 ? 1 : 0;
  const point = text.codePointAt(i) as number;
  return DIGIT.test(String.fromCodePoint(point)) ? (point > 0xffff ? 2 : 1) : 0;
}

/** End of a run of `unit` characters, with invisible characters inside it but never at its end. */
function runEnd(text: string, from: number, unit: (text: string, i: number) => number): number {
  let end = from;
  for (let i = from; i < text.length; ) {
    const step = unit(text, i);
    if (step > 0) {
      i += step;
      end = i;
    } else if (invisible(text.charCodeAt(i))) i += 1;
    else break;
  }
  return end;
}

function wordEnd(text: string, from: number): number {
  let end = runEnd(text, from, letterAt);
  // "U.S.", "a.m.": single letters, each with its full stop, are one word.
  if (end === from + 1) {
    let dotted = from;
    while (dotted - from < LONGEST_DOTTED && text.charCodeAt(dotted + 1) === 46 && letterAt(text, dotted) === 1) {
      dotted += 2;
      if (letterAt(text, dotted) !== 1) break;
    }
    if (dotted > from + 2 && letterAt(text, dotted) === 0) return dotted;
  }
  while (text[end] === "'" || text[end] === '’') {
    if (letterAt(text, end + 1) === 0) break;
    end = runEnd(text, end + 1, letterAt);
  }
  return end;
}

/** Separators belong to a number only between digits; an apostrophe only before a group of exactly three. */
function numberEnd(text: string, from: number): number {
  let end = runEnd(text, from, digitAt);
  for (;;) {
    const at = visible(text, end);
    const mark = text[at];
    if (mark !== '.' && mark !== ',' && mark !== "'" && mark !== '’' && mark !== '٫' && mark !== '٬') return end;
    const first = visible(text, at + 1);
    if (digitAt(text, first) === 0) return end;
    const next = runEnd(text, first, digitAt);
    if ((mark === "'" || mark === '’') && next - first !== 3) return end;
    end = next;
  }
}

/** The next place that is no invisible character. */
function visible(text: string, from: number): number {
  let at = from;
  while (at < text.length && invisible(text.charCodeAt(at))) at += 1;
  return at;
}

/** Digits of any script as 0–9: the decimal digits of Unicode stand in runs of ten that begin at a a zero; we walk back to it. */
function westernDigits(run: string): string {
  if (/^[\d.,]+$/.test(run)) return run;
  let out = '';
  for (const char of run) {
    if (char <= '\u007f' || !DIGIT.test(char)) out += char === '٫' ? '.' : char === '٬' ? ',' : char;
    else out += String(digitValue(char.codePointAt(0) as number));
  }
  return out;
}

function digitValue(point: number): number {
  let zero = point;
  while (zero > point - 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (point - zero) % 10;
}

/**
 * Splits any text into tokens in one pass; never throws. Hyphens are tokens of their own with gap "none", so "COVID-19" is three tokens.
 * Offsets are UTF-16 code units into the text as given.
 */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let gap: Gap = 'block';
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i);
    if (lineEnd(code)) {
      const pair = code === 13 && text.charCodeAt(i + 1) === 10 ? 2 : 1;
      gap = gap === 'line' || gap === 'block' ? 'block' : 'line';
      i += pair;
      continue;
    }
    if (blank(code) || invisible(code)) {
      if (gap === 'none' && blank(code)) gap = 'space';
      i += 1;
      continue;
    }
    let kind: Token['kind'] = 'mark';
    let end = i + 1;
    if (letterAt(text, i) > 0) {
      kind = 'word';
      end = wordEnd(text, i);
    } else if (digitAt(text, i) > 0) {
      kind = 'number';
      end = numberEnd(text, i);
    } else if (FRACTIONS.includes(text[i] as string)) kind = 'number';
    else if ((text.codePointAt(i) as number) > 0xffff) end = i + 2;
    let raw = text.slice(i, end);
    if (raw.search(INVISIBLE) >= 0) raw = raw.replace(INVISIBLE, '');
    if (kind === 'number') raw = westernDigits(raw);
    tokens.push({ kind, start: i, end, text: raw, lower: kind === 'word' ? raw.toLowerCase().replaceAll('’', "'") : raw, gap });
    gap = 'none';
    i = end;
  }
  return tokens;
}
