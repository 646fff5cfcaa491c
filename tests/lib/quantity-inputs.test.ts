import { describe, expect, it } from 'vitest';
import { compare, tokensOf } from '@/lib/base';
import { readQuantities } from '@/lib/quantity';
import { faultOf, inputs } from '@/scripts/soak/inputs.mjs';
import { looksOf } from '../corpora/looks';
import { meanings, naughty, nothings } from '../corpora/read';

const phrases = [...meanings(), ...nothings()].map(({ phrase }) => phrase).concat(naughty());
const first = (count: number, seed: number): string[] => {
  const source = inputs(phrases, seed);
  return Array.from({ length: count }, () => source.next().value as string);
};

/** What reading a text does wrong, or that it throws; null when all is well. */
function wrong(text: string): string | null {
  try {
    return faultOf(text, readQuantities(text), compare);
  } catch (error) {
    return `it threw ${String(error)}`;
  }
}

describe('texts nobody wrote', { timeout: 240_000 }, () => {
  it('a hundred thousand of them, damaged phrases and noise, are read without a fault', () => {
    const faults: string[] = [];
    const source = inputs(phrases, 20_210_303);
    for (let done = 0; done < 100_000 && faults.length < 10; done += 1) {
      const text = source.next().value as string;
      const fault = wrong(text);
      if (fault) faults.push(`${fault}: ${JSON.stringify(text)}`);
    }
    expect(faults).toEqual([]);
  });

  it('no text is looked at more often than its length explains', () => {
    const costly = [...phrases, ...first(3000, 5)].filter((text) => looksOf(text) > 400 * (tokensOf(text).length + 4));
    expect(costly).toEqual([]);
  });

  it('whatever is repeated, twice the text takes twice the looks', () => {
    const square = first(150, 9)
      .filter((unit) => unit.trim() !== '')
      .filter((unit) => {
        const made = (length: number) => unit.repeat(Math.ceil(length / unit.length));
        return looksOf(made(6000)) / looksOf(made(3000)) > 2.3;
      });
    expect(square).toEqual([]);
  });

  it('the same text is read the same way every time', () => {
    for (const text of first(2000, 13)) expect(readQuantities(text)).toEqual(readQuantities(text));
  });
});
