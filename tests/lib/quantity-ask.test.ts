import { describe, expect, it } from 'vitest';
import { type Token, tokensOf } from '@/lib/base';
import { atArticle, besideNumbers } from '@/lib/quantity/ask';
import type { Reader } from '@/lib/quantity/found';
import { READERS } from '@/lib/quantity/read';
import { inputs } from '@/scripts/soak/inputs.mjs';
import { meanings, naughty, nothings } from '../corpora/read';

const phrases = [...meanings(), ...nothings()].map(({ phrase }) => phrase).concat(naughty());
const ofNumbers = READERS.filter(({ begins }) => begins !== 'word');
const ofWords = READERS.filter(({ begins }) => begins !== 'number');
const asked = besideNumbers(ofNumbers);
const articles = { a: atArticle(ofWords, 'a'), an: atArticle(ofWords, 'an') };

const DIGITS = ['3', '12', '22', '50', '112', '0123', '401', '747', '2.0', '7.45', '1,234', '1995', '12345', '10.1000', '½', '600519'];
const SMALL = [
  'the',
  'a',
  'of',
  'to',
  'and',
  'in',
  'on',
  'at',
  'class',
  'fold',
  'Lund',
  'HK',
  'IL',
  '-',
  '–',
  '/',
  ':',
  '.',
  ',',
  '(',
  ')',
  '"',
];
const NEIGHBOURS = [...new Set(ofNumbers.flatMap(({ beside }) => [...(beside?.before ?? []), ...(beside?.behind ?? [])])), ...SMALL];

/** A figure among words that some reader waits for, with and without blanks and capitals: the same for the same seed. */
function* crowds(seed: number): Generator<string> {
  let state = seed;
  const upTo = (most: number): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % most;
  };
  const one = (list: readonly string[]): string => list[upTo(list.length)] as string;
  const word = (): string => {
    const said = one(upTo(3) === 0 ? SMALL : NEIGHBOURS);
    return upTo(4) === 0 ? said.charAt(0).toUpperCase() + said.slice(1) : said;
  };
  for (;;) {
    const words = Array.from({ length: 3 + upTo(6) }, () => (upTo(4) === 0 ? one(DIGITS) : word()));
    yield words.map((said) => (upTo(3) === 0 ? '' : ' ') + said).join('');
  }
}

const taken = (source: Generator<string>, count: number): string[] => Array.from({ length: count }, () => source.next().value as string);
const texts = [...phrases, ...taken(inputs(phrases, 31) as Generator<string>, 20_000), ...taken(crowds(7), 40_000)];

/** What a reader would have read at a token where nobody asks it. */
function missed(readers: readonly Reader[], unasked: (tokens: readonly Token[], i: number, k: number) => boolean): string[] {
  return texts.flatMap((text) => {
    const tokens = tokensOf(text);
    return tokens.flatMap((_, i) =>
      readers.flatMap(({ name, read }, k) => (unasked(tokens, i, k) && read(tokens, i) !== null ? [`${name} at ${i}: ${text}`] : [])),
    );
  });
}

describe('who is asked', { timeout: 120_000 }, () => {
  it('no reader would have begun at a number where it is not asked', () => {
    const unasked = (tokens: readonly Token[], i: number, k: number) => tokens[i]?.kind === 'number' && ((asked(tokens, i) >> k) & 1) === 0;
    expect(missed(ofNumbers, unasked).slice(0, 10)).toEqual([]);
  });

  it('no reader would have begun at an article where it is not asked', () => {
    const unasked = (tokens: readonly Token[], i: number, k: number) => {
      const lower = tokens[i]?.lower;
      if (lower !== 'a' && lower !== 'an') return false;
      const { words, read } = ofWords[k] as Reader;
      return [...(words ?? [])].includes(lower) && !articles[lower](tokens, i).includes(read);
    };
    expect(missed(ofWords, unasked).slice(0, 10)).toEqual([]);
  });
});
