import { describe, expect, it } from 'vitest';
import { type ComparedInFull, DESK_FIELDS, differencesOf, gapAcross, PUBLIC_FIELDS } from '@/lib/publication';
import { claim } from '../conflict-claims';

const said = (figure: string, parts: Parameters<typeof claim>[1] = {}): ComparedInFull => {
  const { measure, outlet, ...rest } = claim(figure, { outlet: 'Harbour News', ...parts });
  return { ...rest, measureWords: measure, source: outlet };
};
const fields = (found: ReturnType<typeof differencesOf>, same: boolean) => found.filter((row) => row.same === same).map((row) => row.field);

describe('what differs between positions', () => {
  const speaker = { name: 'Ada Brink', role: null, inferred: true };
  const found = differencesOf([[said('31'), said('31')], [said('37', { speaker, frame: { scope: ['Oster'] } })]], DESK_FIELDS);

  it('says what each position says, once, and what is not said', () => {
    expect(found.find(({ field }) => field === 'Figure')).toEqual({
      field: 'Figure',
      values: ['31', '37'],
      same: false,
      likeness: 'differs',
    });
    expect(found.find(({ field }) => field === 'Said by')?.likeness).toBe('unsaid');
    expect(found.find(({ field }) => field === 'Said by')?.values).toEqual(['not said', 'Ada Brink (inferred)']);
    expect(found.find(({ field }) => field === 'As of')?.values[0]).toBe('4 May 2031 (day of publication)');
  });

  it('tells apart what differs and what is the same, and leaves out what nobody said', () => {
    expect(fields(found, false)).toEqual(['Figure', 'Scope', 'Said by']);
    expect(fields(found, true)).toContain('Reported by');
    expect(found.map(({ field }) => field)).not.toContain('Said at');
  });

  it('shows the public fewer fields than a reviewer, in the same words, and one position differs in nothing', () => {
    for (const field of PUBLIC_FIELDS) expect(DESK_FIELDS).toContain(field);
    expect(differencesOf([[said('31')]], PUBLIC_FIELDS)).toEqual([]);
  });
});

describe('the gap between positions', () => {
  const exact = (value: string | null) => ({ low: value, high: value, lowInclusive: true, highInclusive: true });

  it.each([
    [['83', '89'], { absolute: '6', percent: '+7.2 %' }],
    [['30', '9', '21'], { absolute: '21', percent: '+233 %' }],
    [['12', '12'], null],
    [['12', null], null],
    [[], null],
  ] as const)('of %j is %j', (figures, gap) => {
    expect(gapAcross(figures.map(exact))).toEqual(gap);
  });

  it('does not hang on the order in which a page has the claims', () => {
    const [a, b] = [said('31'), said('33')];
    const [one, other] = [[[a, b], [said('40')]] as const, [[b, a], [said('40')]] as const].map((positions) =>
      differencesOf(positions, PUBLIC_FIELDS),
    );
    expect(one).toEqual(other);
  });
});
