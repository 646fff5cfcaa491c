import { describe, expect, it } from 'vitest';
import { quoted } from '@/lib/base';
import { FAMILIES, readArticle } from '@/lib/claim';
import { groupClaims, recorded } from '@/lib/measure';
import { claim } from './conflict-claims';

type Parts = Parameters<typeof claim>[1];

const titleOf = (...parts: Parts[]): string | undefined => groupClaims(parts.map((one) => claim('47', one))).measures[0]?.title;
const things = (noun: string, head: string, act: string | null, more: object = {}) =>
  titleOf({ noun, measure: `${noun} counted`, text: `47 ${noun}`, frame: { head, act, subject: null, ...more } });

/** Titles of what one sentence claims, in the order of their measures. */
function titlesIn(text: string): string[] {
  const { claims } = readArticle(text, { publishedAt: '2031-05-04', outlet: 'Harbour News', title: null, language: 'en' });
  const origin = { articleId: 'a', outlet: 'Harbour News', publishedAt: '2031-05-04', textHash: 'h' };
  const ids = claims.map((_, index) => `c${index}`);
  return groupClaims(recorded(claims, origin, ids)).measures.map(({ title }) => title);
}

describe('the question in a title', () => {
  it.each([
    ['No one died.', 'How many people died?'],
    ['Four weavers were in critical condition.', 'How many weavers were seriously injured?'],
    ['The rescue operation cost the port authority £2.1m.', 'Cost (in GBP): rescue operation'],
  ])('%s', (text, title) => {
    expect(titlesIn(text)).toEqual([title]);
  });

  it.each(Object.entries(FAMILIES))('every family of acts has a question: %s', (act, family) => {
    expect(family.asks).toMatch(/^(?:were|are|have|did|died|recovered)\b[a-z, ]*$/);
    if (act !== 'last' && act !== 'cost') expect(things('wagons', 'wagon', act)).toBe(`How many wagons ${family.asks}?`);
    for (const form of [family.out, family.in]) if (form !== undefined) expect(form).toContain('{who}');
  });

  it.each([
    ['How many wells were built?', things('wells', 'well', 'build')],
    ['How many farmers voted?', things('farmers', 'person', 'vote')],
    ['How many pilgrims travelled in Oster?', things('pilgrims', 'person', 'travel', { scope: ['Oster'] })],
    ['How many boats were sold in the Gulf of Oster?', things('boats', 'boat', 'sell', { scope: ['Gulf of Oster'] })],
    ['How many towns has Norland given assistance to?', things('towns', 'town', 'aid', { direction: 'out', subject: 'Norland' })],
    [
      'How many towns have sent messages to the Port Committee?',
      things('towns', 'town', 'message', { direction: 'in', subject: 'Port Committee' }),
    ],
    ['How many pumps were given in aid?', things('pumps', 'pump', 'aid', { direction: 'out', subject: 'Norland' })],
    ['How many mayors took part in the talks?', things('mayors', 'person', 'speak')],
    ['How many people died at Kostava?', things('people', 'person', 'die', { scope: ['at Kostava'] })],
    ['How many Kostava weavers died?', things('Kostava weavers', 'person', 'die', { scope: ['at Kostava'] })],
    ['Old crates, Kostava', things('old crates', 'crate', null, { scope: ['at Kostava'] })],
    ['How many people were injured?', things('injured', 'person', 'injure')],
    // As a person writes it who reads by hand what the machine found no noun for.
    ['How many people were injured in Kelmar?', things('people injured', 'person', null, { scope: ['Kelmar'] })],
    ['How many people were injured?', things('people injured', 'person', 'take')],
    ['How many protesters were arrested?', things('protesters arrested', 'protester', null)],
    ['Old barns uninsured, Kelmar', things('old barns uninsured', 'barn', 'take', { scope: ['Kelmar'] })],
  ])('%s', (want, got) => expect(got).toBe(want));

  it.each([
    [
      'There were 88 people aboard the barge Lady of Oster when she sank off Lind on Monday.',
      'How many people were aboard the barge Lady of Oster?',
    ],
    ['The new assembly of Oster has 40 seats.', 'How many seats does the new assembly of Oster have?'],
    ['The tunnel is 300 meters long.', 'How long is the tunnel (in meters)?'],
    ['The old quay at Lind cost 3 million dollars.', 'How much did the old quay at Lind cost (in USD)?'],
    ['A cracked tank leaked 900 liters of milk into the brook.', 'How much milk was leaked (in liters)?'],
    ['Last spring 7 percent of teachers in Oster were unemployed.', 'What share of teachers in Oster were unemployed (in percent)?'],
    ['Some 40 ferries passed below the bridge.', 'How many ferries passed below the bridge?'],
    ['More than 900 farmers marched through Lind on Sunday.', 'How many farmers marched through Lind?'],
    ['Some 350 soldiers are repairing the dikes of Lind.', 'How many soldiers are repairing the dikes of Lind?'],
    ['The flood destroyed 12 barns in Lind.', 'How many barns were destroyed in Lind?'],
    ['The flood damaged 12 barns in Lind.', 'How many barns were damaged in Lind?'],
    ['In Lind 12 schools were closed.', 'How many schools were closed in Lind?'],
    ['Doctors said 12 patients had recovered.', 'How many patients recovered?'],
    ['One in four workers had no contract, the union said.', 'What share of workers had no contract (in percent)?'],
    ['One in four had no contract.', 'What share had no contract (in percent)?'],
    ['Half of the tenants were not asked.', 'What share of the tenants were not asked (in percent)?'],
    ['The police arrested some six dozen in Lind.', 'How many people were arrested in Lind?'],
  ])('asks in the words of the text: %s', (text, want) => expect(titlesIn(text)).toEqual([want]));
});

describe('the quiet title where nothing can be asked', () => {
  const measured = (unit: string, act: string | null, more: object = {}, measure = 'counted at') =>
    titleOf({ unit, noun: null, measure, text: `47 ${unit}`, frame: { head: unit, act, subject: null, ...more } });

  it.each([
    ['Merchant wagons, Lind', things('merchant wagons', 'wagon', null, { scope: ['Lind'] })],
    ['Merchant wagons', things('merchant wagons', 'wagon', 'hitch')],
    ['“47 wagons”', things('wagons', 'wagon', 'hitch')],
    [
      'Patients, Lind',
      titleOf({ noun: 'patients', measure: 'patients left', frame: { head: 'patient', act: 'fall_ill', scope: ['Lind'] } }),
    ],
    ['“47 strong”', things('strong', 'strong', null)],
    ['Money spent (in USD): Norland', measured('USD', 'spend', { subject: 'Norland' })],
    ['Money (in EUR): wool', measured('EUR', 'sell', { modifiers: ['wool'] })],
    ['Amount exported (in tons): wool', measured('ton', 'export', { modifiers: ['wool'] })],
    ['Cost (in USD): Norland', measured('USD', 'cost', { subject: 'Norland' })],
    ['Time taken (in weeks): Norland', measured('week', 'last', { subject: 'Norland' })],
    ['“47 %”', measured('%', null)],
  ])('%s', (want, got) => expect(got).toBe(want));

  it('of several texts that name a thing by one word says what they all have beside it', () => {
    const frame = { head: 'boat', act: 'vex', subject: null };
    const [first, second] = [
      ['oster', 'quay', 'storm'],
      ['quay', 'oster', 'monday'],
    ].map((near, at) => ({
      ...{ noun: 'boats', measure: 'boats vexed', text: `${at} boats`, frame: { ...frame, near, story: ['oster'] } },
    }));
    expect(titleOf(first!, second!)).toBe('Boats: quay');
  });

  it('of several texts without a topic names the thing, not the figure of one of them', () => {
    const frame = { head: 'person', act: 'vex', subject: null };
    const [first, second] = ['47 people', 'about 47 people'].map((text) => ({ noun: 'people', measure: 'people vexed', text, frame }));
    expect(titleOf(first, second)).toBe('People');
  });
});

it('stands in one pair of quotation marks, whether it is words of a text or not', () => {
  expect(['“3 boats”', 'Boats lost', 'Boats “lost” at sea'].map(quoted)).toEqual(['“3 boats”', '“Boats lost”', '“Boats “lost” at sea”']);
});
