import { normalForm } from './normal';

/**
 * What is kept of the passages of a text: the lowest hashes of its runs of words, ascending. Which of them are lowest is told by the
 * words of a run alone, so two texts that share a passage keep the same of its hashes, whatever stands before or after it.
 */
export type Passages = Readonly<Uint32Array>;

/** Words of a run: shorter ones are turns of phrase that anybody may use, longer ones are lost to one changed word too often. */
const RUN = 8;
/** Numbers kept of a text: all of one up to 260 words; of one of 2,500 words every tenth. */
const MOST_PASSAGES = 256;
/**
 * Of two texts with one origin, one holds this share of the shorter: with less, most of the shorter is its own. Editors who cut, or
 * change a word or a figure in every sentence, leave two thirds of the runs whole; two reporters at one press conference share its
 * quotes, and those are a third of a report at most.
 */
const SAME_ORIGIN = 0.5;
/** Eleven words in a row, where all runs are kept: fewer are a quote, a name with its titles, the name of a law. */
const FEWEST_SHARED = 4;

/** The passages of a text: the same for all its layouts, spellings in capitals and kinds of quotes. A text under eight words has none. */
export function passagesOf(text: string): Passages {
  const lowest = new Lowest();
  const last = new Uint32Array(RUN);
  let words = 0;
  for (const word of wordsOf(normalForm(text).toLowerCase())) {
    last[words % RUN] = word;
    words += 1;
    if (words < RUN) continue;
    let hash = START;
    for (let at = words; at < words + RUN; at += 1) hash = Math.imul(hash ^ (last[at % RUN] as number), PRIME);
    lowest.add(mixed(hash));
  }
  return lowest.all();
}

/** The share of the shorter text that the other holds too, from 0 to 1: exact for short texts, an estimate for long ones. */
export function sharedPassages(a: Passages, b: Passages): number {
  const { shared, shorter } = compared(a, b);
  return shorter === 0 ? 0 : shared / shorter;
}

/** True of a text and its reprint, whatever was cut from either: nothing that both say counts twice. */
export function haveOneOrigin(a: Passages, b: Passages): boolean {
  const { shared, shorter } = compared(a, b);
  // Half as the square root is what chance adds to a share that was found in few runs: of eight, six must be shared.
  return shared >= FEWEST_SHARED && shared >= SAME_ORIGIN * shorter + Math.sqrt(shorter) / 2;
}

/** Of a text that has more runs than are kept, nothing is known above its highest: what lies there is not compared. */
function compared(a: Passages, b: Passages): { shared: number; shorter: number } {
  const [one, other] = [asSigned(a), asSigned(b)];
  const known = Math.min(reach(one), reach(other));
  let [i, j, shared] = [0, 0, 0];
  while (i < one.length && j < other.length) {
    const [x, y] = [(one[i] as number) ^ SIGN, (other[j] as number) ^ SIGN];
    if (x > known && y > known) break;
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) j += 1;
  }
  while (i < one.length && ((one[i] as number) ^ SIGN) <= known) i += 1;
  while (j < other.length && ((other[j] as number) ^ SIGN) <= known) j += 1;
  return { shared, shorter: Math.min(i, j) };
}

/** Without its sign in the way, such a number keeps the order of the other: whole numbers of 31 bits cost the engine no memory each, those of 32 do. */
const asSigned = ({ buffer, byteOffset, length }: Passages): Int32Array => new Int32Array(buffer, byteOffset, length);
const SIGN = 0x80000000 | 0;

const reach = (signed: Int32Array): number => (signed.length < MOST_PASSAGES ? 0x7fffffff : (signed[signed.length - 1] as number) ^ SIGN);

const START = 0x811c9dc5;
const PRIME = 0x01000193;

/** Spreads a sum over all 32 bits: the lowest must be a fair choice. */
function mixed(sum: number): number {
  let hash = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Hashes of the words, one after another, without a string for each: a hostile text has a million. */
function* wordsOf(text: string): Generator<number> {
  let hash = START;
  let open = false;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (isPartOfWord(text, i, code)) {
      hash = Math.imul(hash ^ code, PRIME);
      open = true;
    } else if (open && !isInside(text, i, code)) {
      yield mixed(hash);
      hash = START;
      open = false;
    }
  }
  if (open) yield mixed(hash);
}

const LETTER = /[\p{L}\p{N}\p{M}]/u;
const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Letters and digits, and the point of a decimal: 1.5 is not 15. Both halves of a character beyond the first plane are. */
function isPartOfWord(text: string, i: number, code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || isDigit(code) || (code === 46 && isBetweenDigits(text, i));
  return (code & 0xf800) === 0xd800 || LETTER.test(text[i] as string);
}

/** Marks that end no word and are none of it: an apostrophe of any kind, and the comma of "1,200". */
const isInside = (text: string, i: number, code: number): boolean =>
  code === 39 || code === 0x2019 || code === 0x2018 || (code === 44 && isBetweenDigits(text, i));

const isBetweenDigits = (text: string, i: number): boolean => isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1));

/** Keeps the lowest of many numbers, each once. It sorts whenever it has gathered as many again, so the cost stays in line with their number. */
class Lowest {
  private readonly gathered = new Uint32Array(4 * MOST_PASSAGES);
  private count = 0;
  private limit = Number.POSITIVE_INFINITY;

  add(hash: number): void {
    if (hash > this.limit) return;
    this.gathered[this.count] = hash;
    this.count += 1;
    if (this.count === this.gathered.length) this.settle();
  }

  all(): Uint32Array {
    this.settle();
    return this.gathered.slice(0, this.count);
  }

  private settle(): void {
    const sorted = this.gathered.subarray(0, this.count).sort();
    let kept = 0;
    for (const hash of sorted) if (kept === 0 || hash !== this.gathered[kept - 1]) this.gathered[kept++] = hash;
    this.count = Math.min(kept, MOST_PASSAGES);
    if (this.count === MOST_PASSAGES) this.limit = this.gathered[MOST_PASSAGES - 1] as number;
  }
}
