import { compare } from '@/lib/base';
import type { Interval } from '@/lib/quantity';

/**
 * True for a part of a whole in words: "half of the mills", "one in five". Nothing that is counted lies between nothing and one; a decimal is a
 * value on some scale, and "1/2" may well be held against "5/2".
 * @param text how the figure is written.
 */
export function isShare({ unit, low, high }: Pick<Interval, 'low' | 'high'> & { unit: string | null }, text: string): boolean {
  const figure = low ?? high;
  return unit === null && figure !== null && compare(figure, '0') > 0 && compare(figure, '1') < 0 && !WRITTEN.test(text);
}
const WRITTEN = /\.\d|\b0,\d|,\d{1,2}(?!\d)|[/⁄]/;
