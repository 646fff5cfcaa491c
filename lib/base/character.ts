/** What a character is, one bit each: a look into a table instead of a question to a regular expression for every character. */
export const LETTER = 1;
export const DIGIT = 2;
export const BLANK = 4;
export const LINE_END = 8;
export const INVISIBLE = 16;
export const FRACTION = 32;
const MARK = 64;
/** Two code units. */
export const WIDE = 128;
export const widthOf = (bits: number): number => 1 + (bits >> 7);

const UNSEEN = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;

/** The bits of each code unit that was met so far; 0 is "not yet". Halves of a pair stay 0: only the pair has bits. */
export const BITS = new Uint8Array(0x10000);
/** Western and Greek letters, the marks of print, signs of money and of reckoning are met in nearly every text. */
const USUAL: readonly (readonly [from: number, to: number])[] = [
  [0, 0x3ff],
  [0x2000, 0x206f],
  [0x20a0, 0x20bf],
  [0x2200, 0x222f],
];
for (const [from, to] of USUAL) for (let code = from; code <= to; code += 1) BITS[code] = bitsOf(String.fromCharCode(code));

export function bitsAt(text: string, i: number): number {
  return i < text.length ? BITS[text.charCodeAt(i)] || learned(text, i) : 0;
}

export function learned(text: string, i: number): number {
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
export const withoutUnseen = (raw: string): string => (UNSEEN.test(raw) ? raw.replace(ALL_UNSEEN, '') : raw);
