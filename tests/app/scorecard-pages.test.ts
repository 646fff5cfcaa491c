import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { acceptArticle } from '@/db/claims';
import { defineMeasure } from '@/db/definitions';
import { retractArticle } from '@/db/retracting';
import { setDeskReview } from '@/db/review-mode';
import { articles, cases, publications } from '@/db/schema';
import { ENGINE_VERSION } from '@/lib/claim';
import { article } from '../db/intake-world';
import * as world from '../db/public-world';
import { type ServedRecord, servedRecord } from '../db/served-record';
import { minutesLater, NOW } from '../db/world';
import { ask } from './public-routes';

/** What the scorecard asks of the pages of the public, as a reader meets it: texts come in, are accepted, and somebody rules. */
let record: ServedRecord;
beforeEach(async () => {
  record = await servedRecord();
  await setDeskReview(record.db, { review: 'single' }, OWNER, NOW);
});
afterEach(() => record.end());

async function bring(texts: Record<string, string>, on: string, minute = 1): Promise<void> {
  const given = Object.entries(texts).map(([outlet, text]) =>
    article({ externalId: outlet, outlet, text, publishedAt: on, url: `https://${outlet.toLowerCase().replace(/\W/g, '')}.example/a` }),
  );
  await addArticles(record.db, given, OWNER, minutesLater(minute));
  for (const { id, externalId } of await record.db.read.select().from(articles))
    if (externalId !== null && externalId in texts)
      world.taken(await acceptArticle(record.db, { id }, record.anna, minutesLater(minute + 1)));
}

const page = async (path: string): Promise<Document> => {
  const answer = await ask(path);
  const to = answer.headers.get('location');
  return to ? page(to) : parseHTML(await answer.text()).document;
};
const words = (document: Document, where = 'main') => document.querySelector(where)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const theCase = async () => (await record.db.read.select().from(cases).get())!;

const STORM = {
  'Harbour Post': 'The storm closed at least 12 schools in the valley, Mayor Rosa Lind said on Sunday.',
  'Bay Herald': 'The storm closed 19 schools in the valley, officials said on Sunday.',
  'Evening Mail': 'The storm closed 12 schools in the valley, Mayor Rosa Lind said on Sunday.',
};

async function settle(accepted: 0 | 1, minute: number, { notice, ...more }: { notice?: string; dissent?: string } = {}) {
  const bela = await world.person(record.db, `Bela${minute}`, minutesLater(minute));
  const ruling = {
    verdicts: accepted === 0 ? (['supported', 'contradicted'] as const) : (['contradicted', 'supported'] as const),
    ...{ accepted, rationale: 'The school office lists them by name. Its list is dated.', ...more },
  };
  await world.settle(
    record.db,
    await theCase(),
    { ...ruling, verdicts: [...ruling.verdicts] },
    { rules: record.anna, publishes: bela, at: minutesLater(minute + 1), notice },
  );
}

describe('the scorecard, on pages', () => {
  it('R1, N8: one sentence before the chart gives value or none, date, standing and sources; both ends of the range lead to quotes', async () => {
    await bring(STORM, '2024-05-05');
    const open = await page(`/measures/${(await theCase()).measureId}`);
    expect(words(open, '.answer .sentence')).toMatch(
      /^No accepted value: .*19 schools.*as of 5 May 2024\. Case open since .*; 3 claims from 3 sources\.$/,
    );
    const main = open.querySelector('main')!.innerHTML;
    expect(main.indexOf('class="sentence"')).toBeLessThan(main.indexOf('<svg'));
    await settle(0, 10, { dissent: 'The office may have left out private schools.' });
    const settled = await page(`/measures/${(await theCase()).measureId}`);
    for (const document of [open, settled]) {
      const ends = new Set([...document.querySelectorAll('.answer a')].map((link) => link.getAttribute('href')!));
      const quotes = await Promise.all([...ends].map(async (href) => words(await page(href), 'blockquote mark')));
      for (const figure of ['12 schools', '19 schools']) expect(quotes.join(' / ')).toContain(figure);
    }
    expect(words(settled, '.answer .range')).toMatch(/^Reported: from .*12 schools in .* to 19 schools in Bay Herald\.$/);
    // The reason, how many ruled and what speaks against it stand on the page.
    expect(words(settled, '.answer .reason')).toBe('The school office lists them by name.');
    expect(words(settled, '#decision')).toContain('One person ruled.');
    expect(words(settled, '#decision')).toMatch(/What speaks against it ?The office may have left out private schools\./);
  });

  it('R3, R6: a claim stands marked in its place, with a link to the very words, and its hedge in words everywhere', async () => {
    await bring(STORM, '2024-05-05');
    const { measureId } = await theCase();
    const document = await page(`/measures/${measureId}`);
    const hedged = [...document.querySelectorAll('#claims tbody tr')].find((row) => row.textContent!.includes('at least 12'))!;
    const claim = await page(hedged.querySelector('a')!.getAttribute('href')!);
    expect(words(claim, 'blockquote mark')).toBe('at least 12 schools');
    expect(claim.querySelector('a.original')!.getAttribute('href')).toMatch(
      /^https:\/\/harbourpost\.example\/a#:~:text=.*at%20least%2012%20schools$/,
    );
    for (const path of [
      `/measures/${measureId}`,
      `/cases/${(await theCase()).id}`,
      `/articles/${claim.querySelector('#quote a')!.getAttribute('href')!.split(/[/#]/)[2]}`,
    ])
      expect(words(await page(path)), path).toContain('at least 12 schools');
    expect(document.querySelector('main')!.textContent).not.toMatch(/[≥≤~] ?12/);
  });

  it('R8: what a measure counts and what it does not is said, or that nobody said so', async () => {
    await bring(STORM, '2024-05-05');
    const { measureId } = await theCase();
    expect(words(await page(`/measures/${measureId}`), '#counted')).toMatch(/Does not count ?Nobody wrote a definition yet\./);
    const defined = {
      counts: 'Schools with pupils.',
      countsNot: 'Nurseries.',
      addsUp: '',
      title: '',
      unit: '',
      aggregation: null,
      reviewDays: '30',
      topics: 'Weather > Storms',
      places: '',
    };
    world.taken(await defineMeasure(record.db, { id: measureId, revision: 0, ...defined } as never, record.anna, minutesLater(5)));
    const told = await page(`/measures/${measureId}`);
    expect(words(told, '#counted')).toMatch(/Does not count ?Nurseries\./);
    expect(words(told, '.kicker')).toBe('Weather > Storms');
    expect(words(told, '.answer')).toContain('To be looked at again by 4 June 2024.');
  });

  it('R9: who follows the subject and has no number is named, with how that was counted', async () => {
    await bring(STORM, '2024-05-05');
    const { measureId } = await theCase();
    expect((await page(`/measures/${measureId}`)).querySelector('#silent')).toBeNull();
    await bring({ 'Harbour Post 2': `${STORM['Harbour Post']} It sank 31 boats in the harbour of Lisby.` }, '2024-05-06', 5);
    await bring({ 'Night Post': 'The storm sank 31 boats in the harbour of Lisby, the harbour master said.' }, '2024-05-06', 7);
    // What nobody accepted names nobody.
    const unread = article({
      externalId: 'Dawn',
      outlet: 'Dawn',
      text: 'The storm sank 31 boats in the harbour of Lisby.',
      publishedAt: '2024-05-06',
    });
    await addArticles(record.db, [unread], OWNER, minutesLater(9));
    const silent = await page(`/measures/${measureId}`);
    expect(words(silent, '#silent')).toContain('has no number for this question.');
    expect(words(silent, '#silent dd')).toBe('Night Post');
    expect(words(silent, '#silent')).toContain('They may have published numbers that nobody brought here.');
    expect(words(silent, '#related')).toContain('boats');
  });

  it('T4, T8: each verdict has author role, time and public reason; what a machine did is told with its version', async () => {
    await bring(STORM, '2024-05-05');
    await settle(0, 10);
    const { measureId, id } = await theCase();
    const told = words(await page(`/measures/${measureId}`), '#decision');
    expect(told).toContain(`by machine: the reader of this site, version ${ENGINE_VERSION}`);
    expect(told).toMatch(/Ruled by a reviewer, \d+ \w+ \d{4}, \d\d:\d\d UTC\./);
    expect(told).toContain('The school office lists them by name.');
    const ruled = words(await page(`/cases/${id}`), '.ruling');
    expect(ruled).toMatch(/Supported/);
    expect(ruled).toMatch(/Ruled by a reviewer, .* UTC\. Confirmed and published by a second person, a reviewer, .* UTC\./);
    for (const { rulingId, by, byRole, at } of await record.db.read.select().from(publications))
      for (const given of [rulingId, by, byRole, at]) expect(given).toBeTruthy();
  });

  it('R14: our corrections are listed, each with what it said, what it says now, and why', async () => {
    await bring(STORM, '2024-05-05');
    await settle(0, 10);
    const first = await theCase();
    const { reopenCase } = await import('@/db/cases');
    world.taken(
      await reopenCase(
        record.db,
        { id: first.id, revision: first.revision, reason: 'A later list was found.' },
        record.anna,
        minutesLater(14),
      ),
    );
    await settle(1, 16, { notice: 'We had read an early list.' });
    const listed = words(await page('/corrections'), '.history');
    expect(listed).toMatch(/It said ?Accepted: .*12 schools.*It says now ?Accepted: 19 schools/);
    expect(listed).toContain('We had read an early list.');
    const banner = (await page(`/measures/${first.measureId}`)).querySelector('.note.correction')!;
    const difference = banner.querySelector('a[href*="/compare/"]')!.getAttribute('href')!;
    expect(words(await page(difference))).toContain('19 schools');
    expect(words(await page('/trust'))).toMatch(/Rulings that we corrected ?1/);
  });

  it('a source is told by counts, by what it took back and how long that took, and by no score', async () => {
    await bring(STORM, '2024-05-05');
    const [mail] = (await record.db.read.select().from(articles)).filter(({ externalId }) => externalId === 'Evening Mail');
    const edda = { ...record.anna, role: 'editor' } as typeof record.anna;
    world.taken(
      await retractArticle(
        record.db,
        { id: mail!.id, day: '2024-05-09', url: null, reason: 'The mayor never said so.' } as never,
        edda,
        minutesLater(9),
      ),
    );
    const document = await page(`/sources/${mail!.sourceId}`);
    expect(words(document, '.lede')).toContain('1 article taken back');
    expect(words(document, '#corrections')).toContain('4 days from publication to taking it back');
    expect(document.querySelectorAll('svg.lag path').length).toBeGreaterThan(1);
    expect(words(document)).not.toMatch(/reliab|credib|trustworth/i);
  });

  it('Q2: a measure of sixty claims is 30 kB of HTML at most, compressed, and the style sheet 15 kB', async () => {
    const said = (n: number) => `The storm closed ${n % 2 === 0 ? 12 : 19} schools in the valley, officials said.`;
    await bring(Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`Paper ${n}`, said(n)])), '2024-05-05');
    const to = (await ask(`/measures/${(await theCase()).measureId}`)).headers.get('location')!;
    const html = await (await ask(to)).text();
    expect(html.match(/ id="c-/g)!.length).toBeGreaterThanOrEqual(60);
    expect(gzipSync(html).length).toBeLessThanOrEqual(30_000);
    expect(gzipSync(await (await ask('/style.css')).text()).length).toBeLessThanOrEqual(15_000);
  });
});
