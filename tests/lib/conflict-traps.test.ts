import { describe, expect, it } from 'vitest';
import { paper, read } from './news';

/** From sentence to case: what reads like a conflict and is none, and what must not be missed. The sentences are made up. */
describe('traps of real coverage', () => {
  it('one number, contrary fates: 26 rescued, 26 arrested', () => {
    const { conflicts, relations } = read(
      paper('Harbour Post', 'The coast guard rescued 26 sailors from the burning trawler on Sunday.'),
      paper('Bay Herald', 'The coast guard arrested 26 sailors from the burning trawler on Sunday.'),
    );
    expect(conflicts).toEqual([]);
    expect(relations.filter(({ relation }) => relation === 'compatible')).toEqual([]);
  });

  it('gifts to a country and gifts by it', () => {
    const { conflicts } = read(
      paper('Harbour Post', 'Norland has provided assistance to 41 countries, the minister said.'),
      paper('Bay Herald', '63 countries have donated medical supplies to Norland, the minister said.'),
    );
    expect(conflicts).toEqual([]);
  });

  it('a toll that rises with the days is growth', () => {
    const { conflicts, relations } = read(
      paper('Harbour Post', 'The flood killed 31 people, police said.'),
      paper('Bay Herald', 'The flood killed 52 people, police said.', '2031-05-07'),
    );
    expect(conflicts).toEqual([]);
    expect(relations).toMatchObject([{ kind: 'growth' }]);
  });

  it('a toll that falls is not', () => {
    const { conflicts, relations } = read(
      paper('Harbour Post', 'The flood killed 52 people, police said.'),
      paper('Bay Herald', 'The flood killed 31 people, police said.', '2031-05-07'),
    );
    expect(relations).toMatchObject([{ kind: 'cumulative-decrease', alert: true }]);
    expect(conflicts).toHaveLength(1);
  });

  it('residents twenty years apart are a change, two counts of one day are not, and two towns are two questions', () => {
    const census = (text: string, on = '2031-05-04') => paper('Harbour Post', text, on);
    const [early, late] = [
      'The town of Oster has 9,800 residents, the census office said.',
      'The town of Oster has 12,400 residents, the census office said.',
    ];
    const apart = read(census(early as string, '2011-05-04'), census(late as string));
    expect(apart.conflicts).toEqual([]);
    expect(apart.relations).toMatchObject([{ kind: 'changed-over-time', alert: false }]);
    expect(read(census(early as string), census(late as string)).conflicts).toHaveLength(1);
    const towns = read(census('The town of Oster has 9,800 residents.'), census('The town of Lind has 12,400 residents.'));
    expect(towns.conflicts).toEqual([]);
  });

  it('destroyed is not damaged, suspected is not confirmed, in hospital is not hurt', () => {
    for (const [one, other] of [
      ['The storm destroyed 31 barns in Lind on Sunday.', 'The storm damaged 52 barns in Lind on Sunday.'],
      ['Lind recorded 31 suspected cases of measles on Sunday.', 'Lind recorded 52 confirmed cases of measles on Sunday.'],
      ['In Lind 31 people were hospitalised on Sunday.', 'In Lind 52 people were injured on Sunday.'],
      ['In Lind 31 people were charged on Sunday.', 'In Lind 52 people were arrested on Sunday.'],
      ['The yard sold 31 barges in May.', 'The yard built 52 barges in May.'],
    ]) {
      const { conflicts, relations } = read(paper('Harbour Post', one as string), paper('Bay Herald', other as string));
      expect(conflicts, one).toEqual([]);
      expect(relations, one).toEqual([]);
    }
  });

  it('what was fixed on its day is one question, however late it is told', () => {
    const { conflicts, claims } = read(
      paper('Harbour Post', 'There were 88 people aboard the barge Lady of Oster when she sank off Lind on Sunday, Rosa Holm said.'),
      paper(
        'Bay Herald',
        'There were 96 people aboard the barge Lady of Oster when she sank off Lind on May 4, Jan Reed said on Tuesday.',
        '2031-05-21',
      ),
    );
    expect(claims.map(({ asOf }) => asOf)).toEqual(['2031-05-04', '2031-05-04']);
    expect(conflicts).toHaveLength(1);
  });

  it('two tolls of one day are a conflict, a bound around one of them is none', () => {
    const { conflicts } = read(
      paper('Harbour Post', 'The flood killed 31 people, police said.'),
      paper('Bay Herald', 'The flood killed 52 people, rescuers said.'),
      paper('Valley News', 'The flood killed at least 30 people.'),
    );
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]?.positions.map(({ label }) => label)).toEqual(['31 people', '52 people']);
    expect(conflicts[0]?.others).toHaveLength(1);
  });

  it('the dead of one place and the dead of another', () => {
    const { conflicts } = read(
      paper('Harbour Post', 'Officials reported 120 deaths in Norland on Sunday.'),
      paper('Bay Herald', 'Officials reported 45 deaths outside Norland on Sunday.'),
    );
    expect(conflicts).toEqual([]);
  });

  it('one sentence that gives two figures in one voice does not contradict itself', () => {
    const { conflicts } = read(paper('Harbour Post', 'Police arrested 14 people on Saturday and 22 people on Sunday.'));
    expect(conflicts).toEqual([]);
  });

  it('towns counted alone cannot be more than towns and harbours together', () => {
    const { conflicts, checks } = read(
      paper('Harbour Post', 'Norland has provided assistance to 72 towns and five harbours, the relief agency said.'),
      paper('Bay Herald', 'Norland has provided assistance to 70 towns and harbours, the foreign ministry said.'),
    );
    expect(conflicts).toMatchObject([{ severity: 'high' }]);
    expect(checks.filter(({ verdict }) => verdict === 'fail').map(({ expression }) => expression)).toEqual(['72 + 5 = 77, not 70']);
  });
});
