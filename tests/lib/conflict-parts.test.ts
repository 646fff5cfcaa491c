import { describe, expect, it } from 'vitest';
import { between, paper, read } from './news';

const GATE = paper(
  'Reed Post',
  'The gate of Marrow Lock broke and killed 21 people, warden Ada Quill said. Of the 21 dead, twelve were bargemen, six were lock keepers and three were pilgrims, Quill said.',
);
const LATER = paper(
  'Hill Courier',
  'The gate of Marrow Lock killed 24 people, warden Ada Quill said. Of the 24 dead, thirteen were bargemen, eight were lock keepers and five were pilgrims, Quill said.',
);

describe('the parts of a total', () => {
  it('are told by their own names, and add up to it', () => {
    const told = read(GATE);
    expect(told.claims.slice(1).map(({ text, noun, partOf }) => [text, noun, partOf])).toEqual([
      ['21 dead', 'dead', null],
      ['twelve', 'bargemen', '0-1'],
      ['six', 'lock keepers', '0-1'],
      ['three', 'pilgrims', '0-1'],
    ]);
    expect(told.checks.map(({ kind, expression, verdict }) => [kind, expression, verdict])).toEqual([
      ['parts-sum', '12 + 6 + 3 = 21', 'pass'],
    ]);
  });

  it('of several kinds may be counted twice, so that more than the total is no failure', () => {
    expect(read(LATER).checks.map(({ kind, expression, verdict }) => [kind, expression, verdict])).toEqual([
      ['included-parts', '13 + 8 + 5 = 26, not 24', 'warn'],
    ]);
  });

  it('are no rivals of a total in another text, nor of parts of another kind there', () => {
    const told = read(GATE, LATER);
    expect(between(told, '21 dead', '24 dead')).toBe('contradiction');
    expect(between(told, 'twelve', '24 dead')).toBe('different-scope');
    expect(between(told, 'twelve', '24 people')).toBe('different-scope');
    expect(between(told, 'twelve', 'eight')).toBe('no-common-measure');
    expect(between(told, 'twelve', 'thirteen')).toBe('contradiction');
  });

  it.each([
    ['The yard mended 30 barges: 12 in Elm, 10 in Vale and 9 in Oster.', 'included-parts', 'fail'],
    ['The yard mended 30 barges: 12 in Elm and 10 in Vale.', 'included-parts', 'pass'],
    ['The yard mended 30 barges: 12 in Elm, 10 in Vale and 8 in Oster.', 'parts-sum', 'pass'],
    ['The flood drove out 900 residents of the Reed district: 500 from Mill Lane and 600 from the quay.', 'included-parts', 'warn'],
    ['The hospital treated 40 patients: 30 had burns and 25 had broken bones.', 'included-parts', 'warn'],
    ['The flood killed 12 people: nine were guests and three were drivers.', 'parts-sum', 'pass'],
  ])('stand behind it and a colon: %s', (text, kind, verdict) => {
    expect(read(paper('Reed Post', text)).checks).toMatchObject([{ kind, verdict }]);
  });
});

describe('counts that are told together', () => {
  it('two events of one week in two towns are two questions, however short the notes', () => {
    const told = read(
      paper('Reed Post', 'Storm Idris has killed 48 people so far, rescuers on the river Tarn at Marwick said.'),
      paper('Hill Courier', 'A fire in a mill on the edge of Lomond killed 14 people, fire chief Ines Tal of the Quay Brigade said.'),
    );
    expect(between(told, '48 people', '14 people')).toBe('apart');
  });

  it('how many died on a day is counted until it is printed', () => {
    const told = read(
      paper('Reed Post', 'The fire in Lomond killed 14 people, chief Ines Tal said on 4 May.', '2031-05-04'),
      paper('Hill Courier', 'Seventeen people were killed in the fire in Lomond on 3 May, Dr Ada Roth said.', '2031-05-05'),
    );
    expect(between(told, '14 people', 'Seventeen people')).toBe('growth');
  });

  it('those who are treated come and go, each on the day that is told', () => {
    const told = read(
      paper('Reed Post', 'As of Monday, 41 people were being treated in hospital in Lomond, down from 52 on Sunday.', '2031-05-06'),
    );
    expect(told.claims.map(({ text, asOf }) => [text, asOf])).toEqual([
      ['41 people', '2031-05-05'],
      ['52 on Sunday', '2031-05-04'],
    ]);
    expect(told.claims[0]?.frame.aggregation).toBe('level');
  });
});
