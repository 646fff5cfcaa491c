import { describe, expect, it } from 'vitest';
import { type ArticleContext, readStatement } from '@/lib/claim';
import { compareTexts, type Side } from '@/lib/conflict';
import { between, paper, read } from './news';

const CONTEXT: ArticleContext = { publishedAt: null, outlet: null, title: null, language: 'en' };
const side = (text: string): Side => ({ text, context: CONTEXT, reading: readStatement(text, CONTEXT), span: null });
const kind = (a: string, b: string) => compareTexts(side(a), side(b)).relation?.kind ?? 'no-claim';

describe('figures told in different ways', () => {
  it.each([
    ['Half of the pears were rotten', '50 percent of the pears were rotten', 'compatible-bounds'],
    ['Half of the pears were rotten', '53 percent of the pears were rotten', 'looser-bound'],
    ['Half of the pears were rotten', '70 percent of the pears were rotten', 'contradiction'],
    ['200 in 1,000 pears were rotten', '20 percent of the pears were rotten', 'compatible-bounds'],
    ['400 out of 1,000 pears were rotten', '60 percent of the pears were rotten', 'contradiction'],
    ['Two thirds of the weavers went on strike', '66.7 percent of the weavers went on strike', 'compatible-bounds'],
    ['One in five weavers was late', '18 percent of weavers were late', 'compatible-bounds'],
    ['One in five weavers was late', '35 percent of weavers were late', 'contradiction'],
    ['8 out of 10 mills have a wheel', '60 percent of mills have a wheel', 'contradiction'],
    ['Nearly half of the boats stayed in port', '48 percent of the boats stayed in port', 'compatible-bounds'],
    ['A quarter of the buses was late', 'One out of every four buses was late', 'same-value'],
    ['The rope is 3 m long', 'The rope is 300 cm long', 'unit-conversion'],
    ['The rope is 3 m long', 'The rope is 350 cm long', 'contradiction'],
    ['The path is 2 miles long', 'The path is 3.2 km long', 'unit-conversion'],
    ['The walk lasted 90 minutes', 'The walk lasted two hours', 'contradiction'],
    ['The shop sold $ 38 of string', 'The shop sold more than 38 of string', 'contradiction'],
    ['Orders at the mill tripled', 'Orders at the mill rose by 200 percent', 'same-value'],
    ['Orders at the mill doubled', 'Orders at the mill rose by 180 percent', 'contradiction'],
    ['Weavers are twice as likely to be late', 'Weavers are 100 percent more likely to be late', 'same-value'],
    ['Weavers are five times more likely to be late', 'Weavers are 500 percent more likely to be late', 'rounding'],
    ['Weavers are five times more likely to be late', 'Weavers are 900 percent more likely to be late', 'contradiction'],
    ['The mill won the prize five times', 'The mill won the prize 400 times', 'contradiction'],
    ['Exports of wool fell 8 percent in May', 'Exports of wool rose 8 percent in May', 'contradiction'],
    ['Exports of wool fell 8 percent in May', 'Exports of wool were down 8 percent in May', 'same-value'],
    ['The toll fell by 5 percent', 'The toll fell to 5 percent', 'no-common-measure'],
    ['The play earned 3 million euros', 'The play lost 3 million euros', 'no-common-measure'],
    ['Frost ruined 300 homes in Ward 3', 'Frost ruined 500 homes in Ward 5', 'different-scope'],
    ['Frost ruined 300 homes in Ward 3', 'Frost ruined 500 homes in Ward 3', 'contradiction'],
    ['Frost ruined 300 homes in Reed12', 'Frost ruined 500 homes in Reed31', 'different-scope'],
    ['Rents are three times as high as in 2010', 'Rents are 200 percent higher than in 2010', 'rounding'],
    ['He led the mill three times as a deputy', 'He led the mill 4 times as a deputy', 'contradiction'],
    ['He led the mill three times as a deputy', 'He raised the toll 200 percent as a deputy', 'no-common-measure'],
    ['The inn was rated 8.7/10 by guests', 'Critics gave the harbour 87 out of 100', 'no-common-measure'],
  ])('%s / %s: %s', (a, b, expected) => {
    expect(kind(a, b)).toBe(expected);
    expect(kind(b, a)).toBe(expected);
  });

  it.each([
    ['any number of a sentence that runs alike', 'Lodge 214 is on floor 2', 'Lodge 215 is on floor 2', 'contradiction'],
    ['a place in an order', 'Ada came 9 th in a race of 40 boats', 'Ada came less than 9 th in a race of 40 boats', 'contradiction'],
    ['a bound that leaves room', 'Ada came less than 15 th of 40 boats', 'Ada came 9 th of 40 boats', 'looser-bound'],
    ['a ratio', 'The ratio of oxen to carts is 3 to 5', 'The ratio of oxen to carts is 4 to 5', 'contradiction'],
    ['a ratio and a bound', 'The ratio of oxen to carts is less than 6 to 5', 'The ratio of oxen to carts is 3 to 5', 'looser-bound'],
    ['a year of birth', 'A weaver born in 1940 has 3 looms', 'A weaver born in 1950 has 3 looms', 'contradiction'],
    ['a year that dates the figure', 'In 2019 the town had 900 residents', 'In 2020 the town had 900 residents', 'same-value'],
    ['a bound put on a fine figure', 'The storm felled 38 trees', 'The storm felled more than 38 trees', 'contradiction'],
    ['a bound put on a round figure', 'The storm felled 3,000 trees', 'The storm felled more than 3,000 trees', 'compatible-bounds'],
    ['a range', 'Between 20 and 30 boats sank', 'Between 25 and 30 boats sank', 'compatible-bounds'],
  ])('%s', (_, a, b, expected) => {
    expect(kind(a, b)).toBe(expected);
    expect(kind(b, a)).toBe(expected);
  });

  it('a sign that stands for a number is none', () => {
    expect(() => kind('Berth 14 2 is free', 'Berth # 2 is free')).not.toThrow();
    expect(() => kind('Berth # 2 is free', 'Berth 14 2 is free')).not.toThrow();
  });

  it('a count told on two days in the same words has grown', () => {
    const on = (text: string, publishedAt: string): Side => {
      const context = { ...CONTEXT, publishedAt };
      return { text, context, reading: readStatement(text, context), span: null };
    };
    const [early, late] = [on('The death toll rose to 23.', '2031-05-04'), on('The death toll rose to 30.', '2031-05-06')];
    expect(compareTexts(early, late).relation?.kind).toBe('growth');
  });

  it('a share in words and one in percent are of one measure in the record', () => {
    const told = read(
      paper('Harbour Post', 'Half of the workers at the Oster mill joined the strike on Monday, the union said.', '2031-05-06'),
      paper('Bay Herald', 'The union said 80 percent of the workers at the Oster mill joined the strike on Monday.', '2031-05-07'),
    );
    expect(between(told, 'Half', '80')).toBe('contradiction');
    expect(told.conflicts[0]?.positions.map(({ label }) => label)).toEqual(['Half', '80 percent']);
  });
});
