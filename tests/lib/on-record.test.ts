import { describe, expect, it } from 'vitest';
import { onRecord } from '@/lib/conflict';
import { claim } from './conflict-claims';

/** A claim of the record, in a measure; a number of a text that was sent is in none. */
const kept = (figure: string, more: Parameters<typeof claim>[1] = {}) => claim(figure, { measureId: 'm', ...more });
const NOBODY = new Set<string>();

describe('a figure of a text beside those on record', () => {
  it('agrees with the same figure, and differs from one that cannot stand beside it', () => {
    expect(onRecord(claim('31'), [kept('31')], NOBODY)).toMatchObject({ word: 'agree', measureId: 'm' });
    expect(onRecord(claim('31'), [kept('37')], NOBODY)).toMatchObject({ word: 'differ', measureId: 'm' });
  });

  it('differs where some on record say otherwise and nobody ruled', () => {
    const told = onRecord(claim('31'), [kept('31'), kept('37')], NOBODY);
    expect([told.word, told.relations.length]).toEqual(['differ', 2]);
  });

  it('goes by what a ruling accepted, where one did', () => {
    const [same, other] = [kept('31'), kept('37')];
    expect(onRecord(claim('31'), [same, other], new Set([same.id])).word).toBe('agree');
    expect(onRecord(claim('31'), [same, other], new Set([other.id])).word).toBe('differ');
  });

  it('is unknown where nothing on record answers its question, or what does was taken back', () => {
    const boats = { noun: 'boats', text: '31 boats', measure: 'boats sunk', frame: { head: 'boat', act: 'sink' } };
    expect(onRecord(claim('31'), [kept('31', boats)], NOBODY)).toEqual({ word: 'unknown', measureId: null, relations: [] });
    expect(onRecord(claim('31'), [kept('37', { retracted: true })], NOBODY).word).toBe('unknown');
    expect(onRecord(claim('31'), [], NOBODY)).toEqual({ word: 'unknown', measureId: null, relations: [] });
  });

  it('says nothing of a running count of another day: it may have grown', () => {
    const earlier = kept('20', { asOf: '2031-05-01', asOfBasis: 'stated' });
    expect(onRecord(claim('31', { asOfBasis: 'stated' }), [earlier], NOBODY)).toMatchObject({ word: 'unknown', measureId: 'm' });
  });

  it('is held against the measure of its likest alone', () => {
    const told = onRecord(claim('31'), [kept('31'), kept('37', { measureId: 'n', frame: { scope: ['Elsewhere'] } })], NOBODY);
    expect([told.measureId, told.relations.length]).toEqual(['m', 1]);
  });
});
