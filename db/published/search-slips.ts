import { nearWords, slipsOf, wordsIn } from '@/lib/publication';
import type { Reads } from '../open';
import { among, ask, words } from '../statement';

/** So many words are held against what was typed, and so many of the nearest are looked for. */
const MOST_NEAR = 500;
const MOST_TRIED = 4;

/** The word that a mistyped one means: the nearest that something public holds now. Null where there is none. Of several words in quotes none is mended. */
export async function meantBy(from: Reads, typed: string, isHeld: (word: string) => Promise<boolean>): Promise<string | null> {
  const [plain, ...others] = wordsIn(typed);
  if (plain === undefined || others.length > 0) return null;
  const rows = await ask<{ word: string }>(
    from,
    words`SELECT DISTINCT word FROM word_slips WHERE slip IN ${among(slipsOf(plain))} LIMIT ${MOST_NEAR}`,
  );
  const near = nearWords(
    plain,
    rows.map(({ word }) => word),
  );
  for (const word of near.slice(0, MOST_TRIED)) if (await isHeld(word)) return word;
  return null;
}
