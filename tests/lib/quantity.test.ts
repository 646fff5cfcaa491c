import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuantities, unitKey } from '@/lib/quantity';
import { meaningOf, meanings, underlined } from '../corpora/read';

/** Figures as newspapers format them, with the exact decimal they stand for. */
const formatted = fc.oneof(
  fc.integer({ min: 0, max: 999 }).map((n) => [String(n), String(n)] as const),
  fc.integer({ min: 1000, max: 999_999_999 }).map((n) => [n.toLocaleString('en-US'), String(n)] as const),
  fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 9 })).map(([n, d]) => [`${n}.${d}`, `${n}.${d}`] as const),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(['million', 6] as const, ['billion', 9] as const, ['thousand', 3] as const))
    .map(([n, [scale, zeros]]) => [`${n} ${scale}`, `${n}${'0'.repeat(zeros)}`] as const),
);
const noun = fc.constantFrom('bridges', 'lame horses', 'people', 'fishing boats');
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({
    unit: fc.constantFrom(
      '1',
      ',',
      '.',
      ' ',
      '-',
      '$',
      '%',
      'a',
      'one ',
      'half ',
      'of ',
      'and ',
      'million ',
      '\u200b',
      '\n',
      "'",
      'at least ',
      '½',
      '(',
      '٣',
      '"',
    ),
    maxLength: 60,
  }),
);

describe('reading quantities', () => {
  it('reads back every formatted figure, exactly', () => {
    fc.assert(
      fc.property(formatted, noun, ([written, value], thing) => {
        const [one] = readQuantities(`Inspectors counted ${written} ${thing} there.`).quantities;
        expect(one).toMatchObject({ low: value, high: value, noun: thing, hedge: 'exact', excluded: null });
      }),
      { numRuns: 1000 },
    );
  });

  it('shifts every span by the length of a prefix and changes nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...meanings().map(({ phrase }) => phrase)),
        fc.constantFrom('Then it rained.\n\n', '\n\n', 'Nobody replied to us!\n\n'),
        (phrase, prefix) => {
          const move = ({ start, end }: { start: number; end: number }) => ({ start: start + prefix.length, end: end + prefix.length });
          const before = readQuantities(phrase).quantities.map((one) => ({
            ...one,
            span: move(one.span),
            mention: move(one.mention),
            figure: move(one.figure),
          }));
          const after = readQuantities(prefix + phrase).quantities.filter(({ span }) => span.start >= prefix.length);
          expect(after, underlined(prefix + phrase, after)).toEqual(before);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('never throws, and every span lies in the text, in order', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let last = 0;
        for (const { span, mention, figure, low, high } of readQuantities(text).quantities) {
          for (const one of [span, mention, figure]) expect(text.slice(one.start, one.end).length).toBe(one.end - one.start);
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(mention.start <= span.start && span.start <= figure.start && figure.end <= span.end).toBe(true);
          expect(low !== null || high !== null).toBe(true);
          last = figure.end;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('reads the same whatever digits, blanks and invisible marks the figure is set in', () => {
    const plain = readQuantities('Some 12,500 carts').quantities.map(meaningOf);
    for (const text of [
      'Some １２,５００ carts',
      'Some ١٢٬٥٠٠ carts',
      'Some 12\u00a0500 carts',
      'Some 12\u200b,500 carts',
      'Some 12\u202f500\u00a0carts',
      '\u200eSome 12,500 carts',
    ])
      expect(readQuantities(text).quantities.map(meaningOf), text).toEqual(plain);
  });

  it('says where digits can be read two ways', () => {
    expect(readQuantities('The port moved 4.800 tons.').doubts).toMatchObject([{ kind: 'separator', readings: ['4.8', '4800'] }]);
    expect(readQuantities('The port moved 4,800 tons.').doubts).toEqual([]);
  });

  it('fills what a second figure leaves out from the first', () => {
    const read = readQuantities('They found 14 cracks (including 3 in Lyon and 2 in Nantes).').quantities;
    expect(read.map(({ noun, head, low }) => [low, noun, head])).toEqual([
      ['14', 'cracks', 'crack'],
      ['3', 'cracks', 'crack'],
      ['2', 'cracks', 'crack'],
    ]);
  });

  it('keeps the direction of a change with the amount, not with the level it reached', () => {
    const [rise, level] = readQuantities('Exports rose 3.4 percent to 51 tons.').quantities;
    expect([rise?.trend, level?.trend]).toEqual(['up', null]);
    expect(readQuantities('Rents fell by 12 percent.').quantities[0]?.trend).toBe('down');
  });

  it('knows units by one name however they are written', () => {
    expect(['kilometer', 'kilometre', 'km'].map(unitKey)).toEqual(['km', 'km', 'km']);
    expect(unitKey('barrel per day')).toBe('barrel per day');
  });
});
