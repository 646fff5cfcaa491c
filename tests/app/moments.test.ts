import { parseHTML } from 'linkedom';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OWNER } from '@/db/actor';
import { addArticles } from '@/db/articles';
import { withdrawCase } from '@/db/cases';
import { acceptArticle, rejectClaim } from '@/db/claims';
import { call } from '../bin/command';
import { article } from '../db/intake-world';
import { taken } from '../db/public-world';
import { RULED, SITE, stormPublished } from '../db/storm-published';
import { minutesLater, NOW, restoreEnv } from '../db/world';
import { api } from './machine';
import { ask } from './public-routes';

/** Two papers count schools, 12 (accepted a minute later) against 19; ruled after two minutes, published after three; a third paper has 14, a week on. */
let world: Awaited<ReturnType<typeof stormPublished>> & { caseId: string };
const kept = { DATABASE_URL: process.env.DATABASE_URL, PUBLIC_URL: process.env.PUBLIC_URL };

beforeEach(async () => {
  const storm = await stormPublished();
  Object.assign(process.env, { DATABASE_URL: storm.db.url, PUBLIC_URL: SITE.url });
  const text = 'The storm closed 14 schools in the basalt valley, officials said. Nobody slept. Crews cleared 310 fallen trees by noon.';
  await addArticles(storm.db, [article({ text, outlet: 'Late Post', publishedAt: '2024-05-09' })], OWNER, minutesLater(4));
  const { articleId } = await storm.claimOf('14 schools');
  taken(await acceptArticle(storm.db, { id: articleId }, storm.anna, minutesLater(5)));
  world = { ...storm, caseId: (await storm.theCase()).id };
});
afterEach(() => restoreEnv(kept));

type Told = Record<string, unknown> & { code: string; detail: string; data: Record<string, unknown>[]; next: string };
const told = async (path: string): Promise<Told & { http: number }> => {
  const response = await api(path);
  return { ...((await response.json()) as Told), http: response.status };
};
const page = async (path: string) => {
  const response = await ask(path);
  return { status: response.status, document: parseHTML(await response.text()).document };
};
const OPEN = minutesLater(1);
const [BEFORE, SETTLED, LATE] = [NOW, minutesLater(3), minutesLater(5)];

describe('R7: what is asked for as of another moment', () => {
  it('N6: is the same by page, by data, by tool of the command line and in the export', async () => {
    const { measureId, db } = world;
    const answers: [query: string, sentence: RegExp][] = [
      [`known=${OPEN}`, /^No accepted value/],
      [`known=${SETTLED}`, /^Accepted: 12 schools/],
      ['asof=2024-05-02', /^Accepted: 12 schools/],
      [`asof=2024-05-02&known=${OPEN}`, /^No accepted value/],
      ['', /Under review again/],
    ];
    for (const [query, sentence] of answers) {
      const { location } = Object.fromEntries((await ask(`/measures/${measureId}?${query}`)).headers);
      const { document } = await page(location!);
      expect(document.querySelector('.sentence')!.textContent, query).toMatch(sentence);
      const { answer, edition } = (await told(`measures/${measureId}?${query}`)) as unknown as Record<string, { sentence: string }>;
      expect(answer!.sentence, query).toMatch(sentence);
      expect(edition, query).not.toBeNull();
      const words = query.split('&').filter(Boolean);
      const shown = JSON.parse((await call(['show', `measures/${measureId}`, ...words, '--db', db.url])).out);
      expect(shown).toEqual(await (await api(`measures/${measureId}?${query}`)).json());
      if (words.length === 0) continue;
      const options = words.flatMap((word) => [`--${word.split('=')[0]}`, word.split('=')[1]!]);
      const exported = JSON.parse((await call(['export', ...options, '--db', db.url])).out);
      const { edition: _, asked: __, ...same } = shown;
      expect(exported.measures, query).toEqual([same]);
      const csv = await (await ask(`/measures/${measureId}.csv?${query}`)).text();
      expect(csv.trim().split('\r\n').length - 1, query).toBe(shown.claims.length);
    }
  });

  it('N6: of a claim tells its verdict and its case of then, and that it was not public before', async () => {
    const { post, courier } = world;
    expect((await told(`claims/${post.id}`)).verdict).toBe('supported');
    expect(await told(`claims/${post.id}?known=${OPEN}`)).toMatchObject({
      http: 200,
      verdict: null,
      edition: { number: expect.any(Number) },
    });
    expect(await told(`claims/${courier.id}?known=${SETTLED}`)).toMatchObject({ verdict: 'contradicted', measure: { status: 'settled' } });
    expect(await told(`claims/${post.id}?known=${BEFORE}`)).toMatchObject({
      ...{ http: 404, code: 'NotOnRecordThen', detail: 'Not on record yet at 2 March 2026, 08:00 UTC.' },
    });
    expect(await told(`claims/${post.id}?asof=2024-05-01`)).toMatchObject({
      code: 'NotOnRecordThen',
      detail: expect.stringContaining('1 May 2024'),
    });
    const then = await page(`/claims/${post.id}?known=${BEFORE}`);
    expect([then.status, then.document.querySelector('.lede')!.textContent]).toEqual([
      404,
      'Not on record yet at 2 March 2026, 08:00 UTC.',
    ]);
    const early = await page(`/claims/${post.id}?known=${OPEN}`);
    expect(early.document.querySelector('.moment')!.textContent).toMatch(/as it was on record on 2 March 2026, 08:01 UTC/i);
    expect(early.document.querySelector('meta[name=robots]')!.getAttribute('content')).toContain('noindex');
    expect(early.document.querySelector('script[type="application/ld+json"]')).toBeNull();
    expect(early.document.body.textContent).not.toContain(RULED);
    expect((await page(`/claims/${post.id}?known=${SETTLED}`)).document.body.textContent).toContain('12 schools');
  });

  it('N6: of a claim that was rejected since, shows the figure that readers saw and no word of its text', async () => {
    const { db, anna, measureId } = world;
    const late = await world.claimOf('14 schools');
    expect((await page(`/claims/${late.id}?known=${LATE}`)).document.body.textContent).toContain('basalt');
    taken(await rejectClaim(db, { id: late.id, reason: 'It counts kindergartens, too.' }, anna, minutesLater(6)));
    expect((await told(`claims/${late.id}`)).http).toBe(410);
    expect((await told(`claims/${late.id}?known=${SETTLED}`)).http).toBe(410);
    expect(await told(`claims/${late.id}?known=${LATE}`)).toMatchObject({ http: 200, figure: { text: '14 schools' }, quote: '14 schools' });
    const { document } = await page(`/claims/${late.id}?known=${LATE}`);
    expect(document.querySelector('h1')!.textContent).toContain('14 schools');
    expect(document.body.textContent).not.toContain('basalt');
    expect(JSON.stringify(await told(`measures/${measureId}?known=${LATE}`))).not.toContain('basalt');
    expect((await told(`articles/${late.articleId}?known=${LATE}`)).claims).toHaveLength(2);
  });

  it('N6, T1: of a case tells the positions and the ruling of then', async () => {
    const { caseId } = world;
    const open = await told(`cases/${caseId}?known=${OPEN}`);
    expect(open).toMatchObject({ status: 'open', ruling: null });
    expect((open.positions as unknown[]).length).toBe(2);
    expect(await told(`cases/${caseId}?known=${SETTLED}`)).toMatchObject({ status: 'settled', ruling: { rationale: RULED } });
    expect((await told(`cases/${caseId}`)).status).toBe('reopened');
    expect(await told(`cases/${caseId}?known=${BEFORE}`)).toMatchObject({ code: 'NotOnRecordThen' });
    expect((await page(`/cases/${caseId}?known=${OPEN}`)).document.body.textContent).not.toContain(RULED);
    expect((await page(`/cases/${caseId}?known=${SETTLED}`)).document.body.textContent).toContain(RULED);
    expect((await page(`/cases/${caseId}?known=${BEFORE}`)).status).toBe(404);
  });

  it('N6: of an article shows the claims that were on record then', async () => {
    const { courier, post } = world;
    expect((await told(`articles/${courier.articleId}?known=${BEFORE}`)).code).toBe('NotOnRecordThen');
    expect((await told(`articles/${courier.articleId}?known=${OPEN}`)).claims).toMatchObject([{ id: courier.id }]);
    expect((await told(`articles/${post.articleId}?asof=2024-05-01`)).code).toBe('NotOnRecordThen');
    const { document } = await page(`/articles/${courier.articleId}?known=${OPEN}`);
    expect(document.querySelectorAll('.article-text mark')).toHaveLength(1);
    expect(document.querySelector('.moment')).not.toBeNull();
  });

  it('lists are as of then, part by part', async () => {
    const { measureId, caseId } = world;
    const ids = async (path: string) => ((await told(path)).data ?? []).map(({ id }) => id);
    expect(await ids(`measures?known=${BEFORE}`)).toEqual([]);
    expect(await ids(`measures?known=${OPEN}`)).toEqual([measureId]);
    expect(await ids('measures?asof=2024-05-01')).toEqual([]);
    expect(await ids(`claims?known=${SETTLED}`)).toHaveLength(2);
    expect(await ids(`claims?known=${LATE}`)).toHaveLength(4);
    expect(await ids('claims?asof=2024-05-02')).toHaveLength(2);
    expect(await ids(`claims?known=${BEFORE}`)).toEqual([]);
    expect(await ids(`cases?known=${BEFORE}`)).toEqual([]);
    expect(await ids(`cases?known=${OPEN}`)).toEqual([caseId]);
    expect(await ids(`measures/${measureId}/claims?known=${OPEN}`)).toHaveLength(2);
    expect(await ids(`measures/${measureId}/cases?known=${SETTLED}`)).toEqual([caseId]);
    expect((await told(`measures/${measureId}/series?known=${SETTLED}`)).data).toHaveLength(2);
  });

  it('is refused where the moment cannot be, with how it is written', async () => {
    const { measureId, caseId, post } = world;
    for (const path of [
      `measures/${measureId}`,
      `claims/${post.id}`,
      `cases/${caseId}`,
      `articles/${post.articleId}`,
      'measures',
      'claims',
      'cases',
    ]) {
      expect(await told(`${path}?asof=yesterday`), path).toMatchObject({ http: 422, code: 'MomentMalformed', field: 'asof' });
      if (path.includes('/')) {
        const { status, document } = await page(`/${path}?known=2020-13-01`);
        if (!path.startsWith('measures'))
          expect([path, status, document.body.textContent]).toEqual([path, 422, expect.stringContaining('as in 2020-03-27')]);
      }
    }
    const command = await call(['export', '--asof', 'yesterday', '--db', world.db.url]);
    expect([command.code, command.err]).toEqual([2, expect.stringContaining('2020-03-26')]);
  });

  it('pictures and frames are of then, and say so', async () => {
    const { measureId, caseId, post } = world;
    const svg = async (query: string) => (await ask(`/measures/${measureId}.svg?${query}`)).text();
    const marks = (text: string) => [...text.matchAll(/<use /g)].length;
    expect(marks(await svg(`known=${OPEN}`))).toBeLessThan(marks(await svg('')));
    expect(await svg(`known=${OPEN}`)).toContain('As it was on record on 2 March 2026, 08:01');
    expect(await (await ask(`/measures/${measureId}/card.svg?known=${SETTLED}`)).text()).toContain('As it was on record');
    expect((await ask(`/measures/${measureId}/spark.svg?asof=2024-05-02`)).status).toBe(200);
    const none = await ask(`/measures/${measureId}.png?known=${BEFORE}`);
    expect([none.status, none.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    expect((await ask(`/measures/${measureId}/card.png?asof=never`)).status).toBe(422);
    for (const path of [`measures/${measureId}`, `claims/${post.id}`, `cases/${caseId}`]) {
      const frame = await page(`/embed/${path}?known=${SETTLED}`);
      expect([path, frame.status, frame.document.body.textContent]).toEqual([path, 200, expect.stringContaining('As it was on record')]);
      expect([path, (await page(`/embed/${path}?known=${BEFORE}`)).status]).toEqual([path, 404]);
    }
  });
});

describe('T2: the editions of a measure as data', () => {
  it('are listed, given one by one, and compared', async () => {
    const { measureId } = world;
    const { data } = await told(`measures/${measureId}/revisions`);
    expect(data.map(({ number }) => number)).toEqual([4, 3, 2, 1].slice(-data.length));
    expect(await told(`measures/${measureId}?v=1`)).toMatchObject({ edition: { number: 1 }, asked: { asof: null, known: null } });
    expect(await told(`measures/${measureId}?v=99`)).toMatchObject({ http: 404, code: 'EditionUnknown' });
    expect(await told(`measures/${measureId}?v=1&asof=2024-05-02`)).toMatchObject({ http: 422, field: 'v' });
    const diff = await told(`measures/${measureId}/diff?from=1&to=3`);
    expect(diff).toMatchObject({ from: { number: 1 }, to: { number: 3 } });
    expect(diff.changes).toContainEqual(expect.objectContaining({ what: 'Status', after: 'Settled' }));
    expect(await told(`measures/${measureId}/diff`)).toMatchObject({ to: { number: data.length } });
  });
});

describe('T1, T2: the histories of a case and of a claim', () => {
  it('give each version of a case an address that keeps showing it', async () => {
    const { caseId, db, edda } = world;
    const { document } = await page(`/cases/${caseId}/history`);
    const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.textContent!);
    expect(rows.at(-1)).toMatch(/^1.*Open/);
    expect(rows[0]).toMatch(/Under review again/);
    const settled = rows.length - rows.findIndex((row) => row.includes('Settled'));
    expect((await page(`/cases/${caseId}/v/1`)).document.body.textContent).not.toContain(RULED);
    const kept = async () => (await page(`/cases/${caseId}/v/${settled}`)).document.querySelector('main')!.innerHTML;
    const before = await kept();
    expect(before).toContain(RULED);
    expect((await page(`/cases/${caseId}/v/99`)).status).toBe(404);
    const { data } = await told(`cases/${caseId}/revisions`);
    expect(data.map(({ number }) => number)).toEqual(rows.map((_, at) => rows.length - at));
    expect(await told(`cases/${caseId}?v=1`)).toMatchObject({ status: 'open', ruling: null });
    expect(await told(`cases/${caseId}?v=${settled}`)).toMatchObject({ status: 'settled', ruling: { rationale: RULED } });
    expect(await told(`cases/${caseId}?v=99`)).toMatchObject({ http: 404, code: 'EditionUnknown' });
    const { revision } = await world.theCase();
    taken(await withdrawCase(db, { id: caseId, revision, reason: 'The list was forged.' }, edda, minutesLater(8)));
    const gone = await page(`/cases/${caseId}/v/${settled}`);
    expect([gone.status, gone.document.body.textContent!.includes(RULED)]).toEqual([410, false]);
    for (const path of ['history', 'v/1']) expect((await page(`/cases/${caseId}/${path}`)).document.body.textContent).not.toContain(RULED);
  });

  it('tell when a claim came, and what was ruled on it', async () => {
    const { post, courier, measureId } = world;
    const { document } = await page(`/claims/${post.id}/history`);
    const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.textContent!);
    expect(rows).toEqual([expect.stringMatching(/Ruling published: .*Supported/), expect.stringMatching(/Public12 schoolsedition 1/)]);
    expect(document.querySelector('tbody a')!.getAttribute('href')).toBe(`/measures/${measureId}`);
    expect((await page(`/claims/${courier.id}/history`)).document.body.textContent).toContain('Contradicted');
    expect((await page('/claims/000000000000/history')).status).toBe(404);
  });
});
