import { expect, test } from 'vitest';
import { tokensOf } from '@/lib/base';
import { readQuantities } from '@/lib/quantity';
import { textOf } from '@/scripts/bench/texts.mjs';

/** About 30,000 tokens: several sections. */
const LONG: string = textOf(160_000, 5);

test('a long text read by sections gives what it gives when read whole', () => {
  const whole = readQuantities(LONG, tokensOf(LONG));
  expect(whole.quantities.length).toBeGreaterThan(2000);
  expect(readQuantities(LONG)).toEqual(whole);
});

test.each([['\n\n'], ['\n'], ['. '], [' ']])('sections parted by %j lose no token and no place', (seam) => {
  const text = Array.from({ length: 9000 }, (_, k) => `port ${k}${seam}`).join('');
  const parts = [];
  for (let at = 0; at < text.length; ) {
    const section = tokensOf(text, at, 1000);
    if (section.length === 0) break;
    parts.push(...section);
    at = section.at(-1)!.end;
    expect(section.length).toBeLessThanOrEqual(2002);
  }
  expect(parts.map(({ start, end, text: said }) => [start, end, said])).toEqual(
    tokensOf(text).map(({ start, end, text: said }) => [start, end, said]),
  );
});

test('no more is read than was asked for, in whatever section it stands', () => {
  expect(readQuantities(LONG, undefined, 1500).quantities).toEqual(readQuantities(LONG).quantities.slice(0, 1500));
});
