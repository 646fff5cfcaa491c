import { isListed, type WordList, words } from '../../base';
import { type Chunk, chunkAt, kindAt } from './chunk';
import { isParticiple } from './forms';
import { KINDS } from './kinds';
import { BINDING } from './wordclass';

const { NOUN, TIME, VERB, PREP, AND, COMMA, OPEN, CLOSE, QUANTITY } = KINDS;

/** Indexes of chunks that make one noun phrase with what hangs on it: "revenue" + "mainland China". */
export type Chain = readonly number[];

export const NOTHING: Chain = [];

/** Both chains, without saying a phrase twice. */
export function join(a: Chain, b: Chain): Chain {
  if (b.length === 0) return a;
  if (a.length === 0) return b;
  const both = [...a];
  for (const k of b) if (!a.includes(k)) both.push(k);
  return both;
}

/** How many links a phrase is followed. */
const LONGEST = 6;

/** The noun phrase at `at` with the phrases that hang on it; of a subject every preposition binds, and what "and" joins belongs to it. */
export function chainAt(
  chunks: readonly Chunk[],
  at: number,
  subject: boolean,
  binding: WordList | null = subject ? null : BINDING,
): Chain {
  const chain = [at];
  for (let k = at + 1; k < at + 2 * LONGEST; k += 2) {
    const next = kindAt(chunks, k + 1);
    if ((next & (NOUN | QUANTITY)) === 0) break;
    const { kind, spelling } = chunks[k] as Chunk;
    const binds = kind === PREP && (binding === null ? next !== QUANTITY || !isListed(spelling, CHANGES) : isListed(spelling, binding));
    const joins = kind === AND && next === NOUN && !hasFigure(chunks, k + 1) && (subject || verbBehind(chunks, k + 1) < 0);
    if (!binds && !joins) break;
    chain.push(k + 1);
  }
  return chain;
}

/** Words between a thing and its new figure: "the Fjord index down 4 points". */
const CHANGES = words('up down off between');
/** They tell when by a clause of their own. */
const MOMENT = words('before after until since');
/** A figure of its own stands behind the noun phrase. */
export const hasFigure = (chunks: readonly Chunk[], at: number): boolean => {
  const { kind, spelling } = chunkAt(chunks, at + 1);
  return kind === QUANTITY || (kindAt(chunks, at + 2) === QUANTITY && isListed(spelling, CHANGES));
};

/** The noun phrase that ends just before `at`, from its head on; a comma between the two is passed over. */
export function chainBefore(chunks: readonly Chunk[], at: number): Chain {
  const end = kindAt(chunks, at - 1) === COMMA ? at - 2 : at - 1;
  if ((kindAt(chunks, end) & (NOUN | QUANTITY)) === 0) return NOTHING;
  let from = end;
  while (end - from < 2 * LONGEST && kindAt(chunks, from - 2) === NOUN && links(chunks[from - 1] as Chunk)) from -= 2;
  const chain: number[] = [];
  for (let k = from; k <= end; k += 2) chain.push(k);
  return chain;
}

const links = ({ kind, word, spelling }: Chunk): boolean =>
  kind === AND || (kind === PREP && (isListed(spelling, BINDING) || word === 'by'));

/** Index of the finite verb behind the phrase at `at` and what hangs on it; −1 where none follows. */
export function verbBehind(chunks: readonly Chunk[], at: number): number {
  const figures = kindAt(chunks, at) === QUANTITY;
  const end = Math.min(at + 2 * LONGEST, chunks.length);
  // "patients given the drug showed", "a firm making pumps fell": what the participle takes is passed over.
  let within = false;
  for (let k = at + 1; k < end; k += 1) {
    const { kind, form, word } = chunks[k] as Chunk;
    if (kind === VERB) {
      if (form !== 'open') return k;
      if (!isParticiple(word) || (k > at + 1 && kindAt(chunks, k - 1) !== NOUN)) return -1;
      within = true;
    } else if (kind === OPEN) {
      // "the index (12,500 down 40 points) had"
      while (k < end && chunks[k]?.kind !== CLOSE) k += 1;
    } else if (!standsBetween(chunks, k, figures, within)) return -1;
  }
  return -1;
}

/** The chunk may stand between a noun phrase, or the quantity itself, and its verb. */
function standsBetween(chunks: readonly Chunk[], k: number, figures: boolean, within: boolean): boolean {
  const { kind, spelling } = chunks[k] as Chunk;
  // "15 minutes before Berg headed"
  if (kind === PREP) return !(figures && isListed(spelling, MOMENT));
  if (kind === TIME) return true;
  const before = chunkAt(chunks, k - 1);
  if (kind === NOUN) return before.kind === QUANTITY ? !before.named : before.kind === PREP || (within && before.kind === VERB);
  if (kind === QUANTITY) return before.kind !== NOUN;
  // "14 barges, 3 tugs and 12 sailors were"
  return (kind & (AND | COMMA)) !== 0 && figures && kindAt(chunks, k + 1) === QUANTITY;
}

/** "Ames got 64 percent Berg got": behind a verb with a figure without an article, a noun phrase with a verb of its own. */
export const startsClause = (chunks: readonly Chunk[], at: number): boolean =>
  kindAt(chunks, at - 2) === VERB && chunkAt(chunks, at - 1).word !== 'a' && verbBehind(chunks, at) >= 0;
