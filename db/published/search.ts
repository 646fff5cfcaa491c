import { type AskedFigure, type AskedRange, askedSearch, type Filters } from '@/lib/publication';
import type { Reads } from '../open';
import { filed, matching, matchingOf } from '../search-index';
import { ask, NOTHING, words as say, type Words } from '../statement';
import { claimsSaying } from './search-figures';
import { type Narrowed, narrowedTo } from './search-narrowed';
import { meantBy } from './search-slips';

/** Something public the words were found in. */
export interface SearchHit {
  kind: SearchKind;
  id: string;
}
export type SearchKind = 'measure' | 'claim' | 'article';

/** A word that nothing holds, and the one that was looked for in its place; null where none is near. */
export interface Mended {
  typed: string;
  meant: string | null;
}

export interface SearchAnswer {
  hits: SearchHit[];
  /** The words that were looked for in the end, to mark them where they stand. */
  words: string[];
  mended: Mended[];
}

/** What is looked for: words, figures between two others, and what hits have to meet. */
export interface SearchAsked extends AskedRange {
  typed: string;
  filters?: Filters;
  /** The youngest hits are taken, and not the best. */
  youngest?: boolean;
}

/** How hits are chosen. */
interface How {
  narrowed: Narrowed | null;
  youngest: boolean;
}

const SEARCH_KINDS = ['measure', 'claim', 'article'] as const;
/** Of each kind. */
const MOST_HITS = 30;
/** So many entries of a kind are weighed, the youngest: a word that more have tells none of them from the others. */
const MOST_WEIGHED = 150;
/** And so many for each word where no entry has all of them. */
const MOST_FOR_A_WORD = 60;
/** Where the hits are narrowed, so many that hold the words are looked at. */
const MOST_LOOKED_AT = 800;

/** The hits for what was typed, as words. */
export const searchPublic = async (from: Reads, typed: string): Promise<SearchHit[]> => (await searchFor(from, { typed })).hits;

/**
 * Everything typed is words: each is quoted, so that no sign of it is ever syntax. All must be found; where nothing holds them all, one that is found
 * nowhere is taken for the word nearest to it, then it does not count, and then any will do. A figure also finds claims by its value, however it was
 * written, and a range those between. Only what is public has entries of these kinds, so nothing drops out after it was weighed; it costs the same, however many
 * hold the words.
 */
export async function searchFor(from: Reads, asked: SearchAsked): Promise<SearchAnswer> {
  const { words, figures } = askedSearch(asked.typed, asked);
  const narrowed = await narrowedTo(from, asked.filters ?? {});
  const how = { narrowed, youngest: asked.youngest ?? false };
  const typed = words.map(({ text }, at) => phraseOf(text, at === words.length - 1));
  const others = words.flatMap(({ text, isFigure }) => (isFigure ? [] : [text]));
  const saying = (meant: readonly string[]) => hitsSaying(from, figures, { meant, only: narrowed?.only.claim });
  const all = typed.length === 0 ? [] : await holdingAll(from, typed, how);
  const isHeld =
    all.length > 0 || (narrowed !== null && typed.length > 0 && (await isHeldAnywhere(from, typed.map(finished).join(' AND '))));
  if (isHeld || others.length === 0) return answerOf(all, await saying(others), [], words);
  const mended = await mendedIn(from, others);
  const meantFor = (text: string): string[] => {
    const one = mended.find((other) => other.typed === text);
    return one ? (one.meant === null ? [] : [one.meant]) : [text];
  };
  const meant = words.flatMap(({ text }) => meantFor(text));
  const byValue = await saying(others.flatMap(meantFor));
  const phrases = meant.map((text) => phraseOf(text, false));
  const again = mended.length > 0 && phrases.length > 0 ? await holdingAll(from, phrases, how) : [];
  const some = again.length > 0 || byValue.length > 0 || meant.length < 2 ? again : await holdingSome(from, phrases, how);
  return answerOf(
    some,
    byValue,
    mended,
    meant.map((text) => ({ text })),
  );
}

function answerOf(all: SearchHit[], byValue: SearchHit[], mended: Mended[], words: readonly { text: string }[]): SearchAnswer {
  const seen = new Set<string>();
  const ordered = [...all.filter((hit) => hit.kind === 'measure'), ...byValue, ...all];
  return { hits: ordered.filter((hit) => !seen.has(hit.id) && seen.add(hit.id)), words: words.map(({ text }) => text), mended };
}

/** A quoted full-text phrase; the last word may be unfinished. */
export const phraseOf = (text: string, isLast: boolean): string =>
  `"${text.replaceAll('"', ' ')}"${isLast && !/\s/.test(text) && /[\p{L}\p{N}]{2}$/u.test(text) ? ' *' : ''}`;

const finished = (word: string): string => word.replace(/ \*$/, '');

/** Those of the words that no entry holds, each with the nearest that one does. */
async function mendedIn(from: Reads, words: readonly string[]): Promise<Mended[]> {
  const mended: Mended[] = [];
  const isHeld = (text: string) => isHeldAnywhere(from, phraseOf(text, false));
  for (const typed of words) if (!(await isHeld(typed))) mended.push({ typed, meant: await meantBy(from, typed, isHeld) });
  return mended;
}

async function isHeldAnywhere(from: Reads, match: string): Promise<boolean> {
  for (const kind of SEARCH_KINDS) if ((await entries(from, kind, match, 1, null)).length > 0) return true;
  return false;
}

/** Entries that hold all of the words; where none does, the last word may be unfinished. To look for that first would gather all that begin with it. */
async function holdingAll(from: Reads, words: readonly string[], how: How): Promise<SearchHit[]> {
  const whole = await holding(from, words.map(finished), how);
  if (whole.length > 0 || !words.some((word) => word.endsWith('*'))) return whole;
  // Where whole words are held by others than those that are meant, it is finished.
  if (how.narrowed !== null && (await isHeldAnywhere(from, words.map(finished).join(' AND ')))) return whole;
  return holding(from, words, how);
}

/** Entries that hold all of the words: first those that hold them as they were typed, one after the other, then the shorter, then the younger. */
async function holding(from: Reads, words: readonly string[], { narrowed, youngest }: How): Promise<SearchHit[]> {
  const run = words
    .map((word) => word.slice(1).replace(/" ?\*?$/, ''))
    .join(' ')
    .toLowerCase();
  const found: SearchHit[] = [];
  for (const kind of SEARCH_KINDS) {
    const rows = await entries(from, kind, words.join(' AND '), MOST_WEIGHED, narrowed);
    const weight = (text: string) => (youngest ? 0 : (text.toLowerCase().includes(run) ? 0 : 1_000_000) + text.length);
    const weighed = rows.map(({ id, words: text }) => ({ id, weight: weight(text) })).sort((a, b) => a.weight - b.weight);
    found.push(...weighed.slice(0, MOST_HITS).map(({ id }) => ({ kind, id })));
  }
  return found;
}

/** Entries that hold some of the words, those with the most and the rarest first. */
async function holdingSome(from: Reads, words: readonly string[], { narrowed }: How): Promise<SearchHit[]> {
  const weights = new Map<string, { hit: SearchHit; weight: number }>();
  for (const word of words) {
    const list = (await Promise.all(SEARCH_KINDS.map((kind) => listOf(from, kind, word, narrowed)))).flat();
    for (const hit of list) {
      const known = weights.get(hit.id) ?? { hit, weight: 0 };
      weights.set(hit.id, { hit, weight: known.weight + 1 / list.length });
    }
  }
  const weighed = [...weights.values()].sort((a, b) => b.weight - a.weight);
  return SEARCH_KINDS.flatMap((kind) => weighed.filter(({ hit }) => hit.kind === kind).slice(0, MOST_HITS)).map(({ hit }) => hit);
}

const listOf = async (from: Reads, kind: SearchKind, word: string, narrowed: Narrowed | null): Promise<SearchHit[]> =>
  (await entries(from, kind, word, MOST_FOR_A_WORD, narrowed)).map(({ id }) => ({ kind, id }));

/** The youngest entries of a kind that match; where they are narrowed, of few all, and of many as far as they are among the youngest. */
function entries(
  from: Reads,
  kind: SearchKind,
  match: string,
  most: number,
  narrowed: Narrowed | null,
): Promise<{ id: string; words: string }[]> {
  if (narrowed === null)
    return ask(from, say`SELECT id, words FROM search WHERE ${matching(kind, match)} ORDER BY rowid DESC LIMIT ${most}`);
  const young = narrowed.few
    ? say`SELECT id, words FROM search WHERE ${matchingOf(kind, match, narrowed.few[kind])}`
    : say`SELECT id, words FROM search WHERE ${matching(kind, match)} ORDER BY rowid DESC LIMIT ${MOST_LOOKED_AT}`;
  return ask(from, say`SELECT id, words FROM (${young}) AS search WHERE ${narrowed.only[kind]} LIMIT ${most}`);
}

/** Claims that say one of the figures, those that hold most of the words first; where several figures are told, those of the first come first. */
async function hitsSaying(
  from: Reads,
  figures: readonly AskedFigure[],
  { meant, only = NOTHING }: { meant: readonly string[]; only?: Words | undefined },
): Promise<SearchHit[]> {
  const found: SearchHit[] = [];
  for (const figure of figures) {
    const ids = await claimsSaying(from, figure, only);
    if (meant.length === 0) found.push(...ids.map((id) => ({ kind: 'claim' as const, id })));
    else {
      const texts = new Map((await filed(from, 'claim', ids)).map(({ id, words }) => [id, words.toLowerCase()]));
      const held = (id: string) => meant.filter((word) => texts.get(id)?.includes(word.toLowerCase().replace(/s$/, ''))).length;
      const ranked = ids.map((id, at) => ({ id, at, held: held(id) })).sort((a, b) => b.held - a.held || a.at - b.at);
      found.push(...ranked.map(({ id }) => ({ kind: 'claim' as const, id })));
    }
  }
  return found.slice(0, MOST_HITS);
}
