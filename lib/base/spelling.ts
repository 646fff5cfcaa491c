/**
 * How a word is written: made once for most of its places in a text, and what is worked out of its letters alone is worked out once, too.
 * To look such things up anew at each place was half of the work of reading.
 */
export interface Spelling {
  readonly text: string;
  readonly lower: string;
  /** Its number among the words that stand in any list; `UNREAD` until it was looked up, as the two that follow. */
  entry: number;
  /** What it may be in a sentence, in bits of the reader of sentences. */
  form: number;
  /** Which readers may begin at it. */
  opens: number;
}
export const UNREAD = -1;

/**
 * Room for so many spellings, two at each place that their letters lead to: a third takes the room of the one that was met first. So a text
 * of endless words costs no more time or memory than one of few.
 */
const ROOM = 16384;
const KEPT: (Spelling | undefined)[] = new Array<Spelling | undefined>(ROOM).fill(undefined);
const WIDTH = 16;
/** Longer words are too rare to be kept. */
const LONGEST = WIDTH - 1;
/**
 * Of each that is kept, its length and its letters, side by side: what lies together in memory is looked at together, which is most of what
 * a look costs.
 */
const LETTERS = new Uint8Array(ROOM * WIDTH);

/**
 * The spelling of the ASCII letters `from` to `to` of `codes`, where `sum` is any sum of them; `text` has them from `at` on. It is made of
 * the letters anew: a part of a long text would hold on to all of it, and be of another kind to the machine where the text has other marks.
 */
export function spellingOfCodes(codes: Uint16Array, from: number, to: number, sum: number, text: string, at: number): Spelling {
  const length = to - from;
  if (length > LONGEST) return spellingOf(text.slice(at, at + length));
  const mixed = Math.imul(sum, 0x9e3779b1);
  const place = (mixed ^ (mixed >>> 15)) & (ROOM - 2);
  for (let k = place; k < place + 2; k += 1) {
    let letter = k * WIDTH;
    if (LETTERS[letter] !== length) continue;
    let same = from;
    while (same < to && LETTERS[++letter] === codes[same]) same += 1;
    if (same === to) return KEPT[k] as Spelling;
  }
  KEPT[place + 1] = KEPT[place];
  LETTERS.copyWithin((place + 1) * WIDTH, place * WIDTH, (place + 1) * WIDTH);
  const made = spellingOf(String.fromCharCode(...codes.subarray(from, to)));
  KEPT[place] = made;
  LETTERS[place * WIDTH] = length;
  for (let k = 0; k < length; k += 1) LETTERS[place * WIDTH + 1 + k] = codes[from + k] as number;
  return made;
}

/** Marks of one code unit, by that unit. */
const MARKS: (Spelling | undefined)[] = new Array<Spelling | undefined>(0x3000).fill(undefined);
export function spellingOfMark(code: number): Spelling {
  const kept = code < MARKS.length ? MARKS[code] : undefined;
  if (kept !== undefined) return kept;
  const made = digitsOf(String.fromCharCode(code));
  if (code < MARKS.length) MARKS[code] = made;
  return made;
}

/** All are looked up anew in the lists of words: there is another list. */
export function forgetEntries(): void {
  for (const kept of [KEPT, MARKS]) for (const spelling of kept) if (spelling) spelling.entry = UNREAD;
}

/** The one place where spellings are made, so that they all have one shape. Straight apostrophes stand for typographic ones in `lower`. */
export const spellingOf = (text: string): Spelling => ({ text, lower: lowerOf(text), entry: UNREAD, form: UNREAD, opens: UNREAD });
/** A mark or a number in digits, which have no capitals. */
export const digitsOf = (text: string): Spelling => ({ text, lower: text, entry: UNREAD, form: UNREAD, opens: UNREAD });
function lowerOf(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}
