import { describe, expect, it } from 'vitest';
import { readQuantities, unitKey } from '@/lib/quantity';
import { meaningOf } from '../corpora/read';

describe('reading quantities', () => {
  it('reads the same whatever digits, blanks and invisible marks the figure is set in', () => {
    const plain = readQuantities('Some 12,500 carts').quantities.map(meaningOf);
    for (const text of [
      'Some １２,５００ carts',
      'Some ١٢٬٥٠٠ carts',
      'Some 12\u00a0500 carts',
      'Some 12\u200b,500 carts',
      'Some 12\u202f500\u00a0carts',
      '\u200eSome 12,500 carts',
    ])
      expect(readQuantities(text).quantities.map(meaningOf), text).toEqual(plain);
  });

  it('says where digits can be read two ways', () => {
    expect(readQuantities('The port moved 4.800 tons.').doubts).toMatchObject([{ kind: 'separator', readings: ['4.8', '4800'] }]);
    expect(readQuantities('The port moved 4,800 tons.').doubts).toEqual([]);
  });

  it('fills what a second figure leaves out from the first', () => {
    const read = readQuantities('They found 14 cracks (including 3 in Lyon and 2 in Nantes).').quantities;
    expect(read.map(({ noun, head, low }) => [low, noun, head])).toEqual([
      ['14', 'cracks', 'crack'],
      ['3', 'cracks', 'crack'],
      ['2', 'cracks', 'crack'],
    ]);
  });

  it('keeps the direction of a change with the amount, not with the level it reached', () => {
    const [rise, level] = readQuantities('Exports rose 3.4 percent to 51 tons.').quantities;
    expect([rise?.trend, level?.trend]).toEqual(['up', null]);
    expect(readQuantities('Rents fell by 12 percent.').quantities[0]?.trend).toBe('down');
  });

  it('knows units by one name however they are written', () => {
    expect(['kilometer', 'kilometre', 'km'].map(unitKey)).toEqual(['km', 'km', 'km']);
    expect(unitKey('barrel per day')).toBe('barrel per day');
  });
});
