import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, subtract } from '@/lib/base';
import { convert, countedOf, dimensionOf, sameUnit, UNIT_TABLE } from '@/lib/measure';
import { claim } from './conflict-claims';

describe('units', () => {
  it.each([
    ['10', 'mile', 'km', '16.09344'],
    ['5', 'feet', 'm', '1.524'],
    ['2', 'tonnes', 'kg', '2000'],
    ['3', 'acres', 'm²', '12140.5692672'],
    ['0', '°C', '°F', '32'],
    ['2', 'years', 'months', '24'],
  ])('%s %s in %s', (value, from, to, expected) => {
    const found = convert(value, from, to) as string;
    expect(compare(subtract(found, expected).replace('-', ''), '0.0000000001')).toBe(-1);
  });

  it('never converts money, nor across dimensions', () => {
    expect(convert('1', 'USD', 'EUR')).toBeNull();
    expect(convert('1', 'km', 'kg')).toBeNull();
    expect([dimensionOf('USD'), dimensionOf('EUR'), dimensionOf('km'), dimensionOf(null)]).toEqual(['money', 'money', 'length', null]);
  });

  it('knows spellings of one unit, and leaves unknown units alone', () => {
    expect(sameUnit('kilometres', 'km')).toBe(true);
    expect(sameUnit('mile', 'km')).toBe(false);
    expect(sameUnit('barrel per day', 'barrels per day')).toBe(true);
    expect(sameUnit('USD', 'EUR')).toBe(false);
  });

  it('a value converted there and back is itself', () => {
    const units = UNIT_TABLE.flatMap((a) =>
      UNIT_TABLE.filter((b) => a.dimension === b.dimension).map((b) => [a.names[0], b.names[0]] as [string, string]),
    );
    fc.assert(
      fc.property(fc.constantFrom(...units), fc.integer({ min: -1000, max: 10 ** 6 }), ([from, to], value) => {
        const back = convert(convert(String(value), from, to) as string, to, from) as string;
        expect(Math.abs(Number(back) - value)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe('what is counted', () => {
  it.each([
    ['towns and fishing harbours', ['harbour', 'town']],
    ['national and local councils', ['council']],
    ['villages in the hills', ['village']],
    ['deaths', ['person']],
    ['nations', ['country']],
  ])('%s', (noun, heads) => expect(countedOf(claim('3', { noun, frame: { head: null } })).heads).toEqual(heads));
});
