import { expect, it } from 'vitest';
import { lastOf, ofPairs, once } from '@/lib/measure/once';
import { claim } from './conflict-claims';

it('what is read of a claim is read once, stays out of sight, and is read anew of a copy', () => {
  let reads = 0;
  const figureOf = once(({ low }) => {
    reads += 1;
    return { low };
  });
  const one = Object.freeze(claim('14'));
  const shown = JSON.stringify(one);
  expect(figureOf(one)).toBe(figureOf(one));
  expect(reads).toBe(1);
  expect([JSON.stringify(one), Reflect.ownKeys(one)]).toEqual([shown, Reflect.ownKeys(claim('14'))]);
  expect(figureOf({ ...one, low: '15' })).toEqual({ low: '15' });
  expect(reads).toBe(2);
});

it('what is found of two claims is found in their order, and of no copy', () => {
  const known = ofPairs<string>();
  const [a, b] = [claim('14'), claim('15')];
  known.set(a, b, 'apart');
  expect([known.get(a, b), known.get(b, a), known.get({ ...a }, b), known.get(a, { ...b })]).toEqual([
    'apart',
    undefined,
    undefined,
    undefined,
  ]);
  known.drop(a, b);
  expect(known.get(a, b)).toBeUndefined();
});

it('what was last read of some claims together is read anew once one of them is another, or gone, or elsewhere', () => {
  let reads = 0;
  const figuresOf = lastOf((some) => {
    reads += 1;
    return some.map(({ low }) => low).join(' ');
  });
  const [a, b] = [claim('14'), claim('15')];
  expect([figuresOf([a, b]), figuresOf([a, b])]).toEqual(['14 15', '14 15']);
  expect(reads).toBe(1);
  expect([figuresOf([a]), figuresOf([b, a]), figuresOf([a, { ...b, low: '16' }])]).toEqual(['14', '15 14', '14 16']);
  expect(figuresOf([])).toBe('');
});
