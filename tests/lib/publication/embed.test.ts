import { describe, expect, it } from 'vitest';
import { ageOf, ageOfAnswer, embeddedAt, embedSnippet, measurePage, oembed, oembedXml } from '@/lib/publication';
import { APART, AT, claim, held, publication, record, TWO } from './record';

const SITE = { url: 'https://check.example', name: 'Countercheck' };
const DEFINED = { counts: null, countsNot: null, addsUp: null, topics: [], places: [], changedAt: AT };

describe('how old a figure is', () => {
  const page = (reviewDays: number | null) => measurePage(record(TWO(), { definition: { ...DEFINED, reviewDays } }));

  it('is held against the interval of its definition, and against a year where there is none', () => {
    expect(ageOfAnswer(page(30), '2026-03-31')).toEqual({
      asOf: '1 March 2026',
      old: false,
      words: 'To be looked at again by 31 March 2026.',
    });
    expect(ageOfAnswer(page(30), '2026-04-01')).toMatchObject({
      old: true,
      words: 'Older than 30 days, after which this figure was to be looked at again (on 31 March 2026): look for a newer one.',
    });
    expect([ageOfAnswer(page(null), '2027-03-01').old, ageOfAnswer(page(null), '2027-03-02').old]).toEqual([false, true]);
  });

  it('is that of what was accepted, told from the first to the last day of several, and never guessed', () => {
    const claims = [...TWO(), claim('claim00003', '15', { outlet: 'C', asOf: '2026-02' })];
    const settled = measurePage(
      record(claims, {
        case: held(APART, { standing: { status: 'settled' }, publications: [publication([['claim00001'], ['claim00002']], 1)] }),
      }),
    );
    expect(ageOfAnswer(settled, '2026-03-02').asOf).toBe('1 March 2026');
    expect(ageOf(settled, settled.rows, '2026-03-02').asOf).toBe('February 2026 to 1 March 2026');
    const undated = measurePage(record([claim('claim00001', '12', { asOf: null })]));
    expect(ageOfAnswer(undated, '2040-01-01')).toMatchObject({ asOf: null, old: false });
  });
});

describe('oEmbed', () => {
  it.each([
    ['https://check.example/measures/abc/how-many', { kind: 'measures', id: 'abc' }],
    ['https://check.example/measures/abc?theme=dark#c-1', { kind: 'measures', id: 'abc' }],
    ['https://check.example/embed/claims/abc', { kind: 'claims', id: 'abc' }],
    ['https://check.example/cases/abc', { kind: 'cases', id: 'abc' }],
    ['https://check.example.evil/measures/abc', null],
    ['http://check.example/measures/abc', null],
    ['https://check.example/measures/abc.json', null],
    ['https://check.example/articles/abc', null],
    ['https://check.example/measures/abc/v/1', null],
    ['javascript:alert(1)', null],
    ['not an address', null],
  ])('finds what %s shows', (address, shown) => expect(embeddedAt(address, SITE)).toEqual(shown));

  it('knows a site that has a path of its own', () => {
    const site = { url: 'https://paper.example/checks', name: 'Checks' };
    expect(embeddedAt('https://paper.example/checks/cases/abc', site)).toEqual({ kind: 'cases', id: 'abc' });
    expect(embeddedAt('https://paper.example/cases/abc', site)).toBeNull();
  });

  it('U4: gives a frame that is no larger than the asker has room for, and a picture where it fits', () => {
    const told = { kind: 'measures', id: 'abc', title: 'How "many"?', measure: 'abc' } as const;
    const free = oembed(told, SITE, { width: null, height: null });
    expect(free).toMatchObject({ version: '1.0', type: 'rich', width: 640, height: 400, thumbnail_width: 1200 });
    expect(free.html).toBe(embedSnippet(told, SITE, 640, 400));
    const small = oembed(told, SITE, { width: 320, height: 5000 });
    expect([small.width, small.height, small.thumbnail_url]).toEqual([320, 400, undefined]);
    expect(free.html).toContain('title="How &quot;many&quot;?"');
    expect(oembedXml(free)).toContain('&lt;iframe src=&quot;https://check.example/embed/measures/abc&quot;');
  });
});
