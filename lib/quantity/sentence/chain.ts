import { type Chunk, chunkAt } from './chunk';
import { BINDING, isParticiple } from './wordclass';

/** Indexes of chunks that make one noun phrase with what hangs on it: "revenue" + "mainland China". */
export type Chain = readonly number[];

export const NOTHING: Chain = [];

/** Both chains, without saying a phrase twice. */
export const join = (a: Chain, b: Chain): Chain => (b.length === 0 ? a : [...a, ...b.filter((k) => !a.includes(k))]);

/** How many links a phrase is followed. */
const LONGEST = 6;

/** The noun phrase at `at` with the phrases that hang on it; of a subject every preposition binds, and what "and" joins belongs to it. */
export function chainAt(
  chunks: readonly Chunk[],
  at: number,
  subject: boolean,
  binding: ReadonlySet<string> | null = subject ? null : BINDING,
): Chain {
  const chain = [at];
  for (let k = at + 1; k < at + 2 * LONGEST; k += 2) {
    const link = chunks[k];
    const next = chunks[k + 1];
    if (link === undefined || (next?.kind !== 'noun' && next?.kind !== 'quantity')) break;
    const binds = link.kind === 'prep' && (binding === null ? next.kind !== 'quantity' || !CHANGES.has(link.word) : binding.has(link.word));
    const joins = link.kind === 'and' && next.kind === 'noun' && !hasFigure(chunks, k + 1) && (subject || verbBehind(chunks, k + 1) < 0);
    if (!binds && !joins) break;
    chain.push(k + 1);
  }
  return chain;
}

/** Words between a thing and its new figure: "the Fjord index down 4 points". */
const CHANGES: ReadonlySet<string> = new Set(['up', 'down', 'off', 'between']);
/** They tell when by a clause of their own. */
const MOMENT: ReadonlySet<string> = new Set(['before', 'after', 'until', 'since']);
/** A figure of its own stands behind the noun phrase. */
export const hasFigure = (chunks: readonly Chunk[], at: number): boolean =>
  chunks[at + 1]?.kind === 'quantity' || (CHANGES.has(chunks[at + 1]?.word ?? '') && chunks[at + 2]?.kind === 'quantity');

/** The noun phrase that ends just before `at`, from its head on; a comma between the two is passed over. */
export function chainBefore(chunks: readonly Chunk[], at: number): Chain {
  const end = chunkAt(chunks, at - 1)?.kind === 'comma' ? at - 2 : at - 1;
  if (chunkAt(chunks, end)?.kind !== 'noun' && chunkAt(chunks, end)?.kind !== 'quantity') return NOTHING;
  let from = end;
  while (
    end - from < 2 * LONGEST &&
    chunkAt(chunks, from - 2)?.kind === 'noun' &&
    (BINDING.has(linkAt(chunks, from - 1)) || linkAt(chunks, from - 1) === 'by' || chunkAt(chunks, from - 1)?.kind === 'and')
  )
    from -= 2;
  const chain: number[] = [];
  for (let k = from; k <= end; k += 2) chain.push(k);
  return chain;
}

const linkAt = (chunks: readonly Chunk[], at: number): string => (chunks[at]?.kind === 'prep' ? (chunks[at] as Chunk).word : '');

/** Index of the finite verb behind the phrase at `at` and what hangs on it; −1 where none follows. */
export function verbBehind(chunks: readonly Chunk[], at: number): number {
  const figures = chunks[at]?.kind === 'quantity';
  const end = at + 2 * LONGEST;
  // "patients given the drug showed", "a firm making pumps fell": what the participle takes is passed over.
  let within = false;
  for (let k = at + 1; k < end; k += 1) {
    const chunk = chunks[k];
    if (chunk?.kind === 'verb') {
      if (chunk.form !== 'open') return k;
      if (!isParticiple(chunk.word) || (chunks[k - 1]?.kind !== 'noun' && k > at + 1)) return -1;
      within = true;
    } else if (chunk?.kind === 'open') {
      // "the index (12,500 down 40 points) had"
      while (k < end && chunks[k] !== undefined && chunks[k]?.kind !== 'close') k += 1;
    } else if (!standsBetween(chunks, k, figures, within)) return -1;
  }
  return -1;
}

/** The chunk may stand between a noun phrase, or the quantity itself, and its verb. */
function standsBetween(chunks: readonly Chunk[], k: number, figures: boolean, within: boolean): boolean {
  const chunk = chunks[k];
  const before = chunks[k - 1];
  switch (chunk?.kind) {
    case 'time':
      return true;
    case 'prep':
      // "15 minutes before Berg headed"
      return !(figures && MOMENT.has(chunk.word));
    case 'noun':
      return before?.kind === 'quantity' ? !before.named : before?.kind === 'prep' || (within && before?.kind === 'verb');
    case 'quantity':
      return before?.kind !== 'noun';
    case 'and':
    case 'comma':
      // "14 barges, 3 tugs and 12 sailors were"
      return figures && chunks[k + 1]?.kind === 'quantity';
    default:
      return false;
  }
}

/** "Ames got 64 percent Berg got": behind a verb with a figure without an article, a noun phrase with a verb of its own. */
export const startsClause = (chunks: readonly Chunk[], at: number): boolean =>
  chunkAt(chunks, at - 2)?.kind === 'verb' && chunkAt(chunks, at - 1)?.word !== 'a' && verbBehind(chunks, at) >= 0;
