import { describe, expect, it } from 'vitest';
import { type ArticleContext, type Claim, readArticle } from '@/lib/claim';
import { compareClaims } from '@/lib/conflict';
import { countedOf, groupClaims, recorded } from '@/lib/measure';
import { claim } from './conflict-claims';

const CONTEXT: ArticleContext = { publishedAt: '2031-05-07', outlet: null, title: null, language: 'en' };
const read = (text: string): Claim[] => readArticle(text, CONTEXT).claims;
const of = (text: string, said: string): Claim => read(text).find((one) => one.text.includes(said)) as Claim;

describe('what the words around a figure say of it', () => {
  it.each([
    ['Before 4 May fewer than 90 wells were tested.', '90', { edge: 'before' }],
    ['Prior to 4 May fewer than 90 wells were tested.', '90', { edge: 'before' }],
    ['After late May 90 wells were closed.', '90', { edge: 'after' }],
    ['After 58 votes, the plan stood at 73 percent.', '73', { edge: 'after' }],
    ['The list had 43 percent after 12 wards.', '43', { edge: 'after' }],
    ['The list had 43 percent after 12 wards.', '12', { edge: 'after' }],
    ['Rovers had 30 points after 12 games.', '30', { edge: 'after' }],
    ['Police shut 40 roads after 12 crashes.', '40', { edge: null }],
    ['There were 40 injuries after 12 crashes.', '40', { edge: null }],
    ['Rovers had 30 points after 3 days.', '30', { edge: null }],
    ['Police shut 40 roads after 12 crashes.', '12', { edge: null }],
    ['Shares fell 5 percent after 12 strikes.', '5', { edge: null }],
    ['The list had 43 percent after 12 wards were left out.', '43', { edge: null }],
    ['The list had 43 percent after three days.', '43', { edge: null }],
    ['On 4 May 90 wells were tested after a storm.', '90', { edge: null }],
    ['In five raids so far the navy has seized 14 rifles.', '14', { overall: true }],
    ['The navy seized 14 rifles in the raid.', '14', { overall: false }],
    ['On Tuesday clerks saw the shop where, the night before, 30 boys had smashed the doors.', '30', { dated: true }],
    ['The quake damaged 40 km of the line.', '40 km', { single: false }],
    ['The town could sell water again after repairing 40 km of the line.', '40 km', { modality: 'fact' }],
    ['The town could sell 40 km of the line.', '40 km', { modality: 'forecast' }],
    ['The town needs $90 million and has had $22 million.', '22', { modality: 'fact' }],
    ['The clerk could not say why, but put the number of boats at 540.', '540', { modality: 'fact' }],
    ['As of 26 March 2031 the yard sold 90 boats.', '90', { subject: null }],
    ['As of 26 March 2031 Norland sold 90 boats.', '90', { subject: 'Norland' }],
    ['The number of missing fell to 14.', '14', { act: 'miss', head: 'person' }],
    ['Police put the number of dead at 31.', '31', { act: 'die', head: 'dead' }],
    ["Some 900 people took part in Sunday's march in Oster.", '900', { scope: ['Oster'] }],
    ['The union rejected an offer of 7.5 percent.', '7.5', { aggregation: 'rate' }],
    ['Some 22,000 people had left their homes.', '22,000', { act: 'evacuate' }],
    ['Some 12 of the weavers injured in the blast died.', '12', { act: 'die' }],
    ['Forty weavers are known to have drowned.', 'Forty', { act: 'die' }],
    ['Nine weavers, including a foreman, have been arrested.', 'Nine', { act: 'arrest' }],
    ['Some 900 houses were under evacuation orders.', '900', { act: 'evacuate', aggregation: 'level' }],
    ['Oster plans to eliminate around 400 posts.', '400', { act: 'cut' }],
    ['Oster cut 12 loans and will close 40 mills.', '40', { act: 'close' }],
    ['Four weavers were in critical condition.', 'Four', { act: 'injure', modifiers: ['seriously'], aggregation: 'level' }],
    ['Five weavers remained in intensive care.', 'Five', { act: 'injure', modifiers: ['seriously'] }],
    ['Nobody died in the mill fire.', 'Nobody', { act: 'die', head: 'person' }],
    ['The rescue operation cost the port authority £2.1m.', '2.1', { act: 'cost', modifiers: ['rescue', 'operation'] }],
    ['The cost of the rescue was £2.1m.', '2.1', { act: 'cost' }],
    ['The mill hall had a capacity of 500.', '500', { act: 'hold', head: 'person', aggregation: 'fixed' }],
    ['At least 31 weavers drowned and scores were missing.', '31', { act: 'die' }],
    ['The storm killed five weavers and injured dozens.', 'dozens', { act: 'injure' }],
    ['Crews reached 14 weavers believed buried in Ketol.', '14', { act: 'trap' }],
    ['Six weavers were found dead in Oster.', 'Six', { act: 'die' }],
    ['The mayor said Oster had 50 weavers in hospital.', '50', { act: 'hospitalise' }],
    ['With 98 percent of votes counted, Lind led.', '98', { act: 'tally' }],
    ['Turnout was 67 percent in Oster.', '67', { act: 'turn_out', aggregation: 'fixed' }],
    ['Lind took 39.6 percent of the vote.', '39.6', { act: 'vote' }],
    ['That gives Lind 85 seats, three short of a majority.', 'three', { step: 'by' }],
    ['Some 85 boats sank, the clerk said, revising an earlier figure of 75.', '75', { step: 'from' }],
    ['The thief had 300 rounds. Hundreds attended a vigil in Oster.', 'Hundreds', { head: 'person', act: 'attend' }],
    ['More than 100 weavers were inside when the shots rang out.', '100', { act: null }],
    ['A fifth weaver died, bringing the number of victims to five.', 'five', { head: 'victim' }],
    ['Orrin is in talks to buy Datalux for 12 million euros.', '12', { act: 'buy' }],
    ['Some 13 weavers remained missing.', '13', { act: 'miss', aggregation: 'level' }],
    ['The toll fell 40 percent while electric wagons served 900 people.', '900', { act: 'serv' }],
    ['The ferry was licensed for 250 passengers.', '250', { act: 'hold' }],
    ['A ferry built to take no more than 250 passengers sank.', '250', { act: 'hold' }],
    ['The ferry sailed with 350 people on board.', '350', { act: 'travel' }],
    ['The ferry was carrying 90 passengers and 18 crew.', '18', { act: 'travel' }],
    ['Crews pulled 204 people from the water.', '204', { act: 'rescue' }],
    ['The fire forced 900 people from their homes.', '900', { act: 'evacuate' }],
    ['Some 900 people had been told to leave.', '900', { act: 'evacuate' }],
    ['Some 900 weavers walked out in Oster.', '900', { act: 'attend' }],
    ['Oster says 900 of the jobs would go by May.', '900', { act: 'cut' }],
    ['The mill put the number of job losses at 900.', '900', { head: 'job', act: 'cut' }],
    ['Brandt lost 310 million euros in May.', '310', { act: 'lose' }],
    ['Damage is put at 80 million euros.', '80', { act: 'cost' }],
    ['Some 600 crews were fighting the flames.', '600', { aggregation: 'level' }],
    ['Up to 200 barns may have been lost.', '200', { modality: 'estimate', act: 'lost' }],
    ['Oster employs 410 people, the mayor said it would pay.', '410', { modality: 'fact' }],
    ['Divers found 16 wrecks, bringing the death toll in the storm to 47.', '47', { act: 'die', head: 'person' }],
    ['The clerk put the number of people aboard at 361.', '361', { head: 'person' }],
    ['The clerk lowered its count of lost boats to 58.', '58', { head: 'boat' }],
    ['Half of the weavers at the mill joined the strike.', 'Half', { act: 'attend', aggregation: 'rate' }],
    ['The camp shelters 21,500 refugees.', '21,500', { aggregation: 'level' }],
    ['Orrin agreed to buy Datalux for $24 a share.', '24', { modality: 'target' }],
    ['Catches rose 12 percent to 340 tonnes from 304 tonnes.', '12', { step: 'by' }],
    ['Catches rose 12 percent to 340 tonnes from 304 tonnes.', '340', { step: 'to' }],
    ['Catches rose 12 percent to 340 tonnes from 304 tonnes.', '304', { step: 'from' }],
    ['Catches were 340 tonnes, compared with 304 tonnes in May.', '304', { step: 'from' }],
    ['The clerk revised the catch to 340 tonnes.', '340', { step: null }],
    ['Storms hit 600 houses, or 30 percent of the town.', '30', { again: true }],
    ['Storms hit 600 houses and 30 percent of the barns.', '30', { again: false }],
    ['Its export quota is 210 tons a day.', '210', { modality: 'target' }],
    ['Some 30 weavers were saved, nine of them with serious burns.', 'nine', { act: 'injure' }],
    ['Some 90 weavers voted for the offer and 40 against.', '40', { act: 'vote' }],
    ['Some 40 survivors remain in hospital.', '40', { act: 'hospitalise', aggregation: 'level' }],
    ['Some 40 people are still in hospital.', '40', { act: 'hospitalise', aggregation: 'level' }],
    ['Some 40 survivors remained in hospital.', '40', { act: 'hospitalise', aggregation: 'level' }],
    ['The mine loses 40 tonnes of tin every day.', '40', { aggregation: 'flow' }],
    ['Twelve weavers are in Oster hospital, five in critical condition.', 'five', { act: 'injure' }],
    ['Lind Mills reported a second-quarter profit of 9 million dollars.', '9', { scope: ['second quarter'] }],
    ['For the nine months, Lind Mills earned 30 million dollars.', '30', { scope: ['nine months'] }],
    ['Farm runoff in Oster rose 20 percent.', '20', { scope: ['Oster'] }],
    ['In the second round of talks the tolls in Oster fell by 15 percent.', '15', { scope: ['Oster'] }],
    ['In the first round of talks on the vote the tolls in Oster fell by 15 percent.', '15', { scope: ['Oster'] }],
    ['Lind took 58 percent of the vote in the mayoral runoff in Oster.', '58', { scope: ['Oster', 'second round'] }],
    ['Lind won 49 percent in the first round in Oster.', '49', { scope: ['Oster', 'first round'] }],
    ['A ferry sank off the pier in Oster and 40 people died.', '40', { scope: ['at Oster'] }],
    ['The inn in Oster took in 40 survivors of the ferry.', '40', { scope: ['Oster'] }],
    ['The school in Oster has 40 pupils who were on the ferry.', '40', { scope: ['Oster'] }],
    ['The heatwave killed 300 people in Oster in 2029.', '300', { aggregation: 'running' }],
    ['Heatwaves killed 300 people in Oster in 2029.', '300', { aggregation: 'flow' }],
    ['A quake killed 300 people in Oster in 2029.', '300', { aggregation: 'running', scope: ['Oster'] }],
    ['A vessel sank in Oster with 300 people on the yacht.', '300', { act: 'travel', scope: ['at Oster'] }],
    ['The bridge has 300 people on the lorry.', '300', { act: 'travel' }],
    ['The inn in Oster has 300 rooms.', '300', { aggregation: 'level' }],
    ['A jury found him guilty of two counts of attempted theft.', 'two', { act: 'charge', scope: ['attempted theft'] }],
    ['The growers met to set a ceiling, with exports running at 210 tons a day.', '210', { modality: 'fact' }],
    ['The ceiling on exports is 210 tons a day.', '210', { modality: 'target' }],
    ['Oster asked the capital for 40 million crowns.', '40', { modality: 'target' }],
    ['The weavers are seeking a rise of 12 percent.', '12', { modality: 'target' }],
    ['Profit was 35 million dollars against 37 million dollars.', '37', { step: 'from' }],
    ['Up to 900 people died or were missing in the floods.', '900', { act: 'die+miss' }],
    ['The floods left 900 people dead or missing.', '900', { act: 'die+miss' }],
    ['Some 90 people died and at least 700 are missing.', '90', { act: 'die' }],
    ['The barn was struck by five of the 20 shells fired by the garrison.', '20', { act: 'fire' }],
    ['At least 46 demonstrators were arrested.', '46', { act: 'arrest' }],
    ['In Lisbon, President Ana Reis said Norway would lend 5 ships.', '5', { scope: [] }],
    ['In Lisbon, police said 5 shops were looted.', '5', { scope: ['Lisbon'] }],
  ])('%s', (text, said, frame) => {
    expect(of(text, said).frame).toMatchObject(frame);
  });

  it.each([
    ['The mill did not burn more than 40 tons.', 'at-most'],
    ['The mill did not burn 40 tons.', null],
  ])('a bound that is denied is a bound, a figure that is denied is no claim: %s', (text, hedge) => {
    expect(read(text)[0]?.hedge ?? null).toBe(hedge);
  });

  it('reads the day before a day that is told', () => {
    const text = 'On Tuesday clerks saw the shop where, the night before, 30 boys had smashed the doors.';
    expect(of(text, '30').asOf).toBe('2031-05-05');
  });

  it('knows the story of an article by the names it speaks of, wherever they stand', () => {
    const text = 'Norway lost 30 boats. The Otter rose on Monday, and people in Lisby fled. People had been warned by Ana Reis.';
    expect(of(text, '30').frame.story).toEqual(['ana', 'lisby', 'norway', 'otter', 'reis']);
  });

  it('lists the content words beside the figure, the nearest first', () => {
    expect(of('The quake broke 40 km of the old pipeline, engineers said.', '40').frame.near).toEqual([
      'quake',
      'km',
      'old',
      'pipeline',
      'engineer',
    ]);
  });
});

describe('shots that were fired, and shots that hit', () => {
  const heads = (text: string, said: string) => {
    const one = of(text, said);
    const article = { articleId: 'x', outlet: null, publishedAt: null, textHash: text };
    return countedOf(recorded([{ ...one, partOf: null }], article, ['x0'])[0]!);
  };

  it('are two acts of one thing', () => {
    expect(heads('Hall was shot eleven times.', 'eleven')).toEqual({ heads: ['shot'], acts: ['shoot'] });
    expect(heads('Oster has won the Harbour Cup nine times.', 'nine')).toMatchObject({ heads: ['title'] });
    expect(heads('Oster has won nine times this season.', 'nine')).toMatchObject({ heads: ['time'] });
    expect(heads('The guards fired 11 rounds.', '11')).toEqual({ heads: ['shot'], acts: ['fire'] });
  });
});

describe('a total whose parts another article tells', () => {
  it('is checked though no pair of them conflicts', () => {
    const [a, b] = [
      'The floods left up to 900 people dead or missing.',
      'Some 300 people died and at least 4,000 people are missing in the floods.',
    ].map((text, at) => {
      const { claims } = readArticle(text, CONTEXT);
      const article = { articleId: `a${at}`, outlet: `Outlet ${at}`, publishedAt: CONTEXT.publishedAt, textHash: text };
      return recorded(
        claims,
        article,
        claims.map((_, index) => `a${at}#${index}`),
      );
    }) as [ReturnType<typeof recorded>, ReturnType<typeof recorded>];
    const { checks } = compareClaims(groupClaims([...a, ...b]), [...a, ...b]);
    expect(checks).toContainEqual(expect.objectContaining({ verdict: 'fail', total: 'a0#0', parts: ['a1#0', 'a1#1'] }));
  });
});

describe('an article and what happened after it', () => {
  it('are of two occasions', () => {
    const fixed = { aggregation: 'fixed' } as const;
    const monday = claim('100', { publishedAt: '2031-05-05', asOf: '2031-05-05', frame: fixed });
    const wednesday = claim('200', { publishedAt: '2031-05-08', asOf: '2031-05-07', asOfBasis: 'event', frame: fixed });
    const { relations } = compareClaims(
      { measures: [{ id: null, title: '', unit: null, aggregation: 'fixed', claims: [monday.id, wednesday.id] }], suggestions: [] },
      [monday, wednesday],
    );
    expect(relations.map(({ kind }) => kind)).toEqual(['different-scope']);
  });
});
