import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparison, compareClaims, conflictAmong, everyRelation, relate } from '@/lib/conflict';
import { type RecordedClaim, type Settled, settle, sorted } from '@/lib/measure';
import { about, atLeast, claim, nearly, over, upTo } from './conflict-claims';

/** Everything in one measure, in its order. */
function compared(claims: readonly RecordedClaim[], settled?: Settled): { claims: RecordedClaim[] } & Comparison {
  const ordered = sorted(claims);
  const measure = { id: null, title: '', unit: null, aggregation: 'running' as const, claims: ordered.map(({ id }) => id) };
  return { claims: ordered, ...compareClaims({ measures: [measure], suggestions: [] }, [...claims], settled) };
}

/** The same found the long way, by every pair. */
function everyAlert(claims: readonly RecordedClaim[]): [string, string][] {
  const ordered = sorted(claims);
  return ordered.flatMap((a, at) => ordered.slice(at + 1).flatMap((b): [string, string][] => (relate(a, b).alert ? [[a.id, b.id]] : [])));
}

const dayOf = (at: number): string => new Date(Date.UTC(2031, 2, 1 + at)).toISOString().slice(0, 10);

/** A toll that rises every day and contradicts itself nowhere: more faces than are compared pair by pair. */
const rising = (count: number): RecordedClaim[] =>
  Array.from({ length: count }, (_, at) => claim(String(100 + 10 * at), { asOf: dayOf(at), publishedAt: dayOf(at) }));

const hedged = fc
  .tuple(fc.integer({ min: 1, max: 90 }), fc.constantFrom(claim, about, nearly, over, atLeast, upTo))
  .map(([tens, told]) => (told === claim ? claim(`${tens}3`) : told(`${tens}0`, '10')));

/** One claim that says something else: of another day or of none, of another place, of another nature, by a speaker at an occasion. */
const odd = fc
  .record({
    one: hedged,
    asOf: fc.oneof(fc.integer({ min: 0, max: 80 }).map(dayOf), fc.constantFrom(null, '2031-03', '2031-04', '2031')),
    aggregation: fc.constantFrom('running' as const, 'fixed' as const, 'level' as const),
    modality: fc.constantFrom('fact' as const, 'fact' as const, 'estimate' as const, 'target' as const),
    edge: fc.constantFrom(null, null, 'before' as const),
    scope: fc.constantFrom<string[]>([], [], ['north'], ['south'], ['north', 'upper valley']),
    noun: fc.constantFrom('villages', 'villages and small towns', 'bridges'),
    flags: fc.record({ dated: fc.boolean(), single: fc.boolean(), overall: fc.boolean() }),
    said: fc.boolean(),
  })
  .map(({ one, asOf, noun, flags, said, ...frame }): RecordedClaim => {
    const day = asOf?.length === 10 ? asOf : '2031-05-20';
    const voice = said
      ? { speaker: { name: 'Ada Brink', role: null, inferred: false }, occasion: { name: 'briefing', day: '2031-05-04' } }
      : {};
    const head = noun === 'bridges' ? 'bridge' : one.frame.head;
    return { ...one, ...voice, asOf, noun, publishedAt: day, frame: { ...one.frame, ...frame, ...flags, head } };
  });

const numbered = (claims: readonly RecordedClaim[]): RecordedClaim[] =>
  claims.map((one, at) => ({ ...one, id: `k${at}`, articleId: `a${at}`, textHash: `h${at}` }));

/** A long rise with some that may contradict it. */
const mostlyRising = fc
  .tuple(fc.integer({ min: 66, max: 80 }), fc.array(odd, { maxLength: 3 }))
  .map(([count, odds]) => numbered([...rising(count), ...odds]));

/** Claims of a few days that contradict each other everywhere. */
const contested = fc.array(odd, { minLength: 80, maxLength: 140 }).map(numbered);

const orderOf = (claims: readonly RecordedClaim[]) =>
  fc.tuple(fc.constant(claims), fc.shuffledSubarray([...claims], { minLength: claims.length }));

const FEW = { numRuns: 25 };

describe('a measure with too many faces to compare every pair', () => {
  it('has a conflict where any pair contradicts, and none where none does', () => {
    fc.assert(
      fc.property(mostlyRising, (claims) => {
        expect(compared(claims).conflicts.length > 0).toBe(everyAlert(claims).length > 0);
      }),
      { numRuns: 60 },
    );
  });

  it('begins where a small one ends: one more day of a rise makes no conflict and hides none', () => {
    const base = fc
      .array(odd, { maxLength: 2 })
      .map((odds) => numbered([...rising(64 - odds.length).map((one) => ({ ...one, publishedAt: one.asOf })), ...odds]));
    fc.assert(
      fc.property(base, (small) => {
        const next = { ...claim('3000', { asOf: '2031-06-30', publishedAt: '2031-06-30' }), id: 'next', articleId: 'next', textHash: 'z' };
        const with65 = compared([...small, next]);
        expect(with65.relations.length).toBeLessThan(500);
        const touched = everyAlert([...small, next]).some((pair) => pair.includes('next'));
        fc.pre(!touched);
        expect(with65.conflicts.length).toBe(compared(small).conflicts.length);
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same relations, positions and case in whatever order its claims come', () => {
    fc.assert(
      fc.property(contested.chain(orderOf), ([claims, shuffled]) => {
        expect(compared(shuffled)).toEqual(compared(claims));
        const { relations, checks } = compared(claims);
        expect(conflictAmong(shuffled, relations, checks)).toEqual(conflictAmong(claims, relations, checks));
      }),
      FEW,
    );
  });

  it('stores relations that mirror, of a number that does not grow with the claims', () => {
    fc.assert(
      fc.property(contested, (claims) => {
        const { relations, claims: ordered } = compared(claims);
        const byId = new Map(ordered.map((one) => [one.id, one]));
        expect(relations.length).toBeLessThanOrEqual((32 * 31) / 2);
        for (const { a, b, kind, alert } of relations) {
          expect(relate(byId.get(b)!, byId.get(a)!)).toMatchObject({ kind, alert });
        }
      }),
      FEW,
    );
  });

  it('shows few positions, puts no two that contradict each other into one, and leaves no claim out', () => {
    fc.assert(
      fc.property(contested, (claims) => {
        const { conflicts, claims: ordered } = compared(claims);
        const alerts = new Set(everyAlert(claims).map(([a, b]) => `${a} ${b}`));
        for (const { positions, others, explanation } of conflicts) {
          expect(positions.length).toBeLessThanOrEqual(8);
          expect(explanation).toContain('32 that tell most were compared pair by pair');
          const all = [...positions.flatMap((position) => position.claims), ...others];
          expect(all.slice().sort()).toEqual(ordered.map(({ id }) => id).sort());
          for (const position of positions) {
            for (const a of position.claims) for (const b of position.claims) expect(alerts.has(`${a} ${b}`)).toBe(false);
          }
        }
      }),
      FEW,
    );
  });

  it('is the same case for who looks at all members, and for a few of them the case they would make alone', () => {
    fc.assert(
      fc.property(contested, fc.integer({ min: 2, max: 60 }), (claims, count) => {
        const all = compared(claims);
        const [whole] = all.conflicts;
        expect({ measure: 0, ...conflictAmong(all.claims, all.relations, all.checks) }).toEqual(whole ?? { measure: 0 });
        const some = all.claims.slice(0, count);
        const between = everyRelation(all.claims, all.relations, new Set(some.map(({ id }) => id)));
        const { conflicts, relations, checks } = compared(some);
        expect(between).toEqual(relations);
        expect({ measure: 0, ...conflictAmong(some, between, checks) }).toEqual(conflicts[0] ?? { measure: 0 });
      }),
      FEW,
    );
  });

  it('follows what people say of its claims, for who looks at all members and for who looks at a few', () => {
    const about = fc.constantFrom('utterance' as const, 'occasion' as const);
    fc.assert(
      fc.property(contested, about, (claims, about) => {
        const alerts = compared(claims).relations.filter(({ alert }) => alert);
        const settled = settle(alerts.map(({ a, b }, at) => ({ id: `w${at}`, about, a, b, word: 'same', by: 'p', seq: at })));
        const all = compared(claims, settled);
        const [whole] = all.conflicts;
        expect({ measure: 0, ...conflictAmong(all.claims, all.relations, all.checks, settled) }).toEqual(whole ?? { measure: 0 });
        const looked = new Set(all.claims.map(({ id }) => id));
        expect(everyRelation(all.claims, all.relations, looked, settled)).toEqual(all.relations);
      }),
      { numRuns: 8 },
    );
  });
});

describe('the case of a large measure', () => {
  const told = (figure: string, count: number) => Array.from({ length: count }, () => claim(figure, { asOf: '2031-03-20' }));

  it('shows what most texts say, whatever few say beside it', () => {
    const slips = Array.from({ length: 90 }, (_, at) => claim(String(500 + at), { asOf: '2031-03-20' }));
    const many = [...told('31', 60), ...told('37', 40)];
    const [conflict] = compared(numbered([...slips, ...many])).conflicts;
    const sizes = conflict?.positions.map(({ label, claims }) => `${label}: ${claims.length}`);
    expect(sizes).toContain('31 villages: 60');
    expect(sizes).toContain('37 villages: 40');
    expect(conflict?.positions).toHaveLength(8);
    expect(conflict?.explanation).toMatch(/Of 92 claims that differ the 32 .* the 8 positions that most texts stand behind are shown\.$/);
  });

  it.each([
    ['of one text', { textHash: 'one agency' }],
    ['of one origin, each cut in its own way', { originId: 'one agency' }],
  ])('counts reprints %s as one', (_what, shared) => {
    const slips = Array.from({ length: 70 }, (_, at) => claim(String(500 + at), { asOf: '2031-03-20' }));
    const often = ['37', '41', '43', '47', '53', '59', '61', '67'].flatMap((figure) => told(figure, 3));
    const shown = (more: object) => {
      const claims = numbered([...slips, ...often, ...told('31', 50)]).map((one) => (one.low === '31' ? { ...one, ...more } : one));
      return compared(claims).conflicts[0]?.positions.map(({ label }) => label);
    };
    expect(shown({})).toContain('31 villages');
    expect(shown(shared)).not.toContain('31 villages');
    expect(shown(shared)).toContain('37 villages');
  });

  it('puts a bound that fits one figure beside it, and one that fits several nowhere', () => {
    const slips = Array.from({ length: 70 }, (_, at) => claim(String(500 + 10 * at), { asOf: '2031-03-20' }));
    const loose = [over('30', '10', { asOf: '2031-03-20' }), nearly('32', '1', { asOf: '2031-03-20' })];
    const all = numbered([...slips, ...told('31', 30), ...told('37', 30), ...loose]);
    const [conflict] = compared(all).conflicts;
    const [over30, nearly32] = all.slice(-2);
    expect(conflict?.positions.find(({ label }) => label === '31 villages')?.claims).toContain(nearly32!.id);
    expect(conflict?.others).toContain(over30!.id);
  });

  it('rests on few failed sums, each told once, and tells how many more there are', () => {
    const sums = Array.from({ length: 30 }, (_, at) => {
      const article = { articleId: `s${at}`, textHash: `s${at}`, asOf: dayOf(at), publishedAt: dayOf(at) };
      const total = claim(String(100 + 10 * (at % 10)), { ...article, id: `total${at}`, frame: { exhaustiveParts: true } });
      const part = (side: number) =>
        claim(String(20 + at + side), {
          ...article,
          id: `part${at} ${side}`,
          partOf: total.id,
          span: { start: 20 + 20 * side, end: 30 + 20 * side },
        });
      return [total, part(0), part(1)];
    });
    const { conflicts, checks } = compared(sums.flat());
    expect(checks.filter(({ verdict }) => verdict === 'fail')).toHaveLength(30);
    expect(conflicts[0]?.explanation.match(/\d+ \+ \d+ = \d+, not \d+\./g)).toHaveLength(2);
    expect(conflicts[0]?.explanation).toContain('28 more sums do not add up.');
  });
});
