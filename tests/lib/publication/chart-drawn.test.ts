import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import {
  COLOURS,
  cardFile,
  chartFile,
  chartModel,
  chartOnPage,
  LIT_ROWS,
  measurePage,
  type PublicClaim,
  pageLook,
  sparkFile,
  sparkline,
} from '@/lib/publication';
import { chartRecord } from '../../../scripts/bench/chart-record.mjs';
import { APART, claim, held, publication, record, TWO } from './record';

const SITE = { url: 'https://check.example', name: 'Countercheck' };
const HOSTILE = `"><script>alert(1)</script>' onload="x ]]> \u0007\u0000 &amp;`;
const FORBIDDEN = ['\u0000', '\u0007'];
const SHOWN = [...HOSTILE].filter((sign) => !FORBIDDEN.includes(sign)).join('');

const pageOf = (claims: PublicClaim[], more = {}) => measurePage(record(claims, more));
const open = () => pageOf(TWO(), { case: held(APART) });
const settled = () =>
  pageOf(TWO(), {
    case: held(APART, { standing: { status: 'settled' }, publications: [publication([['claim00001'], ['claim00002']], 1)] }),
  });
const drawn = (page: ReturnType<typeof measurePage>, size: 'wide' | 'narrow' = 'wide') =>
  String(
    chartOnPage(
      chartModel(page, size),
      pageLook('w', (id) => `#c-${id}`),
      'chart-title',
    ),
  );
const dom = (markup: string) => parseHTML(`<!doctype html><body>${markup}</body>`).document;
const plain = (markup: string) => dom(markup).querySelector('svg')!.textContent!;

describe('a drawn chart', () => {
  it('R5: has a mark for each row, told in a sentence, in shape and colour of its source', () => {
    const links = [...dom(drawn(open())).querySelectorAll('svg > a')];
    expect(links.map((link) => [link.getAttribute('href'), link.getAttribute('class')])).toEqual([
      ['#c-claim00001', 'slot1 k1'],
      ['#c-claim00002', 'slot2 k2'],
    ]);
    expect(links.map((link) => link.querySelector('title')!.textContent)).toEqual([
      'Daily Post: 12 boats, as of 1 March 2026, in conflict with Evening Echo 15 boats',
      'Evening Echo, Mara Lund: 15 boats, as of 1 March 2026, in conflict with Daily Post 12 boats',
    ]);
    const ids = [...dom(drawn(open())).querySelectorAll('use')].map((use) => use.getAttribute('href')!.slice(1));
    for (const id of ids) expect(dom(drawn(open())).querySelector(`[id="${id}"]`), id).not.toBeNull();
  });

  it('R5: counts every claim, as a mark, as one of its copies or as not drawn, however many there are', () => {
    const copies = Array.from({ length: 10_000 }, (_, index) =>
      claim(`c${index}`, String(10 + (index % 150)), { outlet: `O${index % 9}` }),
    );
    for (const one of copies) one.article.originId = 'one text';
    const chart = chartModel(pageOf(copies), 'wide');
    const counted = chart.marks.reduce((sum, mark) => sum + mark.copies, 0);
    expect([chart.marks.length, counted + chart.undrawn]).toEqual([150, 10_000]);
    expect(plain(drawn(pageOf(copies)))).toContain(`×${chart.marks[0]!.copies}`);
  });

  it('Q2: takes at most 40 kB with 200 marks', () => {
    const page = measurePage(chartRecord(200, 12));
    for (const size of ['wide', 'narrow'] as const) {
      expect(chartModel(page, size).marks).toHaveLength(200);
      expect(Buffer.byteLength(drawn(page, size))).toBeLessThanOrEqual(40_000);
    }
    // A frame has the narrow one, and 10 kB compressed in all.
    expect(gzipSync(drawn(page, 'narrow')).length).toBeLessThan(7000);
  });

  it('shows hostile names as words', () => {
    const claims = TWO().map((one) => ({ ...one, noun: HOSTILE, speaker: { name: HOSTILE, role: null, inferred: false } }));
    for (const one of claims) one.article.source = { id: 's', name: HOSTILE };
    const page = pageOf(claims, { title: HOSTILE, case: held(APART) });
    const all = [
      drawn(page),
      chartFile(page, { size: 'narrow', theme: 'dark', site: SITE }),
      cardFile(page, { theme: 'light', site: SITE }),
    ];
    for (const markup of [...all, sparkFile(page, 'light')]) {
      const document = dom(markup);
      expect(document.querySelectorAll('script, [onload]')).toHaveLength(0);
      expect([...markup].some((sign) => FORBIDDEN.includes(sign))).toBe(false);
    }
    expect(dom(drawn(page)).querySelector('a title')!.textContent).toContain(SHOWN);
  });

  it('has caps that say whether the figure itself is meant', () => {
    const shape = (hedge: PublicClaim['hedge'], more: Partial<PublicClaim> = {}) =>
      chartModel(pageOf([claim('claim00001', '20', { hedge, ...more }), claim('claim00002', '30')]), 'wide').marks[0]!.shape;
    expect(shape('between', { high: '26', highInclusive: false })).toMatchObject({ form: 'bar', caps: { top: 'open', bottom: 'filled' } });
    expect(shape('less-than', { low: null })).toMatchObject({ cap: 'open' });
    expect(shape('at-most', { low: null })).toMatchObject({ cap: 'filled' });
    expect(shape('vague')).toMatchObject({ form: 'dotted' });
  });

  it('draws hollow what a source took back, or followed by another figure for the same day', () => {
    const retracted = claim('claim00001', '12', { outlet: 'A' });
    retracted.article.retracted = {
      day: '2026-03-03',
      url: null,
      reason: 'Wrong.',
      at: retracted.acceptedAt,
      by: { role: 'editor', demo: false },
      entry: 1,
    };
    const [first, second] = [claim('claim00002', '13', { outlet: 'B' }), claim('claim00003', '15', { outlet: 'B' })];
    second!.article = { ...second!.article, id: 'later', publishedAt: '2026-03-04' };
    const { marks } = chartModel(pageOf([retracted, first!, second!]), 'wide');
    expect(marks.map(({ claim: id, former }) => [id, former])).toEqual([
      ['claim00001', true],
      ['claim00002', true],
      ['claim00003', false],
    ]);
    expect(marks[0]!.name).toContain('taken back by its source');
  });

  it('stands all claims without a date side by side, in order of publication, under one word', () => {
    const undated = ['12', '15', '14'].map((value, index) => claim(`claim0000${index}`, value, { asOf: null, outlet: `O${index}` }));
    const chart = chartModel(pageOf(undated), 'wide');
    const across = chart.marks.map(({ x }) => x);
    expect([chart.x.ticks, across]).toEqual([[], [...across].sort((a, b) => a - b)]);
    expect(chart.x.undated).toEqual({ left: chart.plot.left, right: chart.plot.right });
    expect(plain(drawn(pageOf(undated)))).toContain('undated');
    expect(sparkline(pageOf(undated))).not.toBeNull();
  });

  it('tells apart figures from 0.0001 to 10¹⁵ on one axis, with room for their names', () => {
    const figures = ['0.0001', '3', '4200', '70000000', '1000000000000000'];
    const page = pageOf(figures.map((value, index) => claim(`claim0000${index}`, value, { outlet: `O${index}` })));
    for (const size of ['wide', 'narrow'] as const) {
      const { y, marks, plot } = chartModel(page, size);
      expect(y.log).toBe(true);
      expect(y.ticks.map(({ label }) => label)).toEqual(expect.arrayContaining(['0.0001', '1', '10,000']));
      expect(marks.map((mark) => mark.y)).toEqual([...marks.map((mark) => mark.y)].sort((a, b) => b - a));
      expect(new Set(marks.map((mark) => mark.y)).size).toBe(5);
      expect(Math.max(...y.ticks.map(({ label }) => label.length)) * 6).toBeLessThan(plot.left);
    }
    expect(plain(drawn(page))).toContain('(logarithmic scale)');
  });

  it('has more than one line across where the figures span less than two powers of ten', () => {
    const { y } = chartModel(pageOf(['3', '70'].map((value, index) => claim(`claim0000${index}`, value, { outlet: `O${index}` }))), 'wide');
    expect([y.log, y.ticks.map(({ label }) => label)]).toEqual([true, ['2', '5', '10', '20', '50', '100']]);
  });

  it('joins five pairs of positions at most, with words that lie over no mark', () => {
    const figures = ['10', '14', '19', '25', '33', '41'];
    const claims = figures.map((value, index) => claim(`claim0000${index}`, value, { outlet: `O${index}`, asOf: `2026-03-0${index + 1}` }));
    const apart = figures.map((value, index): [string, string] => [`${value} boats`, `claim0000${index}`]);
    const { joints, moreJoints, marks } = chartModel(pageOf(claims, { case: held(apart) }), 'wide');
    expect([joints.length, moreJoints]).toEqual([5, 10]);
    for (const { label, labelAt } of joints)
      for (const mark of marks)
        expect(
          Math.abs(mark.y - labelAt.y) > 8 || mark.x < labelAt.x - 4 || mark.x > labelAt.x + label.length * 7,
          `${label} over a mark`,
        ).toBe(true);
  });

  it('names the accepted range inside the plot, and hatches it where colours are not ours', () => {
    const markup = drawn(settled());
    expect(dom(markup).querySelector('rect.hatch')!.getAttribute('fill')).toBe('url(#wh)');
    const { band, plot } = chartModel(settled(), 'wide');
    expect([band!.right <= plot.right, band!.label]).toEqual([true, 'accepted: 15 boats']);
  });
});

describe('a picture by itself', () => {
  it('U2: has its colours, its sources and its address in it', () => {
    for (const theme of ['light', 'dark'] as const)
      for (const size of ['wide', 'narrow'] as const) {
        const svg = chartFile(open(), { size, theme, site: SITE });
        const words = plain(svg);
        expect(words).toContain('Source: Daily Post and Evening Echo');
        expect(words.replace(/\s/g, '')).toContain('https://check.example/measures/measure001');
        expect(words).toContain('No accepted value');
        expect(svg).toContain(COLOURS[theme].s1);
        expect(svg).not.toMatch(/class=|var\(|style=|\[\w+\]"/);
      }
  });

  it('U5: a card shows value, unit, as-of and status', () => {
    const [none, accepted] = [open(), settled()].map((page) => plain(cardFile(page, { theme: 'light', site: SITE })));
    expect(none).toContain('12 boats ≠ 15 boats');
    expect(none).toContain('as of 1 March 2026');
    expect(none).toContain('≠ Open');
    expect(accepted).toContain('15 boats');
    expect(accepted).not.toContain('≠ 15 boats');
    expect(accepted).toContain('✓ Settled');
    expect(plain(cardFile(pageOf([claim('claim00001', '12', { asOf: null })]), { theme: 'dark', site: SITE }))).toContain('no date');
  });

  it('is drawn of a measure of which nothing can be drawn, and says so', () => {
    const vague = pageOf([claim('claim00001', null, { hedge: 'vague' })]);
    expect(plain(chartFile(vague, { size: 'wide', theme: 'light', site: SITE }))).toContain('No figure of this measure can be drawn.');
    expect(cardFile(vague, { theme: 'light', site: SITE })).toContain('dozens of boats');
    expect(sparkFile(vague, 'light')).toContain('</svg>');
    expect(sparkline(vague)).toBeNull();
  });

  it('has the colours of the pages', () => {
    const tokens = readFileSync('app/_ui/style/10-tokens.css', 'utf8');
    for (const name of Object.keys(COLOURS.light)) {
      const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\);`).exec(tokens) ?? [];
      expect([name, COLOURS.light[name], COLOURS.dark[name]]).toEqual([name, light, dark]);
    }
  });

  it('is small: a sparkline of 10,000 claims says no more than can be seen', () => {
    const day = (index: number) => `2026-0${1 + (index % 9)}-${String(1 + (index % 28)).padStart(2, '0')}`;
    const crowd = Array.from({ length: 10_000 }, (_, index) => claim(`c${index}`, String(900 + ((index * 7) % 611)), { asOf: day(index) }));
    expect(String(sparkline(pageOf(crowd))).match(/<circle/g)!.length).toBeLessThanOrEqual(120);
  });
});

it('the stylesheet lights as many marks as the drawer names', () => {
  const css = readFileSync('app/_ui/style/71-chart-pointing.css', 'utf8');
  const lit = [...css.matchAll(/tr:nth-child\((\d+)\):target\) \.k(\d+)/g)].map(([, row, mark]) => [Number(row), Number(mark)]);
  expect(lit).toEqual(Array.from({ length: LIT_ROWS }, (_, index) => [index + 1, index + 1]));
});
