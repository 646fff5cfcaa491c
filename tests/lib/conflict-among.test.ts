import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparison, compareClaims, conflictAmong, everyRelation } from '@/lib/conflict';
import { type RecordedClaim, sorted } from '@/lib/measure';
import { atLeast, claim, over } from './conflict-claims';

/** Everything in one measure. */
function compared(claims: RecordedClaim[]): { claims: RecordedClaim[] } & Comparison {
  const ordered = sorted(claims);
  const measure = { id: null, title: '', unit: null, aggregation: 'running' as const, claims: ordered.map(({ id }) => id) };
  return { claims: ordered, ...compareClaims({ measures: [measure], suggestions: [] }, ordered) };
}

const wholeOf = ({ conflicts: [whole] }: Comparison) => {
  if (!whole) return null;
  const { measure: _, ...conflict } = whole;
  return conflict;
};

/** Each claim has a text that no other has, so that a word of it shows wherever it comes from. */
const figures = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom('exact', 'over', 'at-least'), fc.boolean()), {
    minLength: 2,
    maxLength: 9,
  })
  .map((list) =>
    list.map(([figure, hedge, sum], at) => {
      const text = `${figure} villages of word${at}x`;
      const parts = { text, outlet: `Outlet${at}x`, ...(sum ? { frame: { head: 'village', aggregation: 'fixed' as const } } : {}) };
      return hedge === 'exact'
        ? claim(String(figure), parts)
        : hedge === 'over'
          ? over(String(figure), '1', parts)
          : atLeast(String(figure), '1', parts);
    }),
  );

describe('the conflict among some members of a measure', () => {
  it('is that of the measure, word for word, where all of them are looked at', () => {
    fc.assert(
      fc.property(figures, (claims) => {
        const all = compared(claims);
        expect(conflictAmong(all.claims, all.relations, all.checks)).toEqual(wholeOf(all));
      }),
    );
  });

  it('tells nothing of the others: no claim, no word, no figure, and stays the same when they go', () => {
    fc.assert(
      fc.property(figures, fc.integer({ min: 0, max: 511 }), (claims, mask) => {
        const all = compared(claims);
        const some = all.claims.filter((_, at) => (mask >> at) % 2 === 1);
        const found = conflictAmong(some, all.relations, all.checks);
        const told = JSON.stringify(found);
        for (const other of all.claims.filter((one) => !some.includes(one))) {
          expect(told).not.toContain(JSON.stringify(other.id));
          expect(told).not.toContain(other.text.split(' ').at(-1)!);
          expect(told).not.toContain(`${other.outlet}`);
        }
        const ids = new Set(some.map(({ id }) => id));
        const left = all.relations.filter(({ a, b }) => ids.has(a) && ids.has(b));
        expect(
          conflictAmong(
            some,
            left,
            all.checks.filter(({ total, parts }) => [total, ...parts].every((id) => ids.has(id))),
          ),
        ).toEqual(found);
        expect(found === null).toBe(!left.some(({ alert }) => alert) && !all.checks.some(({ verdict }) => verdict === 'fail'));
      }),
    );
  });

  it('does not rest on a sum whose every term is not there', () => {
    const [total, ...parts] = [
      claim('30', { id: 'total', articleId: 'x', textHash: 'x', text: '30 villages', frame: { exhaustiveParts: true } }),
      claim('12', {
        id: 'north',
        articleId: 'x',
        textHash: 'x',
        text: '12 northern villages',
        partOf: 'total',
        span: { start: 20, end: 30 },
      }),
      claim('14', {
        id: 'south',
        articleId: 'x',
        textHash: 'x',
        text: '14 southern villages',
        partOf: 'total',
        span: { start: 40, end: 50 },
      }),
    ] as const;
    const all = compared([total, ...parts]);
    expect(conflictAmong(all.claims, all.relations, all.checks)).toEqual(wholeOf(all));
    expect(wholeOf(all)?.explanation).toContain('12 + 14 = 26, not 30');
    expect(conflictAmong([total, parts[0]], all.relations, all.checks)).toBeNull();
  });

  it('is found in large measures too, where one claim was compared for all that say the same', () => {
    const twins = (figure: string, count: number) => Array.from({ length: count }, () => claim(figure, { text: `${figure} villages` }));
    const all = compared([...twins('31', 50), ...twins('37', 50)]);
    expect(all.relations.length).toBeLessThan(50);
    const late = [all.claims.filter(({ low }) => low === '31').at(-1)!, all.claims.filter(({ low }) => low === '37').at(-1)!];
    expect(conflictAmong(late, all.relations, [])).toBeNull();
    const found = conflictAmong(late, everyRelation(all.claims, all.relations), []);
    expect(found?.positions.map(({ label, claims }) => [label, claims])).toEqual([
      ['31 villages', [late[0]!.id]],
      ['37 villages', [late[1]!.id]],
    ]);
    expect(conflictAmong(all.claims, everyRelation(all.claims, all.relations), all.checks)).toEqual(wholeOf(all));
  });
});
