import { describe, expect, it } from 'vitest';
import { extraction, readArticle } from '@/lib/claim';

/** What the machine-readable face shows of a sentence: figure, bound and trend of each quantity. */
function shown(text: string): string {
  const { quantities } = extraction(text, readArticle(text, { publishedAt: null, outlet: null, title: null, language: 'en' }));
  return quantities.map(({ bound, trend, ...rest }) => [figureOf(rest), bound, trend].filter(Boolean).join(' ')).join(' ; ') || 'nothing';
}
const figureOf = (rest: object): string => {
  const { value, low, high } = rest as { value?: number; low?: number; high?: number };
  return value === undefined ? `${low}..${high}` : `${value}`;
};

describe('quantities as annotators of news mark them', () => {
  it.each([
    ['Dozens of ferries were late.', '12..120 eq'],
    ['Tens of thousands of bees died.', '10000..100000 eq'],
    ['The herd fell from 90 to 60.', '90..60 eq down'],
    ['Output fell from 20 tons in 2008 to 9 tons in 2020.', '20..9 eq down'],
    ['About 14 to 18 ferries ran.', '14..18 approx'],
    ['The boat holds five or six sailors.', '5 eq ; 6 eq'],
    ['A five-year plan was drawn up.', '5 eq'],
    ['The two-page letter was read.', 'nothing'],
    ['A 6.1-inch pipe burst.', '6.1 eq'],
    ['Several ferries were late.', 'nothing'],
    ['They waited for more than a month.', 'nothing'],
    ['Half the seats were empty.', 'nothing'],
    ['Traffic rose from 20 million trams in the same quarter of last year to 25 million.', '20000000..25000000 eq up'],
    ['Unemployment fell from 9.1 percent when she took office to 7.8 percent.', '9.1..7.8 eq down'],
    ['Output fell from a mere 20 tons a day in the old mill to 9 tons.', '20..9 eq down'],
    ['Shares of the mill fell from $20.50 at 3.30pm on Monday to $19.', '20.5..19 eq down'],
    ['They sent 20 nurses from 5 clinics to 3 wards.', '20 eq ; 5 eq ; 3 eq'],
    ['Most were between the ages of 20 and 26.', '20..26 eq'],
    ['Men aged 20 to 26 were called up.', 'nothing'],
    ['Tolls rose about 5 percent.', '5 approx up'],
  ])('%s', (text, want) => {
    expect(shown(text)).toBe(want);
  });
});
