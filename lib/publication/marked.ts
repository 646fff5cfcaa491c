import { singular } from '@/lib/quantity';
import type { Passage } from './passage';

/** A run of a text; `hit` where it holds a word that was looked for. */
export interface MarkedRun {
  text: string;
  hit: boolean;
  /** The claim whose mention it is a part of. */
  claim: string | null;
}

const plain = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** A text with the words marked that were looked for, however they end. A word of less than three letters is marked as it stands alone. */
export function marked(text: string, words: readonly string[]): MarkedRun[] {
  return markedIn([{ text, claim: null }], words);
}

/** The same in a quote, whose mention stays marked. */
export const markedQuote = ({ pieces }: Passage, words: readonly string[]): MarkedRun[] => markedIn(pieces, words);

function markedIn(pieces: Passage['pieces'], words: readonly string[]): MarkedRun[] {
  const sought = words.flatMap((word) => plain(word).match(/[\p{L}\p{N}]+/gu) ?? []).map(stem);
  return pieces.flatMap(({ text, claim }) => {
    const runs: MarkedRun[] = [];
    for (const part of text.match(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu) ?? []) {
      const hit = sought.includes(stem(plain(part)));
      const [gap, last] = [runs.at(-1), runs.at(-2)];
      if (gap && gap.hit === hit) gap.text += part;
      else if (hit && last?.hit && gap?.text === ' ') {
        // Words that follow each other are marked as one.
        last.text += ` ${part}`;
        runs.pop();
      } else runs.push({ text: part, hit, claim });
    }
    return runs;
  });
}

const stem = (word: string): string => (word.length < 4 ? word : singular(word).replace(/(?:ing|ed)$/, ''));
