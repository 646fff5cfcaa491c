import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTheEnd } from '@/lib/base';
import { groupClaims, type Kept, type PairJudgement, type PairWord, placeClaims, type RecordedClaim, settle } from '@/lib/measure';
import { claim } from './conflict-claims';

const named = (id: string, figure: string, parts: Parameters<typeof claim>[1] = {}): RecordedClaim =>
  claim(figure, { id, articleId: `in ${id}`, textHash: `of ${id}`, ...parts });

/** Villages that the weights put together, roads that they keep apart from them, and kilometres of road that nothing joins to either. */
const POOL: RecordedClaim[] = [
  ...['v1', 'v2', 'v3', 'v4'].map((id, at) => named(id, String(12 + at))),
  ...['r1', 'r2', 'r3'].map((id, at) =>
    named(id, String(40 + at), {
      noun: 'roads',
      text: `${40 + at} roads`,
      frame: { head: 'road', act: 'close', terms: ['closed', 'road'] },
    }),
  ),
  ...['k1', 'k2'].map((id, at) => named(id, String(70 + at), { unit: 'km', noun: null, text: `${70 + at} km`, frame: { head: null } })),
];

let said = 0;
const word = (a: string, word: PairWord, b: string, by = 'anna'): PairJudgement => {
  said += 1;
  return { id: `j${said}`, about: 'question', a, b, word, by, seq: said };
};

const partition = (judgements: PairJudgement[], kept: Kept = new Map(), published: Kept = new Map(), pool = POOL): string[][] =>
  groupClaims(pool, kept, settle(judgements, published))
    .measures.map(({ claims }) => [...claims].sort())
    .sort((x, y) => (x.join() < y.join() ? -1 : 1));

const [V, R, K] = [
  ['v1', 'v2', 'v3', 'v4'],
  ['r1', 'r2', 'r3'],
  ['k1', 'k2'],
];

describe('people’s words on whether claims answer one question', () => {
  it('are respected by the grouping, whatever the weights say', () => {
    expect(partition([])).toEqual([K, R, V]);
    expect(partition([word('v1', 'same', 'k1')])).toEqual([[...K!, ...V!], R]);
    const apart = partition([word('v1', 'different', 'v2')]);
    expect(apart).toHaveLength(4);
    expect(apart.some((group) => group.includes('v1') && group.includes('v2'))).toBe(false);
  });

  it('hold against chains: nothing between brings together what somebody keeps apart', () => {
    const words = [word('v1', 'same', 'k1'), word('k1', 'different', 'v2')];
    const of = (id: string) => partition(words).find((group) => group.includes(id));
    expect(of('v1')).toContain('k1');
    expect(of('v2')).not.toContain('v1');
  });

  it('tell of a claim and some roots what they tell of each two', () => {
    const id = fc.constantFrom(...POOL.map((one) => one.id));
    const words = fc.array(fc.tuple(id, fc.constantFrom<PairWord>('same', 'different'), id), { maxLength: 8 });
    fc.assert(
      fc.property(words, id, fc.array(id), (drawn, one, others) => {
        const { bonds } = settle(drawn.filter(([a, , b]) => a !== b).map(([a, said, b]) => word(a, said, b)));
        const roots = new Set(others.map((other) => bonds.rootOf(other)));
        expect(bonds.isApartFromAny(one, roots)).toBe(others.some((other) => bonds.areApart(one, other)));
        const pairs = POOL.flatMap((a) => POOL.map((b) => [a.id, b.id] as const)).filter(([a, b]) => a !== b);
        expect(bonds.areSilent()).toBe(!pairs.some(([a, b]) => bonds.areTogether(a, b) || bonds.areApart(a, b)));
      }),
    );
  });

  it('change nothing where nobody is sure', () => {
    expect(partition([word('v1', 'unsure', 'k1'), word('v1', 'unsure', 'v2')])).toEqual([K, R, V]);
    expect(settle([word('v1', 'unsure', 'k1')]).clashes).toEqual([]);
  });

  it('that contradict each other are named with the people, and the later "same" yields', () => {
    const words = [word('v1', 'same', 'r1', 'anna'), word('r1', 'same', 'k1', 'bela'), word('v1', 'different', 'k1', 'cleo')];
    const [found, ...more] = settle(words).clashes;
    expect(more).toEqual([]);
    expect(found).toEqual({ yields: words[1], against: [words[0], words[2]], published: [], waits: [] });
    expect(partition(words)).toEqual([K, [...R!, ...V!]]);
  });

  it('of two people on one pair are a contradiction too, and the two stay apart', () => {
    const words = [word('v1', 'same', 'v2', 'anna'), word('v1', 'different', 'v2', 'bela')];
    expect(settle(words).clashes).toEqual([{ yields: words[0], against: [words[1]], published: [], waits: [] }]);
    expect(partition(words).some((group) => group.includes('v1') && group.includes('v2'))).toBe(false);
  });

  it('do not move the claims of a published ruling: the word is kept, and told as one that yields', () => {
    const published = new Map([['m1', ['v1', 'v2']]]);
    const words = [word('v1', 'different', 'v2')];
    expect(settle(words, published).clashes).toEqual([{ yields: words[0], against: [], published: ['m1'], waits: [] }]);
    expect(partition(words, published, published)).toEqual([K, R, V]);
    const two = new Map([...published, ['m2', ['k1', 'k2']]]);
    const joining = [word('v1', 'same', 'r1'), word('r1', 'same', 'k2')];
    expect(settle(joining, two).clashes).toEqual([{ yields: joining[1], against: [joining[0]], published: ['m1', 'm2'], waits: [] }]);
  });

  it('do not bring two published rulings into one measure by what stands beside them', () => {
    const kept = new Map([
      ['m1', ['v1', 'v2']],
      ['m2', ['k1', 'k2']],
    ]);
    const published = new Map([
      ['m1', ['v1']],
      ['m2', ['k2']],
    ]);
    const groups = partition([word('v2', 'same', 'k1')], kept, published);
    const of = (id: string) => groups.find((group) => group.includes(id));
    expect(of('v2')).toContain('k1');
    expect(of('v1')).not.toContain('k2');
  });

  it('part and join what readers have seen in a case that nobody ruled on', () => {
    const kept = new Map([
      ['m1', ['v1', 'v2']],
      ['m2', ['k1']],
    ]);
    const apart = partition([word('v1', 'different', 'v2')], kept);
    expect(apart.some((group) => group.includes('v1') && group.includes('v2'))).toBe(false);
    const joined = groupClaims(POOL, kept, settle([word('v1', 'same', 'k1')])).measures;
    expect(joined.find(({ claims }) => claims.includes('k1'))).toMatchObject({
      id: 'm1',
      claims: expect.arrayContaining(['v1', 'v2', 'k2']),
    });
  });
});

const ids = POOL.map(({ id }) => id);
const words = fc.array(
  fc
    .tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.constantFrom<PairWord>('same', 'different', 'unsure'))
    .filter(([a, b]) => a !== b),
  { maxLength: 9 },
);
const judgementsOf = (drawn: [string, string, PairWord][]): PairJudgement[] =>
  drawn.map(([a, b, said], seq) => ({ id: `j${seq}`, about: 'question', a, b, word: said, by: `person ${seq % 3}`, seq }));
/** What stays by itself: some claims in one of three measures. */
const standing = fc
  .array(fc.constantFrom<string | null>(null, null, 'm1', 'm2', 'm3'), { minLength: ids.length, maxLength: ids.length })
  .map((homes) => {
    const kept = new Map<string, string[]>();
    for (const [at, home] of homes.entries()) if (home !== null) kept.set(home, [...(kept.get(home) ?? []), ids[at]!]);
    return kept;
  });

describe('laws of people’s words', () => {
  it('win over suggestions and over what is kept; those that do not are all told', () => {
    fc.assert(
      fc.property(words, standing, fc.subarray(['m1', 'm2', 'm3']), (drawn, kept, ruled) => {
        const published = new Map([...kept].filter(([id]) => ruled.includes(id)));
        const judgements = judgementsOf(drawn);
        const { clashes } = settle(judgements, published);
        const yielding = new Set(clashes.map(({ yields }) => yields.id));
        const groups = partition(judgements, kept, published);
        const groupOf = (id: string) => groups.findIndex((group) => group.includes(id));
        expect(groups.flat().sort()).toEqual([...ids].sort());
        for (const { id, a, b, word: said } of judgements) {
          if (said === 'unsure' || yielding.has(id)) continue;
          expect(groupOf(a) === groupOf(b), `${a} ${said} ${b}`).toBe(said === 'same');
        }
        for (const claims of published.values()) expect(new Set(claims.map(groupOf)).size).toBe(1);
      }),
      { numRuns: 400 },
    );
  });

  it('do not depend on the order in which words and claims are listed', () => {
    fc.assert(
      fc.property(words, fc.shuffledSubarray(POOL, { minLength: POOL.length }), fc.nat(), (drawn, pool, turn) => {
        const judgements = judgementsOf(drawn);
        const turned = [...judgements.slice(turn % 7), ...judgements.slice(0, turn % 7)].reverse();
        expect(partition(turned, undefined, undefined, pool)).toEqual(partition(judgements));
        expect(settle(turned).clashes).toEqual(settle(judgements).clashes);
      }),
    );
  });

  it('that say what the grouping says anyway change nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)).filter(([a, b]) => a !== b)), (pairs) => {
        const today = partition([]);
        const groupOf = (id: string) => today.findIndex((group) => group.includes(id));
        const agreeing = pairs.map(([a, b]): [string, string, PairWord] => [a, b, groupOf(a) === groupOf(b) ? 'same' : 'different']);
        expect(partition(judgementsOf(agreeing))).toEqual(today);
      }),
    );
  });

  it('that yield are told with a chain from one claim to the other, and without the one word the rest holds', () => {
    fc.assert(
      fc.property(words, (drawn) => {
        const judgements = judgementsOf(drawn);
        for (const { yields, against } of settle(judgements).clashes) {
          const ends = new Map<string, number>();
          for (const { a, b } of [yields, ...against]) for (const end of [a, b]) ends.set(end, (ends.get(end) ?? 0) + 1);
          expect([...ends.values()].every((times) => times === 2)).toBe(true);
          expect(against.filter(({ word: said }) => said === 'different')).toHaveLength(1);
          expect(settle([yields, ...against]).clashes).toHaveLength(1);
          expect(settle(against).clashes).toEqual([]);
        }
      }),
    );
  });

  it('hold where new claims are placed among known ones', () => {
    fc.assert(
      fc.property(words, fc.subarray(ids, { minLength: 1 }), (drawn, fresh) => {
        const judgements = judgementsOf(drawn);
        const settled = settle(judgements);
        const yielding = new Set(settled.clashes.map(({ yields }) => yields.id));
        const before = groupClaims(POOL, new Map(), settled).measures;
        const homes = new Map(before.flatMap(({ claims }, at) => claims.map((id) => [id, `m${at}`] as const)));
        const pool = POOL.map((one) => ({ ...one, measureId: fresh.includes(one.id) ? null : homes.get(one.id)! }));
        const groups = toTheEnd(placeClaims(pool, new Set(fresh), new Map(), settled)).measures.map(({ claims }) => claims);
        const groupOf = (id: string) => groups.findIndex((group) => group.includes(id));
        for (const { id, a, b, word: said } of judgements)
          if (said !== 'unsure' && !yielding.has(id)) expect(groupOf(a) === groupOf(b)).toBe(said === 'same');
      }),
      { numRuns: 200 },
    );
  });
});
