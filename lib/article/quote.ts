import type { Span } from '../base';

/** More places of one quote are not told apart by looking at them. */
const MOST_PLACES = 50;

/**
 * Where a quote stands in a text, in its order: letter for letter, or, where it stands nowhere so, with runs of blanks and line ends taken
 * for one blank, as a browser copies them. Fifty places at most. Offsets are UTF-16 code units into the text as given.
 */
export function placesOfQuote(text: string, quote: string): Span[] {
  const words = quote.trim();
  if (words === '') return [];
  const exact = occurrences(text, words).map((start) => ({ start, end: start + words.length }));
  return exact.length > 0 ? exact : loosePlaces(text, words);
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && found.length < MOST_PLACES; at = text.indexOf(words, at + words.length)) found.push(at);
  return found;
}

function loosePlaces(text: string, words: string): Span[] {
  const { folded, places } = foldBlanks(text);
  const wanted = foldBlanks(words).folded;
  return occurrences(folded, wanted).map((at) => ({
    start: places[at] as number,
    end: (places[at + wanted.length - 1] as number) + 1,
  }));
}

/** A text with each run of blanks as one, and where each of its characters stood. */
function foldBlanks(text: string): { folded: string; places: Uint32Array } {
  const places = new Uint32Array(text.length);
  const parts: string[] = [];
  let [length, from, inBlanks] = [0, 0, false];
  for (let at = 0; at < text.length; at += 1) {
    const blank = isBlank(text.charCodeAt(at));
    if (blank) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
    if (blank && inBlanks) continue;
    if (blank) parts.push(' ');
    places[length] = at;
    length += 1;
    inBlanks = blank;
  }
  parts.push(text.slice(from));
  return { folded: parts.join(''), places };
}

const isBlank = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x2028 ||
  code === 0x2029;
