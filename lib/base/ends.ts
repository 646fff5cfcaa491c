import { bitsAt, DIGIT, INVISIBLE, LETTER, WIDE, widthOf, withoutUnseen } from './character';

/**
 * Where a word or a number ends, whatever it is written with: letters and digits of all scripts, apostrophes, separators, and characters that
 * cannot be seen.
 */
/** Longest abbreviation with full stops, in characters: a run of such letters is looked through again at each of them. */
const LONGEST_DOTTED = 40;
export const STOP = 46;
/** Behind the end stands nothing; asking there for a code unit would cost far more than this comparison. */
const codeAt = (text: string, i: number): number => (i < text.length ? text.charCodeAt(i) : 0);
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

/** End of a run of letters or of digits, with invisible characters inside it but never at its end. */
function runEnd(text: string, from: number, want: number): number {
  let end = from;
  for (let i = from; ; ) {
    const bits = bitsAt(text, i);
    if ((bits & want) !== 0) {
      i += widthOf(bits);
      end = i;
    } else if ((bits & INVISIBLE) !== 0) i += 1;
    else return end;
  }
}

/**
 * The arithmetic stands before the questions here and in `numberEnd`: a step that is taken for the first time only behind an apostrophe
 * would make the machine throw away what it has compiled.
 */
export function wordEnd(text: string, from: number): number {
  // "U.S.", "a.m.": single letters, each with its full stop, are one word.
  const dotted = codeAt(text, from + 1) === STOP ? dottedEnd(text, from) : from;
  if (dotted > from) return dotted;
  for (let at = from; ; ) {
    const end = runEnd(text, at, LETTER);
    at = end + 1;
    const goesOn = bitsAt(text, at) & LETTER;
    if (goesOn === 0 || !isApostrophe(codeAt(text, end))) return end;
  }
}

function dottedEnd(text: string, from: number): number {
  let dotted = from;
  while (dotted - from < LONGEST_DOTTED && codeAt(text, dotted + 1) === STOP && narrowLetter(text, dotted)) {
    dotted += 2;
    if (!narrowLetter(text, dotted)) break;
  }
  return dotted > from + 2 && (bitsAt(text, dotted) & LETTER) === 0 ? dotted : from;
}

const narrowLetter = (text: string, i: number): boolean => (bitsAt(text, i) & (LETTER | WIDE)) === LETTER;

/** Separators belong to a number only between digits; an apostrophe only before a group of exactly three. */
export function numberEnd(text: string, from: number): number {
  let end = from;
  let separator = 0;
  let commas = 0;
  for (let at = from; ; ) {
    const next = runEnd(text, at, DIGIT);
    if (isApostrophe(separator) && withoutUnseen(text.slice(at, next)).length !== 3) return end;
    end = next;
    const mark = visible(text, end);
    separator = codeAt(text, mark);
    at = visible(text, mark + 1);
    const goesOn = bitsAt(text, at) & DIGIT;
    if (goesOn === 0 || !isSeparator(separator)) return commas === 0 ? end : listEnd(text, from, end);
    if (separator === COMMA) commas += 1;
  }
}

const COMMA = 44;
/** Groups of three, or the pairs of India before a last group of three; with decimals or without. */
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
const LIST = /^(?:0|[1-9]\d*)(?:,(?:0|[1-9]\d*))+$/;
/** Longer runs are no list that anyone would read. */
const LONGEST_LIST = 60;

/** "1,10,1000": commas that group nothing part the figures of a list, unless it is a note or the name of a substance ("[1,2,3]", "2,4,6-tri"). */
function listEnd(text: string, from: number, end: number): number {
  if (end - from > LONGEST_LIST) return end;
  const raw = text.slice(from, end);
  const comma = raw.indexOf(',');
  const inside = from > 1 && text.charCodeAt(from - 1) === COMMA && (bitsAt(text, from - 2) & DIGIT) !== 0;
  if (inside) return from + comma;
  const run = raw.indexOf(',', comma + 1) < 0 ? '' : westernDigits(raw);
  if (!LIST.test(run) || GROUPED.test(run)) return end;
  return NAMING.test(text.slice(Math.max(0, from - 1), from)) || NAMED.test(text.slice(end, end + 2)) ? end : from + comma;
}
const NAMING = /[\p{L}[(]/u;
const NAMED = /^[-‐‑]?\p{L}|^[-‐‑]\d/u;

/** Full stop, comma, apostrophes, and the Arabic and full-width marks for decimals and thousands. */
const isSeparator = (code: number): boolean =>
  code === STOP || code === COMMA || isApostrophe(code) || code === 0x66b || code === 0x66c || code === 0xff0c || code === 0xff0e;

/** The next place that is no invisible character. */
function visible(text: string, from: number): number {
  let at = from;
  while ((bitsAt(text, at) & INVISIBLE) !== 0) at += 1;
  return at;
}

/** Digits of any script as 0–9: the decimal digits of Unicode stand in runs of ten, apart but for mathematics; we walk back to a zero. */
export function westernDigits(run: string): string {
  if (/^[\d.,]+$/.test(run)) return run;
  let out = '';
  for (const char of withoutUnseen(run)) {
    if (char <= '\u007f' || !/\p{Nd}/u.test(char)) out += char === '٫' || char === '．' ? '.' : char === '٬' || char === '，' ? ',' : char;
    else out += String(digitValue(char.codePointAt(0) as number));
  }
  return out;
}

function digitValue(point: number): number {
  if (point >= 0x1d7ce && point <= 0x1d7ff) return (point - 0x1d7ce) % 10;
  let zero = point;
  while (zero > point - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (point - zero) % 10;
}
