import { expect, it } from 'vitest';
import { rounded } from '@/app/(desk)/_parts/words';

it('a share is rounded to the nearest percent; what is not all, or not nothing, is never said to be', () => {
  expect([6 / 7, 1 / 3, 0.5, 0.995, 0.001, 0, 1].map(rounded)).toEqual(['86 %', '33 %', '50 %', '99 %', '1 %', '0 %', '100 %']);
});
