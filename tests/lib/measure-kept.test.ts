import { describe, expect, it } from 'vitest';
import { groupClaims, type Kept, type RecordedClaim } from '@/lib/measure';
import { claim } from './conflict-claims';

/** Claims that one question holds together when nothing is kept. */
const alike = (...ids: string[]): RecordedClaim[] => ids.map((id, at) => claim(String(at + 10), { id, articleId: id, measureId: null }));
const stands = (claims: RecordedClaim[], kept: Kept) =>
  Object.fromEntries(groupClaims(claims, kept).measures.map(({ id, claims: members }) => [id ?? 'new', [...members].sort()]));

describe('claims that readers have seen together', () => {
  const all = alike('a', 'b', 'c', 'd');

  it('would be one question if nothing were kept', () => {
    expect(stands(all, new Map())).toEqual({ new: ['a', 'b', 'c', 'd'] });
  });

  it('give their id to the group whatever the majority had', () => {
    const claims = all.map((one) => ({ ...one, measureId: one.id === 'a' ? 'm1' : 'm2' }));
    expect(stands(claims, new Map())).toEqual({ m2: ['a', 'b', 'c', 'd'] });
    expect(stands(claims, new Map([['m1', ['a']]]))).toEqual({ m1: ['a', 'b', 'c', 'd'] });
  });

  it('are not merged with others that are kept too; the rest stays where it stood', () => {
    const claims = all.map((one) => ({ ...one, measureId: one.id === 'a' ? 'm1' : one.id === 'd' ? null : 'm2' }));
    const kept = new Map([
      ['m1', ['a']],
      ['m2', ['b']],
    ]);
    const found = stands(claims, kept);
    expect(Object.keys(found).sort()).toEqual(['m1', 'm2']);
    expect(found.m1).toContain('a');
    expect(found.m2).toEqual(expect.arrayContaining(['b', 'c']));
    expect(Object.values(found).flat().sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('come back to one measure where a grouping would part them', () => {
    const far = claim('3', { id: 'z', articleId: 'z', unit: 'km', noun: null, measureId: null });
    expect(groupClaims([...all, far]).measures).toHaveLength(2);
    expect(stands([...all, far], new Map([['m1', ['a', 'z']]]))).toEqual({ m1: ['a', 'b', 'c', 'd', 'z'] });
  });

  it('and that are no longer there are not missed', () => {
    expect(stands(all, new Map([['m1', ['gone']]]))).toEqual({ new: ['a', 'b', 'c', 'd'] });
  });
});
