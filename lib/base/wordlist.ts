import { forgetEntries, type Spelling, UNREAD } from './spelling';

/** What a spelling can be looked up in: its bit in the row of every word that stands in one of the lists. */
export interface Listed {
  readonly row: number;
  readonly bit: number;
  keys(): Iterable<string>;
}

const LISTS: Listed[] = [];
/** The number of each word that stands in any list; 0 is for those that stand in none. */
const ENTRIES = new Map<string, number>();
/** Bits of all lists for each of those words, 32 to a number: so many numbers, as a power of two, belong to a word. */
let shift = 4;
let table = new Int32Array(1 << shift);
/** Lists that the table knows of. */
let told = 0;

/** Lists are made when the program is loaded, mostly before anything is read; what was read before is looked up anew. */
function enlist(list: Listed): void {
  LISTS.push(list);
  if (LISTS.length > 32 << shift) {
    shift += 1;
    if (told > 0) tell();
  }
  if (told > 0) forgetEntries();
}

function tell(): void {
  for (const list of LISTS) for (const word of list.keys()) if (!ENTRIES.has(word)) ENTRIES.set(word, ENTRIES.size + 1);
  table = new Int32Array((ENTRIES.size + 1) << shift);
  for (const list of LISTS)
    for (const word of list.keys()) {
      const at = ((ENTRIES.get(word) as number) << shift) + list.row;
      table[at] = (table[at] as number) | list.bit;
    }
  told = LISTS.length;
}

function enteredAs(spelling: Spelling): number {
  if (told < LISTS.length) tell();
  spelling.entry = ENTRIES.get(spelling.lower) ?? 0;
  return spelling.entry;
}

/** The word stands in the list: a look at one number, where to search the list would cost the time of ten. */
export function isListed(spelling: Spelling, list: Listed): boolean {
  const entry = spelling.entry === UNREAD ? enteredAs(spelling) : spelling.entry;
  return ((table[(entry << shift) + list.row] as number) & list.bit) !== 0;
}

/** A set of words in small letters, or of marks, in which the word at a token is found at once. */
export class WordList extends Set<string> implements Listed {
  readonly row = LISTS.length >> 5;
  readonly bit = 1 << (LISTS.length & 31);
  constructor(words: Iterable<string>) {
    super(words);
    enlist(this);
  }
}

/** The same with a value for each. */
export class WordTable<Value> extends Map<string, Value> implements Listed {
  readonly row = LISTS.length >> 5;
  readonly bit = 1 << (LISTS.length & 31);
  constructor(rows: Iterable<readonly [string, Value]>) {
    super(rows);
    enlist(this);
  }
}

/** A list of words from a line of them. */
export const words = (line: string): WordList => new WordList(line.trim().split(/\s+/));
