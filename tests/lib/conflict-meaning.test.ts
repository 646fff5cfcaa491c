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
});
