import type { Span } from '@/lib/base';
import { isBlank } from './blank';
import { type Paragraph, paragraphsOf } from './lines';

/** A sentence, and the paragraph and block (run of paragraphs without an empty line) it stands in, counted from 0. */
export interface Sentence extends Span {
  paragraph: number;
  block: number;
}

/** Short words that end with a full stop inside a sentence. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof gen col lt capt cmdr sgt maj adm brig st sen rep gov pres hon rev fr jr sr jan feb mar apr jun jul aug sep sept oct nov ' +
    'dec mon tue wed thu fri inc ltd co corp vs etc no nos vol fig approx est dept univ ave blvd rd mt ft pp ed eds al cf eg ie viz rs km kg cm ' +
    'intl govt assn bros messrs'
  ).split(' '),
);
/** Words that begin a sentence even behind "U.S." or "p.m.". */
const OPENERS =
  /^(The|A|An|In|On|At|He|She|It|They|We|I|But|And|This|That|These|There|As|For|If|When|While|After|Before|Police|Officials)$/;
/**
 * Longer runs without a full stop are lists or noise. They are cut at the next blank, or at twice the length where none comes, so that
 * what is read for each figure of a sentence stays cheap.
 */
const LONGEST = 1200;
/** . ! ? … 。 */
const STOPS: ReadonlySet<number> = new Set([46, 33, 63, 0x2026, 0x3002]);
const CLOSING = /["'”’»)\]]/;
const OPENING = /["'“‘«([—–-]/;

/** Sentences of a text in order; headlines and list lines are sentences too. Every span slices to text without blanks at its ends. */
export function sentencesOf(text: string, paragraphs: readonly Paragraph[] = paragraphsOf(text)): Sentence[] {
  const sentences: Sentence[] = [];
  paragraphs.forEach((paragraph, index) => {
    for (const { start, end } of cut(text, paragraph)) sentences.push({ start, end, paragraph: index, block: paragraph.block });
  });
  return sentences;
}

function cut(text: string, paragraph: Span): Span[] {
  const spans: Span[] = [];
  let start = paragraph.start;
  for (let i = paragraph.start; i < paragraph.end; i += 1) {
    if (i - start >= LONGEST && isBlank(text, i)) {
      spans.push({ start, end: i });
      while (i + 1 < paragraph.end && isBlank(text, i + 1)) i += 1;
      start = i + 1;
      continue;
    }
    if (i - start >= 2 * LONGEST && !isLowSurrogate(text, i)) {
      spans.push({ start, end: i });
      start = i;
    }
    if (!STOPS.has(text.charCodeAt(i))) continue;
    let end = i + 1;
    while (end < paragraph.end && /[.!?…]/.test(text[end] as string)) end += 1;
    while (end < paragraph.end && CLOSING.test(text[end] as string) && !opensQuote(text, start, end)) end += 1;
    if (end >= paragraph.end) break;
    if (!ends(text, start, i, end, paragraph.end)) {
      i = Math.max(i, end - 1);
      continue;
    }
    spans.push({ start, end });
    while (end < paragraph.end && isBlank(text, end)) end += 1;
    start = end;
    i = end - 1;
  }
  if (start < paragraph.end) spans.push({ start, end: paragraph.end });
  return spans;
}

const isLowSurrogate = (text: string, i: number): boolean => (text.charCodeAt(i) & 0xfc00) === 0xdc00;

/** A straight quote behind a full stop closes only what was opened in this sentence. */
function opensQuote(text: string, start: number, at: number): boolean {
  return isBlank(text, at - 1) && start < at;
}

function ends(text: string, start: number, stop: number, end: number, limit: number): boolean {
  if (text[stop] === '。') return true;
  if (!isBlank(text, end)) return false;
  let next = end;
  while (next < limit && isBlank(text, next)) next += 1;
  while (next < limit && OPENING.test(text[next] as string)) next += 1;
  const following = text.slice(next, next + 20);
  if (!/^[\p{Lu}\p{Nd}\p{Lo}]/u.test(following)) return false;
  const word = lastWord(text, start, stop);
  if (text[stop] === '.' && end === stop + 1) {
    if (word.length === 1 && /\p{Lu}/u.test(word) && !/^[I]$/.test(word)) return false;
    if (ABBREVIATIONS.has(word.toLowerCase()) && /^\p{L}/u.test(word))
      return word.toLowerCase() === 'no' ? !/^\p{Nd}/u.test(following) : false;
    if (word.includes('.')) return OPENERS.test(/^\p{L}+/u.exec(following)?.[0] ?? '');
  }
  return true;
}

/** The word before a full stop, with the full stops inside it ("U.S", "p.m"). */
function lastWord(text: string, start: number, stop: number): string {
  let from = stop;
  while (from > start && stop - from < 20 && /[\p{L}.]/u.test(text[from - 1] as string)) from -= 1;
  return text.slice(from, stop);
}
