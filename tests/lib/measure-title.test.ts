import { describe, expect, it } from 'vitest';
import { FAMILIES } from '@/lib/claim';
import { groupClaims } from '@/lib/measure';
import { claim } from './conflict-claims';

type Parts = Parameters<typeof claim>[1];

const titleOf = (parts: Parts): string | undefined => groupClaims([claim('47', parts)]).measures[0]?.title;
const things = (noun: string, head: string, act: string, more: object = {}) =>
  titleOf({ noun, measure: `${noun} counted`, frame: { head, act, subject: null, ...more } });

describe('the question in a title', () => {
  it.each(Object.entries(FAMILIES))('every family of acts has a question: %s', (act, family) => {
    expect(family.asks).toMatch(/^(?:were|are|have|did|died|recovered)\b[a-z, ]*$/);
    if (act !== 'last') expect(things('wagons', 'wagon', act)).toBe(`How many wagons ${family.asks}?`);
    for (const form of [family.out, family.in]) if (form !== undefined) expect(form).toContain('{who}');
  });

  it.each([
    ['How many wells were built or opened?', things('wells', 'well', 'build')],
    ['How many pumps were sold?', things('pumps', 'pump', 'sell')],
    ['How many farmers voted?', things('farmers', 'person', 'vote')],
    ['How many weavers were employed?', things('weavers', 'worker', 'employ')],
    ['How many pilgrims travelled in Oster?', things('pilgrims', 'person', 'travel', { scope: ['Oster'] })],
    ['How many towns has Norland given assistance to?', things('towns', 'town', 'aid', { direction: 'out', subject: 'Norland' })],
    ['How many pumps were given in aid?', things('pumps', 'pump', 'aid', { direction: 'out', subject: 'Norland' })],
    ['How many mayors took part in the talks?', things('mayors', 'person', 'speak')],
    ['How many towns took part?', things('towns', 'town', 'attend')],
    ['How many wagons were moored?', titleOf({ noun: 'wagons', measure: 'wagons moored', frame: { head: 'wagon', act: 'moor' } })],
    ['How many wagons, as in “hitched to wagons”?', titleOf({ noun: 'wagons', measure: 'hitched to wagons', frame: { act: 'hitch' } })],
  ])('%s', (want, got) => expect(got).toBe(want));

  const measured = (unit: string, measure: string, act: string | null) =>
    titleOf({ unit, noun: null, measure, frame: { head: unit, act, subject: null } });
  it.each([
    ['How much money (USD) was spent, lent or pledged?', measured('USD', 'USD spent', 'spend')],
    ['How much money (USD) was earned, as in “earned from wool”?', measured('USD', 'earned from wool USD', 'earn')],
    ['How much money (EUR), as in “sold wool for”?', measured('EUR', 'sold wool for EUR', 'sell')],
    ['How much (in tons) was exported?', measured('ton', 'exported ton', 'export')],
    ['How much (in barrels per day), as in “pumped”?', measured('barrel per day', 'pumped barrel per day', null)],
    ['How long (in weeks) did it take?', measured('week', 'took week', 'last')],
    ['What share (in percent), as in “share of wool”?', measured('%', 'share of wool %', null)],
  ])('%s', (want, got) => expect(got).toBe(want));
});
