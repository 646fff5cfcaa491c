import { describe, expect, it } from 'vitest';
import { readQuantities } from '@/lib/quantity';
import { meaningOf, meanings, nothings, underlined } from '../corpora/read';

describe('the corpus of quantities', () => {
  it.each(meanings())('"$phrase" means $meaning', ({ meaning, phrase }) => {
    const { quantities } = readQuantities(phrase);
    const counted = quantities.filter(({ excluded }) => excluded === null);
    // A row shows what its first quantity means; rows about two of them ("seven towns and 12 farms") stand for the first.
    expect(counted[0] ? meaningOf(counted[0]).trim() : 'nothing', underlined(phrase, quantities)).toBe(meaning.trim());
  });
});

describe('the corpus of what is no quantity', () => {
  it.each(nothings())('"$phrase" counts nothing ($reason)', ({ reason, phrase }) => {
    const { quantities } = readQuantities(phrase);
    expect(
      quantities.filter(({ excluded }) => excluded === null),
      underlined(phrase, quantities),
    ).toEqual([]);
    const reasons = quantities.map(({ excluded }) => excluded);
    const known = ['date', 'clock', 'year', 'ordinal', 'resolution', 'magnitude', 'partitive', 'definite', 'score', 'list'];
    if (known.includes(reason)) expect(reasons, underlined(phrase, quantities)).toContain(reason);
  });
});
