import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartModel, measurePage, type PublicClaim } from '@/lib/publication';
import { APART, claim, held, publication, record, TWO } from './record';

const chartOf = (claims: PublicClaim[], more = {}) => chartModel(measurePage(record(claims, more)), 'wide');

describe('a chart', () => {
  it('joins contested figures, rings them and says so in words', () => {
    const chart = chartOf(TWO(), { case: held(APART) });
    expect(chart.joints.map((joint) => [joint.label, joint.ruled])).toEqual([['≠ +25 %', false]]);
    expect(chart.marks.map((mark) => mark.ring)).toEqual(['contested', 'contested']);
    expect(chart.marks[1]!.name).toBe('Evening Echo, Mara Lund: 15 boats, as of 1 March 2026, in conflict with Daily Post 12 boats');
    expect(chart.band).toBeNull();
  });

  it('draws the accepted range only once a ruling is published', () => {
    const publications = [publication([['claim00001'], ['claim00002']], 1)];
    const chart = chartOf(TWO(), { case: held(APART, { standing: { status: 'settled' }, publications }) });
    expect(chart.band?.label).toBe('accepted: 15 boats');
    expect(chart.band!.bottom - chart.band!.top).toBeGreaterThanOrEqual(8);
    expect(chart.marks.map((mark) => mark.ring)).toEqual(['ruled', 'ruled']);
    expect(chart.joints[0]?.ruled).toBe(true);
  });

  it.each([
    ['more-than', { form: 'arrow', towards: 'up', cap: 'open' }],
    ['at-least', { form: 'arrow', towards: 'up', cap: 'filled' }],
    ['nearly', { form: 'arrow', towards: 'down', cap: 'open' }],
    ['up-to', { form: 'arrow', towards: 'down', cap: 'filled' }],
    ['exact', { form: 'exact' }],
  ] as const)('draws “%s” without making its length data', (hedge, shape) => {
    expect(chartOf([claim('claim00001', '20', { hedge }), claim('claim00002', '30')]).marks[0]!.shape).toEqual(shape);
  });

  it('whiskers “about” by half a unit of its grain, and a range from end to end', () => {
    const chart = chartOf([
      claim('claim00001', '100', { hedge: 'about', grain: '100' }),
      claim('claim00002', '60', { high: '140', hedge: 'between', outlet: 'B' }),
    ]);
    const [about, between] = chart.marks.map((mark) => mark.shape);
    expect(about).toMatchObject({ form: 'whisker' });
    expect(between).toMatchObject({ form: 'bar' });
    const height = (shape: unknown) => (shape as { top: number; bottom: number }).bottom - (shape as { top: number }).top;
    expect(height(about) / height(between)).toBeCloseTo(100 / 80, 1);
  });

  it('labels a source without what stands in brackets behind its name, unless that would make two sources one', () => {
    const short = (...outlets: string[]) =>
      chartOf(outlets.map((outlet, index) => claim(`claim0000${index}`, String(12 + index), { outlet }))).legend.map(
        (source) => source.short,
      );
    expect(short('Harbour Gazette (demonstration)')).toEqual(['Harbour Gazette']);
    expect(short('Harbour Gazette (north)', 'Harbour Gazette (south)')).toEqual(['Harbour Gazette (…', 'Harbour Gazette (…']);
  });

  it.each([
    ['a single nothing', ['0'], ['0', '1']],
    ['a single figure', ['3'], ['2', '3', '4']],
    ['equal figures', ['41', '41'], ['36', '38', '40', '42', '44', '46']],
    ['neighbours', ['1', '2'], ['1', '2']],
    ['a share', ['5.8'], ['5.2', '5.4', '5.6', '5.8', '6', '6.2', '6.4']],
  ])('has an axis of whole steps for %s, without digits that no figure has', (_, figures, labels) => {
    const chart = chartOf(figures.map((figure, index) => claim(`claim0000${index}`, figure, { outlet: `O${index}` })));
    expect(chart.y.ticks.map(({ label }) => label)).toEqual(labels);
  });

  it('goes logarithmic past a factor of twenty, and says so', () => {
    expect(chartOf([claim('claim00001', '0.0001'), claim('claim00002', '1000000000000000', { outlet: 'B' })]).y.log).toBe(true);
    expect(chartOf(TWO()).y.log).toBe(false);
  });

  it('keeps an undated claim on a rail and an imprecise date as a span', () => {
    const chart = chartOf([
      claim('claim00001', '12', { asOf: null }),
      claim('claim00002', '15', { asOf: '2026-03' }),
      claim('claim00003', '14', { asOf: '2026-05-01' }),
    ]);
    expect(chart.x.undated).not.toBeNull();
    expect(chart.marks.find((mark) => mark.claim === 'claim00001')!.x).toBeGreaterThan(chart.x.undated!.left);
    expect(chart.marks.find((mark) => mark.claim === 'claim00002')!.span).not.toBeNull();
  });

  it('keeps each source its slot when a claim is added later', () => {
    const slots = (claims: PublicClaim[]) => chartOf(claims).legend.map(({ slot, name }) => `${slot} ${name}`);
    const before = TWO();
    const late = claim('claim00003', '1', { outlet: 'Another', asOf: '2020-01-01' });
    late.article.addedAt = '2026-09-01T00:00:00.000Z';
    expect(slots([late, ...before]).slice(0, 2)).toEqual(slots(before));
  });

  it('folds more than six sources into five and “other”', () => {
    const many = Array.from({ length: 9 }, (_, index) => claim(`claim0000${index}`, String(10 + index), { outlet: `Outlet ${index}` }));
    const chart = chartOf([...many, claim('claim0000a', '11', { outlet: 'Outlet 8' })]);
    expect(chart.legend.map((source) => source.slot)).toEqual([1, 2, 3, 4, 5, 7]);
    expect(chart.legend.some((source) => source.name === 'Outlet 8')).toBe(true);
  });

  it('leaves out parts of a total and what is counted beside it in the same sentence, and says how many', () => {
    const parts = [
      claim('claim00001', '89'),
      claim('claim00002', '28', { partOf: 'claim00001', outlet: 'B' }),
      claim('claim00003', '83', { outlet: 'C' }),
    ];
    expect(chartOf(parts).marks.map((mark) => mark.claim)).toEqual(['claim00001', 'claim00003']);
    const two = [claim('claim00001', '890'), claim('claim00002', '4', { quote: claim('claim00001', '890').quote })];
    const chart = chartOf(two);
    expect([chart.marks.length, chart.undrawn]).toEqual([1, 1]);
  });

  it('survives ten thousand claims and none that can be drawn', () => {
    const crowd = Array.from({ length: 10_000 }, (_, index) => claim(`c${index}`, String(index + 1), { outlet: `O${index % 9}` }));
    const chart = chartOf(crowd);
    expect(chart.marks.length).toBe(200);
    expect(chart.undrawn).toBe(9800);
    expect(chartOf([claim('claim00001', null, { hedge: 'vague' })]).marks).toEqual([]);
  });

  it('places every mark inside the plot, apart from its neighbours, for any figures', () => {
    const figure = fc.record({ value: fc.integer({ min: 0, max: 10 ** 9 }), day: fc.integer({ min: 1, max: 28 }) });
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 12 }), (figures) => {
        const claims = figures.map(({ value, day }, index) =>
          claim(`claim${index}`, String(value), { outlet: `O${index}`, asOf: `2026-03-${String(day).padStart(2, '0')}` }),
        );
        const { marks, plot } = chartOf(claims);
        for (const mark of marks) {
          expect(mark.y).toBeGreaterThanOrEqual(plot.top - 1);
          expect(mark.y).toBeLessThanOrEqual(plot.bottom + 1);
          expect(Number.isFinite(mark.x)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});
