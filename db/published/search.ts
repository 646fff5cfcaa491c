import { sql } from 'drizzle-orm';
import { readQuantities } from '@/lib/quantity';
import { isNoted } from '../notice-record';
import type { Reads } from '../open';
import { PUBLIC_ARTICLES, PUBLIC_CLAIMS, PUBLIC_MEASURES } from './visible';

/** Something public the words were found in. */
export interface SearchHit {
  kind: 'measure' | 'claim' | 'article';
  id: string;
}

const MOST_WORDS = 12;
const MOST_HITS = 60;

/**
 * Everything typed is words: each is quoted, so that no sign of it is ever syntax. All must be found; where nothing holds them all,
 * any will do. A figure also finds claims by its value, however it was written.
 */
export async function searchPublic(from: Reads, typed: string): Promise<SearchHit[]> {
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  const byValue = await valueHits(from, typed);
  const all = await wordHits(from, words.join(' AND '));
  const any = all.length > 0 || byValue.length > 0 || words.length === 1 ? [] : await wordHits(from, words.join(' OR '));
  const seen = new Set<string>();
  return [...all.filter((hit) => hit.kind === 'measure'), ...byValue, ...all, ...any].filter(
    (hit) => !seen.has(hit.id) && seen.add(hit.id),
  );
}

/** Words as quoted full-text phrases; the last one may be unfinished. Signs without a letter or digit are no words. */
export function wordsOf(typed: string): string[] {
  const words = typed
    .normalize('NFC')
    .slice(0, 400)
    .split(/\s+/)
    .map((word) => word.replace(/\p{Cc}|"/gu, ' ').trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS);
  return words.map((word, index) => `"${word}"${index === words.length - 1 && /[\p{L}\p{N}]$/u.test(word) ? ' *' : ''}`);
}

// One bounded query: what is not public, or withheld, drops out in the join, before anything is ranked away.
async function wordHits(from: Reads, match: string): Promise<SearchHit[]> {
  return from.all<SearchHit>(sql`
    SELECT s.kind, s.id FROM search s
    WHERE search MATCH ${match} AND CASE s.kind
      WHEN 'claim' THEN EXISTS (SELECT 1 FROM ${PUBLIC_CLAIMS} c WHERE c.id = s.id AND NOT ${isNoted('withheld', sql`c.article_id`)})
      WHEN 'measure' THEN EXISTS (SELECT 1 FROM ${PUBLIC_MEASURES} m WHERE m.id = s.id)
      WHEN 'article' THEN EXISTS (SELECT 1 FROM ${PUBLIC_ARTICLES} a WHERE a.id = s.id AND NOT ${isNoted('withheld', sql`a.id`)})
      ELSE 0 END
    ORDER BY CASE s.kind WHEN 'measure' THEN 0 WHEN 'claim' THEN 1 ELSE 2 END, rank LIMIT ${MOST_HITS}`);
}

/** "83 countries" and "1.2 million" by value; the other words only rank, they do not exclude. */
async function valueHits(from: Reads, typed: string): Promise<SearchHit[]> {
  const figure = readQuantities(typed.slice(0, 400)).quantities.find((quantity) => quantity.low !== null || quantity.high !== null);
  if (!figure) return [];
  const noun = figure.noun ?? figure.unit ?? '';
  return from.all<SearchHit>(sql`
    SELECT 'claim' AS kind, c.id FROM ${PUBLIC_CLAIMS} c
    WHERE (c.low = ${figure.low} OR c.high = ${figure.high})
    ORDER BY instr(lower(coalesce(c.noun, c.unit, '')), lower(${noun})) = 0, c.accepted_at DESC LIMIT 20`);
}
