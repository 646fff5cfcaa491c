import { describe, expect, it } from 'vitest';
import { between, paper, read } from './news';

/** Figures that move while papers tell of them, beside those that do not. The events are made up. */
describe('one event over some days', () => {
  it('a toll grows, whichever place a headline names, and one of years ago is another', () => {
    const told = read(
      paper('Harbour Post', 'At least 31 dead as ferry sinks off Tolvar\n\nAt least 31 people drowned and scores were missing off Tolvar.'),
      paper('Bay Herald', 'Divers found 16 bodies off Tolvar, bringing the death toll from the sinking to 47.', '2031-05-06'),
      paper('Evening Mail', 'It was the worst sinking off Tolvar since 2019, when 68 people died.', '2031-05-05'),
    );
    expect(between(told, '31 dead', '47')).toBe('growth');
    expect(between(told, '68', '47')).toBe('apart');
    expect(told.conflicts).toEqual([]);
  });

  it('what a ship may hold is not who sailed, and who was saved is not who was aboard', () => {
    const told = read(
      paper('Harbour Post', 'The ferry Maro Queen was carrying 332 passengers when it sank off Tolvar.'),
      paper('Bay Herald', 'The ferry Maro Queen, licensed for 250 passengers, sank off Tolvar.'),
      paper('Evening Mail', 'About 210 passengers of the ferry Maro Queen survived off Tolvar.'),
      paper('Tolvar Sun', 'The ferry Maro Queen had 343 passengers on board when it sank off Tolvar.'),
    );
    expect(between(told, '332', '250')).toBe('apart');
    expect(between(told, '332', '210')).toBe('apart');
    expect(between(told, '332', '343')).toBe('contradiction');
  });

  it('crews at a fire and people kept from their homes are more or fewer from day to day', () => {
    const told = read(
      paper('Harbour Post', 'Some 600 firefighters were battling the fire in Oster. The fire forced 12,000 people from their homes.'),
      paper('Bay Herald', 'More than 1,000 firefighters were battling the fire in Oster.', '2031-05-06'),
      paper('Evening Mail', 'Some 7,000 people remained under evacuation orders in Oster.', '2031-05-07'),
    );
    expect(between(told, '600', '1,000')).toBe('changed-over-time');
    expect(told.conflicts).toEqual([]);
  });

  it('a share is worth something else on another day, and what is saved was not lost', () => {
    const told = read(
      paper('Harbour Post', 'Brandt shares closed at 14.10 euros. Brandt lost 310 million euros in the quarter.'),
      paper('Bay Herald', 'Brandt shares rose 4 percent to 14.90 euros.', '2031-05-20'),
      paper('Evening Mail', 'Brandt plans to save more than 500 million euros. Revenue of Brandt fell 11 percent.'),
    );
    expect(between(told, '14.10', '14.90')).toBe('changed-over-time');
    expect(between(told, '310', '500')).toBe('apart');
    expect(between(told, '4 percent', '11 percent')).toBe('apart');
    expect(told.conflicts).toEqual([]);
  });

  it('a vote has its turnout, its count and a share for each', () => {
    const told = read(
      paper('Harbour Post', 'Lind won 41 percent of the vote in Oster. Turnout in Oster was 67 percent, the commission said.'),
      paper(
        'Bay Herald',
        'With 98 percent of votes counted in Oster, Moss took 37.1 percent of the vote, the commission said.',
        '2031-05-05',
      ),
      paper(
        'Evening Mail',
        'Lind took 39.6 percent of the vote in Oster. Turnout in Oster was 66 percent, the commission said.',
        '2031-05-06',
      ),
    );
    expect(between(told, '41', '39.6')).toBe('contradiction');
    expect(between(told, '37.1', '39.6')).toBe('apart');
    expect(between(told, '98', '39.6')).toBe('apart');
    expect(between(told, '67', '66')).toBe('contradiction');
    expect(between(told, '67', '39.6')).toBe('apart');
  });

  it('two voices in one paper, one behind the other, may contradict each other', () => {
    const told = read(
      paper('Harbour Post', 'Some 20,000 people protested in Oster, organisers said. Police estimated the crowd in Oster at 8,000.'),
    );
    expect(between(told, '20,000', '8,000')).toBe('contradiction');
  });

  it('so many a day are not so many, and jobs that go at two sites are of those sites', () => {
    const told = read(
      paper(
        'Harbour Post',
        'The Brandt plant in Hallen builds 1,100 cars a day. Some 2,500 of the jobs would go in Hallen and 900 in Dorst.',
      ),
      paper('Bay Herald', 'The strike at the Brandt plant in Hallen cost it 11,000 cars.'),
    );
    expect(between(told, '1,100', '11,000')).toBe('apart');
    expect(told.claims.find(({ text }) => text.includes('2,500'))?.frame.scope).toEqual(['Hallen']);
  });
});
