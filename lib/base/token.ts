import { BITS, BLANK, DIGIT, FRACTION, INVISIBLE, LETTER, LINE_END, learned, WIDE, widthOf, withoutUnseen } from './character';
import { numberEnd, STOP, westernDigits, wordEnd } from './ends';
import type { Span } from './span';
import { digitsOf, type Spelling, spellingOf, spellingOfCodes, spellingOfMark } from './spelling';

/** What stands before a token: nothing, blanks, one line break (wrapped prose or a new line), or an empty line. */
export type Gap = 'none' | 'space' | 'line' | 'block';

/** A word, a run of digits with its inner separators, or one other character. `text` and `lower` leave out invisible characters. */
export interface Token extends Span {
  kind: 'word' | 'number' | 'mark';
  text: string;
  lower: string;
  gap: Gap;
  spelling: Spelling;
}

/**
 * The code units that are being read, copied so that each costs next to nothing to look at: to ask the text itself for one takes the time of
 * ten such looks. A zero stands behind the last.
 */
const WINDOW = 4096;
const CODES = new Uint16Array(WINDOW + 1);
/** No plain word takes more, with what stands behind it: so much of the text is always in the window. */
const AHEAD = 48;

/** Copies the text from `from` on; gives how many code units there are. */
function look(text: string, from: number): number {
  const size = Math.min(WINDOW, text.length - from);
  for (let k = 0; k < size; k += 1) CODES[k] = text.charCodeAt(from + k);
  CODES[size] = 0;
  return size;
}

const isAsciiLetter = (code: number): boolean => ((code | 32) - 97) >>> 0 < 26;
const APOSTROPHE = 39;

/** The end of a word of ASCII letters in the window where nothing could join it, as nearly every word is; 0 for others. */
function plainEnd(from: number): number {
  let to = from + 1;
  while (isAsciiLetter(CODES[to] as number)) to += 1;
  if (CODES[to] === APOSTROPHE) {
    const joined = to + 1;
    to = joined;
    while (isAsciiLetter(CODES[to] as number)) to += 1;
    if (to === joined) return 0;
  }
  const next = CODES[to] as number;
  if (to - from > AHEAD - 4 || next >= 0x80 || next === APOSTROPHE) return 0;
  // Behind the window stands a zero, and at the end of the text as well.
  return next !== STOP || CODES[to + 1] === BLANK_CODE || CODES[to + 1] === 0 ? to : 0;
}
const BLANK_CODE = 32;

function sumOf(from: number, to: number): number {
  let sum = 0;
  for (let k = from; k < to; k += 1) sum = (Math.imul(sum, 31) + (CODES[k] as number)) | 0;
  return sum;
}

/** Nearly every number is ASCII and ends where nothing could join it. The others are looked at in full. */
const PLAIN_NUMBER = /(?<!,)\d+(?:,\d{3})*(?:\.\d+)?(?=[.,]?(?: |$)|[-%a-z)])/y;
function plainNumberEnd(text: string, from: number): number {
  PLAIN_NUMBER.lastIndex = from;
  return PLAIN_NUMBER.test(text) ? PLAIN_NUMBER.lastIndex : 0;
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
  let opened = from;
  let size = look(text, from);
  for (let start = from; start < text.length; start = end) {
    if (start - opened > size - AHEAD && opened + size < text.length) {
      opened = start;
      size = look(text, start);
    }
    const k = start - opened;
    const code = CODES[k] as number;
    // Nearly every second step is one blank.
    if (gap === 'none' && code === BLANK_CODE) {
      gap = 'space';
      end = start + 1;
      continue;
    }
    const bits = BITS[code] || learned(text, start);
    if ((bits & (BLANK | INVISIBLE | LINE_END)) !== 0) {
      gap = widened(gap, bits);
      end = text.startsWith('\r\n', start) ? start + 2 : start + 1;
      continue;
    }
    if (tokens.length >= most && endsSection(gap, tokens.at(-1), tokens.length / most)) break;
    let kind: Token['kind'] = 'word';
    let spelling: Spelling;
    if ((bits & LETTER) !== 0) {
      const to = isAsciiLetter(code) ? plainEnd(k) : 0;
      end = to > 0 ? start + to - k : wordEnd(text, start);
      spelling = to > 0 ? spellingOfCodes(CODES, k, to, sumOf(k, to), text, start) : spellingOf(withoutUnseen(text.slice(start, end)));
    } else if ((bits & DIGIT) !== 0) {
      kind = 'number';
      const to = plainNumberEnd(text, start);
      end = to || numberEnd(text, start);
      spelling = digitsOf(to > 0 ? text.slice(start, end) : westernDigits(text.slice(start, end)));
    } else {
      kind = (bits & FRACTION) !== 0 ? 'number' : 'mark';
      end = start + widthOf(bits);
      spelling = (bits & WIDE) === 0 ? spellingOfMark(code) : digitsOf(text.slice(start, end));
    }
    tokens.push({ kind, start, end, text: spelling.text, lower: spelling.lower, gap, spelling });
    gap = 'none';
  }
  return tokens;
}
