import type { Span } from '@/lib/base';

/** Where an agency says it writes from: "LISBON, June 3 (Harbour News) --". Null when the text has none in its first lines. */
export interface Dateline extends Span {
  place: string;
}

/** Capitals or one or two capitalised words at the start of a line, then a short tail, then a dash or "(agency) --". */
const PATTERN =
  /(?:^|\n)[ \t]*((?:\p{Lu}[\p{L}.'’]{1,20})(?: \p{Lu}[\p{L}.'’]{1,20}){0,3})(?:, [^\n]{0,70}?)? ?(?:\([^()\n]{2,60}\) ?(?:--|—|–|-|:)?|--|—|–| -) ?/u;

export function datelineOf(text: string): Dateline | null {
  const match = PATTERN.exec(text.slice(0, 1500));
  if (!match?.[1] || !/\p{Lu}{3}/u.test(match[1])) return null;
  const start = match.index + match[0].search(/\p{Lu}/u);
  return { start, end: match.index + match[0].trimEnd().length, place: titleCase(match[1]) };
}

const titleCase = (words: string): string => words.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
