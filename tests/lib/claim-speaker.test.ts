import { describe, expect, it } from 'vitest';
import { read } from './claims-of';

describe('who says it', () => {
  const speaker = (text: string) => read(text)[0]?.speaker;
  it.each([
    ['Mayor Rosa Lind said 40 trams had stopped.', 'Rosa Lind', 'Mayor', false],
    ['"We lost 40 trams," said Rosa Lind, head of the tram office, at a press conference.', 'Rosa Lind', 'head of the tram office', false],
    [
      'Some 40 trams had stopped, Rosa Lind, deputy head of the tram office (TO), told reporters.',
      'Rosa Lind',
      'deputy head of the tram office (TO)',
      false,
    ],
    ['The tram chief at the Depot, Rosa Lind, said 40 trams had stopped.', 'Rosa Lind', 'tram chief at the Depot', false],
    ['Rosa Lind said it rained. She added that 40 trams had stopped.', 'Rosa Lind', null, false],
    ['Tram chief Rosa Lind spoke late, she said. Later Lind said 40 trams had stopped.', 'Rosa Lind', 'Tram chief', false],
    ['Police said 40 trams had stopped.', 'Police', null, false],
    ['The harbour paper quoted a local official as saying 40 trams had stopped.', 'local official', null, false],
    ['Inspectors believe the tram had 40 people on board.', 'Inspectors', null, false],
    ['Analysts had forecast a loss of 40 million dollars.', 'Analysts', null, false],
    ['Rosa Lind dismissed the report, saying 40 trams ran.', 'Rosa Lind', null, false],
    ['The number of stranded was put at 40 by state television.', 'state television', null, false],
    ['The office puts the cost at 40 million dollars; drivers say it is more.', 'office', null, false],
    ['Tram office figures show 40 trams had stopped.', 'Tram office', null, false],
    ['Trams stopped: more than 40 lines, the inspectorate said.', 'inspectorate', null, false],
    ['The mayor denied the report. He said 40 trams ran.', 'mayor', null, false],
    ['The tram office rejected the figure. It put the number of lines at 40.', 'tram office', null, false],
    ['The union denied that it had lost 300 members and said it had gained 40.', 'union', null, false],
    ['A police report said 40 trams had stopped.', 'police', null, false],
    ["The union's latest survey said 40 trams had stopped.", 'union', null, false],
    ['A study by Oster University found 40 trams had stopped.', 'Oster University', null, false],
    ['According to a statement from the ministry, 40 trams had stopped.', 'ministry', null, false],
    ['On Monday police said 40 trams had stopped.', 'police', null, false],
    ['Up to 40 trams had stopped, aid workers said.', 'aid workers', null, false],
    ['The strike cost $40 million a day, analysts estimate.', 'analysts', null, false],
    ['Officials have calculated losses from the flood at 26 million dollars.', 'Officials', null, false],
    ['At least 40 trams had stopped, witnesses said.', 'witnesses', null, false],
    [
      'According to Deputy Minister of Roads and Trams Rosa Lind, 40 trams had stopped.',
      'Rosa Lind',
      'Deputy Minister of Roads and Trams',
      false,
    ],
    ['In addition, 40 trams had stopped.\nThe depot flooded too, Rosa Lind said.', 'Rosa Lind', null, true],
    ['"The depot flooded," Rosa Lind said. "We lost 40 trams."', 'Rosa Lind', null, false],
    ['Rosa Lind of the Northern Tram Office said 40 trams had stopped.', 'Rosa Lind', 'Northern Tram Office', false],
    ['Tram spokesman Paul Lind met the press. He said 40 trams had stopped.', 'Paul Lind', 'Tram spokesman', false],
    ['The water authority said 40 trams had stopped.', 'water authority', null, false],
    ['The strike went on, with the union claiming that 40 trams had stopped.', 'union', null, false],
    ['Rain fell, officials said, and opposition politicians said 40 trams had stopped.', 'opposition politicians', null, false],
    ['The depot will get 40 trams, according to a clerk familiar with the sale.', 'clerk', null, false],
  ])('%s', (text, name, role, inferred) => {
    const found = speaker(text);
    expect(found).toMatchObject({ name, inferred });
    if (role !== null) expect(found?.role).toBe(role);
  });

  it.each([
    'Some 40 trams had stopped.',
    'According to latest data, 40 trams had stopped.',
    'Rosa Lind said it rained.\n\nSome 40 trams had stopped.',
    'Some 40 trams run in the United States. Half of them are late.',
    'A survey said 40 trams had stopped.',
    'A survey of 900 drivers said 40 trams had stopped.',
    'Documents showed 40 trams had stopped.',
    'The statement said 40 trams had stopped.',
    'Prosecutors called 40 witnesses.',
    'The drivers agreed on Monday to mend 40 trams.',
  ])('nobody: %s', (text) => {
    expect(speaker(text)).toBeNull();
  });

  it('takes the nearest of two people who share a surname', () => {
    expect(speaker('Mayor Rosa Lind said it rained. Fire chief Paul Lind said it snowed. Lind said 40 trams had stopped.')?.name).toBe(
      'Paul Lind',
    );
  });

  it('keeps the occasion of everything a speaker says', () => {
    const [first, second] = read(
      'Mayor Rosa Lind said at a press conference on Thursday that 40 trams had stopped. Lind said 12 buses ran.',
    );
    expect([first?.occasion, second?.occasion]).toEqual(Array(2).fill({ name: 'press conference', day: '2021-06-17' }));
  });
});

describe('two speakers of one sentence', () => {
  const voices = (text: string) => read(text).map(({ speaker }) => speaker?.name);
  it('gives each figure the voice that stands beside it', () => {
    expect(voices('The firm put the flow at 5,000 barrels a day; scientists estimated 60,000 barrels a day.')).toEqual([
      'firm',
      'scientists',
    ]);
    expect(voices('Some 40 lamps were broken, but the mayor said 12 were broken.')).toEqual([undefined, 'mayor']);
    expect(voices('Some 40 lamps were broken; the mayor said only 12 were.')).toEqual([undefined, 'mayor']);
    expect(voices('Some 40 lamps were broken; 12 were stolen, the mayor said.')).toEqual(['mayor', 'mayor']);
    expect(voices('Some 40 lamps were broken, but 12 were lit again, the mayor said on Friday.')).toEqual(['mayor', 'mayor']);
    expect(voices('Unions say 80% of trains were late, against 50% according to the operator.')).toEqual(['Unions', 'operator']);
  });
});
