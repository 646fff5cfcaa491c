import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '@/lib/base';
import { type Quantity, readQuantities } from '@/lib/quantity';
import { faultOf } from '@/scripts/soak/inputs.mjs';
import { meanings, naughty, nothings, plainMeaning, readingOf, underlined } from '../corpora/read';

const SMALL =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A whole number below a million in words, as British papers write it. */
function inWords(n: number): string {
  if (n < 20) return SMALL[n] as string;
  if (n < 100) return `${TENS[Math.floor(n / 10)]}${n % 10 ? `-${SMALL[n % 10]}` : ''}`;
  const [size, name] = n < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const rest = n % size;
  return `${inWords(Math.floor(n / size))} ${name}${rest ? `${rest < 100 ? ' and' : ''} ${inWords(rest)}` : ''}`;
}

const withGroups = (n: number, mark: string): string => String(n).replace(/\B(?=(\d{3})+$)/g, mark);
const indian = (n: number): string => String(n).replace(/\B(?=(\d{2})*\d{3}$)/g, ',');
const wide = (digits: string): string => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const arabic = (digits: string): string => digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0x630));

const whole = fc.integer({ min: 2, max: 999_999 }).filter((n) => !(n >= 1000 && n < 2100));
const SCALES = [
  ['thousand', 3],
  ['lakh', 5],
  ['million', 6],
  ['crore', 7],
  ['billion', 9],
  ['bn', 9],
  ['trillion', 12],
] as const;

/** Figures as newspapers write them, with the exact decimal they stand for. */
const formatted = fc.oneof(
  whole.map((n) => [String(n), String(n)] as const),
  whole.chain((n) =>
    fc.constantFrom(',', '\u00a0', '\u202f', "'", '’', ',\u200b').map((mark) => [withGroups(n, mark), String(n)] as const),
  ),
  whole.map((n) => [indian(n), String(n)] as const),
  whole.map((n) => [wide(withGroups(n, ',')), String(n)] as const),
  whole.map((n) => [arabic(String(n)), String(n)] as const),
  whole.map((n) => [inWords(n), String(n)] as const),
  fc.tuple(fc.nat(99_999), fc.integer({ min: 1, max: 9 })).map(([n, d]) => [`${n}.${d}`, `${n}.${d}`] as const),
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.constantFrom(...SCALES))
    .map(([n, [scale, zeros]]) => [`${n} ${scale}`, `${n}${'0'.repeat(zeros)}`] as const),
  fc
    .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 9 }), fc.constantFrom(...SCALES))
    .map(([n, d, [scale, zeros]]) => [`${n}.${d} ${scale}`, `${n}${d}${'0'.repeat(zeros - 1)}`] as const),
);

/** What stands before a figure, between it and what it counts, and behind; then what it counts as it is written and as it is read. */
const THINGS = [
  ['', ' bridges', 'bridges'],
  ['', ' lame horses', 'lame horses'],
  ['', ' people', 'people'],
  ['', ' tonnes', 'tonne'],
  ['', ' kilometres', 'kilometre'],
  ['', ' percent', '%'],
  ['', ' euros', 'EUR'],
  ['', ' square miles', 'square mile'],
  ['', ' megawatts', 'MW'],
  ['', ' barrels a day', 'barrel per day'],
] as const;
const HEDGES = [
  ['', '', (n: string) => n],
  ['over ', '', (n: string) => `(${n},∞)`],
  ['at least ', '', (n: string) => `[${n},∞)`],
  ['fewer than ', '', (n: string) => `(-∞,${n})`],
  ['no more than ', '', (n: string) => `(-∞,${n}]`],
  ['up to ', '', (n: string) => `up to (-∞,${n}]`],
  ['nearly ', '', (n: string) => `nearly (-∞,${n})`],
  ['about ', '', (n: string) => `about ${n}`],
  ['', ' or more', (n: string) => `[${n},∞)`],
  ['', ' or so', (n: string) => `about ${n}`],
] as const;

const spansOf = ({ span, mention, figure, parts }: Quantity) => [span, mention, figure, ...parts.map((part) => part.span)];
const asRead = (text: string): string => plainMeanings(readingOf(text));
const plainMeanings = (reading: string): string => reading.split(' ; ').map(plainMeaning).join(' ; ');
const phrases = [...meanings(), ...nothings()].map(({ phrase }) => phrase);

describe('laws of reading quantities', () => {
  it('what is written in any format, unit and hedge is read back, exactly', () => {
    fc.assert(
      fc.property(
        formatted,
        fc.constantFrom(...THINGS),
        fc.constantFrom(...HEDGES),
        ([written, value], [sign, thing, unit], [before, after, mean]) => {
          const text = `Inspectors found ${before}${sign}${written}${thing}${after} there.`;
          expect(asRead(text), underlined(text)).toBe(plainMeaning(`${mean(value)} ${unit}`));
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('a value has the very digits that were written, however many', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 25 }).map((list) => list.join(''));
    fc.assert(
      fc.property(digits, digits, (before, behind) => {
        const [head, tail] = [`1${before}`, behind.replace(/0+$/, '')];
        const [one] = readQuantities(`It weighed ${head}.${behind}1 kg.`).quantities;
        expect([one?.low, one?.high]).toEqual([`${head}.${behind}1`, `${head}.${behind}1`]);
        expect(readQuantities(`It weighed ${head}.${behind} kg.`).quantities[0]?.low).toBe(tail ? `${head}.${tail}` : head);
      }),
      { numRuns: 1000 },
    );
  });

  it('bounds mirror each other', () => {
    const PAIRS = [
      ['at least', 'at most'],
      ['more than', 'less than'],
      ['over', 'under'],
      ['no fewer than', 'no more than'],
      ['above', 'below'],
    ] as const;
    fc.assert(
      fc.property(formatted, fc.constantFrom(...PAIRS), fc.constantFrom(...THINGS), ([written], [lower, upper], [, thing]) => {
        const [from, to] = [lower, upper].map((hedge) => readQuantities(`We saw ${hedge} ${written}${thing}.`).quantities[0] as Quantity);
        expect([to?.low, to?.high, to?.lowInclusive, to?.highInclusive]).toEqual([
          from?.high,
          from?.low,
          from?.highInclusive,
          from?.lowInclusive,
        ]);
        expect([to?.unit, to?.noun, to?.grain]).toEqual([from?.unit, from?.noun, from?.grain]);
      }),
      { numRuns: 1000 },
    );
  });

  it('a range is one range in every dress', () => {
    const DRESSES = ['from A to B', 'A to B', 'A-B', 'A–B', 'anywhere between A and B', 'somewhere between A and B'];
    fc.assert(
      fc.property(whole, whole, fc.constantFrom(...THINGS), (one, other, [, thing]) => {
        // "40–50,000" may leave a thousand out, which is another law.
        fc.pre(one !== other && one < 1000 === other < 1000);
        const ends = [one, other].sort((a, b) => a - b).map((n) => withGroups(n, ','));
        const dressed = (dress: string) => `We saw ${dress.replace('A', ends[0] as string).replace('B', ends[1] as string)}${thing}.`;
        const wanted = asRead(dressed('between A and B'));
        expect(wanted).toMatch(new RegExp(`^\\[${Math.min(one, other)},${Math.max(one, other)}\\] `));
        for (const dress of DRESSES) expect(asRead(dressed(dress)), underlined(dressed(dress))).toBe(wanted);
      }),
      { numRuns: 500 },
    );
  });
});

describe('laws over every phrase of the corpora', () => {
  /** What is counted keeps its own dress, so that alone is undressed before two readings are compared. */
  const undressed = (reading: string): string => reading.normalize('NFKC').replaceAll('’', "'").replaceAll('‐', '-');
  const same = (one: string, other: string): boolean => plainMeanings(undressed(one)) === plainMeanings(undressed(other));
  const moved = (quantities: readonly Quantity[], by: number) => {
    const move = ({ start, end }: Quantity['span']) => ({ start: start + by, end: end + by });
    const moved = (one: Quantity) => one.parts.map((part) => ({ ...part, span: move(part.span) }));
    return quantities.map((one) => ({
      ...one,
      span: move(one.span),
      mention: move(one.mention),
      figure: move(one.figure),
      parts: moved(one),
    }));
  };

  it.each([
    ['a paragraph', 'Then it rained.\n\n'],
    ['a paragraph with a stop of another kind', 'Who replied to us?\n\n'],
    ['an empty line', '\n\n'],
  ])('%s before it shifts spans and changes nothing else', (_name, prefix) => {
    const failed = phrases.filter((phrase) => {
      const after = readQuantities(prefix + phrase).quantities.filter(({ span }) => span.start >= prefix.length);
      return JSON.stringify(after) !== JSON.stringify(moved(readQuantities(phrase).quantities, prefix.length));
    });
    expect(failed.map((phrase) => `${underlined(phrase)}\n${underlined(prefix + phrase)}`).join('\n')).toBe('');
  });

  it.each<[string, (phrase: string) => string]>([
    ['curly apostrophes for straight ones', (phrase) => phrase.replaceAll("'", '’')],
    ['no-break blanks for plain ones', (phrase) => phrase.replaceAll(' ', '\u00a0')],
    ['no-break hyphens for plain ones', (phrase) => phrase.replaceAll('-', '‑')],
    ['full-width digits', wide],
    // The number of a point in a list is one at the beginning of its line alone.
    ['quotation marks around', (phrase) => (/^\(?\d+[.)]/.test(phrase) ? phrase : `“${phrase}”`)],
    ['direction marks around', (phrase) => `\u2066${phrase}\u2069`],
    ['a capital first letter', (phrase) => phrase.charAt(0).toUpperCase() + phrase.slice(1)],
    ['a paragraph behind it', (phrase) => `${phrase}\n\nThen it rained.`],
  ])('%s: nothing changes', (_name, dress) => {
    const failed = phrases
      .map((phrase) => [readingOf(phrase), dress(phrase)] as const)
      .filter(([reading, dressed]) => !same(reading, readingOf(dressed)));
    expect(failed.map(([reading, dressed]) => `"${dressed}" is read as ${readingOf(dressed)}, without it as ${reading}`).join('\n')).toBe(
      '',
    );
  });

  it('figures are in order, inside the text, whole and well formed', () => {
    for (const phrase of [...phrases, ...naughty()]) {
      const reading = readQuantities(phrase);
      expect(faultOf(phrase, reading, compare), underlined(phrase, reading.quantities)).toBe(null);
      for (const span of reading.quantities.flatMap(spansOf)) expect(phrase.slice(span.start, span.end).trim()).not.toBe('');
    }
  });
});
