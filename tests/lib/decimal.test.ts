import Decimal from 'decimal.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { add, compare, divide, type Exact, multiply, subtract } from '@/lib/base';

const Long = Decimal.clone({ precision: 60, toExpNeg: -400, toExpPos: 400 });

/** Decimals around the border where the short way of reckoning hands over to the long one. */
const decimal: fc.Arbitrary<Exact> = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 18n }), fc.nat(16), fc.nat(18))
  .map(([negative, digits, drop, places]) => {
    const whole = digits / 10n ** BigInt(drop);
    return new Long(`${negative ? '-' : ''}${whole}e-${places}`).toFixed();
  });

test('short arithmetic gives what long arithmetic gives, digit by digit', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(add(a, b)).toBe(new Long(a).plus(b).toFixed());
      expect(subtract(a, b)).toBe(new Long(a).minus(b).toFixed());
      expect(multiply(a, b)).toBe(new Long(a).times(b).toFixed());
      expect(compare(a, b)).toBe(new Long(a).cmp(b));
      if (b !== '0') expect(divide(a, b)).toBe(new Long(a).div(b).toFixed());
    }),
    { numRuns: 3000 },
  );
});

test('sums begin at nothing, and thousandths stay exact', () => {
  expect(add()).toBe('0');
  expect(add('0.1', '0.2')).toBe('0.3');
  expect(multiply('999999999999999', '999999999999999')).toBe('999999999999998000000000000001');
  expect(divide('1000000', '4')).toBe('250000');
  expect(divide('1', '8')).toBe('0.125');
});

test('what is no number is refused and never becomes one', () => {
  for (const nothing of ['', 'abc', '--5']) expect(() => add(nothing, '1')).toThrow();
});
