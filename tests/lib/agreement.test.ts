import { describe, expect, it } from 'vitest';
import { agreementOf, alphasOf, type Gist, type Verdict } from '@/lib/adjudication';

const gist = (verdicts: Verdict[], more: Partial<Gist> = {}): Gist => ({ verdicts, accepted: null, reasonCode: 'contradiction', ...more });
const times = (n: number, one: Verdict, other: Verdict): [Gist, Gist][] => Array.from({ length: n }, () => [gist([one]), gist([other])]);

describe('agreement of two people', () => {
  it('is Cohen’s kappa as worked out by hand: 20 and 15 alike of 50, 5 and 10 not, is 0.4', () => {
    const pairs = [
      ...times(20, 'supported', 'supported'),
      ...times(5, 'supported', 'contradicted'),
      ...times(10, 'contradicted', 'supported'),
      ...times(15, 'contradicted', 'contradicted'),
    ];
    const found = agreementOf(pairs);
    expect(found).toMatchObject({ rounds: 50, same: 35, positions: 50, sameVerdicts: 35 });
    expect(found.kappa).toBeCloseTo(0.4, 10);
  });

  it('is below nothing where they differ more than chance would, and not defined where chance agrees on all', () => {
    expect(agreementOf([...times(5, 'supported', 'contradicted'), ...times(5, 'contradicted', 'supported')]).kappa).toBeCloseTo(-1, 10);
    expect(agreementOf(times(4, 'supported', 'supported')).kappa).toBeNull();
    expect(agreementOf([])).toMatchObject({ rounds: 0, kappa: null });
  });

  it('counts every position, and calls a decision the same only with the same accepted position and reason', () => {
    const both: Verdict[] = ['supported', 'contradicted'];
    const found = agreementOf([
      [gist(both, { accepted: 0 }), gist(both, { accepted: 0 })],
      [gist(both, { accepted: 0 }), gist(both)],
      [gist(both), gist(both, { reasonCode: 'outdated' })],
      [gist(both), gist(['supported', 'outdated'])],
    ]);
    expect(found).toMatchObject({ rounds: 4, same: 1, positions: 8, sameVerdicts: 7 });
  });
});

describe('Krippendorff’s alpha, field by field', () => {
  it('is as worked out by hand: five pairs of two words, one of them unlike, is 0.64', () => {
    const pairs = [
      ...times(2, 'supported', 'supported'),
      ...times(2, 'contradicted', 'contradicted'),
      ...times(1, 'supported', 'contradicted'),
    ];
    expect(alphasOf(pairs).verdict).toBeCloseTo(0.64, 10);
  });

  it('looks at the accepted position and the reason by themselves, and is not defined where nothing differs', () => {
    const found = alphasOf([
      [gist(['supported'], { accepted: 0 }), gist(['supported'])],
      [gist(['supported']), gist(['supported'], { accepted: 0 })],
    ]);
    expect(found).toMatchObject({ verdict: null, reason: null });
    expect(found.accepted).toBeCloseTo(-0.5, 10);
    expect(alphasOf([])).toEqual({ verdict: null, accepted: null, reason: null });
  });
});
