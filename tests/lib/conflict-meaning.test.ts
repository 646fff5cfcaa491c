import { describe, expect, it } from 'vitest';
import { between, paper, read } from './news';

/** Figures with like words that answer different questions, and figures with unlike words that answer one. The events are made up. */
describe('what a figure means', () => {
  it('a whole year is no event, and two years are two', () => {
    const told = read(
      paper('Harbour Post', 'A ferry ran aground off Kostava, and 52 people were injured. Last year 143 people were injured at sea.'),
      paper('Bay Herald', 'A ferry ran aground off Kostava, and 61 people were hurt. Ferry accidents injured 119 people in 2029.'),
    );
    expect(between(told, '52', '61')).toBe('contradiction');
    expect(between(told, '52', '143')).toBe('apart');
    expect(between(told, '61', '119')).toBe('apart');
    expect(between(told, '143', '119')).toBe('changed-over-time');
  });

  it('an event is told by its year, too', () => {
    const told = read(
      paper('Harbour Post', 'In 1994 the flood of Oster killed 30 people, the museum said.'),
      paper('Bay Herald', 'In 1994 a flood killed 47 people in Oster, the archive said.'),
    );
    expect(between(told, '30', '47')).toBe('contradiction');
  });

  it('what a hall holds and has is the same all week, and a rink is no hall', () => {
    const told = read(
      paper('Harbour Post', 'The hall in Kostava burned down. The hall had a capacity of 500. The rink beside it has a capacity of 900.'),
      paper('Bay Herald', 'The hall in Kostava burned down. The hall had a capacity of 450. The hall had 300 seats.', '2031-05-05'),
      paper('Evening Mail', 'The hall in Kostava burned down. The hall had 380 seats.', '2031-05-06'),
      paper('Coast Times', 'The hall in Kostava has 700 seats.', '2034-05-06'),
    );
    expect(between(told, '500', '450')).toBe('contradiction');
    expect(between(told, '500', '900')).not.toBe('contradiction');
    expect(between(told, '300', '380')).toBe('contradiction');
    expect(between(told, '380', '700')).toBe('changed-over-time');
  });

  it('those who come and go are others every day', () => {
    const told = read(
      paper('Harbour Post', 'The camp at Lund shelters 3,000 people, the relief office said.'),
      paper('Bay Herald', 'The camp at Lund shelters 5,000 people, the relief office said.', '2031-05-06'),
    );
    expect(between(told, '3,000', '5,000')).toBe('changed-over-time');
  });

  it('what a rescue cost is not what repairs will, whoever pays', () => {
    const told = read(
      paper('Harbour Post', 'The rescue off Kostava cost the port £2.1 million. Repairs to the pier in Kostava will cost £9 million.'),
      paper('Bay Herald', 'The cost of the rescue off Kostava was £2.4m. The pier in Kostava needs repairs that will cost £8 million.'),
    );
    expect(between(told, '2.1', '9 million')).toBe('apart');
    expect(between(told, '2.1', '2.4')).toBe('contradiction');
    expect(between(told, '9 million', '8 million')).toBe('contradiction');
  });

  it('damages that a court awards are not the damage of a storm, and wages are no rent', () => {
    const told = read(
      paper('Harbour Post', 'In the dispute over the Kostava pier the court said Brandt must pay the port 40 million euros in damages.'),
      paper('Bay Herald', 'In the dispute over the Kostava pier damage cost the port 47 million euros.'),
      paper('Evening Mail', 'In the dispute over the Kostava pier the damages cost the port 53 million euros.'),
      paper('Coast Times', 'Brandt paid 61 million euros in wages at the Kostava pier.'),
      paper('Town Crier', 'Brandt paid 67 million euros in rent at the Kostava pier.'),
      paper('Night Wire', 'Brandt paid 72 million euros in rent at the Kostava pier.'),
    );
    expect(between(told, '40', '47')).toBe('apart');
    expect(between(told, '47', '53')).toBe('contradiction');
    expect(between(told, '61', '67')).toBe('apart');
    expect(between(told, '67', '72')).toBe('contradiction');
  });

  it('what is counted so far of a vote is no result', () => {
    const lind = (before: string, share: string, behind = '') =>
      `${before} Rosa Lind ${share} of the vote for mayor of Kostava${behind}, the commission said.`;
    const told = read(
      paper('Harbour Post', lind('With 40 percent of the votes counted,', 'had 51 percent')),
      paper('Bay Herald', lind('Mayor', 'was leading with 55 percent', ' after 312 of 800 polling stations were counted')),
      paper('Evening Mail', lind('With 80 percent of the votes counted,', 'had 49 percent')),
      paper('Coast Times', lind('With all votes counted,', 'had 47 percent')),
      paper('Town Crier', lind('In the end', 'won 42 percent')),
    );
    for (const partial of ['51', '55', '49']) expect(between(told, partial, '47')).toBe('time-may-explain');
    expect(between(told, '40 percent', '80 percent')).toBe('time-may-explain');
    expect(between(told, '47', '42')).toBe('contradiction');
  });

  it('each round of an election has shares of its own', () => {
    const told = read(
      paper('Harbour Post', 'Rosa Lind won 49 percent of the vote in the first round in Oster.'),
      paper(
        'Bay Herald',
        'Rosa Lind won 58 percent of the vote in the run-off in Oster, after 51 percent in the first round.',
        '2031-05-18',
      ),
    );
    expect(between(told, '49', '58')).toBe('different-scope');
    expect(between(told, '49', '51')).toBe('contradiction');
  });

  it('where something happened narrows no toll of it', () => {
    const coach = (place: string, killed: string) => `A coach overturned ${place}on Monday, killing ${killed}, police said.`;
    const told = read(
      paper('Harbour Post', coach('near Kostava ', '14 people')),
      paper('Bay Herald', coach('', '17 people')),
      paper('Evening Mail', coach('in Kostava ', '19 people')),
      paper('Coast Times', coach('near Halmar ', '11 people')),
    );
    expect(between(told, '14', '17')).toBe('contradiction');
    expect(between(told, '14', '19')).toBe('contradiction');
    expect(between(told, '14', '11')).toBe('different-scope');
  });

  it('what a flood did in one town is some of what it did', () => {
    const told = read(
      paper('Harbour Post', 'The flood killed 14 people in Kostava, police said.'),
      paper('Bay Herald', 'The flood killed 17 people, a doctor said.'),
    );
    expect(between(told, '14', '17')).toBe('different-scope');
  });

  it('an opening sentence is no headline, and the first line without a full stop is one', () => {
    const body = 'The ferry hit the pier in Kostava. In all 83 people were injured, a doctor said.';
    const opening = read(paper('Harbour Post', `At least 95 people were injured on the ferry to Kostava. ${body}`));
    expect(opening.checks).toEqual([]);
    const headed = read(paper('Harbour Post', `At least 95 injured on Kostava ferry\n\n${body}`));
    expect(headed.checks).toMatchObject([{ kind: 'headline-body', verdict: 'warn' }]);
  });
});
