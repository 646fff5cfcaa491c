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

/** What a character is, one bit each: a look into a table instead of a question to a regular expression for every character. */
const LETTER = 1;
const DIGIT = 2;
const BLANK = 4;
const LINE_END = 8;
const INVISIBLE = 16;
const FRACTION = 32;
const MARK = 64;
/** Two code units. */
const WIDE = 128;
const widthOf = (bits: number): number => 1 + (bits >> 7);

const UNSEEN = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

/** The bits of each code unit that was met so far; 0 is "not yet". Halves of a pair stay 0: only the pair has bits. */
const BITS = new Uint8Array(0x10000);
/** Western and Greek letters, the marks of print, signs of money and of reckoning are met in nearly every text. */
const USUAL: readonly (readonly [from: number, to: number])[] = [
  [0, 0x3ff],
  [0x2000, 0x206f],
  [0x20a0, 0x20bf],
  [0x2200, 0x222f],
];
for (const [from, to] of USUAL) for (let code = from; code <= to; code += 1) BITS[code] = bitsOf(String.fromCharCode(code));

function bitsAt(text: string, i: number): number {
  return i < text.length ? BITS[text.charCodeAt(i)] || learned(text, i) : 0;
}

function learned(text: string, i: number): number {
  const char = String.fromCodePoint(text.codePointAt(i) as number);
  const bits = bitsOf(char);
  if (char.length === 2) return bits | WIDE;
  const code = text.charCodeAt(i);
  if (code < 0xd800 || code > 0xdfff) BITS[code] = bits;
  return bits;
}

function bitsOf(char: string): number {
  if (UNSEEN.test(char)) return INVISIBLE;
  if (/[\p{L}\p{M}]/u.test(char)) return LETTER;
  if (/\p{Nd}/u.test(char)) return DIGIT;
  if (/[\t \u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(char)) return BLANK;
  if (/[\n\r\u0085\u2028\u2029]/.test(char)) return LINE_END;
  return '¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞'.includes(char) ? FRACTION : MARK;
}

const ALL_UNSEEN = new RegExp(UNSEEN.source, 'g');
const withoutUnseen = (raw: string): string => (UNSEEN.test(raw) ? raw.replace(ALL_UNSEEN, '') : raw);

/** Longest abbreviation with full stops, in characters: a run of such letters is looked through again at each of them. */
const LONGEST_DOTTED = 40;
const STOP = 46;
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
 * Nearly every word and number is ASCII and ends where nothing could join it: these see it in machine code from the first text on, while a
 * loop over its letters would have to be met some thousand times before it is compiled. The others are looked at in full.
 */
const PLAIN_WORD = /[A-Za-z]+(?:'[A-Za-z]+)?(?=\.(?: |$)|[^'.A-Za-z\x80-\uffff]|$)/y;
const PLAIN_NUMBER = /(?<!,)\d+(?:,\d{3})*(?:\.\d+)?(?=[.,]?(?: |$)|[-%a-z)])/y;

/** Where the match of the pattern at `from` ends; 0 where there is none. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : 0;
}

/**
 * The arithmetic stands before the questions here and in `numberEnd`: a step that is taken for the first time only behind an apostrophe
 * would make the machine throw away what it has compiled.
 */
function wordEnd(text: string, from: number): number {
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
function numberEnd(text: string, from: number): number {
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
function westernDigits(run: string): string {
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

/** What the blanks, line ends and invisible characters up to the next token make of the gap before it. */
function widened(gap: Gap, bits: number): Gap {
  if ((bits & LINE_END) !== 0) return gap === 'line' || gap === 'block' ? 'block' : 'line';
  return gap === 'none' && (bits & BLANK) !== 0 ? 'space' : gap;
}

/** A section ends at an empty line; if none comes, behind a sentence; then at a line end or behind a mark; if none comes at all, anywhere. */
function endsSection(gap: Gap, last: Token | undefined, share: number): boolean {
  if (gap === 'block' || (share > 1.25 && gap !== 'none' && last && '.!?'.includes(last.text))) return true;
  return (share > 1.5 && (gap === 'line' || (gap === 'space' && last?.kind === 'mark'))) || share > 2;
}

/**
 * Splits any text into tokens in one pass; never throws. Hyphens are tokens of their own with gap "none", so "COVID-19" is three tokens.
 * Offsets are UTF-16 code units into the text as given. With `most`, the section from `from` on that has about so many tokens: who reads
 * a long text by sections needs no more memory for a book than for a page. One place makes tokens, so that they all have one shape.
 */
export function tokensOf(text: string, from = 0, most = Number.POSITIVE_INFINITY): Token[] {
  const tokens: Token[] = [];
  let gap: Gap = 'block';
  let end = 0;
  for (let start = from; start < text.length; start = end) {
    // Nearly every second step is one blank.
    if (gap === 'none' && text.charCodeAt(start) === 32) {
      gap = 'space';
      end = start + 1;
      continue;
    }
    const bits = bitsAt(text, start);
    if ((bits & (BLANK | INVISIBLE | LINE_END)) !== 0) {
      gap = widened(gap, bits);
      end = text.startsWith('\r\n', start) ? start + 2 : start + 1;
      continue;
    }
    if (tokens.length >= most && endsSection(gap, tokens.at(-1), tokens.length / most)) break;
    let kind: Token['kind'] = 'word';
    let raw: string;
    let lower: string;
    if ((bits & LETTER) === 0) {
      kind = (bits & (DIGIT | FRACTION)) !== 0 ? 'number' : 'mark';
      end = (bits & DIGIT) !== 0 ? endOf(PLAIN_NUMBER, text, start) || numberEnd(text, start) : start + widthOf(bits);
      raw = (bits & DIGIT) !== 0 ? westernDigits(text.slice(start, end)) : text.slice(start, end);
      lower = raw;
    } else {
      end = endOf(PLAIN_WORD, text, start);
      if (end !== 0) {
        raw = text.slice(start, end);
        lower = raw.toLowerCase();
      } else {
        end = wordEnd(text, start);
        raw = withoutUnseen(text.slice(start, end));
        lower = raw.toLowerCase().replaceAll('’', "'");
      }
    }
    tokens.push({ kind, start, end, text: raw, lower, gap });
    gap = 'none';
  }
  return tokens;
}
