import { describe, expect, it } from 'vitest';
import { read } from './claims-of';

const texts = (text: string): string[] => read(text).map((claim) => claim.text);

describe('which quantities make a claim', () => {
  it.each([
    ['Rescuers pulled 14 miners out of the shaft.', ['14 miners']],
    ['The storm left 46 homeless and 3 dead.', ['46 homeless', '3 dead']],
    ['No one was killed when the crane fell.', ['No one']],
    ['No injuries were reported.', ['No injuries']],
    ['None of the 40 passengers was hurt.', []],
    ['The depot denied 12 drivers were hurt.', []],
    ["The union's claim of 300 strikers was denied by the depot.", []],
    ['The consul denied 40 visas.', ['40 visas']],
    ['Police said 12 were arrested.', ['12']],
    ['The valley measures have at least saved 9,000 trees.', ['at least saved 9,000 trees']],
    ['The repairs will last at least four months.', ['at least four months']],
    ['A court in Oster sentenced the tram driver Paul Lind to 12 years in prison.', ['12 years']],
    ['Lind must serve at least eight years before he can ask for release.', ['at least eight years']],
    ['The lawyer had asked for 15 years.', ['15 years']],
    ['Lind faces up to 15 years behind bars.', ['up to 15 years']],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it.each([
    ['A landslip kills 45 in Upper Vale', '45', 'people killed', 'die'],
    ['The fire killed at least 12 and injured more than 40.', 'at least 12', 'people killed', 'die'],
    ['The wave displaced 40,000, the ministry said.', '40,000', 'people displaced', 'displace'],
    ['Guards arrested 30 after the match.', '30', 'people arrested', 'arrest'],
    ['The death toll from the landslip has risen to 1,204.', '1,204', 'death toll from the landslip', 'die'],
    ['Death toll climbs past 2,000', '2,000', 'Death toll', 'die'],
    ['The injury toll stood at 45.', '45', 'injury toll', 'injure'],
    ['The number of dead rose to 45.', '45', 'number of dead', 'die'],
    ['The population of Upper Vale is 34,000.', '34,000', 'population of Upper Vale', null],
    ['Attendance was 12,400.', '12,400', 'attendance', 'attend'],
  ])('a figure without a noun, by the verb or the sum it is: %s', (text, figure, measure, act) => {
    const [claim] = read(text);
    expect([claim?.text, claim?.measure, claim?.noun]).toEqual([figure, measure, null]);
    expect(claim?.frame.head).toBe(act === null ? 'population' : 'person');
    if (act !== null) expect(claim?.frame.act).toBe(act);
  });

  it.each([
    ['Marchers claimed 100,000 took part.', 'people took part'],
    ['All 132 on board were killed.', 'people killed'],
    ['Seventeen die as rain hits the hills', 'people die'],
    ['Nearly 3,000 lost their homes.', 'people lost'],
    ['The mill laid off 300 in May.', 'people laid off'],
    ['Some 200 were treated in hospital.', 'people treated'],
    ['The wave left 14 dead and 3,000 homeless.', 'dead'],
    ['The wave left 3,000 people homeless.', 'people left homeless'],
    ['Officers put the number of dead at 14.', 'dead'],
  ])('says what is counted: %s', (text, measure) => {
    expect(read(text)[0]?.measure).toBe(measure);
  });

  it('counts a population as what stands so today, and a toll as what grows', () => {
    const behaves = (text: string) => read(text)[0]?.frame.aggregation;
    expect(behaves('The population of Upper Vale is 34,000.')).toBe('level');
    expect(behaves('The death toll in Upper Vale is 34.')).toBe('running');
  });

  it.each([
    'The minister denied that 500 people had died.',
    'An earlier report of 42 deaths was wrong.',
    'The road office has not closed 12 bridges.',
    'Were 500 people hurt?',
    'If 500 people come, the hall is full.',
    'Ana Prado, 44, has sailed for years.',
    'The 24-hour strike began at 16:52 on 3 May 2021.',
    'The two countries signed a treaty over the past five years.',
    'There were no plans and no comment.',
    'One of the boats was the first of its kind.',
    'Several people watched.',
    'The band joined 12 on the road.',
    'The toll rose by 12.',
    'The index closed at 4,512.',
  ])('none in: %s', (text) => {
    expect(texts(text)).toEqual([]);
  });
});
