import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokensOf } from '@/lib/base';
import { partOfScale, readFraction } from '@/lib/quantity/figures/fraction';
import { readSpelled, singleWord } from '@/lib/quantity/figures/spelled';

const SAID =
  `one two three nine ten eleven twenty ninety zero hundred thousand million dozen score gross hundreds half quarter third thirds fifth
hundredths twenty-first first and a an of the or to point over percent boats 7 20 , . - – /`.split(/\s+/);

it('a number word that is taken for itself is no more than that', () => {
  const text = fc
    .array(fc.tuple(fc.constantFrom(...SAID), fc.constantFrom(' ', ' ', '', '\n\n')), { minLength: 1, maxLength: 6 })
    .map((words) => words.map(([word, gap]) => word + gap).join(''));
  fc.assert(
    fc.property(
      fc.constantFrom('one', 'two', 'nine', 'twelve', 'twenty', 'sixty', 'zero'),
      fc.constantFrom(' ', '-', ' - '),
      text,
      (first, gap, rest) => {
        const tokens = tokensOf(first + gap + rest);
        const single = singleWord(tokens, 0);
        if (single === null) return;
        expect(readSpelled(tokens, 0)).toEqual(single);
        expect([readFraction(tokens, 0), partOfScale(tokens, 0)]).toEqual([null, null]);
      },
    ),
    { numRuns: 20_000 },
  );
});
