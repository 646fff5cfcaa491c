import { describe, expect, it } from 'vitest';
import { lagOf, lagStrip, measurePage, rolesOverTime, verdictCounts } from '@/lib/publication';
import { APART, claim, held, publication, record, TWO } from './record';

const IDS = APART.map(([, id]) => [id as string]);

describe('the record of a source or a speaker', () => {
  it('counts what rulings say of its figures, and what nobody ruled on', () => {
    const settled = measurePage(
      record(TWO(), { case: held(APART, { standing: { status: 'settled' }, publications: [publication(IDS, 1)] }) }),
    );
    const open = measurePage(record(TWO(), { case: held(APART) }));
    const alone = measurePage(record([claim('claim00009', '3')]));
    expect(verdictCounts([settled, open, alone], ({ source }) => source === 'Daily Post')).toEqual({
      ...{ verdicts: [['contradicted', 1]], contested: 1, unruled: 1 },
    });
  });

  it('tells posts with their years, the earliest first', () => {
    const said = (id: string, role: string | null, day: string) => {
      const one = claim(id, '1', { speaker: { name: 'Rosa Lind', role, inferred: false } });
      one.article.publishedAt = day;
      return one;
    };
    expect(
      rolesOverTime([
        said('a', 'governor', '2026-01-02'),
        said('b', 'mayor', '2020-05-04'),
        said('c', 'mayor', '2021-05'),
        said('d', null, '2019'),
      ]),
    ).toEqual([
      { role: 'mayor', years: '2020 to 2021' },
      { role: 'governor', years: '2026' },
    ]);
  });
});

describe('how long a source took to take articles back', () => {
  const taken = (published: string | null, day: string | null) => ({ published, day });

  it('is told by the one in the middle, of those with both days', () => {
    const days = [
      taken('2026-03-01', '2026-03-11'),
      taken('2026-03-01', '2026-03-02'),
      taken('2026-03-01', '2026-03-05'),
      taken('2026-03', '2026-04-01'),
    ];
    expect(lagOf(days)).toEqual({ days: [1, 4, 10], median: 4 });
    expect(lagOf([taken('2026-03-01', '2026-03-11'), taken('2026-03-01', '2026-03-02')])).toEqual({ days: [1, 10], median: 5.5 });
    expect(lagOf([taken(null, '2026-03-11')])).toBeNull();
  });

  it('is drawn with a stroke for each place, however many there are', () => {
    const drawn = String(lagStrip({ days: [1, 4, 10], median: 4 }));
    expect(drawn.match(/v-12/g)).toHaveLength(3);
    expect(drawn).toContain('>10</text>');
    const many = Array.from({ length: 200 }, (_, n) => n);
    expect(String(lagStrip({ days: many, median: 100 })).length).toBeLessThan(8_000);
    expect(String(lagStrip({ days: [0], median: 0 }))).not.toContain('NaN');
  });
});
