import { read as readBook, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimBook } from '@/app/_shell/workbook';
import { CLAIM_COLUMNS, feedOf, measureCsv, measureJsonLd, measureMd, measurePage, type Twinned, twinsOf } from '@/lib/publication';
import { claim, record } from '../lib/publication/record';
import { ask } from './public-routes';
import { FORMULA, MARKUP, SECRET, type TwinWorld, twinWorld } from './twin-world';

let w: TwinWorld;
beforeAll(async () => {
  w = await twinWorld();
});
afterAll(() => w.end());

/** Each kind of page with one of its addresses. */
const bases = (): [Twinned, string][] => [
  ['measures', `/measures/${w.boats}`],
  ['claims', `/claims/${w.placed.a.id}`],
  ['cases', `/cases/${w.case}`],
  ['articles', `/articles/${w.placed.a.articleId}`],
  ['sources', `/sources/${w.source}`],
  ['speakers', `/speakers/${w.speaker}`],
];
const book = async (path: string) => readBook(Buffer.from(await (await ask(path)).arrayBuffer()), { cellDates: true, UTC: true });

describe('U1: twins by extension', () => {
  it('are there with their type, for every page and ending of the table, and hold nothing that is not public', async () => {
    for (const [kind, base] of bases())
      for (const { href, type } of twinsOf(kind, base)) {
        const response = await ask(href);
        expect([response.status, response.headers.get('content-type')!.split(';')[0]], href).toEqual([200, type]);
        const body = await response.text();
        expect(body.length, href).toBeGreaterThan(40);
        for (const word of SECRET) expect(body, href).not.toContain(word);
        if (type.endsWith('json')) expect(() => JSON.parse(body), href).not.toThrow();
      }
  });

  it('are told to programs by the Link header and to readers by links, all of them', async () => {
    for (const [kind, base] of bases()) {
      const moved = await ask(base);
      const page = moved.status === 308 ? await ask(moved.headers.get('location')!) : moved;
      const [html, header] = [await page.text(), page.headers.get('link') ?? ''];
      for (const { href, type } of twinsOf(kind, base)) {
        expect(header, href).toContain(`<${href}>; rel="alternate"; type="${type}"`);
        expect(html.slice(html.indexOf('<main')), href).toContain(`href="${href}"`);
      }
    }
  });

  it('have the same columns, ids and figures as CSV, as workbook, as JSON and as JSON-LD', async () => {
    const base = `/measures/${w.boats}`;
    const json = await (await ask(`${base}.json`)).json();
    const ids = json.claims.map(({ id }: { id: string }) => id);
    const csv = readBook(await (await ask(`${base}.csv`)).text(), { type: 'string', raw: true });
    const [header, ...lines] = utils.sheet_to_json<string[]>(csv.Sheets[csv.SheetNames[0]!]!, { header: 1, raw: true, defval: '' });
    expect(header).toEqual(CLAIM_COLUMNS.map(({ name }) => name));
    expect(lines.map(([id]) => id)).toEqual(ids);
    const { Sheets } = await book(`${base}.xlsx`);
    const rows = utils.sheet_to_json<Record<string, unknown>>(Sheets.claims!, { defval: null });
    expect(Object.keys(rows[0]!)).toEqual(header);
    expect(rows.map(({ claim }) => claim)).toEqual(ids);
    const linked = await (await ask(`${base}.jsonld`)).json();
    expect(linked.hasPart.map(({ identifier }: { identifier: string }) => identifier)).toEqual(ids);
    const valueAt = header!.indexOf('value');
    for (const [at, { figure }] of json.claims.entries()) {
      expect(String(lines[at]![valueAt])).toBe(figure.value ?? '');
      expect(rows[at]!.value).toBe(figure.value === null ? null : Number(figure.value));
      expect(linked.hasPart[at].about.value).toBe(figure.value === null ? undefined : Number(figure.value));
    }
    expect(utils.sheet_to_json<{ column: string }>(Sheets.columns!).map(({ column }) => column)).toEqual(header);
  });

  it('keep numbers and days as such in a workbook, and make no cell a formula', async () => {
    const { Sheets } = await book(`/measures/${w.boats}.xlsx`);
    const cells = Object.entries(Sheets.claims!).filter(([place]) => !place.startsWith('!'));
    expect(cells.filter(([, cell]) => 'f' in cell)).toEqual([]);
    const rows = utils.sheet_to_json<Record<string, unknown>>(Sheets.claims!, { defval: null });
    const [a, b] = [w.placed.a.id, w.placed.b.id].map((id) => rows.find(({ claim }) => claim === id)!);
    expect([a!.value, a!.low_inclusive]).toEqual([-12, true]);
    expect((a!.as_of as Date).toISOString().slice(0, 10)).toBe('2026-03-01');
    // A month is no day.
    expect([b!.as_of, b!.value]).toEqual(['2026-03', null]);
    expect(a!.source).toBe(`'${FORMULA}`);
    expect(a!.quote).toContain(MARKUP);
  });

  it('guard cells that start a formula in CSV, of a source as well', async () => {
    const claim = await (await ask(`/claims/${w.placed.a.id}.json`)).json();
    const source = await ask(`/measures/${w.boats}.csv`);
    const own = (await (await ask(`/articles/${claim.article.id}.json`)).json()).source.id;
    for (const body of [await source.text(), await (await ask(`/sources/${own}.csv`)).text()]) expect(body).toContain(`"'=HYPERLINK(`);
  });

  it('are Markdown in which no word of a text is markup', async () => {
    for (const [kind, base] of bases().slice(0, 4)) {
      const body = await (await ask(`${base}.md`)).text();
      expect(body, kind).toMatch(/^# /);
      expect(body, kind).toContain('\\<b\\>\\&');
      expect(body.replace(/\\./g, ''), kind).not.toMatch(/<(?!https?:)/);
    }
  });

  it('say the same of another moment as their page', async () => {
    for (const end of ['.json', '.csv', '.xlsx', '.md', '.jsonld']) {
      const early = await ask(`/measures/${w.boats}${end}?asof=2026-02-01`);
      expect(early.status, end).toBe(404);
      const known = await ask(`/measures/${w.boats}${end}?known=2020-01-01`);
      expect(known.status, end).toBe(404);
      expect((await ask(`/measures/${w.boats}${end}?asof=2026-13-01`)).status, end).toBe(422);
    }
    const then = await book(`/measures/${w.boats}.xlsx?asof=2026-03-01`);
    const now = await book(`/measures/${w.boats}.xlsx`);
    const size = (one: typeof now) => utils.sheet_to_json(one.Sheets.claims!).length;
    expect([size(then), size(now)]).toEqual([2, 2]);
  });

  it('are not there for a measure of which nothing is public', async () => {
    for (const { href } of twinsOf('measures', `/measures/${w.rafts}`)) {
      const response = await ask(href);
      expect(response.status, href).toBe(404);
      for (const word of SECRET) expect(await response.clone().text(), href).not.toContain(word);
    }
  });

  it('hold ten thousand claims, each of them once', async () => {
    const site = { url: 'https://check.example', name: 'Countercheck' };
    const many = Array.from({ length: 10_000 }, (_, at) => claim(`claim${String(at).padStart(5, '0')}`, String(at)));
    const page = measurePage(record(many));
    const sheets = readBook(Buffer.from(await claimBook(page.rows, site)), { cellDates: true }).Sheets;
    const ids = page.rows.map(({ id }) => id);
    expect(utils.sheet_to_json<{ claim: string }>(sheets.claims!).map((row) => row.claim)).toEqual(ids);
    expect(
      measureCsv(page, site)
        .slice(1)
        .map(([id]) => id),
    ).toEqual(ids);
    expect((measureJsonLd(page, null, site).hasPart as { identifier: string }[]).map(({ identifier }) => identifier)).toEqual(ids);
    expect(measureMd(page, site).match(/\/claims\/claim\d{5}>/g)!.length).toBeGreaterThanOrEqual(10_000);
    expect(feedOf('.rss', page.changes, site).length).toBeGreaterThan(0);
  });

  it('are not there for what is not known, nor under endings that a page has not', async () => {
    for (const path of [
      '/claims/zzzzzzzzzzzz.json',
      `/claims/${w.placed.a.id}.csv`,
      `/articles/${w.placed.a.articleId}.xlsx`,
      `/cases/${w.case}.json.md`,
    ])
      expect((await ask(path)).status, path).toBe(404);
  });
});
