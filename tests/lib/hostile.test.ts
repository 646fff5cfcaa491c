import { describe, expect, it } from 'vitest';
import { sentencesOf } from '@/lib/article';
import { tokensOf } from '@/lib/base';
import { MOST_NUMBERS, readArticle } from '@/lib/claim';
import { readQuantities } from '@/lib/quantity';
import { KINDS } from '@/scripts/bench/hostile.mjs';
import { looksOf } from '../corpora/looks';

const context = { publishedAt: '2025-06-02', outlet: null, title: null, language: 'en' };
const kinds = Object.entries(KINDS) as [string, (bytes: number) => string][];

describe('texts made to be slow', () => {
  it.each(kinds)('%s: twice the text takes twice the looks', (_kind, make) => {
    expect(looksOf(make(8000)) / looksOf(make(4000))).toBeLessThan(2.2);
  });

  // No time is asserted here: what is far from linear outlasts the timeout of the test.
  it.each(kinds)(
    '%s: twenty thousand characters are read',
    (_kind, make) => {
      const { quantities } = readArticle(make(20_000), context);
      expect(quantities.length).toBeLessThanOrEqual(MOST_NUMBERS);
    },
    30_000,
  );

  it('stops after some thousands of numbers and says from where', () => {
    const unit = '5 boats sank. ';
    const text = unit.repeat(MOST_NUMBERS + 500);
    const { quantities, claims, doubts } = readArticle(text, context);
    expect(quantities).toHaveLength(MOST_NUMBERS);
    expect(claims).toHaveLength(MOST_NUMBERS);
    const start = unit.length * MOST_NUMBERS;
    expect(doubts).toEqual([{ kind: 'length', readings: [], start, end: start + '5 boats'.length }]);
    expect(readArticle(unit.repeat(MOST_NUMBERS), context).doubts).toEqual([]);
  });

  it('cuts what has no blank and no stop into bounded sentences, and no character in two', () => {
    for (const unit of ['½', '😀', 'a-', '1:']) {
      const text = unit.repeat(9000);
      const sentences = sentencesOf(text);
      expect(sentences.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
      for (const { start, end } of sentences) expect(end - start).toBeLessThan(2500);
      for (const { start } of sentences) expect(text.charCodeAt(start) & 0xfc00).not.toBe(0xdc00);
    }
  });

  it('takes a run of more digits than decimals hold for a label', () => {
    expect(readQuantities(`It has ${'7'.repeat(60)} parts.`).quantities[0]).toMatchObject({ excluded: null });
    expect(readQuantities(`It has ${'7'.repeat(61)} parts.`).quantities[0]).toMatchObject({ excluded: 'identifier' });
  });

  it('does not look for the end of an abbreviation for ever', () => {
    expect(tokensOf('The U.S.S.R. fell.')[1]).toMatchObject({ text: 'U.S.S.R.' });
    expect(tokensOf('a.'.repeat(50))[0]).toMatchObject({ text: 'a' });
  });
});
