import { describe, expect, it } from 'vitest';
import { read } from './claims-of';

describe('as of when', () => {
  it.each([
    ['As of June 2, 40 trams had stopped.', '2021-06-02', 'stated'],
    ['The depot counted 40 trams as of Wednesday.', '2021-06-16', 'stated'],
    ['The depot had 40 trams as of 3:45 p.m. Wednesday.', '2021-06-16', 'stated'],
    ['With a 2012 estimated population of 900, Oster is small.', '2012', 'event'],
    ['Oster has 900 residents, up from 800 at the 2010 census.', '2010', 'event'],
    ['Above the 2010 census, Oster now has 950 residents.', '2021-06-18', 'publication'],
    ['On Tuesday the depot closed 40 lines.', '2021-06-15', 'event'],
    ['In a call on Monday with officials from 18 towns, clerks sorted lists and answered over 80 letters.', '2021-06-14', 'event'],
    ['The office opened on 3 June and has built 40 sheds.', '2021-06-18', 'publication'],
    ['Rosa Lind said on Thursday that 40 trams had stopped.', '2021-06-17', 'event'],
    ['Some 40 trams had stopped.', '2021-06-18', 'publication'],
    ['There were 40 people aboard when the tram burned on Monday, Rosa Lind said.', '2021-06-14', 'event'],
    ['There were 40 people aboard when the tram burned on June 14, Rosa Lind said on Thursday.', '2021-06-14', 'event'],
    ['Some 40 trams stopped after the depot burned on Monday.', '2021-06-18', 'publication'],
    ['In May 40 trams stopped at the depot, the office said on Thursday.', '2021-05', 'event'],
    ['In August 40 trams stopped at the depot.', '2020-08', 'event'],
    ['In 1990 the depot had 40 trams.', '1990', 'event'],
    ['The depot had 40 trams in 1990.', '1990', 'event'],
    ['The quarry cut 40 tons of white marble in 1990.', '1990', 'event'],
    ['The strike, which began on Monday, has idled 40 trams.', '2021-06-18', 'publication'],
    ['The depot will close 30 lines instead of the 40 it announced last month.', '2021-06-18', 'publication'],
    ['The depot has 40 trams, more than in 1990.', '2021-06-18', 'publication'],
    ['Stops rose 12 percent on 1990, when 40 trams had stopped.', '1990', 'event'],
    ['Some 60 trams stopped, up 12 percent on 1990, when few had.', '2021-06-18', 'publication'],
    ['The poll gave the Greens 40 percent of the vote in 1990.', '1990', 'event'],
    ['Four days ago 40 trams stopped.', '2021-06-14', 'event'],
    ['Some 40 trams were lost in the crash 13 days ago.', '2021-06-18', 'publication'],
    ['On July 30 the depot will close 40 lines.', '2021-06-18', 'publication'],
    ['LISBON, June 1 (Harbour News) -- Some 40 trams had stopped.', '2021-06-18', 'publication'],
  ])('%s', (text, asOf, asOfBasis) => {
    expect(read(text).at(-1)).toMatchObject({ asOf, asOfBasis });
  });

  it('is that of the figure beside it where one changed into another', () => {
    const days = (text: string) => read(text).map(({ asOf }) => asOf);
    expect(days('Oster has 900 residents, up from 800 at the 2010 census.')).toEqual(['2021-06-18', '2010']);
    expect(days('Sales rose to 90 million pounds in May from 80 million pounds in April.')).toEqual(['2021-05', '2021-04']);
    expect(days('Sales rose to 90 million pounds from 80 million pounds in April.')).toEqual(['2021-06-18', '2021-04']);
  });

  it('is unknown where neither text nor publication tells, and never later than publication', () => {
    expect(read('Some 40 trams had stopped.', { publishedAt: null })[0]).toMatchObject({ asOf: null, asOfBasis: 'assumed' });
    expect(read('As of June 20, 2021, 40 trams had stopped.')[0]?.asOf).toBe('2021-06-18');
  });
});

describe('the day on which somebody spoke', () => {
  const days = (text: string) => read(text).map(({ asOf }) => asOf);
  it('holds for all that a person says, and for one sentence of a body that speaks every day', () => {
    expect(days('Rosa Lind said on Monday that 40 trams had stopped. Lind said 12 were lost.')).toEqual(['2021-06-14', '2021-06-14']);
    expect(days('Police said on Monday that 40 trams had stopped. Police said 12 were lost.')).toEqual(['2021-06-14', '2021-06-18']);
  });
});

describe('days that lie ahead, and days and years past', () => {
  it.each([
    ['The strike begins on Monday with 300 drivers.', '2021-06-18'],
    ['The court will hear 40 witnesses on Tuesday.', '2021-06-18'],
    ['Schools in 12 districts stay closed until Monday.', '2021-06-18'],
    ['On Monday 300 drivers walked out.', '2021-06-14'],
    ['Wardens said on Monday that 40 shops will open.', '2021-06-14'],
    ['By Tuesday 40 shops had opened.', '2021-06-15'],
    ['On Thursday, the coastguard said the number of missing had risen to 300.', '2021-06-17'],
    ['Last year, 3,200 people died on the roads.', '2020'],
    ['Some 3,200 people died on the roads last year.', '2020'],
    ['Compared with last year, 300 more people died.', '2021-06-18'],
    ['It was the worst crash since 2010, when 158 people died.', '2010'],
    ['The worst flood, in 1970, killed 66,000.', '1970'],
  ])('%s', (text, day) => {
    expect(read(text)[0]?.asOf).toBe(day);
  });
});
