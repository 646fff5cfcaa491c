import { describe, expect, it } from 'vitest';
import { type ArticleContext, readStatement } from '@/lib/claim';
import { compareTexts, type Side } from '@/lib/conflict';
import { between, paper, read } from './news';

const CONTEXT: ArticleContext = { publishedAt: null, outlet: null, title: null, language: 'en' };
const side = (text: string): Side => ({ text, context: CONTEXT, reading: readStatement(text, CONTEXT), span: null });
const kind = (a: string, b: string) => compareTexts(side(a), side(b)).relation?.kind ?? 'no-claim';

describe('figures told in different ways', () => {
  it.each([
    ['Half of the pears were rotten', '50 percent of the pears were rotten', 'unit-conversion'],
    ['Half of the pears were rotten', '53 percent of the pears were rotten', 'looser-bound'],
    ['Half of the pears were rotten', '70 percent of the pears were rotten', 'contradiction'],
    ['Two thirds of the weavers went on strike', '66.7 percent of the weavers went on strike', 'unit-conversion'],
    ['One in five weavers was late', '18 percent of weavers were late', 'unit-conversion'],
    ['One in five weavers was late', '35 percent of weavers were late', 'contradiction'],
    ['8 out of 10 mills have a wheel', '60 percent of mills have a wheel', 'contradiction'],
    ['Nearly half of the boats stayed in port', '48 percent of the boats stayed in port', 'unit-conversion'],
    ['A quarter of the buses was late', 'One out of every four buses was late', 'same-value'],
    ['The rope is 3 m long', 'The rope is 300 cm long', 'unit-conversion'],
    ['The rope is 3 m long', 'The rope is 350 cm long', 'contradiction'],
    ['The path is 2 miles long', 'The path is 3.2 km long', 'unit-conversion'],
    ['The walk lasted 90 minutes', 'The walk lasted two hours', 'contradiction'],
    ['The shop sold $ 38 of string', 'The shop sold more than 38 of string', 'contradiction'],
    ['The inn was rated 8.7/10 by guests', 'Critics gave the harbour 87 out of 100', 'no-common-measure'],
  ])('%s / %s: %s', (a, b, expected) => {
    expect(kind(a, b)).toBe(expected);
    expect(kind(b, a)).toBe(expected);
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
