import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedNumbers, stillAt, type TextPart, textChanges, tokensOf } from '@/lib/article';

const told = (before: string, after: string) =>
  textChanges(before, after).map((part) => [
    part.same,
    before.slice(part.before.start, part.before.end),
    after.slice(part.after.start, part.after.end),
  ]);
const numbers = (before: string, after: string) =>
  changedNumbers(textChanges(before, after), before, after).map((one) => [one.before?.text ?? null, one.after?.text ?? null]);

const figure = fc.oneof(
  fc.integer({ min: -99_999, max: 9_999_999 }).map((n) => n.toLocaleString('en')),
  fc.integer({ min: 0, max: 9_999_999 }).map((n) => n.toLocaleString('en').replaceAll(',', ' ')),
  fc.integer({ min: 0, max: 9_999_999 }).map((n) => n.toLocaleString('de')),
  fc.double({ min: 0, max: 100, noNaN: true }).map((n) => `${n.toFixed(2)}%`),
  fc.constantFrom('$1.2', '−4', '2020-03-26', '10:30', 'H1N1', '20th', '3/4', '.5', '½', '£1,003,000', "1'003", '1.003,50'),
);
const word = fc.constantFrom('boats', 'sank', 'officials', 'said', 'in', 'the', 'well-known', 'don’t', 'Łódź', '数', '👩‍🚒');
const text = fc
  .array(fc.tuple(fc.oneof(figure, word), fc.constantFrom(' ', ', ', '. ', ' – ', '\n\n', ' (', ') ')), { maxLength: 40 })
  .map((pieces) => pieces.flat().join(''));
const isDigit = (sign: string | undefined) => /\d/.test(sign ?? '');
const cuts = (parts: readonly TextPart[], side: 'before' | 'after') => parts.flatMap((part) => [part[side].start, part[side].end]);

describe('T3: the words of two texts', () => {
  it('are told apart without ever splitting a number', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = textChanges(before, after);
        for (const side of ['before', 'after'] as const) {
          const own = side === 'before' ? before : after;
          expect(parts.map((part) => own.slice(part[side].start, part[side].end)).join('')).toBe(own);
          for (const cut of cuts(parts, side)) {
            expect(isDigit(own[cut - 1]) && isDigit(own[cut]), `${own.slice(cut - 5, cut)}|${own.slice(cut, cut + 5)}`).toBe(false);
            expect(isDigit(own[cut - 2]) && /[.,'/:]/.test(own[cut - 1] ?? '') && isDigit(own[cut])).toBe(false);
            expect(isDigit(own[cut - 1]) && /[.,'/:%]/.test(own[cut] ?? '') && (own[cut] === '%' || isDigit(own[cut + 1]))).toBe(false);
          }
        }
        for (const { same, before: x, after: y } of parts) expect(before.slice(x.start, x.end) === after.slice(y.start, y.end)).toBe(same);
        if (before === after) expect(parts.every(({ same }) => same)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('take every token of a text once, each number whole', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (any) => {
        expect(
          tokensOf(any)
            .map((token) => token.text)
            .join(''),
        ).toBe(any);
      }),
    );
    const whole = 'It was −4.5% of $1,003 and 1 003 000 boats on 2020-03-26 at 10:30, the 20th of 3/4.';
    expect(
      tokensOf(whole)
        .filter(({ isNumber }) => isNumber)
        .map((token) => token.text),
    ).toEqual(['−4.5%', '$1,003', '1 003 000', '2020-03-26', '10:30', '20th', '3/4']);
  });

  it('say 1,003 → 1,103 as one change', () => {
    expect(told('The harbour counted 1,003 boats.', 'The harbour counted 1,103 boats.')).toEqual([
      [true, 'The harbour counted ', 'The harbour counted '],
      [false, '1,003', '1,103'],
      [true, ' boats.', ' boats.'],
    ]);
    expect(told('', 'All new.')).toEqual([[false, '', 'All new.']]);
    expect(told('a b', 'a b')).toEqual([[true, 'a b', 'a b']]);
    expect(told('one two', 'three four')).toEqual([[false, 'one two', 'three four']]);
  });

  it('name the numbers that changed, and none where other words stand around the same ones', () => {
    expect(numbers('He saw 83 countries and 9 ships.', 'He saw 89 countries and 9 ships.')).toEqual([['83', '89']]);
    expect(numbers('Some 83 countries got aid.', 'Aid went to 83 states.')).toEqual([]);
    expect(numbers('He saw 83 countries.', 'He saw countries, 12 by name.')).toEqual([
      ['83', null],
      [null, '12'],
    ]);
    expect(numbers('It fell by 5 points.', 'It fell by −5 points.')).toEqual([['5', '−5']]);
  });

  it('find their way through long texts that share little', () => {
    const long = (seed: number) => Array.from({ length: 6000 }, (_, at) => `w${(at * seed) % 4999}`).join(' ');
    const parts = textChanges(long(7), long(11));
    expect(parts.some(({ same }) => !same)).toBe(true);
  });
});

describe('T7: a quoted place', () => {
  const place = (before: string, quote: string, after: string) => {
    const start = before.indexOf(quote);
    const [from, to] = [before.lastIndexOf('.', start) + 1, before.indexOf('.', start) + 1];
    const found = stillAt({ start, end: start + quote.length }, { start: from, end: to }, textChanges(before, after), before, after);
    return found && after.slice(found.start, found.end);
  };

  it('is found again where its sentence stands, and never at other digits or other words', () => {
    const before = 'China helped 83 countries in March. It is large.';
    expect(place(before, '83 countries', 'New here. China helped 83 countries in March. It is large.')).toBe('83 countries');
    expect(place(before, '83 countries', 'It is large. And old. China helped 83 countries in March.')).toBe('83 countries');
    expect(place(before, '83 countries', 'China helped 89 countries in March. It is large.')).toBeNull();
    expect(place(before, '83 countries', 'China helped 89 countries in March. In 1983, 83 countries signed. It is large.')).toBeNull();
    expect(place(before, '83 countries', 'Nothing of it is left.')).toBeNull();
    expect(place('Aid: 83 towns. More.', '83 towns', 'Before 83 towns. More.')).toBeNull();
  });
});
