import { describe, expect, it } from 'vitest';
import { readQuantities } from '@/lib/quantity';

/** What each quantity of a sentence is about, in order; "-" where the sentence names nothing. */
const ABOUT: readonly (readonly [says: string, about: string])[] = [
  // A share is about its whole, a change about what changed.
  ['About 40 percent of voters under the age of 30 backed the plan.', 'voters | voters'],
  ['The average price of a new home climbed 6.1 percent to $312,000 in April.', 'average price new home | average price new home'],
  ['Inflation in the euro zone eased to 1.4 percent from 1.7 percent.', 'Inflation euro zone | Inflation euro zone'],
  ['Sales in Asia fell 4%, sales in Europe rose 3% and sales in Africa were flat.', 'Sales Asia | sales Europe'],
  ['The minister said the deficit would narrow to 2.4 percent in 2020.', 'deficit'],
  ['Business spending on software grew by 13.4 percent.', 'Business spending software'],
  [
    'The Fjord 5 index was down 5.31 points at 2,500, while the Loire composite was up 3 points.',
    'Fjord 5 index | Fjord 5 index | Loire composite',
  ],
  ['Among shares, Tarn was up 2 percent, Beck down 1 percent and Cray off 0.4 percent.', 'Tarn | Beck | Cray'],
  // Money is about what it buys, and who pays.
  ['Her father bought the house for $120,000.', 'house father'],
  ['The council will spend £40 million on new buses.', 'new buses council'],
  ['A ticket costs $25 for adults and $12 for children.', 'adults ticket | children ticket'],
  ['Police seized 40 kilograms of heroin worth $2 million.', 'heroin Police | heroin Police'],
  ['At $3.2 billion, the deal is the largest in the sector.', 'deal'],
  ['The fund, with assets of $4 billion, is based in Geneva.', 'assets'],
  ['Gold, $1,285 an ounce; silver, $15.20 an ounce.', 'Gold | silver'],
  // A verb that is left out is that of the clause before.
  ['Sales rose 3% and profits 2%.', 'Sales | profits'],
  ['The Dow gained 1.2% and the Nasdaq 2%.', 'Dow | Nasdaq'],
  // With what time it is compared is no part of it.
  ['Prices rose 7.1% y/y in May.', 'Prices'],
  ['Year-on-year inflation rose to 3%.', 'inflation'],
  // A figure before a noun is about that noun.
  ['The port already had a 25% tax on imported rice.', 'tax imported rice port'],
  ['There is a 20 percent chance of rain.', 'chance rain'],
  ['She ran a 750 metre race and used a 12 mm rope.', 'race | rope'],
  // Measures.
  ['The trail is 12 miles (19 km) long and climbs 2,000 feet.', 'trail | trail | trail'],
  ['The new laptop weighs 1.2 kg and costs $999.', 'new laptop | new laptop'],
  ['The bridge, 1.2 kilometres long, cost $340 million to build.', 'bridge | bridge'],
  ['The tug, which carries 40 tons, left at a speed of 12 knots.', 'tug | speed tug'],
  ['The man, named as Ole Hansen, 34, was taken to hospital.', 'Ole Hansen'],
  // A counted thing is about what it belongs to; where something is done to it, about itself; a bare count about nothing.
  ['So far over 31,400 sailors were recovered.', 'sailors'],
  ['The company employs 3,400 people.', 'company'],
  ["The county's 12 clinics treat 4,000 people.", 'county | clinics'],
  ['The tram had a run of seven delays.', 'run tram'],
  ['There were four bosses.', '-'],
  ['They had 30 votes.', '-'],
  ['A 32-page report was published.', 'report'],
  // Pronouns take up a subject of the same sentence.
  ['Contoso is growing fast: it has 300 shops.', 'Contoso'],
  ['It costs about $9.', '-'],
  // A sentence without a subject goes on with the one before it.
  [
    'Harbor Energy Inc. (TSX:HBE). Energy. Up 12 cents, or 3.4 per cent, to $5.16.',
    'Harbor Energy Inc | Harbor Energy Inc | Harbor Energy Inc',
  ],
];

const concepts = (text: string): string =>
  readQuantities(text)
    .quantities.filter(({ excluded }) => excluded === null)
    .map(({ concept }) => concept.join(' ') || '-')
    .join(' | ');

describe('what a quantity is about', () => {
  it.each(ABOUT)('%s', (says, about) => {
    expect(concepts(says)).toBe(about);
  });

  it('is a phrase as written, for titles', () => {
    const [quantity] = readQuantities('The average price of a new home climbed 6.1 percent.').quantities;
    expect(quantity?.about).toBe('average price of a new home');
  });

  it('stays the same behind another paragraph', () => {
    for (const [says, about] of ABOUT) expect(concepts(`The day was calm.\n\n${says}`)).toBe(about);
  });
});
