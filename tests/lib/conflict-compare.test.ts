import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Comparison, compareClaims, relate } from '@/lib/conflict';
import { groupClaims, type RecordedClaim } from '@/lib/measure';
import { about, atLeast, claim, nearly, over, upTo } from './conflict-claims';

const run = (claims: RecordedClaim[]): Comparison => compareClaims(groupClaims(claims), claims);

const shelters = {
  noun: 'shelters',
  frame: { head: 'shelter', act: 'open', subject: 'Norland', terms: ['city', 'norland', 'opened', 'shelter'] },
};
const both = (figure: string, parts = {}) =>
  claim(figure, { ...shelters, noun: 'shelters and kitchens', text: `${figure} shelters and kitchens`, ...parts });

describe('one case a measure, by positions', () => {
  it('opens none where all figures can stand', () => {
    const comparison = run([over('80'), claim('83'), atLeast('83'), about('80')]);
    expect(comparison.conflicts).toEqual([]);
    expect(comparison.relations.filter(({ alert }) => alert)).toEqual([]);
  });

  it('puts claims that agree into one position and leaves out what fits several', () => {
    const comparison = run([
      claim('83', { id: 'a' }),
      claim('83', { id: 'b' }),
      claim('89', { id: 'c' }),
      over('80', '10', { id: 'loose' }),
    ]);
    expect(comparison.conflicts).toHaveLength(1);
    const [conflict] = comparison.conflicts;
    expect(conflict?.positions.map(({ claims, low, high }) => [claims.sort(), low, high])).toEqual([
      [['a', 'b'], '83', '83'],
      [['c'], '89', '89'],
    ]);
    expect(conflict?.others).toEqual(['loose']);
    expect(conflict?.explanation).toMatch(/83.*89|89.*83/);
  });

  it('leaves out a contested claim too, where it fits several positions', () => {
    const comparison = run([
      claim('70', { id: 'a' }),
      claim('83', { id: 'b' }),
      claim('89', { id: 'c' }),
      over('80', '10', { id: 'loose' }),
    ]);
    expect(comparison.relations.some(({ alert, a, b }) => alert && [a, b].includes('loose'))).toBe(true);
    const [conflict] = comparison.conflicts;
    expect(conflict?.positions.map(({ claims }) => claims)).toEqual([['a'], ['b'], ['c']]);
    expect(conflict?.others).toEqual(['loose']);
  });

  it('one voice in one sentence contrasts, two voices contradict each other', () => {
    const place = { articleId: 's', textHash: 's', sentence: { start: 80, end: 160 } };
    const said = (figure: string, start: number, name: string) =>
      claim(figure, { ...place, span: { start, end: start + 5 }, speaker: { name, role: null, inferred: false } });
    expect(run([said('14', 90, 'Ada Brink'), said('22', 120, 'Ada Brink')]).conflicts).toEqual([]);
    expect(run([said('14', 90, 'Ada Brink'), said('22', 120, 'Tom Vale')]).conflicts).toHaveLength(1);
    // What the paper says by itself is no second voice.
    expect(run([{ ...said('14', 90, 'Ada Brink'), speaker: null }, said('22', 120, 'Tom Vale')]).conflicts).toEqual([]);
  });

  it('does not ask about time between figures of one moment', () => {
    const comparison = run([claim('31'), claim('40', { asOf: '2031-05-06', publishedAt: '2031-05-06' })]);
    expect(comparison.conflicts).toEqual([]);
    expect(comparison.relations).toMatchObject([{ kind: 'growth', alert: false }]);
  });

  it('lists a difference of scope across measures', () => {
    const comparison = run([claim('9', { frame: { scope: ['north valley'] } }), claim('40', { frame: { scope: ['south valley'] } })]);
    expect(comparison.relations).toMatchObject([{ kind: 'different-scope', relation: 'scope-difference', alert: false }]);
  });
});

describe('arithmetic', () => {
  const total = claim('30', { id: 'total', articleId: 'x', textHash: 'x' });
  const part = (figure: string, id: string, scope: string) =>
    claim(figure, {
      id,
      articleId: 'x',
      textHash: 'x',
      partOf: 'total',
      span: { start: Number(figure), end: 40 },
      frame: { scope: [scope] },
    });

  it('shows parts that add up', () => {
    const { checks, conflicts } = run([total, part('18', 'n', 'north'), part('12', 's', 'south')]);
    expect(checks.map(({ kind, verdict, total: of }) => [kind, verdict, of])).toEqual([['parts-sum', 'pass', 'total']]);
    expect(checks[0]?.expression).toBe('12 + 18 = 30');
    expect(conflicts).toEqual([]);
  });

  it('opens a case where exhaustive parts miss the total, high or low', () => {
    const all = { ...total, frame: { ...total.frame, exhaustiveParts: true } };
    const { checks, conflicts } = run([all, part('18', 'n', 'north'), part('11', 's', 'south')]);
    expect(checks).toMatchObject([{ kind: 'parts-sum', verdict: 'fail', expression: '11 + 18 = 29, not 30' }]);
    expect(conflicts[0]?.positions.map(({ claims }) => claims.slice().sort())).toEqual([['n', 's'], ['total']]);
  });

  it('lets parts after "including" fall short and never exceed', () => {
    const some = { ...total, frame: { ...total.frame, exhaustiveParts: false } };
    expect(run([some, part('8', 'n', 'north'), part('2', 's', 'south')]).checks).toMatchObject([
      { kind: 'included-parts', verdict: 'pass' },
    ]);
    expect(run([some, part('28', 'n', 'north'), part('3', 's', 'south')]).checks).toMatchObject([
      { kind: 'included-parts', verdict: 'fail' },
    ]);
  });

  it('adds what one text counts apart and another counts together', () => {
    const apart = { articleId: 'p', textHash: 'p' };
    const claims = [
      both('70', { id: 'both' }),
      claim('72', { ...shelters, ...apart, id: 'shelters', text: '72 shelters' }),
      claim('5', {
        ...shelters,
        ...apart,
        id: 'kitchens',
        text: '5 kitchens',
        noun: 'kitchens',
        span: { start: 30, end: 40 },
        frame: { ...shelters.frame, head: 'kitchen' },
      }),
    ];
    const { checks, conflicts } = run(claims);
    expect(checks).toMatchObject([{ kind: 'parts-sum', total: 'both', verdict: 'fail', expression: '72 + 5 = 77, not 70' }]);
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]).toMatchObject({ severity: 'high' });
    expect(conflicts[0]?.positions.map(({ claims: ids, low }) => [ids.slice().sort(), low])).toEqual([
      [['both'], '70'],
      [['kitchens', 'shelters'], '77'],
    ]);
    expect(conflicts[0]?.explanation).toContain('72 + 5 = 77');
  });

  it('adds two fates of people that another text gives as one figure', () => {
    const people = (figure: RecordedClaim, act: string, noun: string, parts: object) => ({
      ...figure,
      noun,
      frame: { ...figure.frame, head: 'people', act, subject: null, terms: ['flood', 'officials', 'people'] },
      ...parts,
    });
    const claims = [
      people(upTo('1000', '1000', { id: 'either', text: 'up to 1,000 people' }), 'die+miss', 'people', {}),
      people(atLeast('300', '100', { id: 'dead', text: 'at least 300 people' }), 'die', 'people', { articleId: 'q', textHash: 'q' }),
      people(atLeast('4000', '1000', { id: 'lost', text: 'at least 4,000' }), 'miss', 'people', { articleId: 'q', textHash: 'q' }),
    ];
    const { checks, conflicts } = run(claims);
    expect(checks).toMatchObject([
      { total: 'either', verdict: 'fail', expression: 'at least 300 + at least 4,000 = at least 4,300, not up to 1,000' },
    ]);
    expect(conflicts).toHaveLength(1);
  });

  it('holds a headline against its text', () => {
    const headline = over('80', '10', { articleId: 'h', textHash: 'h', sentence: { start: 0, end: 30 }, frame: { headline: true } });
    const body = claim('83', { articleId: 'h', textHash: 'h', span: { start: 50, end: 60 }, sentence: { start: 40, end: 90 } });
    expect(run([headline, body]).checks).toMatchObject([
      { kind: 'headline-body', verdict: 'pass', expression: 'headline over 80, text 83' },
    ]);
  });

  it('holds no opening sentence of one voice against what another says behind it', () => {
    const said = (name: string) => ({ articleId: 'h', textHash: 'h', speaker: { name, role: null, inferred: false } });
    const opening = claim('60', { ...said('clinic'), sentence: { start: 0, end: 30 } });
    const behind = claim('37', { ...said('coastguard'), span: { start: 50, end: 60 }, sentence: { start: 40, end: 90 } });
    expect(run([opening, behind]).checks).toEqual([]);
  });

  it('adds no share of a whole to the count it is a share of', () => {
    const whole = claim('60', { id: 'whole', articleId: 's', textHash: 's' });
    const share = claim('0.2', { articleId: 's', textHash: 's', partOf: 'whole', text: 'one in five', noun: null });
    const percent = claim('20', { articleId: 's', textHash: 's', partOf: 'whole', unit: '%', noun: null });
    expect(run([whole, share, percent]).checks).toEqual([]);
  });
});

const figures = fc.oneof(
  fc.integer({ min: 1, max: 40 }).map((n) => claim(String(n))),
  fc.integer({ min: 1, max: 4 }).map((n) => over(`${n}0`)),
  fc.integer({ min: 1, max: 4 }).map((n) => nearly(`${n}0`)),
  fc.integer({ min: 1, max: 4 }).map((n) => about(`${n}0`)),
  fc.integer({ min: 1, max: 4 }).map((n) => upTo(`${n}0`)),
);
const dated = fc
  .tuple(
    figures,
    fc.constantFrom('2031-05-04', '2031-05-06', '2031-05'),
    fc.constantFrom<'running' | 'fixed' | 'level'>('running', 'fixed', 'level'),
    fc.constantFrom<string[]>([], ['north'], ['south']),
  )
  .map(([one, asOf, aggregation, scope]): RecordedClaim => ({ ...one, asOf, frame: { ...one.frame, aggregation, scope } }));
const several = fc
  .array(dated, { minLength: 2, maxLength: 9 })
  .map((claims) => claims.map((one, at) => ({ ...one, id: `k${at}`, articleId: `a${at}`, textHash: `h${at}` })));

const verdict = ({ relation, kind, alert }: { relation: string; kind: string; alert: boolean }) => `${relation} ${kind} ${alert}`;

describe('laws of comparison', () => {
  it('relations mirror', () => {
    fc.assert(
      fc.property(dated, dated, (a, b) => {
        expect(verdict(relate(a, b))).toBe(verdict(relate(b, a)));
      }),
    );
  });

  it('detection does not depend on the order of claims', () => {
    fc.assert(
      fc.property(
        several.chain((claims) => fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length }))),
        ([claims, shuffled]) => {
          expect(run(shuffled)).toEqual(run(claims));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('claims of one position never conflict, and no claim stands in two', () => {
    fc.assert(
      fc.property(several, (claims) => {
        const byId = new Map(claims.map((one) => [one.id, one]));
        for (const { positions, others } of run(claims).conflicts) {
          const placed = positions.flatMap((position) => position.claims);
          expect(new Set([...placed, ...others]).size).toBe(placed.length + others.length);
          for (const { claims: ids } of positions)
            for (const a of ids)
              for (const b of ids) expect(relate(byId.get(a) as RecordedClaim, byId.get(b) as RecordedClaim).alert).toBe(false);
        }
      }),
    );
  });

  it('a case has two positions at least, unless a sum alone broke it, and every alert is explained', () => {
    fc.assert(
      fc.property(several, (claims) => {
        const { conflicts, relations } = run(claims);
        for (const { positions } of conflicts) expect(positions.length).toBeGreaterThanOrEqual(2);
        expect(conflicts.length === 0).toBe(relations.every(({ alert }) => !alert));
        for (const { explanation, confidence } of relations) {
          expect(explanation).toMatch(/\d/);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('folds what is said many times, and still puts every claim into the case', () => {
    const many = Array.from({ length: 150 }, (_, at) =>
      claim(at % 3 === 0 ? '83' : '89', { id: `m${at}`, articleId: `m${at}`, textHash: `m${at}` }),
    );
    const [conflict] = run(many).conflicts;
    expect(conflict?.positions.map(({ claims }) => claims.length)).toEqual([50, 100]);
    expect(run(many).relations).toHaveLength(1);
  });
});
