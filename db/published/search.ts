import { sql } from 'drizzle-orm';
import { readQuantities } from '@/lib/quantity';
import type { Reads } from '../open';
import { matching } from '../search-index';

/** Something public the words were found in. */
export interface SearchHit {
  kind: 'measure' | 'claim' | 'article';
  id: string;
}

const KINDS = ['measure', 'claim', 'article'] as const;
const MOST_WORDS = 12;
/** Of each kind. */
const MOST_HITS = 30;
/** So many entries of a kind are weighed, the youngest: a word that more have tells none of them from the others. */
const MOST_WEIGHED = 150;
/** And so many for each word where no entry has all of them. */
const MOST_FOR_A_WORD = 60;

/**
 * Everything typed is words: each is quoted, so that no sign of it is ever syntax. All must be found; where nothing holds them all, those that are
 * found nowhere do not count, and then any will do. A figure also finds claims by its value, however it was written. Only what is public has
 * entries of these kinds, so nothing drops out after it was weighed; it costs the same, however many hold the words.
 */
export async function searchPublic(from: Reads, typed: string): Promise<SearchHit[]> {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const byValue = await valueHits(from, typed);
  const all = await holdingAll(from, words);
  const any = all.length > 0 || byValue.length > 0 || words.length === 1 ? [] : await holdingSome(from, words);
  const seen = new Set<string>();
  return [...all.filter((hit) => hit.kind === 'measure'), ...byValue, ...all, ...any].filter(
    (hit) => !seen.has(hit.id) && seen.add(hit.id),
  );
}

/** Entries that hold all of the words; where none does, the last word may be unfinished. To look for that first would gather all that begin with it. */
async function holdingAll(from: Reads, words: readonly string[]): Promise<SearchHit[]> {
  const whole = await holding(from, words.map(finished));
  return whole.length > 0 || !words.some((word) => word.endsWith('*')) ? whole : holding(from, words);
}

const finished = (word: string): string => word.replace(/ \*$/, '');

/** Words as quoted full-text phrases; the last one may be unfinished. Signs without a letter or digit are no words. */
export function wordsOf(typed: string): string[] {
  const words = typed
    .normalize('NFC')
    .slice(0, 400)
    .split(/\s+/)
    .map((word) => word.replace(/\p{Cc}|"/gu, ' ').trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS);
  return words.map((word, index) => `"${word}"${index === words.length - 1 && /[\p{L}\p{N}]{2}$/u.test(word) ? ' *' : ''}`);
}

/** Entries that hold all of the words: first those that hold them as they were typed, one after the other, then the shorter, then the younger. */
async function holding(from: Reads, words: readonly string[]): Promise<SearchHit[]> {
  const run = words
    .map((word) => word.slice(1).replace(/" ?\*?$/, ''))
    .join(' ')
    .toLowerCase();
  const found: SearchHit[] = [];
  for (const kind of KINDS) {
    const rows = await entries(from, kind, words.join(' AND '), MOST_WEIGHED);
    const weight = (text: string) => (text.toLowerCase().includes(run) ? 0 : 1_000_000) + text.length;
    const weighed = rows.map(({ id, words: text }) => ({ id, weight: weight(text) })).sort((a, b) => a.weight - b.weight);
    found.push(...weighed.slice(0, MOST_HITS).map(({ id }) => ({ kind, id })));
  }
  return found;
}

/** Entries that hold some of the words: all that are found anywhere, else those with the most and the rarest. */
async function holdingSome(from: Reads, words: readonly string[]): Promise<SearchHit[]> {
  const lists = await Promise.all(
    words.map(async (word) => (await Promise.all(KINDS.map((kind) => listOf(from, kind, finished(word))))).flat()),
  );
  const somewhere = words.filter((_, at) => (lists[at] as SearchHit[]).length > 0);
  if (somewhere.length < words.length) {
    const all = somewhere.length > 0 ? await holdingAll(from, somewhere) : [];
    if (all.length > 0) return all;
  }
  const weights = new Map<string, { hit: SearchHit; weight: number }>();
  for (const list of lists)
    for (const hit of list) {
      const known = weights.get(hit.id) ?? { hit, weight: 0 };
      weights.set(hit.id, { hit, weight: known.weight + 1 / list.length });
    }
  const weighed = [...weights.values()].sort((a, b) => b.weight - a.weight);
  return KINDS.flatMap((kind) => weighed.filter(({ hit }) => hit.kind === kind).slice(0, MOST_HITS)).map(({ hit }) => hit);
}

const listOf = async (from: Reads, kind: SearchHit['kind'], word: string): Promise<SearchHit[]> =>
  (await entries(from, kind, word, MOST_FOR_A_WORD)).map(({ id }) => ({ kind, id }));

/** The youngest entries of a kind that match. */
const entries = (from: Reads, kind: SearchHit['kind'], match: string, most: number): Promise<{ id: string; words: string }[]> =>
  from.all(sql`SELECT id, words FROM search WHERE ${matching(kind, match)} ORDER BY rowid DESC LIMIT ${most}`);

/** So many claims that say a value are looked at for what they count, the youngest. */
const MOST_OF_A_VALUE = 300;

/** "83 countries" and "1.2 million" by value; the other words only rank, they do not exclude. */
async function valueHits(from: Reads, typed: string): Promise<SearchHit[]> {
  const figure = readQuantities(typed.slice(0, 400)).quantities.find((quantity) => quantity.low !== null || quantity.high !== null);
  if (!figure) return [];
  const noun = figure.noun ?? figure.unit ?? '';
  const saying = (end: 'low' | 'high') => {
    const [column, value, by] = [sql.raw(`c.${end}`), figure[end], sql.raw(`claims_public_by_${end}`)];
    return sql`SELECT * FROM (SELECT c.id, c.noun, c.unit, c.accepted_at FROM claims c INDEXED BY ${by}
      WHERE c.status = 'accepted' AND c.accepted_at IS NOT NULL AND c.measure_id IS NOT NULL
        AND CAST(${column} AS REAL) = CAST(${value} AS REAL) AND ${column} = ${value} ORDER BY c.rowid DESC LIMIT ${MOST_OF_A_VALUE})`;
  };
  return from.all<SearchHit>(sql`
    SELECT 'claim' AS kind, c.id FROM (${saying('low')} UNION ${saying('high')}) c
    ORDER BY instr(lower(coalesce(c.noun, c.unit, '')), lower(${noun})) = 0, c.accepted_at DESC LIMIT 20`);
}
