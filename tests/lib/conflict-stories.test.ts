import { describe, expect, it } from 'vitest';
import { thingOf } from '@/lib/measure';
import { between, paper, read } from './news';

/** Papers on one event, as they tell it over some days. The events are made up. */
describe('one event in several papers', () => {
  it('a tally that names itself is a claim, and a toll that was lowered is told', () => {
    const told = read(
      paper('Harbour Post', 'An earthquake shook Halmar on Sunday. The death toll rose to 23, the disaster agency said.'),
      paper('Bay Herald', 'Police put the number of dead in the earthquake on Halmar at 19.', '2031-05-06'),
    );
    expect(between(told, '23', '19')).toBe('cumulative-decrease');
    expect(told.conflicts).toHaveLength(1);
  });

  it('two figures of one sentence have fates of their own', () => {
    const told = read(
      paper('Harbour Post', 'A gunman opened fire in a mill in Eastlake, killing three workers and wounding five others.'),
      paper('Bay Herald', 'Six people were wounded in the mill in Eastlake by the gunman.'),
      paper('Evening Mail', 'In Eastlake 32 people were arrested and seven clerks were hurt.'),
    );
    expect(told.claims.map(({ frame }) => frame.act)).toEqual(['die', 'injure', 'injure', 'arrest', 'injure']);
    expect(between(told, 'five', 'Six')).toBe('contradiction');
  });

  it('those who are badly hurt are some of the hurt, and none of the slightly hurt', () => {
    const told = read(
      paper('Harbour Post', 'At least 37 people were injured when the ferry hit the pier in Eastlake.'),
      paper('Bay Herald', 'A dozen were seriously hurt when the ferry hit the pier in Eastlake.', '2031-05-06'),
      paper('Evening Mail', 'Fourteen people were seriously injured when the ferry hit the pier in Eastlake.', '2031-05-06'),
      paper('Coast Times', 'Thirty people were slightly hurt when the ferry hit the pier in Eastlake.', '2031-05-06'),
    );
    expect(between(told, '37', 'dozen')).toBe('different-scope');
    expect(between(told, 'dozen', 'Fourteen')).toBe('contradiction');
    expect(between(told, 'dozen', 'Thirty')).not.toBe('contradiction');
    expect(told.conflicts).toHaveLength(1);
  });

  it('a crowd is the people in it', () => {
    const told = read(
      paper('Harbour Post', 'Nearly 200 people marched to the town hall of Eastlake on Monday.'),
      paper('Bay Herald', 'A crowd marched to the town hall of Eastlake on Monday. The police estimated the crowd at 120.'),
    );
    expect(between(told, '200', '120')).toBe('contradiction');
    expect(told.claims.map(thingOf)).toEqual(['people', 'crowd']);
  });

  it('tells what is counted where the words leave it out', () => {
    const told = read(paper('Harbour Post', 'Forty were arrested, and the 300 person crowd left the square of Eastlake.'));
    expect(told.claims.map(({ noun }) => noun)).toEqual([null, 'person']);
    expect(told.claims.map(thingOf)).toEqual(['people', 'people']);
  });

  it('crew members are the crew, and passengers are some of those aboard', () => {
    const told = read(
      paper('Harbour Post', 'The plane that hit Mount Dell was carrying 110 passengers and six crew.'),
      paper('Bay Herald', 'The plane that hit Mount Dell was carrying 117 people, seven crew members among them.'),
    );
    expect(between(told, 'six', 'seven')).toBe('contradiction');
    expect(between(told, '110', '117')).not.toBe('contradiction');
  });

  it('what happened once cannot be less later, however its verb stands', () => {
    const told = read(
      paper('Harbour Post', 'Four undersea cables have been cut off Sarn, the regulator said.'),
      paper('Bay Herald', 'Three undersea cables were cut off Sarn, the operator said.', '2031-05-06'),
    );
    expect(between(told, 'Four', 'Three')).toBe('cumulative-decrease');
    const more = read(
      paper('Harbour Post', 'Three undersea cables were cut off Sarn, the operator said.'),
      paper('Bay Herald', 'Four undersea cables have been cut off Sarn, the regulator said.', '2031-05-06'),
    );
    expect(more.conflicts).toEqual([]);
  });

  it('turnout is fixed, and a whole percent is that of the decimals', () => {
    const vote = (share: string) => `Turnout in the vote in Oster was ${share}, the commission said.`;
    const told = read(
      paper('Harbour Post', vote('67 percent')),
      paper('Bay Herald', vote('67.2 percent'), '2031-05-11'),
      paper('Evening Mail', vote('71.5 percent'), '2031-05-12'),
    );
    expect(between(told, '67 percent', '67.2')).toBe('rounding');
    expect(between(told, '67.2', '71.5')).toBe('contradiction');
  });

  it('new cases are some of all cases', () => {
    const told = read(
      paper('Harbour Post', 'The ministry in Tarn reported 17 new cases of swamp fever on Monday.', '2031-05-05'),
      paper('Bay Herald', 'The ministry in Tarn has counted 62 cases of swamp fever.', '2031-05-06'),
    );
    expect(between(told, '17', '62')).not.toBe('growth');
    expect(told.conflicts).toEqual([]);
  });

  it('some of those just counted follow them, and keep nothing from their measure', () => {
    const told = read(
      paper('Harbour Post', 'In Eastlake six people were wounded in the mill, two of them badly.'),
      paper('Bay Herald', 'Officers in Eastlake fired 11 shots at the mill.'),
      paper('Evening Mail', 'In Eastlake the guard was hit by three of the seven shots fired by officers at the mill.'),
    );
    const [all, some] = told.claims;
    expect(some?.partOf).toBe(all?.id);
    expect(between(told, '11', 'seven')).toBe('contradiction');
  });

  it('two stories with few names and no name in common are two, and so are two years', () => {
    const places = read(
      paper('Harbour Post', 'Shells hit the Karsk market, and 40 people were hurt, a doctor told Rosa Lind.'),
      paper('Bay Herald', 'The Oster train left its rails, and 12 miners were hurt, Jon Aske told a clerk.', '2031-05-06'),
    );
    expect(between(places, '40', '12')).toBe('apart');
    const years = read(
      paper('Harbour Post', 'A storm hurt 40 people at the quay of the town.'),
      paper('Bay Herald', 'Hail and a storm over the hills hurt 12 miners.', '2033-05-06'),
    );
    expect(between(years, '40', '12')).toBe('apart');
  });

  it('what a figure came from speaks against nothing of today, and a change is no level', () => {
    const told = read(
      paper('Harbour Post', 'The catch of cod fell 15 percent to 260 tonnes from 304 tonnes, the port said.'),
      paper('Bay Herald', 'The catch of cod fell to 290 tonnes, the fishers said. Some 40 percent of the catch was sold.'),
    );
    expect(between(told, '304', '290')).toBe('time-may-explain');
    expect(between(told, '260', '290')).toBe('contradiction');
    expect(between(told, '15 percent', '40 percent')).not.toBe('contradiction');
  });

  it('a paper that speaks of two bodies by name does not take one for the other', () => {
    const vote = (greens: string, liberals: string) =>
      `In Oster the Greens and the Liberals spoke. The Greens won ${greens} of the vote. The Liberals won ${liberals} of the vote.`;
    const told = read(paper('Harbour Post', vote('38 percent', '29 percent')), paper('Bay Herald', vote('38 percent', '27 percent')));
    expect(between(told, '38', '27')).not.toBe('contradiction');
    expect(between(told, '29', '27')).toBe('contradiction');
  });

  it('a quarter is not nine months, and some counts are not all', () => {
    const earned = read(
      paper('Harbour Post', 'Lind Mills said its third-quarter net profit was 12 million dollars.'),
      paper('Bay Herald', 'Lind Mills said its net profit was 31 million dollars for the nine months.'),
    );
    expect(earned.conflicts).toEqual([]);
    const counts = read(
      paper('Harbour Post', 'The clerk Paul Lind was found guilty of two counts of attempted theft in Oster.'),
      paper('Bay Herald', 'The clerk Paul Lind was found guilty of six counts in Oster.'),
    );
    expect(counts.conflicts).toEqual([]);
  });

  it('what output fell to leaves what it was before', () => {
    const told = read(
      paper('Harbour Post', 'The Oster mine produces 400 tonnes of tin a day. Output had fallen to 150 tonnes a day, the firm said.'),
    );
    expect(told.conflicts).toEqual([]);
  });

  it('those who mourn were not aboard', () => {
    const told = read(
      paper('Harbour Post', 'The plane that hit Mount Dell was carrying 83 people.'),
      paper('Bay Herald', 'Some 200 relatives travelled to Mount Dell, where the plane crashed.'),
    );
    expect(between(told, '83', '200')).toBe('apart');
  });

  it('what a firm earns is not what it puts aside, and each side of a trial has its witnesses', () => {
    const earned = read(
      paper('Harbour Post', 'Lind Bank reported a second-quarter profit of 22 million dollars.'),
      paper('Bay Herald', 'Lind Bank reported a second-quarter loss on loans of 12 million dollars.'),
    );
    expect(between(earned, '22', '12')).toBe('apart');
    const trial = read(
      paper('Harbour Post', 'Prosecutors called 30 witnesses in the trial of Paul Lind.'),
      paper('Bay Herald', 'The defence called nine witnesses in the trial of Paul Lind.'),
    );
    expect(between(trial, '30', 'nine')).toBe('apart');
  });

  it('so much every day is not so much in all', () => {
    const told = read(
      paper('Harbour Post', 'The strike at the Oster mine costs Lind Metals 250 tonnes of tin every day.'),
      paper('Bay Herald', 'The strike at the Oster mine cost Lind Metals 900 tonnes of tin.'),
    );
    expect(between(told, '250', '900')).toBe('apart');
  });
});
