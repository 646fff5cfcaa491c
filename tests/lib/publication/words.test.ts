import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayWords,
  excerptSpans,
  figureWithNoun,
  figureWords,
  groupedDigits,
  guardedCell,
  markedPieces,
  numberWords,
  passageOf,
  percentWords,
  slugOf,
} from '@/lib/publication';
import { claim } from './record';

describe('figures in words', () => {
  it.each([
    [claim('a', '41000', { high: null, hedge: 'more-than', noun: 'patients' }), 'over 41,000 patients'],
    [claim('a', '20', { low: null, hedge: 'nearly', noun: 'video meetings' }), 'nearly 20 video meetings'],
    [claim('a', '4', { high: null, hedge: 'at-least' }), 'at least 4 boats'],
    [claim('a', '9', { low: null, hedge: 'up-to' }), 'up to 9 boats'],
    [claim('a', '1200000', { hedge: 'about', noun: 'people' }), 'about 1.2 million people'],
    [claim('a', '3.5', { unit: '%', noun: null }), '3.5 %'],
    [claim('a', '4000000', { unit: 'USD', noun: null }), '$4 million'],
    [claim('a', '5', { high: '6', hedge: 'between', unit: 'km', noun: null }), '5 to 6 km'],
    [claim('a', '412', { unit: 'meter', noun: null }), '412 meters'],
    [claim('a', '1', { unit: 'foot', noun: null }), '1 foot'],
    [claim('a', '6', { unit: 'foot', noun: null }), '6 feet'],
    [claim('a', '7.1', { unit: 'km', noun: null }), '7.1 km'],
    [claim('a', '0.3333333333333333', { text: 'one in three', noun: null }), 'one in three'],
    [claim('a', '0.5', { text: 'half', high: null, hedge: 'more-than', noun: null }), 'half'],
    [claim('a', '0.42', { text: '0.42', noun: null }), '0.42'],
    [claim('a', '0', { text: 'No one', noun: 'one' }), 'No one'],
    [claim('a', '24', { high: null, hedge: 'vague', text: 'dozens of boats' }), 'dozens of boats'],
  ])('keeps the hedge and the unit: %#', (figure, words) => expect(figureWithNoun(figure)).toBe(words));

  it('never loses a digit and never adds one', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 40n }), (value) => {
        expect(groupedDigits(String(value)).replaceAll(',', '')).toBe(String(value));
      }),
    );
    expect(numberWords('1234567')).toBe('1,234,567');
    expect(numberWords('0.0001')).toBe('0.0001');
    expect(figureWords(claim('a', '1000000000000000'))).toBe('1,000 trillion');
  });

  it('gives differences with a true minus', () => {
    expect(percentWords('83', '89')).toBe('+7.2 %');
    expect(percentWords('100', '81')).toBe('−19 %');
    expect(percentWords('0', '5')).toBeNull();
  });

  it('gives days as precisely as the source', () => {
    expect([dayWords('2020-03-26'), dayWords('2020-03'), dayWords('2020')]).toEqual(['26 March 2020', 'March 2020', '2020']);
  });
});

describe('addresses', () => {
  it.each([
    ['How many boats?', 'how-many-boats'],
    ['Combien de bâtiments détruits à Orléans?', 'combien-de-batiments-detruits-a-orleans'],
    ['数字', 'measure'],
    ['../../<script>', 'script'],
    ['a '.repeat(200), 'a-'.repeat(30).slice(0, -1)],
  ])('make a harmless slug of %j', (title, slug) => expect(slugOf(title)).toBe(slug));
});

describe('cells of a spreadsheet', () => {
  it.each(['=1+1', '+1', '-cmd', '@SUM(A1)', '\tx', '\r=x', ' =1', '＝1', '＋1', '－x', '＠x'])('are guarded: %j', (cell) =>
    expect(guardedCell(cell)).toBe(`'${cell}`),
  );
  it.each(['83', '-5', '-0.5', 'over 80', '', 'a=b'])('stay as they are: %j', (cell) => expect(guardedCell(cell)).toBe(cell));
});

describe('passages', () => {
  it('give back the text they were cut from, with the mark in its place', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.nat(300), fc.nat(300), (text, a, b) => {
        const span = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
        const pieces = markedPieces(text, { start: 0, end: text.length }, [{ ...span, id: 'x' }]);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        if (span.start < span.end) expect(pieces.find((piece) => piece.claim)?.text).toBe(text.slice(span.start, span.end));
      }),
    );
  });

  it('cut an endless sentence around the mark and say so', () => {
    const text = `${'word '.repeat(1000)}83 boats ${'word '.repeat(1000)}`;
    const start = text.indexOf('83');
    const passage = passageOf(text, { start: 0, end: text.length }, { start, end: start + 8, id: 'x' });
    expect(passage.cutBefore && passage.cutAfter).toBe(true);
    expect(passage.pieces.map((piece) => piece.text).join('').length).toBeLessThan(620);
    expect(passage.pieces.find((piece) => piece.claim === 'x')?.text).toBe('83 boats');
  });

  it('show two sentences on both sides and join what touches', () => {
    const sentences = Array.from({ length: 20 }, (_, index) => ({ start: index * 10, end: index * 10 + 9 }));
    expect(excerptSpans(sentences, [{ start: 101, end: 103 }])).toEqual([{ start: 80, end: 129 }]);
    expect(
      excerptSpans(sentences, [
        { start: 21, end: 23 },
        { start: 61, end: 62 },
      ]),
    ).toEqual([{ start: 0, end: 89 }]);
    expect(
      excerptSpans(sentences, [
        { start: 1, end: 3 },
        { start: 191, end: 192 },
      ]),
    ).toEqual([
      { start: 0, end: 29 },
      { start: 170, end: 199 },
    ]);
    expect(excerptSpans(sentences, [])).toEqual([]);
  });
});
