import { describe, expect, it } from 'vitest';
import { toTheEnd } from '@/lib/base';
import { RECKONED_KINDS } from '@/lib/conflict';
import { reckonInSteps } from '@/lib/conflict/reckoned';
import type { RecordedClaim } from '@/lib/measure';
import { paper, read } from './news';

const told = (...texts: string[]) =>
  read(...texts.map((text, at) => paper(`Paper ${at}`, text, `2031-05-0${4 + at}`)))
    .checks.filter(({ kind }) => RECKONED_KINDS.some((reckoned) => reckoned === kind))
    .map(({ kind, verdict, expression }) => [kind, verdict, expression]);

describe('what several figures of a text make of each other', () => {
  it.each([
    [
      'Profit rose 12 percent to 340 million dollars from 304 million dollars.',
      'pass',
      '304,000,000 to 340,000,000 = 11.8 %, told as 12 %',
    ],
    [
      'Profit rose 20 percent to 340 million dollars from 304 million dollars.',
      'warn',
      '304,000,000 to 340,000,000 = 11.8 %, told as 20 %',
    ],
    ['Catches fell by a third to 200 tonnes from 300 tonnes.', 'pass', '300 to 200 = 33.3 %, told as about 33.33 %'],
    ['Catches fell by a quarter to 120 tonnes from 300 tonnes.', 'warn', '300 to 120 = 60 %, told as about 25 %'],
    ['Catches fell by 40 tonnes to 260 tonnes from 300 tonnes.', 'pass', '300 to 260 = 40, told as 40'],
    ['Catches fell by 70 tonnes to 260 tonnes from 300 tonnes.', 'warn', '300 to 260 = 40, told as 70'],
  ])('a change: %s', (text, verdict, expression) => {
    expect(told(text)).toEqual([['change', verdict, expression]]);
  });

  it('changes of two things in one sentence are left alone', () => {
    expect(
      told('Profit rose 12 percent to 340 million dollars and sales fell 3 percent to 900 million dollars from 1,000 million dollars.'),
    ).toEqual([]);
  });

  it.each([
    ['Of the 8,000 jobs to go, 2,600 (32.5 percent) are in Norland.', 'pass', '2,600 of 8,000 = 32.5 %, told as 32.5 %'],
    ['Of the 8,000 jobs to go, 2,600 (45 percent) are in Norland.', 'warn', '2,600 of 8,000 = 32.5 %, told as 45 %'],
    ['Storms damaged 600 of the 2,000 houses, or 30 percent.', 'pass', '600 of 2,000 = 30 %, told as 30 %'],
  ])('a share: %s', (text, verdict, expression) => {
    expect(told(text)).toEqual([['share', verdict, expression]]);
  });

  it('a share of what the same paper counts elsewhere, and of no other paper', () => {
    const cut = 'Veltron in Oster will cut 8,000 jobs, or about 10 percent of its workforce.';
    const employs = (count: string) => `Veltron employs ${count} people.`;
    const pass = ['share', 'pass', '8,000 of 80,000 = 10 %, told as about 10 %'];
    expect(told(`${cut} ${employs('80,000')}`)).toEqual([pass]);
    expect(told(`${cut} ${employs('40,000')}`)).toEqual([['share', 'warn', '8,000 of 40,000 = 20 %, told as about 10 %']]);
    expect(told(`${employs('80,000')} ${cut} ${employs('80,000')}`)).toEqual([pass]);
    expect(told(`${cut} ${employs('80,000')} ${employs('70,000')}`), 'two wholes').toEqual([]);
    expect(told(cut, `In Oster, ${employs('80,000')}`), 'another paper').toEqual([]);
    expect(told(`${cut} ${employs('80,000')}`, `In Oster, ${employs('70,000')}`), 'another paper').toEqual([pass]);
  });

  it('twice the text is twice the work, however many shares it tells', () => {
    const looks = (times: number): number => {
      const text = 'Veltron will cut 8,000 jobs, or about 10 percent of its workforce. Veltron employs 80,000 people. '.repeat(times);
      let count = 0;
      const get = (claim: RecordedClaim, name: string | symbol) => {
        count += 1;
        return Reflect.get(claim, name);
      };
      const watched = read(paper('Harbour Post', text)).claims.map((claim) => new Proxy(claim, { get }));
      expect(toTheEnd(reckonInSteps(watched))).toHaveLength(times);
      return count;
    };
    expect(looks(80)).toBeLessThan(2.5 * looks(40));
  });

  it('a share of more than all, and what may well be more than all of another year', () => {
    expect(told('Turnout in the vote was 104 percent.')).toEqual([['impossible-share', 'fail', '104 % of a whole']]);
    expect(told('Turnout in the vote was 94 percent.')).toEqual([]);
    expect(told('Prices rose 130 percent, and output was 110 percent of that of last year.')).toEqual([]);
    expect(told('The number of those who voted rose 130 percent.')).toEqual([]);
  });

  it.each([
    ['There were 350 people on board the ferry.', 'pass', '332 + 18 = 350'],
    ['There were 361 people on board the ferry.', 'warn', '332 + 18 = 350, not 361'],
  ])('passengers and crew are those aboard: %s', (all, verdict, expression) => {
    expect(told(`The ferry was carrying 332 passengers and 18 crew. ${all}`)).toEqual([['kinds-sum', verdict, expression]]);
  });

  it('of those aboard of whom a paper gives two figures, neither is held against the others', () => {
    const text = 'The ferry was carrying 332 passengers and 18 crew. There were 361 people on board. Others say 400 people were on board.';
    expect(told(text)).toEqual([]);
  });

  it('shares of one vote that are more than all of it together', () => {
    const vote = (lind: number) => `Lind met Moss in Oster. Lind won ${lind} percent of the vote and Moss 44 percent.`;
    expect(told(vote(58))).toEqual([['shares-together', 'warn', '58 % + 44 %, more than all of one vote']]);
    expect(told(vote(56))).toEqual([]);
    expect(told('Some 60 percent of women and 70 percent of men voted.')).toEqual([]);
  });

  it.each([
    'In the second round Lind won 58 percent of the vote and Moss, who had 47 percent in the first, conceded.',
    'Lind, who won 58 percent of the vote in April, took 71 percent of the vote on Sunday.',
    'Lind won 58 percent of the vote and Moss, who won 61 percent of the vote in 2026, conceded.',
  ])('shares of two votes are never added: %s', (text) => {
    expect(told(`Lind met Moss in Oster. ${text}`)).toEqual([]);
  });

  it.each([
    ['3', 'pass', '6 of 200,000 = 3 per 100,000, told as 3'],
    ['5', 'warn', '6 of 200,000 = 3 per 100,000, told as 5'],
  ])('a rate of %s against its count and its population', (rate, verdict, expression) => {
    const text = `Oster, which has 200,000 residents, counted 6 murders, or ${rate} per 100,000 residents.`;
    expect(told(text)).toEqual([['rate', verdict, expression]]);
  });

  it.each([
    ['fewer than 5', 'pass', '6 of 200,000 = 3 per 100,000, told as under 5'],
    ['fewer than 2', 'warn', '6 of 200,000 = 3 per 100,000, told as under 2'],
    ['more than 2', 'pass', '6 of 200,000 = 3 per 100,000, told as over 2'],
    ['more than 4', 'warn', '6 of 200,000 = 3 per 100,000, told as over 4'],
  ])('a rate of %s leaves room on one side', (rate, verdict, expression) => {
    const text = `Oster, which has 200,000 residents, counted 6 murders, or ${rate} per 100,000 residents.`;
    expect(told(text)).toEqual([['rate', verdict, expression]]);
  });

  it('what a count leaves open, its rate may fill', () => {
    const rate = (count: string, people: string) =>
      told(`Oster, which has ${people} residents, counted ${count} murders, or 5 per 100,000 residents.`).map(([, verdict]) => verdict);
    expect(rate('more than 6', '200,000')).toEqual(['pass']);
    expect(rate('fewer than 6', '200,000')).toEqual(['warn']);
    expect(rate('6', 'fewer than 200,000')).toEqual(['pass']);
    expect(rate('6', 'more than 200,000')).toEqual(['warn']);
  });

  it('opens no case by itself', () => {
    const ferry = 'The ferry was carrying 332 passengers and 18 crew. There were 361 people on board the ferry.';
    expect(read(paper('Harbour Post', ferry)).conflicts).toEqual([]);
    expect(read(paper('Harbour Post', 'Turnout in the vote was 104 percent.')).conflicts).toEqual([]);
  });
});
