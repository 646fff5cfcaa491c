import { describe, expect, it } from 'vitest';
import { askedSearch, isWithin, marked, nearWords, slipsOf, wordsIn } from '@/lib/publication';

const wordsFor = (typed: string) => askedSearch(typed).words.map(({ text }) => text);
const figuresFor = (typed: string) => askedSearch(typed).figures.map(({ low, high, of }) => [low, high, of]);

describe('what somebody looks for', () => {
  it('is words, and those in quotes together', () => {
    expect(wordsFor('ships “old pier” "at dawn')).toEqual(['ships', 'old pier', 'at', 'dawn']);
    expect(wordsFor('* ( " -')).toEqual([]);
  });

  it.each([
    ['83 countries', [['83', '83', 'country']]],
    ['eighty-three countries', [['83', '83', 'country']]],
    ['1.2 million', [['1200000', '1200000', null]]],
    ['1,200,000', [['1200000', '1200000', null]]],
    [
      '1.2m',
      [
        ['1.2', '1.2', 'm'],
        ['1200000', '1200000', null],
      ],
    ],
    ['>= 80 and < 90', [['80', '90', null]]],
    ['80-90 deaths', [['80', '90', 'death']]],
    ['Courier 83', [['83', '83', null]]],
    ['2020', []],
    ['dozens of boats', []],
  ])('reads the figure of %j', (typed, figures) => expect(figuresFor(typed)).toEqual(figures));

  it('leaves the words of a range out, which stand in no text', () => {
    expect(wordsFor('80-90 deaths in Marsh End')).toEqual(['in', 'Marsh', 'End']);
    expect(wordsFor('83 countries')).toEqual(['83', 'countries']);
  });

  it('takes a range from fields, and no field that is no figure', () => {
    expect(askedSearch('', { min: '80', max: '1.2 million', unit: 'deaths' }).figures).toMatchObject([
      { low: '80', high: '1200000', of: 'death' },
    ]);
    expect(askedSearch('', { min: 'x', max: '' }).figures).toEqual([]);
  });
});

describe('a figure within a range', () => {
  const range = (typed: string) => askedSearch(typed).figures[0]!;
  const one = (value: string) => ({ low: value, high: value, lowInclusive: true, highInclusive: true });
  const over = (value: string) => ({ low: value, high: null, lowInclusive: false, highInclusive: false });
  it('has both of its ends there', () => {
    expect([one('80'), one('89.5'), one('90'), one('79')].map((claim) => isWithin(claim, range('>= 80 and < 90')))).toEqual([
      ...[true, true, false, false],
    ]);
    expect(isWithin({ ...one('80'), high: '95' }, range('80-90'))).toBe(false);
    expect([isWithin(over('80'), range('more than 80')), isWithin(one('80'), range('more than 80'))]).toEqual([true, false]);
  });
});

describe('a mistyped word', () => {
  const isNear = (typed: string, word: string) =>
    slipsOf(typed).some((slip) => slipsOf(word).includes(slip)) && nearWords(typed, [word])[0] === word;
  it.each([
    ['harbuor', 'harbour'],
    ['habour', 'harbour'],
    ['haarbour', 'harbour'],
    ['hatbour', 'harbour'],
    ['Harbor'.toLowerCase(), 'harbour'],
  ])('%s leads to %s', (typed, word) => expect(isNear(typed, word)).toBe(true));

  it('leads to no word that is far, and not to itself', () => {
    expect(nearWords('pier', ['peer', 'pier', 'bear'])).toEqual(['peer']);
    expect(wordsIn('Ölfass, 12 Boote; an')).toEqual(['olfass', 'boote']);
  });
});

describe('words that were looked for', () => {
  it('are marked however they end', () => {
    const hits = (text: string, ...words: string[]) => marked(text, words).flatMap((run) => (run.hit ? [run.text] : []));
    expect(hits('Two boats at the Harbour, and a boat', 'boat', 'harbour')).toEqual(['boats', 'Harbour', 'boat']);
    expect(hits('A boatman <b>', 'boat')).toEqual([]);
    expect(hits('Some 83 countries and 83, countries', '83', 'countries')).toEqual(['83 countries', '83', 'countries']);
    expect(
      marked('A “boat”', ['boat'])
        .map(({ text }) => text)
        .join(''),
    ).toBe('A “boat”');
  });
});
