import { describe, expect, it } from 'vitest';
import { isListed, type Token, tokensOf, WordList } from '@/lib/base';

const EARLY = new WordList(['early']);

describe('how a word is written', () => {
  it('is the same wherever in a long text the words stand', () => {
    const long = 'a'.repeat(47);
    const text = `Ida’s 1,234 mills' ${long} it's U.S. 😀 50% ${long}'s e\u0301 end`;
    const moved = ({ kind, start, end, text: word, lower }: Token, by: number) => [kind, start - by, end - by, word, lower];
    const alone = tokensOf(text).map((token) => moved(token, 0));
    for (let before = 3900; before < 4200; before += 1) {
      const tokens = tokensOf(`${'-'.repeat(before)} ${text} and words that follow it`.padEnd(9000, ' .'));
      const from = before + 1;
      expect(tokens.filter(({ start, end }) => start >= from && end <= from + text.length).map((token) => moved(token, from))).toEqual(
        alone,
      );
    }
  });

  it('is told of any letters, however many words were met before', () => {
    const words = Array.from({ length: 40_000 }, (_, k) => `W${k.toString(26).replace(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!)}`);
    const texts = (tokens: readonly Token[]) => tokens.map(({ text }) => text);
    expect(texts(tokensOf(words.join(' ')))).toEqual(words);
    expect(texts(tokensOf([...words].reverse().join(' ')))).toEqual([...words].reverse());
  });

  it('is looked up in a list that is given after it was met, too', () => {
    const stands = (list: WordList) => tokensOf('early + late').map(({ spelling }) => isListed(spelling, list));
    expect(stands(EARLY)).toEqual([true, false, false]);
    const late = Array.from({ length: 1000 }, () => new WordList(['early', '+', 'late'])).at(-1)!;
    expect(stands(late)).toEqual([true, true, true]);
    expect(stands(EARLY)).toEqual([true, false, false]);
  });
});
