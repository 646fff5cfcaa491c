import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, multiply } from '@/lib/base';
import { fitOf, HEDGE_TABLE, meaningOf, meet, notation, VAGUE_TABLE } from '@/lib/conflict';
import { HEDGES } from '@/lib/quantity';
import { about, atLeast, claim, nearly, over, upTo } from './conflict-claims';

const written = ({ low, high, lowInclusive, highInclusive }: ReturnType<typeof meaningOf>['hard']) =>
  `${low !== null && lowInclusive ? '[' : '('}${low ?? '−∞'}, ${high ?? '∞'}${high !== null && highInclusive ? ']' : ')'}`;

describe('hard and soft intervals', () => {
  it.each([
    ['83', claim('83'), '[83, 83]', '[83, 83]'],
    ['over 80', over('80'), '(80, ∞)', '(80, 90)'],
    ['at least 46', atLeast('46'), '[46, ∞)', '[46, 47)'],
    ['nearly 20', nearly('20'), '[17, 20)', '[17, 20)'],
    ['nearly 30', nearly('30'), '[25.5, 30)', '[25.5, 30)'],
    ['nearly 100,000', nearly('100000', '1000'), '[85000, 100000)', '[99000, 100000)'],
    ['about 20', about('20'), '[15, 25]', '[15, 25]'],
    ['about 215', about('215', '1'), '[195, 235]', '[214.5, 215.5]'],
    ['up to 300', upTo('300', '100'), '[0, 360]', '[0, 300]'],
    ['under 40', claim('40', { hedge: 'less-than', low: null, grain: '10' }), '[0, 40)', '[30, 40)'],
    ['no more than 5', claim('5', { hedge: 'at-most', low: null }), '[0, 5]', '[4, 5]'],
    ['10 to 12', claim('10', { hedge: 'between', high: '12' }), '[10, 12]', '[10, 12]'],
    ['dozens', claim('24', { hedge: 'vague', high: null, text: 'dozens of villages' }), '[24, ∞)', '[24, 100)'],
    ['a handful', claim('3', { hedge: 'vague', high: null, text: 'a handful of villages' }), '[3, ∞)', '[3, 6)'],
    ['none', claim('0', { text: 'no villages' }), '[0, 0]', '[0, 0]'],
    ['about −20', claim('-20', { hedge: 'about', grain: '10' }), '[-25, -15]', '[-25, -15]'],
    ['under −5', claim('-5', { hedge: 'less-than', low: null }), '(−∞, -5)', '[-6, -5)'],
  ])('%s', (_words, figure, hard, soft) => {
    const meaning = meaningOf(figure);
    expect([written(meaning.hard), written(meaning.soft)]).toEqual([hard, soft]);
  });

  it('reads a rounded figure as rounded only beside a finer one', () => {
    const rounded = claim('1200000', { grain: '100000' });
    expect(fitOf(rounded, claim('1234567'))).toBe('agree');
    expect(fitOf(rounded, claim('1251000', { grain: '1000' }))).toBe('hard-gap');
    expect(fitOf(rounded, claim('1300000', { grain: '100000' }))).toBe('hard-gap');
    expect(fitOf(claim('80'), claim('83'))).toBe('hard-gap');
  });

  it.each([
    ['over 80 beside over 900', over('80'), over('900', '100'), 'soft-gap'],
    ['over 40 beside 40', over('40'), claim('40'), 'hard-gap'],
    ['at least 40 beside 40', atLeast('40', '10'), claim('40'), 'agree'],
    ['up to 300 beside 350', upTo('300', '100'), claim('350'), 'soft-gap'],
    ['up to 300 beside 450', upTo('300', '100'), claim('450'), 'hard-gap'],
    ['nearly 100 beside about 130', nearly('100', '100'), about('130'), 'hard-gap'],
    ['about 200 beside 200', about('200', '100'), claim('200'), 'agree'],
  ])('%s', (_words, a, b, fit) => expect(fitOf(a, b)).toBe(fit));

  it('prints each hedge once, in interval notation, from the table it computes with', () => {
    expect(
      HEDGE_TABLE.map(({ hedge }) => hedge)
        .filter((hedge) => hedge !== 'rounded')
        .sort(),
    ).toEqual([...HEDGES].sort());
    const printed = Object.fromEntries(HEDGE_TABLE.map(({ hedge, hard, soft }) => [hedge, `${notation(hard)} / ${notation(soft)}`]));
    expect(printed['more-than']).toBe('(n, ∞) / (n, n + w)');
    expect(printed.nearly).toBe('[0.85 n, n) / [max(n − w, 0.85 n), n)');
    expect(printed.rounded).toBe('[n − 0.5 w, n + 0.5 w) / [n − 0.5 w, n + 0.5 w)');
    for (const { low, high } of VAGUE_TABLE) expect(compare(low, high)).toBe(-1);
  });
});

const figure = fc
  .record({
    n: fc.integer({ min: 1, max: 10 ** 9 }),
    tenth: fc.integer({ min: 0, max: 9 }),
    hedge: fc.constantFrom(...HEDGES.filter((h) => h !== 'vague')),
    zeros: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ n, tenth, hedge, zeros }) => {
    const value = zeros > 0 ? `${n}${'0'.repeat(zeros)}` : tenth > 0 ? `${n}.${tenth}` : `${n}`;
    const grain = zeros > 0 ? `1${'0'.repeat(zeros)}` : tenth > 0 ? '0.1' : '1';
    const openLow = ['nearly', 'less-than', 'at-most', 'up-to'].includes(hedge);
    const openHigh = ['more-than', 'at-least'].includes(hedge);
    return claim(value, { hedge, grain, low: openLow ? null : value, high: openHigh ? null : value });
  });

describe('laws of intervals', () => {
  it('the soft interval lies inside the hard one', () => {
    fc.assert(
      fc.property(figure, (one) => {
        const { hard, soft } = meaningOf(one);
        if (hard.low !== null) expect(compare(soft.low ?? '-1', hard.low)).toBeGreaterThanOrEqual(0);
        if (hard.high !== null) expect(compare(soft.high ?? '1e99', hard.high)).toBeLessThanOrEqual(0);
      }),
    );
  });
  it('fit mirrors, and every figure agrees with itself', () => {
    fc.assert(
      fc.property(figure, figure, (a, b) => {
        expect(fitOf(a, b)).toBe(fitOf(b, a));
        expect(fitOf(a, a)).toBe('agree');
        expect(meet(meaningOf(a).hard, meaningOf(b).hard)).toBe(meet(meaningOf(b).hard, meaningOf(a).hard));
      }),
    );
  });
  it('decimals are exact: scaling both figures by a power of ten changes nothing', () => {
    fc.assert(
      fc.property(figure, figure, fc.constantFrom('10', '1000'), (a, b, k) => {
        const scaled = (one: typeof a) => ({
          ...one,
          low: one.low && multiply(one.low, k),
          high: one.high && multiply(one.high, k),
          grain: multiply(one.grain, k),
        });
        const hard = (one: typeof a) => meaningOf(one).hard;
        expect(hard(scaled(a)).low).toBe(hard(a).low && multiply(hard(a).low as string, k));
        expect(meet(hard(scaled(a)), hard(scaled(b)))).toBe(meet(hard(a), hard(b)));
        expect(add('0.1', '0.2')).toBe('0.3');
      }),
    );
  });
});
