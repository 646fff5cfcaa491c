import { expect, it } from 'vitest';
import { compareClaims } from '@/lib/conflict';
import { groupClaims, settle } from '@/lib/measure';
import { claim } from './conflict-claims';

it('claims that somebody says answer one question are compared as one, however they are worded', () => {
  const villages = claim('12', { id: 'a' });
  const hamlets = claim('15', { id: 'b', noun: 'barns', text: '15 barns', frame: { head: 'barn', terms: ['barn'] } });
  const claims = [villages, hamlets];
  const conflicts = (settled = settle([])) => compareClaims(groupClaims(claims, new Map(), settled), claims, settled).conflicts;
  expect(conflicts()).toEqual([]);
  const said = settle([{ id: 'j', about: 'question', a: 'a', b: 'b', word: 'same', by: 'anna', seq: 1 }]);
  expect(conflicts(said)).toMatchObject([{ positions: [{ claims: ['a'] }, { claims: ['b'] }] }]);
});
