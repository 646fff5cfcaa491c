import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { REASON_CODES, VERDICTS } from '@/lib/adjudication';
import { DECISION_TABLE, HEDGE_TABLE } from '@/lib/conflict';
import { COMMANDS } from '@/lib/keys';
import { KIND_WORDS, READING_QUALITY, REASON_WORDS, VERDICT_WORDS } from '@/lib/publication';
import { type ServedRecord, servedRecord } from '../db/served-record';
import { ask, patternAt } from './public-routes';

let record: ServedRecord;
beforeAll(async () => {
  record = await servedRecord();
});
afterAll(() => record.end());

const DOCS = ['start', 'readers', 'reviewers', 'editors', 'administrators', 'keyboard', 'faq'].map((name) => `/docs/${name}`);
const TEXTS = [
  ...[
    '/about',
    '/method',
    '/definitions',
    '/licence',
    '/accessibility',
    '/contact',
    '/report',
    '/status',
    '/trust',
    '/changes',
    '/corrections',
  ],
  ...['/docs', ...DOCS],
];

const page = async (path: string) => {
  const response = await ask(path);
  expect(response.status, path).toBe(200);
  return parseHTML(await response.text()).document;
};
const words = async (path: string): Promise<string> => (await page(path)).querySelector('main')!.textContent!.replace(/\s+/g, ' ');

describe('pages of text', () => {
  it('T6: method, licence, funding and contact, and definitions of verdicts are there, each with one heading', async () => {
    for (const path of TEXTS) expect((await page(path)).querySelectorAll('h1'), path).toHaveLength(1);
    expect(await words('/licence')).toContain('CC BY 4.0');
    expect(await words('/contact')).toContain('Who runs and funds this');
    const told = await words('/definitions');
    for (const verdict of VERDICTS) expect(told).toContain(VERDICT_WORDS[verdict].meaning);
  });

  it('say who runs them where the operator does, and give an address that is one', async () => {
    const kept = { CONTACT: process.env.CONTACT, OPERATOR: process.env.OPERATOR };
    Object.assign(process.env, { CONTACT: 'desk@check.example', OPERATOR: 'The Harbour Society, by its members.' });
    const { GET } = await import('@/app/(public)/.well-known/security.txt/route');
    const text = await GET().text();
    expect(text).toMatch(
      /^Contact: mailto:desk@check\.example\nContact: https:\/\/check\.example\/report\?about=\S+\nExpires: \d{4}-\d\d-\d\dT00:00:00\.000Z\n/,
    );
    const expires = Date.parse(/Expires: (.*)/.exec(text)![1]!);
    expect(expires).toBeGreaterThan(Date.now());
    expect(expires).toBeLessThan(Date.now() + 365 * 86_400_000);
    process.env.CONTACT = 'javascript:alert(1)';
    expect(await GET().text()).not.toContain('alert');
    for (const [name, value] of Object.entries(kept)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });

  it('definitions are printed from the code that applies them', async () => {
    const document = await page('/definitions');
    const rows = (id: string) => [...document.querySelectorAll(`#${id} tbody th`)].map((cell) => cell.textContent!.trim());
    expect(rows('hedges').slice(0, HEDGE_TABLE.length)).toEqual(HEDGE_TABLE.map((row) => row.words));
    expect(rows('kinds')).toEqual(DECISION_TABLE.map((row) => `${row.row}. ${KIND_WORDS[row.id]}`));
    expect([...document.querySelectorAll('#reasons li')].map((line) => line.textContent)).toEqual(
      REASON_CODES.map((code) => REASON_WORDS[code]),
    );
    const ratings = [...document.querySelectorAll('#ratings tbody tr')].map((row) => row.querySelector('td:last-child')!.textContent);
    expect(ratings).toEqual(VERDICTS.map((verdict) => String(VERDICT_WORDS[verdict].rating ?? 'none')));
  });

  it('Q9: the documents are there for each role, with every key, and every link of theirs and of all texts leads somewhere', async () => {
    const index = await page('/docs');
    const named = [...index.querySelectorAll('main a')].map((link) => link.getAttribute('href'));
    for (const path of DOCS) expect(named).toContain(path);
    const keyboard = await words('/docs/keyboard');
    for (const { words: command } of COMMANDS) expect(keyboard).toContain(command);
    const anchors = new Map<string, Set<string>>();
    const idsOn = async (path: string) => {
      if (!anchors.has(path)) anchors.set(path, new Set([...(await page(path)).querySelectorAll('[id]')].map(({ id }) => id)));
      return anchors.get(path)!;
    };
    for (const path of TEXTS)
      for (const link of (await page(path)).querySelectorAll('a[href]')) {
        const href = link.getAttribute('href')!;
        if (/^(https:\/\/(creativecommons)\.org\/|mailto:)/.test(href)) continue;
        const { pathname, hash, search } = new URL(href, `https://check.example${path}`);
        if (/^\/(review|api)(\/|$)/.test(pathname)) continue;
        expect(patternAt(pathname), `${path} → ${href}`).not.toBe('[...path]');
        if (pathname !== '/.well-known/security.txt') expect((await ask(pathname + search)).status, `${path} → ${href}`).toBe(200);
        if (hash) expect([...(await idsOn(pathname))], `${path} → ${href}`).toContain(hash.slice(1));
      }
  });

  it('an unknown page of the documents is a real 404', async () => {
    expect((await ask('/docs/nothing')).status).toBe(404);
  });

  it('N10: what we know about ourselves has a date and a count for each value, on the page and as data', async () => {
    const told = await (await ask('/trust.json')).json();
    const rows = [...(await page('/trust')).querySelectorAll('tbody tr')];
    expect(told.figures.map(({ id }: { id: string }) => id)).toEqual(rows.map(({ id }) => id));
    for (const id of [
      'precision',
      'recall',
      'kappa',
      'alpha-verdict',
      'alpha-reason',
      'days-to-ruling',
      'corrected',
      'corrections-granted',
    ])
      expect(told.figures.find((one: { id: string }) => one.id === id)).toMatchObject({ n: expect.any(Number), words: expect.any(String) });
    const [precision] = told.figures;
    expect(precision).toMatchObject({
      value: READING_QUALITY.right / READING_QUALITY.found,
      n: READING_QUALITY.found,
      at: READING_QUALITY.measuredOn,
    });
    expect(rows[0]!.textContent).toContain('30 November 2026');
    expect(told.figures.find(({ id }: { id: string }) => id === 'kappa')).toMatchObject({
      value: null,
      words: 'nothing to count yet',
      n: 0,
      at: null,
    });
  });

  it('the list of changes refuses a page number and a forged cursor with the way back', async () => {
    for (const cursor of ['x', '1e3', '-1', "1'--", '0'])
      expect((await ask(`/changes?after=${encodeURIComponent(cursor)}`)).status).toBe(422);
    expect((await ask('/changes?after=99999')).status).toBe(200);
  });
});
