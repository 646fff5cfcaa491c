import { expect, it } from 'vitest';
import { raceOnCases } from '@/scripts/soak/case-races';
import { newRecord } from './world';

/** `npm run soak` holds ten thousand. */
const RACES = 160;

it('V10: of two to four people on one case as many win as it has room for, the others are told 409 and lose no word, and nothing is there twice', async () => {
  const { faults, ...raced } = await raceOnCases(await newRecord(), RACES, 20_260_302);
  expect(faults).toEqual([]);
  expect(raced).toMatchObject({ races: RACES, asExpected: RACES, told409: raced.losers, draftsKept: raced.written, wins: raced.facts });
  expect(raced.losers).toBeGreaterThan(RACES / 2);
  expect(raced.written).toBeGreaterThan(RACES / 4);
}, 240_000);
