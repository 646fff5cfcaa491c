const BLANK = /\s/;

/** The character at `i` is a blank or a line end; beyond the text it is not. By code, as this is asked of every character. */
export function isBlank(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 128) return code === 32 || (code >= 9 && code <= 13);
  return code > 159 && BLANK.test(text[i] as string);
}

/** The character at `i` ends a line. */
export function isLineEnd(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  return code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029;
}
