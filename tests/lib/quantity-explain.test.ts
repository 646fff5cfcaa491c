import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extraction, readArticle } from '@/lib/claim';
import { type Quantity, type ReaderName, readQuantities } from '@/lib/quantity';
import { meanings, nothings } from '../corpora/read';
import { pathsIn } from '../laws/house';

/** Readers and refiners that say more exactly what they did than their own name would. */
const FINER: Readonly<Record<string, readonly string[]>> = {
  power: ['numeral'],
  amount: ['numeral', 'number word', 'fraction', 'range', 'falling', 'either', 'unit', 'age', 'age-group'],
  vague: ['vague', 'few'],
  'late hedge': ['hedge'],
  hedge: ['hedge', 'rough'],
};

/** Names that the files of readers and refiners declare. */
const declared = pathsIn('lib/quantity/readers', 'lib/quantity/refiners').flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/^ {2}name: '([^']+)'/gm)].map(([, name]) => name as string),
);
const phrases = [...meanings(), ...nothings()].map(({ phrase }) => phrase);
const read = phrases.flatMap((phrase) => readQuantities(phrase).quantities.map((quantity) => ({ phrase, quantity })));
const shown = new Set<string>(read.flatMap(({ quantity }) => quantity.readers));
const without = (wrong: (quantity: Quantity) => boolean) =>
  read.filter(({ quantity }) => wrong(quantity)).map(({ phrase, quantity }) => `${phrase}: ${quantity.readers.join(' + ')}`);

describe('what made a reading', () => {
  it('each reader and each refiner leaves its name', () => {
    expect(declared.length).toBeGreaterThan(15);
    expect(declared.filter((name) => !(FINER[name] ?? [name]).some((one) => shown.has(one)))).toEqual([]);
  });

  it('no name is left by anybody else', () => {
    const known = new Set(declared.flatMap((name) => [name, ...(FINER[name] ?? [])]).concat('ratio'));
    expect([...shown].filter((name) => !known.has(name))).toEqual([]);
  });

  it('a refiner that did something is named', () => {
    const lacks = ({ readers }: Quantity, ...names: ReaderName[]) => !names.some((name) => readers.includes(name));
    expect(without((one) => one.trend !== null && lacks(one, 'trend', 'multiple'))).toEqual([]);
    expect(without((one) => one.concept.length > 0 && lacks(one, 'concept'))).toEqual([]);
    expect(without((one) => one.noun !== null && lacks(one, 'noun', 'elided', 'measured', 'none', 'join'))).toEqual([]);
    expect(without((one) => !['exact', 'between', 'vague'].includes(one.hedge) && lacks(one, 'hedge'))).toEqual([]);
  });

  it('is printed with each quantity on demand, in the order it was made', () => {
    const text = 'Rents rose by about 12 percent, and 40 lame horses were sold.';
    const reading = readArticle(text, { publishedAt: '2024-05-20', outlet: null, title: null, language: 'en' });
    const [rise, horses] = extraction(text, reading, { explain: true }).quantities as { readers?: string[] }[];
    expect(rise?.readers?.slice(0, 4)).toEqual(['numeral', 'unit', 'hedge', 'trend']);
    expect(horses?.readers?.slice(0, 2)).toEqual(['numeral', 'noun']);
    for (const quantity of extraction(text, reading).quantities) expect(quantity).not.toHaveProperty('readers');
  });
});
