import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toTheEnd } from '@/lib/base';
import { groupSeenFirst, type PairJudgement, type PairWord, partsOf, type RecordedClaim, settle, UNJUDGED } from '@/lib/measure';
import { claim } from './conflict-claims';

const named = (id: string, figure: string, parts: Parameters<typeof claim>[1] = {}): RecordedClaim =>
  claim(figure, { id, articleId: `in ${id}`, textHash: `of ${id}`, ...parts });

const road = (id: string, figure: string, more: Parameters<typeof claim>[1] = {}): RecordedClaim =>
  named(id, figure, { noun: 'roads', text: `${figure} roads`, frame: { head: 'road', act: 'close', terms: ['closed', 'road'] }, ...more });

/** Villages and roads, which the weights keep apart, some of them in a measure already; and a part of a total. */
const POOL: RecordedClaim[] = [
  ...['v1', 'v2', 'v3', 'v4'].map((id, at) => named(id, String(12 + at), { measureId: at < 2 ? 'm1' : null })),
  ...['r1', 'r2', 'r3'].map((id, at) => road(id, String(40 + at), { measureId: at < 2 ? 'm2' : 'm1' })),
  road('p1', '7', { partOf: 'v1' }),
];
const IDS = POOL.map(({ id }) => id);

const words = fc
  .array(
    fc
      .tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS), fc.constantFrom<PairWord>('same', 'different', 'unsure'))
      .filter(([a, b]) => a !== b),
    { maxLength: 9 },
  )
  .map((drawn) =>
    drawn.map(([a, b, word], seq): PairJudgement => ({ id: `j${seq}`, about: 'question', a, b, word, by: `p${seq % 3}`, seq })),
  );

const seenIds = fc.subarray(IDS).map((ids) => new Set(ids));
/** Of what readers see in each measure the claims that are kept there, and the measures that a ruling is published on. */
const standing = fc
  .tuple(fc.subarray(IDS), fc.subarray(['m1', 'm2']))
  .map(([ids, ruled]) => (seen: ReadonlySet<string>, members: readonly RecordedClaim[] = POOL) => {
    const kept = new Map<string, string[]>();
    for (const { id, measureId } of members)
      if (measureId && seen.has(id) && ids.includes(id)) kept.set(measureId, [...(kept.get(measureId) ?? []), id]);
    const published = new Map([...kept].filter(([measure]) => ruled.includes(measure)));
    return { kept: { kept, ruled: new Set(published.keys()) }, published };
  });

const grouped = (...given: Parameters<typeof groupSeenFirst>) => toTheEnd(groupSeenFirst(...given));

/** What readers see of a grouping: which of their claims stand together, and under which address. */
function open({ grouping }: ReturnType<typeof grouped>, seen: ReadonlySet<string>): string[] {
  const groups = grouping.measures.map(({ id, claims }) => ({ id, claims: claims.filter((one) => seen.has(one)).sort() }));
  return groups.flatMap(({ id, claims }) => (claims.length > 0 ? [`${id}: ${claims}`] : [])).sort();
}

describe('what readers see is grouped first', () => {
  it('and is what it would be if nothing else were there, whatever else is there and whatever is said of it', () => {
    fc.assert(
      fc.property(words, seenIds, standing, (said, seen, standingOf) => {
        const { kept, published } = standingOf(seen);
        const whole = grouped(POOL, { seen }, kept, { said, published });
        const alone = POOL.filter(({ id }) => seen.has(id)).map((one) => ({
          ...one,
          partOf: seen.has(one.partOf ?? '') ? one.partOf : null,
        }));
        const among = said.filter(({ a, b }) => seen.has(a) && seen.has(b));
        expect(open(whole, seen)).toEqual(open(grouped(alone, { seen }, kept, { said: among, published }), seen));
        expect(whole.grouping.measures.flatMap(({ claims }) => claims).sort()).toEqual([...IDS].sort());
        for (const [measure, ids] of published)
          expect(whole.grouping.measures.find(({ id }) => id === measure)?.claims).toEqual(expect.arrayContaining(ids));
      }),
      { numRuns: 400 },
    );
  });

  it('or stays where it stands, where nothing happened to it', () => {
    fc.assert(
      fc.property(words, seenIds, standing, (drawn, seen, standingOf) => {
        const said = drawn.filter(({ a, b }) => !seen.has(a) || !seen.has(b));
        const placed = POOL.map((one) => ({ ...one, measureId: one.measureId ?? 'm3' }));
        const { kept, published } = standingOf(seen, placed);
        const whole = grouped(placed, { seen, asTheyStand: seen.size < IDS.length }, kept, { said, published });
        if (seen.size === IDS.length) return;
        const homes = ['m1', 'm2', 'm3'].map((id) => [
          id,
          placed.flatMap((one) => (one.measureId === id && seen.has(one.id) ? [one.id] : [])).sort(),
        ]);
        expect(open(whole, seen)).toEqual(homes.flatMap(([id, ids]) => (ids!.length > 0 ? [`${id}: ${ids}`] : [])));
      }),
      { numRuns: 400 },
    );
  });

  it('words on the rest hold or are told as those that yield, each with what it waits for or breaks on', () => {
    fc.assert(
      fc.property(words, seenIds, standing, (said, seen, standingOf) => {
        const { kept, published } = standingOf(seen);
        const { grouping, settled } = grouped(POOL, { seen }, kept, { said, published });
        const yielding = new Map(settled.clashes.map((clash) => [clash.yields.id, clash]));
        const homeOf = (id: string) => grouping.measures.findIndex(({ claims }) => claims.includes(id));
        for (const { id, a, b, word } of said) {
          const clash = yielding.get(id);
          if (clash) {
            expect(clash.against.length + clash.published.length + clash.waits.length).toBeGreaterThan(0);
            for (const waits of clash.waits) expect(seen.has(waits)).toBe(false);
          } else if (word !== 'unsure') expect(homeOf(a) === homeOf(b), `${a} ${word} ${b}`).toBe(word === 'same');
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('a measure that a claim left', () => {
  const parts = (members: RecordedClaim[], seen: string[] = [], kept: string[] = [], settled = UNJUDGED) =>
    toTheEnd(partsOf(members, { seen: new Set(seen), kept: new Set(kept), settled })).map((part) => part.map(({ id }) => id));
  const [v1, v2, , , r1, r2, r3, p1] = POOL as [
    RecordedClaim,
    RecordedClaim,
    unknown,
    unknown,
    RecordedClaim,
    RecordedClaim,
    RecordedClaim,
    RecordedClaim,
  ];

  it('falls into what hangs together by itself', () => {
    expect(parts([v1, v2])).toEqual([['v1', 'v2']]);
    expect(parts([v1, r1, r2])).toEqual([['r1', 'r2'], ['v1']]);
    expect(parts([v1, p1, r1]).length).toBe(1);
    expect(parts([v1, r1], [], ['v1', 'r1'])).toHaveLength(1);
    const said: PairJudgement = { id: 'j', about: 'question', a: 'v1', b: 'r1', word: 'same', by: 'anna', seq: 1 };
    expect(parts([v1, r1], [], [], settle([said]))).toHaveLength(1);
  });

  it('and what readers see by what they see alone, with the rest beside what it is likest to', () => {
    expect(parts([v1, p1, r1, r2], ['v1', 'r1'])).toEqual([
      ['r1', 'r2'],
      ['p1', 'v1'],
    ]);
    expect(parts([v1, r1, r2], ['v1'])).toEqual([['v1'], ['r1', 'r2']]);
  });

  it('and what is kept stays, however little of the measure it is', () => {
    const all = [v1, v2, r1, r2, r3];
    expect(parts(all, [], ['v1', 'v2'])).toEqual([
      ['v1', 'v2'],
      ['r1', 'r2', 'r3'],
    ]);
    expect(parts(all, IDS, ['v1', 'v2'])[0]).toEqual(['v1', 'v2']);
    expect(parts(all, ['r1', 'r2', 'r3'], ['v1'])[0]).toEqual(['v1', 'v2']);
  });
});
