import { describe, expect, it } from 'vitest';
import { type Claim, readArticle, readingDifference } from '@/lib/claim';

const CONTEXT = { publishedAt: '2024-05-02', outlet: 'Valley Post', title: null, language: 'en' };
const TEXT = 'The storm closed 12 schools in the valley, officials said. The aid reached 30 towns: 18 in the north and 12 in the south.';
const read = (): Claim[] => readArticle(TEXT, CONTEXT).claims;

/** The reading with one claim read otherwise. */
const otherwise = (at: number, more: Partial<Claim>): Claim[] =>
  read().map((claim, place) => (place === at ? { ...claim, ...more } : claim));

const told = (before: Claim[], after: Claim[]) => {
  const { pairs, gone, fresh } = readingDifference(before, after);
  return { changed: pairs.filter(({ fields }) => fields.length > 0).map(({ before: at, fields }) => [at, fields]), gone, fresh };
};

describe('the difference of two readings of one text', () => {
  it('is nothing where both say the same, part by part', () => {
    expect(read().filter(({ partOf }) => partOf !== null).length).toBeGreaterThan(0);
    expect(told(read(), read())).toEqual({ changed: [], gone: [], fresh: [] });
    expect(readingDifference(read(), read()).pairs).toHaveLength(read().length);
  });

  it('names each field that changed, with what it was and what it is', () => {
    const [first] = read();
    const frame = { ...first!.frame, act: 'shut', modifiers: ['primary'] };
    const { changed } = told(read(), otherwise(0, { noun: 'primary schools', speaker: null, frame }));
    expect(changed).toEqual([
      [
        0,
        [
          { field: 'noun', before: 'schools', after: 'primary schools' },
          { field: 'speaker', before: first!.speaker, after: null },
          { field: 'frame.modifiers', before: [], after: ['primary'] },
          { field: 'frame.act', before: first!.frame.act, after: 'shut' },
        ],
      ],
    ]);
  });

  it('takes what an older reading did not have for what it left empty', () => {
    const { edge: _, ...older } = read()[0]!.frame;
    expect(told(otherwise(0, { frame: older as Claim['frame'] }), read())).toEqual({ changed: [], gone: [], fresh: [] });
  });

  it('finds a figure that is read longer or shorter at its place', () => {
    const figure = { start: TEXT.indexOf('12'), end: TEXT.indexOf('12 schools') + '12 schools'.length };
    const { changed, gone, fresh } = told(otherwise(0, { figure }), read());
    expect({
      changed: changed.map(([at, fields]) => [at, (fields as { field: string }[]).map(({ field }) => field)]),
      gone,
      fresh,
    }).toEqual({
      ...{ changed: [[0, ['figure']]], gone: [], fresh: [] },
    });
  });

  it('lists what is new and what is gone, and the parts that lost their total', () => {
    const all = read();
    expect(
      told(
        all.slice(1).map((claim) => ({ ...claim, partOf: claim.partOf === null ? null : claim.partOf - 1 })),
        all,
      ),
    ).toEqual({
      ...{ changed: [], gone: [], fresh: [0] },
    });
    const total = all.findIndex((_, at) => all.some(({ partOf }) => partOf === at));
    const without = all.filter((_, at) => at !== total).map((claim) => ({ ...claim, partOf: null }));
    const { changed, gone, fresh } = told(all, without);
    expect({ gone, fresh }).toEqual({ gone: [total], fresh: [] });
    expect(changed.map(([, fields]) => fields)).toEqual(
      all.filter(({ partOf }) => partOf === total).map(() => [{ field: 'partOf', before: all[total]!.text, after: null }]),
    );
  });

  it('pairs every claim once, whatever the two lists are', () => {
    for (const [before, after] of [
      [read(), []],
      [[], read()],
      [[...read(), ...read()], read()],
      [read(), [...read()].reverse().map((claim) => ({ ...claim, partOf: null }))],
    ] as const) {
      const { pairs, gone, fresh } = readingDifference(before, after);
      expect([...pairs.map((pair) => pair.before), ...gone].sort((a, b) => a - b)).toEqual(before.map((_, at) => at));
      expect([...pairs.map((pair) => pair.after), ...fresh].sort((a, b) => a - b)).toEqual(after.map((_, at) => at));
    }
  });
});
