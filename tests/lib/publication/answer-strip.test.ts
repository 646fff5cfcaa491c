import { describe, expect, it } from 'vitest';
import type { ClaimRelation } from '@/lib/conflict';
import { measurePage, rangeOf, reviewDue, silenceOf } from '@/lib/publication';
import { APART, claim, held, publication, record, TWO } from './record';

const IDS = APART.map(([, id]) => [id as string]);
const rangeIn = (...given: Parameters<typeof record>) => {
  const { rows, positions } = measurePage(record(...given));
  const range = rangeOf(rows, positions);
  return range && [range.low.label, range.low.claim, range.high.label, range.high.claim];
};

describe('N8: the range of what was reported', () => {
  it('goes from the lowest to the highest figure, each by the claim that says it', () => {
    expect(rangeIn(TWO())).toEqual(['12 boats', 'claim00001', '15 boats', 'claim00002']);
    const settled = held(APART, { standing: { status: 'settled' }, publications: [publication(IDS, 1)] });
    expect(rangeIn(TWO(), { case: settled })).toEqual(['12 boats', 'claim00001', '15 boats', 'claim00002']);
  });

  it('is none where all say one figure, and leaves out parts and what a source took back', () => {
    expect(rangeIn([claim('claim00001', '12'), claim('claim00002', '12', { outlet: 'Echo' })])).toBeNull();
    expect(rangeIn([claim('claim00001', '12'), claim('claim00002', '3', { partOf: 'claim00001' })])).toBeNull();
  });
});

describe('the positions', () => {
  it('say since when each is known, what it counts, and how it stands to the accepted one', () => {
    const settled = held(APART, { standing: { status: 'settled' }, publications: [publication(IDS, 1)] });
    const relation: ClaimRelation = {
      ...{ a: 'claim00001', b: 'claim00002', relation: 'conflict', kind: 'contradiction', alert: true, severity: 'high' },
      ...{ explanation: 'No.', possibleReasons: [], confidence: 1 },
    };
    const { positions } = measurePage(record(TWO(), { case: settled, relations: [relation] }));
    expect(positions.map(({ firstSeen, counted, toAccepted }) => [firstSeen, counted, toAccepted])).toEqual([
      ['2026-03-01', ['boats'], 'They cannot both be right'],
      ['2026-03-01', ['boats'], null],
    ]);
  });
});

describe('the day of the next look', () => {
  const defined = (reviewDays: number | null) =>
    measurePage(
      record(TWO(), {
        definition: {
          counts: null,
          countsNot: null,
          addsUp: null,
          reviewDays,
          topics: [],
          places: [],
          changedAt: '2026-03-02T08:00:00.000Z',
        },
      }),
    );

  it('is so many days after the date of the answer, where somebody set an interval', () => {
    expect([reviewDue(defined(30)), reviewDue(defined(null)), reviewDue(measurePage(record(TWO())))]).toEqual(['2026-03-31', null, null]);
  });
});

describe('R9: who has not reported', () => {
  const source = (name: string) => ({ id: `source-${name.toLowerCase()}`, name });
  const [post, echo, star] = [source('Daily Post'), source('Evening Echo'), source('Morning Star')];

  it('names those that follow the subject and have no number, and how they were counted', () => {
    const silence = silenceOf(record(TWO()), { by: 'topic', sources: [post, echo, star] })!;
    expect(silence.sentence).toBe('1 of 3 sources that follow this subject has no number for this question.');
    expect(silence.none).toEqual([star]);
    expect(silence.basis).toContain('published from 30 January 2026 to 31 March 2026, on a question of the same topic');
    expect(silence.basis).toContain('numbers that nobody brought here');
  });

  it('names those that have none for the latest date', () => {
    const later = [claim('claim00001', '12'), claim('claim00002', '15', { outlet: 'Evening Echo', asOf: '2026-03-09' })];
    const silence = silenceOf(record(later), { by: 'articles', sources: [post, echo] })!;
    expect(silence.sentence).toBe('1 of 2 sources that follow this subject has no number as of 9 March 2026.');
    expect(silence.notThen).toEqual([post]);
  });

  it('says nothing where everybody reported, or nothing is dated', () => {
    expect(silenceOf(record(TWO()), { by: 'topic', sources: [post, echo] })).toBeNull();
    const undated = claim('claim00001', '12');
    undated.article.publishedAt = null;
    expect(silenceOf(record([undated]), { by: 'topic', sources: [star] })).toBeNull();
  });
});
